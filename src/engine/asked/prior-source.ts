import { Decimal } from 'decimal.js';
import type { ResolvedDimensions } from '../edition/dimensions';
import { scopeAt, scopeOf, withMembers, type DimensionId, type Member, type Members, type Scope } from '../scope/scope';
import type { CellRef } from '../snapshot/address';
import type { Source, Told } from '../source/source';

/** One of last year's figures. */
export interface PriorEntry {
  readonly scope: Scope;
  /** In 万元; undefined where the cell is blank or no amount. */
  readonly value: Decimal | undefined;
  readonly blank: boolean;
  readonly cell: CellRef;
  readonly table: string;
  /** What it was last year: two of one scope but of different lines were put together since then. */
  readonly line: string;
}

/**
 * A list of figures as a source of amounts. Codes that a list of codes does not name were nothing last year. A blank was nothing
 * too, unless it is a whole whose parts were something, which add up to it, or what its whole lacks, which was forgotten and is not told:
 * who had a code last year that is not listed says 0 for those that were nothing.
 */
export function priorSource(entries: readonly PriorEntry[], dimensions: ResolvedDimensions): Source {
  return new PriorSource(entries, dimensions);
}

class PriorSource implements Source {
  private readonly codes: readonly DimensionId[];
  private readonly byKey = new Map<string, PriorEntry[]>();
  /** Those that differ in their code alone, by dimension and what they share. */
  private readonly byBase = new Map<string, PriorEntry[]>();

  constructor(
    private readonly entries: readonly PriorEntry[],
    private readonly dimensions: ResolvedDimensions,
  ) {
    this.codes = dimensions.list.filter(({ kind }) => kind === 'code').map(({ id }) => id);
    for (const entry of entries) {
      push(this.byKey, entry.scope.key, entry);
      for (const dimension of this.codes) {
        if (entry.scope.at[dimension] !== undefined) push(this.byBase, baseOf(entry.scope, dimension), entry);
      }
    }
  }

  told(members: Members): Told | undefined {
    const scope = scopeOf(members);
    const told = this.typed(scope);
    return told === undefined || told === 'unreadable' || (told.blank && this.isForgotten(scope)) ? undefined : told;
  }

  points(within: Members, wanted: readonly DimensionId[]): readonly Members[] {
    return pointsOf(this.entries, within, wanted, new Set(this.codes));
  }

  /** What was typed for the scope; for a blank, or where nothing is asked, what was typed for its parts. */
  private typed(scope: Scope): Told | 'unreadable' | undefined {
    const found = this.exact(scope);
    if (found === 'unreadable' || (found && !found.blank)) return found;
    const parts = this.byCodes(scope) ?? this.byParts(scope);
    const isMore = parts === 'unreadable' || (parts !== undefined && !parts.value.isZero());
    return found && !isMore ? found : parts;
  }

  /** What was typed for the scope itself. */
  private exact(scope: Scope): Told | 'unreadable' | undefined {
    const same = this.byKey.get(scope.key);
    if (!same) return undefined;
    // The same line written twice is one figure; the one that says something.
    const lines = same.filter(
      (entry) =>
        entry ===
        (same.find(({ line, blank }) => line === entry.line && !blank) ?? same.find(({ line }) => line === entry.line)),
    );
    return sum(lines);
  }

  /** Out of the codes below, the topmost ones of them; zero where codes are listed but none of these. */
  private byCodes(scope: Scope): Told | 'unreadable' | undefined {
    const dimension = this.codes.find((id) => scope.at[id] !== undefined);
    const code = dimension === undefined ? undefined : scope.at[dimension];
    if (dimension === undefined || code === undefined) return undefined;
    const listed = this.byBase.get(baseOf(scope, dimension));
    return listed && sum(topmost(listed, dimension, code));
  }

  /** Out of the parts of a member, as far as the list knows them. */
  private byParts(scope: Scope): Told | 'unreadable' | undefined {
    for (const { id } of this.dimensions.list) {
      const parts = this.partsIn(id, scope);
      if (parts) return parts;
    }
    return undefined;
  }

  private partsIn(dimension: DimensionId, scope: Scope): Told | 'unreadable' | undefined {
    const parts = this.dimensions.partsOf(dimension, scope.at[dimension] ?? '');
    const told = parts.flatMap((part) => this.typed(scopeAt(scope.at, { [dimension]: part })) ?? []);
    const known = told.filter((part): part is Told => part !== 'unreadable');
    if (known.length < told.length) return 'unreadable';
    return known.length < 2 ? undefined : together(known);
  }

  /** Whether a whole was typed in its table that the parts beside this blank do not make up; codes may make up more than what is asked of them. */
  private isForgotten(scope: Scope): boolean {
    return this.dimensions.list.some(({ id, kind }) => {
      const whole = this.typedWhole(scope, id);
      if (!whole) return false;
      const parts = kind === 'code' ? this.listedBelow(whole.scope, id) : this.partsIn(id, whole.scope);
      if (parts === undefined || parts === 'unreadable') return parts !== undefined;
      return kind === 'code' ? parts.value.lessThan(whole.told.value) : !parts.value.equals(whole.told.value);
    });
  }

  /** The topmost codes below a whole, as far as the list has them. */
  private listedBelow(whole: Scope, id: DimensionId): Told | 'unreadable' | undefined {
    const code = whole.at[id] ?? '';
    const below = this.byBase.get(baseOf(whole, id))?.filter(({ scope }) => scope.at[id] !== code);
    return below && sum(topmost(below, id, code));
  }

  /** The nearest whole of a scope in a dimension for which an amount was typed, in the same table. */
  private typedWhole(scope: Scope, id: DimensionId): { readonly scope: Scope; readonly told: Told } | undefined {
    let member = scope.at[id];
    while (member !== undefined && member !== '') {
      member = this.dimensions.parentOf(id, member);
      if (member === undefined) return undefined;
      const above = withMembers(scope, { [id]: member === '' ? undefined : member });
      const told = this.inSameTable(scope, above) ? this.exact(above) : undefined;
      if (told && told !== 'unreadable' && !told.blank) return { scope: above, told };
    }
    return undefined;
  }

  private inSameTable(one: Scope, other: Scope): boolean {
    const tables = new Set(this.byKey.get(one.key)?.map(({ table }) => table));
    return this.byKey.get(other.key)?.some(({ table }) => tables.has(table)) === true;
  }
}

function baseOf(scope: Scope, dimension: DimensionId): string {
  return `${dimension}|${withMembers(scope, { [dimension]: undefined }).key}`;
}

function push(lists: Map<string, PriorEntry[]>, key: string, entry: PriorEntry): void {
  const list = lists.get(key);
  if (list) list.push(entry);
  else lists.set(key, [entry]);
}

/** Of the entries at codes below (or at) a code those with none of the others above them. */
function topmost(entries: readonly PriorEntry[], dimension: DimensionId, code: Member): readonly PriorEntry[] {
  const below = entries.filter(({ scope }) => scope.at[dimension]?.startsWith(code));
  return below.filter(({ scope }) => !below.some((other) => isAbove(other.scope.at[dimension], scope.at[dimension])));
}

function isAbove(code: Member | undefined, other: Member | undefined): boolean {
  return code !== undefined && other !== undefined && code.length < other.length && other.startsWith(code);
}

/** Blanks add nothing; what was typed but is no amount makes the sum unknown. */
function sum(entries: readonly PriorEntry[]): Told | 'unreadable' {
  if (entries.some(({ value, blank }) => value === undefined && !blank)) return 'unreadable';
  return {
    value: entries.reduce((total, { value }) => total.plus(value ?? 0), new Decimal(0)),
    cells: entries.map(({ cell }) => cell),
    blank: entries.every(({ blank }) => blank),
  };
}

function together(told: readonly Told[]): Told {
  return {
    value: told.reduce((total, { value }) => total.plus(value), new Decimal(0)),
    cells: told.flatMap(({ cells }) => cells),
    blank: told.every(({ blank }) => blank),
  };
}

function pointsOf(
  entries: readonly PriorEntry[],
  within: Members,
  wanted: readonly DimensionId[],
  codes: ReadonlySet<DimensionId>,
): readonly Readonly<Record<DimensionId, Member>>[] {
  const found = new Map<string, Record<DimensionId, Member>>();
  for (const { scope, value } of entries) {
    if (value === undefined || !isWithin(scope, within, codes)) continue;
    const point: Record<DimensionId, Member> = {};
    for (const dimension of wanted) {
      const member = scope.at[dimension];
      if (member !== undefined) point[dimension] = member;
    }
    if (wanted.every((dimension) => point[dimension] !== undefined)) found.set(scopeOf(point).key, point);
  }
  return [...found.values()];
}

function isWithin(scope: Scope, within: Members, codes: ReadonlySet<DimensionId>): boolean {
  return Object.entries(within).every(([dimension, member]) => {
    const own = scope.at[dimension];
    return own !== undefined && (own === member || (codes.has(dimension) && own.startsWith(member)));
  });
}
