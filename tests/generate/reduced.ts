import { readAmount } from '../../src/engine/amount/read-amount';
import type { Cell, SheetSnapshot, Snapshot } from '../../src/engine/snapshot/snapshot';
import { normaliseText } from '../../src/engine/text/normalise';
import { placeOf, withoutRows, withValues, type Place } from '../fixtures/edit';

/** Tables of the Xinjiang edition with a tree of functional codes in the first three columns; the first of their amounts' columns. */
const TREES: Readonly<Record<string, number>> = { 表二: 4, 表三: 4, 表五: 4, 表七: 5, 表九: 4 };
/** All of whose amounts follow from other tables. */
const DERIVED: ReadonlySet<string> = new Set(['表一', '表四']);

const textIn = (cells: readonly Cell[], column: number): string =>
  normaliseText(String(cells.find((cell) => cell.column === column)?.value ?? ''));

const codeIn = (cells: readonly Cell[]): string => [0, 1, 2].map((column) => textIn(cells, column)).join('');
const isTotal = (cells: readonly Cell[]): boolean => cells.some((cell) => normaliseText(String(cell.value)) === '合计');

/**
 * A workbook reduced to its lowest rows, as people type them: class and section rows are gone, all totals and whatever else follows
 * from the other amounts is blank. `amounts` are the places that state amounts, or could; tables to be `kept` stay as they are.
 */
export function reduced(snapshot: Snapshot, amounts: readonly Place[], kept: readonly string[] = []): Snapshot {
  const places = new Set(amounts);
  const blank: Record<Place, null> = {};
  const gone: Record<string, number[]> = {};
  for (const sheet of snapshot.sheets.filter(({ name }) => !kept.includes(name))) {
    for (const { row, cells } of sheet.rows) {
      const first = TREES[sheet.name];
      if (first !== undefined && /^\d{3}(?:\d\d)?$/.test(codeIn(cells))) (gone[sheet.name] ??= []).push(row + 1);
      for (const { column } of cells) {
        const place = placeOf({ sheet: sheet.name, row, column });
        if (places.has(place) && follows(sheet, row, cells, column, first)) blank[place] = null;
      }
    }
  }
  return withoutRows(withValues(snapshot, blank), gone);
}

function follows(
  { name, rows }: SheetSnapshot,
  row: number,
  cells: readonly Cell[],
  column: number,
  firstAmount: number | undefined,
): boolean {
  if (DERIVED.has(name) || isTotal(cells)) return true;
  // 合计 of a row is the sum of the columns beside it; 表八 states its own whole first.
  if (name === '表六') return column === 3;
  if (name === '表八')
    return row === rows.find((one) => one.row > 4 && readAmount(one.cells[0]?.value ?? null).kind === 'amount')?.row;
  return column === firstAmount;
}
