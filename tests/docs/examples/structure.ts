import type { SheetLines } from '../../notation';
import type { Examples } from './example';
import { table1, table2, table3, table4, table5, table6, table7, table8, table9 } from './forms';

const ROW = "'2010301 | 行政运行 | 90.00 | 90.00";
const TOTAL = ' | 合计 | 90.00 | 90.00';

const WITH_FORMULAS = ["'2010301 | 行政运行 | =D4+E4 → 90.00 | 90.00", "'2010350 | 事业运行 | =D5+E5 → 10.00 | 10.00"];

const GENERAL = '一般公共预算支出情况表';
const HEADER = '功能分类科目编码 | 功能分类科目名称 | 合计 | 基本支出 | 项目支出';

const lines = (...rows: readonly string[]): SheetLines => rows;

const NONE_OF_FUNDS = '注：本部门没有政府性基金预算，本表为空表。';
const ALL_BUT_9 = {
  表一: table1(),
  表二: table2(),
  表三: table3(),
  表四: table4(),
  表五: table5(ROW, TOTAL),
  表六: table6(),
  表七: table7(),
  表八: table8(),
};

/** What a workbook should hold, and cells that are not what they look like. */
export const structure: Examples = {
  's-table-missing': {
    wrong: ALL_BUT_9,
    mended: { ...ALL_BUT_9, 表九: table9(NONE_OF_FUNDS) },
    shows: [],
    how: '补上“政府性基金预算支出情况表”；没有数的，在表下注明为空表。',
  },
  's-table-twice': {
    wrong: { 表五: table5(ROW, TOTAL), 表五副本: table5(ROW, TOTAL) },
    mended: { 表五: table5(ROW, TOTAL) },
    how: '删去“表五副本”。',
  },
  's-title': {
    wrong: { 表五: lines('一般公共预算支岀情况表', '单位：万元', HEADER, ROW, TOTAL) },
    mend: { '表五!A1': GENERAL },
  },
  's-title-year': {
    wrong: {
      表三: lines('2021年部门支出总体情况表', '单位：万元', HEADER, ROW, TOTAL),
      表五: lines('2021年一般公共预算支出情况表', '单位：万元', HEADER, ROW, TOTAL),
      表九: lines('2020年政府性基金预算支出情况表', '单位：万元', HEADER, NONE_OF_FUNDS),
    },
    mend: { '表九!A1': '2021年政府性基金预算支出情况表' },
  },
  's-unit-missing': {
    wrong: { 表五: lines(GENERAL, HEADER, ROW, TOTAL) },
    mended: { 表五: table5(ROW, TOTAL) },
    how: '在表名下补一行“单位：万元”。',
  },
  's-unit-mixed': {
    wrong: {
      表三: table3(ROW, TOTAL),
      表五: lines(
        GENERAL,
        '单位：元',
        HEADER,
        "'2010301 | 行政运行 | 900000.00 | 900000.00",
        ' | 合计 | 900000.00 | 900000.00',
      ),
    },
    mended: { 表三: table3(ROW, TOTAL), 表五: table5(ROW, TOTAL) },
    how: '表五换算成万元，并改注“单位：万元”。',
  },
  's-unit-foreign': {
    wrong: {
      表五: lines(GENERAL, '单位：千元', HEADER, "'2010301 | 行政运行 | 900.00 | 900.00", ' | 合计 | 900.00 | 900.00'),
    },
    mended: { 表五: table5(ROW, TOTAL) },
    how: '换算成万元，并改注“单位：万元”。',
  },
  's-unit-suffix': {
    wrong: { 表五: table5("'2010301 | 行政运行 | 900000元 | 90.00", TOTAL) },
    mend: { '表五!C4': 90 },
  },
  's-department': {
    wrong: {
      表三: lines('部门支出总体情况表', '编制部门：云州市人民政府办公室 |  |  |  | 单位：万元', HEADER, ROW, TOTAL),
      表五: lines(GENERAL, '编制部门：云州市政府办公室 |  |  |  | 单位：万元', HEADER, ROW, TOTAL),
    },
    mend: { '表五!A2': '编制部门：云州市人民政府办公室' },
  },
  's-column-missing': {
    wrong: { 表五: lines(GENERAL, '单位：万元', '功能分类科目编码 | 功能分类科目名称 | 合计 | 基本支出', ROW, TOTAL) },
    mend: { '表五!E3': '项目支出' },
  },
  's-column-unread': {
    wrong: { 表五: lines(GENERAL, '单位：万元', `${HEADER} | 上年预算`, `${ROW} |  | 85.00`, TOTAL) },
    mend: { '表五!F3': null, '表五!F4': null },
  },
  's-total-row': {
    wrong: { 表五: table5(ROW) },
    mend: { '表五!B5': '合计', '表五!C5': 90, '表五!D5': 90 },
  },
  's-row-unread': {
    wrong: { 表五: table5(ROW, ' |  | 12.00 | 12.00', TOTAL) },
    mend: { '表五!C5': null, '表五!D5': null },
  },
  's-label-near': {
    wrong: { 表一: table1('一般公共预算 | 90.00', '国有资本经营预算预算 | 5.00') },
    mend: { '表一!A6': '国有资本经营预算' },
  },
  's-empty-note': {
    wrong: { 表五: table5(ROW, TOTAL), 表九: table9(' | 合计') },
    mend: { '表九!A5': NONE_OF_FUNDS },
  },
  's-empty-contradiction': {
    wrong: {
      表九: table9("'2120801 | 征地和拆迁补偿支出 | 12.50 |  | 12.50", ' | 合计 | 12.50 |  | 12.50', NONE_OF_FUNDS),
    },
    mend: { '表九!A6': null },
  },
  's-empty-wrong': {
    wrong: { 表五: table5(ROW, TOTAL), 表九: table9(' | 合计', '注：本部门没有国有资本经营预算，本表为空表。') },
    mend: { '表九!A5': NONE_OF_FUNDS },
  },
  's-placeholder': {
    wrong: { 表七: table7("'2010399 | 其他政府办公厅（室）及相关机构事务支出 | XX项目 | 90.00 |  | 90.00") },
    mend: { '表七!C4': '群众工作经费' },
  },
  's-hidden': {
    wrong: {
      表五: {
        lines: [GENERAL, '单位：万元', HEADER, ROW, "'2010350 | 事业运行 | 10.00 | 10.00", ' | 合计 | 100.00 | 100.00'],
        hiddenRows: ['5'],
      },
    },
    mended: { 表五: table5(ROW, "'2010350 | 事业运行 | 10.00 | 10.00", ' | 合计 | 100.00 | 100.00') },
    how: '取消隐藏第5行。',
  },
  's-formula-error': {
    wrong: { 表五: table5(ROW, ' | 合计 | =SUM(#REF!) → #REF! | 90.00') },
    mend: { '表五!C5': 90 },
  },
  's-external-link': {
    wrong: { 表五: table5(ROW, ' | 合计 | =[底稿.xlsx]表五!C9 → 90.00 | 90.00') },
    mend: { '表五!C5': 90 },
  },
  's-not-recalculated': {
    wrong: { 表五: table5(ROW, ' | 合计 | =SUMIF(底稿!A:A,"合计",底稿!B:B) ?→ 90.00 | 90.00') },
    mend: { '表五!C5': 90 },
  },
  's-typed-total': {
    wrong: { 表五: table5(...WITH_FORMULAS, ' | 合计 | =C4+C5 → 100.00 | 100.00') },
    mended: { 表五: table5(...WITH_FORMULAS, ' | 合计 | =C4+C5 → 100.00 | =D4+D5 → 100.00') },
  },
  's-text-number': {
    wrong: { 表五: table5("'2010301 | 行政运行 | '90.00\u3000 | 90.00", TOTAL) },
    mend: { '表五!C4': 90 },
  },
  's-not-number': {
    wrong: { 表五: table5("'2010301 | 行政运行 | 待定 | 90.00", TOTAL) },
    mend: { '表五!C4': 90 },
  },
  's-hidden-precision': {
    wrong: { 表五: table5("'2010301 | 行政运行 | 90.00 | 90.00", TOTAL) },
    stored: { '表五!D4': 90.0049 },
    mend: { '表五!D4': 90 },
    how: '表五!D4存的是90.0049，只显示90.00；改存90.00。',
  },
  's-negative': {
    wrong: {
      表五: table5(
        "'2010399 | 其他政府办公厅（室）及相关机构事务支出 | -3.50 |  | -3.50",
        ' | 合计 | -3.50 |  | -3.50',
      ),
    },
    mend: { '表五!C4': 3.5, '表五!E4': 3.5, '表五!C5': 3.5, '表五!E5': 3.5 },
  },
  's-order-codes': {
    wrong: { 表五: table5("'2010399 | 其他政府办公厅（室）及相关机构事务支出 | 10.00 |  | 10.00", ROW) },
    mended: { 表五: table5(ROW, "'2010399 | 其他政府办公厅（室）及相关机构事务支出 | 10.00 |  | 10.00") },
    how: '按编码从小到大重排。',
  },
};
