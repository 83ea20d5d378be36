import type { Book } from '../book/book';
import type { Equation } from '../equation/equation';
import { cellKey } from '../snapshot/address';

/** Where a figure of a table stands in a book: places in its lists, which stay the same when only amounts change. */
export interface FigurePlace {
  readonly table: number;
  readonly block: number;
  readonly row: number;
  readonly column: number;
}

/** The figures of the tables of a book by their cells: mostly one each. */
export function figuresByCell(book: Book): ReadonlyMap<string, readonly FigurePlace[]> {
  const found = new Map<string, FigurePlace[]>();
  for (const [table, { blocks }] of book.tables.entries()) {
    for (const [block, { figures }] of blocks.entries()) {
      for (const [row, line] of figures.entries()) {
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
export function equationsByCell(equations: Iterable<Equation>): ReadonlyMap<string, readonly number[]> {
  const found = new Map<string, number[]>();
  let index = 0;
  for (const { left, right } of equations) {
    for (const side of [left, right]) {
      for (const { cell } of side) {
        const key = cellKey(cell);
        const list = found.get(key);
        if (!list) found.set(key, [index]);
        else if (list[list.length - 1] !== index) list.push(index);
      }
    }
    index++;
  }
  return found;
}
