import type { FactsByCode } from '../../../engine/finding/facts';
import type { LedgerColumn } from '../../../engine/ledger/ledger';
import type { LedgerProblem } from '../../../engine/ledger/problem';
import { askedSheetsZhCN } from '../../sheets/zh-CN';
import { isInRange, levelOf, systemOf } from '../../../engine/classification/code-tree';
import { amountText } from '../../words/amounts';
import { place } from '../../words/phrases-zh-CN';
import { isOneRow, MOST_ROWS, namesShown } from '../ledger-rows';
import { at, rowsIn, UNITS_SAID } from './ledger-units';

type Facts = FactsByCode['ledger'];

/** Whose: `one` amount of a row that has others. */
const leftOut = ({ count, proposed }: Facts, whose = proposed): string => {
  const [one, several] = whose === 'one' ? ['个数', '些数'] : ['一行', '些行'];
  return `这${count === 1 ? one : several}没有编入。`;
};
const near = (proposed: string | undefined): string => (proposed === undefined ? '' : `；目录里最接近的是${proposed}`);
/** The codes of the name that stands there or beside. */
const namedSo = (proposed: string | undefined): string =>
  proposed === undefined ? '' : `（叫这个名称的是${proposed.split('|').join('、')}${upper(proposed)}）`;
/** That a code of this name is one of a class or a section. */
const upper = (code: string): string => {
  const level = levelOf(code.split('|')[0] ?? '') ?? '';
  if (systemOf(code) === 'economic') return level === '类' ? '，是类级，基本支出要填到款级' : '';
  return level === '项' ? '' : `，是${level}级，要填到项级`;
};
const columns: Readonly<Partial<Record<string, string>>> = askedSheetsZhCN.ledger.headers;
/** A column as our own ledger heads it; of a fund, as it is headed. */
const column = (name: string): string => columns[name] ?? name;
const headers = (said: string): string => said.replace(/[^|]+/g, '“$&”').replaceAll('|', '');

/** What the columns are usually headed, of those without which nothing is compiled. */
const USUAL: Readonly<Partial<Record<LedgerColumn, string>>> = {
  functional: '功能科目编码、功能分类科目编码',
  economic: '经济科目编码、部门预算支出经济科目',
  kind: '支出类型、支出类别',
  fund: '资金来源、资金性质',
  now: '本年预算数、2026年预算数、预算数、金额',
};
const usual = (name: string): string => `表头常写作${USUAL[name as LedgerColumn] ?? column(name)}`;

/** Where a code that no list has is made known. */
const adding = (code: string): string =>
  `；确有这个科目的，在“${askedSheetsZhCN.codes.name}”工作表（没有的加一张）写上${code.slice(0, 5)}、${code}和它们的名称，再编一次`;

/** The ledger that was compiled, of what is said of another one. */
const compiledOf = ({ proposed }: Facts): string => proposed?.split('|')[1] ?? '';

const STATING = '填在“单位情况”，命令行也可写--year';
/** A column that was taken for that of kinds by its header, 项目类别. */
const isOfProjects = ({ place: { column: header } }: Facts): boolean => header?.includes('项目') === true;

const headed = ({ place: { table, cell }, value }: Facts): string => `${table}第${cell.row + 1}行${headers(value)}列`;

const SAYS: Readonly<Record<LedgerProblem, (facts: Facts) => string>> = {
  'code-none': (facts) => `${at(facts)}没有功能科目编码${namedSo(facts.proposed)}，${leftOut(facts)}`,
  'code-malformed': (facts) =>
    `${at(facts)}的“${facts.value}”不是功能科目编码，应为2开头的7位数字${namedSo(facts.proposed)}；${leftOut(facts)}`,
  'code-unknown': (facts) =>
    `${at(facts)}的编码${facts.value}不在已知目录中${near(facts.proposed)}，请对照当年科目核实${isInRange(facts.value) ? adding(facts.value) : ''}。${leftOut(facts)}`,
  'code-unlisted': (facts) => {
    const [nearest = '', name = ''] = (facts.proposed ?? '').split('|');
    const named = name === '' ? '；台账里没有写它的名称，请写上' : `，名称照台账写“${name}”`;
    return `${at(facts)}的编码${facts.value}不在已知目录中（目录不全，不等于编码有误），已编入${named}${near(nearest === '' ? undefined : nearest)}。请对照当年科目核实。`;
  },
  'code-no-leaf': (facts) => `${at(facts)}的编码${facts.value}没有到项级，台账应填7位的项级编码；${leftOut(facts)}`,
  'code-other-name': (facts) => otherName(facts),
  'economic-none': (facts) => `${at(facts)}没有经济科目编码${namedSo(facts.proposed)}，${leftOut(facts)}`,
  'economic-unknown': (facts) =>
    /^\d{5}$/.test(facts.value)
      ? `${at(facts)}的编码${facts.value}不在部门预算支出经济分类中${near(facts.proposed)}，请对照当年科目核实。${leftOut(facts)}`
      : `${at(facts)}的“${facts.value}”不是部门预算支出经济科目编码，应为3开头的5位数字${namedSo(facts.proposed)}；${leftOut(facts)}`,
  'economic-unlisted': (facts) =>
    `${at(facts)}的编码${facts.value}不在部门预算支出经济分类中，已编入${near(facts.proposed)}。请对照当年科目核实。`,
  'economic-government': (facts) =>
    `${at(facts)}的编码${facts.value}是政府预算支出经济分类的，这一列应填部门预算支出经济科目编码，3开头的5位数字${facts.proposed === undefined || facts.proposed === '' ? '' : `（与它对应的是${facts.proposed.split('|').join('、')}）`}；${leftOut(facts)}`,
  'economic-no-leaf': (facts) =>
    `${at(facts)}的编码${facts.value}没有到款级，基本支出应填5位的款级编码；${leftOut(facts)}`,
  'economic-other-name': (facts) => otherName(facts),
  'economic-unplaced': (facts) =>
    `${at(facts)}的经济科目${facts.value}不属于人员经费，也不属于公用经费的常见科目，已列入${facts.proposed ?? ''}，请核实。`,
  'economic-other-kind': (facts) =>
    `${at(facts)}的经济科目${facts.value}应列${facts.proposed ?? ''}，与所填的支出类型不符；${leftOut(facts)}`,
  'kind-none': (facts) => `${at(facts)}没有支出类型，请填基本支出或项目支出；${leftOut(facts)}`,
  'kind-unknown': (facts) => {
    const [known = '', meant = ''] = (facts.proposed ?? '').split('|');
    const which = meant === '' ? `认不出，可填：${known}` : `分不清是${meant.replace('、', '还是')}，请写明`;
    return `${at(facts)}的支出类型“${facts.value}”${which}；${leftOut(facts)}${meant === '' && isOfProjects(facts) ? '这一列不是支出类型的，请另加一列“支出类型”。' : ''}`;
  },
  'kind-by-project': (facts) =>
    `${at(facts)}写有“${facts.value}”，台账没有支出类型列，${facts.count === 1 ? '这一行' : '这些行'}按项目支出编入，但经济科目是工资福利，请核实。是基本支出的，请加一列“支出类型”，各行填基本支出或项目支出。`,
  'kind-of-name': (facts) =>
    `${at(facts)}的“${facts.value}”不是项目，按基本支出编入（台账没有支出类型列）。确是项目的，请加一列“支出类型”，这一行填项目支出。`,
  'project-none': (facts) => `${at(facts)}是项目支出，没有填项目名称；${leftOut(facts)}`,
  'project-of-basic': (facts) =>
    facts.proposed === 'usual'
      ? `${at(facts)}写有项目名称，支出类型是基本支出：按基本支出编入，不作项目。`
      : `${at(facts)}写有项目名称“${facts.value}”，但这一行是基本支出，请核实支出类型。`,
  'project-called-basic': (facts) =>
    `${at(facts)}的项目名称是“${facts.value}”，像是基本支出，支出类型填的却是项目支出，已作为项目编入，请核实。`,
  'project-spelled': (facts) => {
    const [row = '', text = ''] = (facts.proposed ?? '').split('|');
    return `${at(facts)}的“${facts.value}”与第${row}行的“${text}”只是写法不同，作为一个项目编入，各表印“${text}”。不是同一个项目的，请改名称后重新编制。`;
  },
  'fund-none': (facts) =>
    `${at(facts)}${facts.proposed === 'total' ? '有金额，各资金列都空着，请填到所属的资金列；' : '没有资金来源，'}${leftOut(facts)}`,
  'fund-unknown': (facts) => {
    const [known = '', nearest = '', whose] = (facts.proposed ?? '').split('|');
    const { shown, all } = namesShown(known);
    const say =
      nearest === ''
        ? `可填：${shown}${all === undefined ? '' : `等${all}种，其余见空白台账这一列的下拉`}`
        : `最接近的是“${nearest}”，是的请改成它`;
    return `${at(facts)}的资金来源“${facts.value}”认不出，${say}；${leftOut(facts, whose)}`;
  },
  'amount-none': (facts) => `${at(facts)}没有金额，${leftOut(facts)}`,
  'amount-unreadable': (facts) => `${at(facts)}填的是“${facts.value}”，读不出金额，${leftOut(facts)}`,
  'amount-merged': (facts) => {
    const [whose, columns] = (facts.proposed ?? '').split('|');
    const names = columns?.split('、').map((name) => `“${name}”`) ?? [];
    const over =
      names.length === 0
        ? '在合并单元格里，几行合用一个数，分不清各是多少；请取消合并，逐行填写。'
        : `横跨${names.join('')}${names.length === 2 ? '两' : names.length}列合并，分不清各是多少；请取消合并，分列填写。`;
    return `${at(facts)}的金额${facts.value}${over}${leftOut(facts, whose)}`;
  },
  negative: (facts) => `${at(facts)}的金额${facts.value}是负数，请核实。`,
  'now-none': (facts) =>
    `${at(facts)}空着，${isOneRow(facts.rows) ? '这一行' : '这些行'}${facts.proposed === 'fund' ? '的这种资金' : ''}只有上年的金额：只编入上年数，不在本年的表里。本年有安排的请补上。`,
  ...UNITS_SAID,
  'unit-other': (facts) => `${at(facts)}写的金额单位是“${facts.value}”，台账只认万元和元，没有编入。请改成万元或元。`,
  twice: (facts) => `${at(facts)}这一行与第${facts.value}行各项相同，两行都已编入，请核实是否重复。`,
  'total-row': (facts) => `${at(facts)}的“${facts.value}”是合计行，没有编入，合计由明细算出。`,
  'total-differs': (facts) => {
    const [typed = '', sum = '', difference = '', unit = ''] = (facts.proposed ?? '').split('|');
    return `${at(facts)}${facts.value && `的“${facts.value}”`}填的是${amountText(typed)}${unit}，${facts.value === '' ? '这一行各项资金' : '上面各行'}合计${amountText(sum)}，相差${amountText(difference)}，请核实。合计由明细算出，这个数没有编入。`;
  },
  'class-row': (facts) =>
    `${at(facts)}的${facts.value}是类、款、项的合计（等于它的各行之和），没有编入，合计由明细算出。`,
  'text-row': (facts) => `${at(facts)}是文字，没有编码和金额，不是明细，没有编入。`,
  merged: (facts) => {
    const areas = facts.value.split('|');
    const more = areas.length > MOST_ROWS ? `等${areas.length}处` : '';
    return `${facts.place.table}${areas.slice(0, MOST_ROWS).join('、')}${more}是合并单元格，其中各行都按合并的内容编入。`;
  },
  'hidden-rows': (facts) =>
    `${facts.place.table}第${rowsIn(facts.rows)}行是隐藏的或筛选掉的，照样编入。不要编入的请删去。`,
  'hidden-columns': (facts) => `${facts.place.table}的${headers(facts.value)}列是隐藏的，照样读取，请核对里面的内容。`,
  'department-found': ({ value, proposed }) =>
    `“${proposed ?? ''}”：部门名称由此定为“${value}”。不是的，请填在“单位情况”，命令行也可写--department。`,
  'department-of-rows': (facts) =>
    `${facts.place.table}“${facts.place.column ?? ''}”列各行都是“${facts.value}”。部门名称就是它的，请填在“单位情况”，命令行也可写--department。`,
  'year-found': ({ place: first, value, proposed }) =>
    `${proposed === undefined ? place(first) : `“${proposed}”`}：预算年度由此定为${value}年。不是的，请${STATING}。`,
  'year-conflict': (facts) => {
    const [year = '', cell = '', other = ''] = (facts.proposed ?? '').split('|');
    return `${headed(facts)}与预算年度${year}年（${cell === '' ? '--year' : `“${cell}”`}）不符，台账没有编入。请改列名，或把预算年度改正：${STATING}${other === '' ? '' : ` ${other}`}。`;
  },
  'year-unclear': (facts) =>
    `${headed(facts)}，分不清哪一列是本年，台账没有编入。请把列名写成“本年”“上年”，或写明预算年度：${STATING}。`,
  'year-of-title': (facts) => {
    const [title = '', year = ''] = (facts.proposed ?? '').split('|');
    return `${facts.place.table}上面写的是${title}年（“${facts.value}”），按预算年度${year}年编入，请核实。`;
  },
  'column-unused': (facts) => `${headed(facts)}既不是本年也不是上年，没有用到。`,
  'column-unknown': (facts) =>
    `${headed(facts)}有数，没有用到。${facts.proposed === undefined ? '' : '是上年数的，请把列名写成“上年预算数”，再编一次。'}`,
  rounded: (facts) =>
    `${at(facts)}的金额${facts.proposed === '万元' ? '' : '折合万元后'}超过${facts.value}位小数，已化整到${facts.value}位编入；各项资金的合计按原数化整，其中基本支出、项目支出与原数的差都不到末位的一个单位。`,
  'rounded-away': (facts) =>
    `${at(facts)}的金额${facts.proposed === '万元' ? '' : '折合万元'}化整后是0，“${facts.value}”不在编出的各表里，也没有绩效目标表，请核实。`,
  'column-missing': (facts) =>
    `“${facts.place.table}”第${facts.place.cell.row + 1}行认作列名，有：${facts.proposed ?? ''}；没有“${column(facts.value)}”列，台账没有编入。请补上这一列的表头和内容，${usual(facts.value)}。`,
  'column-twice': (facts) =>
    `${at(facts)}又有一列“${column(facts.value)}”，分不清用哪一列，台账没有编入。请删去或改名其中一列。`,
  'funds-said': (facts) =>
    `${at(facts)}之外，${headers(facts.value)}又各占一列：按各资金列编入，各资金列都空着的行按资金来源编入。`,
  'fund-other': (facts) =>
    `${at(facts)}写的是“${facts.value}”，金额填在${headers(facts.proposed ?? '')}列，已按列编入，请核实。`,
  'before-undivided': (facts) =>
    `${at(facts)}没有分资金，这一行的资金不是一种，没有编入，编出的“上年数”空着。请把上年数也按资金各列一列（表头分两行：本年、上年），或改成一行一种资金，或填“上年数”。`,
  'before-taken': (facts) => {
    const whose = facts.proposed?.split('|')[0] ?? '';
    const others = whose === '' ? '' : `两张台账写的部门不同（${whose}），请核实。`;
    return `“${compiledOf(facts)}”没有上年数，上年数取自上年的台账“${facts.value}”。${others}`;
  },
  'before-unused': (facts) => {
    const now = compiledOf(facts);
    const why = facts.proposed?.split('|')[0];
    if (why === 'own') return `“${facts.value}”是上年的台账，没有编入：“${now}”写有上年数，以它为准。`;
    const several = why === 'several' ? '上年的台账不止一张，' : '';
    return `“${facts.value}”是上年的台账，没有编入。${several}上年数请填到“${now}”的上年列，或写说明时用--prior指定上年的表。`;
  },
  'other-year': (facts) =>
    `“${facts.value}”是${facts.proposed?.split('|')[0] ?? ''}年的台账，没有编入，编入的是“${compiledOf(facts)}”。`,
  'second-ledger': (facts) =>
    `“${facts.value}”也是台账，没有编入，只编入了“${compiledOf(facts)}”。同一年的请合并到一张表里；是上年的，请在工作表名或标题里写明年度。`,
};

function otherName(facts: Facts): string {
  const [name = '', code] = (facts.proposed ?? '').split('|');
  return `${at(facts)}写作“${facts.value}”，与编码不符，编码对应的是“${name}”${code === undefined ? '' : `，“${facts.value}”的编码是${code}`}。已按编码编入。`;
}

/** Findings in the ledger: which cell, what stands there, what to do, and whether the row was compiled. */
export const ledgerZhCN = (facts: Facts): string => SAYS[facts.problem](facts);
