import type { Dimension } from '../../engine/edition/edition';

/** Whether money comes in or goes out. */
export const flow = {
  id: 'flow',
  label: '收支',
  kind: 'members',
  whole: [],
  members: [{ is: '收入' }, { is: '支出' }],
} as const satisfies Dimension;

/**
 * Where the money comes from. Revenue and expenditure share it, so that what a fund brings in can be compared with what
 * it pays for. Its members are those of the revenue classification of department budgets (部门预算收入分类).
 */
export const fund = {
  id: 'fund',
  label: '资金来源',
  kind: 'members',
  whole: [
    '财政拨款',
    '财政专户管理资金',
    '事业收入',
    '上级补助收入',
    '附属单位上缴收入',
    '事业单位经营收入',
    '其他收入',
    '上级专项收入',
    '用事业基金弥补收支差额',
    '上年结余',
    '财政拨款以外资金',
  ],
  members: [
    { is: '财政拨款', parts: ['一般公共预算', '政府性基金预算', '国有资本经营预算'] },
    { is: '一般公共预算' },
    { is: '政府性基金预算' },
    { is: '国有资本经营预算' },
    { is: '财政专户管理资金' },
    { is: '事业收入' },
    { is: '上级补助收入' },
    { is: '附属单位上缴收入' },
    { is: '事业单位经营收入' },
    { is: '其他收入' },
    { is: '上级专项收入' },
    { is: '用事业基金弥补收支差额' },
    { is: '上年结余' },
    // What a performance table sets beside the appropriation: everything that is not 财政拨款, undivided.
    { is: '财政拨款以外资金' },
  ],
} as const satisfies Dimension;

/** To run the institution or for set tasks; the first divided into people and public use. */
export const kind = {
  id: 'kind',
  label: '支出类型',
  kind: 'members',
  whole: ['基本支出', '项目支出'],
  members: [
    { is: '基本支出', parts: ['人员经费', '公用经费'] },
    { is: '人员经费' },
    { is: '公用经费' },
    { is: '项目支出' },
  ],
} as const satisfies Dimension;

/** The three public expenses: a view across the classifications, not a part of any of them. */
export const threePublic = {
  id: 'threePublic',
  label: '“三公”经费',
  kind: 'members',
  whole: [],
  members: [
    { is: '“三公”经费', parts: ['因公出国（境）费', '公务用车购置及运行费', '公务接待费'] },
    { is: '因公出国（境）费' },
    { is: '公务用车购置及运行费', parts: ['公务用车购置费', '公务用车运行费'] },
    { is: '公务用车购置费' },
    { is: '公务用车运行费' },
    { is: '公务接待费' },
    { is: '机关运行经费' },
  ],
} as const satisfies Dimension;

/** What the money is for: 类 · 款 · 项. */
export const functional = {
  id: 'functional',
  label: '功能科目',
  kind: 'code',
  system: 'functional',
} as const satisfies Dimension;

/** What it is spent on, in the department's view: 类 · 款. */
export const economic = {
  id: 'economic',
  label: '经济科目',
  kind: 'code',
  system: 'economic',
} as const satisfies Dimension;

export const project = { id: 'project', label: '项目', kind: 'open' } as const satisfies Dimension;
