import type { Form } from '../../engine/edition/edition';

/** 项目支出绩效目标表: one form a project. Its amounts stand inside text and are in 万元 whatever the tables' unit. */
export const performance = {
  id: '绩效',
  role: '绩效',
  title: '项目支出绩效目标表',
  aliases: ['绩效目标表', '项目绩效目标表'],
  except: ['整体'],
  moneyUnit: '万元',
  decimals: 2,
  scope: { flow: '支出', kind: '项目支出' },
  subject: { labels: ['项目名称'], dimension: 'project' },
  budgetUnit: { labels: ['预算单位', '项目单位', '实施单位'] },
  amounts: [
    { name: '年度资金总额', labels: ['年度资金总额', '年度预算总额'], scope: {} },
    { name: '财政拨款', labels: ['其中：财政拨款', '财政拨款'], scope: { fund: '财政拨款' } },
    { name: '其他资金', labels: ['其他资金'], scope: { fund: '财政拨款以外资金' } },
  ],
  indicators: {
    headers: { level1: '一级指标', level2: '二级指标', level3: '三级指标', value: '指标值' },
    timeliness: ['时效指标'],
    cost: ['成本指标'],
    required: [
      ['数量指标'],
      ['质量指标'],
      ['时效指标'],
      ['成本指标'],
      ['经济效益指标', '社会效益指标', '生态效益指标', '可持续影响指标'],
      ['满意度指标', '服务对象满意度指标'],
    ],
  },
  print: {
    year: '（{year}年）',
    funds: '项目资金（万元）',
    goal: '总体目标',
    goalHeader: '年度目标',
    indicators: '绩效指标',
    kinds: [
      { level1: '项目完成', level2: ['数量指标', '质量指标', '时效指标', '成本指标'] },
      { level1: '项目效益', level2: ['经济效益指标', '社会效益指标', '生态效益指标', '可持续影响指标'] },
      { level1: '满意度指标', level2: ['满意度指标'] },
    ],
  },
} as const satisfies Form;
