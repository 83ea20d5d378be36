import { Decimal } from 'decimal.js';
import type { PhraseWords } from '../edition/text';
import { printed } from './change';

/** A share in percent: exact, and as it is printed. */
export interface Share {
  readonly exact: Decimal;
  readonly printed: Decimal;
}

/**
 * What percentage of a whole each amount is; none where the whole is zero. Where the edition wants it and the amounts are all
 * of the whole, the largest takes the rounding, so that the printed shares sum to 100.
 */
export function sharesOf(
  amounts: readonly Decimal[],
  whole: Decimal,
  words: Pick<PhraseWords, 'percentDecimals' | 'shares'>,
): readonly Share[] | undefined {
  if (whole.isZero()) return undefined;
  const shares = amounts.map((amount) => {
    const exact = amount.div(whole).times(100);
    return { exact, printed: printed(exact, words.percentDecimals) };
  });
  const sum = (values: readonly Decimal[]): Decimal =>
    values.reduce((total, value) => total.plus(value), new Decimal(0));
  const complete = sum(amounts).equals(whole) && !amounts.some((amount) => amount.isNegative());
  if (words.shares !== 'largest' || !complete) return shares;
  const rest = new Decimal(100).minus(sum(shares.map((share) => share.printed)));
  const most = shares.reduce(
    (best, share, index) => (share.exact.greaterThan(shares[best]?.exact ?? 0) ? index : best),
    0,
  );
  return shares.map((share, index) => (index === most ? { ...share, printed: share.printed.plus(rest) } : share));
}
