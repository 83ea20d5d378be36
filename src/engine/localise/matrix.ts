import { reduced, type ReducedRow } from './elimination';
import { toScaled } from './rational';
import type { System } from './system';

/** A system in integers: amounts × 10^places, rows as equations and inequalities in the changes of its variables. */
export interface Matrix {
  readonly places: number;
  /** Missing ones count from 0. */
  readonly values: readonly bigint[];
  readonly missing: readonly number[];
  readonly fixed: readonly boolean[];
  /** The row that keeps a variable from falling below 0; undefined where nothing does. */
  readonly boundOf: (variable: number) => ReducedRow | undefined;
  /** Weights as whole numbers: `weightUnits` of them are 1. */
  readonly weights: readonly number[];
  readonly weightUnits: number;
  readonly rows: readonly ReducedRow[];
  /** The row of the system behind each row: one with slack is two inequalities here. */
  readonly origin: readonly number[];
}

/** The integers of a system. */
export function matrixOf(system: System): Matrix {
  const { variables, rows } = system;
  let places = 0;
  for (const { value } of variables) if (value && !value.isZero()) places = Math.max(places, value.decimalPlaces());
  for (const { constant, slack } of rows)
    places = Math.max(places, constant?.decimalPlaces() ?? 0, slack?.decimalPlaces() ?? 0);
  const values = variables.map(({ value }) => (value ? toScaled(value, places) : 0n));
  const reducedRows: ReducedRow[] = [];
  const origin: number[] = [];
  const push = (index: number, row: ReducedRow): void => {
    reducedRows.push(row);
    origin.push(index);
  };
  for (const [index, { terms, op, constant, slack }] of rows.entries()) {
    const coefficients = new Map<number, bigint>();
    let residual = constant ? -toScaled(constant, places) : 0n;
    for (const { variable, coefficient } of terms) {
      const value = values[variable];
      if (value === undefined) throw new Error(`row ${index} names variable ${variable}, of ${values.length}`);
      if (typeof coefficient === 'number' && !Number.isSafeInteger(coefficient))
        throw new Error(`row ${index}: a coefficient of ${coefficient}`);
      const factor = coefficient === 1 ? 1n : coefficient === -1 ? -1n : BigInt(coefficient);
      if (factor === 0n || coefficients.has(variable))
        throw new Error(`row ${index}: ${coefficient} × variable ${variable}`);
      coefficients.set(variable, factor);
      residual += coefficient === 1 ? value : coefficient === -1 ? -value : factor * value;
    }
    if (!slack || slack.isZero()) {
      push(index, reduced(coefficients, residual, op));
      continue;
    }
    const width = toScaled(slack.abs(), places);
    const above = new Map(coefficients);
    push(index, reduced(above, residual + width, op === '=' ? '>=' : op));
    if (op !== '=') continue;
    for (const [variable, factor] of coefficients) coefficients.set(variable, -factor);
    push(index, reduced(coefficients, width - residual, '>='));
  }
  const { weights, weightUnits } = wholeWeights(variables.map(({ weight }) => weight));
  return {
    places,
    values,
    missing: variables.flatMap(({ value }, index) => (value ? [] : [index])),
    fixed: variables.map(({ fixed }) => fixed === true),
    boundOf: (variable) =>
      variables[variable]?.nonnegative
        ? { coefficients: new Map([[variable, 1n]]), residual: values[variable] ?? 0n, op: '>=' }
        : undefined,
    weights,
    weightUnits,
    rows: reducedRows,
    origin,
  };
}

/** The same weights as whole numbers: 1.5 and 2 are 15 and 20, ten to the unit. */
function wholeWeights(weights: readonly number[]): {
  readonly weights: readonly number[];
  readonly weightUnits: number;
} {
  const known = new Map<number, number>();
  let places = 0;
  for (const weight of weights) {
    if (known.has(weight)) continue;
    if (!(weight > 0) || !Number.isFinite(weight)) throw new Error(`a weight of ${weight}`);
    known.set(weight, 0);
    places = Math.max(places, (String(weight).split('.')[1] ?? '').length);
  }
  for (const weight of known.keys()) known.set(weight, Math.round(weight * 10 ** places));
  return { weights: weights.map((weight) => known.get(weight) ?? 0), weightUnits: 10 ** places };
}
