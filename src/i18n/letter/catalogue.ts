import type { Language } from '../language';
import { letterEn } from './en';
import type { LetterWords } from './words';
import { letterZhCN } from './zh-CN';

/** What a letter says in a language that sends a budget back. Apart from the other words: few ask for it. */
export const letterWords = (language: Language): LetterWords => (language === 'en' ? letterEn : letterZhCN);
