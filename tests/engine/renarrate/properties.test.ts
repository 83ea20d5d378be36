import fc from 'fast-check';
import { editionById } from '../../../src/commands/check';
import type { ResolvedEdition } from '../../../src/engine/edition/resolve';
import type { StandingSentence } from '../../../src/engine/renarrate/renarrate';
import { changes, held, paragraphsOf } from './changed-figures';

let edition: ResolvedEdition;
beforeAll(async () => {
  edition = await editionById('xinjiang-2021');
});

const RUNS = { numRuns: 40, seed: 2021, endOnFailure: true } as const;

const sentencesOf = (paragraphs: readonly string[]): readonly string[] =>
  paragraphs.flatMap((text) => text.split(/(?<=。)/));

const rewritten = ({ text, verdict }: StandingSentence): string =>
  verdict.kind === 'stale' ? verdict.rewriting.text : text;

/** The paragraphs with every stale sentence rewritten. */
function mended(paragraphs: readonly string[], sentences: readonly StandingSentence[]): readonly string[] {
  return paragraphs.map((paragraph, index) =>
    sentences
      .filter((sentence) => sentence.paragraph === index)
      .reduceRight((text, one) => text.slice(0, one.from) + rewritten(one) + text.slice(one.to), paragraph),
  );
}

/** The number of a paragraph is not one of the figures: it stays as it stands. */
const unnumbered = (sentence: string): string => sentence.replace(/^\d+\./, '');

describe('one figure becomes another', () => {
  test('a text that nobody has touched becomes the one that is written now, sentence by sentence', () => {
    let stale = 0;
    fc.assert(
      fc.property(changes, (change) => {
        const { before, after } = change(edition);
        const now = new Set(sentencesOf(paragraphsOf(after)).map(unnumbered));
        for (const sentence of held(edition, paragraphsOf(before), after).sentences) {
          const { verdict, text } = sentence;
          if (verdict.kind === 'stale') stale += 1;
          // What is written no more, and has nothing in its place, is told apart.
          if (verdict.kind === 'unmatched' || verdict.kind === 'own') continue;
          expect(now).toContain(unnumbered(rewritten(sentence)));
          expect(verdict.kind).toBe(now.has(unnumbered(text)) ? 'current' : 'stale');
        }
      }),
      RUNS,
    );
    expect(stale).toBeGreaterThan(200);
  });

  test('what stands and is not written any more is told, and so is what has to be said now', () => {
    fc.assert(
      fc.property(changes, (change) => {
        const { before, after } = change(edition);
        const [old, now] = [paragraphsOf(before), paragraphsOf(after)];
        const { sentences, added } = held(edition, old, after);
        const result = new Set(sentencesOf(mended(old, sentences)).map(unnumbered));
        const told = new Set(added.map(({ text }) => unnumbered(text)));
        const figures = sentencesOf(now).filter((text) => /\d(?:万元|%)/.test(text));
        expect(figures.map(unnumbered).filter((text) => !result.has(text) && !told.has(text))).toEqual([]);
      }),
      RUNS,
    );
  });

  test('nothing is stale where nothing changed', () => {
    fc.assert(
      fc.property(changes, (change) => {
        const { before } = change(edition);
        const { sentences, added } = held(edition, paragraphsOf(before), before);
        expect(sentences.filter(({ verdict }) => verdict.kind === 'stale')).toEqual([]);
        expect(added).toEqual([]);
      }),
      RUNS,
    );
  });
});

/** What people do to sentences: the words that they put in, and the sentence with them. */
interface Edit {
  readonly words: readonly string[];
  readonly of: (sentence: string) => string;
}

const grouped = (number: string): string => number.replace(/^\d+/, (whole) => whole.replace(/\B(?=(?:\d{3})+$)/g, ','));

const EDITS: Readonly<Record<string, Edit>> = {
  'words in front': { words: ['经局党组会研究，'], of: (sentence) => `经局党组会研究，${sentence}` },
  'words in brackets behind an amount': {
    words: ['（含省级补助）'],
    of: (sentence) => sentence.replace('万元', '万元（含省级补助）'),
  },
  'an amount in brackets': {
    words: ['（含省级补助8.80万元）'],
    of: (sentence) => sentence.replace('万元', '万元（含省级补助8.80万元）'),
  },
  'a reason with figures of its own': {
    words: ['新增2人，人均增加3.50万元，增长5.00%'],
    of: (sentence) => sentence.replaceAll('【待填：增减原因】', '新增2人，人均增加3.50万元，增长5.00%'),
  },
  'another wording of the comparison': {
    words: ['较上一年度'],
    of: (sentence) => sentence.replaceAll('比上年预算', '较上一年度'),
  },
  'thousands separators': {
    words: [],
    of: (sentence) => sentence.replace(/\d+\.\d\d(?=万元)/g, grouped),
  },
};

describe.each(Object.entries(EDITS))('somebody wrote %s', (_name, { words, of }) => {
  test('the figures follow, and every word stays', () => {
    let stale = 0;
    fc.assert(
      fc.property(changes, (change) => {
        const { before, after } = change(edition);
        const plain = paragraphsOf(before);
        const { sentences } = held(edition, plain, after);
        const edited = plain.map((text) =>
          text
            .split(/(?<=。)/)
            .map(of)
            .join(''),
        );
        const again = held(edition, edited, after).sentences;
        expect(again).toHaveLength(sentences.length);
        again.forEach((sentence, index) => {
          const untouched = sentences[index];
          const { verdict, text } = sentence;
          if (!untouched || verdict.kind !== 'stale') return;
          const { how, text: result, lost } = verdict.rewriting;
          for (const word of words)
            if (text.includes(word))
              expect(result.includes(word) || lost.join('').includes(word.replace(/^（|[，）]$/g, ''))).toBe(true);
          if (how !== 'in-place') return;
          stale += 1;
          // Rewriting it and then putting the words in comes to the same.
          expect(result.replaceAll(',', '')).toBe(of(rewritten(untouched)).replaceAll(',', ''));
        });
        const mendedText = mended(edited, again);
        const left = held(edition, mendedText, after).sentences.filter(({ verdict }) => verdict.kind === 'stale');
        expect(left.map(({ text }) => text)).toEqual([]);
      }),
      RUNS,
    );
    expect(stale).toBeGreaterThan(100);
  });

  test('no sentence is found stale that says what is written now', () => {
    fc.assert(
      fc.property(changes, (change) => {
        const { after } = change(edition);
        const edited = paragraphsOf(after).map((text) =>
          text
            .split(/(?<=。)/)
            .map(of)
            .join(''),
        );
        const stale = held(edition, edited, after).sentences.filter(({ verdict }) => verdict.kind === 'stale');
        expect(stale).toEqual([]);
      }),
      RUNS,
    );
  });
});
