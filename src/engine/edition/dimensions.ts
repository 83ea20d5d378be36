import type { Dimension } from './edition';

/** The dimensions of an edition, ready to be asked what a member is a part of. */
export interface ResolvedDimensions {
  readonly list: readonly Dimension[];
  readonly byId: ReadonlyMap<string, Dimension>;
  /** Dimension of each declared member's name. */
  readonly dimensionOf: ReadonlyMap<string, string>;
  /**
   * What a member is a part of: another member, '' for the whole, undefined where it is a part of nothing (收入 and 支出 are
   * no parts of a whole; the three public expenses are a view of their own).
   */
  parentOf(dimension: string, member: string): string | undefined;
  /** The declared members that a member, or the whole of a dimension (''), is divided into; none where it is divided no further. */
  partsOf(dimension: string, member: string): readonly string[];
}

/** Indexes dimensions; `problems` receives members declared twice or parts that do not exist. */
export function resolveDimensions(list: readonly Dimension[], problems: string[]): ResolvedDimensions {
  const byId = new Map(list.map((dimension) => [dimension.id, dimension]));
  const dimensionOf = new Map<string, string>();
  const parents = new Map<string, Map<string, string>>();
  for (const dimension of list) {
    if (dimension.kind !== 'members') continue;
    const names = new Set(dimension.members.map((member) => member.is));
    const parentOfMember = new Map<string, string>();
    const claim = (part: string, parent: string, path: string): void => {
      if (!names.has(part)) problems.push(`${path}: no member "${part}" in dimension ${dimension.id}`);
      if (parentOfMember.has(part)) problems.push(`${path}: "${part}" is a part of two wholes`);
      parentOfMember.set(part, parent);
    };
    for (const part of dimension.whole) claim(part, '', `dimensions.${dimension.id}.whole`);
    for (const member of dimension.members) {
      const known = dimensionOf.get(member.is);
      if (known !== undefined)
        problems.push(`dimensions.${dimension.id}: member "${member.is}" stands in ${known} too`);
      dimensionOf.set(member.is, dimension.id);
      for (const part of member.parts ?? []) claim(part, member.is, `dimensions.${dimension.id}.${member.is}`);
    }
    parents.set(dimension.id, parentOfMember);
  }
  return {
    list,
    byId,
    dimensionOf,
    parentOf(dimension, member) {
      const declared = byId.get(dimension);
      if (declared?.kind === 'code') return member.length > 3 ? member.slice(0, member.length - 2) : '';
      if (declared?.kind === 'open') return '';
      return parents.get(dimension)?.get(member);
    },
    partsOf(dimension, member) {
      const declared = byId.get(dimension);
      if (declared?.kind !== 'members') return [];
      return member === '' ? declared.whole : (declared.members.find(({ is }) => is === member)?.parts ?? []);
    },
  };
}
