import { Decimal } from 'decimal.js';

/** A plain decimal with exactly so many digits after the point, rounded half away from zero: `12` at 2 → `12.00`. Never `-0.00`. */
export function formatAmount(value: Decimal | string, decimals: number): string {
  const rounded = new Decimal(value).toDecimalPlaces(decimals, Decimal.ROUND_HALF_UP);
  return (rounded.isZero() ? rounded.abs() : rounded).toFixed(decimals);
}

/** Thousands separators for a plain decimal: `-1308.75` → `-1,308.75`. Only the digits before the point are grouped. */
export function groupThousands(plain: string): string {
  const [whole = '', fraction] = plain.split('.');
  const grouped = whole.replace(/(?<=[0-9])(?=(?:[0-9]{3})+$)/g, ',');
  return fraction === undefined ? grouped : `${grouped}.${fraction}`;
}
