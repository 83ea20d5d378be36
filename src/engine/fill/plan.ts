import type { Decimal } from 'decimal.js';
import type { Figure } from '../book/book';
import type { Equation } from '../equation/equation';
import type { CellRef } from '../snapshot/address';

/** What filling would do to a workbook. Cells speak of the sheets as they are after the insertions. */
export interface FillPlan {
  readonly inserts: readonly InsertedRow[];
  readonly fills: readonly Filled[];
  /** Cells that hold another amount than their equation gives: kept, unless asked otherwise. */
  readonly conflicts: readonly Conflict[];
  /** Amounts stored as text that a formula would not see: they become numbers. */
  readonly numbers: readonly { readonly cell: CellRef; readonly text: string; readonly amount: string }[];
}

/** A class or section row that the table should print and did not have. */
export interface InsertedRow {
  readonly table: string;
  readonly sheet: string;
  /** Above this row as it was before any insertion, and its row afterwards; counted from 0. */
  readonly above: number;
  readonly row: number;
  /** The row whose looks it takes, as it was before. */
  readonly like: number;
  readonly code: string;
  readonly name: string;
  /** What is written into its key cells: column counted from 0 → text. */
  readonly keys: readonly { readonly column: number; readonly text: string }[];
}

export interface Filled {
  readonly cell: CellRef;
  readonly table: string;
  readonly rowName: string | undefined;
  readonly columnName: string | undefined;
  /** Without the leading `=`; undefined where a value was asked for. */
  readonly formula: string | undefined;
  /** Plain decimal in the table's money unit. */
  readonly amount: string;
  /** It held the same amount as typed. */
  readonly agreed: boolean;
}

export interface Conflict {
  readonly figure: Figure;
  readonly cell: CellRef;
  readonly formula: string;
  /** In the table's money unit. */
  readonly typed: Decimal;
  readonly computed: Decimal;
  readonly equation: Equation;
}
