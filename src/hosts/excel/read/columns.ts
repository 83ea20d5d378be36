import type { ColumnWidths, Span } from '../../../engine/snapshot/snapshot';
import { spansOf } from '../api/sheet-cells';

export interface ColumnsRead {
  readonly hiddenColumns: readonly Span[];
  readonly widths: ColumnWidths;
}

/**
 * Points that a digit takes in the widest of the usual fonts of workbooks (8 pixels in 宋体; 7 in Calibri and 等线). Excel does not tell
 * the font, and a column that is taken to be narrower than it is does less harm.
 */
const POINTS_A_DIGIT = 6;

/** What a new sheet gives a column, in points. */
const USUAL_POINTS = 48;

/** Asks which columns of a range are hidden and how wide they are; what comes back wants the first column, counted from 0. */
export function requestColumns(range: Excel.Range): (left: number) => ColumnsRead {
  const columns = range.getColumnProperties({ columnHidden: true, format: { columnWidth: true } });
  return (left) => {
    const widths: (Span & { readonly width: number })[] = [];
    columns.value.forEach(({ format }, index) => {
      const width = (format?.columnWidth ?? USUAL_POINTS) / POINTS_A_DIGIT;
      const before = widths.at(-1);
      if (before?.width === width) widths[widths.length - 1] = { ...before, to: left + index };
      else widths.push({ from: left + index, to: left + index, width });
    });
    return {
      hiddenColumns: spansOf(
        columns.value.map((column) => column.columnHidden === true),
        left,
      ),
      widths: { usual: USUAL_POINTS / POINTS_A_DIGIT, columns: widths },
    };
  };
}
