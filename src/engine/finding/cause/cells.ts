import type { Figure } from '../../book/book';
import type { Evaluated } from '../../equation/evaluate';
import { localise } from '../../localise/localise';
import type { Group } from '../../localise/system';
import type { CellRef } from '../../snapshot/address';
import { figuresOf, type FailedEquation } from '../equation-findings';
import { mistakeGroup, tieGroup } from './cell-groups';
import { claimsOf, type Claim } from './claims';
import { countedClaims, unknownsOf } from './counted';
import type { Following } from './follow';
import type { CauseGroup } from './group';
import type { Evidence } from './knowledge';
import { modelOf, type Model } from './model';
import { groupsOfOne } from './one-equation';
import { waysOf } from './ways';

/** Steps of the search (about a tenth of a second): enough for the errors that people make, few enough that nobody waits. What is not settled by then is said to be open. */
const MOST_WORK = 400_000;
/** Every row of a table may hold two exchanged figures of two columns; only digits tell which. */
const MOST_ALTERNATIVES = 100;
/** Where the digits had to decide between several ways: clearly, and beyond doubt. */
const BY_DIGITS = 0.8;
const BY_CERTAIN_DIGITS = 0.9;

/**
 * Explains failed equations by the fewest cells that must be changed for all of them to hold while none that holds breaks.
 * Where that is too hard for some of them together, those of these that share figures are explained by themselves: one hard place
 * is no reason to say nothing of the others.
 */
export function cellGroups(
  failed: readonly FailedEquation[],
  evaluated: readonly Evaluated[],
  following: Following,
  evidence: Evidence,
): readonly CauseGroup[] {
  const explain = (some: readonly FailedEquation[], maxWork: number): Explained =>
    explained(modelOf(some, evaluated, following, evidence), following, maxWork);
  if (failed.length === 0) return [];
  const { groups, open } = explain(failed, MOST_WORK);
  const clusters = clustersOf(open).sort((a, b) => a.length - b.length);
  if (clusters.length < 2) return withoutEmptiedRows(groups);
  const work = MOST_WORK / clusters.length;
  const apart = clusters.flatMap((cluster) => explain(cluster, work).groups);
  return withoutEmptiedRows([...groups, ...apart]);
}

/** What is explained, and the failed equations of which it is not known in the work allowed whether that is all. */
interface Explained {
  readonly groups: readonly CauseGroup[];
  readonly open: readonly FailedEquation[];
}

function explained(model: Model, following: Following, maxWork: number): Explained {
  const { groups } = localise(model.system, { maxWork, maxAlternatives: MOST_ALTERNATIVES, guess: false });
  return {
    groups: groups.flatMap((group) => groupsOf(group, model, following)),
    open: groups.flatMap((group) => (group.proved ? [] : membersOf(group, model))),
  };
}

const membersOf = ({ rows }: Group, { failedAt }: Model): readonly FailedEquation[] =>
  rows.flatMap((row) => failedAt[row] ?? []);

function groupsOf(group: Group, model: Model, following: Following): readonly CauseGroup[] {
  const members = membersOf(group, model);
  if (members.length === 0) return [];
  const ways = waysOf(group, members, model);
  const [first] = ways;
  const [only, another] = members;
  if (only && !another) return first ? groupsOfOne(only, ways) : [];
  return groupsOfClaims(claimsOf(ways, members, following), members, following);
}

function groupsOfClaims(
  claims: readonly Claim[],
  members: readonly FailedEquation[],
  following: Following,
): readonly CauseGroup[] {
  const unknowns = unknownsOf(claims);
  return countedClaims(claims, members, following).map(({ claim, members: own, settles }) => {
    if (claim.kind === 'tie') return tieGroup(claim.ways, own);
    const { mistake, unlikely, byDigits } = claim;
    const symptoms = {
      members: own,
      settles,
      reachedBy: (member: FailedEquation) =>
        mistake.repairs.filter(({ figure }) => following.answerOf(member.equation).has(figure)),
    };
    const byEquations = confidenceOf(members.length - unknowns, mistake.kind !== 'other');
    const limit = { none: 1, clear: BY_DIGITS, certain: BY_CERTAIN_DIGITS }[byDigits];
    const certainty = { determined: byDigits !== 'clear', confidence: Math.min(byEquations, limit) };
    return mistakeGroup(mistake, symptoms, certainty, unlikely);
  });
}

/** The more equations agree beyond what is needed, the surer; a slip of the hand that explains the digits adds to it. */
function confidenceOf(redundancy: number, explains: boolean): number {
  if (redundancy >= 2) return explains ? 0.98 : 0.95;
  return explains ? 0.95 : 0.9;
}

/** Failed equations that hang together by the figures they share. */
function clustersOf(failed: readonly FailedEquation[]): (readonly FailedEquation[])[] {
  let clusters: { readonly members: FailedEquation[]; readonly figures: Set<Figure> }[] = [];
  for (const member of failed) {
    const own = figuresOf(member);
    const touching = clusters.filter(({ figures }) => own.some((figure) => figures.has(figure)));
    const merged = {
      members: [...touching.flatMap(({ members }) => members), member],
      figures: new Set([...touching.flatMap(({ figures }) => [...figures]), ...own]),
    };
    clusters = [...clusters.filter((cluster) => !touching.includes(cluster)), merged];
  }
  return clusters.map(({ members }) => members);
}

/**
 * A row under a wrong code looks as if all of its money should not be there: that is no reason to delete it. One amount that
 * was typed where nothing belongs is another matter.
 */
function withoutEmptiedRows(groups: readonly CauseGroup[]): readonly CauseGroup[] {
  const emptied = new Map<string, number>();
  const emptiedBy = ({ repaired = [] }: CauseGroup): readonly string[] =>
    repaired.every(({ value }) => value.isZero()) ? repaired.map(({ figure }) => rowKey(figure.cell)) : [];
  for (const row of groups.flatMap(emptiedBy)) emptied.set(row, (emptied.get(row) ?? 0) + 1);
  return groups.filter((group) => emptiedBy(group).every((row) => emptied.get(row) === 1));
}

const rowKey = (cell: CellRef): string => `${cell.sheet}!${cell.row}`;
