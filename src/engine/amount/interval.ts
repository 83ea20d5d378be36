import { Decimal } from 'decimal.js';
import type { MoneyUnit } from './reading';

/*
 * Each printed figure stands for the interval of its column's last decimal; an equation is wrong only if the intervals
 * miss (XBRL Calculations 1.1, round-to-nearest mode). Blanks, zeros and dashes are exactly zero. There is no other
 * tolerance anywhere. The common unit of everything here is 万元.
 */

/** Digits after the point once the figure is expressed in 万元: two decimals of 元 are six of 万元. */
export function commonPlaces(decimals: number, moneyUnit: MoneyUnit): number {
  return moneyUnit === '元' ? decimals + 4 : decimals;
}

/** Half a unit of a column's last decimal, in 万元: 2 decimals of 万元 → 0.005; 2 decimals of 元 → 0.0000005. */
export function halfUnit(decimals: number, moneyUnit: MoneyUnit): Decimal {
  return new Decimal(`0.5e-${commonPlaces(decimals, moneyUnit)}`);
}

/** One figure of an equation: its weight, its value in 万元 (zero for blanks and dashes) and the half unit of its column in 万元. */
export interface RoundedTerm {
  readonly coefficient: number;
  readonly value: Decimal;
  readonly half: Decimal;
}

/** Σ coefficient · value. */
export function sumOf(terms: readonly RoundedTerm[]): Decimal {
  return terms.reduce((sum, term) => sum.plus(weighted(term)), new Decimal(0));
}

/** How far rounding alone can take the sum from the truth: Σ |coefficient| · half over the terms that are not zero. */
export function slackOf(terms: readonly RoundedTerm[]): Decimal {
  return terms.reduce(
    (slack, term) => (term.value.isZero() ? slack : slack.plus(term.half.times(Math.abs(term.coefficient)))),
    new Decimal(0),
  );
}

/** `exact`; `rounding` (尾差) and `doubtful` (疑似笔误) inside the interval; `error` outside. */
export type DifferenceRank = 'exact' | 'rounding' | 'doubtful' | 'error';

export interface Judgement {
  readonly rank: DifferenceRank;
  /** Σ coefficient · value, in 万元: what should have been zero. */
  readonly difference: Decimal;
  /** In 万元. */
  readonly slack: Decimal;
}

/**
 * Judges `Σ coefficient · value = 0`.
 *
 * Inside the interval a difference is doubtful where it is more than three times what rounding is expected to add up to
 * (unit · √((n+1)/12) for n parts and their whole: the interval grows with n, rounding only with its root), or where
 * every other sum of the workbook is exact (`othersExact`).
 */
export function judgeEquality(terms: readonly RoundedTerm[], othersExact: boolean): Judgement {
  const difference = sumOf(terms);
  const slack = slackOf(terms);
  return { rank: rankOf(difference.abs(), slack, terms, othersExact), difference, slack };
}

/** Judges `Σ coefficient · value ≥ 0`: any surplus is exact, a shortfall is ranked as the difference of an equality. */
export function judgeAtLeast(terms: readonly RoundedTerm[], othersExact: boolean): Judgement {
  const judgement = judgeEquality(terms, othersExact);
  return judgement.difference.isNegative() ? judgement : { ...judgement, rank: 'exact' };
}

function rankOf(size: Decimal, slack: Decimal, terms: readonly RoundedTerm[], othersExact: boolean): DifferenceRank {
  if (size.isZero()) return 'exact';
  if (size.greaterThan(slack)) return 'error';
  if (othersExact) return 'doubtful';
  // A unit u is uniform with variance u²/12 = half²/3; nine of these is three deviations, squared: no root is taken.
  const threeDeviationsSquared = terms.reduce(
    (sum, term) => (term.value.isZero() ? sum : sum.plus(term.half.times(term.coefficient).pow(2).times(3))),
    new Decimal(0),
  );
  return size.pow(2).greaterThan(threeDeviationsSquared) ? 'doubtful' : 'rounding';
}

/** A figure as printed: its value in 万元 and the decimals of its column, counted in 万元 (`commonPlaces`). */
export interface Printed {
  readonly value: Decimal;
  readonly places: number;
}

/**
 * Compares two printings of one fact, which have no rounding excuse: `exact`, `one-unit` (one unit of the coarser last
 * decimal apart: tables totalled separately, a warning) or `error`. At different decimals the finer one, rounded half
 * away from zero, must give the coarser one (XBRL's rule for duplicate facts).
 */
export function comparePrintings(a: Printed, b: Printed): 'exact' | 'one-unit' | 'error' {
  const places = Math.min(a.places, b.places);
  const apart = atPlaces(a, places).minus(atPlaces(b, places)).abs();
  if (apart.isZero()) return 'exact';
  return apart.greaterThan(new Decimal(`1e-${places}`)) ? 'error' : 'one-unit';
}

// A figure that holds more digits than its column is compared as it is: what it hides is not for this comparison to drop.
function atPlaces(printed: Printed, places: number): Decimal {
  return printed.places > places ? printed.value.toDecimalPlaces(places, Decimal.ROUND_HALF_UP) : printed.value;
}

function weighted(term: RoundedTerm): Decimal {
  if (term.coefficient === 1) return term.value;
  return term.coefficient === -1 ? term.value.negated() : term.value.times(term.coefficient);
}
