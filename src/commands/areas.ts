import { a1OfArea, cellKey, quoteSheetName } from '../engine/snapshot/address';
import type { Area, CellRef } from '../engine/snapshot/address';

/** Cells of one sheet as few rectangles that do not overlap, in reading order: runs along a row first, equal runs below each other joined. */
export function areasOf(cells: readonly { readonly row: number; readonly column: number }[]): readonly Area[] {
  const sorted = [...cells].sort((a, b) => a.row - b.row || a.column - b.column);
  const runs: Area[] = [];
  for (const { row, column } of sorted) {
    const last = runs.at(-1);
    if (last && last.top === row && column <= last.right + 1) {
      runs[runs.length - 1] = { ...last, right: Math.max(last.right, column) };
    } else {
      runs.push({ top: row, left: column, bottom: row, right: column });
    }
  }
  const joined: Area[] = [];
  for (const run of runs) {
    const above = joined.findIndex(
      (area) => area.left === run.left && area.right === run.right && area.bottom + 1 === run.top,
    );
    const upper = joined[above];
    if (upper) joined[above] = { ...upper, bottom: run.bottom };
    else joined.push(run);
  }
  return joined;
}

/** More places than these nobody reads one by one, and a cell of Excel holds 32,767 characters. */
const MOST_LISTED = 200;

/**
 * `表三!E9，表三!E11:E14，表五!G8`: cells as people write them down, sheets in the order in which they come up. A long list
 * ends with an ellipsis.
 */
export function cellList(cells: readonly CellRef[], separator: string): string {
  const shown = cells.slice(0, MOST_LISTED);
  const sheets = [...new Set(shown.map((cell) => cell.sheet))];
  const list = sheets
    .flatMap((sheet) =>
      areasOf(distinct(shown.filter((cell) => cell.sheet === sheet))).map(
        (area) => `${quoteSheetName(sheet)}!${a1OfArea(area)}`,
      ),
    )
    .join(separator);
  return shown.length < cells.length ? `${list}${separator}…` : list;
}

function distinct(cells: readonly CellRef[]): readonly CellRef[] {
  return [...new Map(cells.map((cell) => [cellKey(cell), cell])).values()];
}
