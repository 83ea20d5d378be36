import { readAmount } from '../amount/read-amount';
import type { Reading } from '../amount/reading';
import type { Cell } from '../snapshot/snapshot';

/** What a cell says; a formula that nobody has calculated says nothing yet, which is not the same as a blank. */
export function readingOf(cell: Cell | undefined): Reading {
  if (cell?.value === null && cell.formula !== undefined && cell.notRecalculated !== undefined) {
    return { kind: 'unreadable', raw: `=${cell.formula}`, because: 'not-calculated' };
  }
  return readAmount(cell?.value ?? null);
}
