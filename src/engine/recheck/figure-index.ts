import type { Book } from '../book/book';
import type { Equation } from '../equation/equation';
import { cellKey } from '../snapshot/address';
import type { Steps } from '../steps/steps';

const ROWS_A_STEP = 400;
const EQUATIONS_A_STEP = 1000;

/** Where a figure of a table stands in a book: places in its lists, which stay the same when only amounts change. */
export interface FigurePlace {
  readonly table: number;
  readonly block: number;
  readonly row: number;
  readonly column: number;
}

/** The figures of the tables of a book by their cells: mostly one each. */
export function* figuresByCell(book: Book): Steps<ReadonlyMap<string, readonly FigurePlace[]>> {
  const found = new Map<string, FigurePlace[]>();
  for (const [table, { blocks }] of book.tables.entries()) {
    for (const [block, { figures }] of blocks.entries()) {
      for (const [row, line] of figures.entries()) {
        if (row % ROWS_A_STEP === ROWS_A_STEP - 1) yield;
        for (const [column, { cell }] of line.entries()) {
          const key = cellKey(cell);
          const place = { table, block, row, column };
          const list = found.get(key);
          if (list) list.push(place);
          else found.set(key, [place]);
        }
      }
    }
  }
  return found;
}

/** The equations that touch a cell, by their places in the list. */
export function* equationsByCell(equations: readonly Equation[]): Steps<ReadonlyMap<string, readonly number[]>> {
  const found = new Map<string, number[]>();
  for (const [index, { left, right }] of equations.entries()) {
    if (index % EQUATIONS_A_STEP === EQUATIONS_A_STEP - 1) yield;
    for (const side of [left, right]) {
      for (const { cell } of side) {
        const key = cellKey(cell);
        const list = found.get(key);
        if (!list) found.set(key, [index]);
        else if (list[list.length - 1] !== index) list.push(index);
      }
    }
  }
  return found;
}
