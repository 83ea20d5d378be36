import { Decimal } from 'decimal.js';
import type { PhraseWords } from '../edition/text';
import { printed } from './change';

/** A share in percent: as it is worked out, and as it is printed. */
export interface Share {
  readonly exact: Decimal;
  readonly printed: Decimal;
}

/**
 * What percentage of a whole each amount is, as a reader of the printed amounts works it out. Where the printed amounts do not
 * add up to the printed whole but the exact ones do, the exact ones are taken, whose shares are within what rounding allows. Where
 * the edition wants it and the amounts are all of the whole, the largest share takes what rounding leaves, so that the printed shares
 * sum to 100. None for an amount of which no share can be said: below zero, more than the whole, of a whole that is not positive.
 */
export function sharesOf(
  amounts: readonly Decimal[],
  whole: Decimal,
  words: Pick<PhraseWords, 'decimals' | 'percentDecimals' | 'shares'>,
): readonly (Share | undefined)[] {
  const asPrinted = amounts.map((amount) => printed(amount, words.decimals));
  const wholeAsPrinted = printed(whole, words.decimals);
  const addsUp = sum(asPrinted).equals(wholeAsPrinted);
  const exactly = !addsUp && sum(amounts).equals(whole);
  const shares = exactly
    ? amounts.map((amount) => shareOf(amount, whole, words.percentDecimals))
    : asPrinted.map((amount) => shareOf(amount, wholeAsPrinted, words.percentDecimals));
  return words.shares === 'largest' && (addsUp || exactly) ? roundedTogether(shares) : shares;
}

function shareOf(amount: Decimal, whole: Decimal, decimals: number): Share | undefined {
  if (!whole.isPositive() || whole.isZero() || amount.isNegative() || amount.greaterThan(whole)) return undefined;
  const exact = amount.div(whole).times(100);
  return { exact, printed: printed(exact, decimals) };
}

function roundedTogether(shares: readonly (Share | undefined)[]): readonly (Share | undefined)[] {
  const said = shares.filter((share): share is Share => share !== undefined);
  if (said.length < shares.length) return shares;
  const rest = new Decimal(100).minus(sum(said.map((share) => share.printed)));
  const most = said.reduce((best, share) => (share.exact.greaterThan(best.exact) ? share : best), NONE);
  return said.map((share) => (share === most ? { ...share, printed: share.printed.plus(rest) } : share));
}

const NONE: Share = { exact: new Decimal(0), printed: new Decimal(0) };

const sum = (values: readonly Decimal[]): Decimal => values.reduce((total, value) => total.plus(value), new Decimal(0));
