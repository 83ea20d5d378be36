import type { Evaluated } from '../../equation/evaluate';
import { Localiser } from '../../localise/localise';
import type { Group } from '../../localise/system';
import type { CellRef } from '../../snapshot/address';
import type { Steps } from '../../steps/steps';
import { figuresOf, type FailedEquation } from '../equation-findings';
import {
  cellsForEquations,
  cellsForMistakes,
  mostCellsFor,
  MOST_ALTERNATIVES,
  MOST_TRIES_IN_ALL,
  MOST_WORK,
  MOST_WORK_APART,
  MOST_WORK_ON_PAIRS,
  MOST_WORK_WITHIN_TABLES,
  purseOf,
  WORK_AN_EQUATION,
  type Purse,
} from './bounds';
import { clustersOf } from './clusters';
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
/** Where equations with other tables go on failing all the same. */
const DESPITE_OTHERS = 0.9;

/** What is explained, and the failed equations of which it is not known in the work allowed whether anything explains them. */
export interface Explained {
  readonly groups: readonly CauseGroup[];
  readonly open: readonly FailedEquation[];
  /** Steps of work done, to be compared with `mostWorkOn`. */
  readonly work: number;
}

/**
 * Explains failed equations by the fewest cells that must be changed for all of them to hold while none that holds breaks.
 * What has no such explanation together, or is too hard, is explained in parts: first those that share figures by themselves, then
 * what the tables say each within itself, since two tables on different bases never agree. One hard place is no reason to say nothing
 * of the others.
 */
export function* cellGroups(
  failed: readonly FailedEquation[],
  evaluated: readonly Evaluated[],
  following: Following,
  evidence: Evidence,
): Steps<Explained> {
  if (failed.length === 0) return { groups: [], open: [], work: 0 };
  const model = yield* modelOf(failed, evaluated, following, evidence);
  const search = new CellSearch(model, yield* Localiser.of(model.system), following);
  yield;
  const together = yield* search.explain(failed, MOST_WORK, TOGETHER);
  const apart = purseOf(MOST_WORK_APART + failed.length * WORK_AN_EQUATION);
  const each = yield* search.explainApart(togetherIn(together), apart, BY_CELLS);
  const left = yield* search.explainApart(togetherIn(each), purseOf(MOST_WORK_ON_PAIRS), BY_PAIRS);
  const within = togetherIn(left.filter(isWithinTable));
  yield* search.explainApart(within, purseOf(MOST_WORK_WITHIN_TABLES), WITHIN_TABLES);
  return { groups: withoutEmptiedRows(search.groups), open: search.open(failed), work: search.work };
}

const isWithinTable = ({ equation }: FailedEquation): boolean => equation.because.kind === 'parts';

/** How an explanation is looked for. */
interface Manner {
  readonly name: string;
  readonly mostCells: (failed: number) => number;
  /** Whether others that fail and share figures are left aside: they go on failing. */
  readonly despiteOthers: boolean;
}

const TOGETHER: Manner = { name: 'together', mostCells: () => Infinity, despiteOthers: false };
const BY_CELLS: Manner = { name: 'cells', mostCells: cellsForEquations, despiteOthers: false };
const BY_PAIRS: Manner = { name: 'pairs', mostCells: cellsForMistakes, despiteOthers: false };
const WITHIN_TABLES: Manner = { name: 'within', mostCells: cellsForEquations, despiteOthers: true };

class CellSearch {
  readonly groups: CauseGroup[] = [];
  work = 0;
  private readonly tries = purseOf(MOST_TRIES_IN_ALL);
  private readonly tried = new Set<string>();
  /** Where the search did not come to its end. */
  private readonly unproved = new Set<FailedEquation>();

  constructor(
    private readonly model: Model,
    private readonly localiser: Localiser,
    private readonly following: Following,
  ) {}

  open(failed: readonly FailedEquation[]): readonly FailedEquation[] {
    return failed.filter((member) => this.unproved.has(member));
  }

  /** Explains what it can of some failed equations; gives those of which it can not. */
  *explain(
    among: readonly FailedEquation[],
    maxWork: number,
    { name, mostCells, despiteOthers }: Manner,
  ): Steps<readonly FailedEquation[]> {
    const rows = among.flatMap((member) => this.model.rowsOf.get(member) ?? []).sort((a, b) => a - b);
    const key = `${name} ${rows.join()}`;
    if (
      this.tried.has(key) ||
      maxWork <= 0 ||
      (name === 'pairs' && rows.length < 3) ||
      (despiteOthers && rows.length < 2)
    )
      return among;
    this.tried.add(key);
    const options = { maxWork, maxAlternatives: MOST_ALTERNATIVES, guess: false, mostCells };
    const { groups, work } = yield* this.localiser.explain(options, rows);
    this.work += work;
    const left: FailedEquation[] = [];
    for (const group of groups) {
      const members = membersOf(group, this.model);
      const found =
        (despiteOthers && members.length < 2) || !isExplained(group, members)
          ? []
          : yield* groupsOf(group, members, { model: this.model, following: this.following, tries: this.tries });
      yield;
      this.groups.push(...(despiteOthers ? found.map(lessSure) : found));
      if (name === 'together' || name === 'cells') this.note(members, group.proved);
      if (!isExplained(group, members)) left.push(...members);
    }
    return left;
  }

  /** The same of several sets one after the other, small ones first: what one leaves of its share of the work the next ones have. */
  *explainApart(
    sets: readonly (readonly FailedEquation[])[],
    purse: Purse,
    manner: Manner,
  ): Steps<readonly FailedEquation[]> {
    const left: FailedEquation[] = [];
    const inOrder = [...sets].sort((a, b) => a.length - b.length);
    for (const [index, set] of inOrder.entries()) {
      const before = this.work;
      left.push(...(yield* this.explain(set, purse.share(inOrder.length - index), manner)));
      purse.pay(this.work - before);
    }
    return left;
  }

  private note(members: readonly FailedEquation[], isProved: boolean): void {
    for (const member of members)
      if (isProved) this.unproved.delete(member);
      else this.unproved.add(member);
  }
}

/** What other equations go on failing after. */
const lessSure = (group: CauseGroup): CauseGroup => {
  const { cause, suspectOf } = group;
  const capped = (confidence: number): number => Math.min(confidence, DESPITE_OTHERS);
  return {
    ...group,
    cause: { ...cause, confidence: capped(cause.confidence) },
    ...(suspectOf
      ? {
          suspectOf: (member: FailedEquation) => {
            const suspect = suspectOf(member);
            return { ...suspect, confidence: capped(suspect.confidence) };
          },
        }
      : {}),
  };
};

/** By cells of which a search of these equations alone would have it that they can always be made to fit, nothing is explained. */
const isExplained = ({ alternatives: [first] }: Group, { length }: readonly FailedEquation[]): boolean =>
  first !== undefined && first.length <= mostCellsFor(length);

const membersOf = ({ rows }: Group, { failedAt }: Model): readonly FailedEquation[] =>
  rows.flatMap((row) => failedAt[row] ?? []);

interface Means {
  readonly model: Model;
  readonly following: Following;
  readonly tries: Purse;
}

function* groupsOf(
  group: Group,
  members: readonly FailedEquation[],
  { model, following, tries }: Means,
): Steps<readonly CauseGroup[]> {
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
  const isRowForRow = mayBeAnotherRow(claims, members.length - unknowns);
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
    const isOpen = byDigits === 'clear' || isRowForRow;
    const limit = isOpen ? BY_DIGITS : byDigits === 'certain' ? BY_CERTAIN_DIGITS : 1;
    const certainty = { determined: !isOpen, confidence: Math.min(byEquations, limit) };
    return mistakeGroup(mistake, symptoms, certainty, unlikely);
  });
}

/**
 * Whether two amounts of one row, which nothing but the equations gives, make up for what a row that is missing altogether would hold:
 * its columns fail by as much as their sums do, and which of the rows is given the rest is all one.
 */
function mayBeAnotherRow(claims: readonly Claim[], redundancy: number): boolean {
  if (redundancy > 1) return false;
  const unknown = claims.flatMap((claim) =>
    claim.kind === 'tie' || claim.mistake.unknowns === 0 ? [] : claim.mistake,
  );
  const repairs = unknown.flatMap((mistake) => mistake.repairs);
  // Of two slips of the hand each speaks for itself.
  const areSlips = unknown.every(({ kind }) => kind !== 'other' && kind !== 'omission');
  return repairs.length > 1 && !areSlips && new Set(repairs.map(({ figure }) => rowKey(figure.cell))).size === 1;
}

/** The more equations agree beyond what is needed, the surer; a slip of the hand that explains the digits adds to it. */
function confidenceOf(redundancy: number, explains: boolean): number {
  if (redundancy >= 2) return explains ? 0.98 : 0.95;
  return explains ? 0.95 : 0.9;
}

/** Failed equations that hang together by the figures they share. */
const togetherIn = (failed: readonly FailedEquation[]): readonly (readonly FailedEquation[])[] =>
  clustersOf(failed, figuresOf);

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
