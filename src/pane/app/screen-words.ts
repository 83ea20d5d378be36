import { paneWords } from '../../i18n/catalogue';
import type { Language } from '../../i18n/language';
import type { ScreenWords } from '../../i18n/pane/screens';
import type { PaneWords } from '../../i18n/pane/words';
import { screenWords } from '../../i18n/screens/catalogue';
import { useLanguage } from './words-context';

const all = (language: Language): PaneWords & ScreenWords => ({ ...paneWords(language), ...screenWords(language) });
const WORDS: Readonly<Record<Language, PaneWords & ScreenWords>> = { 'zh-CN': all('zh-CN'), en: all('en') };

/** The words of the pane, with those of the screens that are loaded later: only for what is loaded with them. */
export function useScreenWords(): PaneWords & ScreenWords {
  return WORDS[useLanguage()];
}
