import { Decimal } from 'decimal.js';
import type { ResolvedEdition } from '../edition/resolve';
import { scopeOf, type Scope } from '../scope/scope';
import type { Snapshot } from '../snapshot/snapshot';
import type { Source } from '../source/source';
import { priorLines, type PriorLine } from './prior-lines';
import { readPrior, rowsInTables, scopeOfRow, tableOfRow } from './read-prior';

/**
 * The lines that the sheet of last year's figures should have and has no row for, so that a figure is lacking: nothing else in the
 * sheet makes it up, or a code counts as nothing while the whole says that it was something. None where the sheet is not filled in.
 */
export function lackedPriorLines(
  snapshot: Snapshot,
  edition: ResolvedEdition,
  now: Source | undefined,
  nameOf: (code: string) => string | undefined,
): readonly PriorLine[] {
  const source = readPrior(snapshot, edition);
  if (!source) return [];
  const there = rowsInTables(snapshot, edition).flatMap(({ row, table, reading }) => {
    const scope = scopeOfRow(row, table);
    const amount = reading.kind === 'amount' ? reading.value : new Decimal(0);
    return scope ? [{ scope, amount, hasCode: row.code !== '' }] : [];
  });
  const keys = new Set(there.map(({ scope }) => scope.key));

  /** What the rows of codes leave of the whole to which a code belongs. */
  const leftOf = (scope: Scope): Decimal | undefined => {
    const whole = wholeOf(scope, edition);
    return there
      .filter((row) => row.hasCode && wholeOf(row.scope, edition).key === whole.key)
      .reduce((left, { amount }) => left?.minus(amount), source.told(whole.at)?.value);
  };
  return priorLines(edition.declared, now, nameOf).filter((line) => {
    const table = tableOfRow(line, edition);
    const scope = table && scopeOfRow({ ...line, nowCode: '' }, table);
    if (!scope || keys.has(scope.key)) return false;
    const told = source.told(scope.at);
    // A code that no list has was nothing: no cell says so.
    return told === undefined || (told.cells.length === 0 && leftOf(scope)?.greaterThan(0) === true);
  });
}

/** A scope without its codes. */
function wholeOf({ at }: Scope, { dimensions }: ResolvedEdition): Scope {
  return scopeOf(Object.fromEntries(Object.entries(at).filter(([id]) => dimensions.byId.get(id)?.kind !== 'code')));
}
