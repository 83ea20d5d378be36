import type { Elimination } from './elimination';
import type { Matrix } from './matrix';
import { openRowsFrom, simplexOf, type OpenRows } from './open-rows';
import { plus, rational, toDecimal, type Rational } from './rational';
import type { NewValue } from './system';

/** What freed variables must be or may be, in the units of the system. They must be feasible together. */
export function valueOf(elimination: Elimination, matrix: Matrix, variable: number): NewValue {
  const solved = elimination.solvedBy(variable);
  const open = solved ? [...solved.coefficients.keys()].filter((name) => elimination.isOpenVariable(name)) : [variable];
  const base = rational(matrix.values[variable] ?? 0n);
  const at = (change: Rational): ReturnType<typeof toDecimal> => toDecimal(plus(base, change), matrix.places);
  const own = solved?.coefficients.get(variable);
  if (solved && own !== undefined && open.length === 0) return { kind: 'value', ...at(rational(-solved.residual, own)) };
  const range =
    solved && own !== undefined
      ? rangeOfSum(elimination, new Map(open.map((name) => [name, solved.coefficients.get(name) ?? 0n])), solved.residual, own)
      : rangeOfSum(elimination, new Map([[variable, -1n]]), 0n, 1n);
  const min = range.min && at(range.min);
  const max = range.max && at(range.max);
  if (range.min && range.max && min && range.min.num === range.max.num && range.min.den === range.max.den) return { kind: 'value', ...min };
  return { kind: 'open', min: min?.value ?? null, max: max?.value ?? null };
}

interface Range {
  readonly min: Rational | undefined;
  readonly max: Rational | undefined;
}

/** The range of −(sum of coefficient × open variable + constant) / divisor; undefined: unbounded on that side. */
function rangeOfSum(elimination: Elimination, coefficients: ReadonlyMap<number, bigint>, constant: bigint, divisor: bigint): Range {
  const groups: OpenRows[] = [];
  for (const name of coefficients.keys()) {
    for (const row of elimination.rowsOf(name)) {
      if (!elimination.isPivot(row) && !groups.some(({ rows }) => rows.includes(row))) groups.push(openRowsFrom(elimination, row));
    }
  }
  const variables = [...new Set([...coefficients.keys(), ...groups.flatMap((group) => group.variables)])];
  const simplex = simplexOf(elimination, { rows: groups.flatMap((group) => group.rows), variables });
  if (simplex.conflict()) throw new Error('asked for the range of a variable that has none');
  const weights = variables.map((name) => rational(-(coefficients.get(name) ?? 0n), divisor));
  const offset = rational(-constant, divisor);
  const shifted = (value: Rational | undefined): Rational | undefined => value && plus(value, offset);
  return { min: shifted(simplex.least(weights)), max: shifted(simplex.greatest(weights)) };
}
