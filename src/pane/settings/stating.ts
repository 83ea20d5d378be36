import { stateReasonsFrom, type ReasonsFromSet, type ReasonsFromTyped } from '../../commands/reasons-from';
import type { Language } from '../../i18n/language';
import type { WriteWish } from '../session/session';

/** The wish to say from which change on reasons are given. */
export function stating(typed: ReasonsFromTyped, language: Language): WriteWish {
  let made: ReasonsFromSet | undefined;
  return {
    name: 'reasons-from',
    patch: async (snapshot, _, edition) => {
      made = await stateReasonsFrom(snapshot, typed, language, edition);
      return made?.patch;
    },
    wrote: () => ({
      what: 'reasons-from',
      sheet: made?.sheet ?? '',
      before: made?.before ?? 0,
      after: made?.after ?? 0,
    }),
  };
}
