import type { AmountSort } from './headers';

/** An amount column and the year that its header names, if it does. */
export interface AmountHeader {
  readonly column: number;
  /** `other`: what it says is not known, but its year is. */
  readonly says: 'now' | 'before' | 'dated' | 'other';
  readonly year: number | undefined;
  /** Says 本年 or 上年 in words. */
  readonly isNamed: boolean;
  /** What sort of amount it is, where it is not simply the budget. */
  readonly sort?: AmountSort | undefined;
}

/** What stands for the budget of a year that no column has: the one that comes nearest to it first. */
const STANDS_FOR: Readonly<Record<'now' | 'before', readonly AmountSort[]>> = {
  now: ['approved', 'adjusted', 'asked'],
  before: ['approved', 'adjusted', 'spent'],
};

/** Which amounts are of this year and which of the one before. */
export interface LedgerYears {
  readonly now: readonly number[];
  readonly before: readonly number[];
  /** Amounts of other years. */
  readonly unused: readonly number[];
  /** This year, where the headers or what was stated tell it. */
  readonly year: number | undefined;
  /** This year by the headers alone. */
  readonly byHeaders: number | undefined;
  /** The columns whose headers name a year. */
  readonly labelled: readonly number[];
  /** `conflict`: the headers say another year than was stated; `unclear`: they do not tell which one is this year. */
  readonly problem: 'conflict' | 'unclear' | undefined;
}

/**
 * Tells this year's amounts from last year's. Headers that say 本年 or 上年 are what they say. Of two years in a row the later one is this
 * year; of others only a year that is known otherwise (`stated`) tells. Nothing is taken for this year against what was stated.
 */
export function settleYears(headers: readonly AmountHeader[], stated: number | undefined): LedgerYears {
  const budgets = headers.filter(({ sort }) => sort === undefined);
  const dated = [...headers.filter(({ says }) => says === 'dated')].sort(
    (one, other) => (other.year ?? 0) - (one.year ?? 0),
  );
  const named = (what: 'now' | 'before'): readonly AmountHeader[] => headers.filter(({ says }) => says === what);
  const { byHeaders, by, later } = toldByHeaders(headers, budgets, stated);
  const labelled = by.flatMap((header) =>
    header.year === undefined || (header.says === 'other' && !(byHeaders === 'apart' && later.includes(header)))
      ? []
      : [header.column],
  );
  const of = (year: number | undefined): readonly AmountHeader[] =>
    year === undefined ? [] : dated.filter((header) => header.year === year);
  const columns = (list: readonly AmountHeader[]): readonly number[] => list.map(({ column }) => column);

  const hasNow = named('now').length > 0;
  const year = byHeaders === 'apart' ? undefined : (byHeaders ?? decidedBy(stated, dated, hasNow));
  const problem = problemOf();
  if (problem !== undefined && year === undefined) {
    // Nothing is compiled; what the columns may be is told all the same, so that their contents are looked after.
    const [latest, next] = [...new Set(dated.map((header) => header.year))];
    return {
      now: columns([...named('now'), ...(hasNow ? [] : of(latest))]).slice(0, 1),
      before: columns([...named('before'), ...of(hasNow ? latest : next)]).slice(0, 1),
      unused: [],
      year,
      byHeaders: undefined,
      labelled,
      problem,
    };
  }
  const now = columns(nearest([...named('now'), ...of(year)], 'now'));
  const before = columns(nearest([...named('before'), ...of(year === undefined ? undefined : year - 1)], 'before'));
  return {
    now,
    before,
    unused: columns(budgets.filter(({ says }) => says === 'dated')).filter(
      (column) => !now.includes(column) && !before.includes(column),
    ),
    year: year ?? stated,
    byHeaders: byHeaders === 'apart' ? undefined : byHeaders,
    labelled,
    problem,
  };

  function problemOf(): LedgerYears['problem'] {
    if (byHeaders === 'apart') return 'unclear';
    if (byHeaders !== undefined) return stated !== undefined && stated !== byHeaders ? 'conflict' : undefined;
    // Beside what is this year's in words, what is no budget may be of any year.
    if ((hasNow ? dated.filter(({ sort }) => sort === undefined) : dated).length === 0 || year !== undefined)
      return undefined;
    return stated === undefined ? 'unclear' : 'conflict';
  }
}

/** This year as the headers tell it: those of budgets, and where one of another sort is of a later year, all of them. */
function toldByHeaders(
  headers: readonly AmountHeader[],
  budgets: readonly AmountHeader[],
  stated: number | undefined,
): {
  readonly byHeaders: number | 'apart' | undefined;
  readonly by: readonly AmountHeader[];
  readonly later: readonly AmountHeader[];
} {
  const alone = yearByHeaders(budgets);
  const isAsked = (header: AmountHeader): boolean => header.sort !== undefined && header.sort !== 'spent';
  const goesOn =
    alone === undefined
      ? !budgets.some(({ says }) => says === 'now' || says === 'dated') && headers.some(isAsked)
      : headers.some((header) => isAsked(header) && typeof alone === 'number' && (header.year ?? 0) > alone);
  const known = goesOn ? yearByHeaders(headers) : alone;
  // What stands in a column of a later year may be this year's: 2025年年初预算 beside 2026年测算.
  const later = headers.filter(({ says, year = 0 }) => says === 'other' && typeof known === 'number' && year > known);
  return {
    byHeaders: later.length > 0 && stated === undefined ? 'apart' : known,
    by: goesOn ? headers : headers.filter(({ sort }) => sort === undefined),
    later,
  };
}

/** The columns of budgets; where there are none, the one that comes nearest. Of two of a sort of last year nobody knows which is meant. */
function nearest(headers: readonly AmountHeader[], which: 'now' | 'before'): readonly AmountHeader[] {
  const budgets = headers.filter(({ sort }) => sort === undefined);
  if (budgets.length > 0) return budgets;
  const ofSorts = STANDS_FOR[which].map((sort) => headers.filter((header) => header.sort === sort));
  const [first = []] = ofSorts.filter(({ length }) => length > 0);
  return which === 'before' && first.length > 1 ? [] : first;
}

/** A stated year tells which of the years is this one: it is among them, or the one before it is and this year's stands beside it. */
function decidedBy(stated: number | undefined, dated: readonly AmountHeader[], hasNow: boolean): number | undefined {
  const has = (year: number): boolean => dated.some((header) => header.year === year);
  if (stated === undefined) return undefined;
  return has(stated) || (hasNow && has(stated - 1)) ? stated : undefined;
}

/** This year as the headers alone tell it; `apart` where two of them say different years. */
function yearByHeaders(headers: readonly AmountHeader[]): number | 'apart' | undefined {
  const certain = new Set(
    headers.flatMap(({ says, year }) => {
      if (year === undefined || says === 'dated' || says === 'other') return [];
      return [says === 'now' ? year : year + 1];
    }),
  );
  if (certain.size > 1) return 'apart';
  const [sure] = certain;
  if (sure !== undefined) return sure;
  const years = [...new Set(headers.flatMap(({ says, year }) => (says === 'dated' ? (year ?? []) : [])))].sort();
  const [first, second, third] = years;
  const now = headers.filter(({ says }) => says === 'now');
  const hasBefore = headers.some(({ says }) => says === 'before');
  if (first === undefined || third !== undefined) return undefined;
  if (second !== undefined) return now.length === 0 && !hasBefore && second === first + 1 ? second : undefined;
  if (now.length === 0) return first;
  return !hasBefore && now.every(({ isNamed }) => isNamed) ? first + 1 : undefined;
}
