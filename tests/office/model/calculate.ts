import { recalculate } from '../../../src/engine/formula/recalculate';
import type { SheetSnapshot } from '../../../src/engine/snapshot/snapshot';
import { holdsSomething } from './cell';
import type { ModelSheet } from './sheet';

const NOTHING_ELSE = {
  visibility: 'visible',
  merges: [],
  hiddenRows: [],
  hiddenColumns: [],
  notes: [],
  flags: [],
  isProtected: false,
  ours: false,
} as const;

/**
 * Gives every formula its present value, as far as the product's own evaluator knows its functions; what it does not know keeps
 * the value it had. Gives the sheets in which a value has changed.
 */
export function computed(sheets: readonly ModelSheet[]): readonly ModelSheet[] {
  const link = linkTexts(sheets);
  const before = { stamp: '', sheets: sheets.map(snapshotOf) };
  const after = recalculate(before);
  const changed = sheets.filter((sheet, index) => {
    const [old, now] = [before.sheets[index], after.sheets[index]];
    if (!now || old === now) return false;
    let differs = false;
    for (const { row, cells } of now.rows) {
      for (const cell of cells) {
        const target = sheet.cell(row, cell.column);
        if (!target || cell.formula === undefined || cell.notRecalculated !== undefined) continue;
        const value = cell.value ?? 0;
        differs ||= target.value !== value;
        target.value = value;
      }
    }
    return differs;
  });
  return [...new Set([...link, ...changed])];
}

/** Links show their text; the evaluator does not know them. */
function linkTexts(sheets: readonly ModelSheet[]): readonly ModelSheet[] {
  return sheets.filter((sheet) => {
    let differs = false;
    for (const cells of sheet.rows.values()) {
      for (const cell of cells.values()) {
        const link = /^HYPERLINK\((?:"(?:[^"]|"")*"),"((?:[^"]|"")*)"\)$/i.exec(cell.formula ?? '');
        if (!link) continue;
        const text = (link[1] ?? '').replaceAll('""', '"');
        differs ||= cell.value !== text;
        cell.value = text;
      }
    }
    return differs;
  });
}

function snapshotOf(sheet: ModelSheet): SheetSnapshot {
  const rows = [...sheet.rows]
    .sort(([a], [b]) => a - b)
    .map(([row, cells]) => ({
      row,
      cells: [...cells]
        .filter(([, cell]) => holdsSomething(cell))
        .sort(([a], [b]) => a - b)
        .map(([column, cell]) => ({
          column,
          value: cell.value,
          ...(cell.formula === undefined ? {} : { formula: cell.formula }),
          ...(cell.format === 'General' ? {} : { format: cell.format }),
        })),
    }));
  return { ...NOTHING_ELSE, name: sheet.name, rows };
}
