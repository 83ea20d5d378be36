import type { DrawnSheet } from './drawn';
import type { Cell, SheetSnapshot, SnapshotRow } from './snapshot';

/** A drawn sheet as a host reads it again once it has been written. */
export function snapshotOfDrawn({ name, kind, rows, merges, isProtected }: DrawnSheet): SheetSnapshot {
  return {
    name,
    visibility: 'visible',
    rows: rows.flatMap(({ cells }, row): readonly SnapshotRow[] => {
      const held = cells.flatMap(({ column, value, formula }): readonly Cell[] =>
        value === null && formula === undefined
          ? []
          : [{ column, value, ...(formula === undefined ? {} : { formula }) }],
      );
      return held.length === 0 ? [] : [{ row, cells: held }];
    }),
    merges,
    hiddenRows: [],
    hiddenColumns: [],
    notes: [],
    flags: [],
    isProtected: isProtected === true,
    ours: kind !== 'table',
    ...(kind === 'table' ? { drawnTable: true } : {}),
  };
}
