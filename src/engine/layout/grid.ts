import type { CellValue } from '../snapshot/snapshot';
import type { Look } from '../snapshot/drawn';

/** A table as it is printed, wherever: title, header with its merged cells, rows, remarks. */
export interface TableGrid {
  /** Declared id: 表五. */
  readonly table: string;
  readonly caption: string;
  readonly title: string;
  /** At the left and at the right above the header: department, money unit. */
  readonly left: string;
  readonly right: string;
  /** Widths in characters. */
  readonly columns: readonly { readonly width: number }[];
  /** How many of the rows are the header. */
  readonly headerRows: number;
  readonly rows: readonly (readonly GridCell[])[];
  readonly remarks: readonly string[];
  readonly landscape: boolean;
}

/** A cell of a printed table; what a merged cell covers is not listed. */
export interface GridCell {
  readonly column: number;
  readonly columnSpan: number;
  readonly rowSpan: number;
  /** As shown: amounts with thousands separators and the column's decimals. */
  readonly text: string;
  readonly value: CellValue;
  readonly formula?: string;
  readonly look: Look;
  readonly decimals?: number;
}
