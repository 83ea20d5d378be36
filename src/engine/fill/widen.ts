import { moveReferences, type MovesOf } from '../formula/move';
import type { Area } from '../snapshot/address';
import { rowsPutIn, type RowMoves } from '../snapshot/row-moves';
import type { Cell, SheetSnapshot, Snapshot, SnapshotRow, Span } from '../snapshot/snapshot';

/** Blank rows above a row, counted as the sheet is before any insertion. */
export interface Insertion {
  readonly sheet: string;
  readonly above: number;
  readonly count: number;
}

/** The workbook with blank rows put in. What stood there has moved down, and formulas follow it. */
export function withInsertedRows(snapshot: Snapshot, insertions: readonly Insertion[]): Snapshot {
  if (insertions.length === 0) return snapshot;
  const bySheet = movesBySheet(insertions);
  const movesOf: MovesOf = (sheet) => bySheet.get(sheet.toUpperCase());
  return { ...snapshot, sheets: snapshot.sheets.map((sheet) => widened(sheet, movesOf)) };
}

/** Where the rows of each sheet go, by its name in capitals; sheets without insertions are left out. */
export function movesBySheet(insertions: readonly Insertion[]): ReadonlyMap<string, RowMoves> {
  const places = new Map<string, { at: number; count: number }[]>();
  for (const { sheet, above, count } of insertions) {
    const list = places.get(sheet.toUpperCase()) ?? [];
    list.push({ at: above, count });
    places.set(sheet.toUpperCase(), list);
  }
  return new Map([...places].map(([sheet, list]) => [sheet, rowsPutIn(list)]));
}

function widened(sheet: SheetSnapshot, movesOf: MovesOf): SheetSnapshot {
  const moves = movesOf(sheet.name);
  const rows = withMovedFormulas(sheet, movesOf);
  if (!moves) return rows === sheet.rows ? sheet : { ...sheet, rows };
  const row = (given: number): number => moves.row(given) ?? given;
  const span = ({ from, to }: Span): Span => moves.span(from, to) ?? { from, to };
  const area = (given: Area): Area => {
    const { from, to } = span({ from: given.top, to: given.bottom });
    return { ...given, top: from, bottom: to };
  };
  return {
    ...sheet,
    rows: rows.map((one) => ({ ...one, row: row(one.row) })),
    merges: sheet.merges.map(area),
    hiddenRows: sheet.hiddenRows.map(span),
    notes: sheet.notes.map((note) => ({ ...note, row: row(note.row) })),
    flags: sheet.flags.map((flag) => ({ ...flag, areas: flag.areas.map(area) })),
  };
}

function withMovedFormulas(sheet: SheetSnapshot, movesOf: MovesOf): readonly SnapshotRow[] {
  const moved = (cell: Cell): Cell => {
    if (cell.formula === undefined) return cell;
    const formula = moveReferences(cell.formula, sheet.name, movesOf);
    return formula === cell.formula ? cell : { ...cell, formula };
  };
  const rows = sheet.rows.map((row) => {
    if (row.cells.every((cell) => cell.formula === undefined)) return row;
    const cells = row.cells.map(moved);
    return cells.every((cell, index) => cell === row.cells[index]) ? row : { ...row, cells };
  });
  return rows.every((row, index) => row === sheet.rows[index]) ? sheet.rows : rows;
}
