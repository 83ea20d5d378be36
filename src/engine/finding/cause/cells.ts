import type { Figure } from '../../book/book';
import type { Evaluated } from '../../equation/evaluate';
import { Localiser } from '../../localise/localise';
import type { Group } from '../../localise/system';
import type { CellRef } from '../../snapshot/address';
import type { Steps } from '../../steps/steps';
import { figuresOf, type FailedEquation } from '../equation-findings';
import {
  MOST_ALTERNATIVES,
  MOST_TRIES_IN_ALL,
  MOST_WORK,
  MOST_WORK_APART,
  purseOf,
  WORK_AN_EQUATION,
  type Purse,
} from './bounds';
import { mistakeGroup, tieGroup } from './cell-groups';
import { claimsOf, type Claim } from './claims';
import { countedClaims, unknownsOf } from './counted';
import type { Following } from './follow';
import type { CauseGroup } from './group';
import type { Evidence } from './knowledge';
import { modelOf, type Model } from './model';
import { groupsOfOne } from './one-equation';
import { waysOf } from './ways';

/** Where the digits had to decide between several ways: clearly, and beyond doubt. */
const BY_DIGITS = 0.8;
const BY_CERTAIN_DIGITS = 0.9;

/** What is explained, and the failed equations of which it is not known in the work allowed whether anything explains them. */
export interface Explained {
  readonly groups: readonly CauseGroup[];
  readonly open: readonly FailedEquation[];
  /** Steps of work done, to be compared with `mostWorkOn`. */
  readonly work: number;
}

/**
 * Explains failed equations by the fewest cells that must be changed for all of them to hold while none that holds breaks.
 * Where that is too hard for some of them together, those of these that share figures are explained by themselves: one hard place
 * is no reason to say nothing of the others.
 */
export function* cellGroups(
  failed: readonly FailedEquation[],
  evaluated: readonly Evaluated[],
  following: Following,
  evidence: Evidence,
): Steps<Explained> {
  if (failed.length === 0) return { groups: [], open: [], work: 0 };
  const model = yield* modelOf(failed, evaluated, following, evidence);
  const localiser = yield* Localiser.of(model.system);
  yield;
  const tries = purseOf(MOST_TRIES_IN_ALL);
  const explain = function* (among: readonly FailedEquation[], maxWork: number) {
    const options = { maxWork, maxAlternatives: MOST_ALTERNATIVES, guess: false };
    const rows = among.flatMap((member) => model.rowsOf.get(member) ?? []);
    const { groups, work } = yield* localiser.explain(options, rows);
    const found: CauseGroup[] = [];
    for (const group of groups) {
      found.push(...(yield* groupsOf(group, model, following, tries)));
      yield;
    }
    const open = groups.flatMap((group) => (group.proved ? [] : membersOf(group, model)));
    return { groups: found, open, work };
  };
  const { groups, open, work } = yield* explain(failed, MOST_WORK);
  const clusters = clustersOf(open).sort((a, b) => a.length - b.length);
  if (clusters.length < 2) return { groups: withoutEmptiedRows(groups), open, work };
  const purse = purseOf(MOST_WORK_APART + open.length * WORK_AN_EQUATION);
  const all = [...groups];
  const left: FailedEquation[] = [];
  let spent = work;
  for (const [index, cluster] of clusters.entries()) {
    const apart = yield* explain(cluster, purse.share(clusters.length - index));
    purse.pay(apart.work);
    spent += apart.work;
    all.push(...apart.groups);
    left.push(...apart.open);
  }
  return { groups: withoutEmptiedRows(all), open: left, work: spent };
}

const membersOf = ({ rows }: Group, { failedAt }: Model): readonly FailedEquation[] =>
  rows.flatMap((row) => failedAt[row] ?? []);

function* groupsOf(group: Group, model: Model, following: Following, tries: Purse): Steps<readonly CauseGroup[]> {
  const members = membersOf(group, model);
  if (members.length === 0) return [];
  const ways = yield* waysOf(group, members, model, tries);
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
  const byFigure = new Map<Figure, FailedEquation[]>();
  for (const member of failed) {
    for (const figure of figuresOf(member)) {
      const known = byFigure.get(figure);
      if (known) known.push(member);
      else byFigure.set(figure, [member]);
    }
  }
  const seen = new Set<FailedEquation>();
  return failed.flatMap((start) => {
    if (seen.has(start)) return [];
    // A set that grows while it is walked is walked to its end.
    const cluster = new Set([start]);
    for (const member of cluster) {
      seen.add(member);
      for (const figure of figuresOf(member)) {
        for (const other of byFigure.get(figure) ?? []) cluster.add(other);
        byFigure.delete(figure);
      }
    }
    return [failed.length === cluster.size ? failed : [...cluster]];
  });
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
