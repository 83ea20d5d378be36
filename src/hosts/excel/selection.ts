import type { CellRef } from '../../engine/snapshot/address';
import { a1 } from '../../engine/snapshot/address';
import { codeOf, HostFailure } from './problem';
import type { ExcelRun } from './run';

/** Shows a cell and selects it, in one batch. A sheet that is hidden is told as such. */
export async function selectCell(run: ExcelRun, cell: CellRef): Promise<void> {
  try {
    await run(async (context) => {
      context.workbook.worksheets.getItem(cell.sheet).getRange(a1(cell)).select();
      await context.sync();
    });
  } catch (error) {
    const isHidden = codeOf(error) === 'InvalidOperation' && (await visibilityOf(run, cell.sheet)) !== 'Visible';
    throw isHidden ? new HostFailure({ key: 'hidden', code: codeOf(error), where: 'Range.select' }) : error;
  }
}

async function visibilityOf(run: ExcelRun, name: string): Promise<string> {
  return run(async (context) => {
    const sheet = context.workbook.worksheets.getItem(name);
    sheet.load('visibility');
    await context.sync();
    return sheet.visibility;
  });
}

/** The cell that has the focus in the front sheet, in one batch. */
export async function activeCell(run: ExcelRun): Promise<CellRef> {
  return run(async (context) => {
    const cell = context.workbook.getActiveCell();
    cell.load('rowIndex,columnIndex');
    cell.worksheet.load('name');
    await context.sync();
    return { sheet: cell.worksheet.name, row: cell.rowIndex, column: cell.columnIndex };
  });
}
