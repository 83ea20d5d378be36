import type { Decimal } from 'decimal.js';
import { runSteps, type Steps } from '../steps/steps';
import { Coefficients } from './coefficients';
import { reduced, type ReducedRow, type RowSource } from './elimination';
import { toScaled } from '../amount/scaled';
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
  /** Of all that may be changed together, of the cheapest (infinite where there is nothing) and of the dearest. */
  readonly totalWeight: number;
  readonly leastWeight: number;
  readonly greatestWeight: number;
  /** The row of the system behind each row: one with slack is two inequalities here. */
  readonly origin: readonly number[];
  /** By variable: the rows that hold it, ascending. */
  readonly columns: number[][];
  private readonly made: (ReducedRow | undefined)[] = [];
  private readonly scaled: (bigint | undefined)[] = [];
  private all: { readonly rows: readonly ReducedRow[]; readonly values: readonly bigint[] } | undefined;

  constructor(
    private readonly system: System,
    { columns, origin, places }: Layout,
  ) {
    this.columns = columns;
    this.places = places;
    this.origin = origin;
    const missing: number[] = [];
    const fixed: boolean[] = [];
    const { weights, weightUnits } = wholeWeights(system.variables);
    let [total, least, greatest] = [0, Infinity, 0];
    for (const [index, variable] of system.variables.entries()) {
      fixed.push(variable.fixed === true);
      if (!variable.value) missing.push(index);
      if (variable.fixed) continue;
      const weight = weights[index] ?? 0;
      total += weight;
      if (weight < least) least = weight;
      if (weight > greatest) greatest = weight;
    }
    this.missing = missing;
    this.fixed = fixed;
    this.weights = weights;
    this.weightUnits = weightUnits;
    this.totalWeight = total;
    this.leastWeight = least;
    this.greatestWeight = greatest;
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
    const coefficients = Coefficients.of(
      terms.map(({ variable, coefficient }): readonly [number, bigint] => [variable, factorOf(coefficient)]),
    );
    const width = slack && !slack.isZero() ? toScaled(slack.abs(), this.places) : 0n;
    const residual = holds && op === '=' && width === 0n ? 0n : this.residualOf(this.systemRow(index), constant);
    const isBelow = width > 0n && op === '=' && this.origin[index - 1] === this.origin[index];
    const row = reduced(
      isBelow ? coefficients.negated() : coefficients,
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
      ? { coefficients: Coefficients.of([[variable, 1n]]), residual: this.valueAt(variable), op: '>=' }
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
}

/** What is to be known of all rows and amounts before the first is made. */
interface Layout {
  readonly columns: number[][];
  readonly origin: readonly number[];
  readonly places: number;
}

const ENTRIES_A_STEP = 2000;

/** Slice by slice in functions of their own: what stands in the body of a generator is not made fast. */
function* layoutOf({ variables, rows }: System): Steps<Layout> {
  const layout = { columns: noRows(variables.length), origin: [], places: 0 };
  for (let from = 0; from < variables.length; from += ENTRIES_A_STEP) {
    if (from > 0) yield;
    layOutVariables(variables, from, layout);
  }
  for (let from = 0; from < rows.length; from += ENTRIES_A_STEP) {
    if (from > 0) yield;
    layOutRows(rows, from, layout);
  }
  return layout;
}

function noRows(variables: number): number[][] {
  const columns: number[][] = [];
  for (let index = 0; index < variables; index++) columns.push([]);
  return columns;
}

interface Growing {
  readonly columns: readonly number[][];
  readonly origin: number[];
  places: number;
}

function layOutVariables(variables: System['variables'], from: number, layout: Growing): void {
  const end = Math.min(variables.length, from + ENTRIES_A_STEP);
  for (let index = from; index < end; index++) {
    const value = variables[index]?.value;
    if (value) layout.places = Math.max(layout.places, placesOf(value));
  }
}

function layOutRows(rows: System['rows'], from: number, layout: Growing): void {
  const end = Math.min(rows.length, from + ENTRIES_A_STEP);
  for (let index = from; index < end; index++) {
    const row = rows[index];
    if (!row) continue;
    const { terms, op, constant, slack } = row;
    if (constant) layout.places = Math.max(layout.places, placesOf(constant));
    if (slack) layout.places = Math.max(layout.places, placesOf(slack));
    const first = layout.origin.length;
    layout.origin.push(index);
    enter(index, terms, layout.columns, first);
    if (op !== '=' || !slack || slack.isZero()) continue;
    layout.origin.push(index);
    for (const { variable } of terms) layout.columns[variable]?.push(first + 1);
  }
}

/** Enters a row of the system into the columns as one of the matrix; throws where it is none. */
function enter(index: number, terms: Row['terms'], columns: readonly number[][], as: number): void {
  for (const { variable, coefficient } of terms) {
    const column = columns[variable];
    if (!column) throw new Error(`row ${index} names variable ${variable}, of ${columns.length}`);
    if (typeof coefficient === 'number' && !Number.isSafeInteger(coefficient))
      throw new Error(`row ${index}: a coefficient of ${coefficient}`);
    if (coefficient === 0 || coefficient === 0n || (column[column.length - 1] ?? -1) >= as)
      throw new Error(`row ${index}: ${coefficient} × variable ${variable}`);
    column.push(as);
  }
}

/** The integers of a system. Throws for a system that is none (an index out of range, a weight not above 0). */
export const matrixOf = (system: System): Matrix => runSteps(matrixInSteps(system));

/** The same in steps. */
export function* matrixInSteps(system: System): Steps<Matrix> {
  return new Matrix(system, yield* layoutOf(system));
}

const placesOf = (value: Decimal): number => (value.isInteger() ? 0 : value.decimalPlaces());

const factorOf = (coefficient: number | bigint): bigint =>
  coefficient === 1 ? 1n : coefficient === -1 ? -1n : BigInt(coefficient);

/** The same weights as whole numbers: 1.5 and 2 are 15 and 20, ten to the unit. */
function wholeWeights(variables: System['variables']): {
  readonly weights: readonly number[];
  readonly weightUnits: number;
} {
  const known = new Map<number, number>();
  let places = 0;
  for (const { weight } of variables) {
    if (known.has(weight)) continue;
    if (!(weight > 0) || !Number.isFinite(weight)) throw new Error(`a weight of ${weight}`);
    known.set(weight, 0);
    places = Math.max(places, (String(weight).split('.')[1] ?? '').length);
  }
  for (const weight of known.keys()) known.set(weight, Math.round(weight * 10 ** places));
  return { weights: variables.map(({ weight }) => known.get(weight) ?? 0), weightUnits: 10 ** places };
}
