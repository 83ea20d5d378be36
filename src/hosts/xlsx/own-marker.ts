import type { DefinedName } from './read-workbook';

/**
 * Name that marks a sheet as the tool's own: a hidden defined name of the sheet, its value the sheet's kind.
 * Defined names are the one thing about a sheet that Excel, LibreOffice and openpyxl all keep when they save, that follows
 * the sheet when it is renamed or moved, and that nobody sees. (Custom properties of a sheet are lost in LibreOffice;
 * the sheet's own name belongs to the user.)
 */
export const OWN_MARKER = '_budget_own_sheet';

/** Value of the mark on the sheet that a blank workbook comes with. */
export const BLANK_MARK = 'blank';
/** … and on a drawn table: made by the tool, and input to every check all the same. */
export const TABLE_MARK = 'table';

/** What the tool's own mark says of a sheet: its own and never input, or a table that it drew. */
export type SheetMark = 'own' | 'drawn-table';

/** The marks of the sheets that bear one, by the index of the sheet. */
export function sheetMarks(names: readonly DefinedName[]): ReadonlyMap<number, SheetMark> {
  const marks = new Map<number, SheetMark>();
  for (const { name, localSheet, text } of names) {
    if (name !== OWN_MARKER || localSheet === undefined) continue;
    marks.set(localSheet, text === `"${TABLE_MARK}"` ? 'drawn-table' : 'own');
  }
  return marks;
}
