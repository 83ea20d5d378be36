import { recalculate } from '../../../src/engine/formula/recalculate';
import type { CellRef } from '../../../src/engine/snapshot/address';
import type { Edit } from '../../../src/engine/snapshot/patch';
import type { Cell, CellValue, SheetSnapshot, Snapshot } from '../../../src/engine/snapshot/snapshot';
import { withInsertedRows } from '../../../src/engine/fill/widen';

/** The workbook after the edits of a fill, every formula calculated as Excel would. */
export function applied(snapshot: Snapshot, edits: readonly Edit[]): Snapshot {
  const insertions = edits.flatMap((edit) =>
    edit.do === 'insertRows' ? [{ sheet: edit.sheet, above: edit.at, count: edit.count }] : [],
  );
  const cells = new Map<string, Map<number, Map<number, Cell>>>();
  for (const edit of edits) {
    if (edit.do === 'insertRows') continue;
    if (edit.do !== 'setValue' && edit.do !== 'setFormula') throw new Error(`no edit of a fill: ${edit.do}`);
    put(cells, edit.at, edit.do === 'setValue' ? { value: edit.to } : { value: null, formula: edit.to });
  }
  const widened = withInsertedRows(snapshot, insertions);
  return recalculate({
    ...widened,
    sheets: widened.sheets.map((sheet) => withCells(sheet, cells.get(sheet.name) ?? new Map())),
  });
}

function put(
  cells: Map<string, Map<number, Map<number, Cell>>>,
  { sheet, row, column }: CellRef,
  content: { readonly value: CellValue; readonly formula?: string },
): void {
  const rows = cells.get(sheet) ?? new Map<number, Map<number, Cell>>();
  const row_ = rows.get(row) ?? new Map<number, Cell>();
  cells.set(sheet, rows.set(row, row_.set(column, { column, ...content })));
}

function withCells(sheet: SheetSnapshot, edited: ReadonlyMap<number, ReadonlyMap<number, Cell>>): SheetSnapshot {
  const before = new Map(sheet.rows.map((row) => [row.row, row.cells]));
  const numbers = [...new Set([...before.keys(), ...edited.keys()])].sort((a, b) => a - b);
  return {
    ...sheet,
    rows: numbers.map((row) => {
      const own = edited.get(row);
      const old = before.get(row) ?? [];
      if (!own) return { row, cells: old };
      const kept = old.filter((cell) => !own.has(cell.column));
      return { row, cells: [...kept, ...own.values()].sort((a, b) => a.column - b.column) };
    }),
  };
}
