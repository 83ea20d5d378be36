import type { Explanation } from '../../engine/finding/finding';

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
  /** A symptom's note says where it comes from. */
  readonly symptomLine: (sign: string, cause: string, sentence: string) => string;
  /** The same where the figures do not tell which cell is wrong: no place is said to be the cause. */
  readonly relatedLine: (sign: string, place: string, sentence: string) => string;
  readonly andPlaces: (address: string, count: number) => string;
  readonly basis: (rule: string, cells: string) => string;
  readonly uncheckedProblem: (count: number, sentence: string) => string;
  /** Word in the 程度 column for an entry that is gone while somebody's remark on it is kept. */
  readonly gone: string;
  /** What a person has written about an entry, and whether it still holds. */
  readonly explanation: (explanation: Explanation) => string;
  /** Between two sentences of one entry. */
  readonly join: string;
  /** The sheet that holds the text. */
  readonly text: {
    readonly sheetName: string;
    readonly guide: string;
    readonly headers: { readonly number: string; readonly text: string; readonly cells: string };
  };
}
