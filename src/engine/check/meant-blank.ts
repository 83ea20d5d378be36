import type { Cause } from '../finding/finding';
import type { CellRef } from '../snapshot/address';
import type { Snapshot } from '../snapshot/snapshot';
import { leavesNothingBlank } from './column-habit';

/** A cause whose cell, the first of several, should hold nothing, in a column that says nothing by a blank: it should be blank. */
export function withMeantBlank(cause: Cause, snapshot: Snapshot): Cause {
  const { facts } = cause;
  const isBlank = (cell: CellRef | undefined, expected: string | undefined): boolean =>
    cell !== undefined && isZero(expected ?? '') && leavesNothingBlank(snapshot, cell);
  if (facts.code === 'cell-determined' && isBlank(facts.cell.cell, facts.expected))
    return { ...cause, facts: { ...facts, blank: true } };
  if (facts.code === 'cells-determined' && isBlank(facts.cells[0]?.cell, facts.expected[0]))
    return { ...cause, facts: { ...facts, blank: true } };
  return cause;
}

const isZero = (amount: string): boolean => /^-?0(?:\.0*)?$/.test(amount);
