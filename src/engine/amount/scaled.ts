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
  return BigInt(text.replace('.', '') + '0'.repeat(places - decimals));
}
