import type { Language } from '../language';
import { keysEn } from './en';
import type { KeyWords } from './words';
import { keysZhCN } from './zh-CN';

/** What the list of keys says in a language. Apart from the other words of the pane: it is loaded with that list. */
export const keyWords = (language: Language): KeyWords => (language === 'en' ? keysEn : keysZhCN);
