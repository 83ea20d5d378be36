import { Decimal } from 'decimal.js';
import type { ResolvedEdition } from '../edition/resolve';
import { scopeOf, type DimensionId, type Member, type Members } from '../scope/scope';
import type { CellRef } from '../snapshot/address';
import type { Source, Told } from '../source/source';
import { GroupedItems, type ItemGroups } from './item-groups';
import type { LineItem } from './line-items';

/**
 * The line items of a ledger as a source of amounts: every scope is told, since a ledger lists everything there is. Each row is
 * an amount of all flows that the edition names. Questions in the same dimensions share an index, so that thousands of them cost little.
 */
export function ledgerSource(items: readonly LineItem[], edition: ResolvedEdition): Source {
  return new LedgerSource(new GroupedItems(items), edition);
}

/** The groups of items that lie in a scope. */
interface Sum {
  units: bigint;
  readonly of: number[];
}

/** Sums at every combination of codes and projects, by their key. */
interface Index {
  readonly groups: ItemGroups;
  readonly dividing: readonly DimensionId[];
  readonly sums: ReadonlyMap<string, Sum>;
}

class LedgerSource implements Source {
  /** By what is asked for, in the order in which it is. */
  private readonly indexes = new Map<string, Index>();
  private readonly divides = new Map<DimensionId, boolean>();
  private readonly chains = new Map<DimensionId, Map<Member, readonly Member[]>>();
  private readonly pointsKnown = new Map<string, readonly Members[]>();

  constructor(
    private readonly items: GroupedItems,
    private readonly edition: ResolvedEdition,
  ) {}

  told(members: Members): Told | undefined {
    const { flows, complements = [] } = this.edition.declared.ledger ?? {};
    const flow = flows && members[flows.dimension];
    if (flows && flow !== undefined && !flows.members.includes(flow)) return undefined;
    for (const { dimension, member, without: rest } of complements) {
      if (members[dimension] !== member) continue;
      const outside = without(members, dimension);
      const whole = this.told(outside);
      const part = this.told({ ...outside, [dimension]: rest });
      return whole && part && new Difference(whole, part);
    }
    const { sums, groups, dividing } = this.indexOf(members, flows?.dimension);
    const sum = sums.get(keyOf(members, dividing));
    return sum ? new Total(sum, groups, this.items) : NOTHING;
  }

  points(within: Members, dimensions: readonly DimensionId[]): readonly Members[] {
    const key = `${scopeOf(within).key}|${dimensions.join()}`;
    const known = this.pointsKnown.get(key) ?? this.findPoints(within, dimensions);
    this.pointsKnown.set(key, known);
    return known;
  }

  private findPoints(within: Members, dimensions: readonly DimensionId[]): readonly Members[] {
    const flow = this.edition.declared.ledger?.flows.dimension;
    const narrowed = Object.entries(within).filter(([dimension]) => dimension !== flow);
    const groups = this.items.by([...new Set([...dimensions, ...narrowed.map(([dimension]) => dimension)])].sort());
    const found = new Map<string, Members>();
    for (let group = 0; group < groups.count; group++) {
      const at = this.items.at(groups, group);
      if (dimensions.some((dimension) => at[dimension] === undefined)) continue;
      if (!narrowed.every(([dimension, member]) => this.chainOf(dimension, at[dimension]).includes(member))) continue;
      const point = Object.fromEntries(dimensions.map((dimension) => [dimension, at[dimension] ?? '']));
      const key = keyOf(point, dimensions);
      if (!found.has(key)) found.set(key, point);
    }
    const codes = dimensions.filter((dimension) => this.edition.dimensions.byId.get(dimension)?.kind === 'code');
    return [...found.values()].sort((a, b) => {
      const apart = codes.find((dimension) => a[dimension] !== b[dimension]);
      return apart === undefined ? 0 : (a[apart] ?? '') < (b[apart] ?? '') ? -1 : 1;
    });
  }

  /** Whether a dimension has many members: codes and projects. */
  private isDividing(dimension: DimensionId): boolean {
    let divides = this.divides.get(dimension);
    if (divides === undefined) {
      divides = this.edition.dimensions.byId.get(dimension)?.kind !== 'members';
      this.divides.set(dimension, divides);
    }
    return divides;
  }

  /**
   * Sums at every code and project that an item lies in, wholes included, within the few members of the other dimensions that are
   * asked for: questions of one column share an index.
   */
  private indexOf(members: Members, flow: DimensionId | undefined): Index {
    let id = '';
    for (const dimension in members) {
      if (dimension !== flow)
        id += this.isDividing(dimension) ? `${dimension};` : `${dimension}=${members[dimension] ?? ''};`;
    }
    const known = this.indexes.get(id);
    if (known) return known;
    const dimensions = Object.keys(members)
      .filter((dimension) => dimension !== flow)
      .sort();
    const made = this.madeIndex(members, dimensions);
    this.indexes.set(id, made);
    return made;
  }

  private madeIndex(asked: Members, dimensions: readonly DimensionId[]): Index {
    const dividing = dimensions.filter((dimension) => this.isDividing(dimension));
    const within = dimensions.filter((dimension) => !dividing.includes(dimension));
    const groups = this.items.by(dimensions);
    const units = this.items.unitsIn(groups);
    const sums = new Map<string, Sum>();
    for (let group = 0; group < groups.count; group++) {
      const at = this.items.at(groups, group);
      if (!within.every((dimension) => this.chainOf(dimension, at[dimension]).includes(asked[dimension] ?? '')))
        continue;
      // An item without a member in a dimension is no part of what is divided by it: its chain is empty.
      for (const key of combinations(dividing.map((dimension) => this.chainOf(dimension, at[dimension])))) {
        const sum = sums.get(key);
        if (sum) {
          sum.units += units[group] ?? 0n;
          sum.of.push(group);
        } else sums.set(key, { units: units[group] ?? 0n, of: [group] });
      }
    }
    return { groups, dividing, sums };
  }

  /** A member and all that it is a part of; none of no member. */
  private chainOf(dimension: DimensionId, member: Member | undefined): readonly Member[] {
    if (member === undefined) return NO_MEMBERS;
    let chains = this.chains.get(dimension);
    if (!chains) this.chains.set(dimension, (chains = new Map<Member, readonly Member[]>()));
    const known = chains.get(member);
    if (known) return known;
    const chain: Member[] = [];
    let at: Member | undefined = member;
    while (at !== undefined && at !== '') {
      chain.push(at);
      at = this.edition.dimensions.parentOf(dimension, at);
    }
    chains.set(member, chain);
    return chain;
  }
}

const NO_MEMBERS: readonly Member[] = [];

function without(members: Members, dimension: DimensionId): Members {
  const { [dimension]: _, ...rest } = members;
  return rest;
}

const SEPARATOR = '\u0000';

function keyOf(members: Members, dimensions: readonly DimensionId[]): string {
  const [first, ...more] = dimensions;
  let key = first === undefined ? '' : (members[first] ?? '');
  for (const dimension of more) key += `${SEPARATOR}${members[dimension] ?? ''}`;
  return key;
}

function combinations(chains: readonly (readonly Member[])[]): readonly string[] {
  return (
    chains.reduce<readonly string[] | undefined>(
      (keys, chain) =>
        keys === undefined ? chain : keys.flatMap((key) => chain.map((member) => `${key}${SEPARATOR}${member}`)),
      undefined,
    ) ?? ['']
  );
}

/** A sum whose cells are looked up only when somebody asks: of a large ledger they are many. */
class Total implements Told {
  readonly blank = false;
  readonly value: Decimal;

  constructor(
    private readonly sum: Sum,
    private readonly groups: ItemGroups,
    private readonly items: GroupedItems,
  ) {
    this.value = items.amount(sum.units);
  }

  get cells(): readonly CellRef[] {
    return this.sum.of.flatMap((group) => this.items.cellsIn(this.groups, group));
  }
}

class Difference implements Told {
  readonly blank = false;

  constructor(
    private readonly whole: Told,
    private readonly part: Told,
  ) {}

  get value(): Decimal {
    return this.whole.value.minus(this.part.value);
  }

  get cells(): readonly CellRef[] {
    return this.whole.cells;
  }
}

const NOTHING: Told = { value: new Decimal(0), cells: [], blank: false };
