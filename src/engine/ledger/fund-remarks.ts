import { Decimal } from 'decimal.js';
import type { MoneyUnit } from '../amount/reading';
import type { LedgerRow } from './ledger';
import type { LedgerProblem } from './problem';
import { LedgerRemarks } from './problems';

/** By how much a total may differ from its parts, in the unit of its column. */
const TOLERANCE = new Decimal('0.01');

/** Of one amount of a row: the others were compiled. */
const OF_ONE: ReadonlySet<LedgerProblem> = new Set(['amount-unreadable', 'amount-merged']);

type Say = Parameters<LedgerRemarks['say']>;

/** What is said of a ledger whose rows are read once for each of their funds. */
export class FundRemarks extends LedgerRemarks {
  private readonly repeated: { readonly at: Say[1]; readonly value: string }[] = [];

  override say(...[problem, at, value, proposed, severity]: Say): void {
    if (problem === 'twice') this.repeated.push({ at, value });
    else super.say(problem, at, value, OF_ONE.has(problem) ? `one${proposed ?? ''}` : proposed, severity);
  }

  /** Says that a total is not what its parts come to; in the unit of its column. */
  compare(at: Say[1], typed: Decimal, sum: Decimal, unit: MoneyUnit): void {
    const difference = typed.minus(sum).abs();
    if (difference.lessThanOrEqualTo(TOLERANCE)) return;
    const amounts = [typed, sum, difference].map((amount) => amount.toFixed());
    this.say('total-differs', at, '', [...amounts, unit].join('|'));
  }

  /** What can be said only when all rows were read. A row is that of another only where all of its amounts are. */
  settle(rows: readonly LedgerRow[]): void {
    if (this.repeated.length === 0) return;
    const counts = new Map<number, number>();
    for (const { nowCell } of rows) counts.set(nowCell.row, (counts.get(nowCell.row) ?? 0) + 1);
    const byRow = new Map<number, (typeof this.repeated)[number][]>();
    for (const one of this.repeated) byRow.set(one.at.row, [...(byRow.get(one.at.row) ?? []), one]);
    for (const [row, all] of byRow) {
      const [first] = all;
      const isWhole = all.length === counts.get(row) && all.every(({ value }) => value === first?.value);
      if (first && isWhole && counts.get(parseInt(first.value, 10) - 1) === all.length)
        super.say('twice', first.at, first.value);
    }
  }
}
