import type { LedgerRow } from './ledger';
import { ProjectNames } from './project-names';

/** What tells rows of one item from each other. */
const apartBy = ({ now, before, unit }: LedgerRow): string =>
  `${now?.toString() ?? ''}|${before?.toString() ?? ''}|${unit}`;

/** What the rows of a ledger are held against that were read before: where each fund has a reader of its own, they have it in common. */
export class RowsInCommon {
  readonly projects = new ProjectNames();
  /** By what rows mean: the only one so far, or the first row of each pair of amounts of each unit. */
  private readonly seen: (LedgerRow | Map<string, number>)[] = [];

  /** The row before this one that says the same, amounts included; undefined of the first. */
  sameBefore(read: LedgerRow): number | undefined {
    const { meaning, nowCell } = read;
    const known = this.seen[meaning];
    if (known === undefined) {
      this.seen[meaning] = read;
      return undefined;
    }
    const rows = known instanceof Map ? known : new Map([[apartBy(known), known.nowCell.row]]);
    this.seen[meaning] = rows;
    const own = apartBy(read);
    const first = rows.get(own);
    if (first === undefined) rows.set(own, nowCell.row);
    return first;
  }
}
