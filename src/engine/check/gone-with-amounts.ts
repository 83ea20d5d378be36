import { Decimal } from 'decimal.js';
import { convertMoney } from '../amount/money-unit';
import { figuresOf, type Book, type Figure } from '../book/book';
import { bookWith, withAmount } from '../book/with-amounts';
import { followingIn } from '../finding/cause/follow';
import type { FindingFacts } from '../finding/facts';
import type { Cause, Finding } from '../finding/finding';
import { cellKey, type CellRef } from '../snapshot/address';
import type { Check, CheckContext } from './check';
import { cost } from './performance/cost';
import { project } from './performance/project';
import { negative } from './structure/negative';

/** The book is read anew for each of them: where more than these are told, nobody wonders about another line. */
const MOST_CAUSES = 20;

/**
 * What is said of amounts that follow from others, or against them: performance tables that seem to have no project, since what a fund has for
 * projects says which of them need not be listed; sums below zero; a project that costs more than its form has for it.
 */
const OF_AMOUNTS: ReadonlyMap<FindingFacts['code'], Check> = new Map([
  ['project-no-row', project],
  ['negative', negative],
  ['form-cost', cost],
]);

/** What would be written into a cell, in the money unit of its table; undefined where nobody knows. */
interface Written {
  readonly cell: CellRef;
  readonly suggestion?: string;
}

/** All causes: those that tell which amounts are right with such findings as are made only as long as these, and those before them, are wrong. */
export function withWhatGoes(
  causes: readonly Cause[],
  others: readonly Finding[],
  context: CheckContext,
): readonly Cause[] {
  const ways = causes.map(({ determined, alternatives: [way = [], ...more] }) =>
    determined && more.length === 0 ? way : [],
  );
  const gone = goneWithEach(ways, others, context);
  return causes.map((cause, index) => {
    const own = gone[index] ?? [];
    return own.length === 0 ? cause : { ...cause, findings: [...cause.findings, ...own.map(({ id }) => id)] };
  });
}

/** Of these findings those that are no longer made once amounts are written, for each of several ways what it adds to those before it. */
export function goneWithEach(
  ways: readonly (readonly Written[])[],
  findings: readonly Finding[],
  context: CheckContext,
): readonly (readonly Finding[])[] {
  let open = findings.filter(({ facts }) => OF_AMOUNTS.has(facts.code));
  if (open.length === 0 || ways.length > MOST_CAUSES) return [];
  const changesOf = changesIn(context.book);
  const changes = new Map<Figure, Decimal>();
  return ways.map((way) => {
    const own = open.length === 0 ? [] : changesOf(way);
    if (own.length === 0) return [];
    for (const [figure, change] of own) changes.set(figure, change);
    const book = changedBy(changes, context.book);
    const asked = new Set(open.flatMap(({ facts }) => OF_AMOUNTS.get(facts.code) ?? []));
    const still = [...asked].flatMap((check) => check.run({ ...context, book }));
    const isStill = ({ id, rule, cells: [cell] }: Finding): boolean =>
      still.some(
        (one) =>
          one.id === id || (one.rule === rule && cell && one.cells.some((own) => cellKey(own) === cellKey(cell))),
      );
    const gone = open.filter((one) => !isStill(one));
    open = open.filter(isStill);
    return gone;
  });
}

/** What is changed in the amounts of a book, in 万元, by what is written. */
function changesIn(book: Book): (way: readonly Written[]) => readonly (readonly [Figure, Decimal])[] {
  let figures: ReadonlyMap<string, Figure> | undefined;
  return (way) =>
    way.flatMap(({ cell, suggestion }) => {
      figures ??= new Map([...figuresOf(book)].map((figure) => [cellKey(figure.cell), figure]));
      const figure = figures.get(cellKey(cell));
      if (!figure || suggestion === undefined) return [];
      const amount = convertMoney(new Decimal(suggestion), figure.moneyUnit, '万元');
      return [[figure, amount.minus(figure.value ?? 0)] as const];
    });
}

/** A book as it is with these changes, and the formulas that follow. */
function changedBy(changes: ReadonlyMap<Figure, Decimal>, book: Book): Book {
  const { sumOf } = followingIn(book);
  return bookWith(book, (figures) =>
    figures.map((figure) => {
      if (!changes.has(figure) && figure.formula === undefined) return figure;
      const change = [...sumOf(figure)].reduce(
        (sum, [part, times]) => sum.plus((changes.get(part) ?? new Decimal(0)).times(times)),
        new Decimal(0),
      );
      return change.isZero() ? figure : withAmount(figure, change.plus(figure.value ?? 0));
    }),
  );
}
