import type { CellRef } from '../snapshot/address';
import type { Edit } from '../snapshot/patch';
import type { Cell, CellValue, SheetSnapshot, Snapshot } from '../snapshot/snapshot';
import { withInsertedRows } from './widen';

/**
 * The workbook as it will be after the edits of a fill, in memory: rows put in, constants and formulas written. Formulas have
 * the values that are known of them (null where none is) until somebody recalculates.
 */
export function applied(snapshot: Snapshot, edits: readonly Edit[]): Snapshot {
  const insertions = edits.flatMap((edit) =>
    edit.do === 'insertRows' ? [{ sheet: edit.sheet, above: edit.at, count: edit.count }] : [],
  );
  const cells = new Map<string, Map<number, Map<number, Content>>>();
  for (const edit of edits) {
    if (edit.do === 'insertRows') continue;
    if (edit.do !== 'setValue' && edit.do !== 'setFormula') throw new Error(`no edit of a fill: ${edit.do}`);
    const format = edit.format?.code;
    put(cells, edit.at, {
      ...(edit.do === 'setValue' ? { value: edit.to } : { value: edit.value ?? null, formula: edit.to }),
      ...(format === undefined ? {} : { format }),
    });
  }
  const widened = withInsertedRows(snapshot, insertions);
  return {
    ...widened,
    sheets: widened.sheets.map((sheet) => {
      const own = cells.get(sheet.name);
      return own ? withCells(sheet, own) : sheet;
    }),
  };
}

interface Content {
  readonly value: CellValue;
  readonly formula?: string;
  /** For a cell without a number format of its own. */
  readonly format?: string;
}

function put(
  cells: Map<string, Map<number, Map<number, Content>>>,
  { sheet, row, column }: CellRef,
  content: Content,
): void {
  const rows = cells.get(sheet) ?? new Map<number, Map<number, Content>>();
  const row_ = rows.get(row) ?? new Map<number, Content>();
  cells.set(sheet, rows.set(row, row_.set(column, content)));
}

function withCells(sheet: SheetSnapshot, edited: ReadonlyMap<number, ReadonlyMap<number, Content>>): SheetSnapshot {
  const before = new Map(sheet.rows.map((row) => [row.row, row.cells]));
  const numbers = [...new Set([...before.keys(), ...edited.keys()])].sort((a, b) => a - b);
  return {
    ...sheet,
    rows: numbers.flatMap((row) => {
      const own = edited.get(row);
      const old = before.get(row) ?? [];
      if (!own) return [{ row, cells: old }];
      const cells = [...old.filter((cell) => !own.has(cell.column)), ...written(own, old)];
      return cells.length === 0 ? [] : [{ row, cells: cells.sort((a, b) => a.column - b.column) }];
    }),
  };
}

/** The cells that hold something after the edit. A number format stays; that for text, and none, give way. */
function written(own: ReadonlyMap<number, Content>, old: readonly Cell[]): readonly Cell[] {
  return [...own].flatMap(([column, content]) => {
    if (content.value === null && content.formula === undefined) return [];
    const before = old.find((cell) => cell.column === column)?.format;
    const format = before === undefined || before === '@' ? (content.format ?? before) : before;
    return [{ column, ...content, ...(format === undefined ? {} : { format }) }];
  });
}
