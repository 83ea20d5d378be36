import { columnLetters } from '../../../engine/snapshot/address';
import type { Area } from '../../../engine/snapshot/address';
import { CHART_CELLS, FOLDED_ROWS, isDrawnMark, OWN_MARKER } from '../api/own-marker';
import type { SheetName } from '../api/own-marker';
import type { ChartPlan } from '../sheets/sheet-plan';
import type { Step } from '../api/step';
import { BYTES_A_CALL } from '../api/step';
import { eraseCharts } from './charts';
import { rowsAddress } from '../api/rows-address';

/** What has to be known of a sheet of the tool's before it is emptied. */
export interface StandingSheet {
  readonly name: string;
  readonly mark: string | undefined;
  readonly isProtected: boolean;
  readonly hasFilter: boolean;
  readonly names: readonly SheetName[];
  /** Those that go. */
  readonly charts: readonly ChartPlan[];
  /** What holds something or is formatted. */
  readonly formatted: Area | undefined;
}

/**
 * Empties a sheet of the tool's so that it can be drawn anew in its place: the sheet stays, with what refers to it. Of a drawn one
 * the cells stay too, since formulas of other sheets stand on them; of a list the rows go, and their grouping with them.
 */
export function clearStep(sheet: StandingSheet, mark: string): Step {
  return {
    bytes: 20 * BYTES_A_CALL,
    write: (context) => {
      const there = context.workbook.worksheets.getItem(sheet.name);
      // Protected by the tool itself, and never with a password.
      if (sheet.isProtected) there.protection.unprotect();
      if (sheet.hasFilter) there.autoFilter.remove();
      there.freezePanes.unfreeze();
      eraseCharts(there, sheet.charts);
      if (isDrawnMark(sheet.mark)) clearCells(there);
      resetSizes(there, sheet.formatted);
      if (!isDrawnMark(sheet.mark) && sheet.formatted) {
        there.getRange(rowsAddress({ from: 0, to: sheet.formatted.bottom })).delete('Up');
      }
      for (const own of [FOLDED_ROWS, CHART_CELLS])
        if (sheet.names.some(({ name }) => name === own)) there.names.getItem(own).delete();
      if (sheet.mark === undefined) there.names.add(OWN_MARKER, `="${mark}"`).visible = false;
      else if (sheet.mark !== mark) there.names.getItem(OWN_MARKER).formula = `="${mark}"`;
      there.tabColor = '';
      there.showGridlines = true;
    },
  };
}

function clearCells(sheet: Excel.Worksheet): void {
  const all = sheet.getRange();
  all.unmerge();
  all.clear('All');
  all.dataValidation.clear();
}

function resetSizes(sheet: Excel.Worksheet, area: Area | undefined): void {
  if (!area) return;
  const rows = sheet.getRange(rowsAddress({ from: 0, to: area.bottom }));
  rows.rowHidden = false;
  rows.format.useStandardHeight = true;
  const columns = sheet.getRange(`A:${columnLetters(area.right)}`);
  columns.columnHidden = false;
  columns.format.useStandardWidth = true;
}

/** Takes a sheet of the tool's away. */
export function removeStep(name: string, isVeryHidden: boolean): Step {
  return {
    bytes: 3 * BYTES_A_CALL,
    write: (context) => {
      const sheet = context.workbook.worksheets.getItem(name);
      // Excel refuses to delete what not even the list of hidden sheets shows.
      if (isVeryHidden) sheet.visibility = 'Hidden';
      sheet.delete();
    },
  };
}
