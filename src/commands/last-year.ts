import type { Edit, Patch } from '../engine/snapshot/patch';
import type { Snapshot } from '../engine/snapshot/snapshot';
import type { Language } from '../i18n/language';
import { narrateWorkbook, type WrongYear } from './narrate';
import { askSheets } from './sheets/ask';

/** Last year's figures filled in from last year's workbook. */
export interface LastYear {
  readonly patch: Patch;
  readonly sheet: string;
  /** Rows whose figure it tells, and rows that say something else than it does and were left as they are. */
  readonly filled: number;
  readonly differing: number;
}

/**
 * Fills the sheet of last year's figures of a workbook from last year's (`name`), of any recognised edition. What people typed stays. The
 * sheets of reasons and facts are drawn anew where they are there already, since what they ask for depends on last year's figures.
 * Nothing is filled in from one of another year. Undefined where nothing was recognised in one of the two, or where this year's edition has no text. `edition` is a wish for this year's.
 */
export async function fillLastYear(
  snapshot: Snapshot,
  prior: Snapshot,
  name: string,
  language: Language,
  edition?: string,
): Promise<LastYear | { readonly wrongYear: WrongYear } | undefined> {
  const result = await narrateWorkbook(snapshot, { prior, edition });
  const { wrongYear } = result;
  if (wrongYear) return { wrongYear };
  const asked = result.priorUnknown ? undefined : askSheets(snapshot, result, { language, priorName: name });
  if (!asked) return undefined;
  const there = new Set(snapshot.sheets.map((sheet) => sheet.name));
  const isWanted = (edit: Edit): boolean =>
    edit.do === 'drawSheet' && (edit.sheet.name === asked.sheets.prior || there.has(edit.sheet.name));
  return {
    patch: { ...asked.patch, edits: asked.patch.edits.filter(isWanted) },
    sheet: asked.sheets.prior,
    filled: asked.filled,
    differing: asked.differing.length,
  };
}
