import { isSomething, type Book, type Figure } from '../../../book/book';
import type { Following } from '../follow';
import type { CauseGroup } from '../group';
import { lackingIn, type Lacking } from './candidates';
import { effectsOf } from './effect';

/** One equation may fail for a reason of its own. */
const FEWEST_OTHERS = 2;

/**
 * Whether an amount would be taken away for hardly another reason than that a table has no row for it: all equations that speak against it
 * but one would come out otherwise if that row were there. What somebody wrote in a row is not deleted because another table lacks the row.
 */
export function deletedForLackOfRow(book: Book, following: Following): (group: CauseGroup) => boolean {
  return ({ repaired = [], members }) => {
    const deleted = repaired.flatMap(({ figure, value }) => (value.isZero() && isSomething(figure) ? [figure] : []));
    if (deleted.length === 0) return false;
    const rows = lackingIn(book).filter((row) => deleted.some((figure) => isHeldIn(figure, row)));
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
