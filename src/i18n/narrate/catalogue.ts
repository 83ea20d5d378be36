import type { Language } from '../language';
import { narrateEn } from './en';
import type { NarrateWords } from './words';
import { narrateZhCN } from './zh-CN';

/** What is said about a text that was written. */
export function narrateWords(language: Language): NarrateWords {
  return language === 'en' ? narrateEn : narrateZhCN;
}
