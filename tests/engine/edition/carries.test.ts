import { catalogue } from '../../../src/commands/catalogue';
import { editionById } from '../../../src/commands/check';
import { figuresOf, type Book, type Figure } from '../../../src/engine/book/book';
import type { Section } from '../../../src/engine/edition/text';
import { deriveEquations } from '../../../src/engine/equation/derive';
import type { Equation } from '../../../src/engine/equation/equation';
import { recognise } from '../../../src/engine/recognise/recognise';
import { scopeOf } from '../../../src/engine/scope/scope';
import { a1, quoteSheetName } from '../../../src/engine/snapshot/address';
import { mended } from '../../fixtures/sample';

/*
 * One declaration, many uses: the equations that a check evaluates are the same that a formula is written from, that a
 * missing value is completed by and that the localiser takes as rows; the scopes that make them are those that a sentence names.
 */
let book: Book;
let equations: readonly Equation[];

beforeAll(async () => {
  const edition = await editionById('xinjiang-2021');
  ({ book } = recognise(mended, edition, catalogue()));
  equations = deriveEquations(book);
});

const at = (place: string): Figure => {
  const [sheet, cell] = place.split('!');
  const figure = [...figuresOf(book)].find(
    (candidate) => candidate.cell.sheet === sheet && a1(candidate.cell) === cell,
  );
  if (!figure) throw new Error(`no figure at ${place}`);
  return figure;
};
const wholeOf = (place: string): readonly Equation[] =>
  equations.filter(({ left }) => left.length === 1 && left[0] === at(place));

/** The formula that an equation writes for its whole: a reference, or a sum. */
function formulaFor({ left: [whole], right }: Equation): string {
  const ref = (figure: Figure): string =>
    figure.cell.sheet === whole?.cell.sheet
      ? a1(figure.cell)
      : `${quoteSheetName(figure.cell.sheet)}!${a1(figure.cell)}`;
  return right.length === 1 && right[0] ? `=${ref(right[0])}` : `=SUM(${right.map(ref).join(',')})`;
}

it('writes formulas: a class is the sum of its rows, a total refers to the other table', () => {
  const formulas = (place: string): readonly string[] => wholeOf(place).map(formulaFor);
  expect(formulas('表三!E8')).toContain('=SUM(E9,E10)');
  expect(formulas('表三!E9')).toContain('=SUM(F9,G9)');
  expect(formulas('表四!E6')).toContain('=表五!E7');
});

it('completes: with one cell blanked, the equations that hold it give its value back', () => {
  const lost = at('表三!F9');
  const values = equations
    .filter(({ op, left, right }) => op === '=' && [...left, ...right].includes(lost))
    .map(({ left, right }) => {
      const sum = (figures: readonly Figure[]): number =>
        figures
          .filter((figure) => figure !== lost)
          .reduce((total, figure) => total + Math.round((figure.value?.toNumber() ?? 0) * 100), 0);
      return right.includes(lost) ? sum(left) - sum(right) : sum(right) - sum(left);
    });
  expect(values.length).toBeGreaterThanOrEqual(2);
  expect(new Set(values)).toEqual(new Set([124962]));
});

it('gives the localiser rows of one ±1 matrix', () => {
  const columns = new Map([...figuresOf(book)].map((figure, index) => [figure, index]));
  const rows = equations
    .filter(({ op }) => op === '=')
    .map(({ left, right }) => [
      ...left.map((figure) => [columns.get(figure), 1]),
      ...right.map((figure) => [columns.get(figure), -1]),
    ]);
  expect(rows.length).toBeGreaterThan(100);
  for (const row of rows) {
    const indexes = row.map(([column]) => column);
    expect(indexes).not.toContain(undefined);
    expect(new Set(indexes).size).toBe(indexes.length);
  }
});

const section = {
  id: '支出预算',
  heading: '支出预算情况说明',
  name: '支出预算',
  scope: { flow: '支出' },
  says: ['支出预算{amount}，其中：', { each: 'kind', says: '{it}{amount}。', none: '{it}未安排。' }],
} as const satisfies Section;

it('lets a sentence be written and read: its words name a scope, the scope finds the figure', () => {
  const figuresAt = (members: Readonly<Record<string, string>>): readonly string[] => {
    const { key } = scopeOf(members);
    return [...figuresOf(book)]
      .filter((figure) => figure.scope.key === key)
      .map((figure) => figure.value?.toFixed() ?? '');
  };
  expect(new Set(figuresAt(section.scope))).toEqual(new Set(['1423.62']));
  expect(figuresAt({ ...section.scope, kind: '项目支出' })).toEqual(['174']);
  // Reading goes the same way back: the words of a stranger's sentence are members, and members make the scope.
  const words = ['支出', '一般公共预算', '基本支出'];
  const dimensionOf = book.edition.dimensions.dimensionOf;
  const members = Object.fromEntries(words.map((word) => [dimensionOf.get(word) ?? '', word]));
  expect(new Set(figuresAt(members))).toEqual(new Set(['1249.62']));
});
