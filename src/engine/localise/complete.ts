import type { Decimal } from 'decimal.js';
import { Elimination, rowsGiven, type ReducedRow } from './elimination';
import { matrixOf, type Matrix } from './matrix';
import { conflictsAmongOpen } from './open-rows';
import { rational, toDecimal, type Rational } from './rational';
import type { System } from './system';
import { isPoint, rangeOf } from './values';

/** A missing value that the rows leave no choice about, the present ones taken as they stand. */
export interface Derived {
  readonly variable: number;
  readonly value: Decimal;
  /** False for a fraction that no decimal ends: then rounded to 20 digits. */
  readonly exact: boolean;
  /** The rows it follows from, ascending: one where a single row has nothing else missing. */
  readonly rows: readonly number[];
  /** True where inequalities had a part in it, such as a zero because nothing is left over and no part may be negative. */
  readonly bounded: boolean;
  /** True where a row that fails as it stands holds one of the present figures it follows from. */
  readonly doubtful: boolean;
}

/** What two derivations of one missing value give. */
export interface Reading {
  readonly value: Decimal;
  readonly rows: readonly number[];
}

/** Rows that cannot hold together whatever the missing values are. */
export interface Conflict {
  /** Ascending. */
  readonly rows: readonly number[];
  /** The missing variables in them, ascending: none of them is derived. */
  readonly variables: readonly number[];
  /** Where a row of these alone gives a value for one variable and the rest of them another. */
  readonly differing?: { readonly variable: number; readonly readings: readonly [Reading, Reading] };
}

export interface Completion {
  /** In the order of the variables. */
  readonly derived: readonly Derived[];
  readonly conflicts: readonly Conflict[];
}

/**
 * The missing values that the rows determine, each with the rows it follows from, and the rows that determine one differently.
 * Rows that fail without missing values are no conflict here: they are for `localise`.
 */
export function complete(system: System): Completion {
  const matrix = matrixOf(system);
  const { missing } = matrix;
  if (missing.length === 0) return { derived: [], conflicts: [] };
  const count = matrix.values.length;
  // Each row carries a mark of its own, so that what is left after elimination tells which rows it was made of, and with which factors.
  const marked = matrix.rows.map((row, index): ReducedRow => ({
    ...row,
    coefficients: row.coefficients.with(count + index, 1n),
  }));
  const elimination = new Elimination(rowsGiven(marked, count + marked.length));
  freeMissing(elimination, new Set(missing));
  const failing = rowsOf(elimination).filter((_, index) => elimination.fails(index));
  const trace: Trace = { matrix, elimination, missing: new Set(missing) };
  const conflicts = [...failing, ...conflictsAmongOpen(elimination, 0)].flatMap((row) => conflictOf(row, trace) ?? []);
  const contested = new Set(conflicts.flatMap(({ variables }) => variables));
  const suspicious = presentInFailing(matrix);
  const derived = missing.flatMap((variable) =>
    contested.has(variable) ? [] : (derivedOf(variable, trace, suspicious) ?? []),
  );
  return { derived, conflicts };
}

interface Trace {
  readonly matrix: Matrix;
  readonly elimination: Elimination;
  readonly missing: ReadonlySet<number>;
}

const rowsOf = (elimination: Elimination): readonly ReducedRow[] =>
  Array.from({ length: elimination.count }, (_, index) => elimination.row(index));

/** Rows with one missing value first, so that each value follows from as few rows as can be. */
function freeMissing(elimination: Elimination, missing: ReadonlySet<number>): void {
  const left = new Set(missing);
  const missingIn = (row: number): readonly number[] =>
    elimination.row(row).coefficients.variables.filter((variable) => left.has(variable));
  const queue = rowsOf(elimination).flatMap((row, index) => (row.op === '=' ? [index] : []));
  // The list grows while it is walked.
  for (const row of queue) {
    if (elimination.isPivot(row)) continue;
    const [only, second] = missingIn(row);
    if (only === undefined || second !== undefined) continue;
    left.delete(only);
    queue.push(
      ...elimination.free(only, row).filter((changed) => changed !== row && elimination.row(changed).op === '='),
    );
  }
  for (const variable of left) elimination.free(variable);
}

function derivedOf(
  variable: number,
  { elimination, matrix }: Trace,
  suspicious: ReadonlySet<number>,
): Derived | undefined {
  const range = rangeOf(elimination, variable);
  const { min, max } = range;
  if (!min || !max || !isPoint(range)) return undefined;
  const used = [...new Set([...min.rows, ...max.rows])].map((index) => elimination.row(index));
  const marks = [...new Set(used.flatMap((row) => marksOf(row, matrix)))];
  return {
    variable,
    ...amount(min.change, matrix),
    rows: originsOf(marks, matrix),
    bounded: marks.some((mark) => matrix.rows[mark]?.op !== '='),
    doubtful: marks.some((mark) =>
      matrix.rows[mark]?.coefficients.variables.some((present) => suspicious.has(present)),
    ),
  };
}

function conflictOf(row: ReducedRow, trace: Trace): Conflict | undefined {
  const { matrix } = trace;
  const marks = marksOf(row, matrix);
  const variables = [...new Set(marks.flatMap((mark) => missingOf(mark, trace)))].sort((a, b) => a - b);
  if (variables.length === 0) return undefined;
  const differing = differingOf(row, marks, trace);
  return { rows: originsOf(marks, matrix), variables, ...(differing ? { differing } : {}) };
}

/**
 * The failing sum has no missing value left in it. Of a row in it that has but one, the value follows; and from the sum
 * without that row another, since there that variable is left over with the opposite factor.
 */
function differingOf(sum: ReducedRow, marks: readonly number[], trace: Trace): Conflict['differing'] {
  const { matrix } = trace;
  if (sum.op !== '=') return undefined;
  for (const mark of marks) {
    const row = matrix.rows[mark];
    const [variable, second] = missingOf(mark, trace);
    const rest = marks.filter((other) => other !== mark);
    if (!row || variable === undefined || second !== undefined || rest.length === 0) continue;
    const own = row.coefficients.get(variable);
    const factor = sum.coefficients.get(matrix.values.length + mark);
    const reading = (change: Rational, rows: readonly number[]): Reading => ({
      value: amount(change, matrix).value,
      rows: originsOf(rows, matrix),
    });
    return {
      variable,
      readings: [
        reading(rational(-row.residual, own), [mark]),
        reading(rational(sum.residual - factor * row.residual, factor * own), rest),
      ],
    };
  }
  return undefined;
}

const marksOf = ({ coefficients }: ReducedRow, { values }: Matrix): readonly number[] =>
  coefficients.variables
    .filter((name) => name >= values.length)
    .map((name) => name - values.length)
    .sort((a, b) => a - b);

const missingOf = (mark: number, { matrix, missing }: Trace): readonly number[] =>
  (matrix.rows[mark]?.coefficients.variables ?? []).filter((variable) => missing.has(variable));

const originsOf = (marks: readonly number[], { origin }: Matrix): readonly number[] =>
  [...new Set(marks.flatMap((mark) => origin[mark] ?? []))].sort((a, b) => a - b);

/** Missing variables count from 0, so that their change is their value. */
const amount = (change: Rational, { places }: Matrix): { readonly value: Decimal; readonly exact: boolean } =>
  toDecimal(change, places);

function presentInFailing({ rows, missing }: Matrix): ReadonlySet<number> {
  const isMissing = new Set(missing);
  const found = new Set<number>();
  for (const { coefficients, residual, op } of rows) {
    const holds = op === '=' ? residual === 0n : op === '>' ? residual > 0n : residual >= 0n;
    if (holds || coefficients.variables.some((variable) => isMissing.has(variable))) continue;
    for (const variable of coefficients.variables) found.add(variable);
  }
  return found;
}
