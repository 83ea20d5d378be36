import { Decimal } from 'decimal.js';
import { readAmount } from '../../src/engine/amount/read-amount';
import type { CellValue } from '../../src/engine/snapshot/snapshot';
import type { Random } from './random';

/** The ways in which amounts are made wrong. */
export const KINDS = [
  'digit',
  'swapped',
  'dropped',
  'doubled',
  'point',
  'sign',
  'omission',
  'unit',
  'misplaced',
  'exchanged',
  'arithmetic',
] as const;

export type Kind = (typeof KINDS)[number];

/** The kinds that change one cell by itself. */
export type SingleKind = Exclude<Kind, 'misplaced' | 'exchanged'>;

/** What stands before the amount where a cell holds its label too: `年度资金总额：` of a performance table. */
const LABELLED = /^(.*[:：])(.*)$/su;

/** The amount in a cell, in the unit in which it is written; undefined where there is none. */
export function amountIn(value: CellValue): Decimal | undefined {
  const reading = readAmount(typeof value === 'string' ? (LABELLED.exec(value)?.[2] ?? value) : value);
  return reading.kind === 'amount' ? reading.value : undefined;
}

/** The cell with another amount, as number or text and with its label as before; null: blank. */
export function withAmount(value: CellValue, amount: string | null): CellValue {
  const label = typeof value === 'string' ? LABELLED.exec(value)?.[1] : undefined;
  if (label !== undefined) return `${label}${amount ?? ''}`;
  if (amount === null) return null;
  return typeof value === 'number' || value === null ? Number(amount) : amount;
}

/** What is typed instead of an amount (two decimals), as text, null for nothing; undefined where this is no error or not possible. */
export function wrongAmount(
  meant: Decimal,
  kind: SingleKind,
  inYuan: boolean,
  random: Random,
): string | null | undefined {
  if (kind === 'omission') return null;
  const text = wrongText(meant, kind, inYuan, random);
  if (text === undefined || !/^-?\d+(?:\.\d*)?$/.test(text)) return undefined;
  return new Decimal(text).equals(meant) ? undefined : text;
}

function wrongText(
  meant: Decimal,
  kind: Exclude<SingleKind, 'omission'>,
  inYuan: boolean,
  random: Random,
): string | undefined {
  const text = meant.toFixed(2);
  const digits = [...text].flatMap((sign, at) => (/\d/.test(sign) ? [at] : []));
  const at = random.oneOf(digits) ?? 0;
  const before = text.slice(0, at);
  const digit = text[at] ?? '';
  const after = text.slice(at + 1);
  switch (kind) {
    case 'digit':
      return `${before}${random.below(10)}${after}`;
    case 'swapped': {
      const next = after[0] ?? '';
      return /\d/.test(next) ? `${before}${next}${digit}${after.slice(1)}` : undefined;
    }
    case 'dropped':
      return before + after;
    case 'doubled':
      return before + digit + digit + after;
    case 'point':
      return random.below(2) === 0 ? meant.times(10).toFixed() : meant.div(10).toDecimalPlaces(2).toFixed();
    case 'sign':
      return meant.negated().toFixed(2);
    case 'unit':
      return inYuan ? meant.div(10_000).toDecimalPlaces(2).toFixed() : meant.times(10_000).toFixed();
    case 'arithmetic':
      return new Decimal(random.below(Math.max(1000, Math.min(1e9, meant.abs().times(200).floor().toNumber()))))
        .plus(1)
        .div(100)
        .toFixed(2);
  }
}
