import type { WantedAnswer } from '../../engine/asked/answers';

/** A performance table: its project ('' where it names none) and its sheet. */
export interface OpenForm {
  readonly project: string;
  readonly sheet: string;
}

/** What is said about a text that was written, and the few words of the document besides the edition's. */
export interface NarrateWords {
  readonly document: { readonly contents: string };
  /** Before anything else: the figures contradict each other. */
  readonly errors: (count: number) => string;
  readonly written: (file: string, tables: number, forms: number, sections: number) => string;
  readonly askWritten: (file: string, sheets: readonly string[]) => string;
  /** The edition has tables only. */
  readonly noText: (edition: string) => string;
  readonly priorUnknown: string;
  /** The same of a workbook that has a ledger and no tables. */
  readonly priorLedger: string;
  /** Last year's workbook is of another year, and was not used; `file` is its name. */
  readonly priorYear: (file: string, year: number, needed: number) => string;
  /** The same of one that was chosen in order to fill in last year's figures. */
  readonly wrongYear: (year: number, needed: number) => string;
  readonly priorDepartment: (theirs: string, own: string) => string;
  readonly tableMissing: (title: string) => string;
  readonly rounded: (place: string, count: number) => string;
  readonly renumbered: (name: string, before: string, now: string) => string;
  readonly renamed: (code: string, before: string, now: string) => string;
  /** A list of parts that differs from its whole, both as printed, in 万元. */
  /** A reason that speaks of growth where there is less, or of cuts where there is more. */
  readonly against: (at: {
    readonly section: string;
    readonly about: string;
    readonly reason: string;
    readonly change: 'more' | 'less';
  }) => string;
  readonly apart: (at: {
    readonly year: 'now' | 'before';
    readonly section: string;
    readonly about: string;
    readonly whole: string;
    readonly parts: string;
  }) => string;
  /** Reasons that were given for other figures: how many, and what confirms them; then each. */
  readonly stale: (count: number, sheet: string) => string;
  readonly staleOne: (section: string, about: string) => string;
  readonly differing: (typed: string, told: string) => string;
  /** Rows that the sheet of last year's figures lacks, as they stand there: table, code, name, column. */
  readonly priorLacks: (sheet: string, rows: readonly string[]) => string;
  readonly complete: string;
  readonly open: (count: number, kinds: readonly string[]) => string;
  readonly kinds: Readonly<Record<'fact' | 'reason' | 'prior' | 'amount' | 'name', (count: number) => string>>;
  /** Performance tables without indicators: how many, and one. */
  readonly openForms: (count: number) => string;
  readonly openForm: (form: OpenForm, lacksGoal: boolean) => string;
  /** `unread`: what was typed and is no reason. */
  readonly reason: (at: {
    readonly unread: string | undefined;
    readonly section: string;
    readonly about: string;
    readonly now: string;
    readonly before: string;
    readonly difference: string;
    readonly percent: string | undefined;
  }) => string;
  readonly prior: (section: string, about: string, unread: string | undefined) => string;
  readonly amount: (section: string, about: string) => string;
  readonly name: (section: string, about: string) => string;
  /** `unread` is what was answered and cannot be read, `wanted` what belongs there. */
  readonly fact: (about: string, unread?: string, wanted?: WantedAnswer) => string;
  /** Where the open questions can be answered. */
  readonly whereIn: (file: string) => string;
  readonly whereNone: string;
  /** Last year's figures can also be read. */
  /** For reasons that have no row in the sheet yet. */
  readonly whereNotYet: string;
  /** Where the names of codes are written that have no cell of their own. */
  readonly whereNames: (codes: readonly string[]) => string;
  readonly wherePrior: string;
  /** Nothing at all is known of last year: the cell that asks whether there was one, where it stands, and its label. */
  readonly perhapsNew: (cell: string | undefined, label: string) => string;
}
