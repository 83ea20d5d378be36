/**
 * The hidden name, scoped to the sheet, by which a sheet of the tool's is known again, its value the sheet's kind; the .xlsx host
 * writes the same.
 */
export const OWN_MARKER = '_budget_own_sheet';

/** The hidden name that holds the rows folded under others: Excel does not tell them otherwise, and a name moves with its rows. */
export const FOLDED_ROWS = '_budget_folded';

/** Value of the mark on a drawn table: made by the tool, and input to every check all the same. */
export const TABLE_MARK = 'table';

/** A name of a sheet as it was loaded. */
export interface SheetName {
  readonly name: string;
  /** With its leading `=`. */
  readonly formula: string;
  readonly visible: boolean;
}

/** What the tool made a sheet for: `made`, `input`, `hidden`, `table`, `drawn-input`, `drawn-made`; undefined for a user's sheet. */
export function markIn(names: readonly SheetName[]): string | undefined {
  const mark = names.find(({ name }) => name.toLowerCase() === OWN_MARKER);
  return mark && /^="(.*)"$/.exec(mark.formula)?.[1];
}

/** True for the marks of sheets that were drawn from the first cell to the page set-up. */
export function isDrawnMark(mark: string | undefined): boolean {
  return mark === TABLE_MARK || mark?.startsWith('drawn-') === true;
}
