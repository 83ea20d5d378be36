import { nameList, place } from '../../words/phrases-zh-CN';
import type { SentenceGroup } from '../sentences';

/** Why a check could not be run, and why a sheet was not recognised. How many checks it concerns is said in front of it. */
export const unchecked = {
  'unchecked-columns': ({ table, headers }) => `${table}缺${nameList(headers)}列。`,
  'unchecked-cell': ({ place: at, raw }) => `${place(at)}填的是“${raw}”，读不出金额。`,
  'unchecked-open': ({ table }) => `${table}有写着“待填”的格。`,
  'unchecked-row': ({ table, row }) => `${table}缺“${row}”行。`,
  'unchecked-rows': ({ table, rows }) =>
    `${table}第${rows.slice(0, 5).join('、')}行${rows.length > 5 ? `等${rows.length}行` : ''}有金额，但认不出是什么科目。`,
  'unchecked-table': ({ title }) => `没有找到“${title}”。`,
  'sheet-unknown': ({ nearest, missing }) => {
    if (nearest === undefined) return '不像所知的任何一张预算表。';
    return `最接近“${nearest}”${missing.length > 0 ? `，缺${nameList(missing)}` : ''}。`;
  },
  'workbook-blank': ({ tables }) => `认出${tables}张表，都还没有填数：这是空白模板，没有可检查的数字。`,
  'sheet-ledger': () => '是台账，不是公开表：用budget compile由它编制各表时逐行检查。',
  'sheet-no-table': ({ blank }) => (blank ? '是空白工作表。' : '只有文字，没有表格。'),
} satisfies SentenceGroup;
