import type { Book } from '../book/book';
import type { Catalogue } from '../classification/catalogue';
import { cellKey } from '../snapshot/address';
import type { Snapshot } from '../snapshot/snapshot';
import type { FillOptions, FillPlan } from './plan';
import { settle } from './settle';

/**
 * What filling would do to a recognised workbook: rows that its tables should print and did not have, and for every sum, class
 * row and cross-table figure the formula it follows from. What the user typed stays, unless asked otherwise.
 */
export function planFill(book: Book, snapshot: Snapshot, _catalogue: Catalogue, options: FillOptions = {}): FillPlan {
  return {
    inserts: [],
    ...settle(book, { ...options, covered: coveredCells(snapshot), circular: new Set() }),
  };
}

/** The cells that lie under a merged one, as far as the sheet is used: nothing written there is seen. */
function coveredCells(snapshot: Snapshot): ReadonlySet<string> {
  const covered = new Set<string>();
  for (const { name, rows, merges } of snapshot.sheets) {
    const lastRow = rows[rows.length - 1]?.row ?? 0;
    for (const { top, left, bottom, right } of merges) {
      for (let row = top; row <= Math.min(bottom, lastRow); row++) {
        for (let column = left; column <= right; column++) {
          if (row !== top || column !== left) covered.add(cellKey({ sheet: name, row, column }));
        }
      }
    }
  }
  return covered;
}
