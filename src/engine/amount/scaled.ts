import { Decimal } from 'decimal.js';

/** num / 10^places, with all its digits. */
export function scaled(num: bigint, places: number): Decimal {
  return new Decimal(`${num}e${-places}`);
}

/** value × 10^places as an integer; `places` must be at least its decimal places. */
export function toScaled(value: Decimal, places: number): bigint {
  if (value.isZero()) return 0n;
  const [whole = '0', fraction = ''] = value.toFixed().split('.');
  if (fraction.length > places) throw new Error(`${value.toFixed()} has more than ${places} decimals`);
  return BigInt(whole + fraction.padEnd(places, '0'));
}
