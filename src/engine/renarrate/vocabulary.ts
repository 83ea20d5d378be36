import type { ResolvedText } from '../edition/resolve-text';
import { normaliseText, stripLeadingEnumeration } from '../text/normalise';
import { literalsIn, withoutWay, type Range } from './sentence';
import { templateWords } from './template-words';

/** The words of a text that say nothing of which figure is meant. */
export interface Vocabulary {
  readonly measures: readonly string[];
  /** See `Manner`. */
  readonly literals: readonly string[];
  /** What is left of the words that lead to a figure when those of the text's sentences are taken out: names and codes. */
  namesIn(lead: string): readonly string[];
  /** Whether words are a piece of the text's sentences. */
  has(words: string): boolean;
  /** Where the words of the text's sentences stand in a text. */
  wordsIn(text: string): readonly Range[];
  /** Digits after the point of amounts and of percentages, as the text prints them. */
  readonly decimals: { readonly amount: number; readonly percent: number };
}

const SPECIAL = /[.*+?^${}()|[\]\\]/g;

/** The vocabulary of an edition's text about a department. */
export function vocabularyOf(text: ResolvedText, department: string | undefined): Vocabulary {
  const all = templateWords(text);
  const known = new Set(all.map(bare));
  const declared = all.filter((word) => word.length > 1);
  // 比上年预算增加 leads to a figure as 比上年预算 does.
  const long = [...declared, ...declared.map(withoutWay).filter((word) => word.length > 1)]
    .map(normaliseText)
    .sort((one, other) => other.length - one.length);
  const own = department === undefined || department === '' ? [] : [normaliseText(department)];
  const pattern = new RegExp(`${anyOf([...own, ...long])}|\\d{4}年度?|[,.、;:。()"《》]`, 'g');
  const printed = new RegExp(anyOf(declared), 'g');
  const { asks, asksOfProjects, phrases } = text.declared;
  const measures = [...asks, ...asksOfProjects].flatMap(({ measure }) => measure ?? []);
  const units = [...new Set([...measures, phrases.count.replace(/^.*\}/, '')])].filter((measure) => measure !== '');
  return {
    measures: units,
    literals: declared.flatMap((word) => literalsIn(word, units, [])),
    namesIn: (lead) =>
      stripLeadingEnumeration(lead)
        .replace(pattern, '\n')
        .split('\n')
        .filter((name) => name !== ''),
    has: (words) => known.has(bare(words)),
    wordsIn: (own) =>
      [...own.matchAll(printed)].map(({ 0: word, index }) => ({ from: index, to: index + word.length })),
    decimals: { amount: phrases.decimals, percent: phrases.percentDecimals },
  };
}

const bare = (words: string): string => words.replace(/[，。；、：]/g, '').trim();
const anyOf = (words: readonly string[]): string => words.map((word) => word.replace(SPECIAL, '\\$&')).join('|');
