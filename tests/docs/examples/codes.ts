import type { Examples } from './example';
import { table5, table6 } from './forms';

const OFFICE = ["'201 | 一般公共服务支出 | 9.00 | 9.00", "'20103 | 政府办公厅（室）及相关机构事务 | 9.00 | 9.00"];

/** Codes and their names. */
export const codes: Examples = {
  'k-shape': {
    wrong: { 表五: table5("'2010301a | 行政运行 | 9.00 | 9.00") },
    mend: { '表五!A4': '2010301' },
  },
  'k-parent': {
    wrong: { 表五: table5(...OFFICE, "'2010401 | 行政运行 | 9.00 | 9.00") },
    mend: { '表五!A6': '2010301' },
  },
  'k-unknown': {
    wrong: { 表五: table5(...OFFICE, "'2010377 | 某某专项工作 | 9.00 | 9.00") },
    mend: { '表五!A6': '2010399', '表五!B6': '其他政府办公厅（室）及相关机构事务支出' },
  },
  'k-other-name': {
    wrong: { 表六: table6("'30299 | 其他支出 | 9.00 |  | 9.00") },
    mend: { '表六!B4': '其他商品和服务支出' },
  },
  'k-stale-name': {
    wrong: { 表五: table5("'207 | 文化体育与传媒支出 | 9.00 | 9.00") },
    mend: { '表五!B4': '文化旅游体育与传媒支出' },
  },
  'k-wrong-code': {
    wrong: { 表五: table5("'2210202 | 住房公积金 | 9.00 | 9.00") },
    mend: { '表五!A4': '2210201' },
  },
  'k-domain': {
    wrong: { 表五: table5("'30201 | 办公费 | 9.00 | 9.00") },
    mend: { '表五!A4': '2010301', '表五!B4': '行政运行' },
  },
  'k-leaf': {
    wrong: {
      表五: table5("'201 | 一般公共服务支出 | 9.00 | 9.00", "'20103 | 政府办公厅（室）及相关机构事务 | 9.00 | 9.00"),
    },
    mend: { '表五!A6': '2010301', '表五!B6': '行政运行', '表五!C6': 9, '表五!D6': 9 },
  },
};
