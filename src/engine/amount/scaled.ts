import { Decimal } from 'decimal.js';

/** num / 10^places, with all its digits. */
export function scaled(num: bigint, places: number): Decimal {
  return new Decimal(`${num}e${-places}`);
}

/** value × 10^places as an integer; `places` must be at least its decimal places. */
export function toScaled(value: Decimal, places: number): bigint {
  if (value.isZero()) return 0n;
  const text = value.toFixed();
  const point = text.indexOf('.');
  const decimals = point < 0 ? 0 : text.length - 1 - point;
  if (decimals > places) throw new Error(`${text} has more than ${places} decimals`);
  // Below 2^50 a product of the nearest double and a power of ten is off by less than a half.
  if (text.length + places - decimals <= LONGEST_EXACT) return BigInt(Math.round(Number(text) * 10 ** places));
  return BigInt(text.replace('.', '') + '0'.repeat(places - decimals));
}

/** Characters of the largest such product, its sign and point included. */
const LONGEST_EXACT = 15;
