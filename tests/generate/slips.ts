import { Decimal } from 'decimal.js';
import { readAmount } from '../../src/engine/amount/read-amount';
import type { CellValue } from '../../src/engine/snapshot/snapshot';

/** The ways in which a hand or a copy gets an amount wrong. */
export const SLIPS = [
  'first digit',
  'last digit',
  'swapped',
  'dropped',
  'doubled',
  'point',
  'sign',
  'blanked',
  'scaled',
  'typed',
  'unreadable',
] as const;

export type Slip = (typeof SLIPS)[number];

/** What stands before the amount where a cell holds its label too: ` 年度资金总额：` of a performance table. */
const LABELLED = /^(.*[:：])(.*)$/su;

/** A value of a cell after a slip; undefined where this slip is not possible there or changes no amount. `label` where the cell holds a label as well. */
export function slipped(value: CellValue, slip: Slip): CellValue | undefined {
  const labelled = typeof value === 'string' ? LABELLED.exec(value) : null;
  if (!labelled) return slippedAmount(value, slip);
  const [, label = '', rest = ''] = labelled;
  const changed = slippedAmount(rest, slip);
  return changed === undefined ? undefined : `${label}${changed ?? ''}`;
}

function slippedAmount(value: CellValue, slip: Slip): CellValue | undefined {
  const reading = readAmount(value);
  if (reading.kind === 'unreadable') return undefined;
  const before = reading.kind === 'amount' ? reading.value : new Decimal(0);
  if (reading.kind === 'blank' && slip !== 'typed' && slip !== 'unreadable') return undefined;
  if (reading.kind === 'amount' && slip === 'typed') return undefined;
  if (slip === 'unreadable') return '见附件';
  if (slip === 'typed') return typeof value === 'string' ? '12.50' : 12.5;
  if (slip === 'blanked') return before.isZero() ? undefined : null;
  const text = wrongText(before.toFixed(2), slip);
  if (text === undefined || new Decimal(text).equals(before)) return undefined;
  return typeof value === 'number' ? Number(text) : text;
}

function wrongText(text: string, slip: Slip): string | undefined {
  const sign = text.startsWith('-') ? '-' : '';
  const digits = sign === '' ? text : text.slice(1);
  switch (slip) {
    case 'first digit':
      return sign + raised(digits, 0);
    case 'last digit':
      return sign + raised(digits, digits.length - 1);
    case 'swapped': {
      const at = [...digits].findIndex(
        (digit, index) => isDigit(digit) && isDigit(digits[index + 1]) && digit !== digits[index + 1],
      );
      if (at < 0) return undefined;
      return sign + digits.slice(0, at) + (digits[at + 1] ?? '') + (digits[at] ?? '') + digits.slice(at + 2);
    }
    case 'dropped':
      return /^\d\./.test(digits) ? undefined : sign + digits.slice(1);
    case 'doubled':
      return sign + digits.slice(0, 1) + digits;
    case 'point':
      return new Decimal(text).times(10).toFixed();
    case 'sign':
      return new Decimal(text).negated().toFixed(2);
    case 'scaled':
      return new Decimal(text).times(10_000).toFixed();
    default:
      return undefined;
  }
}

const isDigit = (text: string | undefined): boolean => text !== undefined && /^\d$/.test(text);

const raised = (text: string, at: number): string =>
  `${text.slice(0, at)}${(Number(text[at]) + 1) % 10}${text.slice(at + 1)}`;
