import type { CellRef } from '../snapshot/address';
import type { Cell, SheetSnapshot, Snapshot, SnapshotRow } from '../snapshot/snapshot';

/** A cell that holds something else than before; undefined where it holds nothing. */
export interface ChangedCell {
  readonly at: CellRef;
  readonly before: Cell | undefined;
  readonly after: Cell | undefined;
}

/**
 * The cells in which two snapshots of a workbook differ, sheets of the tool's own left out. Undefined where more than cells differ in
 * what tables are recognised by: sheets that came, went or were renamed, merged areas.
 */
export function changedCells(before: Snapshot, after: Snapshot): readonly ChangedCell[] | undefined {
  const [old, now] = [before, after].map(({ sheets }) => sheets.filter((sheet) => !sheet.ours));
  if (!old || !now || old.length !== now.length) return undefined;
  const changed: ChangedCell[] = [];
  for (const [index, sheet] of now.entries()) {
    const same = old[index];
    if (!same || same.name !== sheet.name || !sameMerges(same, sheet)) return undefined;
    if (same.rows !== sheet.rows) changed.push(...changedIn(sheet.name, same.rows, sheet.rows));
  }
  return changed;
}

function sameMerges({ merges: a }: SheetSnapshot, { merges: b }: SheetSnapshot): boolean {
  if (a === b) return true;
  return (
    a.length === b.length &&
    a.every((area, index) => {
      const other = b[index];
      return (
        other !== undefined &&
        area.top === other.top &&
        area.left === other.left &&
        area.bottom === other.bottom &&
        area.right === other.right
      );
    })
  );
}

function changedIn(sheet: string, before: readonly SnapshotRow[], after: readonly SnapshotRow[]): ChangedCell[] {
  const changed: ChangedCell[] = [];
  walk(
    before,
    after,
    ({ row }) => row,
    (old, now, row) => {
      if (old === now) return;
      walk(
        old?.cells ?? [],
        now?.cells ?? [],
        ({ column }) => column,
        (one, other, column) => {
          if (!sameCell(one, other)) changed.push({ at: { sheet, row, column }, before: one, after: other });
        },
      );
    },
  );
  return changed;
}

/** Both lists side by side, in the order of their keys. */
function walk<Item>(
  before: readonly Item[],
  after: readonly Item[],
  keyOf: (item: Item) => number,
  visit: (old: Item | undefined, now: Item | undefined, key: number) => void,
): void {
  let a = 0;
  let b = 0;
  while (a < before.length || b < after.length) {
    const [old, now] = [before[a], after[b]];
    const key = Math.min(old ? keyOf(old) : Infinity, now ? keyOf(now) : Infinity);
    const isOld = old !== undefined && keyOf(old) === key;
    const isNow = now !== undefined && keyOf(now) === key;
    visit(isOld ? old : undefined, isNow ? now : undefined, key);
    if (isOld) a++;
    if (isNow) b++;
  }
}

function sameCell(a: Cell | undefined, b: Cell | undefined): boolean {
  if (a === b) return true;
  if (!a || !b) return false;
  return (
    a.value === b.value && a.formula === b.formula && a.format === b.format && a.notRecalculated === b.notRecalculated
  );
}
