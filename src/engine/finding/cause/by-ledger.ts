import { Decimal } from 'decimal.js';
import type { Figure } from '../../book/book';
import type { Evaluated } from '../../equation/evaluate';
import type { LedgerEvidence } from '../../ledger-evidence/evidence';
import { rankExplanations } from '../../localise/mistakes';
import type { Change, Row } from '../../localise/system';
import type { Steps } from '../../steps/steps';
import type { FailedEquation } from '../equation-findings';
import { ledgerSays } from '../ledger-says';
import { mistakeGroup } from './cell-groups';
import { clustersOf } from './clusters';
import { countedClaims } from './counted';
import type { Following } from './follow';
import type { CauseGroup } from './group';
import type { Evidence } from './knowledge';
import { modelOf, type Model } from './model';
import { wayOf } from './ways';

/** The tables ask for just the amount that the ledger gives, digit for digit. */
const BY_LEDGER = 0.98;

/** So many figures at once are tried; of more than these that differ in one place only each by itself, and all together. */
const MOST_AT_ONCE = 3;
const MOST_TO_COMBINE = 16;
/** More than these together are no slips. */
const MOST_TOGETHER = 8;

/**
 * Failed equations that hold once figures which differ from the ledger hold what it gives, while none that holds breaks: those figures
 * are wrong. The fewest of them are taken, and only where no others as few would do. What is explained is taken out of `open`.
 */
export function* ledgerGroups(
  open: Set<FailedEquation>,
  evaluated: readonly Evaluated[],
  following: Following,
  evidence: Evidence & { readonly ledger: LedgerEvidence },
): Steps<readonly CauseGroup[]> {
  const { differing } = evidence.ledger;
  const differingIn = ({ equation }: FailedEquation): readonly Figure[] =>
    differing.size === 0 ? [] : [...following.answerOf(equation).keys()].filter((figure) => differing.has(figure));
  const touched = [...open].filter((member) => differingIn(member).length > 0);
  if (touched.length === 0) return [];
  const model = yield* modelOf([...open], evaluated, following, evidence);
  yield;
  const trial = new Trial(model, evidence.ledger);
  const groups: CauseGroup[] = [];
  for (const cluster of clustersOf(touched, differingIn)) {
    // What mends one of two sets may need figures of the other, and then mends both.
    for (const variables of trial.repairsOf(cluster.filter((member) => open.has(member)))) {
      const members = touched.filter((member) => open.has(member) && trial.touches(member, variables));
      const found = groupsFor(variables.map(trial.changeOf), members, model, following, evidence.ledger);
      groups.push(...found);
      for (const group of found) for (const member of group.members) open.delete(member);
    }
    yield;
  }
  return groups;
}

/** Tries what becomes of the equations when figures hold what the ledger gives. */
class Trial {
  private readonly variables = new Map<Figure, number>();

  constructor(
    private readonly model: Model,
    private readonly ledger: LedgerEvidence,
  ) {
    model.figures.forEach((figure, variable) => {
      if (ledger.differing.has(figure)) this.variables.set(figure, variable);
    });
  }

  readonly changeOf = (variable: number): Change => ({
    variable,
    to: { kind: 'value', value: this.told(variable), exact: true },
  });

  touches(member: FailedEquation, variables: readonly number[]): boolean {
    const row = this.model.system.rows[this.model.rowsOf.get(member) ?? -1];
    return row?.terms.some(({ variable }) => variables.includes(variable)) === true;
  }

  /** The fewest figures that mend equations of a cluster, set by set; nothing of what several such sets would mend alike. */
  repairsOf(cluster: readonly FailedEquation[]): readonly (readonly number[])[] {
    const { rowsOf } = this.model;
    const left = new Set(cluster.flatMap((member) => rowsOf.get(member) ?? []));
    const found: (readonly number[])[] = [];
    for (let size = 1; size <= MOST_TOGETHER && left.size > 0; size++) {
      const among = this.candidatesIn(left);
      if (among.length < size) break;
      if (size > (among.length <= MOST_TO_COMBINE ? MOST_AT_ONCE : 1) && size !== among.length) continue;
      const mending = [...combinations(among, size)].flatMap((set) => {
        const mended = this.mendedBy(set, left);
        return mended.length > 0 ? [{ set, mended }] : [];
      });
      for (const { set, mended } of mending) {
        const rivals = mending.filter((other) => other.mended.some((row) => mended.includes(row)));
        if (rivals.length === 1) found.push(set);
        for (const row of mended) left.delete(row);
      }
    }
    if (left.size === 0) return found;
    const bound = this.boundTo(left);
    const mended = bound.length > MOST_TOGETHER ? [] : this.mendedBy(bound, left);
    return mended.length > 0 ? [...found, bound] : found;
  }

  /** All that rows bind to the figures of these rows, however far away: an amount moved to another row is off in each of its sums. */
  private boundTo(rows: Iterable<number>): readonly number[] {
    let bound = this.candidatesIn(rows);
    for (let size = -1; size < bound.length && bound.length <= MOST_TOGETHER;) {
      size = bound.length;
      bound = this.candidatesIn(bound.flatMap((variable) => this.model.columns()[variable] ?? []));
    }
    return bound;
  }

  /** Figures of these rows that differ from the ledger, and those that rows which hold bind to them. */
  private candidatesIn(rows: Iterable<number>): readonly number[] {
    const { columns, system } = this.model;
    const differing = new Set(this.variables.values());
    const inRows = (of: Iterable<number>): readonly number[] =>
      [...of].flatMap((row) =>
        (system.rows[row]?.terms ?? []).flatMap(({ variable }) => (differing.has(variable) ? [variable] : [])),
      );
    const near = new Set(inRows(rows));
    return [...new Set([...near, ...inRows(new Set([...near].flatMap((variable) => columns()[variable] ?? [])))])];
  }

  /** The failed rows that hold with these figures changed; none where another that they touch does not. */
  private mendedBy(set: readonly number[], left: ReadonlySet<number>): readonly number[] {
    const { columns, system } = this.model;
    const rows = [...new Set(set.flatMap((variable) => columns()[variable] ?? []))];
    const mended: number[] = [];
    for (const index of rows) {
      const row = system.rows[index];
      if (!row) continue;
      if (!this.holds(row, set)) return [];
      if (left.has(index)) mended.push(index);
    }
    return mended;
  }

  private holds({ terms, op, constant = ZERO, slack = ZERO, holds }: Row, changed: readonly number[]): boolean {
    const after = (variable: number): Decimal =>
      changed.includes(variable) ? this.told(variable) : this.held(variable);
    let sum = ZERO;
    let change = ZERO;
    for (const { variable, coefficient } of terms) {
      const times = coefficient.toString();
      sum = sum.plus(after(variable).times(times));
      if (changed.includes(variable)) change = change.plus(after(variable).minus(this.held(variable)).times(times));
    }
    if (holds && op === '=' && slack.isZero()) return change.isZero();
    const apart = sum.minus(constant);
    return op === '=' ? apart.abs().lessThanOrEqualTo(slack) : apart.plus(slack).greaterThanOrEqualTo(0);
  }

  private held(variable: number): Decimal {
    return this.model.figures[variable]?.value ?? ZERO;
  }

  private told(variable: number): Decimal {
    const figure = this.model.figures[variable];
    return (figure && this.ledger.differing.get(figure)?.told.value) ?? ZERO;
  }
}

const ZERO = new Decimal(0);

function* combinations(of: readonly number[], size: number, from = 0): Generator<readonly number[]> {
  if (size === 0) yield [];
  else
    for (let at = from; at <= of.length - size; at++)
      for (const rest of combinations(of, size - 1, at + 1)) yield [of[at] as number, ...rest];
}

/** The changes as the mistakes that they undo, each with the equations that fail by it. */
function groupsFor(
  changes: readonly Change[],
  members: readonly FailedEquation[],
  model: Model,
  following: Following,
  { ledger, differing }: LedgerEvidence,
): readonly CauseGroup[] {
  const [ranked] = rankExplanations([changes], model.known);
  const [way] = ranked && members.length > 0 ? wayOf(ranked, model.figures) : [];
  const claims = (way?.mistakes ?? []).map(
    (mistake) => ({ kind: 'mistake', mistake, byDigits: 'none', unlikely: [] }) as const,
  );
  return countedClaims(claims, members, following).flatMap(
    ({ claim, members: own, settles }): readonly CauseGroup[] => {
      if (claim.kind === 'tie') return [];
      const { repairs } = claim.mistake;
      const symptoms = {
        members: own,
        settles,
        reachedBy: (member: FailedEquation) =>
          repairs.filter(({ figure }) => following.answerOf(member.equation).has(figure)),
      };
      const group = mistakeGroup(claim.mistake, symptoms, { determined: true, confidence: BY_LEDGER }, []);
      const { facts } = group.cause;
      if (!ledger || (facts.code !== 'cell-determined' && facts.code !== 'cells-determined')) return [group];
      const speaker = repairs[facts.code === 'cells-determined' && facts.how === 'misplaced' ? 1 : 0];
      const said = speaker && differing.get(speaker.figure);
      if (!said) return [group];
      return [{ ...group, cause: { ...group.cause, facts: { ...facts, ledger: ledgerSays(said, ledger.sheet) } } }];
    },
  );
}
