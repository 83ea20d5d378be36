import type { Cause } from '../finding/finding';
import type { Snapshot } from '../snapshot/snapshot';
import { leavesNothingBlank } from './column-habit';

/** A cause whose cell should hold nothing, in a column that says nothing by a blank: it should be blank. */
export function withMeantBlank(cause: Cause, snapshot: Snapshot): Cause {
  const { facts } = cause;
  if (facts.code !== 'cell-determined' || !isZero(facts.expected)) return cause;
  return leavesNothingBlank(snapshot, facts.cell.cell) ? { ...cause, facts: { ...facts, blank: true } } : cause;
}

const isZero = (amount: string): boolean => /^-?0(?:\.0*)?$/.test(amount);
