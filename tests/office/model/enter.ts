import { tokenize } from '../../../src/engine/formula/tokens';
import { parseA1 } from '../../../src/engine/snapshot/address';
import type { ModelValue } from './cell';
import type { ModelSheet, ModelWorkbook } from './workbook';

/**
 * Something is typed into a cell, by a person or through `Range.values`. A formula gives a cell without a number format that of the
 * first cell it refers to.
 */
export function enter(
  workbook: ModelWorkbook,
  sheet: ModelSheet,
  row: number,
  column: number,
  input: ModelValue,
): void {
  sheet.type(row, column, input);
  const cell = sheet.touch(row, column);
  if (cell.formula === undefined || cell.format !== 'General') return;
  let on: ModelSheet | undefined = sheet;
  for (const { kind, text } of tokenize(cell.formula)) {
    if (kind === 'sheet')
      on = workbook.sheet(
        text
          .slice(0, -1)
          .replace(/^'(.*)'$/, '$1')
          .replaceAll("''", "'"),
      );
    if (kind !== 'cell') continue;
    const place = parseA1(text.toUpperCase());
    const format = place && on?.cell(place.row, place.column)?.format;
    if (format !== undefined && format !== '@') cell.format = format;
    return;
  }
}
