import fc from 'fast-check';
import { catalogue } from '../../../../src/commands/catalogue';
import { editionById } from '../../../../src/commands/check';
import { figuresOf, type Book } from '../../../../src/engine/book/book';
import { deriveEquations } from '../../../../src/engine/equation/derive';
import { evaluate, type Evaluated } from '../../../../src/engine/equation/evaluate';
import { mostWorkOn } from '../../../../src/engine/finding/cause/bounds';
import { groupByCause, groupByCauseInSteps, type Grouped } from '../../../../src/engine/finding/causes';
import { equationFindings, type FailedEquation } from '../../../../src/engine/finding/equation-findings';
import { recognise } from '../../../../src/engine/recognise/recognise';
import type { CellValue, Snapshot } from '../../../../src/engine/snapshot/snapshot';
import type { Steps } from '../../../../src/engine/steps/steps';
import { adviceSentence } from '../../../../src/i18n/advice';
import { placeOf, valueAt, withValues } from '../../../fixtures/edit';
import { department, type Department } from '../../../generate/department';
import { layOut } from '../../../generate/layout';

// A busy machine must not fail a test.
jest.setTimeout(600_000);

interface Read {
  readonly book: Book;
  readonly evaluated: readonly Evaluated[];
  readonly failed: readonly FailedEquation[];
}

async function read(snapshot: Snapshot): Promise<Read> {
  const { book } = recognise(snapshot, await editionById('xinjiang-2021'), catalogue());
  const evaluated = evaluate(deriveEquations(book));
  return { book, evaluated, failed: equationFindings(evaluated) };
}

const causesOf = ({ failed, evaluated, book }: Read): Grouped => groupByCause(failed, evaluated, book);
const inSteps = ({ failed, evaluated, book }: Read): Steps<Grouped> => groupByCauseInSteps(failed, evaluated, book);

/** A department with at least so many payments, with other amounts where `isWrong` says so. */
async function spoilt(payments: number, seed: number, isWrong: (index: number) => boolean): Promise<Read> {
  const drawn = fc.sample(department, { numRuns: 4 * payments, seed });
  const enough = drawn.reduce<Department['payments']>(
    (all, { payments: more }) => (all.length < payments ? [...all, ...more] : all),
    [],
  );
  const [first] = drawn;
  if (!first) throw new Error('no department drawn');
  const { snapshot } = layOut({ ...first, payments: enough, manner: { ...first.manner, amounts: 'number' } });
  const { book } = await read(snapshot);
  const wrong: Record<string, CellValue> = {};
  const amounts = [...figuresOf(book)].filter(({ reading }) => reading.kind === 'amount');
  for (const [index, { cell }] of amounts.entries()) {
    const value = valueAt(snapshot, placeOf(cell));
    if (typeof value === 'number' && isWrong(index))
      wrong[placeOf(cell)] = Math.round(value * 100 + 1 + ((index * 7919 + seed) % 9973) * 13) / 100;
  }
  return read(withValues(snapshot, wrong));
}

const coefficientsOf = ({ evaluated }: Read): number =>
  evaluated.reduce((sum, { equation: { left, right } }) => sum + left.length + right.length, 0);

describe('causes found in steps', () => {
  test('are those that are found in one go, whatever else is done between the steps', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 12 }),
        fc.nat(1000),
        fc.integer({ min: 2, max: 150 }),
        async (payments, seed, every) => {
          const workbook = await spoilt(payments, seed, (index) => (index + seed) % every === 0);
          const other = await spoilt(3, seed + 1, (index) => index % 5 === 0);
          const [mine, theirs] = [inSteps(workbook), inSteps(other)];
          let found = mine.next();
          for (; !found.done; found = mine.next()) if (theirs.next().done) break;
          while (!found.done) found = mine.next();
          expect(found.value).toEqual(causesOf(workbook));
        },
      ),
      { numRuns: 8 },
    );
  });

  test('are many small steps, not a long one', async () => {
    const { failed, evaluated, book } = await spoilt(60, 1, (index) => index % 3 === 0);
    const steps = groupByCauseInSteps(failed, evaluated, book);
    let count = 1;
    let found = steps.next();
    for (; !found.done; found = steps.next()) count++;
    expect(found.value.work / count).toBeLessThan(20_000);
  });
});

describe('where more sums fail than anybody can search through', () => {
  test.each([10, 40, 160])(
    '%i payments, every amount wrong: within the bound of work, and said so',
    async (payments) => {
      const workbook = await spoilt(payments, 3, () => true);
      const { findings, causes, work } = causesOf(workbook);
      expect(work).toBeLessThanOrEqual(mostWorkOn(workbook.failed.length, coefficientsOf(workbook)));
      expect(findings.map(({ id }) => id)).toEqual(workbook.failed.map(({ finding }) => finding.id));
      const unsearched = causes.filter((cause) => cause.unsearched);
      expect(unsearched.length).toBeGreaterThan(0);
      const left = new Set(unsearched.flatMap((cause) => cause.findings));
      expect(findings.filter(({ id, suspect }) => left.has(id) && suspect)).toEqual([]);
      for (const cause of unsearched) {
        expect(cause).toMatchObject({ kind: 'single', determined: false, alternatives: [] });
        expect(adviceSentence(cause, 'zh-CN')).toContain('没有找到底');
      }
    },
  );

  test('the same work is done in every run', async () => {
    const [one, other] = [await spoilt(30, 5, () => true), await spoilt(30, 5, () => true)];
    expect(causesOf(one).work).toBe(causesOf(other).work);
  });

  test('nothing is said to be unsearched where the search came to its end', async () => {
    const workbook = await spoilt(20, 8, (index) => index === 40 || index === 90);
    expect(workbook.failed.length).toBeGreaterThan(0);
    expect(causesOf(workbook).causes.filter((cause) => cause.unsearched)).toEqual([]);
  });
});
