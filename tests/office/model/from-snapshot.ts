import type { Snapshot } from '../../../src/engine/snapshot/snapshot';
import { ModelWorkbook } from './workbook';

/** Of the font of a workbook in Chinese. */
const POINTS_A_DIGIT = 6;

const VISIBILITY = { visible: 'Visible', hidden: 'Hidden', veryHidden: 'VeryHidden' } as const;

/** A workbook that holds what a snapshot says (its cells, merges and hidden parts; how wide its columns are; not its flags and notes). */
export function workbookFromSnapshot(snapshot: Snapshot): ModelWorkbook {
  const workbook = new ModelWorkbook(snapshot.sheets.map((sheet) => sheet.name));
  for (const given of snapshot.sheets) {
    const sheet = workbook.sheet(given.name);
    if (!sheet) continue;
    for (const { row, cells } of given.rows) {
      for (const cell of cells) {
        const target = sheet.touch(row, cell.column);
        target.value = cell.value ?? '';
        if (cell.formula !== undefined) target.formula = cell.formula;
        target.format = cell.format ?? 'General';
      }
    }
    sheet.merges = [...given.merges];
    sheet.visibility = VISIBILITY[given.visibility];
    sheet.isProtected = given.isProtected;
    for (const { from, to } of given.hiddenRows) for (let row = from; row <= to; row++) sheet.hiddenRows.add(row);
    for (const { from, to } of given.hiddenColumns)
      for (let column = from; column <= to; column++) sheet.hiddenColumns.add(column);
    for (const { from, to, width } of given.widths?.columns ?? [])
      for (let column = from; column <= to; column++) sheet.columnWidths.set(column, POINTS_A_DIGIT * width);
  }
  return workbook;
}
