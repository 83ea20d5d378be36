import { Decimal } from 'decimal.js';
import { formatAmount, groupThousands } from '../engine/amount/format';
import { amountIn, convertMoney } from '../engine/amount/money-unit';
import { readAmount } from '../engine/amount/read-amount';
import type { MoneyUnit } from '../engine/amount/reading';
import type { CellValue } from '../engine/snapshot/snapshot';

/** What a cell would hold with another amount, and the two amounts in the unit of its table. */
export interface Rewriting {
  readonly to: CellValue;
  /** Plain decimal; undefined for a blank and for a text that is no amount. */
  readonly before: string | undefined;
  /** What stood there, where it was no amount and is gone altogether. */
  readonly stood?: string;
}

/**
 * A cell's content with another amount (a plain decimal in the money unit of its table), in the cell's own manner: a number where it
 * holds nothing but one, typed as text or not; where words go with the number, the words stay. Undefined where it cannot be told which number is meant.
 */
export function rewritten(value: CellValue, amount: string, unit: MoneyUnit): Rewriting | undefined {
  const reading = readAmount(value);
  if (reading.kind === 'blank') return { to: Number(amount), before: undefined };
  if (reading.kind === 'amount') {
    const before = amountIn(reading, unit).toFixed();
    if (reading.suffix === undefined) return { to: Number(amount), before };
    const to = withNumber(reading.raw, convertMoney(new Decimal(amount), unit, reading.suffix));
    return to && { to: to.text, before };
  }
  if (reading.because !== 'not-a-number' || typeof value !== 'string') return undefined;
  // What is about an amount can be read by nobody: the amount itself takes its place.
  if (ESTIMATE.test(value.trim())) return { to: Number(amount), before: undefined, stood: value.trim() };
  const to = withNumber(value, new Decimal(amount));
  return to && { to: to.text, before: to.before };
}

const ESTIMATE =
  /^(?:大?约|约为|近|超过?|不到|逾|暂定|暂估|预计|估计)\s*[-0-9.,，]+(?:万?元)?$|^[-0-9.,，]+(?:万?元)?(?:左右|上下|多|余|以上|以内|以下|暂定|暂估|[（(]?待定[)）]?|[?？])$/u;
const NUMBERS = /-?[0-9][0-9,]*(?:\.[0-9]+)?/g;

/** A text with its only number replaced, with as many decimals and the same separators; undefined where it has none or several. */
function withNumber(text: string, amount: Decimal): { readonly text: string; readonly before: string } | undefined {
  const [only, ...more] = [...text.matchAll(NUMBERS)];
  if (!only || more.length > 0) return undefined;
  const [typed] = only;
  const decimals = typed.split('.')[1]?.length ?? 0;
  const plain = formatAmount(amount, Math.max(decimals, amount.decimalPlaces()));
  const written = typed.includes(',') ? groupThousands(plain) : plain;
  const end = only.index + typed.length;
  return { text: text.slice(0, only.index) + written + text.slice(end), before: typed.replaceAll(',', '') };
}
