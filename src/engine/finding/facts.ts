import type { LostRows } from '../formula/lost';
import type { MoneyUnit } from '../amount/reading';
import type { ReasonAgainst } from '../asked/reason-direction';
import type { CodeLevel, CodeSystem } from '../classification/code-tree';
import type { LedgerProblem } from '../ledger/problem';
import type { FactsOfLedgers, LedgerSays } from './ledger-facts';
import type { Place, Quoted } from './places';
import type { RowLacked } from './row-lacked';

export type { LedgerSays } from './ledger-facts';
export type { Place, Quoted } from './places';

/** What a side of a relation between answers says; the place is that of its first answer. */
export interface AnswerSaid extends Place {
  /** Of the questions that are added up, or the project whose amount it is. */
  readonly names: readonly string[];
  /** A plain decimal, or 否. */
  readonly says: string;
  /** With which it is read: 万元, 个, 辆. */
  readonly measure: string;
  /** It was not typed as a number but is what names, or amounts, in an answer come to; or it stands in a table. */
  readonly counted?: 'names' | 'amounts' | 'table';
  /** What was answered to each of several questions: a plain decimal with its measure, or 否. */
  readonly each?: readonly { readonly name: string; readonly says: string; readonly measure: string }[];
}

/** A slip of the hand that turns one amount into another. */
export type Slip = 'digit' | 'swapped' | 'dropped' | 'doubled' | 'point' | 'sign' | 'blank' | 'unit';

/**
 * The facts of every kind of finding, by code: what the catalogue of strings needs to say it in words.
 * A new kind is a new line here; the compiler then asks every catalogue for its words.
 */
export interface FactsByCode extends FactsOfLedgers {
  /** A whole and its parts, within one table: `whole` holds `actual`, the parts sum to `parts`. */
  'parts-differ': {
    readonly whole: Quoted;
    readonly parts: string;
    readonly count: number;
    readonly names: readonly string[];
    readonly difference: string;
    /** Another table has the same amount for it: it is the parts that are to be looked at. */
    readonly agreeing?: Quoted;
    readonly moneyUnit: MoneyUnit;
  };
  /** Two figures of the same scope that do not agree. */
  'same-differ': {
    readonly first: Quoted;
    readonly second: Quoted;
    readonly difference: string;
    readonly moneyUnit: MoneyUnit;
  };
  /** A row's total and the columns it is divided into. */
  'columns-differ': {
    readonly whole: Quoted;
    readonly parts: string;
    readonly names: readonly string[];
    readonly difference: string;
    readonly moneyUnit: MoneyUnit;
  };
  /** A whole has an amount, all of its parts are blank. */
  'parts-blank': { readonly whole: Quoted; readonly names: readonly string[]; readonly moneyUnit: MoneyUnit };
  /** A difference within what rounding can explain; `doubtful` where it hardly does. */
  rounding: {
    readonly whole: Quoted;
    readonly count: number;
    readonly difference: string;
    readonly doubtful: boolean;
    readonly moneyUnit: MoneyUnit;
  };
  /** A figure and the sum of another table's rows for the same. */
  'same-sum-differ': {
    readonly first: Quoted;
    readonly table: string;
    readonly sum: string;
    readonly count: number;
    readonly difference: string;
    readonly moneyUnit: MoneyUnit;
  };
  /** A row (`number`: its classification code) that has an amount in one table and is not printed in another which lists such rows. */
  'row-missing': {
    readonly figure: Quoted;
    readonly number: string | undefined;
    readonly table: string;
    readonly moneyUnit: MoneyUnit;
  };
  'row-lacked': RowLacked;
  /** The two sides of a declared equation; the first figure stands for its side. */
  'sides-differ': {
    readonly left: Quoted;
    readonly leftSum: string;
    readonly leftCount: number;
    readonly right: Quoted;
    readonly rightSum: string;
    readonly rightCount: number;
    readonly difference: string;
    readonly because: string;
    readonly moneyUnit: MoneyUnit;
  };
  /** Less than what it must at least be. */
  'below-floor': {
    readonly left: Quoted;
    readonly leftSum: string;
    readonly leftCount: number;
    readonly right: Quoted | undefined;
    readonly rightSum: string;
    readonly difference: string;
    readonly because: string;
    readonly moneyUnit: MoneyUnit;
  };
  /** One cell explains several failed equations, and all of them give the same value for it. */
  'cell-determined': {
    readonly cell: Quoted;
    readonly expected: string;
    readonly difference: string;
    readonly slip: Slip | undefined;
    readonly settles: number;
    /** It should be blank: its column holds no zeros. */
    readonly blank?: true;
    /** The ledger beside the tables, where it says the same as they do. */
    readonly ledger?: LedgerSays;
    readonly moneyUnit: MoneyUnit;
  };
  /**
   * One mistake in several cells, each given what it should hold: two figures in each other's place, one beside its own (the first cell
   * holds it, the second lacks it), or a slip and the sums made of it (the smallest first). `difference` and `slip` are of the first.
   * `received`: said of the cell that lacks it, which then stands first.
   */
  'cells-determined': {
    readonly cells: readonly Quoted[];
    readonly expected: readonly string[];
    readonly how: 'exchanged' | 'misplaced' | 'received' | 'carried';
    readonly slip: Slip | undefined;
    readonly difference: string;
    readonly settles: number;
    /** What the ledger beside the tables says of the first (of what was misplaced, of where it belongs), where it says the same as they do. */
    readonly ledger?: LedgerSays;
    /** Nothing is to stand in the first, whose column says nothing by a blank. */
    readonly blank?: boolean;
    readonly moneyUnit: MoneyUnit;
  };
  /** The amounts of a column that were all typed in another money unit; the first of `count` cells, and what it should hold. */
  'unit-column': {
    readonly first: Quoted;
    readonly expected: string;
    readonly factor: string;
    readonly larger: boolean;
    readonly count: number;
    readonly moneyUnit: MoneyUnit;
  };
  /** Two rows, each with its amount in the column where that of the other belongs: all sums agree with the amounts exchanged as well. */
  'rows-misclassed': {
    readonly table: string;
    readonly first: Quoted;
    readonly second: Quoted;
    readonly rows: readonly [number, number];
    readonly moneyUnit: MoneyUnit;
  };
  /**
   * Two rows whose amounts stand in each other's places: in the column of `first` and `second` (the other amounts likewise). `rows` as people
   * count them; `count` cells are to be changed.
   */
  'rows-exchanged': {
    readonly table: string;
    readonly first: Quoted;
    readonly second: Quoted;
    readonly rows: readonly [number, number];
    readonly count: number;
    readonly moneyUnit: MoneyUnit;
  };
  /** Several cells explain the same failed equations equally well, each with what it would hold. */
  'cell-tie': {
    readonly cells: readonly Quoted[];
    readonly expected: readonly string[];
    readonly difference: string;
    readonly settles: number;
    readonly moneyUnit: MoneyUnit;
  };
  /** What performance tables have too much is the amount of one whose project stands in no table. */
  'form-excess': {
    readonly form: Quoted;
    readonly project: string;
    readonly tables: readonly string[];
    readonly moneyUnit: MoneyUnit;
  };
  /** Several totals of a table were left blank, and their parts give all of them; the first of them speaks for the rest. */
  'blanks-determined': {
    readonly table: string;
    readonly count: number;
    readonly first: Quoted;
    readonly expected: string;
    readonly moneyUnit: MoneyUnit;
  };
  /** A blank for which two equations give different amounts. */
  'blank-contested': { readonly cell: Quoted; readonly values: readonly string[]; readonly moneyUnit: MoneyUnit };
  /** Sums that are off by rounding and hang together: the fewest last digits to change, where that settles all of them at once. */
  'rounding-settled': {
    readonly count: number;
    readonly changes: readonly { readonly cell: Quoted; readonly to: string }[];
    /** Other changes, as few, would do as well. */
    readonly otherWays: boolean;
    readonly moneyUnit: MoneyUnit;
  };
  /** … and where no change of last digits settles all of them at once. */
  'rounding-unsettled': { readonly count: number; readonly first: Quoted; readonly moneyUnit: MoneyUnit };
  /** The same amount stands under one member here and under another there. */
  'source-misplaced': {
    readonly amount: string;
    readonly first: Place;
    readonly firstMember: string;
    readonly second: Place;
    readonly secondMember: string;
    readonly moneyUnit: MoneyUnit;
  };
  /** Two tables differ by the same amount all along; `also` is another figure that holds just this amount. */
  'table-basis': {
    readonly first: Quoted;
    readonly second: Quoted;
    readonly difference: string;
    readonly count: number;
    readonly also: Quoted | undefined;
    readonly alsoMember: string | undefined;
    readonly moneyUnit: MoneyUnit;
  };
  /** A table whose figures are all so many times (`larger`) those of other tables for the same, or one so-manieth. */
  'unit-magnitude': {
    readonly table: string;
    readonly factor: string;
    readonly larger: boolean;
    readonly first: Quoted;
    readonly second: Quoted;
    readonly count: number;
    readonly moneyUnit: MoneyUnit;
  };
  /** Formulas beyond what is recalculated: their stored values were taken. */
  'not-recalculated': {
    readonly place: Place;
    readonly formula: string;
    readonly count: number;
    readonly stored: boolean;
  };
  /** Equations that need columns which are not there. */
  'unchecked-columns': { readonly table: string; readonly headers: readonly string[]; readonly count: number };
  /** Equations that stand on a cell which cannot be read. */
  /** Cells of a table that are still to be filled in. */
  'unchecked-open': { readonly table: string; readonly count: number };
  'unchecked-cell': { readonly place: Place; readonly raw: string; readonly count: number };
  /** Equations that stand on a row which is not there. */
  'unchecked-row': { readonly table: string; readonly row: string; readonly count: number };
  /** Totals of a table in which rows (counted as people count) hold amounts and could not be read. */
  'unchecked-rows': { readonly table: string; readonly rows: readonly number[]; readonly count: number };
  /** Equations that stand on a table which was not found. */
  'unchecked-table': { readonly title: string; readonly count: number };
  /** All tables are there and none holds an amount: a blank form. */
  'workbook-blank': { readonly tables: number };
  /** A sheet that holds a grid of cells, but no table of the edition. */
  'sheet-unknown': { readonly nearest: string | undefined; readonly missing: readonly string[] };
  /** A ledger: line items to make tables from, no table itself. */
  'sheet-ledger': { readonly sheet: string };
  /** A sheet of text, or a blank one. */
  'sheet-no-table': { readonly blank: boolean };
  /** Digits in a code column that make no code. */
  'code-shape': { readonly place: Place; readonly raw: string; readonly system: CodeSystem };
  /** A code under another one than its own: `above` stands over it. */
  'code-parent': { readonly place: Place; readonly printed: string; readonly above: string };
  /** A code in no list; `inRange` where its 类 exists or may exist. */
  'code-unknown': {
    readonly place: Place;
    readonly printed: string;
    readonly inRange: boolean;
    readonly nearest?: { readonly code: string; readonly name: string };
  };
  /** A code whose published name (in so many documents; 0 where it is known from a form only) is another one. */
  'code-other-name': {
    readonly place: Place;
    readonly printed: string;
    readonly name: string;
    readonly published: string;
    readonly documents: number;
  };
  'code-stale-name': {
    readonly place: Place;
    readonly printed: string;
    readonly name: string;
    readonly present: string;
    readonly since?: number;
  };
  /** A name that is published under the code `right`. */
  'code-wrong-code': { readonly place: Place; readonly printed: string; readonly name: string; readonly right: string };
  /** A code which, were it `right`, would let so many failed checks hold. */
  'code-mistaken': {
    readonly place: Place;
    readonly printed: string;
    readonly right: string;
    readonly settles: number;
  };
  /** A code of another classification than its column's. */
  'code-domain': { readonly place: Place; readonly printed: string; readonly column: CodeSystem };
  /** More findings of one kind in one table than anybody reads; the examples are as printed. */
  'code-many': {
    readonly about:
      'code-shape' | 'code-unknown' | 'code-other-name' | 'code-stale-name' | 'code-wrong-code' | 'code-domain';
    readonly place: Place;
    readonly count: number;
    readonly examples: readonly string[];
  };
  /** A code of `level` that is not divided down to `wanted`; the only row that other tables list below it, with what it must hold. */
  'code-leaf': {
    readonly place: Place;
    readonly printed: string;
    readonly level: CodeLevel;
    readonly wanted: CodeLevel;
    readonly item?: Omit<RowLacked, 'table' | 'columns'> | undefined;
  };
  /** A table that the edition demands and that was not found; its title may stand somewhere without a table under it. */
  'table-missing': { readonly title: string; readonly titleOn: string | undefined };
  'table-twice': { readonly title: string; readonly sheets: readonly string[] };
  'title-near': { readonly table: string; readonly printed: string; readonly title: string };
  'title-absent': { readonly table: string; readonly title: string };
  /** `ours`: it stands in the tool's own sheet of facts, which is named as the table. */
  'title-year': { readonly table: string; readonly printed: number; readonly year: number; readonly ours?: true };
  /** No money unit is written at the table; `moneyUnit` was taken. */
  'unit-missing': { readonly table: string; readonly moneyUnit: MoneyUnit };
  /** Tables by their money unit, the most common first. */
  'unit-mixed': { readonly units: readonly { readonly moneyUnit: MoneyUnit; readonly tables: readonly string[] }[] };
  /** A money unit that is not read; the figures were taken as `moneyUnit`. */
  'unit-foreign': { readonly table: string; readonly printed: string; readonly moneyUnit: MoneyUnit };
  /** An amount with a unit of its own that is not its table's. */
  'unit-suffix': { readonly place: Place; readonly raw: string; readonly moneyUnit: MoneyUnit; readonly count: number };
  /**
   * Spellings of the department, the most common first, each with the tables that use it. The tool's own sheet of facts is
   * named among these, and as `ours` where it alone says so.
   */
  'department-differs': {
    readonly names: readonly { readonly name: string; readonly tables: readonly string[] }[];
    readonly ours?: string;
  };
  'column-missing': { readonly table: string; readonly headers: readonly string[] };
  'total-missing': { readonly table: string; readonly under: string | undefined };
  /** No amounts (or nothing but zeros) and no note that says so. */
  'empty-unsaid': { readonly title: string; readonly zeros: boolean; readonly inText: boolean };
  'all-blank': { readonly count: number };
  'empty-contradicted': { readonly title: string; readonly figure: Quoted; readonly moneyUnit: MoneyUnit };
  /** The note of an empty table speaks of something else. */
  'empty-other': { readonly title: string; readonly mentions: string };
  placeholder: { readonly place: Place; readonly text: string; readonly count: number };
  'hidden-sheets': { readonly sheets: readonly string[] };
  /** Hidden rows (numbers) or columns (letters) with content, spans as people write them. */
  'hidden-lines': { readonly table: string; readonly lines: 'rows' | 'columns'; readonly spans: readonly string[] };
  'notes-left': { readonly sheet: string; readonly count: number };
  'formula-error': { readonly place: Place; readonly raw: string; readonly count: number; readonly lost?: LostRows };
  'external-link': { readonly place: Place; readonly count: number };
  'typed-total': { readonly place: Place; readonly count: number };
  /** Numbers kept as text; formulas sum over so many of them, the first of which is named, and leave them out. */
  'text-number': { readonly place: Place; readonly raw: string; readonly count: number; readonly summed: number };
  /** `expected`: what the equations say belongs there, where it is one cell. */
  'not-number': {
    readonly place: Place;
    readonly raw: string;
    readonly count: number;
    readonly expected?: string;
    readonly moneyUnit: MoneyUnit;
  };
  /** `stored` in full, `shown` by the cell's format; `matters` where the stored values do not add up. */
  'hidden-precision': {
    readonly place: Place;
    readonly stored: string;
    readonly shown: string;
    readonly count: number;
    readonly matters: boolean;
  };
  negative: { readonly figure: Quoted; readonly count: number; readonly moneyUnit: MoneyUnit };
  'order-codes': { readonly table: string; readonly printed: string; readonly above: string };
  /** Rows (as people count them) with amounts that were taken for nothing. */
  'row-unread': { readonly table: string; readonly rows: readonly number[] };
  'column-unread': { readonly table: string; readonly header: string; readonly letters: string };
  'label-near': { readonly place: Place; readonly printed: string; readonly label: string };
  /** An amount under a code whose class belongs to the column `wanted` stands in the column `found`. */
  'class-column': {
    readonly table: string;
    readonly printed: string;
    readonly name: string;
    readonly found: string;
    readonly wanted: string;
  };
  'row-twice': {
    readonly table: string;
    readonly printed: string;
    readonly name: string;
    readonly rows: readonly number[];
  };
  'row-orphan': { readonly table: string; readonly printed: string; readonly name: string; readonly parent: string };
  /**
   * Rows that the edition prints above `children` rows that are there, the topmost first; what these come to (`amount`), and whether
   * filling puts the rows in. `totals`: so many totals leave just that amount out.
   */
  'row-absent': {
    readonly table: string;
    readonly rows: readonly { readonly code: string; readonly name: string }[];
    readonly children: number;
    readonly amount?: string;
    readonly moneyUnit: MoneyUnit;
    readonly fillable: boolean;
    readonly totals?: number;
  };
  'name-differs': {
    readonly printed: string;
    readonly names: readonly { readonly name: string; readonly tables: readonly string[] }[];
  };
  /** Codes whose name is blank where its tables print it. */
  'name-blank': { readonly names: readonly { readonly code: string; readonly tables: readonly string[] }[] };
  /** A cell of the ledger, the first of `count` of which the same is to be said: what stands there, and what is proposed instead. */
  ledger: {
    readonly problem: LedgerProblem;
    readonly place: Place;
    readonly count: number;
    /** All rows of which it is to be said, counted from 0: first and last of those that follow each other. */
    readonly rows: readonly (readonly [number, number])[];
    readonly value: string;
    readonly proposed?: string;
  };
  /**
   * Two answers that cannot both be right: the left is more than the right may be (`more`), not as many as the right lists (`unequal`),
   * or there although what it is of is not (`without`).
   */
  'answers-apart': {
    readonly how: 'more' | 'unequal' | 'without' | 'beside';
    readonly left: AnswerSaid;
    readonly right: AnswerSaid;
    readonly because: string;
    /** It is so as a rule: both may be right all the same. */
    readonly usual?: true;
  };
  'reason-against': ReasonAgainst;
  /** `forms`: so many, this one the first of them. */
  'form-blank': { readonly place: Place; readonly forms?: number };
  'form-dates': {
    readonly place: Place;
    readonly dates: readonly string[];
    readonly year: number;
    readonly across: boolean;
  };
  /** `blank`: no indicator at all is filled in; `forms`: nor in so many forms together, of which the place is that of the first. */
  'form-kinds': {
    readonly place: Place;
    readonly kinds: readonly string[];
    readonly blank: boolean;
    readonly forms?: number;
  };
  'form-value': { readonly place: Place; readonly indicators: readonly string[] };
  'form-cost': {
    readonly place: Place;
    readonly indicator: string;
    readonly amount: string;
    readonly funds: string;
    readonly moneyUnit: MoneyUnit;
  };
  'form-life': { readonly place: Place; readonly amount: string; readonly moneyUnit: MoneyUnit };
  'form-operator': { readonly place: Place; readonly indicator: string; readonly value: string };
  /** `more`: the projects of further forms with the same words. */
  'form-copied': { readonly first: Place; readonly second: Place; readonly more?: readonly string[] };
  /** A project with a form, but without a row in the tables that list projects. */
  'project-no-row': { readonly project: string; readonly tables: readonly string[] };
  /**
   * A form and the row of a project, both in the places of their names, with the same amount and otherwise no counterpart: one was renamed. The
   * name that the ledger has is `right`, where it has one of the two.
   */
  'project-renamed': {
    readonly form: Place;
    readonly row: Place;
    readonly amount: string;
    readonly moneyUnit: MoneyUnit;
    readonly right?: 'form' | 'row';
    readonly ledger?: string;
  };
  /** A form's project is that of a row, one name a shortened form of the other. */
  'project-shortened': { readonly form: Place; readonly row: Place };
  'project-no-form': { readonly project: string; readonly table: string };
  /** The tables list one project alone, the forms several. */
  'projects-one-row': {
    readonly project: string;
    readonly tables: readonly string[];
    readonly others: readonly string[];
  };
}

export type FactsCode = keyof FactsByCode;

/** Discriminated by `code`. */
export type FindingFacts = { [Code in FactsCode]: { readonly code: Code } & FactsByCode[Code] }[FactsCode];
