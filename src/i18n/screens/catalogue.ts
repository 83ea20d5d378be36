import type { Language } from '../language';
import type { ScreenWords } from '../pane/screens';
import { screensEn } from './en';
import { screensZhCN } from './zh-CN';

/** What the screens 填表, 说明 and 待填 say in a language. Apart from the other words of the pane: it is loaded with the first of them. */
export const screenWords = (language: Language): ScreenWords => (language === 'en' ? screensEn : screensZhCN);
