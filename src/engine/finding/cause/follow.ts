import { Decimal } from 'decimal.js';
import { figuresOf, type Book, type Figure } from '../../book/book';
import type { MoneyUnit } from '../../amount/reading';
import type { Equation } from '../../equation/equation';
import { linearTerms } from '../../formula/linear';
import { once } from '../../memo/once';
import type { Area } from '../../snapshot/address';

/** How many times a change of each figure comes out in a sum. */
export type Sum = ReadonlyMap<Figure, number>;

/** What moves when a cell is changed: the formulas that add it up move with it. */
export interface Following {
  /** False where nothing is computed: every figure stands for itself. */
  readonly hasFormulas: boolean;
  /** What a figure is a sum of: itself, as far as it is wrong by itself, and what its formula adds, down to the cells that are typed. */
  readonly sumOf: (figure: Figure) => Sum;
  /** What a figure's formula adds up itself; nothing for what is typed and for formulas that are no sums. */
  readonly partsOf: (figure: Figure) => readonly Added[];
  /** How an equation, taken as left − right, answers to a change of each figure; those that cancel out are left out. */
  readonly answerOf: (equation: Equation) => Sum;
}

/** Longer chains than this are no budget's; what they add up is left aside. */
const LONGEST_CHAIN = 200;

/** The following of a book, made once. Formulas that are no sums, and circular ones, stand for themselves like typed amounts. */
export const followingIn = once((book: Book): Following => {
  const all = [...figuresOf(book)];
  const sheets = all.some(({ formula }) => formula !== undefined) ? sheetsOf(all) : undefined;
  const known = new Map<Figure, Sum>();
  const partsOf = (figure: Figure): readonly Added[] =>
    sheets && figure.formula !== undefined
      ? addedBy(figure, figure.formula, sheets).filter(({ figure: part }) => part !== figure)
      : [];
  let depth = 0;
  const sumOf = (figure: Figure): Sum => {
    const before = known.get(figure);
    if (before) return before;
    const sum = new Map([[figure, 1]]);
    // A formula that leads back to itself finds this one while it is still being made.
    known.set(figure, sum);
    if (depth > LONGEST_CHAIN) return sum;
    depth++;
    for (const { figure: part, times } of partsOf(figure)) add(sum, sumOf(part), times);
    depth--;
    return sum;
  };
  const answers = new Map<Equation, Sum>();
  const answerOf = (equation: Equation): Sum => {
    const before = answers.get(equation);
    if (before) return before;
    const sum = new Map<Figure, number>();
    for (const figure of equation.left) add(sum, sumOf(figure), 1);
    for (const figure of equation.right) add(sum, sumOf(figure), -1);
    answers.set(equation, sum);
    return sum;
  };
  return { hasFormulas: sheets !== undefined, sumOf, partsOf, answerOf };
});

function add(sum: Map<Figure, number>, other: Sum, times: number): void {
  for (const [figure, count] of other) {
    const total = (sum.get(figure) ?? 0) + count * times;
    if (total === 0) sum.delete(figure);
    else sum.set(figure, total);
  }
}

/** Figures by sheet (names as Excel compares them), column and row. */
type Sheets = ReadonlyMap<string, ReadonlyMap<number, ReadonlyMap<number, Figure>>>;

function sheetsOf(figures: readonly Figure[]): Sheets {
  const sheets = new Map<string, Map<number, Map<number, Figure>>>();
  for (const figure of figures) {
    const { sheet, row, column } = figure.cell;
    const name = sheet.toUpperCase();
    const columns = sheets.get(name) ?? new Map<number, Map<number, Figure>>();
    sheets.set(name, columns);
    const rows = columns.get(column) ?? new Map<number, Figure>();
    columns.set(column, rows);
    rows.set(row, figure);
  }
  return sheets;
}

/** A figure that a formula adds up, so many times. */
export interface Added {
  readonly figure: Figure;
  readonly times: number;
}

/** The figures that a formula adds up, each so many times in the same money; nothing where it is no such sum. */
function addedBy(figure: Figure, formula: string, sheets: Sheets): readonly Added[] {
  const added: Added[] = [];
  for (const { sheet, area, coefficient } of linearTerms(formula) ?? []) {
    for (const part of figuresIn(sheets.get((sheet ?? figure.cell.sheet).toUpperCase()), area)) {
      const times = coefficient.times(unitOf(figure.moneyUnit)).div(unitOf(part.moneyUnit));
      if (!times.isInteger()) return [];
      added.push({ figure: part, times: times.toNumber() });
    }
  }
  return added;
}

function figuresIn(
  columns: ReadonlyMap<number, ReadonlyMap<number, Figure>> | undefined,
  area: Area,
): readonly Figure[] {
  const found: Figure[] = [];
  for (const [column, rows] of columns ?? []) {
    if (column < area.left || column > area.right) continue;
    for (const [row, figure] of rows) if (row >= area.top && row <= area.bottom) found.push(figure);
  }
  return found;
}

const TEN_THOUSANDTH = new Decimal('0.0001');
const ONE = new Decimal(1);

/** One of a money unit in 万元. */
const unitOf = (unit: MoneyUnit): Decimal => (unit === '元' ? TEN_THOUSANDTH : ONE);
