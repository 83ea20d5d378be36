import { ruleWords } from '../describe/rules';
import { placesZhCN } from '../words/places';
import type { AnnotateWords } from './words';

export const annotateZhCN: AnnotateWords = {
  sheetName: '审核结果',
  guide: '点位置跳到单元格；“处理情况”可填写，重新生成时保留。最后的编号列隐藏着，按它找回您填的，请勿删去。',
  reportGuide: '各文件的问题，错误多的在前；“处理情况”可填写。',
  headers: {
    file: '文件',
    number: '序号',
    severity: '程度',
    place: '位置',
    subject: '科目',
    problem: '问题',
    now: '现为',
    should: '应为',
    difference: '差额',
    basis: '依据',
    handling: '处理情况',
    id: '编号',
  },
  noteLine: (sign, word, sentence) => `${sign} ${word}：${sentence}`,
  symptomLine: (sign, cause, sentence) => `${sign} 由${cause}引起：${sentence}`,
  relatedLine: (sign, place, sentence) => `${sign} 同一原因，见${place}：${sentence}`,
  andPlaces: (address, count) => `${address}等${count}处`,
  basis: (rule, cells) => {
    const name = ruleWords[rule]?.name ?? rule;
    return cells === '' ? name : `${name}：${cells}`;
  },
  uncheckedProblem: (count, sentence) => `${count}项未检查：${sentence}`,
  gone: '已不再提示',
  explanation: ({ reason, name, date, holds }) => {
    const by = [name, date].filter((one) => one !== '').join('，');
    const said = reason.replace(/。+$/u, '');
    return holds ? `已说明：${said}${by === '' ? '' : `（${by}）`}。` : `说明过“${said}”，之后数字变了，请重新核对。`;
  },
  join: '',
  equations: {
    sheetName: '勾稽表',
    guide: '两边都是公式，随表变动；结果自动判断。增删行以后请重新生成。',
    headers: {
      number: '序号',
      kind: '类别',
      relation: '勾稽关系',
      left: '左边',
      right: '右边',
      difference: '差额',
      result: '结果',
      leftPlace: '左边位置',
      rightPlace: '右边位置',
      basis: '依据',
    },
    within: '表内',
    between: '表间',
    agrees: '√ 相符',
    rounding: '○ 尾差',
    differs: '× 不符',
    blank: '－ 空着',
    notChecked: '－ 未检查',
    tally: { agrees: '相符', differs: '不符' },
    sum: (names, of) => (of > names.length ? `${names.join('＋')}等${of}项之和` : names.join('＋')),
    place: placesZhCN.place,
    must: (rule) => /^[^。；]*/u.exec(ruleWords[rule]?.says ?? ruleWords[rule]?.name ?? rule)?.[0] ?? rule,
    noRow: (table) => `0（${table}没有这一行）`,
    fixed: (count) => `其中${count}个数写在文字里，不随表变动`,
    join: '；',
  },
  charts: {
    sheetName: '图表',
    guide: '数都是公式，随表变动，图跟着变；没有数的不画。出现新的科目或来源以后请重新生成。',
    name: '名称',
    thisYear: (year) => (year === undefined ? '本年' : `${year}年`),
    yearBefore: (year) => (year === undefined ? '上年' : `${year - 1}年`),
    total: '合计',
    title: (title) => `${title}，万元`,
  },
  text: {
    sheetName: '情况说明',
    guide: '由表中的数写成，黄底的还有待填；表改过以后请重新写入。',
    headers: { number: '序号', text: '说明', cells: '数据来源' },
  },
};
