import { amountText } from '../../words/amounts';
import { money, nameList, place } from '../../words/phrases-zh-CN';
import { shortened } from '../../words/shortened';
import { MOST_ROWS } from '../ledger-rows';
import type { SentenceGroup } from '../sentences';

const others = (count: number): string => (count > 1 ? `等${count}格` : '');
const list = (items: readonly (string | number)[]): string => items.join('、');

/** The tool's own sheet of facts says otherwise than the tables. */
const followsFacts = (sheet: string): string =>
  `封面和文字照“${sheet}”；以它为准的，由台账再编一次，各表随“${sheet}”。`;

/** Findings about what a workbook should hold: tables, titles, units, notes, cells that are no amount. */
export const structure = {
  'table-missing': ({ title, titleOn }) =>
    titleOn === undefined ? `没有找到“${title}”。` : `没有找到“${title}”，“${titleOn}”上只有这个表名，下面认不出表格。`,
  'table-twice': ({ title, sheets }) =>
    `“${title}”出现${sheets.length}次，在${nameList(sheets)}。请留一张，续表请在表名后注明。`,
  'title-near': ({ table, printed, title }) => `${table}的表名写作“${printed}”，规定的表名是“${title}”。`,
  'title-absent': ({ table, title }) => `${table}上方没有找到规定的表名“${title}”。`,
  'title-year': ({ table, printed, year, ours }) =>
    ours
      ? `${table}写的是${printed}年，表上是${year}年。${followsFacts(table)}`
      : `${table}写的是${printed}年，其他表是${year}年。`,
  'unit-missing': ({ table, moneyUnit }) => `${table}没有注明金额单位，已按${moneyUnit}检查。请在表头右上方注明。`,
  'unit-mixed': ({ units }) => {
    const [most, ...rest] = units;
    return `${rest.map(({ moneyUnit, tables }) => `${list(tables)}单位为${moneyUnit}`).join('，')}，其他表为${most?.moneyUnit ?? ''}，已换算后检查。`;
  },
  'unit-foreign': ({ table, printed, moneyUnit }) =>
    `${table}的金额单位是“${printed}”，没有换算，仍按${moneyUnit}检查。请改用${moneyUnit}。`,
  'unit-suffix': ({ place: at, raw, moneyUnit, count }) =>
    `${place(at)}${others(count)}写作“${raw}”，与本表单位${moneyUnit}不同，已换算后检查。`,
  'department-differs': ({ names, ours }) =>
    `编制部门名称不一致：${names.map(({ name, tables }) => `${shortList(tables)}${name === '' ? '没有写' : `写“${name}”`}`).join('，')}。${ours === undefined ? '' : followsFacts(ours)}`,
  'column-missing': ({ table, headers }) => `${table}缺${nameList(headers)}列。`,
  'total-missing': ({ table, under }) => `${table}${under === undefined ? '' : `“${under}”部分`}没有合计行。`,
  'empty-unsaid': ({ title, zeros, inText }) =>
    `“${title}”${zeros ? '全是零' : '没有数'}，${inText ? '只在文字里说明为空表' : '也没有注明“本部门无…”'}。请在表下注明。`,
  'all-blank': ({ count }) => `认出的${count}张表都没有数，还没有填写。`,
  'empty-contradicted': ({ title, figure, moneyUnit }) =>
    `“${title}”注明为空表，但${place(figure)}有${money(figure.amount ?? '0', moneyUnit)}。`,
  'empty-other': ({ title, mentions }) => `“${title}”的空表说明写的是“${mentions}”，与本表不符。`,
  placeholder: ({ place: at, text, count }) => `${place(at)}${others(count)}是没有填写的占位“${text}”。请填写或删去。`,
  'hidden-sheets': ({ sheets }) => `有${sheets.length}张隐藏的工作表，内容会随文件公开：${nameList(sheets)}。`,
  'hidden-lines': ({ table, lines, spans }) =>
    `${table}第${list(spans.slice(0, MOST_ROWS))}${spans.length > MOST_ROWS ? `等${spans.length}处的` : ''}${lines === 'rows' ? '行' : '列'}被隐藏，里面有内容。请取消隐藏或删去。`,
  'notes-left': ({ sheet, count }) => `“${sheet}”有${count}条批注，公开前请删去。`,
  'formula-error': ({ place: at, raw, count, lost }) => {
    if (!lost) return `${place(at)}${others(count)}是错误值“${raw}”，读不出金额。请改正公式。`;
    const { formula, followers, ledger } = lost;
    const also = followers > 0 ? `，引用它的${followers}格也读不出` : '';
    const again = ledger === undefined ? '请' : `请由“${ledger}”重新编制，或`;
    return `${place(at)}${others(count)}成了“${raw}”：公式“=${shortened(formula)}”引用的行删去了${also}。${again}补上删去的行：类、款、合计行可用fill补，公式一起改正；明细行自己补，再改公式。`;
  },
  'external-link': ({ place: at, count }) =>
    `${place(at)}${others(count)}的公式引用了其他工作簿，公开后会失效。请改为数值或本文件的单元格。`,
  'typed-total': ({ place: at, count }) =>
    `${place(at)}${others(count)}是手工填写的合计，不是公式，明细改动后不会随着变。`,
  'text-number': ({ place: at, raw, count, summed }) =>
    `${place(at)}${others(count)}以文本存放（如“${raw}”），求和时不计入；${summed > 0 ? `${summed < count ? `其中${summed}格` : ''}有公式正对它求和，结果会少算` : '已按所写的数检查'}。`,
  'not-number': ({ place: at, raw, count, expected, moneyUnit }) => {
    const said = `${place(at)}${others(count)}填的是“${raw}”，读不出金额`;
    return expected === undefined
      ? `${said}。请改为数字，没有的留空。`
      : `${said}，按有关等式应为${money(expected, moneyUnit)}。`;
  },
  'hidden-precision': ({ place: at, stored, shown, count, matters }) =>
    `${place(at)}${others(count)}显示${shown}，实际存的是${amountText(stored)}，${matters ? '按存储值合计与分项也对不上' : '按显示的数相加可能差尾数'}。`,
  negative: ({ figure, count, moneyUnit }) =>
    `${place(figure)}${others(count)}为负数（${money(figure.amount ?? '0', moneyUnit)}），请核实。`,
  'order-codes': ({ table, printed, above }) => `${table}的科目没有按编码排序：${printed}排在${above}之后。`,
  'row-unread': ({ table, rows }) => `${table}第${list(rows)}行有金额，但认不出是什么科目，没有检查。`,
  'column-unread': ({ table, header, letters }) =>
    `${table}${letters}列${header === '' ? '没有列名，但有金额' : `“${header}”有金额，但不是规定的列`}，没有检查。`,
  'label-near': ({ place: at, printed, label }) => `${at.table}的“${printed}”按最接近的“${label}”处理。`,
  'class-column': ({ table, printed, name, found, wanted }) =>
    `${table}${printed}“${name}”的金额列在“${found}”，一般应列“${wanted}”。`,
  'row-twice': ({ table, printed, name, rows }) =>
    `${table}${printed}“${name}”在第${list(rows)}行重复出现，都有金额。请合并或核对编码。`,
  'row-orphan': ({ table, printed, name, parent }) =>
    `${table}${printed}“${name}”没有上级科目${parent}这一行，其他科目都列了上级。`,
  'row-absent': ({ table, rows, children, amount, moneyUnit, fillable, totals }) => {
    const names = nameList(rows.map(({ code, name }) => `${code}${name}`));
    const sum = amount === undefined ? '' : `合计${money(amount, moneyUnit)}`;
    const left = totals === undefined ? '' : '，合计行也没有计入';
    const after = fillable ? '可用fill补上' : '请补上';
    const how = totals === undefined ? after : `${after}，再改合计`;
    return `${table}缺${names}这${rows.length > 1 ? rows.length : '一'}行，下级${children}项${sum}${left}；${how}。`;
  },
  'name-differs': ({ printed, names }) =>
    `编码${printed}的名称不一致：${names.map(({ name, tables }) => `${shortList(tables)}写“${name}”`).join('，')}。`,
  'name-blank': ({ names }) =>
    `${names.map(({ code, tables }) => `${code}（${shortList(tables)}）`).join('、')}没有写科目名称。`,
  'not-recalculated': ({ place: at, formula, count, stored }) => {
    const cells = `${place(at)}${count > 1 ? `等${count}格` : ''}的公式“=${formula}”`;
    return stored
      ? `${cells}超出能重算的范围，已按文件里存的数检查。`
      : `${cells}没有存结果，读不出数，没有检查。请用Excel打开并保存后再审核。`;
  },
} satisfies SentenceGroup;

const MOST_TABLES = 4;

function shortList(tables: readonly string[]): string {
  return tables.length > MOST_TABLES ? `${list(tables.slice(0, MOST_TABLES))}等${tables.length}处` : list(tables);
}
