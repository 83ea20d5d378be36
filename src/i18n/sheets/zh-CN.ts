import type { AskedSheetWords } from './words';

export const askedSheetsZhCN: AskedSheetWords = {
  facts: {
    name: '单位情况',
    guide: '只填“内容”列；没有的填“无”，不要留空。',
    headers: {
      group: '类别',
      label: '事项',
      content: '内容',
      measure: '计量单位',
      usedIn: '用于',
      help: '怎么填',
    },
    yes: '是',
    no: '否',
    notUsed: '现在没有用到，原样保留',
  },
  reasons: {
    name: '增减原因',
    guide: '只写“主要原因是”之后的话。',
    headers: {
      number: '序号',
      section: '说明部分',
      about: '事项',
      now: '本年',
      before: '上年',
      difference: '增减额',
      percent: '增减%',
      reason: '主要原因',
      status: '状态',
    },
    open: '待填',
    answered: '已填',
    changed: '数字变了，请核对',
    notUsed: '不再需要，保留',
  },
  prior: {
    name: '上年数',
    guide: '照上年公开数填；读入上年文件时自动填，来源列注明。',
    headers: {
      table: '表',
      code: '编码',
      name: '名称',
      column: '口径',
      amount: '上年数',
      nowCode: '今年编码',
      from: '来源',
    },
    notUsed: '现在没有用到，原样保留',
  },
};
