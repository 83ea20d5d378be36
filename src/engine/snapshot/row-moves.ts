import type { Span } from './snapshot';

const LAST_ROW = 1_048_575;

/** Where the rows of one sheet go when rows are put in or taken out. Rows are counted from 0. */
export interface RowMoves {
  /** Where a row stands afterwards; undefined for one that is taken out. */
  row(row: number): number | undefined;
  /**
   * The rows from one to another as a range keeps them: rows put in between belong to it, rows put in above its first or below
   * its last do not. One that reaches the end of the sheet goes on doing so. Undefined where nothing is left of it.
   */
  span(from: number, to: number): Span | undefined;
}

/** Blank rows above a row, counted as the sheet is before any insertion. */
export interface RowsIn {
  readonly at: number;
  readonly count: number;
}

/** Rows from `at` on, counted as the sheet is before any of them is taken out. */
export type RowsOut = RowsIn;

/** The moves of insertions into one sheet, in any order. */
export function rowsPutIn(insertions: readonly RowsIn[]): RowMoves {
  const steps = stepsOf(insertions, (shift, { count }) => shift + count);
  const row = (given: number): number => given + shiftAt(steps, given);
  return { row, span: (from, to) => ({ from: row(from), to: to >= LAST_ROW ? to : row(to) }) };
}

/** The moves of rows taken out of one sheet; the areas must not overlap. */
export function rowsTakenOut(deletions: readonly RowsOut[]): RowMoves {
  const sorted = [...deletions].sort((a, b) => a.at - b.at);
  const steps = stepsOf(sorted, (shift, { count }) => shift - count);
  /** The rows taken out that a row is among. */
  const around = (row: number): RowsOut | undefined => {
    const last = sorted[stepBefore(steps, row)];
    return last && row < last.at + last.count ? last : undefined;
  };
  const row = (given: number): number | undefined => (around(given) ? undefined : given + shiftAt(steps, given));
  return {
    row,
    span: (from, to) => {
      let first = from;
      for (let gone = around(first); gone; gone = around(first)) first = gone.at + gone.count;
      let last = to;
      for (let gone = around(last); gone && last < LAST_ROW; gone = around(last)) last = gone.at - 1;
      if (first > last) return undefined;
      return { from: first + shiftAt(steps, first), to: last >= LAST_ROW ? last : last + shiftAt(steps, last) };
    },
  };
}

/** From each of these rows on, by how much rows move. */
interface Steps {
  readonly rows: readonly number[];
  readonly shifts: readonly number[];
}

function stepsOf(changes: readonly RowsIn[], next: (shift: number, change: RowsIn) => number): Steps {
  const sorted = [...changes].sort((a, b) => a.at - b.at);
  const shifts: number[] = [];
  let shift = 0;
  for (const change of sorted) {
    shift = next(shift, change);
    shifts.push(shift);
  }
  return { rows: sorted.map(({ at }) => at), shifts };
}

/** The last step at or above a row; −1 where there is none. */
function stepBefore({ rows }: Steps, row: number): number {
  let low = 0;
  let high = rows.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((rows[middle] ?? 0) <= row) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

const shiftAt = (steps: Steps, row: number): number => steps.shifts[stepBefore(steps, row)] ?? 0;
