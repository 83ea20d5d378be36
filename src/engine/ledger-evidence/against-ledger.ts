import { halfUnit } from '../amount/interval';
import type { Figure } from '../book/book';
import type { Told } from '../source/source';
import type { StandingLedger } from './standing-ledger';

/** A figure that somebody typed, and what the ledger gives for what it means. */
export interface AgainstLedger {
  readonly figure: Figure;
  readonly told: Told;
  /** Nothing in its table divides it further. */
  readonly isLeaf: boolean;
}

/** Whether it says another amount, beyond what rounding makes of it. */
export function differs(
  { figure, told }: Pick<AgainstLedger, 'figure' | 'told'>,
  { isRounded }: StandingLedger,
): boolean {
  const { value, decimals, moneyUnit } = figure;
  const apart = told.value.minus(value ?? 0).abs();
  if (apart.isZero()) return false;
  const half = halfUnit(decimals, moneyUnit);
  // Who rounds other amounts, or rounds them otherwise, comes to another last digit.
  return apart.greaterThan(isRounded ? half.times(Math.max(2, told.cells.length)) : half);
}
