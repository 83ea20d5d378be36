import { paneWords } from '../../i18n/catalogue';
import type { Language } from '../../i18n/language';
import type { ScreenWords } from '../../i18n/pane/screens';
import type { PaneWords } from '../../i18n/pane/words';
import { screenWords } from '../../i18n/screens/catalogue';
import { useLanguage } from './words-context';

type All = PaneWords & ScreenWords;
const put = new Map<Language, All>();

/** The words of the pane, with those of the screens that are loaded later: only for what is loaded with them. */
export function useScreenWords(): All {
  const language = useLanguage();
  // The same object each time, so that nobody takes it for something new.
  const words = put.get(language) ?? { ...paneWords(language), ...screenWords(language) };
  put.set(language, words);
  return words;
}
