import { heightOfLines, linesIn } from '../../engine/snapshot/row-height';
import type { DrawnCell, DrawnList, DrawnRow, DrawnSheet, Look } from '../../engine/snapshot/drawn';
import type { CellValue } from '../../engine/snapshot/snapshot';

/** A column of a sheet in which people answer. */
export interface AskedColumn {
  readonly header: string;
  /** In characters. */
  readonly width: number;
}

/** A cell of it: a value and how it looks. */
export interface AskedCell {
  readonly value: CellValue;
  readonly look: Look;
  readonly decimals?: number;
  /** In English, without the leading `=`; the value is what it comes to. */
  readonly formula?: string;
}

/** First row of the data, counted from 0: a guide and the headers stand above. */
export const FIRST_ROW = 2;

/** A guide in row 1, headers with a filter in row 2, data from row 3: all sheets in which people answer look alike. */
export function askedSheet(sheet: {
  readonly name: string;
  readonly guide: string;
  readonly columns: readonly AskedColumn[];
  readonly frozenColumns: number;
  readonly landscape: boolean;
  readonly rows: readonly (readonly AskedCell[])[];
  readonly lists?: readonly DrawnList[];
  /** `input` unless said. */
  readonly kind?: DrawnSheet['kind'];
  readonly isProtected?: true;
}): DrawnSheet {
  const { name, columns, frozenColumns, landscape, lists = [] } = sheet;
  const drawn = (cells: readonly AskedCell[]): DrawnRow => ({
    ...heightOf(cells, columns),
    cells: cells.map((cell, column): DrawnCell => ({ column, ...cell })),
  });
  const last = Math.max(FIRST_ROW - 1, FIRST_ROW + sheet.rows.length - 1);
  return {
    name,
    kind: sheet.kind ?? 'input',
    columns: columns.map(({ width }) => ({ width })),
    rows: [
      { cells: [{ column: 0, value: sheet.guide, look: 'guide' }] },
      drawn(columns.map(({ header }): AskedCell => ({ value: header, look: 'ownHeader' }))),
      ...sheet.rows.map(drawn),
    ],
    merges: [],
    frozen: { rows: FIRST_ROW, columns: frozenColumns },
    filter: { top: FIRST_ROW - 1, left: 0, bottom: last, right: columns.length - 1 },
    page: { landscape, titleRows: { from: 0, to: FIRST_ROW - 1 } },
    lists,
    ...(sheet.isProtected ? { isProtected: true } : {}),
  };
}

// Excel fits a row without a height to its text when it opens a file, LibreOffice does not: where a text takes several lines the
// height is estimated. A row of one line keeps none, so that it grows with what is typed into it.
function heightOf(cells: readonly AskedCell[], columns: readonly AskedColumn[]): { readonly height?: number } {
  const lines = cells.map(({ value }, column) => {
    if (typeof value !== 'string') return 1;
    return linesIn(value, columns[column]?.width ?? 1);
  });
  const most = Math.max(1, ...lines);
  return most === 1 ? {} : { height: heightOfLines(most) };
}
