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

/** Both years of a ledger. */
export interface LedgerItems {
  readonly now: LineItems;
  readonly before: LineItems;
}

/**
 * The rows of a ledger put together by what they mean. Amounts with more digits than the tables print are rounded here, once, so
 * that all tables are sums of the same figures: the exact total of each fund is rounded first, and its items are rounded so that they add
 * up to that (largest remainder), whatever the order of the rows.
 */
export function lineItems(
  { rows, lastYear }: Pick<Ledger, 'rows' | 'lastYear'>,
  edition: ResolvedEdition,
): LedgerItems {
  const points: Members[] = [];
  const now = new YearItems(edition.declared.ledger?.decimals ?? 2);
  const before = new YearItems(now.decimals);
  for (const row of rows) {
    const { meaning } = row;
    const at = (points[meaning] ??= pointOf(row, edition));
    now.add(meaning, at, row.now, row.nowCell);
    before.add(meaning, at, row.before, row.beforeCell);
  }
  for (const row of lastYear?.rows ?? [])
    before.add(row.meaning, (points[row.meaning] ??= pointOf(row, edition)), row.now, row.nowCell);
  return { now: now.settled(), before: before.settled() };
}

interface Draft {
  readonly at: Members;
  value: Decimal;
  readonly cells: CellRef[];
}

/** The items of one year while they are put together. */
class YearItems {
  private readonly drafts: Draft[] = [];
  private readonly byMeaning: (Draft | undefined)[] = [];
  private readonly rounded: CellRef[] = [];

  constructor(readonly decimals: number) {}

  add(meaning: number, at: Members, value: Decimal | undefined, cell: CellRef | undefined): void {
    if (value === undefined || cell === undefined) return;
    if (value.decimalPlaces() > this.decimals) this.rounded.push(cell);
    const known = this.byMeaning[meaning];
    if (known) {
      known.value = known.value.plus(value);
      known.cells.push(cell);
      return;
    }
    const draft = { at, value, cells: [cell] };
    this.byMeaning[meaning] = draft;
    this.drafts.push(draft);
  }

  settled(): LineItems {
    const { rounded, drafts } = this;
    return { items: rounded.length === 0 ? drafts : settled(drafts, this.decimals), rounded };
  }
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

/** The items with rounded values: those of a fund add up to its rounded total. */
function settled(items: readonly LineItem[], decimals: number): readonly LineItem[] {
  const unit = new Decimal(10).pow(-decimals);
  const values = new Map<LineItem, Decimal>();
  for (const fund of new Set(items.map(({ at }) => at[FUND]))) {
    const own = items.filter(({ at }) => at[FUND] === fund);
    const total = own
      .reduce((sum, { value }) => sum.plus(value), new Decimal(0))
      .toDecimalPlaces(decimals, Decimal.ROUND_HALF_UP);
    const lower = own.map((item) => ({
      item,
      key: keyOf(item.at),
      floor: item.value.toDecimalPlaces(decimals, Decimal.ROUND_FLOOR),
    }));
    const left = lower
      .reduce((rest, { floor }) => rest.minus(floor), total)
      .div(unit)
      .toNumber();
    // The largest remainders are rounded up; of equal ones the first by what they mean.
    const ranked = [...lower].sort(
      (a, b) =>
        b.item.value.minus(b.floor).comparedTo(a.item.value.minus(a.floor)) ||
        (a.key < b.key ? -1 : a.key > b.key ? 1 : 0),
    );
    ranked.forEach(({ item, floor }, index) => values.set(item, index < left ? floor.plus(unit) : floor));
  }
  return items.map((item) => ({ ...item, value: values.get(item) ?? item.value }));
}

const keyOf = (at: Members): string =>
  [FUNCTIONAL, KIND, ECONOMIC, PROJECT].map((dimension) => at[dimension] ?? '').join('\u0000');
