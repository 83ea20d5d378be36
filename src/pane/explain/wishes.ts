import type { Entry } from '../../commands/entries';
import { entryAddress } from '../../commands/entry-words';
import { explainPatch, withdrawPatch } from '../../commands/explain';
import { figuresCode } from '../../commands/explanations';
import type { Snapshot } from '../../engine/snapshot/snapshot';
import type { Language } from '../../i18n/language';
import type { WriteWish } from '../session/session';

/** What somebody has typed about an entry. */
export interface Explained {
  readonly reason: string;
  readonly name: string;
}

/** The wish to explain an entry as it is shown, of the workbook as it is shown. */
export function explaining(
  entry: Entry,
  shown: Snapshot,
  { reason, name }: Explained,
  today: string,
  language: Language,
): WriteWish {
  const wish = { id: entry.id, code: figuresCode(entry, shown), reason, name, date: today };
  return {
    name: { explained: entryAddress(entry, language) },
    waits: true,
    patch: (snapshot, report) => explainPatch(snapshot, report, wish, language),
    wrote: (_, patch) => ({
      what: 'explain',
      sheet: patch.edits.flatMap((edit) => (edit.do === 'drawSheet' ? edit.sheet.name : []))[0] ?? '',
    }),
  };
}

/** The wish to take back what was said about an entry. */
export function withdrawing(entry: Entry, language: Language): WriteWish {
  return {
    name: 'withdraw',
    patch: (snapshot, report) => withdrawPatch(snapshot, report, entry.id, language),
    wrote: () => ({ what: 'withdraw' }),
  };
}
