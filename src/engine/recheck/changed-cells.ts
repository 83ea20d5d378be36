import type { CellRef } from '../snapshot/address';
import type { Cell, SheetSnapshot, Snapshot, SnapshotRow } from '../snapshot/snapshot';
import type { Steps } from '../steps/steps';

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
export function* changedCells(before: Snapshot, after: Snapshot): Steps<readonly ChangedCell[] | undefined> {
  const [old, now] = [before, after].map(({ sheets }) => sheets.filter((sheet) => !sheet.ours));
  if (!old || !now || old.length !== now.length) return undefined;
  const changed: ChangedCell[] = [];
  for (const [index, sheet] of now.entries()) {
    const same = old[index];
    if (!same || same.name !== sheet.name || !sameMerges(same, sheet)) return undefined;
    if (same.rows !== sheet.rows) yield* changedIn(sheet.name, same.rows, sheet.rows, changed);
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

const ROWS_A_STEP = 500;

function* changedIn(
  sheet: string,
  before: readonly SnapshotRow[],
  after: readonly SnapshotRow[],
  changed: ChangedCell[],
): Steps<void> {
  let rows = 0;
  for (const [old, now, row] of together(before, after, ({ row: key }) => key)) {
    if (++rows % ROWS_A_STEP === 0) yield;
    if (old === now) continue;
    for (const [one, other, column] of together(old?.cells ?? [], now?.cells ?? [], ({ column: key }) => key)) {
      if (!sameCell(one, other)) changed.push({ at: { sheet, row, column }, before: one, after: other });
    }
  }
}

/** The items of both lists side by side, in the order of their keys. */
function* together<Item>(
  before: readonly Item[],
  after: readonly Item[],
  keyOf: (item: Item) => number,
): Generator<readonly [Item | undefined, Item | undefined, number]> {
  let a = 0;
  let b = 0;
  while (a < before.length || b < after.length) {
    const [old, now] = [before[a], after[b]];
    const key = Math.min(old ? keyOf(old) : Infinity, now ? keyOf(now) : Infinity);
    const isOld = old !== undefined && keyOf(old) === key;
    const isNow = now !== undefined && keyOf(now) === key;
    yield [isOld ? old : undefined, isNow ? now : undefined, key];
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
