import { Decimal } from 'decimal.js';
import type { CellValue } from '../snapshot/snapshot';
import { remembered } from '../memo/remembered';
import { TO_BE_FILLED, type AmountIssue, type MoneyUnit, type Reading } from './reading';

const BLANK: Reading = { kind: 'blank' };
const ZERO = new Decimal(0);

const PLAIN = /^-?(?:0|[1-9][0-9]{0,17})(?:\.([0-9]{1,9}))?$/;
const FORMULA_ERROR =
  /^#(?:REF!|N\/A|DIV\/0!|VALUE!|NAME\?|NUM!|NULL!|SPILL!|CALC!|FIELD!|BLOCKED!|CONNECT!|BUSY!|UNKNOWN!|EXTERNAL!|PYTHON!|GETTING_DATA)$/;

/**
 * Reads a cell the way a person reads an amount. Always gives an answer: what is no amount comes back as `blank`
 * (nothing, or nothing but spaces) or as `unreadable` with the reason.
 *
 * Stored numbers become exact decimals of at most 15 significant digits, Excel's own precision. Texts may hold full-width
 * characters, spaces of any kind at the ends and beside a point or separator, thousands separators in groups of three,
 * a sign or accounting brackets, ¥, and 元 or 万元 behind (kept in `suffix`, never converted here). A dash and a stroke are zero.
 */
export function readAmount(value: CellValue): Reading {
  if (typeof value === 'number') return readNumber(value);
  if (value === null || value === '') return BLANK;
  if (typeof value === 'boolean') return unreadable(value ? 'TRUE' : 'FALSE', 'boolean');
  const plain = PLAIN.exec(value);
  if (plain) return textAmount(new Decimal(value), plain[1]?.length ?? 0, value);
  return textReading(value);
}

function readNumber(value: number): Reading {
  const raw = String(value);
  if (!Number.isFinite(value)) return unreadable(raw, 'not-a-number');
  if (Number.isInteger(value) && Math.abs(value) < 1e15) {
    return { kind: 'amount', value: value === 0 ? ZERO : new Decimal(value), decimals: 0, raw, asText: false };
  }
  // A number of 15 digits survives the way there and back, so its shortest form has no more of them.
  const short = raw.length <= 15 ? raw : String(Number(value.toPrecision(15)));
  const point = short.indexOf('.');
  const places = short.includes('e') ? Infinity : point < 0 ? 0 : short.length - 1 - point;
  if (places <= TRUSTED_PLACES)
    return { kind: 'amount', value: new Decimal(short), decimals: places, raw, asText: false };
  const exact = withoutResidue(new Decimal(short));
  return { kind: 'amount', value: exact, decimals: exact.decimalPlaces(), raw, asText: false };
}

const TRUSTED_PLACES = 8;
const FINEST_MONEY_PLACES = 6;

/**
 * A difference of large figures keeps their binary residue among its leading digits (1234567.89 − 1234567.8 is stored as
 * 0.0899999998509884), where 15 digits no longer remove it. 0.01 元 is the sixth decimal of 万元: whatever lies within
 * half of the eighth of such a figure is that figure.
 */
function withoutResidue(value: Decimal): Decimal {
  if (value.decimalPlaces() <= TRUSTED_PLACES) return value;
  const near = value.toDecimalPlaces(TRUSTED_PLACES, Decimal.ROUND_HALF_UP);
  if (near.decimalPlaces() > FINEST_MONEY_PLACES) return value;
  return near.isZero() ? ZERO : near;
}

const INVISIBLE = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufe00-\ufe0f\ufeff]/g;
const HARD_SPACE = /[\t\n\v\f\r\u0085\u2028\u2029]/g;
const SOFT_SPACE = /[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/g;
const FULL_WIDTH = /[\uff01-\uff5e]/g;
const DASH = /[\u2010-\u2015\u2212\u2500\u2501\ufe58\ufe63]/g;

/** One spelling of everything that looks alike; `\n` stays apart from a space, since it never separates thousands. */
function folded(text: string): string {
  return ASCII.test(text) ? text : foldedSigns(text);
}

/** Printable ASCII without spaces looks like nothing else. */
const ASCII = /^[\x21-\x7e]*$/;

function foldedSigns(text: string): string {
  return text
    .replace(FULL_WIDTH, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0))
    .replace(INVISIBLE, '')
    .replace(HARD_SPACE, '\n')
    .replace(SOFT_SPACE, ' ')
    .replace(DASH, '-')
    .replaceAll('￥', '¥')
    .replaceAll('。', '.')
    .replace(/ {2,}/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{2,}/g, '\n')
    .trim();
}

// An apostrophe that exports leave in front of texts, sign, currency, number, unit, footnote mark; or brackets for the sign.
const PARTS = /^'?\s*([-+]?)\s*(?:¥\s*)?([-+]?)\s*([0-9.,\s]*[0-9.])\s*(万\s*元|元|万)?\s*[*※①-⑳]*$/;
const BRACKETED = /^\(\s*([^()]*?)\s*\)\s*(万\s*元|元|万)?$/;
const GROUPED = /^[1-9][0-9]{0,2}(?:,[0-9]{3})+(?:\.([0-9]*))?$/;
const SPACED = /^[1-9][0-9]{0,2}(?: [0-9]{3})+(?:\.([0-9]*))?$/;
const UNGROUPED = /^(?:[0-9]+(?:\.([0-9]*))?|\.([0-9]+))$/;
const EXPONENT = /^[-+]?[0-9.]+e[-+]?[0-9]+$/i;
const ONLY_DIGITS_AND_MARKS = /^[-+(]?\s*¥?[0-9.,\s]*[0-9][0-9.,\s]*\)?-?$/;

/** 待填, 【待填】, 【待填：预算数】. */
const OPEN = new RegExp(`^(?:${TO_BE_FILLED}|【${TO_BE_FILLED}(?::[^】]*)?】)$`);

// Longer than any amount with its unit; keeps a pasted paragraph away from the patterns.
const LONGEST = 64;

const textReading = remembered(readText);

function readText(raw: string): Reading {
  const text = folded(raw);
  if (text === '') return BLANK;
  if (text.length > LONGEST) return unreadable(raw, 'not-a-number');
  if (/^-[-\s]*$/.test(text) || text === '/')
    return { kind: 'amount', value: ZERO, decimals: 0, raw, asText: false, dash: true };
  if (FORMULA_ERROR.test(text)) return unreadable(raw, 'formula-error');
  if (OPEN.test(text)) return unreadable(raw, 'open');
  if (EXPONENT.test(text)) return unreadable(raw, 'exponent');

  const bracketed = BRACKETED.exec(text);
  const parts = PARTS.exec(bracketed ? `${bracketed[1] ?? ''}${bracketed[2] ?? ''}` : text);
  if (!parts) return unreadable(raw, issueOf(text));
  const [, before = '', after = '', digits = '', unit] = parts;
  const signs = `${before}${after}`;
  if (signs.length > 1 || (bracketed && signs !== '')) return unreadable(raw, 'malformed');

  // A space beside a point or a separator is a slip of the hand; one between digits could be the gap between two numbers.
  const compact = digits.replace(/\s*([.,])\s*/g, '$1');
  const match = UNGROUPED.exec(compact) ?? GROUPED.exec(compact) ?? SPACED.exec(compact);
  if (!match) return unreadable(raw, issueOf(digits));
  const decimals = (match[1] ?? match[2] ?? '').length;
  const magnitude = new Decimal(compact.replace(/[, ]/g, '').replace(/\.$/, ''));
  const negative = bracketed !== null || signs === '-';
  const value = magnitude.isZero() ? ZERO : negative ? magnitude.negated() : magnitude;
  return textAmount(value, decimals, raw, unit === undefined ? undefined : unit.startsWith('万') ? '万元' : '元');
}

function issueOf(text: string): AmountIssue {
  if (/[0-9]\s+[0-9]/.test(text)) return 'not-a-number';
  return ONLY_DIGITS_AND_MARKS.test(text) ? 'malformed' : 'not-a-number';
}

function textAmount(value: Decimal, decimals: number, raw: string, suffix?: MoneyUnit): Reading {
  const exact = value.isZero() ? ZERO : value;
  if (suffix === undefined) return { kind: 'amount', value: exact, decimals, raw, asText: true };
  return { kind: 'amount', value: exact, decimals, raw, asText: true, suffix };
}

function unreadable(raw: string, because: AmountIssue): Reading {
  return { kind: 'unreadable', raw, because };
}
