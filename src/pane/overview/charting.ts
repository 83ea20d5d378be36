import { chartsSheet } from '../../commands/charts-sheet';
import type { ChartsSheet } from '../../commands/charts-sheet';
import type { Language } from '../../i18n/language';
import type { WriteWish } from '../session/session';

/** The wish to draw the charts in a sheet of their own. */
export function charting(language: Language): WriteWish {
  let made: ChartsSheet | undefined;
  return {
    name: 'charts',
    patch: async (snapshot, _, edition) => {
      made = await chartsSheet(snapshot, language, edition);
      return made?.patch;
    },
    wrote: () => ({
      what: 'charts',
      sheet: made?.sheet ?? '',
      charts: made?.charts ?? 0,
      withPrior: made?.withPrior ?? 0,
    }),
  };
}
