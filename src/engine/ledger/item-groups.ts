import { scaled, toScaled } from '../amount/scaled';
import type { Decimal } from 'decimal.js';
import type { DimensionId, Member, Members } from '../scope/scope';
import type { CellRef } from '../snapshot/address';
import type { LineItem } from './line-items';
import { Pairs } from './pairs';

/** Amounts as whole units of their last digit. */
export type Units = readonly bigint[] | BigInt64Array;

const LEAST_TOO_LARGE = 2n ** 63n;

/** Items that have the same members in some dimensions, group by group in the order of first mention. */
export interface ItemGroups {
  readonly count: number;
  /** The group of each item. */
  readonly of: Int32Array;
  /** The first item of each group. */
  readonly first: readonly number[];
}

/**
 * Line items dimension by dimension, members as numbers and amounts as whole units of their last digit: grouping fifty thousand of
 * them is then a matter of milliseconds, and a report groups them in some twenty ways.
 */
export class GroupedItems {
  /** The members of one dimension as numbers, 0 where an item has none. */
  private readonly numbered = new Map<DimensionId, Int32Array>();
  private readonly known = new Map<string, ItemGroups>();
  private readonly sums = new Map<ItemGroups, Units>();
  private readonly members = new Map<ItemGroups, readonly (readonly number[])[]>();
  private readonly places: number;
  private readonly units: Units;

  constructor(private readonly items: readonly LineItem[]) {
    this.places = items.reduce((most, { value }) => Math.max(most, value.decimalPlaces()), 0);
    const units = items.map(({ value }) => toScaled(value, this.places));
    const most = units.reduce((sum, each) => sum + (each < 0n ? -each : each), 0n);
    // In an open table a sum is a machine's number; no ledger of this world does not fit, and one that does not is added up all the same.
    this.units = most < LEAST_TOO_LARGE ? BigInt64Array.from(units) : units;
  }

  /** The items grouped by their members in these dimensions; no member counts as one. */
  by(dimensions: readonly DimensionId[]): ItemGroups {
    const key = dimensions.join();
    const known = this.known.get(key);
    if (known) return known;
    const last = dimensions[dimensions.length - 1];
    const groups = last === undefined ? this.all() : this.divided(this.by(dimensions.slice(0, -1)), this.numbers(last));
    this.known.set(key, groups);
    return groups;
  }

  /** What the items of each group come to, in units; `amount` gives them back in 万元. */
  unitsIn(groups: ItemGroups): Units {
    const known = this.sums.get(groups);
    if (known) return known;
    const { units } = this;
    const sums =
      units instanceof BigInt64Array ? new BigInt64Array(groups.count) : new Array<bigint>(groups.count).fill(0n);
    for (let item = 0; item < units.length; item++) {
      const group = groups.of[item] as number;
      sums[group] = (sums[group] as bigint) + (units[item] as bigint);
    }
    this.sums.set(groups, sums);
    return sums;
  }

  amount(units: bigint): Decimal {
    return scaled(units, this.places);
  }

  /** Where a group stands in the dimensions it was grouped by; what it says of others is its first item's alone. */
  at(groups: ItemGroups, group: number): Members {
    return (this.items[groups.first[group] as number] as LineItem).at;
  }

  /** The cells of the items of a group, in the order of the ledger. */
  cellsIn(groups: ItemGroups, group: number): readonly CellRef[] {
    const members = this.members.get(groups) ?? membersOf(groups);
    this.members.set(groups, members);
    return (members[group] ?? []).flatMap((item) => this.items[item]?.cells ?? []);
  }

  private all(): ItemGroups {
    return { count: Math.min(1, this.items.length), of: new Int32Array(this.items.length), first: [0] };
  }

  private divided({ of }: ItemGroups, numbers: Int32Array): ItemGroups {
    const groups = new Pairs();
    const divided = new Int32Array(of.length);
    const first: number[] = [];
    for (let item = 0; item < of.length; item++) {
      const group = groups.of(of[item] as number, numbers[item] as number);
      if (group === first.length) first.push(item);
      divided[item] = group;
    }
    return { count: first.length, of: divided, first };
  }

  private numbers(dimension: DimensionId): Int32Array {
    const known = this.numbered.get(dimension);
    if (known) return known;
    const numbers = new Int32Array(this.items.length);
    const numberOf = new Map<Member | undefined, number>([[undefined, 0]]);
    this.items.forEach(({ at }, item) => {
      const member = at[dimension];
      let number = numberOf.get(member);
      if (number === undefined) numberOf.set(member, (number = numberOf.size));
      numbers[item] = number;
    });
    this.numbered.set(dimension, numbers);
    return numbers;
  }
}

function membersOf({ count, of }: ItemGroups): readonly (readonly number[])[] {
  const members = Array.from({ length: count }, (): number[] => []);
  of.forEach((group, item) => members[group]?.push(item));
  return members;
}
