import type { Language } from '../language';
import { fillEn } from './en';
import type { FillWords } from './words';
import { fillZhCN } from './zh-CN';

/** What is said about filling, in a language. */
export function fillWords(language: Language): FillWords {
  return language === 'en' ? fillEn : fillZhCN;
}
