import type { DrawnCell, DrawnSheet } from '../../engine/snapshot/drawn';
import type { Cell, SnapshotRow } from '../../engine/snapshot/snapshot';
import type { DrawnStyles } from './drawn-styles';
import { cellOf, USUAL_WIDTH, type SheetContent } from './read-sheet';
import type { StyleContent } from './read-styles';

/** A sheet that was drawn into a workbook, and the formats that its cells were given there. */
export interface DrawnPart {
  readonly sheet: DrawnSheet;
  readonly styles: DrawnStyles;
}

/** What was drawn, by the bytes of the part that was written of it. */
export type DrawnParts = ReadonlyMap<Uint8Array, DrawnPart>;

/** What a drawn sheet holds: the same as would be read out of its part. */
export function drawnContent({ sheet, styles }: DrawnPart, { formats }: StyleContent): SheetContent {
  const rows: SnapshotRow[] = [];
  for (const [row, drawn] of sheet.rows.entries()) {
    const cells: Cell[] = [];
    for (const cell of drawn.cells) {
      if (isBlank(cell)) continue;
      const { column, look, value, formula, decimals = 2 } = cell;
      // Of a formula's values only numbers and texts are written; a number has no sign where it is nothing.
      const kept = formula !== undefined && typeof value === 'boolean' ? null : value === 0 ? 0 : value;
      cells.push(cellOf(column, kept, formula, formats[styles.of(look, decimals)]));
    }
    if (cells.length > 0) rows.push({ row, cells });
  }
  return {
    rows,
    merges: sheet.merges,
    hiddenRows: [],
    hiddenColumns: [],
    widths: {
      usual: USUAL_WIDTH,
      columns: sheet.columns.map(({ width }, column) => ({ from: column, to: column, width })),
    },
    isProtected: sheet.isProtected === true,
    flags: [],
    arrays: [],
  };
}

/** A cell that only has a look is left out where sheets are read. */
const isBlank = ({ value, formula }: DrawnCell): boolean => formula === undefined && (value === null || value === '');
