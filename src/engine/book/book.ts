import type { Decimal } from 'decimal.js';
import type { MoneyUnit, Reading } from '../amount/reading';
import type { ResolvedEdition } from '../edition/resolve';
import type { Block, Form, Table } from '../edition/edition';
import type { Scope, Members } from '../scope/scope';
import type { CellRef } from '../snapshot/address';
import type { CodeReading } from '../classification/code';
import type { Axis } from './axis';

/** What was recognised in a workbook: its tables, and for every figure its cell and what it means. */
export interface Book {
  readonly edition: ResolvedEdition;
  readonly department: string | undefined;
  readonly year: number | undefined;
  /** In the edition's order. */
  readonly tables: readonly RecognisedTable[];
  readonly forms: readonly RecognisedForm[];
}

/** Where a table stands and what is said around it. */
export interface TableFrame {
  readonly sheet: string;
  /** First and last row of the table, title and notes included. */
  readonly top: number;
  readonly bottom: number;
  /** Undefined where no title was found. */
  readonly title: { readonly text: string; readonly cell: CellRef } | undefined;
  readonly moneyUnit: MoneyUnit;
  /** Where the money unit is written; undefined where none was found and the edition's was taken. */
  readonly unitCell: CellRef | undefined;
  /** A money unit was found that is neither 万元 nor 元. */
  readonly foreignUnit: string | undefined;
  readonly department: { readonly name: string; readonly cell: CellRef } | undefined;
  readonly year: { readonly year: number; readonly cell: CellRef } | undefined;
}

/** A stretch of a sheet that a table takes up; one that goes on (续表) has several. Rows counted from 0, inclusive. */
export interface TablePlace {
  readonly sheet: string;
  readonly header: { readonly top: number; readonly bottom: number };
  readonly bottom: number;
}

export interface RecognisedTable {
  readonly declared: Table;
  readonly frame: TableFrame;
  /** In order; none where the table stands in no sheet. */
  readonly places: readonly TablePlace[];
  readonly blocks: readonly RecognisedBlock[];
  /** A note that says the table is empty, where there is one. */
  readonly emptyNote: { readonly text: string; readonly cell: CellRef } | undefined;
  /** Nothing in it but specimens and blanks. */
  readonly blank: boolean;
  /** Columns that hold amounts under a header which the edition does not know. */
  readonly strangeColumns: readonly {
    readonly header: string;
    readonly cell: CellRef;
    readonly amounts: readonly CellRef[];
  }[];
}

export interface RecognisedBlock {
  readonly declared: Block;
  readonly table: string;
  /** Members true of all its figures: the table's and the block's. */
  readonly fixed: Members;
  readonly rows: Axis<RowNode>;
  readonly columns: Axis<ColumnNode>;
  /** Declared columns that were not found, with what they mean. */
  readonly missingColumns: readonly { readonly header: string; readonly scope: Members; readonly optional: boolean }[];
  /** Declared labelled rows that were not found (their headings, for the reader). */
  readonly missingTotal: boolean;
  /** figures[row index][column index], as the axes count them. */
  readonly figures: readonly (readonly Figure[])[];
  /** Rows that hold amounts but could not be read as anything declared. */
  readonly strangeRows: readonly StrangeRow[];
  /** For each declared key the columns in the sheet that say it, counted from 0: a code may stand in three. */
  readonly keyColumns: readonly (readonly number[])[];
  /** Longest code (digits) that a tree of rows prints; undefined where rows are no tree of codes. */
  readonly deepestCode: number | undefined;
}

export interface StrangeRow {
  readonly cell: CellRef;
  readonly text: string;
  readonly amounts: readonly CellRef[];
}

/** What one row covers. */
export interface RowNode {
  readonly members: Members;
  readonly sheet: string;
  readonly role: 'tree' | 'total' | 'label' | 'ordinal';
  /** Of the row in the sheet, counted from 0. */
  readonly row: number;
  /** As it reads in a sentence; undefined where the row has no name. */
  readonly name: string | undefined;
  /** The cell that says what the row is. */
  readonly keyCell: CellRef | undefined;
  readonly nameCell: CellRef | undefined;
  /** Where the name stands that divides a code: a project's. */
  readonly detailCell?: CellRef;
  /** That name as it is written, where the member is in one spelling. */
  readonly detailName?: string;
  /** What a row that a project divides calls the code itself; undefined where it does not say. */
  readonly codeName?: string;
  readonly code: CodeReading | undefined;
  /** A label that was matched by the nearest name only. */
  readonly nearestLabel?: string;
}

export interface ColumnNode {
  readonly members: Members;
  /** Of the column in the sheet, counted from 0. */
  readonly column: number;
  readonly header: string;
  readonly headerCell: CellRef;
  /** Digits after the point of its amounts: the edition's, or the most seen where the money unit is another. */
  readonly decimals: number;
}

/** A cell that holds, or could hold, an amount, and what it means. */
export interface Figure {
  readonly scope: Scope;
  readonly table: string;
  readonly cell: CellRef;
  readonly reading: Reading;
  readonly formula: string | undefined;
  /** In 万元, whatever the table's unit; zero for a blank, undefined for what cannot be read. */
  readonly value: Decimal | undefined;
  readonly moneyUnit: MoneyUnit;
  /** Digits after the point, in its own money unit. */
  readonly decimals: number;
  readonly rowName: string | undefined;
  /** The name of its row as somebody wrote it, where that is no declared name: a project's. */
  readonly rowWritten?: string | undefined;
  readonly columnName: string | undefined;
}

export interface RecognisedForm {
  readonly declared: Form;
  readonly frame: TableFrame;
  readonly subject: { readonly text: string; readonly cell: CellRef; readonly written: string } | undefined;
  readonly subjectLabel: CellRef | undefined;
  readonly budgetUnit: { readonly text: string; readonly cell: CellRef } | undefined;
  readonly budgetUnitLabel: CellRef | undefined;
  /** One for each declared amount that stands in the form; `inside` its label's own cell, where no formula can stand. */
  readonly amounts: readonly { readonly name: string; readonly figure: Figure; readonly inside?: true }[];
  readonly missingAmounts: readonly string[];
  readonly indicators: readonly Indicator[];
}

/** One line of a performance table's indicators. */
export interface Indicator {
  readonly row: number;
  readonly level2: string;
  readonly level3: string;
  readonly value: string;
  readonly level2Cell: CellRef;
  readonly level3Cell: CellRef;
  readonly valueCell: CellRef;
}

/** All figures of a book, tables first, in the edition's order. */
export function* figuresOf(book: Book): Generator<Figure> {
  for (const table of book.tables) {
    for (const block of table.blocks) for (const row of block.figures) yield* row;
  }
  for (const form of book.forms) for (const amount of form.amounts) yield amount.figure;
}

/** Whether nothing stands in a figure's cell. */
export const isBlank = ({ reading }: Figure): boolean => reading.kind === 'blank';

/** Whether a figure says an amount that is not zero. */
export const isSomething = (figure: Figure | undefined): boolean =>
  figure?.value !== undefined && !figure.value.isZero();
