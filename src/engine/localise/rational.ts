import type { Decimal } from 'decimal.js';
import { scaled } from '../amount/scaled';

/** An exact fraction in lowest terms; `den` is positive. */
export interface Rational {
  readonly num: bigint;
  readonly den: bigint;
}

export const ZERO: Rational = { num: 0n, den: 1n };

/** Greatest common divisor of the absolute values; gcd(0, 0) is 0. */
export function gcd(a: bigint, b: bigint): bigint {
  let x = a < 0n ? -a : a;
  let y = b < 0n ? -b : b;
  while (y !== 0n) [x, y] = [y, x % y];
  return x;
}

/** num / den in lowest terms. `den` must not be 0. */
export function rational(num: bigint, den = 1n): Rational {
  if (den === 0n) throw new Error(`a fraction ${num}/0`);
  const divisor = den === 1n ? 1n : gcd(num, den);
  const sign = den < 0n ? -1n : 1n;
  return divisor === 1n && sign === 1n ? { num, den } : { num: (sign * num) / divisor, den: (sign * den) / divisor };
}

export const plus = (a: Rational, b: Rational): Rational =>
  a.den === b.den ? rational(a.num + b.num, a.den) : rational(a.num * b.den + b.num * a.den, a.den * b.den);
export const minus = (a: Rational, b: Rational): Rational => plus(a, negate(b));
export const times = (a: Rational, b: Rational): Rational => rational(a.num * b.num, a.den * b.den);
export const over = (a: Rational, b: Rational): Rational => rational(a.num * b.den, a.den * b.num);
export const negate = (a: Rational): Rational => ({ num: -a.num, den: a.den });

/** −1, 0 or 1. */
export const signOf = (a: Rational): number => (a.num > 0n ? 1 : a.num < 0n ? -1 : 0);
export const compare = (a: Rational, b: Rational): number => signOf(minus(a, b));

/** The decimal a / 10^places, and whether it is that fraction exactly (1/3 has no last digit: 20 digits then). */
export function toDecimal(a: Rational, places: number): { readonly value: Decimal; readonly exact: boolean } {
  let { num, den } = a;
  let shift = places;
  for (const [prime, other] of [
    [2n, 5n],
    [5n, 2n],
  ] as const) {
    while (den % prime === 0n) {
      den /= prime;
      num *= other;
      shift += 1;
    }
  }
  if (den === 1n) return { value: scaled(num, shift), exact: true };
  return { value: scaled((num * 10n ** 20n) / den, shift + 20), exact: false };
}
