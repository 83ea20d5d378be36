import type { FindingFacts } from '../../engine/finding/facts';
import { findingSentence } from '../catalogue';
import { ledgerEn } from '../findings/en/ledger';
import { ledgerZhCN } from '../findings/zh-CN/ledger';
import type { Language } from '../language';

/**
 * What a finding says that compiling tells, in words: of the rows of a ledger too. Checking says next to nothing of
 * those, and a pane that begins with checking need not load the words.
 */
export function compileSentence(facts: FindingFacts, language: Language): string {
  if (facts.code !== 'ledger') return findingSentence(facts, language);
  return language === 'en' ? ledgerEn(facts) : ledgerZhCN(facts);
}
