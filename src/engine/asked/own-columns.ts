import { normaliseText } from '../text/normalise';
import type { CellRef } from '../snapshot/address';
import type { CellValue, SheetSnapshot, Snapshot, SnapshotRow } from '../snapshot/snapshot';

/** What a header may say, by column; the first is what this tool writes in Chinese, the second in English. */
export type HeaderWords<Column extends string> = Readonly<Record<Column, readonly string[]>>;

/** A sheet in which people answer, found by its headers: it may have been renamed, its columns and rows moved. */
export interface AskedSheet<Column extends string> {
  readonly sheet: SheetSnapshot;
  /** Row of the headers, counted from 0. */
  readonly headerRow: number;
  readonly columns: ReadonlyMap<Column, number>;
  /** Rows below the headers that hold something. */
  readonly rows: readonly SnapshotRow[];
}

// A guide and a title may stand above the headers, not a whole table.
const SEARCHED_ROWS = 10;

/**
 * The first sheet that has all of the `needed` headers in one of its first rows, the tool's own before those of the user (where
 * the tool could not write into one, it drew another, and that is where people answer since); undefined where there is none.
 */
export function findAskedSheet<Column extends string>(
  snapshot: Snapshot,
  words: HeaderWords<Column>,
  needed: readonly Column[],
): AskedSheet<Column> | undefined {
  const columnOf = new Map<string, Column>();
  for (const column in words) for (const word of words[column]) columnOf.set(normaliseText(word).toLowerCase(), column);
  const own = snapshot.sheets.filter(({ ours }) => ours);
  for (const sheet of [...own, ...snapshot.sheets.filter(({ ours }) => !ours)]) {
    for (const row of sheet.rows) {
      if (row.row >= SEARCHED_ROWS) break;
      const columns = headersOf(row, columnOf);
      if (needed.every((column) => columns.has(column)))
        return { sheet, headerRow: row.row, columns, rows: sheet.rows.filter((below) => below.row > row.row) };
    }
  }
  return undefined;
}

function headersOf<Column extends string>(
  row: SnapshotRow,
  columnOf: ReadonlyMap<string, Column>,
): ReadonlyMap<Column, number> {
  const columns = new Map<Column, number>();
  for (const { column, value } of row.cells) {
    if (typeof value !== 'string') continue;
    const known = columnOf.get(normaliseText(value).toLowerCase());
    // The same word a second time heads a column of the user's own.
    if (known !== undefined && !columns.has(known)) columns.set(known, column);
  }
  return columns;
}

/** What a row holds in a column; null where it is blank or the sheet has no such column. */
export function valueIn<Column extends string>(asked: AskedSheet<Column>, row: SnapshotRow, column: Column): CellValue {
  const at = asked.columns.get(column);
  return at === undefined ? null : (row.cells.find((cell) => cell.column === at)?.value ?? null);
}

/** The same as words without spaces at the ends; '' where it is blank. Line breaks inside stay. */
export function textIn<Column extends string>(asked: AskedSheet<Column>, row: SnapshotRow, column: Column): string {
  return wordsOf(valueIn(asked, row, column));
}

/** What a cell holds as words without spaces (of any kind) at the ends. */
export function wordsOf(value: CellValue): string {
  return value === null ? '' : String(value).trim();
}

/** The cell of a row in a column that the sheet is known to have. */
export function cellIn<Column extends string>(asked: AskedSheet<Column>, row: SnapshotRow, column: Column): CellRef {
  return { sheet: asked.sheet.name, row: row.row, column: asked.columns.get(column) ?? 0 };
}
