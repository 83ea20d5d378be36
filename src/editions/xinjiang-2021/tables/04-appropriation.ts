import type { Table } from '../../../engine/edition/edition';
import { classList } from '../class-list';

export const table4 = {
  id: '表四',
  role: '拨款总',
  title: '财政拨款收支预算总体情况表',
  aliases: ['财政拨款收支总体情况表', '财政拨款收支总表', '财政拨款收支预算总表', '部门财政拨款收支总表'],
  moneyUnit: '万元',
  decimals: 2,
  scope: { fund: '财政拨款' },
  print: {
    caption: '表四：',
    department: '编制部门：{department}',
    emptyNote: '备注：{department}{year}年没有安排财政拨款收支预算，本表为空表。',
  },
  blocks: [
    {
      under: ['财政拨款收入', '收入'],
      scope: { flow: '收入' },
      keys: [{ key: 'label', headers: ['项目'] }],
      rows: [
        // 财政拨款（补助） and 收入总计 cover the same in this table: the fund is the table's own scope.
        { label: '财政拨款（补助）', aliases: ['财政拨款', '财政拨款收入'], scope: {} },
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
        { total: ['收入总计', '收入合计', '总计'] },
      ],
      columns: [{ header: '合计', aliases: ['预算数', '金额'] }],
    },
    {
      under: ['财政拨款支出', '支出'],
      scope: { flow: '支出' },
      keys: [{ key: 'code', headers: ['功能分类', '支出功能分类', '功能分类科目'], system: 'functional' }],
      rows: [{ tree: 'functional', levels: ['类'], list: classList }, { total: ['支出总计', '支出合计', '总计'] }],
      columns: [
        { header: '合计', aliases: ['小计'] },
        { header: '一般公共预算', aliases: ['一般公共预算拨款'], scope: { fund: '一般公共预算' } },
        { header: '政府性基金预算', aliases: ['政府性基金预算拨款'], scope: { fund: '政府性基金预算' } },
        {
          header: '国有资本经营预算',
          aliases: ['国有资本经营预算拨款'],
          scope: { fund: '国有资本经营预算' },
          optional: true,
        },
      ],
    },
  ],
} as const satisfies Table;
