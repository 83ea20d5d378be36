import type { Area } from '../snapshot/address';
import type { SheetSnapshot, Snapshot, Span } from '../snapshot/snapshot';

/** Blank rows above a row, counted as the sheet is before any insertion. */
export interface Insertion {
  readonly sheet: string;
  readonly above: number;
  readonly count: number;
}

/** The workbook with blank rows put in. What stood there has moved down; formulas keep their text. */
export function withInsertedRows(snapshot: Snapshot, insertions: readonly Insertion[]): Snapshot {
  if (insertions.length === 0) return snapshot;
  return {
    ...snapshot,
    sheets: snapshot.sheets.map((sheet) => {
      const own = insertions.filter((insertion) => insertion.sheet === sheet.name);
      return own.length === 0 ? sheet : widened(sheet, movedBy(own));
    }),
  };
}

/** Where a row stands after the insertions into its sheet. */
export function movedBy(insertions: readonly Insertion[]): (row: number) => number {
  const sorted = [...insertions].sort((a, b) => a.above - b.above);
  const rows: number[] = [];
  const shifts: number[] = [];
  let shift = 0;
  for (const { above, count } of sorted) {
    shift += count;
    rows.push(above);
    shifts.push(shift);
  }
  return (row) => {
    let low = 0;
    let high = rows.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((rows[middle] ?? 0) <= row) low = middle + 1;
      else high = middle;
    }
    return row + (shifts[low - 1] ?? 0);
  };
}

function widened(sheet: SheetSnapshot, moved: (row: number) => number): SheetSnapshot {
  const area = (given: Area): Area => ({ ...given, top: moved(given.top), bottom: moved(given.bottom) });
  return {
    ...sheet,
    rows: sheet.rows.map((row) => ({ ...row, row: moved(row.row) })),
    merges: sheet.merges.map(area),
    hiddenRows: sheet.hiddenRows.map((span): Span => ({ from: moved(span.from), to: moved(span.to) })),
    notes: sheet.notes.map((note) => ({ ...note, row: moved(note.row) })),
    flags: sheet.flags.map((flag) => ({ ...flag, areas: flag.areas.map(area) })),
  };
}
