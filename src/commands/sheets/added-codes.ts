import type { Catalogue } from '../../engine/classification/catalogue';
import { isInRange } from '../../engine/classification/code-tree';
import { textOf } from '../../engine/recognise/grid';
import { cellAt, sheetNamed, type Snapshot } from '../../engine/snapshot/snapshot';
import { askedSheetWords } from '../../i18n/catalogue';

const CODE = /^[23]\d{2}(?:\d{2}){0,2}$/;

/**
 * Codes that no list has and somebody wrote into the workbook's sheet of codes, with the names beside them. None of a 类 that cannot exist.
 */
export function addedCodes(snapshot: Snapshot, catalogue: Catalogue): ReadonlyMap<string, string> {
  // It is called the same in every language: the ledger's formulas name it.
  const sheet = sheetNamed(snapshot, askedSheetWords('zh-CN').codes.name);
  const added = new Map<string, string>();
  for (const { row, cells } of sheet?.rows ?? []) {
    for (const { column, value } of cells) {
      const code = textOf(value);
      if (!CODE.test(code) || !isInRange(code) || catalogue.nameOf(code) !== undefined) continue;
      const name = String((sheet && cellAt(sheet, row, column + 1)?.value) ?? '').trim();
      if (name !== '' && !/^\d+$/.test(name)) added.set(code, name);
    }
  }
  return added;
}
