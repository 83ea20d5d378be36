import type { Decimal } from 'decimal.js';
import type { Figure } from '../book/book';
import type { Equation } from '../equation/equation';
import type { Severity } from '../finding/finding';
import type { CellRef } from '../snapshot/address';
import type { CellValue } from '../snapshot/snapshot';

/** What filling would do to a workbook. Cells speak of the sheets as they are after the insertions; all lists are in table order. */
export interface FillPlan {
  readonly inserts: readonly InsertedRow[];
  readonly fills: readonly Filled[];
  /** Cells that hold another amount than their equation gives: kept, unless asked otherwise. */
  readonly conflicts: readonly Conflict[];
  /** Amounts stored as text that a formula would not see: they become numbers. */
  readonly numbers: readonly NumberWritten[];
  /** Formulas of the user's that stay and come to something else once the rest is filled. */
  readonly follows: readonly Follows[];
  /** What would be filled and cannot be, and why. */
  readonly left: readonly LeftOpen[];
}

/** A class or section row, or the row of totals, that the table should print and did not have. */
export interface InsertedRow {
  readonly table: string;
  readonly sheet: string;
  /** Above this row as it was before any insertion, and its row afterwards; counted from 0. */
  readonly above: number;
  readonly row: number;
  /** The row was there and held nothing: nothing is put in, `row` takes it. */
  readonly wasBlank?: true;
  /** The row whose looks it takes, as it was before: one of its own level, else the one that it is put above. */
  readonly like: number;
  /** '' for the row of totals. */
  readonly code: string;
  readonly name: string;
  /** What is written into its key cells: column counted from 0 → as it reads, and as it is stored (codes may be numbers). */
  readonly keys: readonly { readonly column: number; readonly text: string; readonly value: CellValue }[];
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
  /** What stood there, in the same unit; undefined for a blank. */
  readonly before: string | undefined;
  /** Number format code that the column's amounts have, for a cell that has none. */
  readonly format: string;
  /** It held the same amount as typed. */
  readonly agreed: boolean;
  /**
   * The user's formula that it takes the place of, as it would read after the insertions: it agreed before, and would add up other
   * cells now that rows have come in between or blanks are filled; or a row that it referred to was deleted. Absent everywhere else:
   * formulas stay.
   */
  readonly renewed?: string;
}

export interface Conflict {
  readonly figure: Figure;
  readonly cell: CellRef;
  readonly formula: string;
  /** In the table's money unit. */
  readonly typed: Decimal;
  readonly computed: Decimal;
  readonly equation: Equation;
  /** `note` where rounding explains the difference. */
  readonly severity: Severity;
  /** The computed amount takes its place, since that was asked for. */
  readonly replaced: boolean;
}

export interface NumberWritten {
  readonly cell: CellRef;
  readonly table: string;
  /** As it stands there. */
  readonly text: string;
  /** Plain decimal in the table's money unit. */
  readonly amount: string;
  /** Number format code that the column's amounts have, for a cell that has none. */
  readonly format: string;
}

export interface Follows {
  readonly cell: CellRef;
  /** As it reads after the insertions. */
  readonly formula: string;
  readonly before: CellValue;
  /** Undefined where it cannot be told: the formula is beyond us, and cells that it refers to are filled. */
  readonly after: CellValue | undefined;
}

/** A cell that stays blank, or a row that is not inserted, although something should stand there. */
export interface LeftOpen {
  readonly table: string;
  readonly because: LeftBecause;
  /** The cell that is not filled; of a row, the first cell of the row above which it belongs. */
  readonly cell: CellRef;
  readonly rowName: string | undefined;
  readonly columnName: string | undefined;
  /** The cells that stand in the way. */
  readonly cells: readonly CellRef[];
}

export type LeftBecause =
  /** An amount it is made of cannot be read. */
  | 'unreadable'
  /** A cell it is made of stays open itself. */
  | 'left-open'
  /** A formula it is made of gives text, which no sum takes in. */
  | 'text-formula'
  /** A row that its formula referred to was deleted, and what stood in it cannot be told from the rest. */
  | 'lost-reference'
  /** A column of the table that belongs to its sum was not found. */
  | 'missing-columns'
  /** Rows with amounts that nobody could read may belong to its sum. */
  | 'unread-rows'
  /** It stands behind its label, in the same cell, where no formula can. */
  | 'in-label'
  /** The cell lies under a merged one. */
  | 'merged'
  /** A formula of the user's already refers to it, so that it cannot refer back. */
  | 'circular'
  /** The formula would be longer than Excel takes. */
  | 'too-long'
  /** A row that the table should print, on a protected sheet. */
  | 'row-protected'
  /** Another block or table stands beside it: a row put in would tear that one apart. */
  | 'row-beside'
  /** A merged cell reaches across the place where the row belongs. */
  | 'row-merged'
  /** Rows of the table are hidden, or filtered. */
  | 'row-hidden'
  /** Its code is in no catalogue, and no table names it. */
  | 'row-unnamed'
  /** It cannot be told how its code is written here, or which row of the table is the one of totals. */
  | 'row-unclear'
  /** The workbook does not allow rows to be put in there (`keepRows`). */
  | 'row-refused';

export interface FillOptions {
  /** Amounts instead of formulas. */
  readonly values?: boolean;
  /** Cells (`cellKey`, as they are after the insertions) whose typed amount may be replaced though it differs. */
  readonly replace?: ReadonlySet<string>;
  /** What becomes of a typed amount that agrees: `keep` unless said. */
  readonly agreeing?: 'keep' | 'formula';
  /** Sheets into which no row may be put, because a host refused it. */
  readonly keepRows?: ReadonlySet<string>;
}
