import type { Decimal } from 'decimal.js';
import type { DimensionId, Member, Members } from '../scope/scope';
import type { CellRef } from '../snapshot/address';

/**
 * Where amounts come from: the ledger, a workbook of tables, last year's workbook, the sheet of last year's figures. What
 * they have in common is that an amount has a scope; a table to be compiled and a sentence to be written ask for amounts at scopes.
 */
export interface Source {
  /**
   * The amount at a scope: a figure that means it, or the sum of its parts. Zero (without cells) where the source lists
   * everything there is at such scopes and has nothing there; undefined where it does not tell.
   */
  told(scope: Members): Told | undefined;
  /**
   * The points in these dimensions at which the source has something (an amount, a zero that was typed) within a scope, in the
   * order of codes and of first mention: codes at every level that it names, projects, members.
   */
  points(within: Members, dimensions: readonly DimensionId[]): readonly Readonly<Record<DimensionId, Member>>[];
  /** How a member of an open dimension (a project) is written there first: members are in one spelling. */
  spelled?(member: Member): string | undefined;
}

export interface Told {
  /** In 万元. */
  readonly value: Decimal;
  /** The cells it was read from, the one that means the scope itself first; several are added up. */
  readonly cells: readonly CellRef[];
  /** All of its cells are blank. */
  readonly blank: boolean;
}
