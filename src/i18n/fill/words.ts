import type { MoneyUnit } from '../../engine/amount/reading';
import type { LeftBecause } from '../../engine/fill/plan';
import type { Place } from '../../engine/finding/facts';

/** What would be done to a table, in numbers; those that are zero are not mentioned. */
export interface FillNumbers {
  readonly formulas: number;
  readonly values: number;
  readonly rows: number;
  readonly numbers: number;
}

/** A typed amount that is kept although it differs. Amounts and difference are plain decimals in the table's money unit. */
export interface KeptAmount {
  readonly place: Place;
  readonly typed: string;
  readonly computed: string;
  /** What was typed less what was computed. */
  readonly difference: string;
  readonly unit: MoneyUnit;
  /** Without the leading `=`. */
  readonly formula: string;
}

/** What is said about filling, wherever it is previewed or done. */
export interface FillWords {
  readonly kept: (kept: KeptAmount) => string;
  /** The same where rounding explains the difference. */
  readonly keptRounding: (kept: KeptAmount) => string;
  /** The same where the computed amount takes its place, since that was asked for. */
  readonly replaced: (kept: KeptAmount) => string;
  /** After all that were kept: that they were, and what to do. */
  readonly allKept: string;
  /** After a row that a table lacks: that the amounts in `cells`, which take it in, were kept, and what to do. */
  readonly keptForRow: (cells: string) => string;
  /** 公式18  插入1行 */
  readonly counts: (numbers: FillNumbers) => readonly string[];
  /** 第12行插入20805 行政事业单位养老支出; rows as people count them. */
  readonly insertedRow: (row: number, name: string) => string;
  /** The same of a row that was there and blank. */
  readonly blankRowTaken: (row: number, name: string) => string;
  readonly blank: string;
  readonly madeNumber: string;
  readonly renewed: (formula: string) => string;
  /** The same of a formula that referred to a row which was deleted. */
  readonly restored: (formula: string) => string;
  readonly followed: string;
  /** What a formula comes to that cannot be calculated here. */
  readonly unknown: string;
  readonly followsHidden: (count: number) => string;
  readonly notesHidden: (count: number) => string;
  /** Why a cell is not filled; `more` cells beside the first share the reason. `cells` are the addresses in the way. */
  readonly leftCells: (place: Place, more: number, because: LeftBecause, cells: readonly string[]) => string;
  /** Cells that wait for others of which there are many: which of these come first, as areas; none where they stand in other tables. */
  readonly leftWaiting: (
    place: Place,
    more: number,
    first: { readonly areas: readonly string[]; readonly more: boolean; readonly cells: number },
  ) => string;
  /** Why rows are not put in. */
  readonly leftRows: (table: string, rows: readonly string[], because: LeftBecause) => string;
  readonly nothing: string;
  /** The same where a table lacks rows: not all is there. */
  readonly nothingButRows: string;
  /** The same where cells or tables stay open. */
  readonly nothingButOpen: string;
  /** Tables without any amount that nothing else tells. */
  readonly untouched: (tables: readonly string[]) => string;
  /** No table holds an amount that anything could be computed from. */
  readonly nothingTyped: string;
  readonly written: (file: string, numbers: FillNumbers) => string;
  readonly writtenUnchanged: (file: string) => string;
  readonly dryRun: (numbers: FillNumbers) => string;
  /** Before the counts of what remains. */
  readonly remaining: (counts: string) => string;
  readonly remainingNone: string;
}
