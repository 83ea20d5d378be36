import { amountText, signedText } from '../words/amounts';
import type { AskedSheetWords } from './words';

export const askedSheetsZhCN: AskedSheetWords = {
  notes: '批注',
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
    renamed: (project, group) =>
      `现在没有用到，原样保留。如果项目改名为“${project}”，把“类别”改为“${group}”，再编一次就接着用`,
  },
  reasons: {
    name: '增减原因',
    guide:
      '只写“主要原因是”之后的话。状态是“数字变了，请核对”的，看原因还对不对，改好或核对过以后把状态改为“已填”（或清空）。',
    formerGuides: ['只写“主要原因是”之后的话。'],
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
    changed: (now, before) => `数字变了，请核对（原来本年${now}，上年${before}）`,
    notUsed: '不再需要，保留',
  },
  explanations: {
    name: '审核说明',
    guide: '写明原因后不再计入；数字变了会重新提示。“说明”“姓名”“日期”可改，其余由本工具填写。',
    headers: {
      id: '编号',
      place: '位置',
      problem: '问题',
      figures: '说明时数值',
      reason: '说明',
      name: '姓名',
      date: '日期',
      status: '状态',
      code: '核对码',
    },
    figures: ({ actual, expected, difference }) =>
      [
        ...(actual === undefined ? [] : [`现为${amountText(actual)}`]),
        ...(expected === undefined ? [] : [`应为${amountText(expected)}`]),
        ...(difference === undefined ? [] : [`差额${signedText(difference)}`]),
      ].join('；'),
    status: { explained: '已说明', changed: '数字变了，请核对', gone: '已不再提示', open: '待说明' },
  },
  prior: {
    name: '上年数',
    guide:
      '照上年公开数填，没有的填0；读入上年文件时自动填，来源列注明。来源是台账工作表名的，跟着台账变，要用自己的数，把来源改成别的。',
    formerGuides: [
      '照上年公开数填；读入上年文件时自动填，来源列注明。来源是台账工作表名的，跟着台账变，要用自己的数，把来源改成别的。',
      '照上年公开数填；读入上年文件时自动填，来源列注明。',
      '照上年公开数填；读入上年文件时自动填，来源列注明。来源写“台账”的跟着台账变，要用自己的数，把来源改成别的。',
    ],
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
    from: (file, code) => (code === undefined ? file : `${file}，原编码${code}`),
    differs: (file, amount) => `${file}为${amount}`,
    open: '待填',
  },
  ledger: {
    name: '台账',
    guide: '一行一笔，只填蓝底格；编码带出名称，九张表由此生成。金额单位：万元。',
    headers: {
      functional: '功能科目',
      functionalName: '名称',
      kind: '支出类型',
      economic: '经济科目',
      economicName: '名称',
      project: '项目名称',
      fund: '资金来源',
      now: '本年',
      before: '上年',
      remark: '备注',
      check: '检查',
    },
    prompts: {
      functional: '填7位的项级编码，如2010301',
      kind: '基本支出或项目支出；人员、公用按经济科目自动分',
      economic: '填5位的款级编码，如30201；项目支出可只填3位',
      fund: '钱从哪里来；上年数为另一种资金的分两行填',
    },
  },
  codes: {
    name: '科目表',
    guide: '台账下拉和带出名称用的编码。这里没有的编码也可以用；想带出名称的，在各列末尾的蓝底格补上编码和名称。',
    functional: '功能科目',
    economic: '经济科目',
    codeName: '名称',
  },
};
