import type { Elimination, ReducedRow } from './elimination';
import { Coefficients } from './coefficients';
import { reduced } from './elimination';
import { Simplex, type Bound } from './feasible';
import { gcd } from './rational';

/** Inequalities that hang together through variables that no equation determines. */
export interface OpenRows {
  readonly rows: readonly number[];
  /** The parameters: freed variables whose values are to be found. */
  readonly variables: readonly number[];
}

/**
 * Rows that follow from inequalities which cannot hold together whatever the open variables are, and which fail: one for each
 * connected set of such inequalities. Only those touched after the first `settled` changes are looked at, and what hangs together with them.
 */
export function conflictsAmongOpen(elimination: Elimination, settled: number): readonly ReducedRow[] {
  const seen = new Set<number>();
  const conflicts: ReducedRow[] = [];
  for (let index = settled; index < elimination.touched.length; index++) {
    const start = elimination.touched[index] ?? -1;
    if (seen.has(start) || !elimination.isOpen(start)) continue;
    const connected = openRowsFrom(elimination, start);
    for (const row of connected.rows) seen.add(row);
    const simplex = simplexOf(elimination, connected);
    const factors = simplex.conflict();
    elimination.work += simplex.work + connected.rows.length;
    if (factors) conflicts.push(combined(elimination, connected, factors));
  }
  return conflicts;
}

/** The inequalities connected with one through open variables. */
export function openRowsFrom(elimination: Elimination, start: number): OpenRows {
  const rows = [start];
  const known = new Set(rows);
  const variables = new Set<number>();
  for (let index = 0; index < rows.length; index++) {
    for (const variable of elimination.row(rows[index] ?? start).coefficients.variables) {
      if (!elimination.isOpenVariable(variable) || variables.has(variable)) continue;
      variables.add(variable);
      for (const next of elimination.rowsOf(variable)) {
        if (known.has(next) || elimination.isPivot(next)) continue;
        known.add(next);
        rows.push(next);
      }
    }
  }
  return { rows, variables: [...variables] };
}

/** The bounds of the open variables, all others unchanged. */
export function simplexOf(elimination: Elimination, { rows, variables }: OpenRows): Simplex {
  const bounds = rows.map((index): Bound => {
    const { coefficients, residual, op } = elimination.row(index);
    return {
      coefficients: variables.map((variable) => coefficients.get(variable)),
      constant: residual,
      strict: op === '>',
    };
  });
  return new Simplex(variables.length, bounds);
}

function combined(
  elimination: Elimination,
  { rows }: OpenRows,
  factors: ReadonlyMap<number, { readonly num: bigint; readonly den: bigint }>,
): ReducedRow {
  let common = 1n;
  for (const { den } of factors.values()) common = (common / gcd(common, den)) * den;
  const coefficients = new Map<number, bigint>();
  let residual = 0n;
  let strict = false;
  for (const [index, { num, den }] of factors) {
    const row = elimination.row(rows[index] ?? -1);
    const factor = num * (common / den);
    for (const [variable, coefficient] of row.coefficients) {
      coefficients.set(variable, (coefficients.get(variable) ?? 0n) + factor * coefficient);
    }
    residual += factor * row.residual;
    strict ||= row.op === '>';
  }
  return reduced(Coefficients.of(coefficients), residual, strict ? '>' : '>=');
}
