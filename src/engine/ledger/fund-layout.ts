import type { MoneyUnit } from '../amount/reading';
import type { Member } from '../scope/scope';
import type { LedgerColumn } from './ledger';

/** This year or the one before. */
export type Year = 'now' | 'before';

/** A column of amounts of one year. */
export interface YearColumn {
  readonly column: number;
  readonly year: Year;
  /** Where its own header states it. */
  readonly unit: MoneyUnit | undefined;
}

/** A column of the amounts of one fund. */
export interface FundColumn extends YearColumn {
  /** Undefined where the header is called like a fund, or like several, and nobody knows which. */
  readonly fund: Member | undefined;
}

/** A column that adds up others: no amount of its own. */
export interface FundTotal extends YearColumn {
  readonly of: readonly number[];
  /** Of all funds of the year. */
  readonly isOfAll: boolean;
}

/** The columns of amounts of a ledger in which each fund has its own. */
export interface FundColumns {
  readonly amounts: readonly FundColumn[];
  readonly totals: readonly FundTotal[];
  /** Last year's amounts that no header divides over funds. */
  readonly before: YearColumn | undefined;
  /** Where a row says its fund in words all the same. */
  readonly said: number | undefined;
  /** … and its amount beside it: how rows are read that have nothing in a fund's column. */
  readonly rowByRow: ReadonlyMap<LedgerColumn, number> | undefined;
  /** What stands above each column of amounts. */
  readonly headers: ReadonlyMap<number, string>;
  /** Headers of funds that stand twice for one year. */
  readonly twice: readonly (readonly [number, number])[];
}

/** What columns of funds take the place of. */
export const OF_FUNDS: readonly LedgerColumn[] = ['fund', 'now', 'before'];

/** The columns of a ledger with others in the place of these; without those that are nowhere. */
export function withOthers(
  columns: ReadonlyMap<LedgerColumn, number>,
  others: readonly (readonly [LedgerColumn, number | undefined])[],
): ReadonlyMap<LedgerColumn, number> {
  const kept = [...columns].filter(([column]) => !OF_FUNDS.includes(column));
  return new Map([...kept, ...others.flatMap(([column, at]) => (at === undefined ? [] : [[column, at] as const]))]);
}
