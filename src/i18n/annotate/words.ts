import type { Place } from '../../engine/finding/facts';
import type { Explanation } from '../../engine/finding/finding';

export type EquationColumn =
  'number' | 'kind' | 'relation' | 'left' | 'right' | 'difference' | 'result' | 'leftPlace' | 'rightPlace' | 'basis';

/** What stands in notes and in the findings sheet, apart from the findings themselves. */
export interface AnnotateWords {
  readonly sheetName: string;
  readonly guide: string;
  /** Of the report over several files, where nothing can be jumped to. */
  readonly reportGuide: string;
  readonly headers: {
    readonly file: string;
    readonly number: string;
    readonly severity: string;
    readonly place: string;
    readonly subject: string;
    readonly problem: string;
    readonly now: string;
    readonly should: string;
    readonly difference: string;
    readonly basis: string;
    readonly handling: string;
    readonly id: string;
  };
  /** × 错误：句子 */
  readonly noteLine: (sign: string, word: string, sentence: string) => string;
  /** In the note of a cell that a sentence about several does not name. */
  readonly cellShould: (amount: string) => string;
  /** A symptom's note says where it comes from. */
  readonly symptomLine: (sign: string, cause: string, sentence: string) => string;
  /** The same where the figures do not tell which cell is wrong: no place is said to be the cause. */
  readonly relatedLine: (sign: string, place: string, sentence: string) => string;
  readonly andPlaces: (address: string, count: number) => string;
  /** The name of a rule, and cells. */
  readonly basis: (rule: string, cells: string) => string;
  readonly uncheckedProblem: (count: number, sentence: string) => string;
  /** Word in the 程度 column for an entry that is gone while somebody's remark on it is kept. */
  readonly gone: string;
  /** What a person has written about an entry, and whether it still holds. */
  readonly explanation: (explanation: Explanation) => string;
  /** Between two sentences of one entry. */
  readonly join: string;
  /** The sheet that lists every equation. */
  readonly equations: {
    readonly sheetName: string;
    readonly guide: string;
    readonly headers: Readonly<Record<EquationColumn, string>>;
    readonly within: string;
    readonly between: string;
    readonly agrees: string;
    readonly rounding: string;
    readonly differs: string;
    readonly blank: string;
    readonly notChecked: string;
    /** Before and behind the two counts in the line over the equations of a table. */
    readonly tally: { readonly agrees: string; readonly differs: string };
    /** The sum of some names, of so many in all. */
    readonly sum: (names: readonly string[], of: number) => string;
    readonly place: (place: Place) => string;
    /** A row that a table has not, and that counts as zero. */
    readonly noRow: (table: string) => string;
    /** So many amounts stand within words and do not follow. */
    readonly fixed: (count: number) => string;
    readonly join: string;
  };
  /** The sheet of charts. */
  readonly charts: {
    readonly sheetName: string;
    readonly guide: string;
    /** Over the names of what is compared. */
    readonly name: string;
    readonly thisYear: (year: number | undefined) => string;
    readonly yearBefore: (year: number | undefined) => string;
    readonly total: string;
    /** Amounts are in 万元. */
    readonly title: (title: string) => string;
  };
  /** The sheet that holds the text. */
  readonly text: {
    readonly sheetName: string;
    readonly guide: string;
    readonly headers: { readonly number: string; readonly text: string; readonly cells: string };
  };
}
