import type { Area } from '../../../engine/snapshot/address';
import type { Cell, SheetSnapshot, SnapshotRow } from '../../../engine/snapshot/snapshot';
import { areaOf, rangeOf } from '../api/areas';
import { bytesOf } from '../api/bytes';
import { cellCount, rowsOfBlock, spansOf } from '../api/sheet-cells';
import type { KnownSheet } from '../memory';
import type { CellsRead } from './cell-request';
import { requestColumns } from './columns';
import type { SheetRequest } from './sheet-request';

/** A sheet as it was read last, and where it may hold something else by now. */
export interface ChangedSheet {
  readonly known: KnownSheet;
  readonly sheet: SheetSnapshot;
  readonly areas: readonly Area[];
}

/** Whether reading some areas of a sheet is less than reading all of it. */
export function isLessThanAll({ known, areas }: ChangedSheet): boolean {
  const all = known.used ? cellCount(known.used) : 0;
  return areas.reduce((sum, area) => sum + cellCount(area), 0) <= Math.max(all, FEW_CELLS);
}

const FEW_CELLS = 200;

/**
 * Asks for the changed areas of a sheet without formulas, and puts them in the place of what stood there. Undefined, after the sync,
 * where the sheet reaches elsewhere than can be told from them: somebody has changed more than was told.
 */
export function requestChanged(
  request: SheetRequest,
  { known, sheet, areas }: ChangedSheet,
): () => CellsRead | undefined {
  const asked = areas.map((area) => rangeOf(request.sheet, area).load('values,formulas,numberFormat'));
  const hiddenRows = request.used.getRowProperties({ rowHidden: true });
  const columns = requestColumns(request.used);
  return () => {
    if (request.sheet.isNullObject) return undefined;
    const rows = areas.reduce<readonly SnapshotRow[]>((before, area, index) => {
      const range = asked[index];
      if (!range) return before;
      const { values, formulas, numberFormat: formats } = range;
      return replaced(before, area, rowsOfBlock({ top: area.top, left: area.left, values, formulas, formats }));
    }, sheet.rows);
    const used = request.used.isNullObject ? undefined : areaOf(request.used);
    if (!sameArea(used, known.used) && !sameArea(used, boundsOf(rows))) return undefined;
    const bytes = asked.reduce(
      (sum, { values, formulas, numberFormat }) => sum + bytesOf(values) + bytesOf(formulas) + bytesOf(numberFormat),
      0,
    );
    return {
      rows,
      hiddenRows: used
        ? spansOf(
            hiddenRows.value.map((row) => row.rowHidden === true),
            used.top,
          )
        : [],
      ...(used ? columns(used.left) : { hiddenColumns: [] }),
      bytes: Math.max(known.bytes, bytes),
    };
  };
}

/** Rows in which an area holds other cells. */
function replaced(rows: readonly SnapshotRow[], area: Area, held: readonly SnapshotRow[]): readonly SnapshotRow[] {
  const now = new Map(held.map(({ row, cells }) => [row, cells]));
  const others = rows.flatMap((row): readonly SnapshotRow[] => {
    if (row.row < area.top || row.row > area.bottom) return [row];
    const left = row.cells.filter(({ column }) => column < area.left || column > area.right);
    const cells = [...left, ...(now.get(row.row) ?? [])].sort(byColumn);
    now.delete(row.row);
    return cells.length > 0 ? [{ row: row.row, cells }] : [];
  });
  if (now.size === 0) return others;
  return [...others, ...[...now].map(([row, cells]) => ({ row, cells }))].sort((a, b) => a.row - b.row);
}

const byColumn = (a: Cell, b: Cell): number => a.column - b.column;

function boundsOf(rows: readonly SnapshotRow[]): Area | undefined {
  const [first] = rows;
  const last = rows[rows.length - 1];
  if (!first || !last) return undefined;
  let left = Infinity;
  let right = -1;
  for (const { cells } of rows) {
    left = Math.min(left, cells[0]?.column ?? Infinity);
    right = Math.max(right, cells[cells.length - 1]?.column ?? -1);
  }
  return { top: first.row, left, bottom: last.row, right };
}

function sameArea(a: Area | undefined, b: Area | undefined): boolean {
  if (!a || !b) return a === b;
  return a.top === b.top && a.left === b.left && a.bottom === b.bottom && a.right === b.right;
}
