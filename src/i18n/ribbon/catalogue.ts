import type { Language } from '../language';
import { ribbonEn } from './en';
import type { RibbonWords } from './words';
import { ribbonZhCN } from './zh-CN';

/** What the buttons of the ribbon say in a language. */
export const ribbonWords = (language: Language): RibbonWords => (language === 'en' ? ribbonEn : ribbonZhCN);
