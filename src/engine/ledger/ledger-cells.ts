import { readAmount } from '../amount/read-amount';
import { readingOf } from '../book/reading-of';
import { readMoneyUnit } from '../amount/money-unit';
import type { MoneyUnit, Reading } from '../amount/reading';
import type { Area, CellRef } from '../snapshot/address';
import { cellAt, rowAt, type Cell, type CellValue, type SheetSnapshot } from '../snapshot/snapshot';
import { normaliseText } from '../text/normalise';
import { saysNone } from '../text/says-none';
import type { LedgerHeader } from './columns';
import type { LedgerColumn } from './ledger';

interface UnitSaid {
  readonly column: number;
  readonly text: string;
  /** Undefined of one that is neither 万元 nor 元. */
  readonly unit: MoneyUnit | undefined;
}

/** The cells of a ledger by row and meaning. Cells below the first one of a merged area say what that one says. */
export class LedgerCells {
  private readonly covered = new Map<string, Cell | undefined>();
  /** Merged areas that reach over several rows, by each of their cells in their first column. */
  private readonly tall = new Map<string, Area>();
  /** A ledger is read row by row: the last one asked for is kept at hand. */
  private lastRow = -1;
  private readonly lastCells: (Cell | undefined)[] = [];
  /** By column: what was made out of its cell of that row. */
  private readonly lastTexts: (string | undefined)[] = [];
  private readonly lastReadings: (Reading | undefined)[] = [];
  /** Areas merged over several columns of amounts, by their first cell: what stands above those columns. */
  private readonly wide = new Map<string, readonly string[]>();
  private readonly said: readonly number[];
  private readonly used = new Set<Area>();

  constructor(
    private readonly sheet: SheetSnapshot,
    readonly header: LedgerHeader,
  ) {
    this.said = [...new Set([...header.columns.values(), ...header.functional, ...header.economic])];
    const lastRow = sheet.rows[sheet.rows.length - 1]?.row ?? 0;
    const amounts = amountColumns(header);
    for (const area of sheet.merges) {
      const { top, left, bottom, right } = area;
      if (top <= header.row) continue;
      const over = left === right ? [] : amounts.filter((column) => column >= left && column <= right);
      if (over.length > 1)
        this.wide.set(
          `${top},${left}`,
          over.map((column) => header.headers.get(column) ?? ''),
        );
      if (bottom === top) continue;
      for (let row = top; row <= Math.min(bottom, lastRow); row++) {
        this.tall.set(`${row},${left}`, area);
        if (row > top) this.covered.set(`${row},${left}`, cellAt(sheet, top, left));
      }
    }
  }

  /** Merged areas that said something for a row below their first one, in the order in which they were met. */
  get filledDown(): readonly Area[] {
    return [...this.used];
  }

  /** Takes a row for one that was read: what merged cells say for it counts. */
  take(row: number): void {
    if (this.covered.size === 0) return;
    for (const column of this.said) {
      const area = this.isCovered(row, column) ? this.tall.get(`${row},${column}`) : undefined;
      const above = area && this.covered.get(`${row},${column}`);
      const own = this.own(row, column);
      if (area && above && !isBlank(above) && (own === undefined || isBlank(own))) this.used.add(area);
    }
  }

  has(column: LedgerColumn): boolean {
    return this.header.columns.has(column);
  }

  /** What says a code: a cell, or one a level. */
  code(row: number, system: 'functional' | 'economic'): CellValue | readonly CellValue[] {
    const columns = this.header[system];
    if (columns.length === 1) return this.at(row, columns[0] as number)?.value ?? null;
    return columns.map((column) => this.at(row, column)?.value ?? null);
  }

  value(row: number, column: LedgerColumn): CellValue {
    const at = this.header.columns.get(column);
    return at === undefined ? null : (this.at(row, at)?.value ?? null);
  }

  /** In one spelling; '' for a blank. */
  text(row: number, column: LedgerColumn): string {
    const at = this.header.columns.get(column);
    if (at === undefined) return '';
    const value = this.at(row, at)?.value ?? null;
    return (this.lastTexts[at] ??=
      value === null ? '' : typeof value === 'string' ? normaliseText(value) : String(value));
  }

  amount(row: number, column: LedgerColumn): Reading {
    const at = this.header.columns.get(column);
    if (at === undefined) return { kind: 'blank' };
    const cell = this.at(row, at);
    return (this.lastReadings[at] ??= isNone(cell) ? ZERO : this.inOwnUnit(readingOf(cell), row));
  }

  /** The money unit that a row states in a column of its own. */
  unitSaid(row: number): UnitSaid | undefined {
    const { unitColumn } = this.header;
    const value = unitColumn === undefined ? null : (this.at(row, unitColumn)?.value ?? null);
    if (unitColumn === undefined || value === null || value === '') return undefined;
    const text = String(value).trim();
    const reading = readMoneyUnit(text);
    return { column: unitColumn, text, unit: reading?.supported ? reading.unit : undefined };
  }

  /** The texts of a row, in one spelling, that stand in none of the columns that say what it is: below 序号, 备注 and the like. */
  beside(row: number): readonly { readonly column: number; readonly said: string }[] {
    return (rowAt(this.sheet, row)?.cells ?? []).flatMap(({ column, value }) =>
      typeof value !== 'string' || this.isSaid(column) ? [] : [{ column, said: normaliseText(value) }],
    );
  }

  private isSaid(column: number): boolean {
    return this.said.includes(column) && column !== this.header.columns.get('remark');
  }

  /** Whether a row holds something of its own, and is not just the lower part of one above. */
  saysSomething(row: number): boolean {
    return this.said.some((column) => {
      const cell = this.own(row, column);
      return cell !== undefined && !isBlank(cell) && !this.isCovered(row, column);
    });
  }

  /** Whether a column's cell is merged with those of other rows that say something of their own. */
  isShared(row: number, column: LedgerColumn): boolean {
    const area = this.tall.size === 0 ? undefined : this.tall.get(`${row},${this.header.columns.get(column) ?? -1}`);
    if (!area) return false;
    for (let other = area.top; other <= area.bottom; other++)
      if (other !== row && this.saysSomething(other)) return true;
    return false;
  }

  /** What stands above the columns of amounts over which a column's cell is merged; nothing of a cell that is one of them alone. */
  mergedOver(row: number, column: LedgerColumn): readonly string[] {
    return this.wide.size === 0 ? [] : (this.wide.get(`${row},${this.header.columns.get(column) ?? -1}`) ?? []);
  }

  /** Where a column's cell stands; of a column that the ledger does not have, the code's. */
  place(row: number, column: LedgerColumn): CellRef {
    return { sheet: this.sheet.name, row, column: this.header.columns.get(column) ?? this.header.functional[0] ?? 0 };
  }

  private inOwnUnit(reading: Reading, row: number): Reading {
    if (reading.kind !== 'amount' || reading.suffix !== undefined) return reading;
    const unit = this.unitSaid(row)?.unit;
    return unit === undefined ? reading : { ...reading, suffix: unit };
  }

  private at(row: number, column: number): Cell | undefined {
    const cell = this.own(row, column);
    if ((cell !== undefined && !isBlank(cell)) || this.covered.size === 0) return cell;
    return this.covered.get(`${row},${column}`) ?? cell;
  }

  private own(row: number, column: number): Cell | undefined {
    const { lastCells } = this;
    if (this.lastRow !== row) {
      this.lastRow = row;
      lastCells.fill(undefined);
      this.lastTexts.fill(undefined);
      this.lastReadings.fill(undefined);
      for (const cell of rowAt(this.sheet, row)?.cells ?? []) lastCells[cell.column] = cell;
    }
    return lastCells[column];
  }

  private isCovered(row: number, column: number): boolean {
    return this.covered.size > 0 && this.covered.has(`${row},${column}`);
  }
}

function amountColumns({ columns, funds }: LedgerHeader): readonly number[] {
  const own = [columns.get('now'), columns.get('before'), funds?.before?.column].filter((at) => at !== undefined);
  return [...new Set([...own, ...(funds?.amounts ?? []).map(({ column }) => column)])].sort(
    (one, other) => one - other,
  );
}

/** Who writes 无 in the place of an amount means that there is none. */
const isNone = (cell: Cell | undefined): boolean => typeof cell?.value === 'string' && saysNone(cell.value);
const ZERO = readAmount(0);

const isBlank = ({ value, formula }: Cell): boolean => (value === null || value === '') && formula === undefined;
