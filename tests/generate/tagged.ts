import type { Area } from '../../src/engine/snapshot/address';
import type { Cell, SheetSnapshot, Snapshot, SnapshotRow } from '../../src/engine/snapshot/snapshot';
import { placeOf, type Place } from '../fixtures/edit';

/** A cell that knows where it stood before anything was moved. Cells without content are tagged too: findings stand on blanks. */
export interface TaggedCell {
  readonly row: number;
  readonly column: number;
  /** Undefined for a cell without content. */
  readonly cell: Cell | undefined;
  readonly origin: Place | undefined;
}

/** A sheet taken apart, so that its cells can be moved freely. */
export interface TaggedSheet {
  readonly name: string;
  readonly cells: readonly TaggedCell[];
  readonly merges: readonly Area[];
}

/** A workbook after a change that keeps its meaning. */
export interface Disguised {
  readonly snapshot: Snapshot;
  /** Where a cell of it stood before; undefined for a cell that is new. */
  readonly originOf: (place: Place) => Place | undefined;
}

export function takeApart(snapshot: Snapshot): readonly TaggedSheet[] {
  return snapshot.sheets.map((sheet) => {
    const rows = new Map(sheet.rows.map((row) => [row.row, row]));
    const bottom = Math.max(0, ...rows.keys());
    const right = Math.max(
      0,
      ...sheet.rows.flatMap((row) => row.cells.map((cell) => cell.column)),
      ...sheet.merges.map((merge) => merge.right),
    );
    const cells: TaggedCell[] = [];
    for (let row = 0; row <= bottom; row++) {
      for (let column = 0; column <= right; column++) {
        const cell = rows.get(row)?.cells.find((candidate) => candidate.column === column);
        cells.push({ row, column, cell, origin: placeOf({ sheet: sheet.name, row, column }) });
      }
    }
    return { name: sheet.name, cells, merges: sheet.merges };
  });
}

export function putTogether(sheets: readonly TaggedSheet[]): Disguised {
  const origins = new Map<Place, Place>();
  const snapshots = sheets.map((sheet): SheetSnapshot => {
    const rows = new Map<number, Cell[]>();
    for (const { row, column, cell, origin } of sheet.cells) {
      if (origin !== undefined) origins.set(placeOf({ sheet: sheet.name, row, column }), origin);
      if (!cell) continue;
      const cells = rows.get(row) ?? [];
      cells.push({ ...cell, column });
      rows.set(row, cells);
    }
    return {
      name: sheet.name,
      visibility: 'visible',
      rows: [...rows.entries()]
        .map(([row, cells]): SnapshotRow => ({ row, cells: cells.sort((a, b) => a.column - b.column) }))
        .sort((a, b) => a.row - b.row),
      merges: sheet.merges,
      hiddenRows: [],
      hiddenColumns: [],
      notes: [],
      flags: [],
      isProtected: false,
      ours: false,
    };
  });
  return { snapshot: { stamp: 'disguised', sheets: snapshots }, originOf: (place) => origins.get(place) };
}

/** Moves rows and columns; -1 takes one away. Merged areas follow their corners, and are gone with them. */
export function move(
  sheet: TaggedSheet,
  rowTo: (row: number) => number,
  columnTo: (column: number) => number = (column) => column,
): TaggedSheet {
  return {
    ...sheet,
    cells: sheet.cells
      .map((cell) => ({ ...cell, row: rowTo(cell.row), column: columnTo(cell.column) }))
      .filter(({ row, column }) => row >= 0 && column >= 0),
    merges: sheet.merges
      .map((merge) => ({
        top: rowTo(merge.top),
        left: columnTo(merge.left),
        bottom: rowTo(merge.bottom),
        right: columnTo(merge.right),
      }))
      .filter(
        ({ top, left, bottom, right }) => Math.min(top, left, bottom, right) >= 0 && (bottom > top || right > left),
      ),
  };
}

/** Changes what cells hold; undefined empties one. */
export function rewrite(sheet: TaggedSheet, change: (cell: Cell, row: number) => Cell | undefined): TaggedSheet {
  return {
    ...sheet,
    cells: sheet.cells.map((tagged) => (tagged.cell ? { ...tagged, cell: change(tagged.cell, tagged.row) } : tagged)),
  };
}

/** A new cell that was nowhere before; what stood there goes. */
export function write(sheet: TaggedSheet, row: number, column: number, value: string): TaggedSheet {
  const others = sheet.cells.filter((cell) => cell.row !== row || cell.column !== column);
  return { ...sheet, cells: [...others, { row, column, cell: { column, value }, origin: undefined }] };
}
