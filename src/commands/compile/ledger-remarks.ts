import type { Finding } from '../../engine/finding/finding';
import type { Ledger } from '../../engine/ledger/ledger';
import type { Edit } from '../../engine/snapshot/patch';
import { cellAt, sheetNamed, type Snapshot } from '../../engine/snapshot/snapshot';
import { compileSentence } from '../../i18n/compile/sentence';
import type { Language } from '../../i18n/language';

/**
 * What was found in the rows of a ledger, written beside them in the column that the tool keeps for it; what was written there before
 * and is no longer so goes. A ledger of the user's has no such column and is left as it is.
 */
export function ledgerRemarks(
  snapshot: Snapshot,
  ledger: Ledger,
  findings: readonly Finding[],
  language: Language,
): readonly Edit[] {
  const sheet = sheetNamed(snapshot, ledger.sheet);
  const column = ledger.columns.get('check');
  if (sheet?.ours !== true || column === undefined) return [];
  const said = new Map<number, string>();
  for (const { cells, facts } of findings) {
    if (facts.code !== 'ledger') continue;
    for (const cell of cells) {
      if (cell.sheet !== ledger.sheet) continue;
      const before = said.get(cell.row);
      const sentence = compileSentence(
        { ...facts, place: { ...facts.place, cell }, count: 1, rows: [[cell.row, cell.row]] },
        language,
      );
      if (before?.includes(sentence) === true) continue;
      said.set(cell.row, before === undefined ? sentence : `${before}\n${sentence}`);
    }
  }
  const edits: Edit[] = [];
  for (let row = ledger.headerRow + 1; row <= ledger.lastRow; row += 1) {
    const present = cellAt(sheet, row, column)?.value ?? null;
    const text = said.get(row) ?? null;
    if (present !== text)
      edits.push({ do: 'setValue', at: { sheet: ledger.sheet, row, column }, to: text, fitsRow: true });
  }
  return edits;
}
