import type { Language } from '../language';
import { compileEn } from './en';
import type { CompileWords } from './words';
import { compileZhCN } from './zh-CN';

/** What is said when tables are made from a ledger, in a language. */
export function compileWords(language: Language): CompileWords {
  return language === 'en' ? compileEn : compileZhCN;
}
