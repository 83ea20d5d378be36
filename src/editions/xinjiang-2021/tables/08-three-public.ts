import type { Table } from '../../../engine/edition/edition';

export const table8 = {
  id: '表八',
  role: '三公',
  title: '一般公共预算“三公”经费支出情况表',
  aliases: ['一般公共预算“三公”经费支出表', '“三公”经费支出情况表', '“三公”经费预算情况表'],
  moneyUnit: '万元',
  decimals: 2,
  scope: { flow: '支出', fund: '一般公共预算', threePublic: '“三公”经费' },
  print: {
    caption: '表八：',
    department: '编制部门：{department}',
    emptyNote: '备注：{department}{year}年没有安排一般公共预算“三公”经费支出，本表为空表。',
  },
  blocks: [
    {
      keys: [],
      // The rows carry no label; the figures settle what they are.
      rows: [
        { ordinal: 1, name: '合计', scope: {} },
        { ordinal: 2, name: '基本支出', scope: { kind: '基本支出' } },
        { ordinal: 3, name: '项目支出', scope: { kind: '项目支出' } },
      ],
      columns: [
        { header: '合计' },
        { header: '因公出国（境）费', aliases: ['因公出国（境）费用'], scope: { threePublic: '因公出国（境）费' } },
        {
          header: '合计',
          aliases: ['小计'],
          under: ['公务用车购置及运行费', '公务用车购置及运行维护费'],
          scope: { threePublic: '公务用车购置及运行费' },
        },
        {
          header: '公务用车购置费',
          aliases: ['购置费'],
          printUnder: '公务用车购置及运行费',
          scope: { threePublic: '公务用车购置费' },
        },
        {
          header: '公务用车运行费',
          aliases: ['运行费', '公务用车运行维护费'],
          printUnder: '公务用车购置及运行费',
          scope: { threePublic: '公务用车运行费' },
        },
        { header: '公务接待费', scope: { threePublic: '公务接待费' } },
      ],
    },
  ],
} as const satisfies Table;
