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

/** Reads the cells of a sheet that are written plainly. */
export class PlainCells {
  /** Texts of cells by their bytes: the same few names stand in thousands of rows. */
  private readonly known = new Map<string, string>();

  constructor(private readonly scan: XmlScanner) {}

  /**
   * The column and the content of the next cell that holds something; the column of the last of the blank cells before it where only they
   * are plain; undefined where the next cell has to be read token by token.
   */
  next(): { readonly column: number; readonly content: CellContent | undefined } | undefined {
    const { scan } = this;
    const found = scan.match(PLAIN);
    if (!found || found[0] === '') return undefined;
    const [, blank = '', letters, style, type = 'n', formula, beforeValue, value, beforeText, text] = found;
    if (letters === undefined) return { column: columnOf(blank), content: undefined };
    const last = value ?? text ?? '';
    const from = scan.after - (value === undefined ? END_OF_INLINE : END_OF_VALUE) - last.length;
    const read = this.text(last, from);
    const afterFormula = from - (beforeValue ?? beforeText ?? '').length - END_OF_FORMULA;
    return {
      column: columnOf(letters),
      content: {
        type,
        style: style === undefined ? undefined : Number(style),
        formula: formula === undefined ? undefined : scan.textAt(afterFormula - formula.length, afterFormula),
        raw: value === undefined ? undefined : read,
        inline: text === undefined ? undefined : unescapeCellText(read),
      },
    };
  }

  private text(found: string, from: number): string {
    if (found.length <= COPIED && !TO_BE_READ.test(found)) return found;
    const known = this.known.get(found);
    if (known !== undefined) return known;
    const text = this.scan.textAt(from, from + found.length);
    if (this.known.size < MOST_KNOWN && found.length <= LONGEST_KNOWN) this.known.set(found, text);
    return text;
  }
}

const TO_BE_READ = /[^ -%'-~]/;
/** Longer ones would keep alive all that the pattern was looking at. */
const COPIED = 12;
const LONGEST_KNOWN = 96;
const MOST_KNOWN = 1_000;

function columnOf(letters: string): number {
  const last = letters.charCodeAt(letters.length - 1) - 65;
  return letters.length < 2 ? last : (letters.charCodeAt(0) - 64) * 26 + last;
}
