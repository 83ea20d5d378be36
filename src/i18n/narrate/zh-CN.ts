import { reasonAgainst } from '../findings/zh-CN/answers';
import type { NarrateWords } from './words';

const WANTED = {
  'yes-no': '请填“是”或“否”',
  whole: '应是整数，没有的填“无”',
  something: '这一项总是有的，请写明',
} as const;

const MOST_ROWS = 6;

const quoted = (rows: readonly string[]): string =>
  rows
    .slice(0, MOST_ROWS)
    .map((row) => `“${row}”`)
    .join('、') + (rows.length > MOST_ROWS ? '等' : '');

export const narrateZhCN: NarrateWords = {
  document: { contents: '目\u3000录' },
  errors: (count) => `表里还有${count}处错误没有改，文字照现在的数写。请先用budget check核对，改好后再写一次。`,
  written: (file, tables, forms, sections) =>
    `已写入${file}：${tables}张表${forms > 0 ? `，${forms}张绩效表` : ''}，情况说明${sections}部分。`,
  askWritten: (file, sheets) =>
    `已写入${file}：可在${sheets.map((sheet) => `“${sheet}”`).join('')}里填写，填好后再写一次。`,
  noText: (edition) => `${edition}只有表，还没有情况说明，写不出来。`,
  priorUnknown: '没有认出预算表，不能当上年文件用',
  priorLedger: '没有认出预算表，不能当上年文件用：这个文件是台账，请先用budget compile编出上年的表',
  priorYear: (file, year, needed) =>
    `--prior的${file}是${year}年度的，要的是${needed}年度的，这一次没有用它，上年数照“上年数”工作表。请换成${needed}年度的再写一次；是它表上的年度写错了的，先改好。`,
  wrongYear: (year, needed) =>
    `是${year}年度的，要的是${needed}年度的，没有填。请选${needed}年度的工作簿；是它表上的年度写错了的，先改好。`,
  priorDepartment: (theirs, own) =>
    `上年文件的部门是“${theirs}”，本年是“${own}”，仍用了它的数：是同一部门改了名的不用管，不是的请换文件。`,
  tableMissing: (title) => `没有找到“${title}”，文中标为待填。`,
  rounded: (place, count) =>
    count === 1
      ? `${place}的小数位比表里印的多，按四舍五入印出。`
      : `${place}等${count}处的小数位比表里印的多，按四舍五入印出。`,
  renumbered: (name, before, now) => `“${name}”上年编码${before}，今年${now}，按同一科目比较。`,
  renamed: (code, before, now) => `编码${code}上年称“${before}”，今年称“${now}”，按同一科目比较。`,
  against: reasonAgainst,
  apart: ({ year, section, about, whole, parts }) =>
    `${section}${year === 'before' ? '上年的' : ''}“${about}”是${whole}，各项之和是${parts}，文中照写，请核对。`,
  stale: (count, sheet) =>
    `${sheet}有${count}条是按原来的数写的，数字变了，请核对。改好、或看过不用改的，把“状态”改为“已填”：`,
  staleOne: (section, about) => `${section}“${about}”`,
  differing: (typed, told) => `填的是${typed}，上年文件是${told}；这一次按上年文件写，填的数没有动。`,
  priorLacks: (sheet, rows) =>
    `“${sheet}”里没有${quoted(rows)}这${rows.length === 1 ? '一' : rows.length}行：再编一次、或写说明时加--ask 填写.xlsx，就有了；也可以照旁边各行的写法自己补上。`,
  complete: '没有待填的内容。',
  open: (count, kinds) => `待填${count}处：${kinds.join('、')}`,
  kinds: {
    fact: (count) => `单位情况${count}`,
    reason: (count) => `增减原因${count}`,
    prior: (count) => `上年数${count}`,
    amount: (count) => `金额${count}`,
    name: (count) => `名称${count}`,
  },
  openForms: (count) => `绩效目标表${count}`,
  openForm: ({ project, sheet }, lacksGoal) =>
    `${project === '' ? `${sheet}（没有写项目名称）` : `绩效“${project}”`}的${lacksGoal ? '年度目标和指标' : '指标'}`,
  reason: ({ unread, section, about, now, before, difference, percent }) =>
    `${section} ${about}  本年${now} 上年${before} 增减${difference}${percent === undefined ? '' : ` ${percent}`}${unread === undefined ? '' : `，填的是“${unread}”，不算原因`}`,
  prior: (section, about, unread) =>
    about === ''
      ? `${section}的上年数`
      : unread === undefined
        ? `${section} ${about}的上年数（没有的填0）`
        : `${section} ${about}的上年数填的是“${unread}”，不是金额（没有的填0）`,
  amount: (section, about) => `${section} 表里没有“${about}”的数`,
  name: (section, about) => `${section} 表里没有“${about}”的名称`,
  fact: (about, unread, wanted) =>
    unread === undefined ? about : `${about}：填的是“${unread}”，${wanted ? WANTED[wanted] : '读不出来'}`,
  whereIn: (file) => `请在${file}里填写，再用它写一次。`,
  whereNone: '加--ask 填写.xlsx可生成供填写的工作簿。',
  whereNotYet: '前面没有单元格的原因，“增减原因”里还没有这一行：加--ask 填写.xlsx，或再编一次，就有了。',
  whereNames: (codes) => `${codes.join('、')}的名称：在“科目表”工作表（没有的加一张）写上编码和名称，文中照写。`,
  perhapsNew: (cell, label) =>
    `上年数一个也没有。是本年新设立的，${cell === undefined ? `“单位情况”的“${label}”` : `${cell}“${label}”`}填“是”，就不作上年比较，上年数都不用填。`,
  wherePrior: '有上年的工作簿时，加--prior 上年.xlsx带入上年数。',
};
