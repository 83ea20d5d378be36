import { Decimal } from 'decimal.js';
import type { ResolvedEdition } from '../edition/resolve';
import { scopeOf, withMembers, type DimensionId, type Member, type Members } from '../scope/scope';
import type { CellRef } from '../snapshot/address';
import type { Source, Told } from '../source/source';
import type { LineItem } from './line-items';

/**
 * The line items of a ledger as a source of amounts: every scope is told, since a ledger lists everything there is. Each row is
 * an amount of all flows that the edition names. Questions in the same dimensions share an index, so that thousands of them cost little.
 */
export function ledgerSource(items: readonly LineItem[], edition: ResolvedEdition): Source {
  return new LedgerSource(items, edition);
}

/** Whatever stands in cells of the ledger. */
interface InCells {
  readonly cells: readonly CellRef[];
}

interface Sum {
  value: Decimal;
  /** What it is the sum of; shared, since a whole has all that its parts have. */
  readonly of: InCells[];
}

/** Items that have the same members in some dimensions; '' stands for no member. */
class Point implements InCells {
  constructor(
    readonly members: readonly Member[],
    public value: Decimal,
    readonly of: InCells[],
  ) {}

  get cells(): readonly CellRef[] {
    return this.of.flatMap(({ cells }) => cells);
  }
}

/** All points of the items in some dimensions. */
interface PointsIn {
  readonly dimensions: readonly DimensionId[];
  readonly points: readonly Point[];
}

class LedgerSource implements Source {
  private readonly indexes = new Map<string, ReadonlyMap<string, Sum>>();
  private readonly pointsIn: PointsIn[] = [];
  private readonly chains = new Map<string, readonly Member[]>();
  private readonly pointsKnown = new Map<string, readonly Members[]>();

  constructor(
    private readonly items: readonly LineItem[],
    private readonly edition: ResolvedEdition,
  ) {}

  told(members: Members): Told | undefined {
    const { flows, complements = [] } = this.edition.declared.ledger ?? {};
    if (flows && members[flows.dimension] !== undefined) {
      if (!flows.members.includes(members[flows.dimension] ?? '')) return undefined;
      return this.told(withMembers(scopeOf(members), { [flows.dimension]: undefined }).at);
    }
    for (const { dimension, member, without } of complements) {
      if (members[dimension] !== member) continue;
      const whole = this.told(withMembers(scopeOf(members), { [dimension]: undefined }).at);
      const part = this.told(withMembers(scopeOf(members), { [dimension]: without }).at);
      return whole && part && new Difference(whole, part);
    }
    const sum = this.indexOf(members).get(keyOf(members, this.dividing(members)));
    return sum ? new Total(sum) : NOTHING;
  }

  points(within: Members, dimensions: readonly DimensionId[]): readonly Members[] {
    const key = `${scopeOf(within).key}|${dimensions.join()}`;
    const known = this.pointsKnown.get(key) ?? this.findPoints(within, dimensions);
    this.pointsKnown.set(key, known);
    return known;
  }

  private findPoints(within: Members, dimensions: readonly DimensionId[]): readonly Members[] {
    const flow = this.edition.declared.ledger?.flows.dimension;
    const found = new Map<string, Members>();
    for (const { at } of this.items) {
      if (dimensions.some((dimension) => at[dimension] === undefined)) continue;
      const isWithin = Object.entries(within).every(
        ([dimension, member]) =>
          dimension === flow ||
          (at[dimension] !== undefined && this.chainOf(dimension, at[dimension]).includes(member)),
      );
      if (!isWithin) continue;
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

  /** The dimensions of a question that have many members, in one order: codes and projects. */
  private dividing(members: Members): readonly DimensionId[] {
    return Object.keys(members)
      .filter((dimension) => this.edition.dimensions.byId.get(dimension)?.kind !== 'members')
      .sort();
  }

  /**
   * Sums at every code and project that an item lies in, wholes included, within the few members of the other dimensions that are
   * asked for: questions of one column share an index.
   */
  private indexOf(asked: Members): ReadonlyMap<string, Sum> {
    const dividing = this.dividing(asked);
    const dimensions = Object.keys(asked).sort();
    const id = dimensions
      .map((dimension) => (dividing.includes(dimension) ? dimension : `${dimension}=${asked[dimension] ?? ''}`))
      .join();
    const known = this.indexes.get(id);
    if (known) return known;
    const index = new Map<string, Sum>();
    const places = dividing.map((dimension) => dimensions.indexOf(dimension));
    const within = dimensions.flatMap((dimension, place) =>
      dividing.includes(dimension) ? [] : [{ dimension, place, member: asked[dimension] ?? '' }],
    );
    for (const point of this.pointsAt(dimensions)) {
      const { members, value } = point;
      // An item without a member in a dimension is no part of what is divided by it.
      if (members.includes('')) continue;
      const isWithin = within.every(({ dimension, place, member }) =>
        this.chainOf(dimension, members[place] ?? '').includes(member),
      );
      if (!isWithin) continue;
      const chains = dividing.map((dimension, at) => this.chainOf(dimension, members[places[at] ?? 0] ?? ''));
      for (const key of combinations(chains)) {
        const sum = index.get(key);
        if (sum) {
          sum.value = sum.value.plus(value);
          sum.of.push(point);
        } else index.set(key, { value, of: [point] });
      }
    }
    this.indexes.set(id, index);
    return index;
  }

  /**
   * Put together before they are added to their wholes: there are far fewer of them than items. Points in more dimensions that are
   * known already are put together further; '' stands for no member.
   */
  private pointsAt(dimensions: readonly DimensionId[]): readonly Point[] {
    const finer = this.pointsIn.reduce<PointsIn | undefined>((best, known) => {
      if (!dimensions.every((dimension) => known.dimensions.includes(dimension))) return best;
      return best && best.points.length <= known.points.length ? best : known;
    }, undefined);
    const points = new Map<string, Point>();
    const add = (members: readonly Member[], value: Decimal, of: InCells): void => {
      const key = members.join(SEPARATOR);
      const point = points.get(key);
      if (point) {
        point.value = point.value.plus(value);
        point.of.push(of);
      } else points.set(key, new Point(members, value, [of]));
    };
    if (finer) {
      const places = dimensions.map((dimension) => finer.dimensions.indexOf(dimension));
      for (const point of finer.points) {
        add(
          places.map((place) => point.members[place] ?? ''),
          point.value,
          point,
        );
      }
    } else {
      for (const item of this.items) {
        add(
          dimensions.map((dimension) => item.at[dimension] ?? ''),
          item.value,
          item,
        );
      }
    }
    const found = [...points.values()];
    this.pointsIn.push({ dimensions, points: found });
    return found;
  }

  /** A member and all that it is a part of. */
  private chainOf(dimension: DimensionId, member: Member): readonly Member[] {
    const id = `${dimension}\u0000${member}`;
    const known = this.chains.get(id);
    if (known) return known;
    const chain: Member[] = [];
    let at: Member | undefined = member;
    while (at !== undefined && at !== '') {
      chain.push(at);
      at = this.edition.dimensions.parentOf(dimension, at);
    }
    this.chains.set(id, chain);
    return chain;
  }
}

const SEPARATOR = '\u0000';

const keyOf = (members: Members, dimensions: readonly DimensionId[]): string =>
  dimensions.map((dimension) => members[dimension] ?? '').join(SEPARATOR);

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

  constructor(private readonly sum: Sum) {}

  get value(): Decimal {
    return this.sum.value;
  }

  get cells(): readonly CellRef[] {
    return this.sum.of.flatMap(({ cells }) => cells);
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
