import { gcd } from './rational';

/** Products of two such, and their differences, are exact doubles. */
const LARGEST = 2 ** 25;

/**
 * Whole numbers other than 0 by variable, the variables ascending. Those of sums are small and are kept as doubles, which hold them
 * exactly; beyond what doubles hold they are bigints.
 */
export class Coefficients {
  private constructor(
    /** Ascending. */
    readonly variables: readonly number[],
    private readonly small: readonly number[],
    private readonly large?: readonly bigint[],
  ) {}

  /** Each variable at most once; those with 0 are left out. */
  static of(entries: Iterable<readonly [variable: number, coefficient: bigint]>): Coefficients {
    const ordered = [...entries].filter(([, coefficient]) => coefficient !== 0n).sort(([a], [b]) => a - b);
    const coefficients = ordered.map(([, coefficient]) => coefficient);
    const variables = ordered.map(([variable]) => variable);
    return coefficients.every((value) => value <= LARGEST && value >= -LARGEST)
      ? new Coefficients(variables, coefficients.map(Number))
      : new Coefficients(variables, [], coefficients);
  }

  get size(): number {
    return this.variables.length;
  }

  has(variable: number): boolean {
    return this.placeOf(variable) >= 0;
  }

  /** 0 where the variable does not occur. */
  get(variable: number): bigint {
    const place = this.placeOf(variable);
    return this.large?.[place] ?? BigInt(this.small[place] ?? 0);
  }

  *[Symbol.iterator](): Generator<readonly [variable: number, coefficient: bigint]> {
    for (const [place, variable] of this.variables.entries())
      yield [variable, this.large?.[place] ?? BigInt(this.small[place] ?? 0)];
  }

  /** These and one more, of a variable behind all others. */
  with(variable: number, coefficient: bigint): Coefficients {
    return Coefficients.of([...this, [variable, coefficient]]);
  }

  negated(): Coefficients {
    return Coefficients.of([...this].map(([variable, coefficient]) => [variable, -coefficient]));
  }

  /**
   * With `variable` eliminated by others that hold it: these times `factor`, less the others times `subtract`, with the least whole
   * numbers of which `factor` is positive.
   */
  without(
    variable: number,
    by: Coefficients,
  ): { readonly left: Coefficients; readonly factor: number | bigint; readonly subtract: number | bigint } {
    if (!this.large && !by.large) {
      const left = this.withoutSmall(variable, by);
      if (left) return left;
    }
    const a = by.get(variable);
    const b = this.get(variable);
    const common = gcd(a, b);
    const factor = (a < 0n ? -a : a) / common;
    const subtract = (a < 0n ? -b : b) / common;
    const sums = new Map([...this].map(([name, value]) => [name, value * factor]));
    for (const [name, value] of by) sums.set(name, (sums.get(name) ?? 0n) - subtract * value);
    return { left: Coefficients.of(sums), factor, subtract };
  }

  /** The greatest number that divides all of them, and another number too. */
  commonWith(other: bigint): bigint {
    if (this.large) return this.large.reduce(gcd, other);
    let common = 0;
    for (const value of this.small) {
      common = gcdOfSmall(common, value);
      if (common === 1) return 1n;
    }
    return gcd(BigInt(common), other);
  }

  dividedBy(divisor: bigint): Coefficients {
    return Coefficients.of([...this].map(([variable, coefficient]) => [variable, coefficient / divisor]));
  }

  private placeOf(variable: number): number {
    const { variables } = this;
    let low = 0;
    let high = variables.length - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      const found = variables[middle] ?? 0;
      if (found === variable) return middle;
      if (found < variable) low = middle + 1;
      else high = middle - 1;
    }
    return -1;
  }

  private withoutSmall(variable: number, by: Coefficients): ReturnType<Coefficients['without']> | undefined {
    const a = by.small[by.placeOf(variable)] ?? 0;
    const b = this.small[this.placeOf(variable)] ?? 0;
    const common = a === 1 || a === -1 ? 1 : gcdOfSmall(a, b);
    const factor = Math.abs(a) / common;
    const subtract = (a < 0 ? -b : b) / common;
    const variables: number[] = [];
    const small: number[] = [];
    let largest = 0;
    const own = this.variables;
    const others = by.variables;
    let i = 0;
    let j = 0;
    while (i < own.length || j < others.length) {
      const mine = own[i] ?? Infinity;
      const theirs = others[j] ?? Infinity;
      const name = mine < theirs ? mine : theirs;
      let sum = 0;
      if (mine === name) sum += factor * (this.small[i++] ?? 0);
      if (theirs === name) sum -= subtract * (by.small[j++] ?? 0);
      if (sum === 0) continue;
      variables.push(name);
      small.push(sum);
      if (sum > largest) largest = sum;
      else if (-sum > largest) largest = -sum;
    }
    return largest > LARGEST ? undefined : { left: new Coefficients(variables, small), factor, subtract };
  }
}

function gcdOfSmall(a: number, b: number): number {
  let x = Math.abs(a);
  let y = Math.abs(b);
  while (y !== 0) [x, y] = [y, x % y];
  return x;
}
