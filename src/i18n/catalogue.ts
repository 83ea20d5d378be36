import type { FindingFacts } from '../engine/finding/facts';
import { annotateEn } from './annotate/en';
import type { AnnotateWords } from './annotate/words';
import { annotateZhCN } from './annotate/zh-CN';
import { en } from './en';
import { fixEn } from './fix/en';
import type { FixWords } from './fix/words';
import { fixZhCN } from './fix/zh-CN';
import { paneEn } from './pane/en';
import type { PaneWords } from './pane/words';
import { paneZhCN } from './pane/zh-CN';
import type { Sentences } from './findings/sentences';
import { askedSheetsEn } from './sheets/en';
import type { AskedSheetWords } from './sheets/words';
import { askedSheetsZhCN } from './sheets/zh-CN';
import type { Language } from './language';
import { zhCN } from './zh-CN';

const SENTENCES: Readonly<Record<Language, Sentences>> = { 'zh-CN': zhCN, en };

/** What a finding says, in words: at most two sentences, the same on every surface. */
export function findingSentence(facts: FindingFacts, language: Language): string {
  // The catalogue has one function a code, each taking the facts of its own code; the union of codes
  // cannot be followed through the lookup by the compiler, hence the one assertion here.
  const say = SENTENCES[language][facts.code] as (facts: FindingFacts) => string;
  return say(facts);
}

/** What notes and the findings sheet say in a language. */
export function annotateWords(language: Language): AnnotateWords {
  return language === 'en' ? annotateEn : annotateZhCN;
}

/** What is said about changes that were made, in a language. */
export function fixWords(language: Language): FixWords {
  return language === 'en' ? fixEn : fixZhCN;
}

/** What the task pane says in a language. */
export function paneWords(language: Language): PaneWords {
  return language === 'en' ? paneEn : paneZhCN;
}

/** What the sheets say in which people answer, in a language. */
export function askedSheetWords(language: Language): AskedSheetWords {
  return language === 'en' ? askedSheetsEn : askedSheetsZhCN;
}
