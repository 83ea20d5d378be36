import { Decimal } from 'decimal.js';
import { formatAmount, groupThousands } from '../../engine/amount/format';
import type { Cell } from '../../engine/snapshot/snapshot';

/**
 * What a cell shows in the sheet: a number through its format as far as tables of figures and dates use formats. A format that
 * is not understood shows the number as it is. Texts come back as they stand.
 */
export function displayed({ value, format }: Pick<Cell, 'value' | 'format'>): string {
  if (value === null) return '';
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  if (typeof value === 'string') return value;
  if (format === undefined || format === '@') return plain(value);
  return (isDate(format) ? dateText(value, format) : numberText(value, format)) ?? plain(value);
}

/** The 15 digits that Excel keeps, in plain notation. */
function plain(value: number): string {
  return new Decimal(value).toSignificantDigits(15).toFixed();
}

const LITERAL = /"([^"]*)"|\\(.)|\[[^\]]*\]|_.|\*./g;

/** The codes of a format without its literal texts, colours, conditions and fillers. */
const bare = (format: string): string => format.replace(LITERAL, '');

const isDate = (format: string): boolean => /[ymdhs]/i.test(bare(format.split(';')[0] ?? ''));

function numberText(value: number, format: string): string | undefined {
  const sections = format.split(';');
  const isNegative = value < 0 && sections.length > 1;
  const section = (value < 0 ? sections[1] : value === 0 ? sections[2] : undefined) ?? sections[0] ?? '';
  const codes = /^[^#0?]*([#0?,]*)(?:\.([0#?]*))?\s*(%?)/.exec(bare(section));
  if (codes === null || /[/Ee]/.test(bare(section))) return undefined;
  const [, whole = '', fraction = '', percent = ''] = codes;
  const literals = [...section.matchAll(LITERAL)];
  const words = literals.map(([, quoted, escaped]) => quoted ?? escaped ?? '');
  // A zero that is shown as a dash, and the like.
  if (whole === '' && fraction === '') return words.join('').trim();
  const amount = new Decimal(value).times(percent === '' ? 1 : 100);
  const least = fraction.replace(/[^0]/g, '').length;
  const most = formatAmount(isNegative ? amount.abs() : amount, fraction.length);
  const trimmed = trimZeros(most, least);
  const digits = whole.includes(',') ? groupThousands(trimmed) : trimmed;
  const first = section.search(/[#0?]/);
  const place = (before: boolean): string =>
    literals.map(({ index }, at) => (index < first === before ? (words[at] ?? '') : '')).join('');
  const sign = isNegative && /-/.test(bare(section).slice(0, Math.max(0, bare(section).search(/[#0?]/)))) ? '-' : '';
  const bracketed = isNegative && bare(section).includes('(') ? `(${digits})` : digits;
  return `${place(true)}${sign}${bracketed}${percent}${place(false)}`.trim();
}

function trimZeros(text: string, least: number): string {
  const [whole = '', fraction = ''] = text.split('.');
  let kept = fraction;
  while (kept.length > least && kept.endsWith('0')) kept = kept.slice(0, -1);
  return kept === '' ? whole : `${whole}.${kept}`;
}

const DAY = 86_400_000;
const CODE = /"([^"]*)"|\\(.)|\[[^\]]*\]|上午\/下午|AM\/PM|yyyy|yy|y|mmmm|mmm|mm|m|dddd|ddd|dd|d|hh|h|ss|s|_.|\*.|./giu;

/** A serial number of the 1900 system as a date; undefined for what is none. */
function dateText(serial: number, format: string): string | undefined {
  // Excel counts a 29 February 1900 that never was; nothing here is that old.
  if (serial < 61 || serial > 2_958_465) return undefined;
  const date = new Date(Date.UTC(1899, 11, 30) + Math.round(serial * 86_400) * 1000);
  const two = (number: number): string => String(number).padStart(2, '0');
  const parts: string[] = [];
  let afterHour = false;
  for (const match of (format.split(';')[0] ?? '').matchAll(CODE)) {
    const [code, quoted, escaped] = match;
    const literal = quoted ?? escaped;
    if (literal !== undefined) {
      parts.push(literal);
      continue;
    }
    const month = date.getUTCMonth() + 1;
    const says: Readonly<Record<string, string>> = {
      yyyy: String(date.getUTCFullYear()),
      yy: two(date.getUTCFullYear() % 100),
      y: two(date.getUTCFullYear() % 100),
      mm: two(afterHour ? date.getUTCMinutes() : month),
      m: String(afterHour ? date.getUTCMinutes() : month),
      dd: two(date.getUTCDate()),
      d: String(date.getUTCDate()),
      hh: two(date.getUTCHours()),
      h: String(date.getUTCHours()),
      ss: two(date.getUTCSeconds()),
      s: String(date.getUTCSeconds()),
    };
    const key = code.toLowerCase();
    if (/^(?:\[|_.|\*.)/su.test(code)) continue;
    if (/^(?:mmmm?|dddd?|am\/pm|上午\/下午)$/i.test(code)) return undefined;
    afterHour = /^h/i.test(code) || (afterHour && !/^[ymd]/i.test(code));
    parts.push(says[key] ?? code);
  }
  return date.getTime() % DAY < 0 ? undefined : parts.join('').trim();
}
