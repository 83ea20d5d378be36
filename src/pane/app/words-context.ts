import { createContext, useContext } from 'react';
import { paneWords } from '../../i18n/catalogue';
import type { Language } from '../../i18n/language';
import type { PaneWords } from '../../i18n/pane/words';

const LanguageContext = createContext<Language>('zh-CN');

/** Says in which language everything below speaks. */
export const LanguageProvider = LanguageContext.Provider;

export function useLanguage(): Language {
  return useContext(LanguageContext);
}

export function useWords(): PaneWords {
  return paneWords(useLanguage());
}
