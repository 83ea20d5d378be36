import type { Decimal } from 'decimal.js';
import { formatAmount } from '../amount/format';

/** One slip of the hand: a digit wrong, two neighbours swapped, one left out, one too many, the point moved, the sign. */
export type HandSlip = 'digit' | 'swapped' | 'dropped' | 'doubled' | 'point' | 'sign';

/**
 * The slip that turns the figure meant into the one typed: restricted Damerau-Levenshtein distance 1 on the digits, compared
 * with as many decimals as either has and with `decimals` of the column, since a cell does not keep 54.60 apart from 54.6.
 * `typed` is the text of the cell where it is known. Undefined where there is no single slip, and for a zero on either side.
 */
export function handSlip(from: Decimal, meant: Decimal, decimals = 0, typed?: string): HandSlip | undefined {
  if (from.equals(meant) || from.isZero() || meant.isZero()) return undefined;
  if (from.equals(meant.negated())) return 'sign';
  if (from.isNegative() !== meant.isNegative()) return undefined;
  if (significant(from) === significant(meant) || isCutBehindPoint(from, meant, decimals)) return 'point';
  // 86.51 for 86.50 is a wrong digit, though what is stored of the figure meant is 86.5 and looks one digit short.
  const own = editOf(from.abs().toFixed(), meant.abs().toFixed());
  if (own && from.decimalPlaces() <= meant.decimalPlaces()) return own;
  const exact = Math.max(from.decimalPlaces(), meant.decimalPlaces());
  for (const count of new Set([exact, Math.max(exact, decimals)])) {
    const slip = editOf(formatAmount(from.abs(), count), formatAmount(meant.abs(), count));
    if (slip) return slip;
  }
  return own ?? (typed === undefined ? undefined : editOf(figuresOf(typed), formatAmount(meant.abs(), decimals)));
}

/** The one edit that makes `typed` of `meant`; a moved or lost point is no edit here. */
function editOf(typed: string, meant: string): HandSlip | undefined {
  let head = 0;
  while (head < Math.min(typed.length, meant.length) && typed[head] === meant[head]) head++;
  let tail = 0;
  while (
    tail < Math.min(typed.length, meant.length) - head &&
    typed[typed.length - 1 - tail] === meant[meant.length - 1 - tail]
  )
    tail++;
  const wrong = typed.slice(head, typed.length - tail);
  const right = meant.slice(head, meant.length - tail);
  // Two digits are neighbours over the point as well: 86.50 for 85.60.
  if (/^\d\.\d$/.test(wrong) && wrong === [...right].reverse().join('')) return 'swapped';
  if (wrong.length + right.length > 4 || (wrong + right).includes('.')) return undefined;
  if (wrong.length === 1 && right.length === 1) return 'digit';
  if (wrong.length === 2 && right.length === 2)
    return wrong[0] === right[1] && wrong[1] === right[0] ? 'swapped' : undefined;
  if (wrong.length === 0 && right.length === 1) return 'dropped';
  return wrong.length === 1 && right.length === 0 ? 'doubled' : undefined;
}

/** Places by which a point moves without leaving a figure in which nothing is seen of the one meant. */
const MOST_PLACES = 4;

/** The point moved to the left, and the digits that then stood behind the last decimal rounded away: 59195.40 for 591953.98. */
function isCutBehindPoint(from: Decimal, meant: Decimal, decimals: number): boolean {
  if (from.abs().lt(1) || meant.abs().lt(from.abs().times(9))) return false;
  for (let places = 1; places <= MOST_PLACES; places++)
    if (
      meant
        .div(10 ** places)
        .toDecimalPlaces(decimals)
        .equals(from)
    )
      return true;
  return false;
}

const significant = (value: Decimal): string =>
  value
    .abs()
    .toFixed()
    .replace('.', '')
    .replace(/^0+|0+$/g, '');

/** Digits and point of a text, whatever width they are typed in. */
const figuresOf = (typed: string): string => typed.normalize('NFKC').replace(/[^\d.]/g, '');
