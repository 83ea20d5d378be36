import { FACT_HEADERS } from '../engine/asked/read-facts';
import { EXPLANATION_HEADERS, EXPLANATION_NEEDED } from '../engine/asked/read-explanations';
import { findAskedSheet } from '../engine/asked/own-columns';
import { PRIOR_HEADERS } from '../engine/asked/read-prior';
import { REASON_HEADERS } from '../engine/asked/read-reasons';
import { hasLedgerHeader } from '../engine/ledger/columns';
import { rowAt, type SheetSnapshot } from '../engine/snapshot/snapshot';
import { askedSheetWords } from '../i18n/catalogue';
import { LANGUAGES } from '../i18n/language';
import { isTextSheet } from './read-text-sheet';

/**
 * A sheet of the tool's that holds work and no marks: the ledger with its codes, the sheets in which people answer, the text. It stays
 * when marks are taken away.
 */
export function isWorkSheet(sheet: SheetSnapshot): boolean {
  if (!sheet.ours || sheet.visibility === 'veryHidden') return false;
  const alone = { stamp: '', sheets: [sheet] };
  return (
    findAskedSheet(alone, FACT_HEADERS, ['label', 'content']) !== undefined ||
    findAskedSheet(alone, REASON_HEADERS, ['section', 'about', 'reason']) !== undefined ||
    findAskedSheet(alone, PRIOR_HEADERS, ['table', 'name', 'amount']) !== undefined ||
    findAskedSheet(alone, EXPLANATION_HEADERS, EXPLANATION_NEEDED) !== undefined ||
    hasLedgerHeader(sheet) ||
    isTextSheet(sheet) ||
    isCodesSheet(sheet)
  );
}

function isCodesSheet(sheet: SheetSnapshot): boolean {
  const labels = rowAt(sheet, 1)?.cells.map(({ value }) => value) ?? [];
  return LANGUAGES.some((language) => {
    const { functional, economic, codeName } = askedSheetWords(language).codes;
    return [functional, economic, codeName].every((label) => labels.includes(label));
  });
}
