import type { Area } from './address';

/**
 * Cells of one sheet as few rectangles that do not overlap, in reading order: runs along a row first, equal runs below each
 * other joined.
 */
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
  /** The place in `joined` of the last area with these columns. */
  const byColumns = new Map<string, number>();
  for (const run of runs) {
    const key = `${run.left},${run.right}`;
    const place = byColumns.get(key);
    const above = place === undefined ? undefined : joined[place];
    if (place !== undefined && above?.bottom === run.top - 1) joined[place] = { ...above, bottom: run.bottom };
    else byColumns.set(key, joined.push(run) - 1);
  }
  return joined;
}
