import { parseA1Area } from '../../engine/snapshot/address';
import type { Area } from '../../engine/snapshot/address';
import type {
  Cell,
  CellFlag,
  CellValue,
  ColumnWidths,
  FlagKind,
  SnapshotRow,
  Span,
} from '../../engine/snapshot/snapshot';
import { prepareShift } from '../../engine/formula/shift';
import type { Shift } from '../../engine/formula/shift';
import { FLAG_KINDS, isTickIconSet, severityOfRule } from './flag-rules';
import { readRichText } from './read-strings';
import type { StyleContent } from './read-styles';
import { isoDateSerial } from './iso-date';
import { PlainCells, type CellContent } from './plain-cells';
import { startsWith, Token } from './xml-scanner';
import type { XmlScanner } from './xml-scanner';
import { unescapeCellText } from './xml-text';

/** What a worksheet part holds. */
export interface SheetContent {
  readonly rows: readonly SnapshotRow[];
  readonly merges: readonly Area[];
  readonly hiddenRows: readonly Span[];
  readonly hiddenColumns: readonly Span[];
  readonly widths: ColumnWidths;
  readonly isProtected: boolean;
  readonly flags: readonly CellFlag[];
  /** Areas of array formulas and data tables: their values are not those of their formula's text. */
  readonly arrays: readonly Area[];
}

export interface ReadingContext {
  readonly strings: readonly string[];
  readonly styles: StyleContent;
  readonly from1904: boolean;
}

const LAST_ROW = 1_048_575;
const LAST_COLUMN = 16_383;
const LETTER_S = 115;
const INLINE = 'inlineStr';
/** What a column is wide where the sheet does not say: eight digits and the margins, in whole steps of eight pixels. */
export const USUAL_WIDTH = 64 / 7;

type Loose<T> = { -readonly [K in keyof T]: T[K] };

/** Reads a worksheet; undefined where it is damaged (`scan.problem` may say how). One pass, linear in the bytes; rows without content leave nothing behind. */
export function readSheet(scan: XmlScanner, context: ReadingContext): SheetContent | undefined {
  const reader = new SheetReader(scan, context);
  return reader.read();
}

class SheetReader {
  private readonly rows: SnapshotRow[] = [];
  private readonly merges: Area[] = [];
  private readonly hiddenRows: Loose<Span>[] = [];
  private readonly hiddenColumns: Span[] = [];
  private readonly widths: (Span & { readonly width: number })[] = [];
  private usualWidth = USUAL_WIDTH;
  private readonly flags = new Map<FlagKind, Area[]>();
  private readonly arrays: Area[] = [];
  private readonly shared = new Map<string, { row: number; column: number; shift: Shift }>();
  private readonly sharing: { cell: Loose<Cell>; row: number; group: string }[] = [];
  private isProtected = false;
  private damaged = false;
  private inOrder = true;
  private readonly plain: PlainCells;

  constructor(
    private readonly scan: XmlScanner,
    private readonly context: ReadingContext,
  ) {
    this.plain = new PlainCells(scan);
  }

  read(): SheetContent | undefined {
    const { scan } = this;
    if (scan.next() !== Token.open || scan.name() !== 'worksheet') return undefined;
    for (let token = scan.next(); token !== Token.end; token = scan.next()) {
      if (token !== Token.open) continue;
      if (scan.depth > 2) continue;
      if (scan.is('sheetData')) this.sheetData();
      else if (scan.is('sheetFormatPr')) this.usualWidth = positive(scan.attribute('defaultColWidth')) ?? USUAL_WIDTH;
      else if (scan.is('cols')) this.eachChild('col', () => this.column());
      else if (scan.is('mergeCells')) {
        this.eachChild('mergeCell', () => {
          const area = parseA1Area(scan.attribute('ref') ?? '');
          if (area) this.merges.push(area);
        });
      } else if (scan.is('sheetProtection')) this.isProtected = isOn(scan.attribute('sheet'), false);
      else if (scan.is('conditionalFormatting')) this.conditionalFormatting();
      else scan.skip();
    }
    if (scan.problem || this.damaged) return undefined;
    for (const { cell, row, group } of this.sharing) {
      const master = this.shared.get(group);
      if (master) cell.formula = master.shift(row - master.row, cell.column - master.column);
    }
    return {
      rows: this.inOrder ? this.rows : ordered(this.rows),
      merges: this.merges,
      hiddenRows: this.hiddenRows,
      hiddenColumns: this.hiddenColumns,
      widths: { usual: this.usualWidth, columns: this.widths },
      isProtected: this.isProtected,
      flags: FLAG_KINDS.flatMap((severity) => {
        const areas = this.flags.get(severity);
        return areas ? [{ severity, areas }] : [];
      }),
      arrays: this.arrays,
    };
  }

  private eachChild(name: string, visit: () => void): void {
    const { scan } = this;
    const outside = scan.depth - 1;
    while (scan.depth > outside) {
      const token = scan.next();
      if (token === Token.end) return;
      if (token === Token.open && scan.is(name)) visit();
    }
  }

  private column(): void {
    const { scan } = this;
    const from = Number(scan.attribute('min')) - 1;
    const to = Number(scan.attribute('max')) - 1;
    if (!(from >= 0 && to >= from)) return;
    if (isOn(scan.attribute('hidden'), false)) this.hiddenColumns.push({ from, to });
    const width = positive(scan.attribute('width'));
    if (width !== undefined) this.widths.push({ from, to, width });
  }

  private sheetData(): void {
    const { scan } = this;
    const outside = scan.depth - 1;
    let row = -1;
    let lastFilled = -1;
    while (scan.depth > outside) {
      const token = scan.next();
      if (token === Token.end) return;
      if (token !== Token.open || !scan.is('row')) continue;
      row = scan.findAttribute('r') ? this.integer() - 1 : row + 1;
      if (!(row >= 0 && row <= LAST_ROW)) return this.damage();
      if (scan.findAttribute('hidden') && isOn(scan.attribute('hidden'), false)) this.hide(row);
      if (scan.selfClosing) continue;
      const cells = this.cells(row);
      if (cells.length === 0) continue;
      if (row <= lastFilled) this.inOrder = false;
      lastFilled = row;
      this.rows.push({ row, cells });
    }
  }

  private hide(row: number): void {
    const last = this.hiddenRows.at(-1);
    if (last && last.to === row - 1) last.to = row;
    else this.hiddenRows.push({ from: row, to: row });
  }

  private cells(row: number): Cell[] {
    const { scan } = this;
    const outside = scan.depth - 1;
    const cells: Cell[] = [];
    let column = -1;
    const add = (cell: Cell | undefined): void => {
      if (cell) cells.push(cell);
    };
    while (scan.depth > outside) {
      for (let plain = this.plain.next(); plain; plain = this.plain.next()) {
        column = plain.column;
        if (plain.content) add(this.filled(column, plain.content));
      }
      const token = scan.next();
      if (token === Token.end) break;
      if (token !== Token.open || !scan.is('c')) continue;
      column = scan.findAttribute('r') ? this.columnOfReference() : column + 1;
      if (column < 0 || column > LAST_COLUMN) {
        this.damage();
        break;
      }
      if (!scan.selfClosing) add(this.cell(row, column));
    }
    return isInOrder(cells) ? cells : orderedCells(cells);
  }

  private cell(row: number, column: number): Cell | undefined {
    const { scan } = this;
    const outside = scan.depth - 1;
    const type = scan.findAttribute('t') ? this.typeCode() : 'n';
    const style = scan.findAttribute('s') ? this.integer() : undefined;
    let raw: string | undefined;
    let inline: string | undefined;
    let formula: string | undefined;
    let group: string | undefined;
    while (scan.depth > outside) {
      const token = scan.next();
      if (token === Token.end) return undefined;
      if (token !== Token.open) continue;
      if (scan.is('v')) raw = scan.textContent();
      else if (scan.is('is')) inline = readRichText(scan);
      else if (scan.is('f')) {
        const kind = scan.attribute('t');
        const area = kind === undefined ? undefined : scan.attribute('ref');
        const reference = area === undefined ? undefined : parseA1Area(area);
        const sharedGroup = kind === 'shared' ? scan.attribute('si') : undefined;
        const table =
          kind === 'dataTable' ? `TABLE(${scan.attribute('r1') ?? ''},${scan.attribute('r2') ?? ''})` : undefined;
        const text = scan.textContent();
        if ((kind === 'array' || table !== undefined) && reference) this.arrays.push(reference);
        if (sharedGroup !== undefined && text !== '')
          this.shared.set(sharedGroup, { row, column, shift: prepareShift(text) });
        else group = sharedGroup;
        formula = table ?? (text === '' ? undefined : text);
      } else scan.skip();
    }
    const content = { type, style, formula, raw, inline };
    if (group === undefined) return this.filled(column, content);
    const cell = this.made(column, content);
    this.sharing.push({ cell, row, group });
    return cell;
  }

  /** Undefined where nothing stands in the cell. */
  private filled(column: number, content: CellContent): Cell | undefined {
    const cell = this.made(column, content);
    return cell.formula === undefined && (cell.value === null || cell.value === '') ? undefined : cell;
  }

  private made(column: number, { type, style, formula, raw, inline }: CellContent): Loose<Cell> {
    const format = style === undefined ? undefined : this.context.styles.formats[style];
    return cellOf(column, this.value(type, raw, inline), formula, format);
  }

  private value(type: string, raw: string | undefined, inline: string | undefined): CellValue {
    if (type === INLINE) return inline ?? (raw === undefined ? null : unescapeCellText(raw));
    if (raw === undefined) return inline ?? null;
    switch (type) {
      case 's': {
        const shared = this.context.strings[Number(raw)];
        // A number that points nowhere: what stood here is lost, and a blank would be a lie.
        if (shared === undefined) this.damage();
        return shared ?? null;
      }
      case 'str':
        return unescapeCellText(raw);
      case 'e':
        return raw.trim();
      case 'b':
        return isOn(raw.trim(), false);
      case 'd':
        return isoDateSerial(raw.trim(), this.context.from1904) ?? raw;
      default: {
        const text = raw.trim();
        if (text === '') return null;
        const number = Number(text);
        return Number.isFinite(number) ? number : text;
      }
    }
  }

  private conditionalFormatting(): void {
    const { scan } = this;
    const areas = (scan.attribute('sqref') ?? '').split(/\s+/).flatMap((text) => parseA1Area(text) ?? []);
    const outside = scan.depth - 1;
    while (scan.depth > outside) {
      const token = scan.next();
      if (token === Token.end) return;
      if (token !== Token.open) continue;
      let severity: FlagKind | undefined;
      if (scan.is('formula')) severity = severityOfRule(scan.textContent());
      else if (scan.is('iconSet') && isTickIconSet(scan)) severity = 'agreed';
      if (severity) this.flags.set(severity, [...(this.flags.get(severity) ?? []), ...areas]);
    }
  }

  private damage(): void {
    this.damaged = true;
    this.scan.fail('malformed');
  }

  // The attribute found last, as a whole number; −1 where it is none.
  private integer(): number {
    const { bytes, valueStart, valueEnd } = this.scan;
    let value = 0;
    for (let i = valueStart; i < valueEnd; i++) {
      const digit = (bytes[i] as number) - 48;
      if (digit < 0 || digit > 9) return -1;
      value = value * 10 + digit;
    }
    return valueEnd > valueStart ? value : -1;
  }

  // Only the letters: the row is that of the row element.
  private columnOfReference(): number {
    const { bytes, valueStart, valueEnd } = this.scan;
    let column = 0;
    for (let i = valueStart; i < valueEnd; i++) {
      const letter = ((bytes[i] as number) & 0xdf) - 64;
      if ((bytes[i] as number) < 65 || letter < 1 || letter > 26) break;
      column = column * 26 + letter;
    }
    return column - 1;
  }

  private typeCode(): string {
    const { bytes, valueStart, valueEnd } = this.scan;
    // Almost every cell with a type is a shared string, of other programs a string of its own.
    if (valueEnd - valueStart === 1 && bytes[valueStart] === LETTER_S) return 's';
    if (valueEnd - valueStart === INLINE.length && startsWith(bytes, INLINE, valueStart)) return INLINE;
    return this.scan.attribute('t') ?? 'n';
  }
}

/** Made in one go: what is added to an object afterwards lies apart from it, and cells are hundreds of thousands. */
export function cellOf(
  column: number,
  value: CellValue,
  formula: string | undefined,
  format: string | undefined,
): Loose<Cell> {
  if (formula === undefined) return format === undefined ? { column, value } : { column, value, format };
  return format === undefined ? { column, value, formula } : { column, value, formula, format };
}

/** Undefined where it is no number above zero. */
function positive(value: string | undefined): number | undefined {
  const number = Number(value);
  return number > 0 ? number : undefined;
}

/** An XML Schema boolean; what is missing is `otherwise`. */
export function isOn(value: string | undefined, otherwise: boolean): boolean {
  return value === undefined ? otherwise : value === '1' || value === 'true';
}

// Rows may come in any order in files of foreign programs; of two cells at one place the later counts.
function ordered(rows: readonly SnapshotRow[]): SnapshotRow[] {
  const byRow = new Map<number, Cell[]>();
  for (const { row, cells } of rows) byRow.set(row, [...(byRow.get(row) ?? []), ...cells]);
  return [...byRow].sort(([a], [b]) => a - b).map(([row, cells]) => ({ row, cells: orderedCells(cells) }));
}

function isInOrder(cells: readonly Cell[]): boolean {
  let before = -1;
  for (const { column } of cells) {
    if (column <= before) return false;
    before = column;
  }
  return true;
}

function orderedCells(cells: readonly Cell[]): Cell[] {
  return [...new Map(cells.map((cell) => [cell.column, cell])).values()].sort((a, b) => a.column - b.column);
}
