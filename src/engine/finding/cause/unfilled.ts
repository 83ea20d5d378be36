import type { Figure } from '../../book/book';
import { isBlank, isSomething } from '../../book/book';
import type { Evaluated } from '../../equation/evaluate';
import type { CauseGroup } from './group';

/** Tables in which more sums are blank over amounts than are not: nobody has filled them in yet. */
export function unfilledTables(evaluated: readonly Evaluated[]): ReadonlySet<string> {
  const balance = new Map<string, number>();
  for (const { equation } of evaluated) {
    const [whole, ...others] = equation.left;
    if (equation.because.kind !== 'parts' || !whole || others.length > 0 || !equation.right.some(isSomething)) continue;
    balance.set(whole.table, (balance.get(whole.table) ?? 0) + (isBlank(whole) ? 1 : -1));
  }
  return new Set([...balance].flatMap(([table, count]) => (count > 0 ? [table] : [])));
}

/**
 * Whether an amount that stands would be taken away so that it agrees with what is not filled in. Few cells do that, where filling in
 * all that is blank takes many; but a blank speaks against nobody.
 */
export function isHeldAgainstBlanks({ repaired = [], members }: CauseGroup, unfilled: ReadonlySet<string>): boolean {
  if (!repaired.some(({ figure, value }) => isSomething(figure) && value.isZero())) return false;
  const isUnfilled = (figure: Figure): boolean => isBlank(figure) && unfilled.has(figure.table);
  return members.some(({ equation }) =>
    [equation.left, equation.right].some((side) => side.length > 0 && side.every(isUnfilled)),
  );
}
