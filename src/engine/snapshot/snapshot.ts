import type { Area } from './address';

/**
 * What a cell holds. Numbers as stored (binary doubles: the amount reader takes their shortest decimal form),
 * errors as their text (`#REF!`), an empty cell as null.
 */
export type CellValue = number | string | boolean | null;

/** A cell that holds something: a value, a formula or both. Cells that carry only a format are left out. */
export interface Cell {
  /** Counted from 0. */
  readonly column: number;
  readonly value: CellValue;
  /** In English with commas, without the leading `=`. */
  readonly formula?: string;
  /** Number format code where it is not General. */
  readonly format?: string;
  /** The host could not establish the formula's present value: `value` is the cached one, or null where there was none. */
  readonly notRecalculated?: string;
}

/** The cells of one row that hold something, in column order. */
export interface SnapshotRow {
  /** Counted from 0. */
  readonly row: number;
  readonly cells: readonly Cell[];
}

/** A note (legacy comment) or the first text of a comment thread that stands on a cell. */
export interface CellNote {
  readonly row: number;
  readonly column: number;
  readonly text: string;
  /** True where this tool wrote it. */
  readonly ours: boolean;
}

/** A format flag of ours that stands in the sheet: which cells are marked with which severity, or as figures that agree. */
export interface CellFlag {
  readonly severity: FlagKind;
  readonly areas: readonly Area[];
}

export type FlagSeverity = 'error' | 'warning' | 'note';

/** `agreed` is the √ of a figure that an equation confirms: an icon beside the number, which is shown as before. */
export type FlagKind = FlagSeverity | 'agreed';

export interface SheetSnapshot {
  readonly name: string;
  readonly visibility: 'visible' | 'hidden' | 'veryHidden';
  /** Rows that hold something, in order; a row not listed is blank. */
  readonly rows: readonly SnapshotRow[];
  readonly merges: readonly Area[];
  /** Hidden rows and columns (filtered rows included), as inclusive spans counted from 0. */
  readonly hiddenRows: readonly Span[];
  readonly hiddenColumns: readonly Span[];
  /** Absent where the host does not know. */
  readonly widths?: ColumnWidths;
  readonly notes: readonly CellNote[];
  /** Flags of ours found in the sheet. */
  readonly flags: readonly CellFlag[];
  readonly isProtected: boolean;
  /** Made by this tool (findings sheet, its hidden sheet): never input. */
  readonly ours: boolean;
  /** A table that this tool drew: input like any other, and it may be drawn anew. */
  readonly drawnTable?: true;
}

/** How wide columns are, in digits of the workbook's own font, margins included, as a file says it. */
export interface ColumnWidths {
  /** Of a column that is not listed. */
  readonly usual: number;
  readonly columns: readonly (Span & { readonly width: number })[];
}

export interface Span {
  readonly from: number;
  readonly to: number;
}

/** Whether a row or a column lies in one of some spans that follow each other: a filter leaves thousands of them. */
export function isWithin(index: number, spans: readonly Span[]): boolean {
  let [first, last] = [0, spans.length - 1];
  while (first <= last) {
    const middle = (first + last) >> 1;
    const span = spans[middle] as Span;
    if (index < span.from) last = middle - 1;
    else if (index > span.to) first = middle + 1;
    else return true;
  }
  return false;
}

/** What a workbook holds, as plain immutable data: one read per command, never a cell at a time. */
export interface Snapshot {
  /** A stamp of what was read; a Patch made for it names it. Equal content gives an equal stamp within one host. */
  readonly stamp: string;
  readonly sheets: readonly SheetSnapshot[];
}

/** The sheet of that name, or undefined. */
export function sheetNamed(snapshot: Snapshot, name: string): SheetSnapshot | undefined {
  return snapshot.sheets.find((sheet) => sheet.name === name);
}

/** The cell at a place of a sheet; undefined where it holds nothing. Logarithmic in the number of rows. */
export function cellAt(sheet: SheetSnapshot, row: number, column: number): Cell | undefined {
  return rowAt(sheet, row)?.cells.find((cell) => cell.column === column);
}

/** The row counted from 0 of a sheet; undefined where it is blank. */
export function rowAt(sheet: SheetSnapshot, row: number): SnapshotRow | undefined {
  let low = 0;
  let high = sheet.rows.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const candidate = sheet.rows[middle];
    if (!candidate) return undefined;
    if (candidate.row === row) return candidate;
    if (candidate.row < row) low = middle + 1;
    else high = middle - 1;
  }
  return undefined;
}

/** Whether a sheet is called as it was and its cells are those that they were: whoever read them before knows what they say. */
export function hasSameCells(one: SheetSnapshot, other: SheetSnapshot): boolean {
  if (one.name !== other.name || one.merges !== other.merges) return false;
  const [rows, others] = [one.rows, other.rows];
  return rows === others || (rows.length === others.length && rows.every((row, index) => row === others[index]));
}
