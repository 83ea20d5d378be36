import { takeEnglish } from './catalogue';
import type { Language } from './language';

/** Sees to it that what is said in a language can be said: to be awaited before anything is. */
export async function loadLanguage(language: Language): Promise<void> {
  if (language === 'en') takeEnglish((await import('./english')).english);
}
