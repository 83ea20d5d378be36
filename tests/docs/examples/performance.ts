import type { Examples } from './example';
import { form, INDICATORS, table7 } from './forms';

const PROJECT = '群众文化活动';

/** The indicators with other lines in the place of those that begin like them (up to the third bar). */
function indicators(kind: string, line: string): readonly string[] {
  return INDICATORS.map((old) => (old.includes(kind) ? line : old));
}

/** Performance tables. */
export const performance: Examples = {
  'p-funds': {
    wrong: { 绩效: form(PROJECT, '50', '40') },
    mend: { '绩效!B6': '其中：财政拨款：50' },
  },
  'p-amount': {
    wrong: { 表七: table7("'2070109 | 群众文化 | 群众文化活动 | 50.00 |  | 50.00"), 绩效: form(PROJECT, '40', '40') },
    mend: { '绩效!B5': '年度资金总额：50', '绩效!B6': '其中：财政拨款：50' },
  },
  'p-blank': {
    wrong: { 绩效: form(PROJECT, '', '') },
    mend: { '绩效!B5': '年度资金总额：40', '绩效!B6': '其中：财政拨款：40' },
  },
  'p-life': {
    wrong: {
      绩效: form(
        PROJECT,
        '180',
        '180',
        ' | 实施期资金总额：180',
        ' | 项目完成 | 时效指标 | 起止时间 | 2021年1月至2023年12月',
      ),
    },
    mend: { '绩效!B5': '年度资金总额：60', '绩效!B6': '其中：财政拨款：60' },
  },
  'p-dates': {
    wrong: { 绩效: form(PROJECT, '40', '40', ...indicators('时效指标', ' |  | 时效指标 | 完成时间 | 2020年12月31日')) },
    mend: { '绩效!E12': '2021年12月31日' },
  },
  'p-kinds': {
    wrong: { 绩效: form(PROJECT, '40', '40', ...INDICATORS.filter((line) => !line.includes('满意度指标'))) },
    mended: { 绩效: form(PROJECT, '40', '40') },
    how: '补上满意度指标一行。',
  },
  'p-value': {
    wrong: { 绩效: form(PROJECT, '40', '40', ...indicators('质量指标', ' |  | 质量指标 | 活动完成率')) },
    mend: { '绩效!E11': '≥95%' },
  },
  'p-cost': {
    wrong: { 绩效: form(PROJECT, '40', '40', ...indicators('成本指标', ' |  | 成本指标 | 项目总成本 | ≤80万元')) },
    mend: { '绩效!E13': '≤40万元' },
  },
  'p-operator': {
    wrong: {
      绩效: form(PROJECT, '40', '40', ...indicators('满意度指标', ' | 满意度指标 | 满意度指标 | 观众满意度 | ≤90%')),
    },
    mend: { '绩效!E15': '≥90%' },
  },
  'p-copied': {
    wrong: { 绩效: form(PROJECT, '40', '40'), 绩效2: form('机场设施租用费', '60', '60') },
    mend: { '绩效2!B8': '租用机场要客服务设施，为公务来宾提供候机、安检和引导服务。' },
  },
};
