import { Decimal } from 'decimal.js';
import type { LedgerRow } from './ledger';

type Year = 'now' | 'before';

/** A row of totals as the accountant typed it. */
export interface ControlTotal {
  readonly row: number;
  /** 小计 is of the items since the last total, 合计 and 总计 of all above. */
  readonly isSubtotal: boolean;
  /** What else stands in it, the word for a total taken off: the code, kind, fund or project that it may be the total of. */
  readonly names: readonly string[];
  /** In 万元; undefined of a blank. */
  readonly amounts: Readonly<Record<Year, Decimal | undefined>>;
}

/** A row of a ledger as far as totals go; a row that was left out for an error is none of the items, but may be in their total. */
export type TotalledRow =
  | { readonly is: 'item'; readonly item: LedgerRow }
  | { readonly is: 'left-out' }
  | { readonly is: 'total'; readonly total: ControlTotal };

/** A year's amount of a total that is not that of its items. */
export interface TotalDifference {
  readonly total: ControlTotal;
  readonly year: Year;
  /** What the items come to. */
  readonly sum: Decimal;
}

/** Totals are read one after the other: so many of those before are thought of where a total may be of several of them. */
const MOST_BEFORE = 20;
const ZERO = new Decimal(0);
const YEARS = ['now', 'before'] as const;

type Sums = Readonly<Record<Year, Decimal>>;

/** What was counted above a row. */
interface Mark {
  readonly sums: Sums;
  readonly items: number;
  readonly leftOut: number;
}

/**
 * The totals of a ledger that differ from the items above them by more than `tolerance` says. A total that agrees with the items since
 * any of the totals before it, or with all of them, agrees; nothing is said where it may be of a row that was left out, or of others
 * than those above it (it names a kind, a fund, a code or a project of which not all of these are).
 */
export function differingTotals(
  rows: readonly TotalledRow[],
  isOf: (item: LedgerRow, name: string) => boolean,
  tolerance: Readonly<Record<Year, Decimal>>,
): readonly TotalDifference[] {
  const items = rows.flatMap((row) => (row.is === 'item' ? [row.item] : []));
  const start: Mark = { sums: { now: ZERO, before: ZERO }, items: 0, leftOut: 0 };
  let here = start;
  /** Where each total stands, and where the items begin. */
  const marks: Mark[] = [start];
  let areAbove = false;
  const found: TotalDifference[] = [];
  for (const row of rows) {
    if (row.is === 'item') here = { ...here, sums: plus(here.sums, row.item), items: here.items + 1 };
    else if (row.is === 'left-out') here = { ...here, leftOut: here.leftOut + 1 };
    else {
      const { total } = row;
      const last = marks[marks.length - 1] ?? start;
      // A subtotal with nothing above it: those of this ledger stand above their items.
      if (total.isSubtotal && here.items === 0 && here.leftOut === 0) areAbove = true;
      const from = total.isSubtotal ? last : start;
      const group = items.slice(from.items, here.items);
      const isOfOthers = total.names.some((name) => {
        const own = group.filter((item) => isOf(item, name)).length;
        return own > 0 ? own < group.length : items.some((item) => isOf(item, name));
      });
      const isTold = group.length > 0 && here.leftOut === from.leftOut && !(total.isSubtotal && areAbove);
      if (isTold && !isOfOthers) {
        for (const year of YEARS) {
          const amount = total.amounts[year];
          if (amount === undefined) continue;
          const agrees = (sum: Decimal): boolean => amount.minus(sum).abs().lessThanOrEqualTo(tolerance[year]);
          const since = [start, ...marks.slice(-MOST_BEFORE)];
          if (since.some(({ sums }) => agrees(here.sums[year].minus(sums[year])))) continue;
          found.push({ total, year, sum: here.sums[year].minus(from.sums[year]) });
        }
      }
      marks.push(here);
    }
  }
  return found;
}

function plus(sums: Sums, { now, before }: LedgerRow): Sums {
  return { now: sums.now.plus(now ?? ZERO), before: sums.before.plus(before ?? ZERO) };
}
