import type { FactsByCode } from '../../../engine/finding/facts';
import type { LedgerProblem } from '../../../engine/ledger/problem';
import { columnLetters } from '../../../engine/snapshot/address';
import { amountText } from '../../words/amounts';
import { place } from '../../words/phrases-zh-CN';
import { countOf, isOneRow, ledgerInChecks, rowsShown } from '../ledger-rows';

type Facts = FactsByCode['ledger'];

/** Rows as first and last of those that follow each other: 2、4至6. */
export const rowsIn = (runs: Facts['rows']): string => {
  const { shown, more } = rowsShown(runs, (first, last) => `${first}至${last}`);
  return `${shown.join('、')}${more === 0 ? '' : `等${countOf(runs)}`}`;
};
/** Where it stands: the first cell, or all rows of its column. */
export const at = ({ place: first, rows }: Facts): string => {
  if (isOneRow(rows)) return place(first);
  const named = first.column === undefined ? columnLetters(first.cell.column) : `“${first.column}”`;
  return `${first.table}第${rowsIn(rows)}行${named}列`;
};

/** Of amounts that were taken for 万元, why they may be 元. */
const LOOKS_LIKE_YUAN: Readonly<Partial<Record<string, string>>> = {
  large: '金额多在一亿元以上',
  least: '几乎没有一千万元以下的',
  huge: '基本支出有一笔在十亿元以上',
};

/** What is said of the money unit of a ledger: all that a check says of one, where last year's stands in a sheet of its own. */
export const UNITS_SAID = {
  'unit-of-row': (facts) => {
    const [should = '', unit = '', year] = (facts.proposed ?? '').split('|');
    const isTooLarge = unit === '万元';
    return `${at(facts)}的${amountText(facts.value)}${unit}约为${year === 'now' ? '上年' : '本年'}的${isTooLarge ? '一万倍' : '万分之一'}，疑似金额单位写错（${isTooLarge ? '把元当万元' : '把万元当元'}），应为${amountText(should)}${unit}，请核实。已照原数编入。`;
  },
  'unit-of-column': (facts) => {
    const [, unit = '', year] = (facts.proposed ?? '').split('|');
    const isTooLarge = unit === '万元';
    return `${at(facts)}的金额都约为${year === 'now' ? '上年' : '本年'}的${isTooLarge ? '一万倍' : '万分之一'}，疑似整列金额单位写错（${isTooLarge ? '把元当万元' : '把万元当元'}），请核实。已照原数编入；请改成${unit}，或在本年、上年的列名里各写明“（元）”“（万元）”。`;
  },
  'unit-of-all': (facts) =>
    `${place(facts.place)}：台账里的金额${facts.value === 'whole' ? '都是整数，多在一亿元以上' : '多在十亿元以上'}，疑似金额单位写错（把元当万元），请核实。按元填的，请在列名里写明“（元）”。`,
  'unit-assumed': (facts) =>
    `${place(facts.place)}：没有写明金额单位，按万元编入；${LOOKS_LIKE_YUAN[facts.value] ?? ''}，像是按元填的，请核实。按元填的，请在表头上面写“单位：元”，或在列名里写明“（元）”；确是万元的，写明“单位：万元”。`,
} satisfies Partial<Record<LedgerProblem, (facts: Facts) => string>>;

export const ledgerUnits = ledgerInChecks(UNITS_SAID);
