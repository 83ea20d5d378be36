import type { DefinedName } from './read-workbook';

/**
 * Name that marks a sheet as the tool's own: a hidden defined name of the sheet, its value the sheet's kind.
 * Defined names are the one thing about a sheet that Excel, LibreOffice and openpyxl all keep when they save, that follows
 * the sheet when it is renamed or moved, and that nobody sees. (Custom properties of a sheet are lost in LibreOffice;
 * the sheet's own name belongs to the user.)
 */
export const OWN_MARKER = '_budget_own_sheet';

/** The indexes of the sheets that the tool made. */
export function ownSheetIndexes(names: readonly DefinedName[]): ReadonlySet<number> {
  const own = new Set<number>();
  for (const { name, localSheet } of names) if (name === OWN_MARKER && localSheet !== undefined) own.add(localSheet);
  return own;
}
