import { prepareShift } from '../../../engine/formula/shift';
import type { Shift } from '../../../engine/formula/shift';
import { a1, a1OfArea, columnIndex, parseA1Area } from '../../../engine/snapshot/address';
import type { Area } from '../../../engine/snapshot/address';
import { PartUnreadable } from '../draft';
import { isOn } from '../read-sheet';
import { prefixed } from '../xml-edit';
import { Token, XmlScanner } from '../xml-scanner';
import { escapeXml } from '../xml-text';
import type { ByteWriter } from './byte-writer';
import { movedArea } from './row-change';
import type { NewRow, RowChange, SheetRowChange } from './row-change';

/** A formula that several cells share: where its text stands, and whether each cell has to get a formula of its own. */
interface Shared {
  readonly row: number;
  readonly column: number;
  readonly shift: Shift;
  readonly isBroken: boolean;
}

/** The looks of a row: the attributes that hold them, and the cells that have a format. */
interface Template {
  readonly attributes: string;
  readonly cells: readonly { readonly column: number; readonly style: string }[];
}

/** The rows of a worksheet part, moved, with the new ones among them and every formula rewritten. */
export class SheetData {
  private readonly own: SheetRowChange | undefined;
  private readonly shared = new Map<string, Shared>();
  private readonly templates = new Map<number, Template>();
  private prefix = '';

  constructor(
    private readonly bytes: Uint8Array,
    private readonly sheet: string,
    private readonly change: RowChange,
    private readonly writer: ByteWriter,
  ) {
    this.own = change.of(sheet);
  }

  /** Writes what changes between the opening tag of `sheetData`, on which the scanner stands, and its closing one. */
  write(scan: XmlScanner): void {
    if (scan.selfClosing) return;
    this.prefix = scan.prefix();
    this.survey(scan.start);
    const pending = [...(this.own?.added ?? [])];
    const outside = scan.depth - 1;
    let row = -1;
    while (scan.depth > outside) {
      const token = scan.next();
      if (token === Token.end) return;
      if (token === Token.close && scan.depth === outside) this.addRows(pending, Infinity, scan.start);
      if (token !== Token.open || !scan.is('row')) continue;
      const before = row;
      row = rowOf(scan, row);
      // Excel takes no file whose rows are out of order, and putting rows into one would be guessing.
      if (row <= before) throw new PartUnreadable(`${this.sheet}: rows out of order`);
      this.addRows(pending, row, scan.start);
      this.row(scan, row);
    }
  }

  private row(scan: XmlScanner, row: number): void {
    const target = this.own ? this.own.moves.row(row) : row;
    if (target === undefined) {
      const from = scan.start;
      scan.skip();
      this.writer.replace(from, scan.after, '');
      return;
    }
    if (!scan.findAttribute('r')) {
      if (this.own) this.writer.replace(scan.endOfAttributes, scan.endOfAttributes, ` r="${target + 1}"`);
    } else if (target !== row) this.writer.replaceNumber(scan.valueStart, scan.valueEnd, target + 1);
    const outside = scan.depth - 1;
    let column = -1;
    while (scan.depth > outside) {
      const token = scan.next();
      if (token === Token.end) return;
      if (token !== Token.open || !scan.is('c')) continue;
      column = columnOf(scan, column);
      if (target !== row && scan.findAttribute('r')) {
        const digits = digitsFrom(this.bytes, scan.valueStart, scan.valueEnd);
        this.writer.replaceNumber(digits, scan.valueEnd, target + 1);
      }
      if (!scan.selfClosing) this.cell(scan, row, column);
    }
  }

  private cell(scan: XmlScanner, row: number, column: number): void {
    const outside = scan.depth - 1;
    while (scan.depth > outside) {
      const token = scan.next();
      if (token === Token.end) return;
      if (token === Token.open && scan.is('f')) this.formula(scan, row, column);
      else if (token === Token.open) scan.skip();
    }
  }

  private formula(scan: XmlScanner, row: number, column: number): void {
    const kind = scan.attribute('t');
    const group = kind === 'shared' ? this.shared.get(scan.attribute('si') ?? '') : undefined;
    if (group?.isBroken) return this.writeOut(scan, group, row, column);
    if (kind === 'array' || kind === 'dataTable' || group) this.moveAttributes(scan);
    const [from, selfClosing] = [scan.after, scan.selfClosing];
    const text = scan.textContent();
    if (selfClosing || text === '') return;
    const moved = this.change.formula(text, this.sheet);
    if (moved !== text) this.writer.replace(from, scan.start, escapeXml(moved));
  }

  /** A cell of a group that does not move as one gets the formula it stands for. */
  private writeOut(scan: XmlScanner, group: Shared, row: number, column: number): void {
    const from = scan.start;
    const always = scan.attribute('ca');
    scan.skip();
    const formula = this.change.formula(group.shift(row - group.row, column - group.column), this.sheet);
    const xml = `<f${always === undefined ? '' : ` ca="${always}"`}>${escapeXml(formula)}</f>`;
    this.writer.replace(from, scan.after, prefixed(xml, this.prefix));
  }

  /** The area of an array formula, a data table or a group, and the input cells of a data table. */
  private moveAttributes(scan: XmlScanner): void {
    const moves = this.own?.moves;
    if (!moves) return;
    const found = ['ref', 'r1', 'r2'].flatMap((name) => {
      const area = parseA1Area(scan.attribute(name) ?? '');
      return area ? [{ from: scan.valueStart, to: scan.valueEnd, area }] : [];
    });
    for (const { from, to, area } of found.sort((a, b) => a.from - b.from)) {
      const moved = movedArea(area, moves);
      if (!moved) throw new PartUnreadable(`${this.sheet}: ${a1OfArea(area)} is gone`);
      if (moved.top !== area.top || moved.bottom !== area.bottom) this.writer.replace(from, to, a1OfArea(moved));
    }
  }

  private addRows(pending: NewRow[], before: number, at: number): void {
    for (let next = pending[0]; next && next.above <= before; next = pending[0]) {
      pending.shift();
      const template = this.templates.get(next.like);
      if (!template) continue;
      const { row } = next;
      const cells = template.cells.map(({ column, style }) => `<c r="${a1({ row, column })}" s="${style}"/>`).join('');
      const xml = `<row r="${row + 1}"${template.attributes}>${cells}</row>`;
      this.writer.replace(at, at, prefixed(xml, this.prefix));
    }
  }

  /** What has to be known beforehand: shared formulas, whose text may stand below the cells that use it, and looks to be copied. */
  private survey(sheetData: number): void {
    const likes = new Set((this.own?.added ?? []).map(({ like }) => like));
    const scan = new XmlScanner(this.bytes, sheetData);
    scan.next();
    let row = -1;
    while (scan.depth > 0) {
      const token = scan.next();
      if (token === Token.end) return;
      if (token !== Token.open || !scan.is('row')) continue;
      row = rowOf(scan, row);
      this.surveyRow(scan, row, likes.has(row));
    }
  }

  private surveyRow(scan: XmlScanner, row: number, isWanted: boolean): void {
    const attributes = isWanted ? looksOf(scan) : '';
    const cells: { column: number; style: string }[] = [];
    const outside = scan.depth - 1;
    let column = -1;
    while (scan.depth > outside) {
      const token = scan.next();
      if (token === Token.end) return;
      if (token !== Token.open) continue;
      if (scan.is('c')) {
        column = columnOf(scan, column);
        const style = isWanted ? scan.attribute('s') : undefined;
        if (style !== undefined) cells.push({ column, style });
      } else if (scan.is('f') && scan.attribute('t') === 'shared') this.surveyShared(scan, row, column);
    }
    if (isWanted && (attributes !== '' || cells.length > 0)) this.templates.set(row, { attributes, cells });
  }

  private surveyShared(scan: XmlScanner, row: number, column: number): void {
    const group = scan.attribute('si');
    const area = parseA1Area(scan.attribute('ref') ?? '');
    const text = scan.textContent();
    if (group === undefined || text === '') return;
    const isBroken =
      this.change.concerns(text, this.sheet) || !this.movesAsOne(area ?? { ...AT, top: row, bottom: row });
    this.shared.set(group, { row, column, shift: prepareShift(text), isBroken });
  }

  private movesAsOne({ top, bottom }: Area): boolean {
    if (!this.own) return true;
    const [first, last] = [this.own.moves.row(top), this.own.moves.row(bottom)];
    return first !== undefined && last !== undefined && first - top === last - bottom;
  }
}

const AT: Area = { top: 0, left: 0, bottom: 0, right: 0 };

// Not the row's own number, nor what says how far its cells reach; a hidden row's looks, not that it is hidden. A height that
// Excel found by itself is left for it to find again: the new name may need another.
const NOT_LOOKS = new Set(['r', 'spans', 'hidden', 'collapsed']);

function looksOf(scan: XmlScanner): string {
  const keepsHeight = isOn(scan.attribute('customHeight'), false);
  let attributes = '';
  scan.eachAttribute((name, value) => {
    if (NOT_LOOKS.has(name) || (!keepsHeight && (name === 'ht' || name === 'customHeight'))) return;
    attributes += ` ${name}="${value.replaceAll('"', '&quot;')}"`;
  });
  return attributes;
}

function rowOf(scan: XmlScanner, before: number): number {
  const reference = scan.attribute('r');
  return reference === undefined ? before + 1 : Number(reference) - 1;
}

function columnOf(scan: XmlScanner, before: number): number {
  const letters = /^[A-Z]+/.exec(scan.attribute('r') ?? '')?.[0];
  return letters === undefined ? before + 1 : columnIndex(letters);
}

function digitsFrom(bytes: Uint8Array, from: number, to: number): number {
  let at = from;
  while (at < to && (bytes[at] as number) > DIGIT_NINE) at++;
  return at;
}

const DIGIT_NINE = 57;
