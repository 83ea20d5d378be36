import type { Book, Figure } from '../book/book';
import { figuresOf } from '../book/book';
import type { CellRef } from '../snapshot/address';
import type { CellValue, Snapshot } from '../snapshot/snapshot';

/**
 * A workbook as it would be after one more slip: a typed amount that is another one, and one that is a text. Nobody has made them, and they
 * are written nowhere. Nothing where no amount was typed.
 */
export function madeUpEdits(snapshot: Snapshot, book: Book): readonly Snapshot[] {
  for (const figure of figuresOf(book)) {
    const typed = typedAmount(figure);
    if (typed === undefined) continue;
    return [typed.plus(1).toNumber(), `约${typed.toFixed()}`].map((value) => withValue(snapshot, figure.cell, value));
  }
  return [];
}

function typedAmount({ formula, reading }: Figure) {
  const isTyped = formula === undefined && reading.kind === 'amount' && !reading.value.isZero();
  return isTyped ? reading.value : undefined;
}

function withValue(snapshot: Snapshot, at: CellRef, value: CellValue): Snapshot {
  const sheets = snapshot.sheets.map((sheet) => {
    if (sheet.name !== at.sheet) return sheet;
    const rows = sheet.rows.map((row) => {
      if (row.row !== at.row) return row;
      return { ...row, cells: row.cells.map((cell) => (cell.column === at.column ? { ...cell, value } : cell)) };
    });
    return { ...sheet, rows };
  });
  return { ...snapshot, sheets };
}
