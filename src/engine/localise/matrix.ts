import type { Decimal } from 'decimal.js';
import { reduced, type ReducedRow, type RowSource } from './elimination';
import { toScaled } from './rational';
import type { Row, System } from './system';

/**
 * A system in integers: amounts × 10^places, rows as equations and inequalities in the changes of its variables. A row is made
 * when it is first asked for: of a workbook that is in order but for a few figures hardly any is.
 */
export class Matrix implements RowSource {
  readonly places: number;
  readonly missing: readonly number[];
  readonly fixed: readonly boolean[];
  /** Weights as whole numbers: `weightUnits` of them are 1. */
  readonly weights: readonly number[];
  readonly weightUnits: number;
  /** Of all that may be changed together, and of the cheapest (infinite where there is nothing). */
  readonly totalWeight: number;
  readonly leastWeight: number;
  /** The row of the system behind each row: one with slack is two inequalities here. */
  readonly origin: readonly number[];
  /** By variable: the rows that hold it, ascending. */
  readonly columns: number[][];
  private readonly made: (ReducedRow | undefined)[] = [];
  private readonly scaled: (bigint | undefined)[] = [];
  private all: { readonly rows: readonly ReducedRow[]; readonly values: readonly bigint[] } | undefined;

  constructor(private readonly system: System) {
    const { variables, rows } = system;
    this.columns = variables.map(() => []);
    const origin: number[] = [];
    let places = 0;
    for (const { value } of variables) if (value) places = Math.max(places, placesOf(value));
    for (const [index, { terms, op, constant, slack }] of rows.entries()) {
      if (constant) places = Math.max(places, placesOf(constant));
      const isTwo = op === '=' && slack?.isZero() === false;
      if (slack) places = Math.max(places, placesOf(slack));
      this.place(index, terms, origin.length, isTwo);
      origin.push(index);
      if (isTwo) origin.push(index);
    }
    this.places = places;
    this.origin = origin;
    this.missing = variables.flatMap(({ value }, index) => (value ? [] : [index]));
    this.fixed = variables.map(({ fixed }) => fixed === true);
    const { weights, weightUnits } = wholeWeights(variables.map(({ weight }) => weight));
    this.weights = weights;
    this.weightUnits = weightUnits;
    let [total, least] = [0, Infinity];
    for (const [index, weight] of weights.entries()) {
      if (this.fixed[index]) continue;
      total += weight;
      if (weight < least) least = weight;
    }
    this.totalWeight = total;
    this.leastWeight = least;
  }

  get count(): number {
    return this.origin.length;
  }

  get rows(): readonly ReducedRow[] {
    return this.whole().rows;
  }

  /** Missing ones count from 0. */
  get values(): readonly bigint[] {
    return this.whole().values;
  }

  /** True where the row is known to hold: it need not be made to see that. */
  isKnownToHold(index: number): boolean {
    return this.systemRow(index).holds === true;
  }

  row(index: number): ReducedRow {
    const made = this.made[index];
    if (made) return made;
    const { terms, op, constant, slack, holds } = this.systemRow(index);
    const coefficients = new Map<number, bigint>();
    for (const { variable, coefficient } of terms) coefficients.set(variable, factorOf(coefficient));
    const width = slack && !slack.isZero() ? toScaled(slack.abs(), this.places) : 0n;
    const residual = holds && op === '=' && width === 0n ? 0n : this.residualOf(this.systemRow(index), constant);
    const isBelow = width > 0n && op === '=' && this.origin[index - 1] === this.origin[index];
    if (isBelow) for (const [variable, factor] of coefficients) coefficients.set(variable, -factor);
    const row = reduced(
      coefficients,
      isBelow ? width - residual : residual + width,
      width > 0n && op === '=' ? '>=' : op,
    );
    this.made[index] = row;
    return row;
  }

  /** What stands there, × 10^places; 0 for what is missing. */
  valueAt(variable: number): bigint {
    const known = this.scaled[variable];
    if (known !== undefined) return known;
    const value = this.system.variables[variable]?.value;
    const amount = value ? toScaled(value, this.places) : 0n;
    this.scaled[variable] = amount;
    return amount;
  }

  /** The row that keeps a variable from falling below 0; undefined where nothing does. */
  readonly boundOf = (variable: number): ReducedRow | undefined =>
    this.system.variables[variable]?.nonnegative
      ? { coefficients: new Map([[variable, 1n]]), residual: this.valueAt(variable), op: '>=' }
      : undefined;

  private whole(): NonNullable<Matrix['all']> {
    this.all ??= {
      rows: this.origin.map((_, index) => this.row(index)),
      values: this.system.variables.map((_, variable) => this.valueAt(variable)),
    };
    return this.all;
  }

  private systemRow(index: number): Row {
    const row = this.system.rows[this.origin[index] ?? -1];
    if (!row) throw new Error(`no row ${index}`);
    return row;
  }

  private residualOf({ terms }: Row, constant: Decimal | undefined): bigint {
    let residual = constant ? -toScaled(constant, this.places) : 0n;
    for (const { variable, coefficient } of terms) {
      const value = this.valueAt(variable);
      residual += coefficient === 1 ? value : coefficient === -1 ? -value : factorOf(coefficient) * value;
    }
    return residual;
  }

  /** Enters a row of the system, which is one row here or two, into the columns; throws where it is none. */
  private place(index: number, terms: Row['terms'], row: number, isTwo: boolean): void {
    for (const { variable, coefficient } of terms) {
      const column = this.columns[variable];
      if (!column) throw new Error(`row ${index} names variable ${variable}, of ${this.columns.length}`);
      if (typeof coefficient === 'number' && !Number.isSafeInteger(coefficient))
        throw new Error(`row ${index}: a coefficient of ${coefficient}`);
      if (coefficient === 0 || coefficient === 0n || (column[column.length - 1] ?? -1) >= row)
        throw new Error(`row ${index}: ${coefficient} × variable ${variable}`);
      column.push(row);
      if (isTwo) column.push(row + 1);
    }
  }
}

/** The integers of a system. Throws for a system that is none (an index out of range, a weight not above 0). */
export const matrixOf = (system: System): Matrix => new Matrix(system);

const placesOf = (value: Decimal): number => (value.isInteger() ? 0 : value.decimalPlaces());

const factorOf = (coefficient: number | bigint): bigint =>
  coefficient === 1 ? 1n : coefficient === -1 ? -1n : BigInt(coefficient);

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
