import { isSomething, type Book, type Figure } from '../../../book/book';
import type { Following } from '../follow';
import type { CauseGroup } from '../group';
import { lackingIn, type Lacking } from './candidates';
import { effectsOf } from './effect';
import { holdsJust } from './trial';

/** One equation may fail for a reason of its own. */
const FEWEST_OTHERS = 2;

/**
 * Whether an amount would be taken away, or put into a blank, for hardly another reason than that a table has no row for it: all equations
 * that speak against what stands there but one would come out otherwise if that row were there. What somebody wrote in a row is not
 * deleted because another table lacks the row, nor does another row of the table get its amount. Rows that are told to be lacking are
 * accounted for, as far as blanks go.
 */
export function onlyForLackOfRow(
  book: Book,
  following: Following,
  told: ReadonlySet<Lacking>,
): (group: CauseGroup) => boolean {
  return ({ repaired = [], members }) => {
    const deleted = repaired.flatMap(({ figure, value }) => (value.isZero() && isSomething(figure) ? [figure] : []));
    const filled = repaired.filter(({ figure, value }) => !value.isZero() && !isSomething(figure));
    if (deleted.length + filled.length === 0) return false;
    const rows = lackingIn(book).filter(
      (row) =>
        deleted.some((figure) => isHeldIn(figure, row)) ||
        (!told.has(row) &&
          filled.some(({ figure, value }) => figure.table === row.table.declared.id && holdsJust(row, value))),
    );
    return rows.some((row) => {
      const effects = effectsOf(row, following, '');
      const others = members.filter(({ equation }) => effects.every((effect) => effect.on(equation).size === 0));
      return others.length < FEWEST_OTHERS;
    });
  };
}

/** Whether a figure stands in a row, or a form, of what the table lacks. */
const isHeldIn = (figure: Figure, { table, elsewhere }: Lacking): boolean =>
  figure.table !== table.declared.id && elsewhere.includes(figure);
