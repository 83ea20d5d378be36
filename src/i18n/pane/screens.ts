import type { FillNumbers, KeptAmount } from '../fill/words';

/** What the screen 填表 says. Amounts are plain decimals. */
export interface FillScreenWords {
  /** What would be written, in numbers: 可写46格：公式40、数值6；插入2行. */
  readonly heading: (numbers: FillNumbers) => string;
  /** Typed amounts that differ from what is computed, and are kept unless the user says otherwise. */
  readonly conflicts: (count: number) => string;
  readonly compared: (kept: KeptAmount) => string;
  readonly unit: (unit: string) => string;
  /** Behind a difference that rounding explains. */
  readonly rounding: string;
  readonly roundings: (count: number) => string;
  readonly keep: string;
  readonly useFormula: string;
  /** Accessible name of a choice. */
  readonly choice: (place: string) => string;
  readonly follows: (count: number) => string;
  readonly left: (count: number) => string;
  readonly write: (cells: number) => string;
  readonly undoable: string;
  readonly preparing: string;
}

/** What is said about tables that are made: out of a ledger, or empty ones. */
export interface MakeWords {
  readonly ledger: (sheet: string, rows: number) => string;
  readonly emptyLedger: (sheet: string) => string;
  readonly preview: string;
  readonly heading: (tables: number) => string;
  readonly drawn: (names: readonly string[]) => string;
  readonly added: (names: readonly string[]) => string;
  readonly findings: (count: number) => string;
  /** Reasons that were given for other figures. */
  readonly stale: (count: number) => string;
  /** Amounts in tables of the tool's that the ledger does not give: it was changed since, or people typed them. */
  readonly replaced: (count: number) => string;
  readonly gone: string;
  readonly noDepartment: string;
  readonly noYear: (year: number) => string;
  readonly write: (sheets: number) => string;
  readonly nothing: string;
  readonly newTables: string;
  readonly newWhat: string;
  readonly department: string;
  readonly year: string;
  readonly yearHint: string;
  readonly make: string;
}

/** What the screen 说明 says. */
export interface TextScreenWords {
  /** 十个部分 已成文7 待填2, in parts. */
  readonly sections: (count: number) => string;
  readonly done: (count: number) => string;
  readonly open: (count: number) => string;
  readonly errors: (count: number) => string;
  readonly copyAll: string;
  readonly copySection: string;
  readonly toSheet: string;
  readonly copied: string;
  readonly copyBlocked: string;
  /** Accessible name of a figure: its text, and what a click selects. */
  readonly figure: (text: string, address: string) => string;
  readonly personal: (text: string, address: string) => string;
  /** Under the text: which figure has the focus and where it comes from. */
  readonly from: (text: string, places: readonly string[]) => string;
  readonly seenIn: (count: number) => string;
  readonly notRecognised: string;
  readonly ask: string;
  readonly complete: string;
}

/** What is said of the text as it stands in its sheet. */
export interface StandingWords {
  readonly stale: (count: number, sheet: string) => string;
  readonly current: (sheet: string) => string;
  readonly rewrite: string;
  readonly rewriteAll: string;
  /** Beside it, where some are to be chosen one by one. */
  readonly choices: (count: number) => string;
  /** Before the newly written sentence, where the person's cannot follow the figures. */
  readonly fresh: string;
  /** Words of the person's that it does not have. */
  readonly lost: (words: readonly string[]) => string;
  readonly choose: string;
  /** It goes the other way by now, and a reason is given. */
  readonly reasonDoubtful: string;
  /** Accessible name of what takes the place of something; a click selects the cell it rests on. */
  readonly changeFrom: (was: string, becomes: string, address: string) => string;
  readonly unmatched: (count: number) => string;
  readonly added: (count: number, sheet: string) => string;
  readonly all: (count: number) => string;
  /** Before the whole sheet is written anew: so many of its sentences are others than those that are written now. */
  readonly overwrite: (count: number, sheet: string) => string;
  readonly overwriteAll: string;
  readonly keep: string;
}

/** What the screen 待填 says. Amounts are plain decimals. */
export interface AskWords {
  readonly back: string;
  readonly progress: (open: number, done: number) => string;
  readonly all: string;
  readonly now: string;
  readonly before: string;
  /** 增加31.20 增长3.35%; without a percentage where there is no base. */
  readonly change: (difference: string, percent: string | undefined) => string;
  readonly box: string;
  readonly hint: string;
  /** Behind the hint, where there is a cell to write into. */
  readonly keeps: string;
  /** Somebody has put something else into the cell that is being typed; empty where it was emptied. */
  readonly taken: (holds: string) => string;
  readonly useSheet: string;
  readonly reads: string;
  readonly save: string;
  readonly saveLast: string;
  readonly skip: string;
  readonly complete: string;
  readonly readText: string;
  readonly stale: string;
  /** A reason that was given although the change is too small to be asked about. */
  readonly spared: string;
  readonly position: (position: number, count: number) => string;
  readonly facts: (count: number) => string;
  readonly prior: (count: number) => string;
  readonly others: (count: number) => string;
  readonly noPrior: string;
  /** Opens the choice of a file. */
  readonly fromFile: string;
  /** Why a file cannot be used, as the command line says it behind a name. */
  readonly ofFile: (file: string, because: string) => string;
  readonly makeSheets: string;
  readonly updateSheets: string;
  readonly makeSheetsWhy: (sheets: readonly string[]) => string;
  readonly noneAsked: string;
}

/** What is said where somebody explains why something that was found may stay as it is. */
export interface ExplainWords {
  readonly write: string;
  readonly again: string;
  readonly withdraw: string;
  readonly box: string;
  readonly hint: string;
  readonly name: string;
  readonly save: string;
  readonly cancel: string;
}

/** What the screens say that are loaded when they are first looked at. */
export interface ScreenWords {
  readonly fill: FillScreenWords;
  readonly make: MakeWords;
  readonly text: TextScreenWords;
  readonly standing: StandingWords;
  readonly ask: AskWords;
}
