import { cellKey } from '../../snapshot/address';
import type { FindingFacts } from '../facts';
import { causeFor, gravestOf, type CauseGroup } from './group';

type OfOneCell = Extract<FindingFacts, { readonly code: 'cell-determined' }>;

/**
 * Causes that are one and the same cell, found of equations that were looked at apart, are one. Where they would have it hold
 * different amounts, the one that more of the equations speak for is said, and the others are left to be said as they stand.
 */
export function oncePerCell(groups: readonly CauseGroup[]): readonly CauseGroup[] {
  const byCell = new Map<string, CauseGroup[]>();
  for (const group of groups) {
    const facts = factsOf(group);
    if (!facts) continue;
    const key = cellKey(facts.cell.cell);
    byCell.set(key, [...(byCell.get(key) ?? []), group]);
  }
  const instead = new Map<CauseGroup, CauseGroup | undefined>();
  for (const same of byCell.values()) {
    if (same.length < 2) continue;
    const amounts = new Map<string, CauseGroup[]>();
    for (const group of same) {
      const expected = factsOf(group)?.expected ?? '';
      amounts.set(expected, [...(amounts.get(expected) ?? []), group]);
    }
    const [most = []] = [...amounts.values()].sort((a, b) => countOf(b) - countOf(a));
    for (const group of same) instead.set(group, undefined);
    const [first] = most;
    if (first) instead.set(first, most.length > 1 ? joined(most) : first);
  }
  return groups.flatMap((group) => (instead.has(group) ? (instead.get(group) ?? []) : [group]));
}

function factsOf({ cause: { facts } }: CauseGroup): OfOneCell | undefined {
  return facts.code === 'cell-determined' ? facts : undefined;
}

const countOf = (groups: readonly CauseGroup[]): number =>
  groups.reduce((count, { members }) => count + members.length, 0);

function joined(groups: readonly CauseGroup[]): CauseGroup {
  const surest = [...groups].sort((a, b) => b.cause.confidence - a.cause.confidence);
  const [best] = surest;
  const facts = best && factsOf(best);
  if (!best || !facts) throw new Error('no causes to be made one');
  const members = groups.flatMap((group) => group.members);
  const { confidence } = best.cause;
  const determined = groups.find(({ cause }) => cause.determined)?.cause;
  const { alternatives } = determined ?? best.cause;
  return {
    ...best,
    members,
    cause: causeFor(
      'cell',
      members,
      { ...facts, settles: members.length },
      {
        severity: gravestOf(members),
        determined: determined !== undefined,
        confidence,
        alternatives,
      },
    ),
  };
}
