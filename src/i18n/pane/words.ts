import type { CommandId } from '../../engine/snapshot/patch';
import type { FillNumbers } from '../fill/words';
import type { WithoutTicks } from '../words/ticks';
import type { ExplainWords } from './screens';

/**
 * A command that can be taken back, as the undo button names it; changes are named by the addresses of their cells, a reason by its
 * place in the list, counted from 1.
 */
export type UndoableCommand =
  | 'mark'
  | 'remove-marks'
  /** What stopped half way before the pane was opened. */
  | 'unfinished'
  | 'fill'
  | 'compile'
  | 'new'
  | 'ask'
  | 'text-sheet'
  | 'rewrite'
  | 'prior'
  | 'reasons-from'
  | 'withdraw'
  | 'equations'
  | 'charts'
  | 'tick'
  | 'remove-ticks'
  | { readonly reason: number }
  /** By the address of what is explained. */
  | { readonly explained: string }
  | { readonly changed: readonly string[] };

/** What was written, as it is said afterwards. */
export type Wrote =
  | { readonly what: 'fill'; readonly numbers: FillNumbers }
  | { readonly what: 'compile'; readonly tables: number }
  | { readonly what: 'new'; readonly sheets: number }
  | { readonly what: 'ask'; readonly sheets: readonly string[] }
  | { readonly what: 'text-sheet'; readonly sheet: string }
  | { readonly what: 'rewritten'; readonly sheet: string; readonly sentences: number }
  | {
      readonly what: 'prior';
      readonly file: string;
      readonly sheet: string;
      readonly filled: number;
      readonly differing: number;
    }
  /** How many reasons were asked for and not given before it and after. */
  | { readonly what: 'reasons-from'; readonly sheet: string; readonly before: number; readonly after: number }
  | { readonly what: 'explain'; readonly sheet: string }
  | { readonly what: 'withdraw' }
  | { readonly what: 'equations'; readonly sheet: string; readonly equations: number }
  /** None where the tables hold no amounts; `withPrior`: so many with the year before. */
  | { readonly what: 'charts'; readonly sheet: string; readonly charts: number; readonly withPrior: number }
  | { readonly what: 'tick'; readonly ticked: number; readonly without: WithoutTicks }
  | { readonly what: 'remove-ticks' }
  /** None where nothing could be written. */
  | { readonly what: 'amended'; readonly addresses: readonly string[] }
  /** The row as people count it. */
  | { readonly what: 'reason'; readonly sheet: string; readonly row: number };

/** Of amounts that were changed it is said as of suggestions that were accepted. */
export type SaidOfWriting = Exclude<Wrote, { readonly what: 'amended' }>;

/** What stood in the way; each has its sentence. */
export type ProblemKey =
  | 'cell-edit'
  | 'protected'
  | 'gone'
  | 'hidden'
  | 'client-too-old'
  | 'filtered'
  | 'merged'
  | 'structure'
  | 'too-big'
  | 'other-workbook'
  | 'unfinished'
  | 'own-mistake';

/** A cell that was left alone, and what it holds: as it stands there, empty for a blank. */
export interface ChangedCell {
  readonly address: string;
  readonly holds: string;
}

/** What the task pane says, apart from the findings themselves. */
export interface PaneWords {
  readonly title: string;
  readonly tabs: {
    readonly overview: string;
    readonly findings: string;
    readonly fill: string;
    readonly text: string;
    readonly settings: string;
    readonly label: string;
    readonly errorCount: (count: number) => string;
    readonly openCount: (count: number) => string;
  };
  /** One sentence that says how things stand. */
  readonly verdict: {
    readonly errors: (count: number) => string;
    readonly warnings: (count: number) => string;
    readonly allPassed: (passed: number) => string;
    /** Nothing found, but not everything was looked at either. */
    readonly passedUnchecked: (passed: number, unchecked: number) => string;
    /** All that was found is explained. */
    readonly explained: (count: number) => string;
    readonly nothingChecked: string;
    readonly nothingRecognised: (sheets: number) => string;
    readonly also: (parts: readonly string[]) => string;
  };
  readonly counted: {
    readonly error: (count: number) => string;
    readonly warning: (count: number) => string;
    readonly note: (count: number) => string;
    readonly explained: (count: number) => string;
  };
  readonly about: { readonly year: (year: number) => string; readonly noDepartment: string; readonly noYear: string };
  /** The edition, and the way to another one. */
  readonly edition: {
    /** By its name: somebody chose it. */
    readonly chosen: (name: string) => string;
    readonly change: string;
    /** The same where nothing was recognised. */
    readonly choose: string;
    /** Nothing was recognised as the one that was chosen. */
    readonly nothing: (name: string) => string;
    readonly automatic: string;
  };
  readonly equations: {
    readonly total: string;
    readonly passed: string;
    readonly failed: string;
    readonly notApplicable: string;
    readonly notChecked: string;
  };
  readonly tables: {
    readonly heading: string;
    readonly declaredEmpty: string;
    readonly blank: string;
    /** It has figures, but nothing to reconcile them with. */
    readonly noEquations: string;
    readonly see: (tables: readonly string[]) => string;
    /** Of the strip, for those who do not see it. */
    readonly strip: (passed: number, failed: number, notChecked: number) => string;
    readonly go: (table: string) => string;
  };
  readonly sheets: { readonly heading: string; readonly none: string };
  readonly unchecked: {
    readonly heading: (count: number) => string;
    readonly line: (count: number, sentence: string) => string;
    readonly more: (count: number) => string;
    readonly fewer: string;
  };
  readonly marksLeft: (count: number) => string;
  /** The text is being written. */
  readonly writing: string;
  /** What is still to be filled in for the text. */
  readonly open: {
    readonly line: (count: number) => string;
    readonly reasons: (count: number) => string;
    readonly go: string;
  };
  readonly findings: {
    readonly list: string;
    readonly filters: string;
    readonly toggle: (word: string, count: number) => string;
    readonly search: string;
    readonly groupBy: string;
    readonly byCause: string;
    readonly byTable: string;
    readonly noTable: string;
    readonly hidden: (count: number) => string;
    readonly showAll: string;
    readonly none: string;
    /** What can be done with one card besides; `count` are the cells that would be written, seen before they are. */
    readonly menu: {
      readonly open: string;
      readonly copy: string;
      readonly copied: string;
      readonly blocked: string;
      readonly acceptAlike: (count: number) => string;
      readonly onlyTable: (table: string) => string;
      readonly allTables: string;
    };
    readonly symptoms: (count: number) => string;
    /** The same where it is not known yet what they go back to, */
    readonly others: (count: number) => string;
    /** since that is being looked for. */
    readonly searching: string;
    readonly link: (address: string) => string;
    /** To what the cell rests on. */
    readonly evidence: string;
    readonly places: (count: number) => string;
    /** Accessible name of a card. */
    readonly card: (severity: string, sentence: string, position: number, count: number) => string;
    readonly more: (count: number) => string;
  };
  readonly fixes: {
    /** [改为147.15]; the amount as people read it. */
    readonly accept: (amount: string) => string;
    /** Nothing is to stand there. */
    readonly clear: string;
    /** Where the figures leave some doubt: the check afterwards shows what came of it. */
    readonly attempt: (amount: string) => string;
    readonly acceptAll: string;
    readonly heading: (cells: number) => string;
    /** `stood`: a text that was no amount. */
    readonly change: (before: string | undefined, after: string | undefined, stood?: string) => string;
    readonly write: (cells: number) => string;
    readonly dontWrite: string;
  };
  readonly explain: ExplainWords;
  readonly commands: {
    readonly next: string;
    readonly mark: string;
    readonly listEquations: string;
    readonly drawCharts: string;
    readonly removeMarks: string;
    /** Puts a √ on the figures that agree, and takes all of them away. */
    readonly tick: string;
    readonly removeTicks: string;
    readonly undo: (command: UndoableCommand) => string;
    readonly check: string;
    readonly cancel: string;
    readonly retry: string;
    readonly close: string;
  };
  readonly done: {
    readonly marked: (cells: number, sheet: string) => string;
    readonly removed: string;
    readonly kept: (sheets: readonly string[]) => string;
    readonly undone: (command: UndoableCommand) => string;
    readonly redone: (command: UndoableCommand) => string;
    /** It was not done once more: what it was made for is not what stands there now. */
    readonly redoOutdated: (command: UndoableCommand) => string;
    readonly changed: (addresses: readonly string[]) => string;
    /** What was asked for is not what the figures say any more. */
    readonly outdated: string;
    readonly previewOutdated: string;
    readonly wrote: (wrote: SaidOfWriting) => string;
    readonly updated: (parts: readonly string[]) => string;
    readonly cleaned: string;
  };
  /** What an earlier pane left half done. */
  readonly left: {
    /** It can be taken back. */
    readonly half: (command: CommandId) => string;
    /** What it had written cannot be told from what was there. */
    readonly written: (command: CommandId) => string;
    readonly traces: string;
    readonly undo: string;
    readonly keep: string;
    readonly clean: string;
    readonly later: string;
  };
  readonly refused: {
    readonly protected: (sheets: readonly string[]) => string;
    /** Of figures, not of marks. */
    readonly protectedCells: (sheets: readonly string[]) => string;
    readonly notOurs: (sheets: readonly string[]) => string;
    readonly missing: (sheets: readonly string[]) => string;
    readonly renamed: (sheets: readonly string[]) => string;
    /** Sheets that could not be added or taken away. */
    readonly workbookProtected: (sheets: readonly string[]) => string;
    /** Nothing at all was written. */
    readonly filtered: (sheets: readonly string[]) => string;
    readonly merged: (addresses: readonly string[]) => string;
    /** Cells that somebody changed between the preview and the writing. */
    readonly changed: (cells: readonly ChangedCell[]) => string;
    /** … between the writing and the undoing. */
    readonly changedSince: (cells: readonly ChangedCell[]) => string;
    /** Sheets of ours that somebody has written into since. */
    readonly sheetChanged: (sheets: readonly string[]) => string;
    readonly other: (count: number) => string;
  };
  readonly problem: { readonly [Key in ProblemKey]: string };
  /** Something had been written before Excel stopped; in cells, as far as that is known. */
  readonly partlyWritten: (progress: { readonly written: number; readonly left: number } | undefined) => string;
  /** Why it stopped, and what to do before going on. */
  readonly stoppedBecause: { readonly [Key in ProblemKey]: string };
  readonly diagnostics: string;
  readonly freshness: {
    readonly fresh: string;
    /** The same, just after somebody changed something. */
    readonly updated: string;
    readonly changed: string;
    readonly checking: string;
    readonly waiting: string;
    readonly stopped: string;
  };
  readonly comma: string;
  readonly colon: string;
}
