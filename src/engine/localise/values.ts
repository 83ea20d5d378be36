import type { Elimination } from './elimination';
import type { Matrix } from './matrix';
import { openRowsFrom, simplexOf, type OpenRows } from './open-rows';
import { negate, plus, rational, toDecimal, type Rational } from './rational';
import type { NewValue } from './system';

/** What a freed variable must be or may be, in the units of the system. The freed variables must be feasible together. */
export function valueOf(elimination: Elimination, matrix: Matrix, variable: number): NewValue {
  const { min, max } = rangeOf(elimination, variable);
  const base = rational(matrix.valueAt(variable));
  const at = (limit: Limit | undefined): ReturnType<typeof toDecimal> | undefined =>
    limit && toDecimal(plus(base, limit.change), matrix.places);
  const value = isPoint({ min, max }) ? at(min) : undefined;
  return value
    ? { kind: 'value', ...value }
    : { kind: 'open', min: at(min)?.value ?? null, max: at(max)?.value ?? null };
}

/** An end of a range as a change of the variable, in the integers of the matrix. */
export interface Limit {
  readonly change: Rational;
  /** The rows that hold it there. */
  readonly rows: readonly number[];
}

export interface Range {
  /** Undefined: unbounded. */
  readonly min: Limit | undefined;
  readonly max: Limit | undefined;
}

/** True where a range is one value. */
export function isPoint({ min, max }: Range): boolean {
  return (
    min !== undefined && max !== undefined && min.change.num === max.change.num && min.change.den === max.change.den
  );
}

/** How far a freed variable may change, the other freed ones going along. */
export function rangeOf(elimination: Elimination, variable: number): Range {
  const solved = elimination.solvedBy(variable);
  if (solved === undefined) return rangeOfSum(elimination, new Map([[variable, -1n]]), 0n, 1n, []);
  const { coefficients, residual } = elimination.row(solved);
  const own = coefficients.get(variable);
  const open = new Map([...coefficients].filter(([name]) => elimination.isOpenVariable(name)));
  if (open.size > 0) return rangeOfSum(elimination, open, residual, own, [solved]);
  const limit = { change: rational(-residual, own), rows: [solved] };
  return { min: limit, max: limit };
}

/** The range of −(sum of coefficient × open variable + constant) / divisor. */
function rangeOfSum(
  elimination: Elimination,
  coefficients: ReadonlyMap<number, bigint>,
  constant: bigint,
  divisor: bigint,
  by: readonly number[],
): Range {
  const groups: OpenRows[] = [];
  for (const name of coefficients.keys()) {
    for (const row of elimination.rowsOf(name)) {
      if (!elimination.isPivot(row) && !groups.some(({ rows }) => rows.includes(row)))
        groups.push(openRowsFrom(elimination, row));
    }
  }
  const variables = [...new Set([...coefficients.keys(), ...groups.flatMap((group) => group.variables)])];
  const rows = groups.flatMap((group) => group.rows);
  const simplex = simplexOf(elimination, { rows, variables });
  if (simplex.conflict()) return { min: undefined, max: undefined };
  const weights = variables.map((name) => rational(-(coefficients.get(name) ?? 0n), divisor));
  const offset = rational(-constant, divisor);
  const limit = (sign: 1 | -1): Limit | undefined => {
    const extreme = simplex.least(sign === 1 ? weights : weights.map(negate));
    return (
      extreme && {
        change: plus(sign === 1 ? extreme.value : negate(extreme.value), offset),
        rows: [...by, ...extreme.bounds.flatMap((bound) => rows[bound] ?? [])],
      }
    );
  };
  return { min: limit(1), max: limit(-1) };
}
