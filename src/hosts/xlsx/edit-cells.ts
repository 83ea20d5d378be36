import { a1 } from '../../engine/snapshot/address';
import type { NumberFormat } from '../../engine/snapshot/patch';
import type { CellValue } from '../../engine/snapshot/snapshot';
import { prepareShift } from '../../engine/formula/shift';
import { heightOfLines, linesIn } from '../../engine/snapshot/row-height';
import { isOn } from './read-sheet';
import { spliceBytes } from './splice';
import type { Splice } from './splice';
import { locate, prefixed } from './xml-edit';
import { Token, XmlScanner } from './xml-scanner';
import { escapeCellText, escapeXml, spaceAttribute } from './xml-text';

/** What a cell is to hold, and how it is to be shown where that is said. */
export type NewContent = ({ readonly value: CellValue } | { readonly formula: string; readonly value?: CellValue }) & {
  readonly format?: NumberFormat;
  /** Its row is as high as the text needs. */
  readonly fitsRow?: true;
};

/** The number of the cell format that a cell at a place takes, given the one that it has. */
export type Restyle = (
  at: { readonly row: number; readonly column: number },
  style: string | undefined,
  format: NumberFormat,
) => string | undefined;

/** Contents by row and column. */
export type NewContents = ReadonlyMap<number, ReadonlyMap<number, NewContent>>;

const USUAL_WIDTH = 8;
const HT = ' ht="';

/** A sheet with the contents of some cells replaced; formats, and everything else of the part, stay. Cells and rows that are not there are made. */
export function writeCells(bytes: Uint8Array, contents: NewContents, restyle: Restyle): Uint8Array {
  return new CellWriter(bytes, contents, restyle).write();
}

class CellWriter {
  private readonly splices: Splice[] = [];
  private readonly scan: XmlScanner;
  private prefix = '';
  private columnStyles: { readonly from: number; readonly to: number; readonly style: string }[] = [];
  private readonly columnWidths: { readonly from: number; readonly to: number; readonly width: number }[] = [];
  /** Masters of shared formulas that are overwritten, whose followers must be written out. */
  private readonly lost = new Set<string>();

  constructor(
    private readonly bytes: Uint8Array,
    private readonly contents: NewContents,
    private readonly restyle: Restyle,
  ) {
    this.scan = new XmlScanner(bytes);
  }

  write(): Uint8Array {
    const sheetData = locate(this.bytes, ['worksheet', 'sheetData']);
    if (!sheetData) throw new Error('no sheetData');
    this.prefix = sheetData.prefix;
    const { scan } = this;
    const pending = [...this.contents.keys()].sort((a, b) => a - b);
    const flush = (before: number, at: number): void => {
      while (pending.length > 0 && (pending[0] as number) < before) {
        const row = pending.shift() as number;
        const cells = this.newCells(row, [...(this.contents.get(row)?.entries() ?? [])], undefined);
        const height = this.heightFor(this.contents.get(row) ?? new Map());
        const ht = typeof height === 'number' ? ` ht="${height}"` : '';
        if (cells !== '') this.insert(at, `<row r="${row + 1}"${ht}>${cells}</row>`);
      }
    };
    if (sheetData.selfClosing) {
      this.readColumns();
      const at = sheetData.end;
      this.splices.push({ from: sheetData.endOfAttributes, to: at, text: '>' });
      flush(Infinity, at);
      this.splices.push({ from: at, to: at, text: `</${this.prefix}sheetData>` });
      return spliceBytes(this.bytes, this.splices);
    }
    let row = -1;
    for (let token = scan.next(); token !== Token.end; token = scan.next()) {
      if (token === Token.close && scan.is('sheetData')) {
        flush(Infinity, scan.start);
        break;
      }
      if (token !== Token.open) continue;
      if (scan.is('col')) this.readColumn();
      if (!scan.is('row')) continue;
      const reference = scan.attribute('r');
      row = reference === undefined ? row + 1 : Number(reference) - 1;
      flush(row, scan.start);
      const wanted = this.contents.get(row);
      if (wanted && pending[0] === row) {
        pending.shift();
        this.row(row, wanted);
      } else scan.skip();
    }
    if (this.lost.size > 0) this.writeOutFollowers();
    return spliceBytes(this.bytes, this.splices);
  }

  private insert(at: number, xml: string): void {
    this.splices.push({ from: at, to: at, text: prefixed(xml, this.prefix) });
  }

  private readColumns(): void {
    for (let token = this.scan.next(); token !== Token.end && !this.scan.is('sheetData'); token = this.scan.next()) {
      if (token === Token.open && this.scan.is('col')) this.readColumn();
    }
  }

  private readColumn(): void {
    const width = this.scan.attribute('width');
    if (width !== undefined)
      this.columnWidths.push({
        from: Number(this.scan.attribute('min')) - 1,
        to: Number(this.scan.attribute('max')) - 1,
        width: Number(width),
      });
    const style = this.scan.attribute('style');
    if (style !== undefined)
      this.columnStyles.push({
        from: Number(this.scan.attribute('min')) - 1,
        to: Number(this.scan.attribute('max')) - 1,
        style,
      });
  }

  // A cell that is made takes the format that the user sees at its place: the row's, else the column's.
  private styleFor(column: number, rowStyle: string | undefined): string | undefined {
    return rowStyle ?? this.columnStyles.find(({ from, to }) => column >= from && column <= to)?.style;
  }

  private newCells(
    row: number,
    contents: readonly (readonly [number, NewContent])[],
    rowStyle: string | undefined,
  ): string {
    return [...contents]
      .sort(([a], [b]) => a - b)
      .filter(([, content]) => 'formula' in content || content.value !== null)
      .map(([column, content]) => this.element(row, column, this.styleFor(column, rowStyle), content))
      .join('');
  }

  private element(row: number, column: number, before: string | undefined, content: NewContent): string {
    const at = { row, column };
    const style = content.format ? this.restyle(at, before, content.format) : before;
    return cellElement(a1(at), style, content);
  }

  private row(row: number, wanted: ReadonlyMap<number, NewContent>): void {
    const { scan } = this;
    const rowStyle = isOn(scan.attribute('customFormat'), false) ? scan.attribute('s') : undefined;
    this.fit(this.heightFor(wanted));
    const pending = [...wanted].sort(([a], [b]) => a - b);
    const flush = (before: number, at: number): void => {
      const ready = pending.splice(0, pending.filter(([column]) => column < before).length);
      const cells = this.newCells(row, ready, rowStyle);
      if (cells !== '') this.insert(at, cells);
    };
    if (scan.selfClosing) {
      const cells = this.newCells(row, pending, rowStyle);
      const name = scan.prefix() + scan.name();
      if (cells !== '')
        this.splices.push({
          from: scan.endOfAttributes,
          to: scan.after,
          text: `>${prefixed(cells, this.prefix)}</${name}>`,
        });
      scan.next();
      return;
    }
    const outside = scan.depth - 1;
    let column = -1;
    while (scan.depth > outside) {
      const token = scan.next();
      if (token === Token.end) return;
      if (token === Token.close && scan.depth === outside) flush(Infinity, scan.start);
      if (token !== Token.open || !scan.is('c')) continue;
      const reference = scan.attribute('r');
      column = reference === undefined ? column + 1 : columnOf(reference);
      flush(column, scan.start);
      const content = pending[0]?.[0] === column ? pending.shift()?.[1] : undefined;
      if (content) this.replace(row, column, content);
      else scan.skip();
    }
  }

  /** The height in points that the contents of a row need; null where one line is enough, undefined where nothing is to fit. */
  private heightFor(contents: ReadonlyMap<number, NewContent>): number | null | undefined {
    const lines = [...contents].flatMap(([column, content]) => {
      if (!content.fitsRow || 'formula' in content) return [];
      const width = this.columnWidths.find(({ from, to }) => column >= from && column <= to)?.width ?? USUAL_WIDTH;
      return [typeof content.value === 'string' ? linesIn(content.value, width) : 1];
    });
    if (lines.length === 0) return undefined;
    const most = Math.max(...lines);
    return most === 1 ? null : heightOfLines(most);
  }

  /** Makes the row just met as high as its text needs; one that somebody gave a height keeps it. */
  private fit(height: number | null | undefined): void {
    const { scan } = this;
    if (height === undefined || isOn(scan.attribute('customHeight'), false)) return;
    const present = scan.attribute('ht');
    const [from, to] = [scan.valueStart, scan.valueEnd];
    if (present === undefined) {
      if (height !== null)
        this.splices.push({ from: scan.endOfAttributes, to: scan.endOfAttributes, text: ` ht="${height}"` });
    } else if (height !== null) this.splices.push({ from, to, text: String(Math.max(height, Number(present))) });
    else if (scan.texts.at(from - HT.length, from) === HT)
      // Whoever opens the file finds the height anew.
      this.splices.push({ from: from - HT.length, to: to + 1, text: '' });
  }

  private replace(row: number, column: number, content: NewContent): void {
    const { scan } = this;
    const from = scan.start;
    const style = scan.attribute('s');
    const outside = scan.depth - 1;
    while (scan.depth > outside) {
      const token = scan.next();
      if (token === Token.end) return;
      if (token !== Token.open || !scan.is('f') || scan.attribute('t') !== 'shared') continue;
      const group = scan.attribute('si');
      if (group !== undefined && scan.attribute('ref') !== undefined) this.lost.add(group);
    }
    this.splices.push({
      from,
      to: scan.after,
      text: prefixed(this.element(row, column, style, content), this.prefix),
    });
  }

  // Each follower of an overwritten master becomes a formula of its own; its cached value stays.
  private writeOutFollowers(): void {
    const masters = new Map<string, { row: number; column: number; shift: ReturnType<typeof prepareShift> }>();
    const scan = new XmlScanner(this.bytes);
    let row = -1;
    let column = -1;
    for (let token = scan.next(); token !== Token.end; token = scan.next()) {
      if (token !== Token.open) continue;
      if (scan.is('row')) {
        const reference = scan.attribute('r');
        row = reference === undefined ? row + 1 : Number(reference) - 1;
        column = -1;
      } else if (scan.is('c')) {
        const reference = scan.attribute('r');
        column = reference === undefined ? column + 1 : columnOf(reference);
      } else if (scan.is('f') && scan.attribute('t') === 'shared') {
        const group = scan.attribute('si') ?? '';
        if (!this.lost.has(group)) continue;
        const from = scan.start;
        const text = scan.textContent();
        const master = masters.get(group);
        if (text !== '') masters.set(group, { row, column, shift: prepareShift(text) });
        else if (master && !this.contents.get(row)?.has(column)) {
          const formula = master.shift(row - master.row, column - master.column);
          this.splices.push({ from, to: scan.after, text: prefixed(`<f>${escapeXml(formula)}</f>`, this.prefix) });
        }
      }
    }
  }
}

function columnOf(reference: string): number {
  let column = 0;
  for (const letter of /^[A-Z]*/.exec(reference)?.[0] ?? '') column = column * 26 + letter.charCodeAt(0) - 64;
  return column - 1;
}

/** A cell as SpreadsheetML: text inline, so that no shared string has to be added; `style` the number of its format. */
export function cellElement(reference: string, style: string | undefined, content: NewContent): string {
  const open = `<c r="${reference}"${style === undefined ? '' : ` s="${style}"`}`;
  if ('formula' in content) return formulaElement(open, content.formula, content.value ?? null);
  const { value } = content;
  if (value === null) return `${open}/>`;
  if (typeof value === 'number') return `${open}><v>${value}</v></c>`;
  if (typeof value === 'boolean') return `${open} t="b"><v>${value ? 1 : 0}</v></c>`;
  return `${open} t="inlineStr"><is><t${spaceAttribute(value)}>${escapeCellText(value)}</t></is></c>`;
}

const ERROR = /^#(?:[A-Z/]+[!?]|N\/A)/;

/** A formula with what it comes to, where that is known. */
function formulaElement(open: string, formula: string, value: CellValue): string {
  const written = `<f>${escapeXml(formula)}</f>`;
  if (value === null) return `${open}>${written}</c>`;
  if (typeof value === 'number') return `${open}>${written}<v>${value}</v></c>`;
  if (typeof value === 'boolean') return `${open} t="b">${written}<v>${value ? 1 : 0}</v></c>`;
  return `${open} t="${ERROR.test(value) ? 'e' : 'str'}">${written}<v>${escapeCellText(value)}</v></c>`;
}
