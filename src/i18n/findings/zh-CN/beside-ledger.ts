import type { LedgerSays, Place } from '../../../engine/finding/facts';
import type { CellRef } from '../../../engine/snapshot/address';
import { amountText } from '../../words/amounts';
import { moreOrLess, money, now, places } from '../../words/phrases-zh-CN';
import { cellsShown } from '../cells-shown';
import { countOf, isOneRow, rowsShown } from '../ledger-rows';
import type { SentenceGroup } from '../sentences';

/** 台账第5行 / 台账第5、8至10行 */
function rowsOf({ sheet, rows }: LedgerSays): string {
  const { shown, more } = rowsShown(rows, (first, last) => `${first}至${last}`);
  return `${sheet}第${shown.join('、')}${more === 0 ? '' : `等${countOf(rows)}`}行`;
}

/** 台账第5、8行合计为10.00 */
function said(says: LedgerSays): string {
  if (says.rows.length === 0) return `${says.sheet}没有这一笔`;
  return `${rowsOf(says)}${isOneRow(says.rows) ? '' : '合计'}为${amountText(says.amount)}`;
}

/** As it is added to what the tables give. */
export function alsoInLedger(says: LedgerSays): string {
  if (says.rows.length === 0) return said(says);
  return `${rowsOf(says)}${isOneRow(says.rows) ? '' : '合计'}也是`;
}

/** Which other cells are off by the same amount. */
function others(also: readonly CellRef[]): string {
  const { shown, all } = cellsShown(also);
  return shown.length === 0 ? '' : `（${shown.join('、')}${all ? `等${all}格` : ''}也相差同一数额）`;
}

const rowAt = ({ cell, table, row }: Place): string => `${table}第${cell.row + 1}行“${row ?? ''}”`;

const LOOK = '请核实：台账对就改表，表对就改台账后重新编制。';

/** The tables beside the ledger of the same workbook. */
export const besideLedger = {
  'ledger-differs': ({ cells, says, differences, also, moneyUnit }) => {
    const names = places(cells);
    const each = cells.flatMap((cell, index) => {
      const [ledger, difference] = [says[index], differences[index]];
      if (!ledger || difference === undefined) return [];
      return [`${names[index] ?? ''}${now(cell, moneyUnit)}，${said(ledger)}，${moreOrLess(difference)}`];
    });
    const more = others(also);
    return `${each.join('；')}${more}。${LOOK}`;
  },
  'ledger-row': ({ number, name, says, tables, renamed, also, moneyUnit }) => {
    const row = `${rowsOf(says)}${name === '' ? `编码${number}` : `${number}“${name}”`}`;
    const [like, ...more] = renamed;
    if (like && more.length === 0)
      return `${row}与${rowAt(like)}金额相同（${money(says.amount, moneyUnit)}），像是改了名${others(also)}。请统一名称。`;
    if (like)
      return `${row}${money(says.amount, moneyUnit)}，${tables.join('、')}没有同名的行；${renamed.map(rowAt).join('、')}金额相同，像是其中一行改了名${others(also)}。请统一名称。`;
    const none = tables.length > 1 ? `${tables.join('、')}都没有这一行` : `${tables.join('')}没有这一行`;
    return `${rowsOf(says)}有${name === '' ? `编码${number}的` : `${number}“${name}”`}${money(says.amount, moneyUnit)}，${none}${others(also)}。请核实：台账对就补上这一行，表对就改台账后重新编制。`;
  },
  'prior-differs': ({ sheet, ledger, rows }) => {
    const { shown } = cellsShown(rows.map(({ cell }) => cell));
    const each = rows
      .slice(0, shown.length)
      .map(({ held, told }, index) => `${shown[index] ?? ''}现为${amountText(held)}，${ledger}为${amountText(told)}`);
    const more = shown.length < rows.length ? '等' : '';
    return `“${sheet}”里来源写“${ledger}”的数有${rows.length}处与台账不同：${each.join('；')}${more}。要照台账写，再编一次；要用自己填的，把那一行的“来源”改成别的（如“决算”）。`;
  },
  'ledger-apart': ({ sheet, tables, all, differing, compared }) => {
    const which = all ? '各表' : tables.join('、');
    return `${sheet}与${which}不像是同一次的数：${compared}处里有${differing}处不同，没有逐个列出。台账是新的请重新编制；表是新的不必理会。`;
  },
} satisfies SentenceGroup;
