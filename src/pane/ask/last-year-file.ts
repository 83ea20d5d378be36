import { isNothing, recogniseBest } from '../../commands/check';
import { hasLedgerHeader } from '../../engine/ledger/columns';
import type { Snapshot } from '../../engine/snapshot/snapshot';
import { openXlsx } from '../../hosts/xlsx/open-xlsx';
import { narrateWords } from '../../i18n/narrate/catalogue';
import { cliWords } from '../../i18n/cli/catalogue';
import type { Language } from '../../i18n/language';

/**
 * A workbook of budget tables that somebody chose on their disk, or why it is none, as said behind its name. Nothing of it leaves
 * the machine.
 */
export async function readWorkbook(
  file: File,
  language: Language,
): Promise<{ readonly snapshot: Snapshot } | { readonly problem: string }> {
  const opened = openXlsx(new Uint8Array(await file.arrayBuffer()));
  const { unusable } = cliWords(language);
  if (!opened.ok) return { problem: unusable[opened.because](opened.detail) };
  const { snapshot } = opened.workbook;
  const best = await recogniseBest(snapshot);
  if (best && !isNothing(best)) return { snapshot };
  const { priorLedger, priorUnknown } = narrateWords(language);
  return { problem: snapshot.sheets.some(hasLedgerHeader) ? priorLedger : priorUnknown };
}
