import { a1OfArea, cellKey, quoteSheetName } from '../engine/snapshot/address';
import type { CellRef } from '../engine/snapshot/address';
import { areasOf } from '../engine/snapshot/areas';

export { areasOf };

/** More places than these nobody reads one by one, and a cell of Excel holds 32,767 characters. */
const MOST_LISTED = 200;

/**
 * `表三!E9，表三!E11:E14，表五!G8`: cells as people write them down, sheets in the order in which they come up. A long list
 * ends with an ellipsis.
 */
export function cellList(cells: readonly CellRef[], separator: string): string {
  const shown = cells.slice(0, MOST_LISTED);
  const list = areaList(shown).join(separator);
  return shown.length < cells.length ? `${list}${separator}…` : list;
}

/** `表三!E9`, `表三!E11:E14`: cells as areas, sheets in the order in which they come up. */
export function areaList(cells: readonly CellRef[]): readonly string[] {
  const sheets = [...new Set(cells.map((cell) => cell.sheet))];
  return sheets.flatMap((sheet) =>
    areasOf(distinct(cells.filter((cell) => cell.sheet === sheet))).map(
      (area) => `${quoteSheetName(sheet)}!${a1OfArea(area)}`,
    ),
  );
}

function distinct(cells: readonly CellRef[]): readonly CellRef[] {
  return [...new Map(cells.map((cell) => [cellKey(cell), cell])).values()];
}
