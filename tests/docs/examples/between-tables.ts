import type { Examples } from './example';
import { form, table1, table2, table3, table4, table5, table6, table7, table8, table9 } from './forms';

const ROW = "'201 | 一般公共服务支出";

/** Between tables. */
export const betweenTables: Examples = {
  'same-scope': {
    wrong: { 表四: table4('财政拨款（补助） | 100.00', '收入总计 | 110.00') },
    mend: { '表四!B6': 100 },
  },
  'c-income-total': {
    wrong: { 表一: table1('收入总计 | 100.00'), 表二: table2(' | 合计 | 110.00 | 110.00') },
    mend: { '表二!C4': 100, '表二!D4': 100 },
  },
  'c-income-source': {
    wrong: { 表一: table1('单位其他资金收入 | 38.50'), 表二: table2(' | 合计 | 38.50 |  |  |  | 38.50') },
    mend: { '表二!G4': null, '表二!I4': 38.5 },
  },
  'c-grant-income': {
    wrong: { 表一: table1('一般公共预算 | 100.00'), 表四: table4('一般公共预算 | 120.00') },
    mend: { '表四!B5': 100 },
  },
  'c-grant-column': {
    wrong: { 表二: table2(' | 合计 | 100.00 | 100.00'), 表四: table4('一般公共预算 | 120.00') },
    mend: { '表四!B5': 100 },
  },
  'c-expense-total': {
    wrong: { 表一: table1(' |  | 支出总计 | 1308.75'), 表三: table3(' | 合计 | 1326.75 | 1326.75') },
    mend: { '表三!C4': 1308.75, '表三!D4': 1308.75 },
  },
  'c-expense-class': {
    wrong: { 表一: table1(' |  | 201 一般公共服务支出 | 80.00'), 表三: table3(`${ROW} | 90.00 | 90.00`) },
    mend: { '表一!D5': 90 },
  },
  'c-grant-general': {
    wrong: { 表四: table4(' |  | 201 一般公共服务支出 | 80.00 | 80.00'), 表五: table5(`${ROW} | 90.00 | 90.00`) },
    mend: { '表四!D5': 90, '表四!E5': 90 },
  },
  'c-grant-fund': {
    wrong: {
      表四: table4(' |  | 212 城乡社区支出 | 80.00 |  | 80.00'),
      表九: table9("'212 | 城乡社区支出 | 90.00 |  | 90.00"),
    },
    mend: { '表四!D5': 90, '表四!F5': 90 },
  },
  'c-basic': {
    wrong: { 表五: table5(' | 合计 | 90.00 | 90.00'), 表六: table6(' | 合计 | 80.00 | 60.00 | 20.00') },
    mend: { '表六!C4': 90, '表六!D4': 70 },
  },
  'c-project': {
    wrong: { 表五: table5(' | 合计 | 157.00 |  | 157.00'), 表七: table7(' | 合计 |  | 174.00 |  | 174.00') },
    mend: { '表七!D4': 157, '表七!F4': 157 },
  },
  'c-income-expense-row': {
    wrong: { 表二: table2(`${ROW} | 80.00 | 80.00`), 表三: table3(`${ROW} | 90.00 | 90.00`) },
    mend: { '表二!C4': 90, '表二!D4': 90 },
  },
  'c-part-of-all': {
    wrong: { 表三: table3(`${ROW} | 80.00 | 80.00`), 表五: table5(`${ROW} | 90.00 | 90.00`) },
    mend: { '表三!C4': 90, '表三!D4': 90 },
  },
  'c-sangong-floor': {
    wrong: {
      表六: table6("'30217 | 公务接待费 | 2.00 |  | 2.00"),
      表八: table8('1.20 |  |  |  |  | 1.20', '1.20 |  |  |  |  | 1.20', '0.00'),
    },
    mend: { '表八!A5': 2, '表八!A6': 2, '表八!F5': 2, '表八!F6': 2 },
  },
  'c-performance-total': {
    wrong: { 表五: table5(' | 合计 | 50.00 |  | 50.00'), 绩效: form('群众文化活动', '40', '40') },
    mend: { '绩效!B5': '年度资金总额：50', '绩效!B6': '其中：财政拨款：50' },
  },
  'c-performance-project': {
    wrong: {
      表七: table7("'2070109 | 群众文化 | 群众文化活动 | 40.00 |  | 40.00"),
      绩效: form('群众文化活动', '40', '40'),
      绩效2: form('机场设施租用费', '60', '60'),
    },
    mend: {
      '表七!A5': '2010399',
      '表七!B5': '其他政府办公厅（室）及相关机构事务支出',
      '表七!C5': '机场设施租用费',
      '表七!D5': 60,
      '表七!F5': 60,
    },
  },
  'c-name': {
    wrong: {
      表三: table3("'2010377 | 政务信息工作 | 9.00 |  | 9.00"),
      表五: table5("'2010377 | 政务信息化工作 | 9.00 |  | 9.00"),
    },
    mend: { '表五!B4': '政务信息工作' },
  },
};
