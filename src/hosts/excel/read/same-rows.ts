import type { Cell, SnapshotRow } from '../../../engine/snapshot/snapshot';

/**
 * The rows of a sheet that was read again, those that hold the same as before being the very same: whoever compares two snapshots then
 * need not look into them.
 */
export function withSameRows(before: readonly SnapshotRow[], now: readonly SnapshotRow[]): readonly SnapshotRow[] {
  if (before === now) return now;
  const old = new Map(before.map((row) => [row.row, row]));
  return now.map((row) => {
    const same = old.get(row.row);
    return same && (same === row || sameCells(same.cells, row.cells)) ? same : row;
  });
}

function sameCells(a: readonly Cell[], b: readonly Cell[]): boolean {
  return a.length === b.length && a.every((cell, index) => sameCell(cell, b[index]));
}

function sameCell(a: Cell, b: Cell | undefined): boolean {
  return (
    b !== undefined &&
    a.column === b.column &&
    a.value === b.value &&
    a.formula === b.formula &&
    a.format === b.format &&
    a.notRecalculated === b.notRecalculated
  );
}
