import { LANGUAGES, type Language } from '../../i18n/language';

const KEY = 'budget.language';

/** The language that was chosen on this machine before, else that of Office; the page says which. */
export function languageToBegin(ofOffice: string): Language {
  const language = remembered() ?? (ofOffice.toLowerCase().startsWith('en') ? 'en' : 'zh-CN');
  document.documentElement.lang = language;
  return language;
}

/** From now on the page is in this language, and the next time too where the browser keeps anything for us. */
export function takeLanguage(language: Language): void {
  document.documentElement.lang = language;
  try {
    localStorage.setItem(KEY, language);
  } catch {
    // Storage may be closed to an add-in: it is in this language until the pane is closed.
  }
}

function remembered(): Language | undefined {
  try {
    const kept = localStorage.getItem(KEY);
    return LANGUAGES.find((language) => language === kept);
  } catch {
    return undefined;
  }
}
