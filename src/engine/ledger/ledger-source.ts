import { Decimal } from 'decimal.js';
import type { ResolvedEdition } from '../edition/resolve';
import { onceOfThree } from '../memo/once';
import { scopeOf, type DimensionId, type Member, type Members } from '../scope/scope';
import type { CellRef } from '../snapshot/address';
import type { Source, Told } from '../source/source';
import { GroupedItems } from './item-groups';
import type { LineItem } from './line-items';
import { ScopeSums } from './scope-sums';

/**
 * The line items of a ledger as a source of amounts: every scope is told, since a ledger lists everything there is. Each row is
 * an amount of all flows that the edition names. `spellings` is how its projects are written. Questions in the same dimensions share an
 * index, so that thousands of them cost little; items that are asked again keep theirs.
 */
export function ledgerSource(
  items: readonly LineItem[],
  edition: ResolvedEdition,
  spellings: ReadonlyMap<Member, string> = NO_SPELLINGS,
): Source {
  return sourceOf(items, spellings, edition);
}

const sourceOf = onceOfThree(
  (items: readonly LineItem[], spellings: ReadonlyMap<Member, string>, edition: ResolvedEdition): Source =>
    new LedgerSource(new GroupedItems(items), edition, spellings),
);

const NO_SPELLINGS: ReadonlyMap<Member, string> = new Map();

class LedgerSource implements Source {
  /** By what is asked for, in the order in which it is. */
  private readonly indexes = new Map<string, Totals>();
  private readonly divides = new Map<DimensionId, boolean>();
  private readonly chains = new Map<DimensionId, Map<Member, Chain>>();
  private readonly memberNumbers = new Map<Member, number>();
  private readonly pointsKnown = new Map<string, readonly Members[]>();

  constructor(
    private readonly items: GroupedItems,
    private readonly edition: ResolvedEdition,
    private readonly spellings: ReadonlyMap<Member, string>,
  ) {}

  spelled(member: Member): string | undefined {
    return this.spellings.get(member);
  }

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
    const index = this.indexOf(members, flows?.dimension);
    return index.at(members, this.memberNumbers) ?? NOTHING;
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
      if (!narrowed.every(([dimension, member]) => this.chainOf(dimension, at[dimension]).members.includes(member)))
        continue;
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
  private indexOf(members: Members, flow: DimensionId | undefined): Totals {
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
    const made = new Totals(this.summed(members, dimensions), this.items);
    this.indexes.set(id, made);
    return made;
  }

  private summed(asked: Members, dimensions: readonly DimensionId[]): ScopeSums {
    const dividing = dimensions.filter((dimension) => this.isDividing(dimension));
    const within = dimensions.filter((dimension) => !dividing.includes(dimension));
    const groups = this.items.by(dimensions);
    const isWithin: boolean[] = [];
    for (let group = 0; group < groups.count; group++) {
      const at = this.items.at(groups, group);
      isWithin.push(
        within.every((dimension) => this.chainOf(dimension, at[dimension]).members.includes(asked[dimension] ?? '')),
      );
    }
    // An item without a member in a dimension is no part of what is divided by it: its chain is empty.
    const membersOf = (group: number, at: number): readonly number[] => {
      const dimension = dividing[at] ?? '';
      return this.chainOf(dimension, this.items.at(groups, group)[dimension]).numbers;
    };
    return new ScopeSums(groups, dividing, isWithin, membersOf, this.items.unitsIn(groups));
  }

  /** A member and all that it is a part of; none of no member. */
  private chainOf(dimension: DimensionId, member: Member | undefined): Chain {
    if (member === undefined) return NO_CHAIN;
    let chains = this.chains.get(dimension);
    if (!chains) this.chains.set(dimension, (chains = new Map<Member, Chain>()));
    const known = chains.get(member);
    if (known) return known;
    const members: Member[] = [];
    let at: Member | undefined = member;
    while (at !== undefined && at !== '') {
      members.push(at);
      at = this.edition.dimensions.parentOf(dimension, at);
    }
    const chain = { members, numbers: members.map((each) => this.numberOf(each)) };
    chains.set(member, chain);
    return chain;
  }

  private numberOf(member: Member): number {
    let number = this.memberNumbers.get(member);
    if (number === undefined) this.memberNumbers.set(member, (number = this.memberNumbers.size));
    return number;
  }
}

interface Chain {
  readonly members: readonly Member[];
  readonly numbers: readonly number[];
}

const NO_CHAIN: Chain = { members: [], numbers: [] };

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

/** The sums of an index, each made once: the rows of a table are asked for several times while it is laid out. */
class Totals {
  private readonly known: (Total | undefined)[] = [];

  constructor(
    private readonly sums: ScopeSums,
    private readonly items: GroupedItems,
  ) {}

  at(members: Members, numbers: ReadonlyMap<Member, number>): Total | undefined {
    const combination = this.sums.find(members, numbers);
    if (combination < 0) return undefined;
    return (this.known[combination] ??= new Total(this.sums, combination, this.items));
  }
}

/** A sum whose cells are looked up only when somebody asks: of a large ledger they are many. */
class Total implements Told {
  readonly blank = false;
  readonly value: Decimal;

  constructor(
    private readonly index: ScopeSums,
    private readonly combination: number,
    private readonly items: GroupedItems,
  ) {
    this.value = items.amount(index.unitsAt(combination));
  }

  get cells(): readonly CellRef[] {
    const { index, items } = this;
    return index.groupsIn(this.combination).flatMap((group) => items.cellsIn(index.groups, group));
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
