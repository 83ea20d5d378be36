import { Decimal } from 'decimal.js';
import { convertMoney } from '../amount/money-unit';
import { figuresOf, type Book, type Figure } from '../book/book';
import { bookWith, withAmount } from '../book/with-amounts';
import { followingIn } from '../finding/cause/follow';
import type { Cause, Finding } from '../finding/finding';
import { cellKey } from '../snapshot/address';
import type { CheckContext } from './check';
import { project } from './performance/project';

/** The book is read anew for each cause: where more than these are told, nobody wonders about another line. */
const MOST_CAUSES = 20;

/**
 * All causes: those that tell which amounts are right with performance tables that seem to have no project only as long as these are wrong: what
 * a fund has for projects says which of them need not be listed, and it is too little while the fund's amount is.
 */
export function withRowlessForms(
  causes: readonly Cause[],
  others: readonly Finding[],
  context: CheckContext,
): readonly Cause[] {
  let open = others.filter(({ facts }) => facts.code === 'project-no-row');
  if (open.length === 0 || causes.length > MOST_CAUSES) return causes;
  return causes.map((cause): Cause => {
    const book = open.length === 0 ? undefined : mendedBy(cause, context.book);
    if (!book) return cause;
    const still = new Set(project.run({ ...context, book }).map(({ id }) => id));
    const gone = open.filter(({ id }) => !still.has(id));
    open = open.filter(({ id }) => still.has(id));
    return gone.length === 0 ? cause : { ...cause, findings: [...cause.findings, ...gone.map(({ id }) => id)] };
  });
}

/** A book as it is once a cause is mended, with the formulas that follow; undefined where it is not known what is to be written. */
function mendedBy({ determined, alternatives: [way = [], ...others] }: Cause, book: Book): Book | undefined {
  const amounts = new Map(way.map(({ cell, suggestion }) => [cellKey(cell), suggestion]));
  if (!determined || others.length > 0) return undefined;
  const more = new Map<Figure, Decimal>();
  for (const figure of figuresOf(book)) {
    const amount = amounts.get(cellKey(figure.cell));
    if (amount === undefined) continue;
    more.set(figure, convertMoney(new Decimal(amount), figure.moneyUnit, '万元').minus(figure.value ?? 0));
  }
  if (more.size === 0) return undefined;
  const { sumOf } = followingIn(book);
  return bookWith(book, (figures) =>
    figures.map((figure) => {
      if (!more.has(figure) && figure.formula === undefined) return figure;
      const change = [...sumOf(figure)].reduce(
        (sum, [part, times]) => sum.plus((more.get(part) ?? new Decimal(0)).times(times)),
        new Decimal(0),
      );
      return change.isZero() ? figure : withAmount(figure, change.plus(figure.value ?? 0));
    }),
  );
}
