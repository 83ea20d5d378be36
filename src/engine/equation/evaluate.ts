import { Decimal } from 'decimal.js';
import {
  commonPlaces,
  comparePrintings,
  halfUnit,
  judgeAtLeast,
  judgeEquality,
  type DifferenceRank,
  type RoundedTerm,
} from '../amount/interval';
import type { Figure, StrangeRow } from '../book/book';
import type { Equation } from './equation';

/** How one equation came out: exactly one of four, and never silence. */
export type Outcome =
  | { readonly kind: 'passed' }
  | {
      readonly kind: 'failed';
      /** `one-unit`: the same fact printed twice, one unit of the last decimal apart. */
      readonly rank: Exclude<DifferenceRank, 'exact'> | 'one-unit';
      /** Σ left − Σ right, in 万元. */
      readonly difference: Decimal;
      readonly left: Decimal;
      readonly right: Decimal;
    }
  /** Nothing to compare: all of it is blank. */
  | { readonly kind: 'notApplicable' }
  | { readonly kind: 'notChecked'; readonly because: NotChecked };

export type NotChecked =
  | { readonly code: 'unreadable'; readonly figures: readonly Figure[] }
  | { readonly code: 'missing-columns'; readonly headers: readonly string[] }
  | { readonly code: 'unread-rows'; readonly rows: readonly StrangeRow[] };

export interface Evaluated {
  readonly equation: Equation;
  readonly outcome: Outcome;
}

/**
 * A workbook counts as exact where at most this share of its sums is off by rounding. Amounts that were rounded one by one
 * leave differences in about half of their sums or more; a slip leaves them in the few that hold the wrong cell.
 */
const EXACT_WORKBOOK_SHARE = 0.1;
const FEWEST_EXACT_SUMS = 5;

/** Evaluates all equations of a book. Differences inside the rounding intervals are doubtful where the other sums are exact. */
export function evaluate(equations: readonly Equation[]): readonly Evaluated[] {
  return inTheLightOfOthers(equations.map(evaluateAlone));
}

/** One equation, as if nothing were known of the others. */
export function evaluateAlone(equation: Equation): Evaluated {
  return { equation, outcome: outcomeOf(equation, false) };
}

/** All equations, evaluated alone before: where nearly all other sums are exact, a difference within the rounding is doubtful. */
export function inTheLightOfOthers(first: readonly Evaluated[]): readonly Evaluated[] {
  let exact = 0;
  let inexact = 0;
  for (const { equation, outcome } of first) {
    if (equation.op !== '=' || equation.left.length + equation.right.length < 3) continue;
    if (outcome.kind === 'passed') exact++;
    else if (outcome.kind === 'failed' && (outcome.rank === 'rounding' || outcome.rank === 'doubtful')) inexact++;
  }
  const othersExact = exact >= FEWEST_EXACT_SUMS && inexact <= EXACT_WORKBOOK_SHARE * (exact + inexact);
  if (!othersExact) return first;
  return first.map((evaluated) =>
    evaluated.outcome.kind === 'failed' && evaluated.outcome.rank === 'rounding'
      ? { equation: evaluated.equation, outcome: outcomeOf(evaluated.equation, true) }
      : evaluated,
  );
}

const PASSED: Outcome = { kind: 'passed' };
const NOT_APPLICABLE: Outcome = { kind: 'notApplicable' };

function outcomeOf(equation: Equation, othersExact: boolean): Outcome {
  const figures = [...equation.left, ...equation.right];
  if (equation.missingColumns) {
    const empty = figures.every((figure) => figure.reading.kind === 'blank');
    return empty
      ? NOT_APPLICABLE
      : { kind: 'notChecked', because: { code: 'missing-columns', headers: equation.missingColumns } };
  }
  if (equation.unreadRows) return { kind: 'notChecked', because: { code: 'unread-rows', rows: equation.unreadRows } };
  const unreadable = figures.filter((figure) => figure.value === undefined);
  if (unreadable.length > 0) return { kind: 'notChecked', because: { code: 'unreadable', figures: unreadable } };
  if (figures.every((figure) => figure.reading.kind === 'blank')) return NOT_APPLICABLE;
  if (equation.missingRow && figures.every((figure) => figure.value?.isZero() === true)) return NOT_APPLICABLE;

  const left = total(equation.left);
  const right = total(equation.right);
  if (left.equals(right)) return PASSED;
  const [single, other] = figures;
  if (equation.op === '=' && equation.left.length === 1 && equation.right.length === 1 && single && other)
    return compareTwo(single, other);
  const terms = [
    ...equation.left.map((figure) => termOf(figure, 1)),
    ...equation.right.map((figure) => termOf(figure, -1)),
  ];
  const judgement = equation.op === '=' ? judgeEquality(terms, othersExact) : judgeAtLeast(terms, othersExact);
  if (judgement.rank === 'exact') return PASSED;
  return { kind: 'failed', rank: judgement.rank, difference: judgement.difference, left, right };
}

/** Two cells that must hold the same have no rounding excuse. */
function compareTwo(left: Figure, right: Figure): Outcome {
  const a = left.value ?? ZERO;
  const b = right.value ?? ZERO;
  const rank = comparePrintings({ value: a, places: placesOf(left) }, { value: b, places: placesOf(right) });
  return rank === 'exact' ? PASSED : { kind: 'failed', rank, difference: a.minus(b), left: a, right: b };
}

const ZERO = new Decimal(0);

const placesOf = (figure: Figure): number => commonPlaces(figure.decimals, figure.moneyUnit);

function termOf(figure: Figure, coefficient: 1 | -1): RoundedTerm {
  return { coefficient, value: figure.value ?? ZERO, half: halfOf(figure) };
}

const halves = new Map<string, Decimal>();

/** Half a unit of a figure's last decimal, in 万元. */
function halfOf(figure: Figure): Decimal {
  const key = `${figure.decimals}${figure.moneyUnit}`;
  const known = halves.get(key);
  if (known) return known;
  const half = halfUnit(figure.decimals, figure.moneyUnit);
  halves.set(key, half);
  return half;
}

function total(figures: readonly Figure[]): Decimal {
  return figures.reduce((sum, figure) => sum.plus(figure.value ?? ZERO), ZERO);
}
