import { minus, negate, over, plus, rational, signOf, times, ZERO, type Rational } from './rational';

/** Sum of coefficients × parameters + constant ≥ 0 (> 0 where strict). */
export interface Bound {
  readonly coefficients: readonly bigint[];
  readonly constant: bigint;
  readonly strict: boolean;
}

/** A least value, and the bounds that hold it there. */
export interface Extreme {
  readonly value: Rational;
  readonly bounds: readonly number[];
}

/** An amount and a multiple of something positive smaller than any number: how a strict bound is kept exactly. */
interface Near {
  readonly amount: Rational;
  readonly more: Rational;
}

/**
 * Values for free parameters within linear bounds, by the simplex method in exact fractions (Bland's rule: it ends).
 * Rows are `basic = sum of tableau × nonbasic`; indexes below `parameters` are the parameters, the rest the bounds.
 */
export class Simplex {
  /** Pivots done. */
  work = 0;
  private readonly basic: number[] = [];
  private readonly nonbasic: number[];
  private readonly tableau: Rational[][] = [];
  private readonly value: Near[];
  private readonly lower: (Near | undefined)[];

  constructor(parameters: number, bounds: readonly Bound[]) {
    this.nonbasic = Array.from({ length: parameters }, (_, index) => index);
    this.value = Array.from({ length: parameters + bounds.length }, () => ({ amount: ZERO, more: ZERO }));
    this.lower = this.value.map(() => undefined);
    for (const [index, bound] of bounds.entries()) {
      this.basic.push(parameters + index);
      this.tableau.push(bound.coefficients.map((coefficient) => rational(coefficient)));
      this.lower[parameters + index] = { amount: rational(-bound.constant), more: bound.strict ? rational(1n) : ZERO };
    }
    this.parameters = parameters;
  }

  private readonly parameters: number;

  /** Undefined if the bounds can hold together, else bounds with positive factors whose sum has no parameter and fails. */
  conflict(): ReadonlyMap<number, Rational> | undefined {
    for (;;) {
      const row = this.firstBroken();
      if (row === undefined) return undefined;
      const column = this.firstThatRaises(row);
      const broken = this.basic[row] ?? 0;
      if (column === undefined) {
        const factors = new Map<number, Rational>([[broken - this.parameters, rational(1n)]]);
        for (const [index, factor] of this.at(row).entries()) {
          if (factor.num !== 0n) factors.set((this.nonbasic[index] ?? 0) - this.parameters, negate(factor));
        }
        return factors;
      }
      const lower = this.lower[broken];
      if (!lower) throw new Error('a variable without bound is broken');
      const step = scale(subtract(lower, this.valueOf(broken)), over(rational(1n), this.entry(row, column)));
      this.move(column, step);
      this.pivot(row, column);
    }
  }

  /** The least value of a sum of weights × parameters once `conflict` found none; undefined if unbounded. */
  least(weights: readonly Rational[]): Extreme | undefined {
    for (;;) {
      let column: number | undefined;
      let direction: 1 | -1 = 1;
      const slopes = this.gradient(weights);
      for (const [index, slope] of slopes.entries()) {
        const name = this.nonbasic[index] ?? 0;
        const up = signOf(slope) < 0;
        if (signOf(slope) === 0 || (!up && !this.canFall(name))) continue;
        if (column !== undefined && name >= (this.nonbasic[column] ?? 0)) continue;
        column = index;
        direction = up ? 1 : -1;
      }
      if (column === undefined) {
        return {
          value: weights.reduce((total, weight, name) => plus(total, times(weight, this.valueOf(name).amount)), ZERO),
          bounds: slopes.flatMap((slope, index) =>
            slope.num === 0n ? [] : [(this.nonbasic[index] ?? 0) - this.parameters],
          ),
        };
      }
      const limit = this.limit(column, direction);
      if (!limit) return undefined;
      this.move(column, scale(limit.step, rational(BigInt(direction))));
      this.pivot(limit.row, column);
    }
  }

  /** The sum in terms of the nonbasic variables. */
  private gradient(weights: readonly Rational[]): readonly Rational[] {
    const slopes = this.nonbasic.map((name) => weights[name] ?? ZERO);
    for (const [name, weight] of weights.entries()) {
      const row = weight.num === 0n ? -1 : this.basic.indexOf(name);
      if (row < 0) continue;
      for (const [index, factor] of this.at(row).entries())
        slopes[index] = plus(slopes[index] ?? ZERO, times(weight, factor));
    }
    return slopes;
  }

  /** The basic variable that first meets its bound when a nonbasic one moves; undefined if none ever does. */
  private limit(column: number, direction: 1 | -1): { readonly row: number; readonly step: Near } | undefined {
    let best: { row: number; step: Near } | undefined;
    for (const [row, name] of this.basic.entries()) {
      const lower = this.lower[name];
      const slope = this.entry(row, column);
      if (!lower || signOf(slope) * direction >= 0) continue;
      const room = subtract(this.valueOf(name), lower);
      const step = scale(room, over(rational(1n), absolute(slope)));
      const order = best ? compareNear(step, best.step) : -1;
      if (order < 0 || (order === 0 && best && name < (this.basic[best.row] ?? 0))) best = { row, step };
    }
    return best;
  }

  private firstBroken(): number | undefined {
    let found: number | undefined;
    for (const [row, name] of this.basic.entries()) {
      const lower = this.lower[name];
      if (!lower || compareNear(this.valueOf(name), lower) >= 0) continue;
      if (found === undefined || name < (this.basic[found] ?? 0)) found = row;
    }
    return found;
  }

  private firstThatRaises(row: number): number | undefined {
    let found: number | undefined;
    for (const [index, factor] of this.at(row).entries()) {
      const name = this.nonbasic[index] ?? 0;
      const sign = signOf(factor);
      if (sign === 0 || (sign < 0 && !this.canFall(name))) continue;
      if (found === undefined || name < (this.nonbasic[found] ?? 0)) found = index;
    }
    return found;
  }

  private canFall(name: number): boolean {
    const lower = this.lower[name];
    return !lower || compareNear(this.valueOf(name), lower) > 0;
  }

  private move(column: number, step: Near): void {
    const name = this.nonbasic[column] ?? 0;
    this.value[name] = sum(this.valueOf(name), step);
    for (const [row, basic] of this.basic.entries()) {
      const factor = this.entry(row, column);
      if (factor.num !== 0n) this.value[basic] = sum(this.valueOf(basic), scale(step, factor));
    }
  }

  private pivot(row: number, column: number): void {
    this.work += this.basic.length * this.nonbasic.length;
    const leaving = this.basic[row] ?? 0;
    const entering = this.nonbasic[column] ?? 0;
    const factor = this.entry(row, column);
    const solved = this.at(row).map((value, index) =>
      index === column ? over(rational(1n), factor) : negate(over(value, factor)),
    );
    for (const [other, entries] of this.tableau.entries()) {
      if (other === row) continue;
      const by = this.entry(other, column);
      if (by.num === 0n) continue;
      for (const [index, value] of solved.entries()) {
        if (index === column) entries[index] = times(by, value);
        else if (value.num !== 0n) entries[index] = plus(this.entry(other, index), times(by, value));
      }
    }
    this.tableau[row] = solved;
    this.basic[row] = entering;
    this.nonbasic[column] = leaving;
  }

  private at(row: number): Rational[] {
    const entries = this.tableau[row];
    if (!entries) throw new Error(`no tableau row ${row}`);
    return entries;
  }

  private entry(row: number, column: number): Rational {
    return this.tableau[row]?.[column] ?? ZERO;
  }

  private valueOf(name: number): Near {
    const value = this.value[name];
    if (!value) throw new Error(`no value ${name}`);
    return value;
  }
}

const absolute = (a: Rational): Rational => (a.num < 0n ? negate(a) : a);
const sum = (a: Near, b: Near): Near => ({ amount: plus(a.amount, b.amount), more: plus(a.more, b.more) });
const subtract = (a: Near, b: Near): Near => ({ amount: minus(a.amount, b.amount), more: minus(a.more, b.more) });
const scale = (a: Near, by: Rational): Near => ({ amount: times(a.amount, by), more: times(a.more, by) });
const compareNear = (a: Near, b: Near): number => signOf(minus(a.amount, b.amount)) || signOf(minus(a.more, b.more));
