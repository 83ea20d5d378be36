import type { Decimal } from 'decimal.js';

const MORE = /增加|增多|增长|提高|上涨|上升|上调|扩大|新增/;
const LESS = /减少|下降|压减|压缩|缩减|降低|核减|调减|下调/;
/** Of the year before: what grew then, or was paid once, is why there is less now. */
const OF_BEFORE = /上年|上一年|去年|往年|以前年度|一次性/;

/** A change against it is this year's. */
const COMPARED = /[比较与](?:上一?年|去年)/g;

/** What a reason is asked for. */
export type ReasonedChange = 'more' | 'less';

/** A reason that speaks of the other direction than its change. */
export interface ReasonAgainst {
  /** As the section is called. */
  readonly section: string;
  readonly about: string;
  readonly reason: string;
  readonly change: ReasonedChange;
  /** The same words stand so many times, this the first of them. */
  readonly times?: number;
}

export const changeOf = ({ difference }: { readonly difference: Decimal }): ReasonedChange =>
  difference.isNegative() ? 'less' : 'more';

/**
 * Whether a reason speaks of nothing but growth where there is less, or of nothing but cuts where there is more. A reason that speaks
 * of both, or of the year before, may well explain either.
 */
export function speaksAgainst(reason: string, change: ReasonedChange): boolean {
  if (OF_BEFORE.test(reason.replace(COMPARED, ''))) return false;
  const [more, less] = [MORE.test(reason), LESS.test(reason)];
  return change === 'less' ? more && !less : less && !more;
}
