import type { FindingFacts } from '../engine/finding/facts';
import { en } from './en';
import type { Sentences } from './findings/sentences';
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
