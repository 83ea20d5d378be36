import type { Table } from '../edition/edition';
import { normaliseText, stripLeadingEnumeration } from '../text/normalise';
import type { GridRow } from './grid';
import type { HeaderMatch } from './header';

/** A table's place as far as it matters for whether another one goes on from it. */
export interface Continuable {
  readonly table: Table;
  readonly match: HeaderMatch;
  readonly rows: readonly GridRow[];
  /** It says so itself, or repeats the header of the place above it. */
  readonly continues: boolean;
}

/**
 * Places of one table, in the order of the workbook, as groups of one table each. A place goes on from the one before where
 * it says so (续表), or where what stands before has no row of totals yet. Its columns must stand where those of the first do.
 */
export function groupContinuations<P extends Continuable>(places: readonly P[]): readonly (readonly P[])[] {
  const groups: P[][] = [];
  for (const place of places) {
    const last = groups[groups.length - 1];
    const [first] = last ?? [];
    if (last && first && sameColumns(first.match, place.match) && (place.continues || !last.some(hasTotal)))
      last.push(place);
    else groups.push([place]);
  }
  return groups;
}

function sameColumns(a: HeaderMatch, b: HeaderMatch): boolean {
  return a.blocks.every((block, index) => {
    const other = b.blocks[index];
    return block.columns.every((column, c) => column?.column === other?.columns[c]?.column);
  });
}

/** Tables without a row of totals are complete as they stand. */
function hasTotal({ table, match, rows }: Continuable): boolean {
  const totals = new Set(
    table.blocks.flatMap((block) => block.rows.flatMap((row) => ('total' in row ? row.total : []))).map(normaliseText),
  );
  if (totals.size === 0) return true;
  const keys = new Set(match.blocks.flatMap((block) => block.keys.flat()));
  return rows.some((row) =>
    row.cells.some((cell) => keys.has(cell.column) && totals.has(stripLeadingEnumeration(cell.text))),
  );
}
