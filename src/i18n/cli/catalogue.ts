import type { Language } from '../language';
import { cliEn } from './en';
import type { CliWords } from './words';
import { cliZhCN } from './zh-CN';

/** What the command line says in a language: apart from the rest, which the pane loads with its first page. */
export function cliWords(language: Language): CliWords {
  return language === 'en' ? cliEn : cliZhCN;
}
