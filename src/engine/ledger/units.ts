import type { Decimal } from 'decimal.js';
import type { LedgerHeader } from './columns';
import type { LedgerRow } from './ledger';
import type { LedgerRemarks } from './problems';

/** 万元. What a department spends grows by half or by double, not by a factor near this one. */
const TEN_THOUSAND = 10_000;
const NEAR = 2;
/** Fewer items do not show a habit. */
const FEWEST_ROWS = 5;

/**
 * Remarks amounts that look as if they had been filled in in 元 where the ledger is in 万元: one year ten thousand times the other, or all
 * of them whole numbers and most of them above a hundred million yuan. They are taken as they stand.
 */
export function noteUnits(
  rows: readonly LedgerRow[],
  { headers, columns }: LedgerHeader,
  remarks: LedgerRemarks,
): void {
  for (const { now, before, nowCell, beforeCell } of rows) {
    if (isTenThousandTimes(now, before)) remarks.say('unit-of-row', nowCell, '');
    else if (beforeCell && isTenThousandTimes(before, now)) remarks.say('unit-of-row', beforeCell, '');
  }
  const [first] = rows;
  if (!first || rows.some(({ now }) => now?.isInteger() === false)) return;
  const amounts = rows.flatMap(({ now }) => (now && !now.isZero() ? [now] : []));
  if (amounts.length < FEWEST_ROWS) return;
  const large = amounts.filter((amount) => amount.abs().greaterThanOrEqualTo(TEN_THOUSAND)).length;
  if (large * 2 > amounts.length)
    remarks.say('unit-of-all', first.nowCell, headers.get(columns.get('now') ?? -1) ?? '');
}

function isTenThousandTimes(one: Decimal | undefined, other: Decimal | undefined): boolean {
  if (!one || !other || other.isZero()) return false;
  // Powers of ten first: a division for each of fifty thousand rows takes its time.
  if (Math.abs(one.e - other.e - 4) > 1) return false;
  const ratio = one.div(other);
  return ratio.greaterThan(TEN_THOUSAND / NEAR) && ratio.lessThan(TEN_THOUSAND * NEAR);
}
