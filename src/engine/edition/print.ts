import type { DimensionId, Member } from '../scope/scope';

/** How a table is printed when it is made from scratch. Header words are the first of the declared ones. */
export interface TablePrint {
  /** The line over the title: 表五. */
  readonly caption: string;
  /** The line under it, at the left: `编制部门：{department}`. */
  readonly department: string;
  readonly landscape?: true;
  /** What stands below a table without amounts: a whole sentence with `{department}` and `{year}`. */
  readonly emptyNote: string;
}

/** What a row of the ledger means besides its own columns. */
export interface LedgerRules {
  /** Flows that every row is an amount of: in an edition without carry-over, revenue equals expenditure row by row. */
  readonly flows: readonly Member[];
  /** Members that follow from a code: 30217 is 公务接待费. */
  readonly follows: readonly {
    readonly along: DimensionId;
    readonly code: Member;
    readonly dimension: DimensionId;
    readonly member: Member;
  }[];
  /** The member for a basic row whose economic code has no declared placement. */
  readonly unplaced: Member;
}
