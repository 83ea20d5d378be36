import { Decimal } from 'decimal.js';
import type { Figure } from '../../book/book';
import { isSomething } from '../../book/book';
import type { Equation } from '../../equation/equation';
import type { Evaluated, Outcome } from '../../equation/evaluate';
import type { Row, System, Variable } from '../../localise/system';
import type { Knowledge } from '../../localise/mistakes';
import { weightOf } from '../../localise/weights';
import type { Steps } from '../../steps/steps';
import { blankWhole, type FailedEquation } from '../equation-findings';
import type { Following } from './follow';
import { knowledgeOf, NO_EVIDENCE, type EquationSum, type Evidence } from './knowledge';

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

/** A total may add up hundreds. */
const FIGURES_A_STEP = 1500;

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
  const growing = new GrowingModel(failed, following, evidence.without ?? new Map());
  for (let from = 0; from < evaluated.length;) {
    if (from > 0) yield;
    from = growing.take(evaluated, from);
  }
  yield;
  const { figures, rows, failedAt, rowsOf } = growing;
  const variables = variablesOf(figures, knowsNegatives(evaluated));
  const gaps = new Set(failed.flatMap((member) => blankWhole(member) ?? []));
  const columns = columnsOf(rows, variables.length);
  const equationsWith = (variable: number): readonly number[] =>
    (columns()[variable] ?? []).filter((row) => failedAt[row] === undefined && rows[row]?.op === '=');
  return {
    system: { variables, rows },
    figures,
    failedAt,
    rowsOf,
    columns,
    known: knowledgeOf(figures, { ...evidence, gaps, wholes: growing.wholes, equationsWith }),
  };
}

class GrowingModel {
  readonly figures: Figure[] = [];
  readonly rows: Row[] = [];
  readonly rowsOf = new Map<FailedEquation, number>();
  readonly failedAt: (FailedEquation | undefined)[] = [];
  readonly wholes = new Set<Figure>();
  private readonly given: ReadonlyMap<Equation, FailedEquation>;
  private readonly indexes = new Map<Figure, number>();

  constructor(
    failed: readonly FailedEquation[],
    private readonly following: Following,
    private readonly without: ReadonlyMap<Equation, EquationSum>,
  ) {
    this.given = new Map(failed.map((member) => [member.equation, member]));
  }

  /** Takes a step's worth of equations from a place on; gives the place of the next one. */
  take(evaluated: readonly Evaluated[], from: number): number {
    let index = from;
    for (let figures = 0; index < evaluated.length && figures < FIGURES_A_STEP; index++) {
      const one = evaluated[index];
      if (!one || one.outcome.kind === 'notChecked') continue;
      const { equation, outcome } = one;
      figures += equation.left.length + equation.right.length;
      const member = outcome.kind === 'failed' ? this.given.get(equation) : undefined;
      const sum = this.without.get(equation);
      if (outcome.kind === 'failed' && outcome.rank !== 'rounding' && !member && !sum) continue;
      const row = sum ? this.rowOfSum(equation, sum, member) : this.rowOf(equation, outcome, member);
      if (!row) continue;
      if (member) this.rowsOf.set(member, this.rows.length);
      this.rows.push(row);
      this.failedAt.push(member);
    }
    return index;
  }

  private rowOf(equation: Equation, outcome: Outcome, member: FailedEquation | undefined): Row {
    const { op, left, right } = equation;
    const [whole, another] = left;
    if (op === '=' && whole && !another && right.length > 1) this.wholes.add(whole);
    const terms = this.termsIn(equation);
    if (!member && op === '=' && holdsExactly(equation, outcome)) return { terms, op, holds: true };
    const residual = residualOf(equation);
    const constant = this.following.hasFormulas ? sumOf(this.following.answerOf(equation)).minus(residual) : ZERO;
    // What holds within rounding only goes on holding within the same distance.
    const slack = member || op !== '=' ? ZERO : residual.abs();
    return {
      terms,
      op,
      ...(constant.isZero() ? {} : { constant }),
      ...(slack.isZero() ? {} : { slack }),
      ...(member || (op !== '=' && residual.isNegative()) ? {} : { holds: true }),
    };
  }

  /** What is left of an equation without rows that are lacking; none of one that only says what they hold. */
  private rowOfSum({ op }: Equation, sum: EquationSum, member: FailedEquation | undefined): Row | undefined {
    const coefficients = new Map<number, Decimal>();
    let residual = ZERO;
    let stands = ZERO;
    for (const [equation, times] of sum) {
      residual = residual.plus(residualOf(equation).times(times));
      for (const { variable, coefficient } of this.termsIn(equation)) {
        stands = stands.plus(times.times(coefficient).times(this.figures[variable]?.value ?? ZERO));
        coefficients.set(variable, times.times(coefficient).plus(coefficients.get(variable) ?? 0));
      }
    }
    const left = [...coefficients].filter(([, coefficient]) => !coefficient.isZero());
    if (left.length === 0 || left.some(([, coefficient]) => !coefficient.isInteger())) return undefined;
    const terms = left.map(([variable, coefficient]) => ({ variable, coefficient: coefficient.toNumber() }));
    const constant = stands.minus(residual);
    const holds = !member && (op === '=' ? residual.isZero() : !residual.isNegative());
    if (!member && !holds) return undefined;
    return { terms, op, ...(constant.isZero() ? {} : { constant }), ...(holds ? { holds: true } : {}) };
  }

  private termsIn(equation: Equation): Row['terms'] {
    const terms: { readonly variable: number; readonly coefficient: number }[] = [];
    if (this.following.hasFormulas) {
      for (const [figure, coefficient] of this.following.answerOf(equation))
        terms.push({ variable: this.indexOf(figure), coefficient });
      return terms;
    }
    for (const figure of equation.left) terms.push({ variable: this.indexOf(figure), coefficient: 1 });
    for (const figure of equation.right) terms.push({ variable: this.indexOf(figure), coefficient: -1 });
    return terms;
  }

  private indexOf(figure: Figure): number {
    const known = this.indexes.get(figure);
    if (known !== undefined) return known;
    const index = this.figures.length;
    this.indexes.set(figure, index);
    this.figures.push(figure);
    return index;
  }
}

const variablesOf = (figures: readonly Figure[], mayBeNegative: boolean): readonly Variable[] =>
  figures.map(({ value = ZERO, formula }) => ({
    value,
    weight: weightOf({ formula: formula !== undefined }),
    ...(mayBeNegative || (value.isNegative() && !value.isZero()) ? {} : { nonnegative: true }),
  }));

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

/** A sum that passed is exact to the digit, as is one of blanks; of two printings of one figure the coarser may differ. */
function holdsExactly({ left: [left, ...lefts], right: [right, ...rights] }: Equation, { kind }: Outcome): boolean {
  if (kind === 'passed' && lefts.length + rights.length > 0) return true;
  if (lefts.some(isSomething) || rights.some(isSomething)) return false;
  if (kind === 'passed')
    return left?.value !== undefined && right?.value !== undefined && left.value.equals(right.value);
  return !isSomething(left) && !isSomething(right);
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
      op === '=' && outcome.kind === 'passed' && (left.some(isBelowZero) || right.some(isBelowZero)),
  );
}

const isBelowZero = ({ value }: Figure): boolean => value?.isNegative() === true && !value.isZero();
