import type { Decimal } from 'decimal.js';
import { ECONOMIC, FUNCTIONAL, FUND, KIND, PROJECT } from '../edition/print';
import type { ResolvedEdition } from '../edition/resolve';
import { onceOfThree } from '../memo/once';
import type { DimensionId, Member, Members } from '../scope/scope';
import type { CellRef } from '../snapshot/address';
import type { Ledger, LedgerRow } from './ledger';
import { roundedItems } from './rounding';

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
  /** Projects of which rounding leaves nothing: no table has them. */
  readonly vanished: readonly VanishedProject[];
}

export interface VanishedProject {
  readonly project: Member;
  readonly cells: readonly CellRef[];
}

/** Both years of a ledger. */
export interface LedgerItems {
  readonly now: LineItems;
  readonly before: LineItems;
}

/**
 * The rows of a ledger put together by what they mean. Amounts with more digits than the tables print are rounded here, once, so
 * that all tables are sums of the same figures; see `roundedItems`. Rows that are asked for again have the same items.
 */
export function lineItems(
  { rows, lastYear }: Pick<Ledger, 'rows' | 'lastYear'>,
  edition: ResolvedEdition,
): LedgerItems {
  return itemsOf(rows, lastYear?.rows ?? NONE, edition);
}

const NONE: readonly LedgerRow[] = [];

const itemsOf = onceOfThree(putTogether);

function putTogether(rows: readonly LedgerRow[], last: readonly LedgerRow[], edition: ResolvedEdition): LedgerItems {
  const points: Members[] = [];
  const now = new YearItems(edition.declared.ledger?.decimals ?? 2, edition);
  const before = new YearItems(now.decimals, edition);
  for (const row of rows) {
    const { meaning } = row;
    const at = (points[meaning] ??= pointOf(row, edition));
    now.add(meaning, at, row.now, row.nowCell);
    before.add(meaning, at, row.before, row.beforeCell);
  }
  for (const row of last)
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

  constructor(
    readonly decimals: number,
    private readonly edition: ResolvedEdition,
  ) {}

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
    if (rounded.length === 0) return { items: drafts, rounded, vanished: [] };
    const items = roundedItems(drafts, this.decimals, this.edition);
    return { items, rounded, vanished: vanishedProjects(drafts, items) };
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

/** Projects that had some amount before rounding and have none after it. */
function vanishedProjects(exact: readonly LineItem[], rounded: readonly LineItem[]): readonly VanishedProject[] {
  const left = new Set(rounded.flatMap(({ at, value }) => (value.isZero() ? [] : [at[PROJECT]])));
  const gone = new Map<Member, CellRef[]>();
  for (const { at, value, cells } of exact) {
    const project = at[PROJECT];
    if (project === undefined || left.has(project) || value.isZero()) continue;
    gone.set(project, [...(gone.get(project) ?? []), ...cells]);
  }
  return [...gone].map(([project, cells]) => ({ project, cells }));
}
