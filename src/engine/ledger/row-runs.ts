import { runsOf } from '../lists/runs';
import type { CellRef } from '../snapshot/address';

/** Rows that follow each other as first and last, in the order of the sheet. */
export const rowsOf = (cells: readonly CellRef[]): readonly (readonly [number, number])[] =>
  runsOf(cells.map(({ row }) => row)).map(({ from, to }) => [from, to] as const);
