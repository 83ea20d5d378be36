import type { CodeSystem } from '../../engine/classification/code-tree';

/** What is said when tables are made from a ledger, or an empty workbook is made. */
export interface CompileWords {
  /**
   * What the amounts were taken from; `amounts` are more than rows where each fund has a column; `inPart`: rows of which one was left out;
   * `onlyBefore`: rows that have last year's amount alone.
   */
  readonly fromLedger: (from: {
    readonly sheet: string;
    readonly rows: number;
    readonly amounts: number;
    readonly inPart: number;
    readonly leftOut: number;
    readonly onlyBefore: number;
  }) => string;
  readonly fromTables: (edition: string, tables: number) => string;
  /** Why nothing was compiled. */
  readonly notCompiled: Readonly<Record<'nothing' | 'empty' | 'unreadable', string>>;
  readonly written: (file: string, tables: number, formulas: number) => string;
  /** New performance tables, whose goals and indicators are to be filled in. */
  readonly newForms: (projects: readonly string[]) => string;
  /** Performance tables whose goals and indicators stood in the workbook of tables. */
  readonly filledForms: (projects: readonly string[]) => string;
  readonly changedForms: (sheets: readonly string[]) => string;
  /** Department and year of performance tables that were there already. */
  readonly renamedForms: string;
  /** `alike`: a new project with a like name, and the sheet of its performance table. */
  readonly goneForm: (
    sheet: string,
    project: string,
    alike: { readonly project: string; readonly sheet: string } | undefined,
  ) => string;
  /** Amounts in the tool's tables that the ledger does not give: it was changed since, or people typed them. */
  readonly replaced: (count: number) => string;
  /** `isTyped`: an amount in the place of a formula. */
  readonly replacedOne: (place: string, before: string, now: string | undefined, isTyped: boolean) => string;
  /** … of a project that is not in the ledger any more, or has another name there. */
  readonly replacedGone: (place: string, before: string, project: string, renamed: string | undefined) => string;
  /** Answers about a project that is called alike one of which nothing was answered yet. */
  readonly leftAnswers: (
    at: string,
    count: number,
    project: string,
    renamed: { readonly project: string; readonly group: string },
  ) => string;
  /** Figures of last year that said they come from the ledger, and were others than it gives. */
  readonly overwritten: (count: number, sheet: string, from: string) => string;
  readonly overwrittenOne: (before: string, now: string | undefined, from: string) => string;
  /** Amounts that the tables print and the workbook of tables does not tell. */
  readonly untold: (count: number) => string;
  readonly untoldTable: (table: string, columns: readonly string[]) => string;
  readonly conflicts: (count: number) => string;
  /** Codes that neither the catalogue nor the ledger names: the cells of its column of names, as it is headed. */
  readonly whereNames: (codes: readonly string[], cells: string, header: string) => string;
  /** The same where a ledger has no such column. */
  readonly addNames: (codes: readonly string[], sheet: string, system: CodeSystem) => string;
  /** The same of a class or a section, with the cell of a table. */
  readonly whereName: (code: string, cell: string) => string;
  /** The same of a code that only last year has, with the cell of its row there. */
  readonly whereNameBefore: (code: string, cell: string) => string;
  /** Where the open questions are answered. */
  readonly whereOpen: (sheets: readonly string[]) => string;
  readonly noDepartment: string;
  readonly noYear: (year: number) => string;
  readonly newWritten: (file: string, department: string, year: number, edition: string) => string;
  readonly nextSteps: (file: string) => readonly string[];
}
