import type { FactsByCode } from '../../../engine/finding/facts';
import type { LedgerColumn } from '../../../engine/ledger/ledger';
import type { LedgerProblem } from '../../../engine/ledger/problem';
import { askedSheetsEn } from '../../sheets/en';
import { place } from '../../words/phrases-en';
import type { SentenceGroup } from '../sentences';

type Facts = FactsByCode['ledger'];

const leftOut = ({ count }: Facts): string =>
  count === 1 ? 'The row was not compiled.' : 'The rows were not compiled.';
const at = ({ place: first, count }: Facts): string =>
  place(first) + (count === 1 ? '' : ` (and ${count - 1} more like it)`);
const near = (proposed: string | undefined): string => (proposed === undefined ? '' : `; nearest is ${proposed}`);
// Headers of the ledger are data: they stay Chinese.
const column = (name: string): string => askedSheetsEn.ledger.headers[name as LedgerColumn];

/** What the columns are usually headed, of those without which nothing is compiled: ledgers are in Chinese. */
const USUAL: Readonly<Partial<Record<LedgerColumn, string>>> = {
  functional: '功能科目编码, 功能分类科目编码',
  economic: '经济科目编码, 部门预算支出经济科目',
  kind: '支出类型, 支出类别',
  fund: '资金来源, 资金性质',
  now: '本年预算数, 2026年预算数, 预算数, 金额',
};
const usual = (name: string): string => `usual headers are ${USUAL[name as LedgerColumn] ?? column(name)}`;

const SAYS: Readonly<Record<LedgerProblem, (facts: Facts) => string>> = {
  'code-none': (facts) => `${at(facts)} has no functional code. ${leftOut(facts)}`,
  'code-malformed': (facts) =>
    `${at(facts)} holds “${facts.value}”, which is no functional code: seven digits beginning with 2. ${leftOut(facts)}`,
  'code-unknown': (facts) =>
    `${at(facts)} holds code ${facts.value}, which is not in the known list${near(facts.proposed)}. Please check it against this year's classification.`,
  'code-no-leaf': (facts) =>
    `${at(facts)} holds code ${facts.value}, which is no item: the ledger takes codes of seven digits. ${leftOut(facts)}`,
  'code-other-name': (facts) => otherName(facts),
  'economic-none': (facts) => `${at(facts)} has no economic code. ${leftOut(facts)}`,
  'economic-unknown': (facts) =>
    /^\d{5}$/.test(facts.value)
      ? `${at(facts)} holds code ${facts.value}, which is not in the department economic classification${near(facts.proposed)}. Please check it against this year's classification.`
      : `${at(facts)} holds “${facts.value}”, which is no department economic code: five digits beginning with 3. ${leftOut(facts)}`,
  'economic-no-leaf': (facts) =>
    `${at(facts)} holds code ${facts.value}: basic expenditure takes codes of five digits. ${leftOut(facts)}`,
  'economic-other-name': (facts) => otherName(facts),
  'economic-unplaced': (facts) =>
    `${at(facts)} holds economic code ${facts.value}, which usually is neither personnel nor public-use expenses. Compiled under ${facts.proposed ?? ''}; please check.`,
  'economic-other-kind': (facts) =>
    `${at(facts)} holds economic code ${facts.value}, which belongs to ${facts.proposed ?? ''}, not to the kind that was filled in. ${leftOut(facts)}`,
  'kind-none': (facts) => `${at(facts)} has no kind: 基本支出 or 项目支出. ${leftOut(facts)}`,
  'kind-unknown': (facts) =>
    `${at(facts)} holds “${facts.value}”, which is no kind of expenditure. Known: ${facts.proposed ?? ''}. ${leftOut(facts)}`,
  'project-none': (facts) => `${at(facts)} is project expenditure without a project name. ${leftOut(facts)}`,
  'project-of-basic': (facts) =>
    `${at(facts)} names project “${facts.value}”, but the row is basic expenditure. Please check the kind.`,
  'fund-none': (facts) => `${at(facts)} has no source of funds. ${leftOut(facts)}`,
  'fund-unknown': (facts) =>
    `${at(facts)} holds “${facts.value}”, which is no known source of funds. Known: ${facts.proposed ?? ''}. ${leftOut(facts)}`,
  'amount-none': (facts) => `${at(facts)} has no amount. ${leftOut(facts)}`,
  'amount-unreadable': (facts) => `${at(facts)} holds “${facts.value}”, which reads as no amount. ${leftOut(facts)}`,
  'amount-merged': (facts) =>
    `${at(facts)} is merged: several rows share the amount ${facts.value}, and nobody can tell how it is divided. Unmerge it and fill in each row. ${leftOut(facts)}`,
  negative: (facts) => `${at(facts)} holds a negative amount, ${facts.value}. Please check.`,
  'unit-of-row': (facts) =>
    `${at(facts)}: about ten thousand times the other year's amount. Was it entered in yuan? The ledger is in 万元.`,
  'unit-of-all': (facts) =>
    `${at(facts)}: all amounts of the ledger are whole numbers, most of them above a hundred million yuan. If they are in yuan, please name the column “${facts.value}（元）”.`,
  twice: (facts) =>
    `${at(facts)}: it says the same as row ${facts.value}. Both were compiled; please check whether one is a copy.`,
  'total-row': (facts) =>
    `${at(facts)}: “${facts.value}” is a row of totals and was not compiled; totals are computed.`,
  rounded: (facts) =>
    `${at(facts)} has more than ${facts.value} decimals in 万元. It was compiled rounded to ${facts.value}; the totals of each fund are those of the exact amounts.`,
  'column-missing': (facts) =>
    `${facts.place.table} row ${facts.place.cell.row + 1} was read as headers (${facts.proposed ?? ''}); it has no column “${column(facts.value)}”, so nothing was compiled. Add the column; ${usual(facts.value)}.`,
  'column-twice': (facts) =>
    `${at(facts)} is a second column “${column(facts.value)}”: it cannot be told which is meant, so the ledger was not compiled. Please remove or rename one.`,
  'second-ledger': (facts) =>
    `“${facts.value}” is a ledger too; only the first was compiled. Please bring the rows together in one sheet.`,
};

function otherName(facts: Facts): string {
  const [name = '', code] = (facts.proposed ?? '').split('|');
  return `${at(facts)} says “${facts.value}”, but the code's name is “${name}”${code === undefined ? '' : `; the code of “${facts.value}” is ${code}`}. Compiled by its code.`;
}

/** Findings in the ledger: which cell, what stands there, what to do, and whether the row was compiled. */
export const ledger = { ledger: (facts) => SAYS[facts.problem](facts) } satisfies SentenceGroup;
