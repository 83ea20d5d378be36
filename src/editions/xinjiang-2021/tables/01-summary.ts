import type { Table } from '../../../engine/edition/edition';
import { classList } from '../class-list';

export const table1 = {
  id: '表一',
  role: '收支总',
  title: '部门收支总体情况表',
  aliases: ['收支总体情况表', '部门收支总表', '收支总表', '部门收支预算总表', '部门收支预算总体情况表'],
  moneyUnit: '万元',
  decimals: 2,
  scope: {},
  print: {
    caption: '表一：',
    department: '编制部门：{department}',
    emptyNote: '备注：{department}{year}年没有安排收支预算，本表为空表。',
  },
  blocks: [
    {
      under: ['收入'],
      scope: { flow: '收入' },
      keys: [{ key: 'label', headers: ['项目'] }],
      rows: [
        { label: '财政拨款（补助）', aliases: ['财政拨款', '财政拨款收入'], scope: { fund: '财政拨款' } },
        {
          label: '一般公共预算',
          aliases: ['一般公共预算拨款', '一般公共预算拨款收入'],
          scope: { fund: '一般公共预算' },
        },
        {
          label: '政府性基金预算',
          aliases: ['政府性基金预算拨款', '政府性基金预算拨款收入'],
          scope: { fund: '政府性基金预算' },
        },
        {
          label: '国有资本经营预算',
          aliases: ['国有资本经营预算拨款', '国有资本经营预算拨款收入'],
          scope: { fund: '国有资本经营预算' },
        },
        {
          label: '教育收费（财政专户）',
          aliases: ['财政专户（教育收费）', '财政专户管理资金'],
          scope: { fund: '财政专户管理资金' },
        },
        { label: '事业收入', scope: { fund: '事业收入' } },
        { label: '上级补助收入', scope: { fund: '上级补助收入' } },
        { label: '附属单位上缴收入', scope: { fund: '附属单位上缴收入' } },
        { label: '事业单位经营收入', aliases: ['经营收入'], scope: { fund: '事业单位经营收入' } },
        { label: '单位其他资金收入', aliases: ['其他收入', '单位其他收入'], scope: { fund: '其他收入' } },
        { label: '上级专项收入', scope: { fund: '上级专项收入' } },
        { label: '用事业基金弥补收支差额', aliases: ['使用非财政拨款结余'], scope: { fund: '用事业基金弥补收支差额' } },
        {
          label: '上年结余',
          aliases: ['单位上年结余', '上年结转', '上年结转结余', '上年结余（结转）'],
          scope: { fund: '上年结余' },
          whereFilled: true,
        },
        { total: ['收入总计', '收入合计', '总计'] },
      ],
      columns: [{ header: '预算数', aliases: ['金额', '本年预算'] }],
    },
    {
      under: ['支出'],
      scope: { flow: '支出' },
      keys: [{ key: 'code', headers: ['功能分类', '支出功能分类', '功能分类科目'], system: 'functional' }],
      rows: [{ tree: 'functional', levels: ['类'], list: classList }, { total: ['支出总计', '支出合计', '总计'] }],
      columns: [{ header: '预算数', aliases: ['金额', '本年预算'] }],
    },
  ],
} as const satisfies Table;
