import { hasLedgerHeader } from '../ledger/columns';
import type { SheetSnapshot, Snapshot } from '../snapshot/snapshot';
import { normaliseText } from '../text/normalise';

/** What is said most often; of several the one said first. */
export function mostSaid<T>(said: readonly T[]): T | undefined {
  const counts = new Map<T, number>();
  for (const value of said) counts.set(value, (counts.get(value) ?? 0) + 1);
  let best: T | undefined;
  for (const [value, count] of counts) {
    if (best === undefined || count > (counts.get(best) ?? 0)) best = value;
  }
  return best;
}

/** A workbook may state its year on the cover or in the text only. A ledger may be last year's, which is for its reader to tell. */
export function yearAnywhere(snapshot: Snapshot): number | undefined {
  const years: number[] = [];
  for (const sheet of snapshot.sheets) {
    if (!sheet.ours && !hasLedgerHeader(sheet)) collectYears(sheet, years);
  }
  return mostSaid(years);
}

function collectYears(sheet: SheetSnapshot, years: number[]): void {
  const FIRST_ROWS = 40;
  for (const { cells } of sheet.rows.slice(0, FIRST_ROWS)) {
    for (const { value } of cells) {
      if (typeof value !== 'string' || value.length > 200) continue;
      for (const match of normaliseText(value).matchAll(
        /(20\d\d)年(?:度)?(?:部门|单位|收支|预算|区级)(?!预?算?执行|决算)/g,
      ))
        years.push(parseInt(match[1] ?? '', 10));
    }
  }
}
