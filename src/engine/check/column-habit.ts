import { readAmount } from '../amount/read-amount';
import type { CellRef } from '../snapshot/address';
import { sheetNamed, type Cell, type Snapshot } from '../snapshot/snapshot';

/**
 * Whether the column of a cell says nothing by a blank and not by a zero, as most of its other rows do: those that hold a number
 * somewhere, for the others are headings and notes.
 */
export function leavesNothingBlank(snapshot: Snapshot, { sheet: name, row: own, column }: CellRef): boolean {
  let blanks = 0;
  let zeros = 0;
  for (const { row, cells } of sheetNamed(snapshot, name)?.rows ?? []) {
    if (row === own || !cells.some(isAmount)) continue;
    const reading = readAmount(cells.find((cell) => cell.column === column)?.value ?? null);
    if (reading.kind === 'blank') blanks++;
    else if (reading.kind === 'amount' && reading.value.isZero()) zeros++;
  }
  return blanks > zeros;
}

const isAmount = ({ value }: Cell): boolean => value !== null && readAmount(value).kind === 'amount';
