import { Decimal } from 'decimal.js';
import { figuresOf, type Book, type Figure } from '../book/book';
import type { Equation } from '../equation/equation';
import type { Evaluated } from '../equation/evaluate';
import { cellKey } from '../snapshot/address';
import type { FailedEquation } from './equation-findings';
import type { FindingFacts } from './facts';
import type { Cause, CauseKind, Finding, Severity } from './finding';
import { findingId } from './id';
import { placeOf, plainAmount, quoted } from './quote';
import { causeOfSlip, slipBetween } from './slip';

/** Findings with the cause each belongs to, and the causes, in the order of the findings. */
export interface Grouped {
  readonly findings: readonly Finding[];
  readonly causes: readonly Cause[];
}

/**
 * Groups failed equations by what lies behind them:
 * 1. a cell for which at least two of them give the same value, more than would break by writing it;
 * 2. one amount under one member here and under another there;
 * 3. two tables that differ by the same amount all along.
 * What is left stands for itself. `evaluated` is everything, since the equations that hold speak for their cells.
 */
export function groupByCause(failed: readonly FailedEquation[], evaluated: readonly Evaluated[], book: Book): Grouped {
  const open = new Set(failed.filter(({ outcome }) => outcome.rank !== 'rounding'));
  const groups = [...cellGroups(open, evaluated), ...misplacedGroups(open), ...basisGroups(open, book)];
  const causeOf = new Map<string, Cause>();
  const suspects = new Map<string, Finding['suspect']>();
  for (const group of groups) {
    for (const member of group.members) {
      causeOf.set(member.finding.id, group.cause);
      if (group.suspect) suspects.set(member.finding.id, group.suspect);
    }
  }
  const findings = failed.map(({ finding }): Finding => {
    const suspect = suspects.get(finding.id);
    const cause = causeOf.get(finding.id) ?? singleCause(finding);
    causeOf.set(finding.id, cause);
    return { ...finding, cause: cause.id, ...(suspect ? { suspect } : {}) };
  });
  return { findings, causes: [...new Set(findings.flatMap((finding) => causeOf.get(finding.id) ?? []))] };
}

/** The cause of a finding that nothing else hangs together with. */
export function singleCause(finding: Finding): Cause {
  return {
    id: findingId('cause', finding.id),
    kind: 'single',
    severity: finding.severity,
    facts: finding.facts,
    determined: false,
    confidence: 0,
    alternatives: [],
    findings: [finding.id],
  };
}

interface Group {
  readonly members: readonly FailedEquation[];
  readonly cause: Cause;
  readonly suspect?: Finding['suspect'];
}

interface Candidate {
  readonly figure: Figure;
  /** In 万元: what all its equations give for the cell. */
  readonly value: Decimal;
  readonly settles: Set<FailedEquation>;
}

/** Cells that several failed equations agree about, the one that settles most first. */
function cellGroups(open: Set<FailedEquation>, evaluated: readonly Evaluated[]): readonly Group[] {
  const candidates = candidatesOf(open);
  const broken = brokenBy(candidates, evaluated);
  const groups: Group[] = [];
  for (;;) {
    const live = candidates
      .map((candidate) => ({ candidate, settles: [...candidate.settles].filter((member) => open.has(member)), breaks: broken.get(candidate) ?? 0 }))
      .filter(({ settles, breaks }) => settles.length >= 2 && settles.length > breaks);
    live.sort((a, b) => b.settles.length - a.settles.length || a.breaks - b.breaks);
    const [best] = live;
    if (!best) return groups;
    const equals = live.filter((other) => other.breaks === best.breaks && sameMembers(other.settles, best.settles));
    groups.push(equals.length === 1 ? determinedGroup(best.candidate, best.settles, best.breaks) : tieGroup(equals.map((tie) => tie.candidate), best.settles));
    for (const member of best.settles) open.delete(member);
  }
}

function candidatesOf(open: ReadonlySet<FailedEquation>): readonly Candidate[] {
  const byCellAndValue = new Map<string, Candidate>();
  for (const member of open) {
    const { equation, outcome } = member;
    if (equation.op !== '=') continue;
    const consider = (figure: Figure, value: Decimal): void => {
      const key = `${cellKey(figure.cell)}\u0000${value.toFixed()}`;
      const known = byCellAndValue.get(key);
      if (known) known.settles.add(member);
      else byCellAndValue.set(key, { figure, value, settles: new Set([member]) });
    };
    for (const figure of equation.left) if (figure.value) consider(figure, figure.value.minus(outcome.difference));
    for (const figure of equation.right) if (figure.value) consider(figure, figure.value.plus(outcome.difference));
  }
  return [...byCellAndValue.values()].filter((candidate) => candidate.settles.size >= 2);
}

/** How many equations that hold now would fail if the candidate's value were written. */
function brokenBy(candidates: readonly Candidate[], evaluated: readonly Evaluated[]): ReadonlyMap<Candidate, number> {
  const byCell = new Map<string, Candidate[]>();
  for (const candidate of candidates) {
    const key = cellKey(candidate.figure.cell);
    byCell.set(key, [...(byCell.get(key) ?? []), candidate]);
  }
  const broken = new Map<Candidate, number>();
  for (const { equation, outcome } of evaluated) {
    if (outcome.kind !== 'passed' && !(outcome.kind === 'failed' && equation.op === '>=')) continue;
    for (const [side, sign] of [[equation.left, 1], [equation.right, -1]] as const) {
      for (const figure of side) {
        for (const candidate of byCell.get(cellKey(figure.cell)) ?? []) {
          if (wouldBreak(equation, figure, candidate, sign)) broken.set(candidate, (broken.get(candidate) ?? 0) + 1);
        }
      }
    }
  }
  return broken;
}

function wouldBreak(equation: Equation, figure: Figure, candidate: Candidate, sign: 1 | -1): boolean {
  if (equation.op === '=') return true;
  const sum = (figures: readonly Figure[]): Decimal => figures.reduce((total, one) => total.plus(one.value ?? 0), new Decimal(0));
  const change = candidate.value.minus(figure.value ?? 0).times(sign);
  return sum(equation.left).minus(sum(equation.right)).plus(change).isNegative();
}

function sameMembers(a: readonly FailedEquation[], b: readonly FailedEquation[]): boolean {
  return a.length === b.length && a.every((member) => b.includes(member));
}

function determinedGroup(candidate: Candidate, members: readonly FailedEquation[], breaks: number): Group {
  const { figure, value } = candidate;
  const unit = figure.moneyUnit;
  const expected = plainAmount(value, unit, figure.decimals);
  const actual = quoted(figure, unit);
  const slip = slipBetween(actual.amount, expected);
  const facts: FindingFacts = {
    code: 'cell-determined',
    cell: actual,
    expected,
    difference: plainAmount((figure.value ?? new Decimal(0)).minus(value), unit, figure.decimals),
    slip,
    settles: members.length,
    moneyUnit: unit,
  };
  const confidence = confidenceOf(members.length, breaks, slip !== undefined);
  const suspect = { cell: figure.cell, suggestion: expected, cause: causeOfSlip(slip), confidence };
  return {
    members,
    suspect,
    cause: causeFor('cell', members, facts, { determined: true, confidence, alternatives: [[{ cell: figure.cell, suggestion: expected }]] }),
  };
}

/** Three equations that agree leave little doubt, and so does a slip that explains the digits; one that would break takes it away. */
function confidenceOf(settles: number, breaks: number, explained: boolean): number {
  if (breaks > 0) return 0.6;
  if (settles >= 3) return explained ? 0.98 : 0.95;
  return explained ? 0.95 : 0.9;
}

function tieGroup(candidates: readonly Candidate[], members: readonly FailedEquation[]): Group {
  const [first] = candidates;
  const unit = first?.figure.moneyUnit ?? '万元';
  const difference = plainAmount(members[0]?.outcome.difference.abs() ?? new Decimal(0), unit, first?.figure.decimals ?? 2);
  const facts: FindingFacts = {
    code: 'cell-tie',
    cells: candidates.map(({ figure }) => quoted(figure, figure.moneyUnit)),
    difference,
    settles: members.length,
    moneyUnit: unit,
  };
  const alternatives = candidates.map(({ figure, value }) => [
    { cell: figure.cell, suggestion: plainAmount(value, figure.moneyUnit, figure.decimals) },
  ]);
  return { members, cause: causeFor('cell', members, facts, { determined: false, confidence: 1 / candidates.length, alternatives }) };
}

/** Two comparisons between the same tables that are off by the same amount, one too much and one too little. */
function misplacedGroups(open: Set<FailedEquation>): readonly Group[] {
  const groups: Group[] = [];
  const same = [...open].filter(({ equation }) => equation.because.kind === 'same' && equation.left.length === 1 && equation.right.length === 1);
  for (const [index, a] of same.entries()) {
    if (!open.has(a)) continue;
    const b = same.slice(index + 1).find((other) => open.has(other) && isMisplaced(a, other));
    if (!b) continue;
    const group = misplacedGroup(a, b);
    if (!group) continue;
    groups.push(group);
    open.delete(a);
    open.delete(b);
  }
  return groups;
}

function isMisplaced(a: FailedEquation, b: FailedEquation): boolean {
  return (
    tablesOf(a) === tablesOf(b) &&
    a.outcome.difference.equals(b.outcome.difference.negated()) &&
    differingDimension(a, b) !== undefined &&
    heldIn(a) !== undefined &&
    heldIn(b) !== undefined &&
    heldIn(a)?.table !== heldIn(b)?.table
  );
}

const tablesOf = ({ equation }: FailedEquation): string => `${equation.left[0]?.table ?? ''}|${equation.right[0]?.table ?? ''}`;

/** The only dimension in which the scopes of two comparisons differ, both having a member there. */
function differingDimension(a: FailedEquation, b: FailedEquation): string | undefined {
  const first = a.equation.left[0]?.scope.at ?? {};
  const second = b.equation.left[0]?.scope.at ?? {};
  const all = [...new Set([...Object.keys(first), ...Object.keys(second)])];
  const differing = all.filter((dimension) => first[dimension] !== second[dimension]);
  const [only] = differing;
  return differing.length === 1 && only !== undefined && first[only] !== undefined && second[only] !== undefined ? only : undefined;
}

/** The side of a comparison that holds the whole difference, the other being zero or blank. */
function heldIn({ equation }: FailedEquation): Figure | undefined {
  const [left] = equation.left;
  const [right] = equation.right;
  if (right?.value?.isZero()) return left;
  return left?.value?.isZero() ? right : undefined;
}

function misplacedGroup(a: FailedEquation, b: FailedEquation): Group | undefined {
  const dimension = differingDimension(a, b);
  const here = heldIn(a);
  const there = heldIn(b);
  if (dimension === undefined || !here?.value || !there) return undefined;
  const emptyHere = [...a.equation.left, ...a.equation.right].find((figure) => figure !== here);
  const emptyThere = [...b.equation.left, ...b.equation.right].find((figure) => figure !== there);
  const unit = here.moneyUnit;
  const amount = plainAmount(here.value, unit, here.decimals);
  const facts: FindingFacts = {
    code: 'source-misplaced',
    amount,
    first: placeOf(here),
    firstMember: here.scope.at[dimension] ?? '',
    second: placeOf(there),
    secondMember: there.scope.at[dimension] ?? '',
    moneyUnit: unit,
  };
  const move = (from: Figure, to: Figure | undefined) => [
    { cell: from.cell, suggestion: '0' },
    ...(to ? [{ cell: to.cell, suggestion: plainAmount(here.value ?? new Decimal(0), to.moneyUnit, to.decimals) }] : []),
  ];
  return {
    members: [a, b],
    cause: causeFor('pair', [a, b], facts, {
      determined: false,
      confidence: 0.5,
      alternatives: [move(here, emptyThere), move(there, emptyHere)],
    }),
  };
}

/** Several comparisons between two tables, off by one and the same amount. */
function basisGroups(open: Set<FailedEquation>, book: Book): readonly Group[] {
  const byTablesAndAmount = new Map<string, FailedEquation[]>();
  for (const member of open) {
    if (member.equation.because.kind !== 'same') continue;
    const key = `${tablesOf(member)}|${member.outcome.difference.toFixed()}`;
    byTablesAndAmount.set(key, [...(byTablesAndAmount.get(key) ?? []), member]);
  }
  const repeated = [...byTablesAndAmount.values()].filter((members) => members.length >= 2);
  if (repeated.length === 0) return [];
  return repeated.map((members) => {
    for (const member of members) open.delete(member);
    return basisGroup(members, book);
  });
}

function basisGroup(members: readonly FailedEquation[], book: Book): Group {
  // The widest scope speaks for the rest: the total, not one of its rows.
  const speaker = [...members].sort((a, b) => widthOf(a) - widthOf(b))[0] ?? members[0];
  const first = speaker?.equation.left[0];
  const second = speaker?.equation.right[0];
  if (!speaker || !first || !second) throw new Error('a group of comparisons without figures');
  const unit = first.moneyUnit;
  const also = explainingFigure(first, speaker.outcome.difference.abs(), book);
  const facts: FindingFacts = {
    code: 'table-basis',
    first: quoted(first, unit),
    second: quoted(second, unit),
    difference: plainAmount(speaker.outcome.difference, unit, first.decimals),
    count: members.length,
    also: also && quoted(also.figure, unit),
    alsoMember: also?.member,
    moneyUnit: unit,
  };
  const ordered = [speaker, ...members.filter((member) => member !== speaker)];
  return { members: ordered, cause: causeFor('table', ordered, facts, { determined: false, confidence: also ? 0.8 : 0.5, alternatives: [] }) };
}

const widthOf = ({ equation }: FailedEquation): number => Object.keys(equation.left[0]?.scope.at ?? {}).length;

/**
 * A figure that holds just the difference under another member of a dimension that the comparison is bound to: what is
 * too much is what came from another fund.
 */
function explainingFigure(compared: Figure, amount: Decimal, book: Book): { readonly figure: Figure; readonly member: string } | undefined {
  if (amount.isZero()) return undefined;
  const { parentOf } = book.edition.dimensions;
  for (const figure of figuresOf(book)) {
    const dimensions = Object.keys(figure.scope.at);
    if (dimensions.length > 2 || !figure.value?.equals(amount)) continue;
    for (const dimension of dimensions) {
      const own = compared.scope.at[dimension];
      const other = figure.scope.at[dimension];
      if (own === undefined || other === undefined || own === other) continue;
      if (parentOf(dimension, own) !== undefined && parentOf(dimension, other) !== undefined) return { figure, member: other };
    }
  }
  return undefined;
}

const SEVERITIES: readonly Severity[] = ['error', 'warning', 'note'];

function causeFor(
  kind: CauseKind,
  members: readonly FailedEquation[],
  facts: FindingFacts,
  rest: Pick<Cause, 'determined' | 'confidence' | 'alternatives'>,
): Cause {
  const ids = members.map(({ finding }) => finding.id);
  const severity = SEVERITIES.find((candidate) => members.some(({ finding }) => finding.severity === candidate)) ?? 'note';
  return { id: findingId('cause', ...[...ids].sort()), kind, severity, facts, ...rest, findings: ids };
}
