import { Decimal } from 'decimal.js';
import { formatAmount } from '../amount/format';
import type { Slip } from './facts';
import type { SuspectCause } from './finding';

/** The slip of the hand that makes `typed` out of `meant`, or undefined where no single one does. Both are plain decimals in one unit. */
export function slipBetween(typed: string | undefined, meant: string): Slip | undefined {
  if (typed === undefined) return 'blank';
  const a = new Decimal(typed);
  const b = new Decimal(meant);
  if (a.equals(b)) return undefined;
  if (a.equals(b.negated())) return 'sign';
  if (a.equals(b.times(10000)) || a.times(10000).equals(b)) return 'unit';
  if (a.isZero() || b.isZero() || a.isNegative() !== b.isNegative()) return undefined;
  const from = digitsOf(b);
  const to = digitsOf(a);
  if (from.digits === to.digits) return 'point';
  const meantText = b.abs().toFixed();
  const typedText = a.abs().toFixed();
  // Trailing zeros are not stored (54.60 is 54.6), so each form is compared with as many decimals as the other has.
  const places = Math.max(a.decimalPlaces(), b.decimalPlaces());
  const padded = slipOfText(formatAmount(a.abs(), places), formatAmount(b.abs(), places));
  return a.decimalPlaces() > b.decimalPlaces()
    ? (padded ?? slipOfText(typedText, meantText))
    : (slipOfText(typedText, meantText) ?? padded);
}

function slipOfText(typed: string, meant: string): Slip | undefined {
  let head = 0;
  while (head < typed.length && typed[head] === meant[head]) head++;
  let tail = 0;
  while (
    tail < Math.min(typed.length, meant.length) - head &&
    typed[typed.length - 1 - tail] === meant[meant.length - 1 - tail]
  )
    tail++;
  const wrong = typed.slice(head, typed.length - tail);
  const right = meant.slice(head, meant.length - tail);
  if (wrong.length === 1 && right.length === 1) return 'digit';
  if (wrong.length === 2 && right.length === 2 && wrong[0] === right[1] && wrong[1] === right[0]) return 'swapped';
  if (wrong.length === 0 && right.length === 1) return 'dropped';
  if (wrong.length === 1 && right.length === 0) return 'doubled';
  return undefined;
}

function digitsOf(value: Decimal): { readonly digits: string } {
  return { digits: value.abs().toFixed().replace('.', '').replace(/^0+/, '').replace(/0+$/, '') };
}

/** The cause under which a slip is reported. */
export function causeOfSlip(slip: Slip | undefined): SuspectCause {
  switch (slip) {
    case 'sign':
      return 'sign';
    case 'blank':
      return 'omission';
    case 'unit':
      return 'unit';
    case undefined:
      return 'arithmetic';
    case 'digit':
    case 'swapped':
    case 'dropped':
    case 'doubled':
    case 'point':
      return 'typing';
  }
}
