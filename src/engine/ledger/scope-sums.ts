import type { DimensionId, Member, Members } from '../scope/scope';
import type { ItemGroups, Units } from './item-groups';
import { Pairs } from './pairs';

/** Sums at every combination of codes and projects. */
export class ScopeSums {
  /** Numbers combinations member by member; of no members there is one. */
  private readonly pairs: readonly Pairs[];
  private readonly sums: bigint[] = [];
  private groupsAt: readonly (readonly number[])[] | undefined;

  /** `membersOf`: the numbers of the members in which a group lies in one of the dividing dimensions, counted from 0. */
  constructor(
    readonly groups: ItemGroups,
    private readonly dividing: readonly DimensionId[],
    private readonly isWithin: readonly boolean[],
    private readonly membersOf: (group: number, at: number) => readonly number[],
    units: Units,
  ) {
    this.pairs = dividing.map(() => new Pairs());
    this.eachCombination((combination, group) => {
      this.sums[combination] = (this.sums[combination] ?? 0n) + (units[group] ?? 0n);
    });
  }

  /** The number of the combination of members that is asked for; −1 where no item lies in it. */
  find(asked: Members, numbers: ReadonlyMap<Member, number>): number {
    let found = 0;
    for (let at = 0; at < this.dividing.length; at++) {
      const number = numbers.get(asked[this.dividing[at] ?? ''] ?? '');
      found = number === undefined ? -1 : (this.pairs[at] as Pairs).find(found, number);
      if (found < 0) return -1;
    }
    return this.sums[found] === undefined ? -1 : found;
  }

  unitsAt(combination: number): bigint {
    return this.sums[combination] ?? 0n;
  }

  /** The groups that lie in a combination, in the order of the ledger: found when first somebody asks, of all at once. */
  groupsIn(combination: number): readonly number[] {
    this.groupsAt ??= this.listed();
    return this.groupsAt[combination] ?? [];
  }

  private listed(): readonly (readonly number[])[] {
    const lists = this.sums.map((): number[] => []);
    this.eachCombination((combination, group) => lists[combination]?.push(group));
    return lists;
  }

  private eachCombination(visit: (combination: number, group: number) => void): void {
    this.isWithin.forEach((isWithin, group) => {
      if (isWithin) this.combine(group, visit, 0, 0);
    });
  }

  private combine(group: number, visit: (combination: number, group: number) => void, from: number, at: number): void {
    const pairs = this.pairs[at];
    if (pairs === undefined) visit(from, group);
    else for (const number of this.membersOf(group, at)) this.combine(group, visit, pairs.of(from, number), at + 1);
  }
}
