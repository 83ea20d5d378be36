import type { Area } from '../../../src/engine/snapshot/address';
import { HostError } from '../server/host-error';
import { contains } from './addresses';
import { without } from './structure';
import type { ModelSheet, ModelWorkbook } from './workbook';

const KINDS = { All: ['contents', 'formats'], Contents: ['contents'], Formats: ['formats'] } as const;

/** `Range.clear`: contents, or formats with the conditional ones and the validations, or both. Merged areas stay merged. */
export function clearArea(workbook: ModelWorkbook, sheet: ModelSheet, area: Area, what: unknown = 'All'): void {
  if (typeof what !== 'string' || !(what in KINDS))
    throw new HostError('InvalidArgument', `Not a thing to clear: ${String(what)}`);
  sheet.mustBeOpen();
  const kinds: readonly string[] = KINDS[what as keyof typeof KINDS];
  for (const [row, cells] of sheet.rows) {
    for (const [column, cell] of cells) {
      if (!contains(area, { top: row, left: column, bottom: row, right: column })) continue;
      if (kinds.includes('contents')) {
        cell.value = '';
        delete cell.formula;
        delete cell.isText;
      }
      if (kinds.includes('formats')) {
        cell.format = 'General';
        cell.locked = true;
        cell.look.clear();
      }
    }
  }
  if (kinds.includes('formats')) {
    for (const rule of [...sheet.conditionalFormats, ...sheet.validations])
      rule.areas = rule.areas.flatMap((given) => without(given, area));
    sheet.conditionalFormats = sheet.conditionalFormats.filter(({ areas }) => areas.length > 0);
    sheet.validations = sheet.validations.filter(({ areas }) => areas.length > 0);
  }
  workbook.note({ kind: 'cells', sheet, area, change: 'RangeEdited' });
}
