import type { XmlScanner } from './xml-scanner';
import { unescapeCellText } from './xml-text';

/** What stands in a cell, as its sheet's part has it. */
export interface CellContent {
  readonly type: string;
  readonly style: number | undefined;
  readonly formula: string | undefined;
  readonly raw: string | undefined;
  readonly inline: string | undefined;
}

/*
 * Any number of blank cells, and one that holds something, as nearly every program writes them: attributes in the standard's order, a
 * formula without attributes, a value or a text of one run. Of columns up to ZZ, all of which exist.
 */
const PLAIN = new RegExp(
  '(?:<c r="([A-Z]{1,2})\\d+"(?: s="\\d+")?/>)*' +
    '(?:<c r="([A-Z]{1,2})\\d+"(?: s="(\\d+)")?(?: t="(n|s|str|inlineStr|b|e)")?>' +
    '(?:<f>([^<]+)</f>)?' +
    '(?:(<v>)([^<]*)</v>|(<is><t(?: xml:space="preserve")?>)([^<]*)</t></is>)' +
    '</c>)?',
  'y',
);

const END_OF_FORMULA = '</f>'.length;
const END_OF_VALUE = '</v></c>'.length;
const END_OF_INLINE = '</t></is></c>'.length;

/**
 * Where cells are written plainly, the column and the content of the next one that holds something, or the column of the last of those
 * before it where only blank ones are plain; undefined where the next cell has to be read token by token.
 */
export function plainCell(
  scan: XmlScanner,
): { readonly column: number; readonly content: CellContent | undefined } | undefined {
  const found = scan.match(PLAIN);
  if (!found || found[0] === '') return undefined;
  const [, blank = '', letters, style, type = 'n', formula, beforeValue, value, beforeText, text] = found;
  if (letters === undefined) return { column: columnOf(blank), content: undefined };
  const last = value ?? text ?? '';
  const to = scan.after - (value === undefined ? END_OF_INLINE : END_OF_VALUE);
  const from = to - last.length;
  const read = textIn(scan, last, from, to);
  const afterFormula = from - (beforeValue ?? beforeText ?? '').length - END_OF_FORMULA;
  return {
    column: columnOf(letters),
    content: {
      type,
      style: style === undefined ? undefined : Number(style),
      formula: formula && textIn(scan, formula, afterFormula - formula.length, afterFormula),
      raw: value === undefined ? undefined : read,
      inline: text === undefined ? undefined : unescapeCellText(read),
    },
  };
}

const IN_NEED_OF_READING = /[^ -%'-~]/;
/** Longer ones would keep alive all that the pattern was looking at. */
const COPIED = 12;

function textIn(scan: XmlScanner, found: string, from: number, to: number): string {
  return found.length <= COPIED && !IN_NEED_OF_READING.test(found) ? found : scan.textAt(from, to);
}

function columnOf(letters: string): number {
  const last = letters.charCodeAt(letters.length - 1) - 65;
  return letters.length < 2 ? last : (letters.charCodeAt(0) - 64) * 26 + last;
}
