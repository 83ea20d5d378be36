import { a1, type Area, type CellRef } from '../snapshot/address';
import type { Cell, CellValue, SheetSnapshot } from '../snapshot/snapshot';
import { normaliseText } from '../text/normalise';

/** A cell that a person would see something in. */
export interface GridCell {
  readonly row: number;
  readonly column: number;
  readonly cell: Cell;
  /** One spelling of its text: no white space, half width. Empty for a cell of spaces only. */
  readonly text: string;
}

/** A row with at least one visible cell, in column order. */
export interface GridRow {
  readonly row: number;
  readonly cells: readonly GridCell[];
}

/** A sheet as recognition looks at it: visible cells only, each with its text in one spelling. */
export interface Grid {
  readonly sheet: string;
  readonly rows: readonly GridRow[];
  /** The merged area that begins at a cell, by A1. */
  readonly mergeFrom: ReadonlyMap<string, Area>;
  readonly left: number;
  readonly right: number;
}

/** The text of a value: numbers as they read, blanks as ''. */
export function textOf(value: CellValue): string {
  if (value === null) return '';
  return typeof value === 'string' ? normaliseText(value) : String(value);
}

/** The whole of a sheet, or its first visible rows where no more are looked at. */
export function gridOf(sheet: SheetSnapshot, most = Infinity): Grid {
  let left = Infinity;
  let right = -1;
  const rows: GridRow[] = [];
  for (const { row, cells } of sheet.rows) {
    if (rows.length >= most) break;
    const seen: GridCell[] = [];
    for (const cell of cells) {
      const text = textOf(cell.value);
      if (text === '' && cell.formula === undefined) continue;
      seen.push({ row, column: cell.column, cell, text });
      left = Math.min(left, cell.column);
      right = Math.max(right, cell.column);
    }
    if (seen.length > 0) rows.push({ row, cells: seen });
  }
  const mergeFrom = new Map(sheet.merges.map((area) => [a1({ row: area.top, column: area.left }), area]));
  return { sheet: sheet.name, rows, mergeFrom, left: right < 0 ? 0 : left, right };
}

export function refOf(grid: Grid, cell: { readonly row: number; readonly column: number }): CellRef {
  return { sheet: grid.sheet, row: cell.row, column: cell.column };
}

/** The visible cell of a row in a column, or undefined. */
export function cellIn(row: GridRow, column: number): GridCell | undefined {
  return row.cells.find((cell) => cell.column === column);
}

/** Index of the first grid row at or below a sheet row; the number of rows where there is none. */
export function firstRowFrom(grid: Grid, row: number): number {
  let low = 0;
  let high = grid.rows.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((grid.rows[middle]?.row ?? Infinity) < row) low = middle + 1;
    else high = middle;
  }
  return low;
}
