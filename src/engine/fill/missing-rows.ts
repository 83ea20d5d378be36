import type { Book } from '../book/book';
import type { Catalogue } from '../classification/catalogue';
import type { Snapshot } from '../snapshot/snapshot';
import { hindrance, missingAncestors } from './missing-ancestors';
import type { MissingRow } from './missing-row';
import { missingTotal, TotalHabit } from './total-row';

/**
 * The rows that the tables of a book should print by their declaration and do not: those above the rows that are there, and the row of
 * totals where one is declared. In sheet order, what stands above the same row from the top level down.
 */
export function missingRows(book: Book, snapshot: Snapshot, catalogue: Catalogue): readonly MissingRow[] {
  const ancestorsOf = missingAncestors(book, snapshot, catalogue);
  const habit = new TotalHabit(book, snapshot);
  return book.tables.flatMap((table) =>
    table.blocks.flatMap((block) => [
      ...ancestorsOf(table, block),
      ...missingTotal(table, block, habit, (sheet, above) => hindrance(book, snapshot, table, block, sheet, above)),
    ]),
  );
}
