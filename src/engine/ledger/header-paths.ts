import { lastOf } from '../lists/last';
import type { Grid, GridCell, GridRow } from '../recognise/grid';
import { a1 } from '../snapshot/address';

/** A header above a column: the cell it stands in, which may be that of another column, over which it is merged or written. */
export interface HeaderEntry {
  readonly row: number;
  readonly column: number;
  /** In one spelling. */
  readonly text: string;
  /** As it is typed. */
  readonly typed: string;
}

/** All that stands above a column, the topmost first; the last stands in the column itself. */
export type HeaderPath = readonly HeaderEntry[];

/**
 * What stands above each column in rows of headers below each other, in the order of the columns. A header is that of all columns that
 * it is merged over; one that is not merged, of the blanks behind it as far as something stands below both. `others`: columns whose
 * headers are their own.
 */
export function headerPaths(
  grid: Grid,
  rows: readonly GridRow[],
  others: ReadonlySet<number>,
): ReadonlyMap<number, HeaderPath> {
  const columns = new Set(rows.flatMap(({ cells }) => cells.map(({ column }) => column)));
  const paths = new Map<number, HeaderPath>();
  for (const column of [...columns].sort((one, other) => one - other)) {
    if (others.has(column)) continue;
    const path: HeaderEntry[] = [];
    rows.forEach(({ row, cells }, index) => {
      const cell = lastOf(cells, (one) => one.column <= column);
      if (!cell || !isAbove(cell, column, path, index)) return;
      const typed = String(cell.cell.value ?? '').trim();
      if (cell.text !== '') path.push({ row, column: cell.column, text: cell.text, typed });
    });
    if (path[path.length - 1]?.column === column) paths.set(column, path);
  }
  return paths;

  function isAbove(cell: GridCell, column: number, path: HeaderPath, index: number): boolean {
    if (cell.column === column) return true;
    const merged = grid.mergeFrom.get(a1(cell));
    if (merged) return merged.right >= column;
    const below = rows.slice(index + 1);
    const isDivided = [cell.column, column].every((at) => below.some((row) => holds(row, at)));
    const parent = paths.get(cell.column)?.filter(({ row }) => row < cell.row);
    return isDivided && parent !== undefined && isSameHeader(parent[parent.length - 1], path[path.length - 1]);
  }
}

const holds = ({ cells }: GridRow, column: number): boolean =>
  cells.some((cell) => cell.column === column && cell.text !== '');

/** Whether two headers are one cell. */
export const isSameHeader = (one: HeaderEntry | undefined, other: HeaderEntry | undefined): boolean =>
  one?.row === other?.row && one?.column === other?.column;
