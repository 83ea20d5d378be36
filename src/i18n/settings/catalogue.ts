import type { Language } from '../language';
import { settingsEn } from './en';
import type { SettingsWords } from './words';
import { settingsZhCN } from './zh-CN';

/** What the screen 设置 says in a language. Apart from the other words of the pane: it is loaded with that screen. */
export const settingsWords = (language: Language): SettingsWords => (language === 'en' ? settingsEn : settingsZhCN);
