import { isSomething, type Figure } from '../book/book';
import { lackingIn } from '../finding/cause/lacking/candidates';
import { rowsOfHolders } from '../finding/cause/lacking/holders';
import type { FactsByCode } from '../finding/facts';
import { plainAmount } from '../finding/quote';
import type { CheckContext } from './check';
import { figuresOfRow } from './look';
import type { Finding } from '../finding/finding';
import type { CellRef } from '../snapshot/address';

/** A finding of a code that is not divided, with the row that other tables list below it. */
export function withLackedItem(finding: Finding, context: CheckContext): Finding {
  const { facts, cells } = finding;
  const [cell, another] = cells;
  if (facts.code !== 'code-leaf' || !cell || another) return finding;
  const item = lackedItem(cell, facts, context);
  return item ? { ...finding, facts: { ...facts, item } } : finding;
}

/** The row that other tables list below the code and that must hold what the code does; undefined where it is not known, or several may be it. */
function lackedItem(
  cell: CellRef,
  { place: { table: id }, printed }: FactsByCode['code-leaf'],
  context: CheckContext,
): FactsByCode['code-leaf']['item'] {
  const whole = totalAt(cell, id, context);
  if (!whole?.value) return undefined;
  const { value, moneyUnit, decimals } = whole;
  const holdsIt = (figures: readonly Figure[]): boolean =>
    figures.some((figure) => figure.value?.equals(value) === true);
  const below = lackingIn(context.book).filter(
    ({ table, code, members, holders, elsewhere }) =>
      table.declared.id === id &&
      code.startsWith(printed) &&
      // Of a project its form says the amount, and a row of the code which of several codes it is.
      (Object.keys(members).length === 1 ||
        (holders.some(holdsIt) && holdsIt(elsewhere.filter((figure) => !holders.flat().includes(figure))))),
  );
  // Of several rows the one of which a table has just the amount.
  const [only, another] = below.length > 1 ? below.filter(({ elsewhere }) => holdsIt(elsewhere)) : below;
  if (!only || another || !only.elsewhere.some((figure) => figure.value?.greaterThanOrEqualTo(value))) return undefined;
  return {
    number: only.code,
    name: only.name,
    amount: plainAmount(value, moneyUnit, decimals),
    has: rowsOfHolders(only),
    moneyUnit,
  };
}

function totalAt(cell: CellRef, id: string, { book }: CheckContext): Figure | undefined {
  for (const { declared, blocks } of book.tables) {
    if (declared.id !== id) continue;
    for (const block of blocks) {
      const node = block.rows.nodes.find(({ sheet, row }) => sheet === cell.sheet && row === cell.row);
      if (node) return figuresOfRow(block, node).find(isSomething);
    }
  }
  return undefined;
}
