import type { Table } from '../../../engine/edition/edition';
import { functionalKeys, totalRow } from '../../shared/fragments';

export const table2 = {
  id: '表二',
  role: '收入总',
  title: '部门收入总体情况表',
  aliases: ['收入总体情况表', '部门收入总表', '收入总表', '部门收入预算总表', '部门收入预算总体情况表'],
  moneyUnit: '万元',
  decimals: 2,
  scope: { flow: '收入' },
  print: {
    caption: '表二：',
    department: '编制部门：{department}',
    landscape: true,
    emptyNote: '备注：{department}{year}年没有安排收入预算，本表为空表。',
  },
  blocks: [
    {
      keys: functionalKeys,
      rows: [{ tree: 'functional', levels: ['类', '款', '项'] }, totalRow],
      columns: [
        { header: '总计', aliases: ['合计'] },
        { header: '一般公共预算拨款', aliases: ['一般公共预算'], scope: { fund: '一般公共预算' } },
        { header: '政府性基金预算拨款', aliases: ['政府性基金预算'], scope: { fund: '政府性基金预算' } },
        {
          header: '财政专户（教育收费）',
          aliases: ['教育收费（财政专户）', '财政专户管理资金'],
          scope: { fund: '财政专户管理资金' },
        },
        {
          header: '国有资本经营预算',
          aliases: ['国有资本经营预算拨款'],
          scope: { fund: '国有资本经营预算' },
          optional: true,
        },
        { header: '事业收入', scope: { fund: '事业收入' } },
        { header: '上级补助收入', scope: { fund: '上级补助收入' }, optional: true },
        { header: '附属单位上缴收入', scope: { fund: '附属单位上缴收入' }, optional: true },
        { header: '事业单位经营收入', aliases: ['经营收入'], scope: { fund: '事业单位经营收入' } },
        { header: '单位其他资金收入', aliases: ['其他收入', '单位其他收入'], scope: { fund: '其他收入' } },
        { header: '上级专项收入', scope: { fund: '上级专项收入' }, optional: true },
        {
          header: '用事业基金弥补收支差额',
          aliases: ['使用非财政拨款结余'],
          scope: { fund: '用事业基金弥补收支差额' },
          optional: true,
        },
        // 总计 takes it in although 表一 prints no line for it.
        {
          header: '单位上年结余（不包含国库集中支付额度结余）',
          aliases: ['单位上年结余', '上年结余', '上年结转'],
          scope: { fund: '上年结余' },
          optional: true,
        },
      ],
    },
  ],
} as const satisfies Table;
