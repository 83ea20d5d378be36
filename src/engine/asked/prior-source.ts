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
  /** What it was last year: two of one scope but of different lines were put together since then. */
  readonly line: string;
}

/** A list of figures as a source of amounts. Codes that a list of codes does not name were nothing last year. */
export function priorSource(entries: readonly PriorEntry[], dimensions: ResolvedDimensions): Source {
  const codes = dimensions.list.filter(({ kind }) => kind === 'code').map(({ id }) => id);
  const byKey = new Map<string, PriorEntry[]>();
  for (const entry of entries) byKey.set(entry.scope.key, [...(byKey.get(entry.scope.key) ?? []), entry]);

  const exact = (scope: Scope): Told | 'unreadable' | undefined => {
    const same = byKey.get(scope.key);
    if (!same) return undefined;
    // The same line written twice is one figure; the one that says something.
    const lines = same.filter(
      (entry) =>
        entry ===
        (same.find(({ line, blank }) => line === entry.line && !blank) ?? same.find(({ line }) => line === entry.line)),
    );
    return lines.some(({ value, blank }) => value === undefined && !blank) ? 'unreadable' : sum(lines);
  };

  /** Out of the codes below, the topmost ones of them; zero where codes are listed but none of these. */
  const byCodes = (scope: Scope): Told | undefined => {
    const dimension = codes.find((id) => scope.at[id] !== undefined);
    const code = dimension === undefined ? undefined : scope.at[dimension];
    if (dimension === undefined || code === undefined) return undefined;
    const base = withMembers(scope, { [dimension]: undefined }).key;
    const listed = entries.filter(
      (entry) =>
        entry.scope.at[dimension] !== undefined && withMembers(entry.scope, { [dimension]: undefined }).key === base,
    );
    if (listed.length === 0) return undefined;
    const below = listed.filter((entry) => entry.scope.at[dimension]?.startsWith(code));
    const top = below.filter(
      (entry) => !below.some((other) => isAbove(other.scope.at[dimension], entry.scope.at[dimension])),
    );
    return top.some(({ value, blank }) => value === undefined && !blank) ? undefined : sum(top);
  };

  /** Out of the parts of a member, as far as the list knows them. */
  const byParts = (scope: Scope): Told | undefined => {
    for (const dimension of dimensions.list) {
      if (dimension.kind !== 'members') continue;
      const member = scope.at[dimension.id];
      const parts =
        member === undefined ? dimension.whole : (dimension.members.find(({ is }) => is === member)?.parts ?? []);
      const told = parts.flatMap((part) => exactly(scopeAt(scope.at, { [dimension.id]: part })) ?? []);
      if (told.length > 1) return together(told);
    }
    return undefined;
  };
  const exactly = (scope: Scope): Told | undefined => {
    const found = exact(scope);
    return found === 'unreadable' ? undefined : found;
  };

  return {
    told(members) {
      const scope = scopeOf(members);
      const found = exact(scope);
      if (found === 'unreadable') return undefined;
      return found ?? byCodes(scope) ?? byParts(scope);
    },
    points: (within, wanted) => pointsOf(entries, within, wanted, new Set(codes)),
  };
}

function isAbove(code: Member | undefined, other: Member | undefined): boolean {
  return code !== undefined && other !== undefined && code.length < other.length && other.startsWith(code);
}

function sum(entries: readonly PriorEntry[]): Told {
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
