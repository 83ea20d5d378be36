import type { Decimal } from 'decimal.js';
import type { Figure } from '../../book/book';
import type { MistakeKind } from '../../localise/weights';

/** One cell to be written, with the value that the equations give for it. */
export interface Repair {
  readonly figure: Figure;
  /** In 万元. */
  readonly value: Decimal;
}

/** One mistake and the cells it left wrong. */
export interface Mistaken {
  readonly kind: MistakeKind;
  /** In the order in which they are told. */
  readonly repairs: readonly Repair[];
  /** Amounts that nothing but the equations gives. */
  readonly unknowns: number;
}

/** A way to let all equations of a group hold. */
export interface Way {
  readonly mistakes: readonly Mistaken[];
  /** The part of all ways' likelihood that is this one's. */
  readonly share: number;
}

export const repairsOf = (way: { readonly mistakes: readonly Mistaken[] }): readonly Repair[] =>
  way.mistakes.flatMap(({ repairs }) => repairs);

/** Amounts that nothing but the equations gives. */
export const unknownsIn = (mistakes: readonly { readonly unknowns: number }[]): number =>
  mistakes.reduce((sum, { unknowns }) => sum + unknowns, 0);
