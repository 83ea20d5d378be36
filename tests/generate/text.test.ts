import fc from 'fast-check';
import { catalogue } from '../../src/commands/catalogue';
import { NO_ANSWERS } from '../../src/engine/asked/answers';
import { NO_REASONS } from '../../src/engine/asked/read-reasons';
import { narrate, type NarrateAnswers } from '../../src/engine/narrate/narrate';
import type { Narration } from '../../src/engine/narrate/narration';
import { laws } from '../narrative/laws';
import { textOf } from '../narrative/reader';
import { department } from './department';
import { tablesOf, truthOf, twoYears, type TwoYears } from './two-years';

const nobody: NarrateAnswers = { facts: NO_ANSWERS, reasons: NO_REASONS };

async function written({ now, before }: TwoYears): Promise<Narration> {
  const { edition, source } = await tablesOf(now);
  const prior = before && (await tablesOf(before)).source;
  const narration = narrate(edition, source, prior, nobody, {
    department: now.name,
    year: 2021,
    nameOf: (code) => catalogue().nameOf(code, 2021),
  });
  if (!narration) throw new Error('no text');
  return narration;
}

// The laws are proven on the same departments: each is laid out, recognised and written once.
const texts = new Map<string, Promise<Narration>>();
function textFor(years: TwoYears): Promise<Narration> {
  const key = JSON.stringify(years);
  const text = texts.get(key) ?? written(years);
  texts.set(key, text);
  return text;
}

const linesOf = ({ sections }: Narration): readonly string[] =>
  sections.flatMap(({ paragraphs }) => paragraphs.map(textOf));

// A law that is broken is brought to a small department, but not for hours.
const RUNS = { numRuns: 60, seed: 2021, interruptAfterTimeLimit: 60_000, markInterruptAsFailure: true } as const;

describe('the text of generated departments', () => {
  test.each(Object.entries(laws))('law: %s', async (_name, law) => {
    await fc.assert(
      fc.asyncProperty(twoYears, async (years) => {
        expect(law(await textFor(years), truthOf(years))).toEqual([]);
      }),
      RUNS,
    );
  });

  test.each(Object.entries(laws))('law, without last year: %s', async (_name, law) => {
    await fc.assert(
      fc.asyncProperty(department, async (now) => {
        const years = { now, before: undefined };
        expect(law(await textFor(years), truthOf(years))).toEqual([]);
      }),
      { ...RUNS, numRuns: 20 },
    );
  });

  test('the tables tell all that it needs: no amount is missing, and of last year none', async () => {
    await fc.assert(
      fc.asyncProperty(twoYears, async (years) => {
        const { missing, remarks } = await textFor(years);
        expect(missing.filter(({ what }) => what === 'prior' || what === 'amount')).toEqual([]);
        expect(remarks).toEqual([]);
      }),
      RUNS,
    );
  });

  test('a reason is asked for with the figures of its change, and of nothing that did not change', async () => {
    await fc.assert(
      fc.asyncProperty(twoYears, async (years) => {
        const { reasons } = await textFor(years);
        for (const { now, before, difference } of reasons) {
          expect(difference.isZero()).toBe(false);
          expect(difference.toFixed()).toBe(now.minus(before).toFixed());
        }
        const { now, before } = truthOf(years);
        const changed = ['基本支出', '项目支出'].filter((kind) => !before?.({ kind }).equals(now({ kind })));
        const asked = reasons.filter(({ section }) => section === 'expenditure').map(({ about }) => about);
        expect(asked).toEqual(changed);
      }),
      RUNS,
    );
  });

  test('the same department as last year: everything is as it was, no reason is asked for', async () => {
    await fc.assert(
      fc.asyncProperty(department, async (same) => {
        const narration = await textFor({ now: same, before: same });
        expect(narration.reasons).toEqual([]);
        expect(linesOf(narration).filter((line) => /增加|减少|增长|下降/.test(line))).toEqual([]);
      }),
      { ...RUNS, numRuns: 20 },
    );
  });

  test('the same twice: nothing is left to chance', async () => {
    await fc.assert(
      fc.asyncProperty(twoYears, async (years) => {
        expect(JSON.stringify(await written(years))).toBe(JSON.stringify(await textFor(years)));
      }),
      { ...RUNS, numRuns: 10 },
    );
  });

  test('without last year that is said once a section, and marked wherever it belongs', async () => {
    await fc.assert(
      fc.asyncProperty(department, async (now) => {
        const narration = await textFor({ now, before: undefined });
        const sections = narration.missing.filter(({ what }) => what === 'prior').map(({ section }) => section);
        expect(new Set(sections).size).toBe(sections.length);
        expect(sections).toContain('expenditure');
        expect(narration.reasons).toEqual([]);
      }),
      { ...RUNS, numRuns: 20 },
    );
  });
});
