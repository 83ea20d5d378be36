import { Decimal } from 'decimal.js';
import type { ChangeWords } from '../edition/text';

/**
 * How an amount (or a count) changed from last year to this one, as a reader of the printed figures works it out: he has no
 * others, and a percentage of the exact ones would look wrong to him in its last digit.
 */
export interface Change {
  readonly kind: Exclude<keyof ChangeWords, 'noPrior' | 'percentTooSmall'>;
  /** This year as printed less last year as printed; the direction word goes by its sign. */
  readonly difference: Decimal;
  /** The difference in percent of last year as printed, signed; undefined where a percentage says nothing: no base, a negative one, a fall below zero. */
  readonly percent: Decimal | undefined;
}

/** Compares two amounts that are printed with so many decimals. */
export function compare(now: Decimal, before: Decimal, decimals: number): Change {
  const printedNow = printed(now, decimals);
  const printedBefore = printed(before, decimals);
  const difference = printedNow.minus(printedBefore);
  const positive = printedBefore.greaterThan(0) && !printedNow.isNegative();
  const percent = positive ? difference.div(printedBefore).times(100) : undefined;
  return { kind: kindOf(printedNow, printedBefore), difference, percent };
}

function kindOf(now: Decimal, before: Decimal): Change['kind'] {
  if (now.isZero() && before.isZero()) return 'never';
  if (now.equals(before)) return 'same';
  if (before.isZero() && now.isPositive()) return 'fresh';
  if (now.isZero() && before.isPositive()) return 'gone';
  return now.greaterThan(before) ? 'more' : 'less';
}

/** An amount as printed: rounded half away from zero. */
export function printed(value: Decimal, decimals: number): Decimal {
  const rounded = value.toDecimalPlaces(decimals, Decimal.ROUND_HALF_UP);
  return rounded.isZero() ? rounded.abs() : rounded;
}
