import type { DimensionId, Member } from '../scope/scope';

/** How a table is printed when it is made from scratch. Header words are the first of the declared ones. */
export interface TablePrint {
  /** The line over the title: 表五：. */
  readonly caption: string;
  /** The line under it, at the left: `编制部门：{department}`. */
  readonly department: string;
  readonly landscape?: true;
  /** What stands below a table without amounts: a whole sentence with `{department}` and `{year}`. */
  readonly emptyNote: string;
}

/** How a form is printed when it is made from scratch. */
export interface FormPrint {
  /** The line under the title: `（{year}年）`. */
  readonly year: string;
  /** Words at the left of the amounts, of the goal and of the indicators. */
  readonly funds: string;
  readonly goal: string;
  readonly goalHeader: string;
  readonly indicators: string;
  /** The kinds of indicators, first level and second, each with a line to fill in. */
  readonly kinds: readonly { readonly level1: string; readonly level2: readonly string[] }[];
}

/** The dimensions that the columns of a ledger name members of; an edition with a ledger has them all. */
export const FUNCTIONAL = 'functional';
export const ECONOMIC = 'economic';
export const KIND = 'kind';
export const FUND = 'fund';
export const PROJECT = 'project';

/** What a row of the ledger means besides its own columns. */
export interface LedgerRules {
  /** Flows that every row is an amount of: in an edition without carry-over, revenue equals expenditure row by row. */
  readonly flows: { readonly dimension: DimensionId; readonly members: readonly Member[] };
  /** The kind whose rows name a project; all others are basic. */
  readonly projectKind: Member;
  /** Other words for a kind, as the systems call it that ledgers are taken out of; a 项目 behind them is taken off. */
  readonly kindWords?: readonly { readonly word: string; readonly member: Member; readonly isOfSystems?: true }[];
  /** Words that may mean several kinds: what has to be written instead. */
  readonly kindsUnclear?: readonly { readonly word: string; readonly mayBe: readonly string[] }[];
  /** Other words for a fund than its name and what the tables print; 资金, 收入, 拨款 behind them is taken off. */
  readonly fundWords?: readonly { readonly word: string; readonly member: Member }[];
  /** Economic codes of pay: what a project rarely spends. */
  readonly pay?: { readonly codes: readonly Member[]; readonly except: readonly Member[] };
  /** Members that follow from a code: 30217 is 公务接待费. */
  readonly follows: readonly {
    readonly along: DimensionId;
    readonly code: Member;
    readonly dimension: DimensionId;
    readonly member: Member;
  }[];
  /** Members that mean the whole without another one: 财政拨款以外资金. */
  readonly complements: readonly {
    readonly dimension: DimensionId;
    readonly member: Member;
    readonly without: Member;
  }[];
  /** The member for a basic row whose economic code has no declared placement. */
  readonly unplaced: Member;
  /** Digits after the point to which amounts are brought, in 万元. */
  readonly decimals: number;
}
