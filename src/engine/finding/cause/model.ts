import { Decimal } from 'decimal.js';
import type { Figure } from '../../book/book';
import type { Equation } from '../../equation/equation';
import type { Evaluated, Outcome } from '../../equation/evaluate';
import type { Row, System, Variable } from '../../localise/system';
import type { Knowledge } from '../../localise/mistakes';
import { weightOf } from '../../localise/weights';
import type { Steps } from '../../steps/steps';
import { blankWhole, type FailedEquation } from '../equation-findings';
import type { Following } from './follow';
import { knowledgeOf, NO_EVIDENCE, type Evidence } from './knowledge';

const ZERO = new Decimal(0);

/** Failed equations, and all that hold, as the system that the localiser works on. */
export interface Model {
  readonly system: System;
  readonly figures: readonly Figure[];
  /** The failed equation of each row, undefined for the rows of what holds. */
  readonly failedAt: readonly (FailedEquation | undefined)[];
  readonly rowsOf: ReadonlyMap<FailedEquation, number>;
  /** By variable: the rows that hold it. */
  readonly columns: () => readonly (readonly number[])[];
  /** What is known of a variable's cell beyond its place in the rows, and what the rows that hold say of two. */
  readonly known: Required<Knowledge>;
}

const EQUATIONS_A_STEP = 500;

/**
 * The equations as rows of one matrix of whole numbers; of those that failed only the given ones take part. A formula moves with
 * what it adds up: in a row it stands for the cells that are typed, and for itself as far as it may be written wrong.
 */
export function* modelOf(
  failed: readonly FailedEquation[],
  evaluated: readonly Evaluated[],
  following: Following,
  evidence: Evidence = NO_EVIDENCE,
): Steps<Model> {
  const given = new Map(failed.map((member) => [member.equation, member]));
  const indexes = new Map<Figure, number>();
  const figures: Figure[] = [];
  const indexOf = (figure: Figure): number => {
    const known = indexes.get(figure);
    if (known !== undefined) return known;
    indexes.set(figure, figures.length);
    figures.push(figure);
    return figures.length - 1;
  };
  const rows: Row[] = [];
  const rowsOf = new Map<FailedEquation, number>();
  const failedAt: (FailedEquation | undefined)[] = [];
  for (const { equation, outcome } of evaluated) {
    if (outcome.kind === 'notChecked') continue;
    const member = given.get(equation);
    if (outcome.kind === 'failed' && outcome.rank !== 'rounding' && !member) continue;
    if (member) rowsOf.set(member, rows.length);
    rows.push({ ...termsIn(equation, following, indexOf), ...standingOf(equation, outcome, member, following) });
    failedAt.push(member);
    if (rows.length % EQUATIONS_A_STEP === 0) yield;
  }
  const mayBeNegative = knowsNegatives(evaluated);
  const variables = figures.map(({ value = ZERO, formula }): Variable => ({
    value,
    weight: weightOf({ formula: formula !== undefined }),
    ...(mayBeNegative || (value.isNegative() && !value.isZero()) ? {} : { nonnegative: true }),
  }));
  yield;
  const gaps = new Set(failed.flatMap((member) => blankWhole(member) ?? []));
  const columns = columnsOf(rows, variables.length);
  const isHolding = (row: number): boolean => failedAt[row] === undefined;
  return {
    system: { variables, rows },
    figures,
    failedAt,
    rowsOf,
    columns,
    known: knowledgeOf(figures, { ...evidence, gaps, equationsWith: (variable) => (columns()[variable] ?? []).filter((row) => isHolding(row) && rows[row]?.op === '=') }),
  };
}

function termsIn(
  equation: Equation,
  following: Following,
  indexOf: (figure: Figure) => number,
): Pick<Row, 'terms' | 'op'> {
  const { left, right, op } = equation;
  const terms = following.hasFormulas
    ? [...following.answerOf(equation)].map(([figure, coefficient]) => ({ variable: indexOf(figure), coefficient }))
    : [
        ...left.map((figure) => ({ variable: indexOf(figure), coefficient: 1 })),
        ...right.map((figure) => ({ variable: indexOf(figure), coefficient: -1 })),
      ];
  return { terms, op };
}

/** What a row holds by: exactly, within the distance at which it holds now, or not at all. */
function standingOf(
  equation: Equation,
  outcome: Outcome,
  member: FailedEquation | undefined,
  following: Following,
): Pick<Row, 'constant' | 'slack' | 'holds'> {
  const isExact = holdsExactly(equation, outcome);
  if (!member && equation.op === '=' && isExact) return { holds: true };
  const residual = residualOf(equation);
  const constant = following.hasFormulas ? sumOf(following.answerOf(equation)).minus(residual) : ZERO;
  // What holds within rounding only goes on holding within the same distance.
  const slack = member || equation.op !== '=' ? ZERO : residual.abs();
  return {
    ...(constant.isZero() ? {} : { constant }),
    ...(slack.isZero() ? {} : { slack }),
    ...(member || (equation.op !== '=' && residual.isNegative()) ? {} : { holds: true }),
  };
}

/** The rows of each variable, made when the first is asked for. */
function columnsOf(rows: readonly Row[], variables: number): () => readonly (readonly number[])[] {
  let columns: number[][] | undefined;
  return () => {
    if (columns) return columns;
    columns = Array.from({ length: variables }, () => []);
    for (const [row, { terms }] of rows.entries()) for (const { variable } of terms) columns[variable]?.push(row);
    return columns;
  };
}

/** A sum that passed is exact to the digit; of two printings of one figure the coarser may differ. */
function holdsExactly({ left: [left, ...lefts], right: [right, ...rights] }: Equation, { kind }: Outcome): boolean {
  if (kind !== 'passed') return false;
  if (lefts.length + rights.length > 0) return true;
  return left?.value !== undefined && right?.value !== undefined && left.value.equals(right.value);
}

const residualOf = ({ left, right }: Equation): Decimal => total(left).minus(total(right));

const total = (figures: readonly Figure[]): Decimal =>
  figures.reduce((sum, figure) => (figure.value ? sum.plus(figure.value) : sum), ZERO);

const sumOf = (answer: ReadonlyMap<Figure, number>): Decimal => {
  let sum = ZERO;
  for (const [{ value }, times] of answer) if (value) sum = sum.plus(times === 1 ? value : value.times(times));
  return sum;
};

/** Amounts below zero are rare by right. Where one stands in an equation that holds, the workbook has them, and nothing is said against another. */
function knowsNegatives(evaluated: readonly Evaluated[]): boolean {
  return evaluated.some(
    ({ equation: { op, left, right }, outcome }) =>
      op === '=' &&
      outcome.kind === 'passed' &&
      [...left, ...right].some(({ value }) => value?.isNegative() && !value.isZero()),
  );
}
