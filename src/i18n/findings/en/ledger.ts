import type { FactsByCode } from '../../../engine/finding/facts';
import type { LedgerColumn } from '../../../engine/ledger/ledger';
import type { LedgerProblem } from '../../../engine/ledger/problem';
import { askedSheetsEn } from '../../sheets/en';
import { isInRange, systemOf } from '../../../engine/classification/code-tree';
import { amountText } from '../../words/amounts';
import { place } from '../../words/phrases-en';
import { isOneRow, MOST_ROWS, namesShown } from '../ledger-rows';
import { at, rowsIn, UNITS_SAID } from './ledger-units';

type Facts = FactsByCode['ledger'];

const leftOut = ({ count, proposed }: Facts, whose = proposed): string => {
  const what = whose === 'one' ? 'amount' : 'row';
  return count === 1 ? `The ${what} was not compiled.` : `The ${what}s were not compiled.`;
};
const near = (proposed: string | undefined): string =>
  proposed === undefined ? '' : `; nearest in the list is ${proposed}`;
/** The codes of the name that stands there or beside. */
const namedSo = (proposed: string | undefined): string =>
  proposed === undefined ? '' : ` (codes of that name: ${proposed.split('|').join(', ')}${upper(proposed)})`;
/** That a code of this name is one of a class or a section. */
const upper = (code: string): string => {
  const { length } = code.split('|')[0] ?? '';
  if (systemOf(code) === 'economic') return length === 3 ? ': a 类, basic expenditure takes codes of five digits' : '';
  return length === 7 ? '' : ', above the items: the ledger takes codes of seven digits';
};
// Headers of the ledger are data: they stay Chinese.
const columns: Readonly<Partial<Record<string, string>>> = askedSheetsEn.ledger.headers;
/** A column as our own ledger heads it; of a fund, as it is headed. */
const column = (name: string): string => columns[name] ?? name;
const headers = (said: string): string => said.replace(/[^|]+/g, '“$&”').replaceAll('|', ', ');

/** What the columns are usually headed, of those without which nothing is compiled: ledgers are in Chinese. */
const USUAL: Readonly<Partial<Record<LedgerColumn, string>>> = {
  functional: '功能科目编码, 功能分类科目编码',
  economic: '经济科目编码, 部门预算支出经济科目',
  kind: '支出类型, 支出类别',
  fund: '资金来源, 资金性质',
  now: '本年预算数, 2026年预算数, 预算数, 金额',
};
const usual = (name: string): string => `usual headers are ${USUAL[name as LedgerColumn] ?? column(name)}`;

/** Where a code that no list has is made known. */
const adding = (code: string): string =>
  `If there is such a code, write ${code.slice(0, 5)} and ${code} with their names into a sheet called ${askedSheetsEn.codes.name} (add one where there is none) and compile again. `;

/** The ledger that was compiled, of what is said of another one. */
const compiledOf = ({ proposed }: Facts): string => proposed?.split('|')[1] ?? '';

const STATING = 'write it into the sheet 单位情况, or give --year';
const headed = ({ place: { table, cell }, value }: Facts): string =>
  `${table} row ${cell.row + 1}, columns ${value
    .split('|')
    .map((header) => `“${header}”`)
    .join(' ')}`;

const SAYS: Readonly<Record<LedgerProblem, (facts: Facts) => string>> = {
  'code-none': (facts) => `${at(facts)} has no functional code${namedSo(facts.proposed)}. ${leftOut(facts)}`,
  'code-malformed': (facts) =>
    `${at(facts)} holds “${facts.value}”, which is no functional code: seven digits beginning with 2${namedSo(facts.proposed)}. ${leftOut(facts)}`,
  'code-unknown': (facts) =>
    `${at(facts)} holds code ${facts.value}, which is not in the known list${near(facts.proposed)}. Please check it against this year's classification. ${isInRange(facts.value) ? adding(facts.value) : ''}${leftOut(facts)}`,
  'code-unlisted': (facts) => {
    const [nearest = '', name = ''] = (facts.proposed ?? '').split('|');
    const named =
      name === ''
        ? '; the ledger does not name it, please write its name beside it'
        : ` under the ledger's name, “${name}”`;
    return `${at(facts)} holds code ${facts.value}, which is not in the known list (the list is not complete: the code need not be wrong). Compiled${named}${near(nearest === '' ? undefined : nearest)}. Please check it against this year's classification.`;
  },
  'code-no-leaf': (facts) =>
    `${at(facts)} holds code ${facts.value}, which is no item: the ledger takes codes of seven digits. ${leftOut(facts)}`,
  'code-other-name': (facts) => otherName(facts),
  'economic-none': (facts) => `${at(facts)} has no economic code${namedSo(facts.proposed)}. ${leftOut(facts)}`,
  'economic-unknown': (facts) =>
    /^\d{5}$/.test(facts.value)
      ? `${at(facts)} holds code ${facts.value}, which is not in the department economic classification${near(facts.proposed)}. Please check it against this year's classification. ${leftOut(facts)}`
      : `${at(facts)} holds “${facts.value}”, which is no department economic code: five digits beginning with 3${namedSo(facts.proposed)}. ${leftOut(facts)}`,
  'economic-unlisted': (facts) =>
    `${at(facts)} holds code ${facts.value}, which is not in the department economic classification; it was compiled${near(facts.proposed)}. Please check it against this year's classification.`,
  'economic-government': (facts) =>
    `${at(facts)} holds code ${facts.value} of the government economic classification, where a code of the department's stands: five digits beginning with 3${facts.proposed === undefined || facts.proposed === '' ? '' : ` (it is made of ${facts.proposed.split('|').join(', ')})`}. ${leftOut(facts)}`,
  'economic-no-leaf': (facts) =>
    `${at(facts)} holds code ${facts.value}: basic expenditure takes codes of five digits. ${leftOut(facts)}`,
  'economic-other-name': (facts) => otherName(facts),
  'economic-unplaced': (facts) =>
    `${at(facts)} holds economic code ${facts.value}, which usually is neither personnel nor public-use expenses. Compiled under ${facts.proposed ?? ''}; please check.`,
  'economic-other-kind': (facts) =>
    `${at(facts)} holds economic code ${facts.value}, which belongs to ${facts.proposed ?? ''}, not to the kind that was filled in. ${leftOut(facts)}`,
  'kind-none': (facts) => `${at(facts)} has no kind: 基本支出 or 项目支出. ${leftOut(facts)}`,
  'kind-unknown': (facts) => {
    const [known = '', meant = ''] = (facts.proposed ?? '').split('|');
    const which =
      meant === ''
        ? `which is no kind of expenditure. Known: ${known}`
        : `which may be ${meant.replace('、', ' or ')}. Please write which`;
    return `${at(facts)} holds “${facts.value}”, ${which}. ${leftOut(facts)}`;
  },
  'kind-by-project': (facts) =>
    `${at(facts)} holds “${facts.value}”, and the ledger has no column of kinds: compiled as project expenditure, though the economic code is of pay. If it is basic expenditure, please add a column “支出类型”.`,
  'kind-of-name': (facts) =>
    `${at(facts)} holds “${facts.value}”, which is no project: compiled as basic expenditure, as the ledger has no column of kinds. If it is a project, please add a column “支出类型” and enter 项目支出.`,
  'project-none': (facts) => `${at(facts)} is project expenditure without a project name. ${leftOut(facts)}`,
  'project-of-basic': (facts) =>
    facts.proposed === 'usual'
      ? `${at(facts)} names projects of basic expenditure: compiled as basic expenditure, not as projects.`
      : `${at(facts)} names project “${facts.value}”, but the row is basic expenditure. Please check the kind.`,
  'project-called-basic': (facts) =>
    `${at(facts)} names a project “${facts.value}”, which sounds like basic expenditure, and its kind is project expenditure. Compiled as a project; please check.`,
  'project-spelled': (facts) => {
    const [row = '', text = ''] = (facts.proposed ?? '').split('|');
    return `${at(facts)} writes “${facts.value}” where row ${row} has “${text}”: compiled as one project, printed “${text}”. If they are two, change a name and compile again.`;
  },
  'fund-none': (facts) =>
    `${at(facts)} has ${facts.proposed === 'total' ? 'an amount, and nothing stands in the columns of the funds: please enter it there' : 'no source of funds'}. ${leftOut(facts)}`,
  'fund-unknown': (facts) => {
    const [known = '', nearest = '', whose] = (facts.proposed ?? '').split('|');
    const { shown, all } = namesShown(known);
    const say =
      nearest === ''
        ? `Known: ${shown}${all === undefined ? '' : ` and ${all - shown.split('、').length} more, in the list of the column of a blank ledger`}`
        : `Nearest is “${nearest}”`;
    return `${at(facts)} holds “${facts.value}”, which is no known source of funds. ${say}. ${leftOut(facts, whose)}`;
  },
  'amount-none': (facts) => `${at(facts)} has no amount. ${leftOut(facts)}`,
  'amount-unreadable': (facts) => `${at(facts)} holds “${facts.value}”, which reads as no amount. ${leftOut(facts)}`,
  'amount-merged': (facts) => {
    const [whose, columns] = (facts.proposed ?? '').split('|');
    const over =
      columns === undefined
        ? `several rows share the amount ${facts.value}, and nobody can tell how it is divided. Unmerge it and fill in each row.`
        : `the amount ${facts.value} stands over the columns ${columns.replaceAll('、', ', ')}, and nobody can tell how it is divided. Unmerge it and fill in each column.`;
    return `${at(facts)} is merged: ${over} ${leftOut(facts, whose)}`;
  },
  negative: (facts) => `${at(facts)} holds a negative amount, ${facts.value}. Please check.`,
  'now-none': (facts) =>
    `${at(facts)}: blank, with last year's amount alone${facts.proposed === 'fund' ? ' of this fund' : ''}. Compiled for last year only, in none of this year's tables; please fill it in where something is planned.`,
  ...UNITS_SAID,
  'unit-other': (facts) =>
    `${at(facts)} states the money unit “${facts.value}”. A ledger is in 万元 or 元, so nothing was compiled; please change it.`,
  twice: (facts) =>
    `${at(facts)}: it says the same as row ${facts.value}. Both were compiled; please check whether one is a copy.`,
  'total-row': (facts) =>
    `${at(facts)}: “${facts.value}” is a row of totals and was not compiled; totals are computed.`,
  'total-differs': (facts) => {
    const [typed = '', sum = '', difference = '', unit = ''] = (facts.proposed ?? '').split('|');
    return `${at(facts)}${facts.value && `: “${facts.value}”`} is ${amountText(typed)} ${unit}, but the ${facts.value === '' ? 'funds of the row' : 'rows above'} add up to ${amountText(sum)}, ${amountText(difference)} apart; please check. Totals are computed, so it was not compiled.`;
  },
  'class-row': (facts) =>
    `${at(facts)}: ${facts.value} is the sum of its items and was not compiled; totals are computed.`,
  'text-row': (facts) => `${at(facts)}: text without code and amount, no line item; not compiled.`,
  merged: (facts) => {
    const areas = facts.value.split('|');
    const more = areas.length > MOST_ROWS ? ` and ${areas.length - MOST_ROWS} more` : '';
    return `${facts.place.table} ${areas.slice(0, MOST_ROWS).join(', ')}${more}: merged cells. Each of their rows was compiled with what they say.`;
  },
  'hidden-rows': (facts) =>
    `${facts.place.table} ${isOneRow(facts.rows) ? 'row' : 'rows'} ${rowsIn(facts.rows)}: hidden or filtered away and compiled all the same. Delete what is not to be compiled.`,
  'hidden-columns': (facts) =>
    `${facts.place.table}: hidden columns ${headers(facts.value)} were read all the same; please look at what they hold.`,
  'department-found': ({ value, proposed }) =>
    `“${proposed ?? ''}”: the department is taken to be “${value}”. If it is not, please fill it in on the sheet 单位情况, or give --department.`,
  'department-of-rows': (facts) =>
    `All rows of ${facts.place.table}, column “${facts.place.column ?? ''}”, are of “${facts.value}”. If that is the department, please enter it in “单位情况”, or state --department ${facts.value}.`,
  'year-found': ({ place: first, value, proposed }) =>
    `${proposed === undefined ? place(first) : `“${proposed}”`}: the budget year is taken to be ${value}. If it is not, please ${STATING}.`,
  'year-conflict': (facts) => {
    const [year = '', cell = '', other = ''] = (facts.proposed ?? '').split('|');
    return `${headed(facts)} contradict the budget year ${year} (${cell === '' ? '--year' : `“${cell}”`}), so nothing was compiled. Please mend the headers, or the budget year: ${STATING}${other === '' ? '' : ` ${other}`}.`;
  },
  'year-unclear': (facts) =>
    `${headed(facts)}: it cannot be told which is this year's, so nothing was compiled. Please name the columns 本年 and 上年, or the budget year: ${STATING}.`,
  'year-of-title': (facts) => {
    const [title = '', year = ''] = (facts.proposed ?? '').split('|');
    return `${facts.place.table} says ${title} above its headers (“${facts.value}”). Compiled for ${year}; please check.`;
  },
  'column-unused': (facts) => `${headed(facts)}: neither this year's nor last year's, not used.`,
  'column-unknown': (facts) =>
    `${headed(facts)}: holds numbers that were not used.${facts.proposed === undefined ? '' : ' If they are last year’s, name the column “上年预算数” and compile again.'}`,
  rounded: (facts) =>
    `${at(facts)} has more than ${facts.value} decimals in 万元. It was compiled rounded to ${facts.value}; the total of each fund is that of the exact amounts, and its basic and project expenditure differ from theirs by less than the last digit.`,
  'rounded-away': (facts) =>
    `${at(facts)} comes to nothing when it is rounded in 万元: “${facts.value}” is in none of the tables and has no performance table. Please check.`,
  'column-missing': (facts) =>
    `${facts.place.table} row ${facts.place.cell.row + 1} was read as headers (${facts.proposed ?? ''}); it has no column “${column(facts.value)}”, so nothing was compiled. Add the column; ${usual(facts.value)}.`,
  'column-twice': (facts) =>
    `${at(facts)} is a second column “${column(facts.value)}”: it cannot be told which is meant, so the ledger was not compiled. Please remove or rename one.`,
  'funds-said': (facts) =>
    `${at(facts)} says the fund in words, and ${headers(facts.value)} have a column each. Compiled by these columns; rows with nothing in them were compiled by the words.`,
  'fund-other': (facts) =>
    `${at(facts)} names “${facts.value}”, but the amount stands below ${headers(facts.proposed ?? '')}. Compiled by its column; please check.`,
  'before-undivided': (facts) =>
    `${at(facts)}: last year's amount is not divided over funds, and the row is not of one fund alone. It was not compiled, and the sheet 上年数 was left blank for that. Please give last year a column for each fund too (headers in two rows: 本年, 上年), or make it one row a fund, or fill in 上年数.`,
  'before-taken': (facts) => {
    const whose = facts.proposed?.split('|')[0] ?? '';
    const others = whose === '' ? '' : ` The two ledgers name different departments (${whose}); please check.`;
    return `“${compiledOf(facts)}” has no amounts of last year: they were taken from last year's ledger, “${facts.value}”.${others}`;
  },
  'before-unused': (facts) => {
    const now = compiledOf(facts);
    const why = facts.proposed?.split('|')[0];
    if (why === 'own')
      return `“${facts.value}” is last year's ledger and was not compiled: “${now}” has last year's amounts itself.`;
    const several = why === 'several' ? 'There is more than one ledger of last year. ' : '';
    return `“${facts.value}” is last year's ledger and was not compiled. ${several}Please enter last year's amounts into the column 上年 of “${now}”, or give last year's tables with --prior when writing the text.`;
  },
  'other-year': (facts) =>
    `“${facts.value}” is the ledger of ${facts.proposed?.split('|')[0] ?? ''} and was not compiled; “${compiledOf(facts)}” was.`,
  'second-ledger': (facts) =>
    `“${facts.value}” is a ledger too and was not compiled; only “${compiledOf(facts)}” was. Put those of one year into one sheet; if it is last year's, say the year in its name or title.`,
};

function otherName(facts: Facts): string {
  const [name = '', code] = (facts.proposed ?? '').split('|');
  return `${at(facts)} says “${facts.value}”, but the code's name is “${name}”${code === undefined ? '' : `; the code of “${facts.value}” is ${code}`}. Compiled by its code.`;
}

/** Findings in the ledger: which cell, what stands there, what to do, and whether the row was compiled. */
export const ledgerEn = (facts: Facts): string => SAYS[facts.problem](facts);
