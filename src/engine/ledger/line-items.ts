import { Decimal } from 'decimal.js';
import { ECONOMIC, FUNCTIONAL, FUND, KIND, PROJECT } from '../edition/print';
import type { ResolvedEdition } from '../edition/resolve';
import type { DimensionId, Member, Members } from '../scope/scope';
import type { CellRef } from '../snapshot/address';
import type { Ledger, LedgerRow } from './ledger';

/** All that a ledger says of one year at one point of its dimensions. */
export interface LineItem {
  readonly at: Members;
  /** In 万元, with the digits that the tables print. */
  readonly value: Decimal;
  readonly cells: readonly CellRef[];
}

export interface LineItems {
  /** In the order of first mention. */
  readonly items: readonly LineItem[];
  /** Cells whose amounts have more digits than the tables print. */
  readonly rounded: readonly CellRef[];
}

/** Which of a ledger's amounts are meant. */
export type LedgerYear = 'now' | 'before';

/**
 * The rows of a ledger put together by what they mean. Amounts with more digits than the tables print are rounded here, once, so
 * that all tables are sums of the same figures: the exact total of each fund is rounded first, and its items are rounded so that they add
 * up to that (largest remainder), whatever the order of the rows.
 */
export function lineItems({ rows }: Pick<Ledger, 'rows'>, year: LedgerYear, edition: ResolvedEdition): LineItems {
  const decimals = edition.declared.ledger?.decimals ?? 2;
  const drafts = new Map<string, { readonly at: Members; value: Decimal; readonly cells: CellRef[] }>();
  const rounded: CellRef[] = [];
  for (const row of rows) {
    const value = row[year];
    const cell = year === 'now' ? row.nowCell : row.beforeCell;
    if (value === undefined || cell === undefined) continue;
    if (value.decimalPlaces() > decimals) rounded.push(cell);
    const key = `${row.functional}\u0000${row.kind}\u0000${row.economic}\u0000${row.fund}\u0000${row.project ?? ''}`;
    const known = drafts.get(key);
    if (known) {
      known.value = known.value.plus(value);
      known.cells.push(cell);
    } else drafts.set(key, { at: pointOf(row, edition), value, cells: [cell] });
  }
  const byKey = [...drafts].map(([key, draft]) => ({ key, ...draft }));
  const values = rounded.length === 0 ? undefined : settled(byKey, decimals);
  return {
    items: byKey.map(({ key, at, value, cells }) => ({ at, value: values?.get(key) ?? value, cells })),
    rounded,
  };
}

function pointOf({ functional, kind, economic, fund, project }: LedgerRow, edition: ResolvedEdition): Members {
  const at: Record<DimensionId, Member> = {
    [FUNCTIONAL]: functional,
    [KIND]: kind,
    [ECONOMIC]: economic,
    [FUND]: fund,
  };
  if (project !== undefined) at[PROJECT] = project;
  for (const { along, code, dimension, member } of edition.declared.ledger?.follows ?? []) {
    if (at[along]?.startsWith(code)) at[dimension] = member;
  }
  return at;
}

interface Unsettled {
  readonly key: string;
  readonly at: Members;
  readonly value: Decimal;
}

/** Rounded values by key: the items of a fund add up to its rounded total. */
function settled(items: readonly Unsettled[], decimals: number): ReadonlyMap<string, Decimal> {
  const unit = new Decimal(10).pow(-decimals);
  const values = new Map<string, Decimal>();
  for (const fund of new Set(items.map(({ at }) => at[FUND]))) {
    const own = items.filter(({ at }) => at[FUND] === fund);
    const total = own
      .reduce((sum, { value }) => sum.plus(value), new Decimal(0))
      .toDecimalPlaces(decimals, Decimal.ROUND_HALF_UP);
    const lower = own.map((item) => ({ ...item, floor: item.value.toDecimalPlaces(decimals, Decimal.ROUND_FLOOR) }));
    const left = lower
      .reduce((rest, { floor }) => rest.minus(floor), total)
      .div(unit)
      .toNumber();
    // The largest remainders are rounded up; of equal ones the first by what they mean.
    const ranked = [...lower].sort(
      (a, b) =>
        b.value.minus(b.floor).comparedTo(a.value.minus(a.floor)) || (a.key < b.key ? -1 : a.key > b.key ? 1 : 0),
    );
    ranked.forEach(({ key, floor }, index) => values.set(key, index < left ? floor.plus(unit) : floor));
  }
  return values;
}
