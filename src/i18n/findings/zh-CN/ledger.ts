import type { FactsByCode } from '../../../engine/finding/facts';
import type { LedgerColumn } from '../../../engine/ledger/ledger';
import type { LedgerProblem } from '../../../engine/ledger/problem';
import { askedSheetsZhCN } from '../../sheets/zh-CN';
import { place } from '../../words/phrases-zh-CN';
import type { SentenceGroup } from '../sentences';

type Facts = FactsByCode['ledger'];

const leftOut = ({ count }: Facts): string => (count === 1 ? '这一行没有编入。' : '这些行没有编入。');
const at = ({ place: first, count }: Facts): string => place(first) + (count === 1 ? '' : `等${count}处`);
const near = (proposed: string | undefined): string => (proposed === undefined ? '' : `，最接近的是${proposed}`);
const column = (name: string): string => askedSheetsZhCN.ledger.headers[name as LedgerColumn];

/** What the columns are usually headed, of those without which nothing is compiled. */
const USUAL: Readonly<Partial<Record<LedgerColumn, string>>> = {
  functional: '功能科目编码、功能分类科目编码',
  economic: '经济科目编码、部门预算支出经济科目',
  kind: '支出类型、支出类别',
  fund: '资金来源、资金性质',
  now: '本年预算数、2026年预算数、预算数、金额',
};
const usual = (name: string): string => `表头常写作${USUAL[name as LedgerColumn] ?? column(name)}`;

const SAYS: Readonly<Record<LedgerProblem, (facts: Facts) => string>> = {
  'code-none': (facts) => `${at(facts)}没有功能科目编码，${leftOut(facts)}`,
  'code-malformed': (facts) => `${at(facts)}的“${facts.value}”不是功能科目编码，应为2开头的7位数字；${leftOut(facts)}`,
  'code-unknown': (facts) =>
    `${at(facts)}的编码${facts.value}不在已知目录中${near(facts.proposed)}，请对照当年科目核实。`,
  'code-no-leaf': (facts) => `${at(facts)}的编码${facts.value}没有到项级，台账应填7位的项级编码；${leftOut(facts)}`,
  'code-other-name': (facts) => otherName(facts),
  'economic-none': (facts) => `${at(facts)}没有经济科目编码，${leftOut(facts)}`,
  'economic-unknown': (facts) =>
    /^\d{5}$/.test(facts.value)
      ? `${at(facts)}的编码${facts.value}不在部门预算支出经济分类中${near(facts.proposed)}，请对照当年科目核实。`
      : `${at(facts)}的“${facts.value}”不是部门预算支出经济科目编码，应为3开头的5位数字；${leftOut(facts)}`,
  'economic-no-leaf': (facts) =>
    `${at(facts)}的编码${facts.value}没有到款级，基本支出应填5位的款级编码；${leftOut(facts)}`,
  'economic-other-name': (facts) => otherName(facts),
  'economic-unplaced': (facts) =>
    `${at(facts)}的经济科目${facts.value}不属于人员经费，也不属于公用经费的常见科目，已列入${facts.proposed ?? ''}，请核实。`,
  'economic-other-kind': (facts) =>
    `${at(facts)}的经济科目${facts.value}应列${facts.proposed ?? ''}，与所填的支出类型不符；${leftOut(facts)}`,
  'kind-none': (facts) => `${at(facts)}没有支出类型，请填基本支出或项目支出；${leftOut(facts)}`,
  'kind-unknown': (facts) =>
    `${at(facts)}的支出类型“${facts.value}”认不出，可填：${facts.proposed ?? ''}；${leftOut(facts)}`,
  'project-none': (facts) => `${at(facts)}是项目支出，没有填项目名称；${leftOut(facts)}`,
  'project-of-basic': (facts) => `${at(facts)}写有项目名称“${facts.value}”，但这一行是基本支出，请核实支出类型。`,
  'fund-none': (facts) => `${at(facts)}没有资金来源，${leftOut(facts)}`,
  'fund-unknown': (facts) =>
    `${at(facts)}的资金来源“${facts.value}”认不出，可填：${facts.proposed ?? ''}；${leftOut(facts)}`,
  'amount-none': (facts) => `${at(facts)}没有金额，${leftOut(facts)}`,
  'amount-unreadable': (facts) => `${at(facts)}填的是“${facts.value}”，读不出金额，${leftOut(facts)}`,
  'amount-merged': (facts) =>
    `${at(facts)}的金额${facts.value}在合并单元格里，几行合用一个数，分不清各是多少；请取消合并，逐行填写。${leftOut(facts)}`,
  negative: (facts) => `${at(facts)}的金额${facts.value}是负数，请核实。`,
  'unit-of-row': (facts) => `${at(facts)}的金额约为另一年的一万倍，疑似按元填写，请核实；台账的单位是万元。`,
  'unit-of-all': (facts) =>
    `${at(facts)}：台账里的金额都是整数，多在一亿元以上，疑似按元填写。按元填的，请把列名改成“${facts.value}（元）”。`,
  twice: (facts) => `${at(facts)}这一行与第${facts.value}行各项相同，两行都已编入，请核实是否重复。`,
  'total-row': (facts) => `${at(facts)}的“${facts.value}”是合计行，没有编入，合计由明细算出。`,
  rounded: (facts) =>
    `${at(facts)}的金额折合万元后超过${facts.value}位小数，已化整到${facts.value}位编入；各项资金的合计按原数化整，不受影响。`,
  'column-missing': (facts) =>
    `“${facts.place.table}”第${facts.place.cell.row + 1}行认作列名，有：${facts.proposed ?? ''}；没有“${column(facts.value)}”列，台账没有编入。请补上这一列的表头和内容，${usual(facts.value)}。`,
  'column-twice': (facts) =>
    `${at(facts)}又有一列“${column(facts.value)}”，分不清用哪一列，台账没有编入。请删去或改名其中一列。`,
  'second-ledger': (facts) => `“${facts.value}”也是台账，只编入了前一张。请把明细合并到一张表里。`,
};

function otherName(facts: Facts): string {
  const [name = '', code] = (facts.proposed ?? '').split('|');
  return `${at(facts)}写作“${facts.value}”，与编码不符，编码对应的是“${name}”${code === undefined ? '' : `，“${facts.value}”的编码是${code}`}。已按编码编入。`;
}

/** Findings in the ledger: which cell, what stands there, what to do, and whether the row was compiled. */
export const ledger = { ledger: (facts) => SAYS[facts.problem](facts) } satisfies SentenceGroup;
