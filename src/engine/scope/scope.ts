/** A dimension of meaning: flow, fund, functional … The edition says which there are. */
export type DimensionId = string;

/** A member of a dimension, in the document's own words (一般公共预算, 基本支出) or a code (2010301). */
export type Member = string;

/** A point in some dimensions: what a declaration or a question says of a figure. */
export type Members = Readonly<Record<DimensionId, Member>>;

/**
 * What a figure covers (口径): a point in a few dimensions. A dimension that is not mentioned means the whole.
 * Two scopes are the same if and only if their keys are equal.
 */
export interface Scope {
  readonly key: string;
  readonly at: Readonly<Record<DimensionId, Member>>;
}

/** The scope at the given members; the order in which they are given does not matter. */
export function scopeOf(at: Readonly<Record<DimensionId, Member>>): Scope {
  // Joined, not added up: a string that was added up keeps all its pieces in memory until somebody compares it.
  const pieces: string[] = [];
  for (const dimension of sortedDimensions(at)) pieces.push(dimension, '=', at[dimension] ?? '', ';');
  return { key: pieces.join(''), at };
}

/** Put in one by one: they are few, mostly in order, and a scope is made for every figure and term. */
function sortedDimensions(at: Members): readonly DimensionId[] {
  const sorted: DimensionId[] = [];
  for (const dimension in at) {
    let place = sorted.length;
    while (place > 0 && (sorted[place - 1] as DimensionId) > dimension) place--;
    if (place === sorted.length) sorted.push(dimension);
    else sorted.splice(place, 0, dimension);
  }
  return sorted;
}

/** The same scope at other members; a member of undefined widens the dimension to the whole. */
export function withMembers(scope: Scope, changes: Readonly<Record<DimensionId, Member | undefined>>): Scope {
  const at: Record<DimensionId, Member> = {};
  for (const [dimension, member] of Object.entries(scope.at)) {
    if (!(dimension in changes)) at[dimension] = member;
  }
  for (const [dimension, member] of Object.entries(changes)) {
    if (member !== undefined) at[dimension] = member;
  }
  return scopeOf(at);
}

/** The scope at the members of all parts together; of a dimension in several of them the last one counts. */
export function scopeAt(...parts: readonly Members[]): Scope {
  return scopeOf(membersAt(...parts));
}

/** The same point without a key, for those who only ask on: a part that adds nothing leaves the first one as it is. */
export function membersAt(...parts: readonly Members[]): Members {
  const some = parts.filter(saysSomething);
  if (some.length === 1 && some[0]) return some[0];
  // Set one by one: objects made by spreading have a hidden class each, which takes more memory than their contents.
  const at: Record<DimensionId, Member> = {};
  for (const part of some) for (const dimension in part) at[dimension] = part[dimension] ?? '';
  return at;
}

function saysSomething(members: Members): boolean {
  for (const dimension in members) if (members[dimension] !== undefined) return true;
  return false;
}
