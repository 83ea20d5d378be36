import type { ColumnWidths, SnapshotRow, Span } from '../../../engine/snapshot/snapshot';
import { areaOf, loadPlace } from '../api/areas';
import { bytesOf } from '../api/bytes';
import type { CellBlock } from '../api/sheet-cells';
import { rowsOfBlock, spansOf } from '../api/sheet-cells';
import { requestColumns } from './columns';

/** What a block of cells was found to hold. */
export interface CellsRead {
  readonly rows: readonly SnapshotRow[];
  readonly hiddenRows: readonly Span[];
  readonly hiddenColumns: readonly Span[];
  /** Absent where nothing was asked. */
  readonly widths?: ColumnWidths;
  /** About how long the answer was. */
  readonly bytes: number;
}

export const NO_CELLS: CellsRead = { rows: [], hiddenRows: [], hiddenColumns: [], bytes: 0 };

/** Beyond five million cells Excel may answer null instead of values, without an error. */
export class CellsWithheld extends Error {}

/**
 * Asks for what the cells of a range hold, for its hidden rows and columns and how wide these are; to be called once, after the sync. A
 * null object holds nothing.
 */
export function requestCells(range: Excel.Range): () => CellsRead {
  loadPlace(range).load('values,formulas,numberFormat');
  const rows = range.getRowProperties({ rowHidden: true });
  const columns = requestColumns(range);
  return () => {
    if (range.isNullObject) return NO_CELLS;
    // The typings do not say so, but what would be too big is null.
    const withheld: unknown = range.values;
    if (withheld === null) throw new CellsWithheld();
    const { top, left } = areaOf(range);
    const block: CellBlock = { top, left, values: range.values, formulas: range.formulas, formats: range.numberFormat };
    return {
      rows: rowsOfBlock(block),
      hiddenRows: spansOf(
        rows.value.map((row) => row.rowHidden === true),
        top,
      ),
      ...columns(left),
      bytes: [block.values, block.formulas, block.formats].reduce((sum, grid) => sum + bytesOf(grid), 0),
    };
  };
}
