import type { CellValue } from '../snapshot/snapshot';

/** An Excel error as a value (`#DIV/0!`); an object, so that it is never mistaken for a text. */
export interface ErrorValue {
  readonly error: string;
}

/** What an expression can come to; null is a blank cell. */
export type Value = CellValue | ErrorValue;

/** Thrown inside the evaluator only: the formula needs something we would have to guess. Caught at each formula. */
export class Beyond {
  constructor(readonly because: string) {}
}

export function isError(value: Value): value is ErrorValue {
  return typeof value === 'object' && value !== null;
}

export function errorValue(error: string): ErrorValue {
  return { error };
}

const ERROR_TEXT =
  /^#(?:NULL!|DIV\/0!|VALUE!|REF!|NAME\?|NUM!|N\/A|GETTING_DATA|SPILL!|CALC!|FIELD!|BLOCKED!|CONNECT!|UNKNOWN!)$/;

/** A cell's value as the evaluator sees it: snapshots hold an error as its text. */
export function fromCell(value: CellValue): Value {
  return typeof value === 'string' && value.startsWith('#') && ERROR_TEXT.test(value) ? errorValue(value) : value;
}

/** And back. A formula that refers to a blank cell shows 0. */
export function toCell(value: Value): Exclude<CellValue, null> {
  if (value === null) return 0;
  return isError(value) ? value.error : value;
}

const PLAIN_NUMBER = /^[-+]?(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)?(?:\.[0-9]*)?(?:[eE][-+]?[0-9]+)?%?$/;

/**
 * A value as a number, the way an arithmetic operator takes it. Text counts where it is a number in the one way that every
 * locale of Excel reads alike; text with digits in another form (a date, full-width digits) is beyond us, as Excel reads it by locale.
 */
export function toNumber(value: Value): number | ErrorValue {
  if (typeof value === 'number' || isError(value)) return value;
  if (value === null) return 0;
  if (typeof value === 'boolean') return value ? 1 : 0;
  const text = value.trim();
  if (/[0-9]/.test(text) && PLAIN_NUMBER.test(text)) {
    const percent = text.endsWith('%');
    const number = Number(text.replace(/[,%]/g, ''));
    return percent ? number / 100 : number;
  }
  if (/\p{N}/u.test(text)) throw new Beyond('text-as-number');
  return errorValue('#VALUE!');
}

/** A value as a condition. */
export function toBoolean(value: Value): boolean | ErrorValue {
  if (typeof value === 'boolean' || isError(value)) return value;
  if (value === null) return false;
  if (typeof value === 'number') return value !== 0;
  const upper = value.toUpperCase();
  return upper === 'TRUE' || upper === 'FALSE' ? upper === 'TRUE' : errorValue('#VALUE!');
}

/** A value as text, as `&` takes it: numbers with up to 15 digits. */
export function toText(value: Value): string | ErrorValue {
  if (typeof value === 'string' || isError(value)) return value;
  if (value === null) return '';
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  // Where Excel changes to its exponent form is not documented: not guessed.
  if (value !== 0 && (Math.abs(value) < 1e-4 || Math.abs(value) >= 1e15)) throw new Beyond('number-as-text');
  return String(fifteenDigits(value));
}

/** A double as Excel shows and compares it. */
export function fifteenDigits(value: number): number {
  return Number.isInteger(value) && Math.abs(value) < 1e15 ? value : Number(value.toPrecision(15));
}

const RANK = { number: 0, string: 1, boolean: 2 } as const;

/** Less than 0, 0 or more than 0 as Excel orders two values: numbers before text before FALSE before TRUE, text without regard to case. */
export function compare(left: Exclude<Value, ErrorValue>, right: Exclude<Value, ErrorValue>): number {
  const [a, b] = [blankLike(left, right), blankLike(right, left)];
  if (typeof a === 'number' && typeof b === 'number') return Math.sign(fifteenDigits(a) - fifteenDigits(b));
  if (typeof a === 'boolean' && typeof b === 'boolean') return Number(a) - Number(b);
  if (typeof a === 'string' && typeof b === 'string') return compareText(a, b);
  return RANK[typeof a as keyof typeof RANK] - RANK[typeof b as keyof typeof RANK];
}

function blankLike(value: Exclude<Value, ErrorValue>, other: Exclude<Value, ErrorValue>): number | string | boolean {
  if (value !== null) return value;
  return typeof other === 'string' ? '' : typeof other === 'boolean' ? false : 0;
}

function compareText(a: string, b: string): number {
  const [x, y] = [a.toUpperCase(), b.toUpperCase()];
  if (x === y) return 0;
  // Which of two texts comes first depends on the locale; only for letters and digits of ASCII it does not.
  if (!/^[A-Z0-9 ]*$/.test(x + y)) return NaN;
  return x < y ? -1 : 1;
}
