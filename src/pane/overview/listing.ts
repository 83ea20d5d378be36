import { equationsSheet } from '../../commands/equations-sheet';
import type { EquationsSheet } from '../../commands/equations-sheet';
import type { Language } from '../../i18n/language';
import type { WriteWish } from '../session/session';

/** The wish to list every equation in a sheet. */
export function listing(language: Language): WriteWish {
  let made: EquationsSheet | undefined;
  return {
    name: 'equations',
    patch: async (snapshot, _, edition) => {
      made = await equationsSheet(snapshot, language, edition);
      return made?.patch;
    },
    wrote: () => ({ what: 'equations', sheet: made?.sheet ?? '', equations: made?.equations ?? 0 }),
  };
}
