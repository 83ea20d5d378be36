import type { ResolvedText } from '../edition/resolve-text';
import type { Narration } from '../narrate/narration';
import { align } from './align';
import { compareSentence, type Verdict } from './compare-sentence';
import { Likeness } from './likeness';
import { nameTheSame } from './pair-statements';
import { readSentence, type Range } from './sentence';
import { vocabularyOf, type Vocabulary } from './vocabulary';
import { cutSentences, writtenSentences, type WrittenSentence } from './written';

/** A paragraph as it stands on paper, edited by whoever had it. */
export interface StandingParagraph {
  readonly text: string;
  /** The number that it was given when it was written; undefined where there is none. */
  readonly number: number | undefined;
}

/** A sentence of it. */
export interface StandingSentence extends Range {
  /** Index of its paragraph; `from` and `to` are places in that. */
  readonly paragraph: number;
  readonly text: string;
  /** The sentence that is written in its place; undefined for the person's own. */
  readonly written: WrittenSentence | undefined;
  readonly verdict:
    | Verdict
    /** The person's own: it says nothing of money. */
    | { readonly kind: 'own' }
    /** It states amounts, or that there are none, and nothing is written that it could be compared with. */
    | { readonly kind: 'unmatched' };
}

/** A text as it stands, held against the one that follows from the figures. */
export interface Renarration {
  /** In the order of the text. */
  readonly sentences: readonly StandingSentence[];
  /** Sentences that are written now and that nothing in the text answers to, though nobody took them out. */
  readonly added: readonly WrittenSentence[];
}

/** What is said alike enough to be the same sentence, put otherwise. */
const ALIKE = 0.45;

/**
 * Holds a text that people have edited against the narration of the present figures: which of its sentences state what is not so any
 * more, and how each reads when it does not, every word of the person's kept.
 */
export function renarrate(
  paragraphs: readonly StandingParagraph[],
  narration: Narration,
  text: ResolvedText,
  department: string | undefined,
): Renarration {
  const vocabulary = vocabularyOf(text, department);
  const written = writtenSentences(narration, vocabulary);
  const standing = paragraphs.flatMap((paragraph, index) =>
    cutSentences(paragraph.text).map((cut) => {
      const own = paragraph.text.slice(cut.from, cut.to);
      return { ...cut, paragraph: index, text: own, ...skeletonOf(own, vocabulary) };
    }),
  );
  const matched = match(standing, written, vocabulary);
  const sentences = standing.map((sentence, index): StandingSentence => {
    const like = written[matched.get(index) ?? -1];
    const { paragraph, from, to, text: own } = sentence;
    const verdict = like ? compareSentence(own, like, vocabulary) : alone(sentence);
    return { paragraph, from, to, text: own, written: like, verdict };
  });
  return { sentences, added: addedTo(paragraphs, standing, matched, written) };
}

interface Standing extends Range {
  readonly paragraph: number;
  readonly text: string;
  readonly skeleton: string;
  readonly speaksOfFigures: boolean;
}

function skeletonOf(text: string, { measures, literals }: Vocabulary): Pick<Standing, 'skeleton' | 'speaksOfFigures'> {
  const { skeleton, statements } = readSentence(text, { measures, literals, endsReason: false });
  return {
    skeleton,
    speaksOfFigures: statements.some(({ kind, unit }) => kind === 'none' || unit.endsWith('元')),
  };
}

const alone = ({ speaksOfFigures }: Standing): StandingSentence['verdict'] => ({
  kind: speaksOfFigures ? 'unmatched' : 'own',
});

/** Index of the written sentence by that of the standing one. */
function match(
  standing: readonly Standing[],
  written: readonly WrittenSentence[],
  vocabulary: Vocabulary,
): ReadonlyMap<number, number> {
  const likeness = new Likeness();
  const score = (one: { readonly skeleton: string }, other: { readonly skeleton: string }): number => {
    const like = likeness.of(one.skeleton, other.skeleton);
    return like === 1 ? 1.2 : like >= ALIKE ? like : 0;
  };
  const key = ({ skeleton }: { readonly skeleton: string }): string => skeleton;
  const pairs = new Map(align(standing, written, score, { one: key, other: key }));
  // What was moved to another place is known by its words.
  const taken = new Set(pairs.values());
  const left = written.flatMap(({ skeleton }, index) => (taken.has(index) ? [] : [{ skeleton, index }]));
  standing.forEach(({ skeleton }, index) => {
    if (pairs.has(index)) return;
    const [only, ...others] = left.filter((one) => one.skeleton === skeleton);
    if (!only || others.length > 0) return;
    pairs.set(index, only.index);
    left.splice(left.indexOf(only), 1);
  });
  // What was put in other words altogether is known by what it names, as long as nothing else stands in its place.
  standing.forEach(({ text, speaksOfFigures }, index) => {
    if (pairs.has(index) || !speaksOfFigures) return;
    const [low, high] = [nearest(pairs, index, -1, standing.length), nearest(pairs, index, 1, standing.length)];
    const like = left.find((one) => {
      const other = written[one.index];
      if (!other || one.index < (low ?? 0) || one.index > (high ?? written.length)) return false;
      const manner = { ...vocabulary, endsReason: other.endsReason };
      return nameTheSame(readSentence(text, manner), other, vocabulary);
    });
    if (!like) return;
    pairs.set(index, like.index);
    left.splice(left.indexOf(like), 1);
  });
  return pairs;
}

/** A gap in the numbers says that a person took a paragraph out; where there is none, what is not there has not been written yet. */
function addedTo(
  paragraphs: readonly StandingParagraph[],
  standing: readonly Standing[],
  matched: ReadonlyMap<number, number>,
  written: readonly WrittenSentence[],
): readonly WrittenSentence[] {
  const byWritten = new Map([...matched].map(([own, other]) => [other, standing[own]?.paragraph ?? 0]));
  const held = new Set([...byWritten.keys()].map((index) => written[index]?.paragraph));
  return written.filter((sentence, index) => {
    if (byWritten.has(index) || held.has(sentence.paragraph) || sentence.isHeading) return false;
    if (sentence.statements.every(({ figure }) => figure === undefined)) return false;
    const before = nearest(byWritten, index, -1, written.length);
    const after = nearest(byWritten, index, 1, written.length);
    if (before === undefined || after === undefined) return false;
    const [first, last] = [paragraphs[before]?.number, paragraphs[after]?.number];
    return first !== undefined && last !== undefined && last - first <= Math.max(1, after - before);
  });
}

/** What the nearest index before or behind one is mapped to. */
function nearest(map: ReadonlyMap<number, number>, from: number, step: 1 | -1, count: number): number | undefined {
  for (let at = from + step; at >= 0 && at < count; at += step) {
    const found = map.get(at);
    if (found !== undefined) return found;
  }
  return undefined;
}
