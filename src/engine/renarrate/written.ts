import type { Narration, Paragraph } from '../narrate/narration';
import type { Vocabulary } from './vocabulary';
import type { Range, ReadSentence, WrittenFigure } from './sentence';
import { literalsIn, readSentence } from './sentence';

/** A sentence as it follows from the figures. */
export interface WrittenSentence extends ReadSentence {
  /** Its section, and its paragraph in the order of the whole text. */
  readonly section: string;
  readonly paragraph: number;
  readonly isHeading: boolean;
  /** A clause of it ends with ；. */
  readonly endsReason: boolean;
  /** Its numbers that are no figures. */
  readonly literals: readonly string[];
}

/** The sentences of a text that was written from figures, in its order. */
export function writtenSentences(
  { facts, sections, glossary }: Narration,
  vocabulary: Pick<Vocabulary, 'measures' | 'literals'>,
): readonly WrittenSentence[] {
  let paragraph = -1;
  return [...facts, ...sections, ...glossary].flatMap(({ id, paragraphs }) =>
    paragraphs.flatMap((one) => {
      paragraph += 1;
      const place = { section: id, paragraph, isHeading: one.level > 0 };
      return sentencesOf(one, vocabulary).map((sentence) => ({ ...sentence, ...place }));
    }),
  );
}

function sentencesOf(
  { spans }: Paragraph,
  { measures, literals }: Pick<Vocabulary, 'measures' | 'literals'>,
): readonly (ReadSentence & Pick<WrittenSentence, 'endsReason' | 'literals'>)[] {
  const manner = { measures, literals, endsReason: false };
  const figures: WrittenFigure[] = [];
  const reasons: Range[] = [];
  const personal: Range[] = [];
  let text = '';
  for (const span of spans) {
    const range = { from: text.length, to: text.length + span.text.length };
    text += span.text;
    if (span.kind === 'figure') figures.push({ ...range, figure: span });
    else if ('reason' in span) reasons.push(range);
    else if (span.kind === 'words-of-person') personal.push(range);
  }
  return cutSentences(text).map((cut) => {
    const inside = <R extends Range>(ranges: readonly R[]): readonly R[] =>
      ranges
        .filter(({ from, to }) => from < cut.to && to > cut.from)
        .map((one) => ({
          ...one,
          from: Math.max(one.from, cut.from) - cut.from,
          to: Math.min(one.to, cut.to) - cut.from,
        }));
    const own = text.slice(cut.from, cut.to);
    const unread = [...inside(reasons), ...inside(personal)];
    const read = readSentence(own, { ...manner, literals: [] }, { figures: inside(figures), reasons: unread });
    // It is compared with what a person may have written: both are read alike.
    const { skeleton } = readSentence(own, manner);
    const clauses = [...own].some((sign, at) => sign === '；' && !unread.some(({ from, to }) => at >= from && at < to));
    return {
      ...read,
      reasons: inside(reasons),
      skeleton,
      endsReason: clauses,
      literals: literalsIn(own, measures, inside(figures)),
    };
  });
}

/** A text is cut behind each full stop, and where a line ends; the stop stays with what it ends. */
export function cutSentences(text: string): readonly Range[] {
  const cuts: Range[] = [];
  let from = 0;
  for (const match of text.matchAll(/。|\n|$/g)) {
    const to = match.index + match[0].length;
    if (text.slice(from, to).trim() !== '') cuts.push({ from, to: match[0] === '\n' ? match.index : to });
    from = to;
  }
  return cuts;
}
