import type { LedgerSays, Place } from '../../../engine/finding/facts';
import type { CellRef } from '../../../engine/snapshot/address';
import { amountText } from '../../words/amounts';
import { money, moreOrLess, now, places } from '../../words/phrases-en';
import { cellsShown } from '../cells-shown';
import { countOf, isOneRow, rowsShown } from '../ledger-rows';
import type { SentenceGroup } from '../sentences';

/** 台账 row 5 / 台账 rows 5, 8 to 10 */
function rowsOf({ sheet, rows }: LedgerSays): string {
  const { shown, more } = rowsShown(rows, (first, last) => `${first} to ${last}`);
  return `${sheet} ${isOneRow(rows) ? 'row' : 'rows'} ${shown.join(', ')}${more === 0 ? '' : ` and more (${countOf(rows)} in all)`}`;
}

/** 台账 rows 5, 8 come to 10.00 */
function said(says: LedgerSays): string {
  if (says.rows.length === 0) return `${says.sheet} has nothing there`;
  return `${rowsOf(says)} ${isOneRow(says.rows) ? 'says' : 'come to'} ${amountText(says.amount)}`;
}

/** As it is added to what the tables give. */
export function alsoInLedger(says: LedgerSays): string {
  if (says.rows.length === 0) return said(says);
  return `as ${rowsOf(says)} ${isOneRow(says.rows) ? 'says' : 'say'} too`;
}

/** Which other cells are off by the same amount. */
function others(also: readonly CellRef[]): string {
  const { shown, all } = cellsShown(also);
  if (shown.length === 0) return '';
  return ` (${shown.join(', ')}${all ? ` and more (${all} in all)` : ''} off by the same amount as well)`;
}

const rowAt = ({ cell, table, row }: Place): string => `row ${cell.row + 1} of ${table} “${row ?? ''}”`;

/** The tables beside the ledger of the same workbook. */
export const besideLedger = {
  'ledger-differs': ({ cells, says, differences, also, moneyUnit }) => {
    const names = places(cells);
    const each = cells.flatMap((cell, index) => {
      const [ledger, difference] = [says[index], differences[index]];
      if (!ledger || difference === undefined) return [];
      return [`${names[index] ?? ''} ${now(cell, moneyUnit)}, ${said(ledger)} (${moreOrLess(difference)})`];
    });
    return `${each.join('; ')}${others(also)}. Please verify: if the ledger is right change the table, if the table is right change the ledger and compile again.`;
  },
  'ledger-row': ({ number, name, says, tables, renamed, also, moneyUnit }) => {
    const row = `${number}${name === '' ? '' : ` “${name}”`}`;
    const [like, ...more] = renamed;
    if (like && more.length === 0)
      return `${rowsOf(says)}, ${row}, and ${rowAt(like)} have the same amount (${money(says.amount, moneyUnit)}): it looks renamed${others(also)}. Please give both the same name.`;
    if (like)
      return `${rowsOf(says)} ${isOneRow(says.rows) ? 'has' : 'have'} ${row} with ${money(says.amount, moneyUnit)}, of which ${tables.join(', ')} ${tables.length > 1 ? 'have' : 'has'} no row by that name; ${renamed.map(rowAt).join(', ')} have the same amount: one of them looks renamed${others(also)}. Please give both the same name.`;
    return `${rowsOf(says)} ${isOneRow(says.rows) ? 'has' : 'have'} ${row} with ${money(says.amount, moneyUnit)}; ${tables.join(', ')} ${tables.length > 1 ? 'have' : 'has'} no such row${others(also)}. Please verify: if the ledger is right add the row, if the tables are right change the ledger and compile again.`;
  },
  'prior-differs': ({ sheet, ledger, rows }) => {
    const { shown } = cellsShown(rows.map(({ cell }) => cell));
    const each = rows
      .slice(0, shown.length)
      .map(
        ({ held, told }, index) => `${shown[index] ?? ''} holds ${amountText(held)}, ${ledger} has ${amountText(told)}`,
      );
    const more = shown.length < rows.length ? ' and more' : '';
    return `${rows.length === 1 ? '1 figure' : `${rows.length} figures`} in “${sheet}” with the source “${ledger}” ${rows.length === 1 ? 'differs' : 'differ'} from the ledger: ${each.join('; ')}${more}. To follow the ledger compile again; to keep your own give that row another source.`;
  },
  'ledger-apart': ({ sheet, tables, all, differing, compared }) =>
    `${sheet} and ${all ? 'the tables' : tables.join(', ')} do not look like figures of one state: ${differing} of ${compared} places differ and are not listed one by one. If the ledger is the newer one compile again; if the tables are, pass over this.`,
} satisfies SentenceGroup;
