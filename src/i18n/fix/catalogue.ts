import type { Language } from '../language';
import { fixEn } from './en';
import type { FixWords } from './words';
import { fixZhCN } from './zh-CN';

/** What is said about changes that were made, in a language. */
export function fixWords(language: Language): FixWords {
  return language === 'en' ? fixEn : fixZhCN;
}
