import type { RecognisedTable } from '../book/book';
import type { LeftBecause } from './plan';
import type { WrittenKey } from './row-manner';

/** A row that a table should print and does not. */
export interface MissingRow {
  readonly table: RecognisedTable;
  readonly sheet: string;
  /** Above this row, counted from 0 as the sheet is now. */
  readonly above: number;
  /** The row of the table that holds nothing and takes it, in the place of one that is put in. */
  readonly blank?: number;
  /** The row whose looks it takes. */
  readonly like: number;
  /** '' for the row of totals. */
  readonly code: string;
  readonly name: string;
  /** What is written into its key cells, or why the row cannot be put in. */
  readonly keys: readonly WrittenKey[] | LeftBecause;
  /** The column of the cell that says what the row below is. */
  readonly keyColumn: number;
}
