import type { FactsByCode, FactsCode } from '../../engine/finding/facts';

/**
 * The words of findings in one language: from the facts of a finding to at most two sentences, in the order
 * which cell · what it holds · what it should hold · why · what to do.
 */
export type Sentences = { readonly [Code in FactsCode]: (facts: FactsByCode[Code]) => string };

/** The words of one group of findings. The groups of a language together must cover every code. */
export type SentenceGroup = Partial<Sentences>;
