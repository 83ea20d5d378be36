import type { Catalogue } from '../../engine/classification/catalogue';
import { isInRange } from '../../engine/classification/code-tree';
import { textOf } from '../../engine/recognise/grid';
import { cellAt, type SheetSnapshot } from '../../engine/snapshot/snapshot';

const CODE = /^[23]\d{2}(?:\d{2}){0,2}$/;

/** Codes that no list has and somebody wrote into a sheet of codes, with the names beside them. None of a 类 that cannot exist. */
export function addedCodes(sheet: SheetSnapshot, catalogue: Catalogue): ReadonlyMap<string, string> {
  const added = new Map<string, string>();
  for (const { row, cells } of sheet.rows) {
    for (const { column, value } of cells) {
      const code = textOf(value);
      if (!CODE.test(code) || !isInRange(code) || catalogue.nameOf(code) !== undefined) continue;
      const name = String(cellAt(sheet, row, column + 1)?.value ?? '').trim();
      if (name !== '' && !/^\d+$/.test(name)) added.set(code, name);
    }
  }
  return added;
}
