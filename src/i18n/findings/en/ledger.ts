import type { FactsByCode } from '../../../engine/finding/facts';
import type { LedgerColumn } from '../../../engine/ledger/ledger';
import type { LedgerProblem } from '../../../engine/ledger/problems';
import { ledgerColumnsZhCN } from '../../sheets/ledger-columns';
import { place } from '../../words/phrases-en';
import type { SentenceGroup } from '../sentences';

type Facts = FactsByCode['ledger'];

const LEFT_OUT = 'The row was not compiled.';
const near = (proposed: string | undefined): string => (proposed === undefined ? '' : `; nearest is ${proposed}`);
// Headers of the ledger are data: they stay Chinese.
const column = (name: string): string => ledgerColumnsZhCN[name as LedgerColumn];

const SAYS: Readonly<Record<LedgerProblem, (facts: Facts) => string>> = {
  'code-none': (facts) => `${place(facts.place)} has no functional code. ${LEFT_OUT}`,
  'code-malformed': (facts) =>
    `${place(facts.place)} holds “${facts.value}”, which is no functional code: seven digits beginning with 2. ${LEFT_OUT}`,
  'code-unknown': (facts) =>
    `${place(facts.place)} holds code ${facts.value}, which is not in the known list${near(facts.proposed)}. Please check it against this year's classification.`,
  'code-no-leaf': (facts) =>
    `${place(facts.place)} holds code ${facts.value}, which is no item: the ledger takes codes of seven digits. ${LEFT_OUT}`,
  'code-other-name': (facts) => otherName(facts),
  'economic-none': (facts) => `${place(facts.place)} has no economic code. ${LEFT_OUT}`,
  'economic-unknown': (facts) =>
    `${place(facts.place)} holds “${facts.value}”, which is not in the department economic classification${near(facts.proposed)}. ${LEFT_OUT}`,
  'economic-no-leaf': (facts) =>
    `${place(facts.place)} holds code ${facts.value}: basic expenditure takes codes of five digits. ${LEFT_OUT}`,
  'economic-other-name': (facts) => otherName(facts),
  'economic-unplaced': (facts) =>
    `${place(facts.place)} holds economic code ${facts.value}, which usually is neither personnel nor public-use expenses. Compiled under ${facts.proposed ?? ''}; please check.`,
  'economic-other-kind': (facts) =>
    `${place(facts.place)} holds economic code ${facts.value}, which belongs to ${facts.proposed ?? ''}, not to the kind that was filled in. ${LEFT_OUT}`,
  'kind-none': (facts) => `${place(facts.place)} has no kind: 基本支出 or 项目支出. ${LEFT_OUT}`,
  'kind-unknown': (facts) =>
    `${place(facts.place)} holds “${facts.value}”, which is no kind of expenditure. Known: ${facts.proposed ?? ''}. ${LEFT_OUT}`,
  'project-none': (facts) => `${place(facts.place)} is project expenditure without a project name. ${LEFT_OUT}`,
  'project-of-basic': (facts) =>
    `${place(facts.place)} names project “${facts.value}”, but the row is basic expenditure. Please check the kind.`,
  'fund-none': (facts) => `${place(facts.place)} has no source of funds. ${LEFT_OUT}`,
  'fund-unknown': (facts) =>
    `${place(facts.place)} holds “${facts.value}”, which is no known source of funds. Known: ${facts.proposed ?? ''}. ${LEFT_OUT}`,
  'amount-none': (facts) => `${place(facts.place)} has no amount. ${LEFT_OUT}`,
  'amount-unreadable': (facts) => `${place(facts.place)} holds “${facts.value}”, which reads as no amount. ${LEFT_OUT}`,
  negative: (facts) => `${place(facts.place)} holds a negative amount, ${facts.value}. Please check.`,
  twice: (facts) =>
    `${place(facts.place)}: it says the same as row ${facts.value}. Both were compiled; please check whether one is a copy.`,
  'total-row': (facts) =>
    `${place(facts.place)}: “${facts.value}” is a row of totals and was not compiled; totals are computed.`,
  'column-missing': (facts) =>
    `“${facts.place.table}” has no column “${column(facts.value)}”, so the ledger was not compiled. Please add it.`,
  'column-twice': (facts) =>
    `${place(facts.place)} is a second column “${column(facts.value)}”: it cannot be told which is meant, so the ledger was not compiled. Please remove or rename one.`,
  'second-ledger': (facts) =>
    `“${facts.value}” is a ledger too; only the first was compiled. Please bring the rows together in one sheet.`,
};

function otherName(facts: Facts): string {
  const [name = '', code] = (facts.proposed ?? '').split('|');
  return `${place(facts.place)} says “${facts.value}”, but the code's name is “${name}”${code === undefined ? '' : `; the code of “${facts.value}” is ${code}`}. Compiled by its code.`;
}

/** Findings in the ledger: which cell, what stands there, what to do, and whether the row was compiled. */
export const ledger = { ledger: (facts) => SAYS[facts.problem](facts) } satisfies SentenceGroup;
