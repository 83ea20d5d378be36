/**
 * The hidden name, scoped to the sheet, by which a sheet of the tool's is known again, its value the sheet's kind; the .xlsx host
 * writes the same.
 */
export const OWN_MARKER = '_budget_own_sheet';

/** The hidden name that holds the rows folded under others: Excel does not tell them otherwise, and a name moves with its rows. */
export const FOLDED_ROWS = '_budget_folded';

/**
 * The hidden name that holds the cells each chart of ours stands on, in the order of their numbers: Excel tells it of no chart before
 * ExcelApi 1.15, and a name moves with its rows.
 */
export const CHART_CELLS = '_budget_charts';

/** How a chart of ours is known again: by its name, with its number counted from 1. */
export const chartName = (index: number): string => `_budget_chart_${index + 1}`;

/** Which chart of ours bears a name, counted from 0; undefined for one that is none. */
export function chartIndex(name: string): number | undefined {
  const [, number] = /^_budget_chart_([1-9][0-9]*)$/.exec(name) ?? [];
  return number === undefined ? undefined : Number(number) - 1;
}

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
