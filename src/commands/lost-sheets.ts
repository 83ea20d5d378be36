import { hasLedgerHeader } from '../engine/ledger/columns';
import type { CellRef } from '../engine/snapshot/address';
import { sheetNamed, type SheetSnapshot, type Snapshot } from '../engine/snapshot/snapshot';

/** What people have in a workbook beside the tool's sheets. */
export interface LostSheets {
  /** Names of sheets that are theirs. */
  readonly sheets: readonly string[];
  /** Where their notes stand. */
  readonly notes: readonly CellRef[];
  /** Cells to the right of tables that the tool drew. */
  readonly beside: readonly CellRef[];
}

/** The sheets, notes and cells beside tables of a workbook that are people's own, and that another one, which is to take its place, lacks. */
export function lostSheets(target: Snapshot, result: Snapshot): LostSheets {
  // A ledger is looked at row by row.
  const theirs = target.sheets.filter((sheet) => isTheirs(sheet) && sheet.rows.length > 0 && !hasLedgerHeader(sheet));
  const stays = ({ name }: SheetSnapshot): boolean => {
    const there = sheetNamed(result, name);
    return there !== undefined && isTheirs(there);
  };
  return {
    sheets: theirs.filter((sheet) => !stays(sheet)).map(({ name }) => name),
    notes: target.sheets.flatMap((sheet) => lostNotes(sheet, sheetNamed(result, sheet.name))),
    beside: target.sheets.flatMap((sheet) => besideTables(sheet, sheetNamed(result, sheet.name))),
  };
}

/** Whether the tool has written a sheet of a workbook. */
export const hasSheetOfOurs = ({ sheets }: Snapshot): boolean => sheets.some((sheet) => !isTheirs(sheet));

const isTheirs = ({ ours, drawnTable }: SheetSnapshot): boolean => !ours && drawnTable !== true;

function lostNotes({ name, notes }: SheetSnapshot, there: SheetSnapshot | undefined): readonly CellRef[] {
  const kept = new Set(there?.notes.map(({ text }) => text));
  return notes
    .filter(({ ours, text }) => !ours && !kept.has(text))
    .map(({ row, column }) => ({ sheet: name, row, column }));
}

function besideTables(sheet: SheetSnapshot, there: SheetSnapshot | undefined): readonly CellRef[] {
  if (sheet.drawnTable !== true || !there) return [];
  const last = there.rows.reduce((most, { cells }) => Math.max(most, cells.at(-1)?.column ?? -1), -1);
  return sheet.rows.flatMap(({ row, cells }) =>
    cells.flatMap(({ column, value }) =>
      column > last && value !== null && value !== '' ? [{ sheet: sheet.name, row, column }] : [],
    ),
  );
}
