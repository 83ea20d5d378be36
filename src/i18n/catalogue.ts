import type { FindingFacts } from '../engine/finding/facts';
import { annotateEn } from './annotate/en';
import type { AnnotateWords } from './annotate/words';
import { annotateZhCN } from './annotate/zh-CN';
import type { WhyWords } from './fix/why-words';
import { whyZhCN } from './fix/why-zh-CN';
import type { PaneWords } from './pane/words';
import { paneZhCN } from './pane/zh-CN';
import type { Sentences } from './findings/sentences';
import { askedSheetsEn } from './sheets/en';
import type { AskedSheetWords } from './sheets/words';
import { askedSheetsZhCN } from './sheets/zh-CN';
import type { Language } from './language';
import { zhCN } from './zh-CN';

/** What is only read in the language of the reader. */
export interface Words {
  readonly sentences: Sentences;
  readonly why: WhyWords;
  readonly pane: PaneWords;
}

const chinese: Words = { sentences: zhCN, why: whyZhCN, pane: paneZhCN };

let english: Words | undefined;

/** From now on English can be said. It is handed over, since a pane that is read in Chinese, as nearly all are, need not load it. */
export function takeEnglish(words: Words): void {
  english = words;
}

function wordsOf(language: Language): Words {
  if (language === 'zh-CN') return chinese;
  if (english === undefined) throw new Error('English is read before it was loaded');
  return english;
}

/**
 * What a finding of a check says, in words: at most two sentences, the same on every surface. Throws for what compiling alone says of the
 * rows of a ledger: that is for `compileSentence`.
 */
export function findingSentence(facts: FindingFacts, language: Language): string {
  // The catalogue has one function a code, each taking the facts of its own code; the union of codes
  // cannot be followed through the lookup by the compiler, hence the one assertion here.
  const say = wordsOf(language).sentences[facts.code] as (facts: FindingFacts) => string;
  return say(facts);
}

/** Why a cell is given another amount, in a language. */
export const whyWords = (language: Language): WhyWords => wordsOf(language).why;

/** What the task pane says in a language. */
export const paneWords = (language: Language): PaneWords => wordsOf(language).pane;

/*
 * What stands in sheets, in a language. Both are always at hand: a sheet is known again by what it says, whoever wrote it.
 */

/** What notes and the findings sheet say in a language. */
export const annotateWords = (language: Language): AnnotateWords => (language === 'en' ? annotateEn : annotateZhCN);

/** What the sheets say in which people answer, in a language. */
export const askedSheetWords = (language: Language): AskedSheetWords =>
  language === 'en' ? askedSheetsEn : askedSheetsZhCN;
