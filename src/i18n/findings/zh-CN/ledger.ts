import type { FactsByCode } from '../../../engine/finding/facts';
import type { LedgerColumn } from '../../../engine/ledger/ledger';
import type { LedgerProblem } from '../../../engine/ledger/problems';
import { ledgerColumnsZhCN } from '../../sheets/ledger-columns';
import { place } from '../../words/phrases-zh-CN';
import type { SentenceGroup } from '../sentences';

type Facts = FactsByCode['ledger'];

const LEFT_OUT = '这一行没有编入。';
const near = (proposed: string | undefined): string => (proposed === undefined ? '' : `，最接近的是${proposed}`);
const column = (name: string): string => ledgerColumnsZhCN[name as LedgerColumn];

const SAYS: Readonly<Record<LedgerProblem, (facts: Facts) => string>> = {
  'code-none': (facts) => `${place(facts.place)}没有功能科目编码，${LEFT_OUT}`,
  'code-malformed': (facts) =>
    `${place(facts.place)}的“${facts.value}”不是功能科目编码，应为2开头的7位数字；${LEFT_OUT}`,
  'code-unknown': (facts) =>
    `${place(facts.place)}的编码${facts.value}不在已知目录中${near(facts.proposed)}，请对照当年科目核实。`,
  'code-no-leaf': (facts) => `${place(facts.place)}的编码${facts.value}没有到项级，台账应填7位的项级编码；${LEFT_OUT}`,
  'code-other-name': (facts) => otherName(facts),
  'economic-none': (facts) => `${place(facts.place)}没有经济科目编码，${LEFT_OUT}`,
  'economic-unknown': (facts) =>
    `${place(facts.place)}的“${facts.value}”不在部门预算支出经济分类中${near(facts.proposed)}；${LEFT_OUT}`,
  'economic-no-leaf': (facts) =>
    `${place(facts.place)}的编码${facts.value}没有到款级，基本支出应填5位的款级编码；${LEFT_OUT}`,
  'economic-other-name': (facts) => otherName(facts),
  'economic-unplaced': (facts) =>
    `${place(facts.place)}的经济科目${facts.value}不属于人员经费，也不属于公用经费的常见科目，已列入${facts.proposed ?? ''}，请核实。`,
  'economic-other-kind': (facts) =>
    `${place(facts.place)}的经济科目${facts.value}应列${facts.proposed ?? ''}，与所填的支出类型不符；${LEFT_OUT}`,
  'kind-none': (facts) => `${place(facts.place)}没有支出类型，请填基本支出或项目支出；${LEFT_OUT}`,
  'kind-unknown': (facts) =>
    `${place(facts.place)}的支出类型“${facts.value}”认不出，可填：${facts.proposed ?? ''}；${LEFT_OUT}`,
  'project-none': (facts) => `${place(facts.place)}是项目支出，没有填项目名称；${LEFT_OUT}`,
  'project-of-basic': (facts) =>
    `${place(facts.place)}写有项目名称“${facts.value}”，但这一行是基本支出，请核实支出类型。`,
  'fund-none': (facts) => `${place(facts.place)}没有资金来源，${LEFT_OUT}`,
  'fund-unknown': (facts) =>
    `${place(facts.place)}的资金来源“${facts.value}”认不出，可填：${facts.proposed ?? ''}；${LEFT_OUT}`,
  'amount-none': (facts) => `${place(facts.place)}没有金额，${LEFT_OUT}`,
  'amount-unreadable': (facts) => `${place(facts.place)}填的是“${facts.value}”，读不出金额，${LEFT_OUT}`,
  negative: (facts) => `${place(facts.place)}的金额${facts.value}是负数，请核实。`,
  twice: (facts) => `${place(facts.place)}这一行与第${facts.value}行各项相同，两行都已编入，请核实是否重复。`,
  'total-row': (facts) => `${place(facts.place)}的“${facts.value}”是合计行，没有编入，合计由明细算出。`,
  'column-missing': (facts) =>
    `“${facts.place.table}”没有“${column(facts.value)}”列，台账没有编入。请补上这一列的表头和内容。`,
  'column-twice': (facts) =>
    `${place(facts.place)}又有一列“${column(facts.value)}”，分不清用哪一列，台账没有编入。请删去或改名其中一列。`,
  'second-ledger': (facts) => `“${facts.value}”也是台账，只编入了前一张。请把明细合并到一张表里。`,
};

function otherName(facts: Facts): string {
  const [name = '', code] = (facts.proposed ?? '').split('|');
  return `${place(facts.place)}写作“${facts.value}”，与编码不符，编码对应的是“${name}”${code === undefined ? '' : `，“${facts.value}”的编码是${code}`}。已按编码编入。`;
}

/** Findings in the ledger: which cell, what stands there, what to do, and whether the row was compiled. */
export const ledger = { ledger: (facts) => SAYS[facts.problem](facts) } satisfies SentenceGroup;
