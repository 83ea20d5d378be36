import type { Table } from '../../../engine/edition/edition';

export const table1 = {
  id: '表1',
  role: '收支总',
  title: '预算单位财务收支预算总表',
  aliases: ['单位财务收支预算总表', '单位收支总表', '财务收支预算总表'],
  moneyUnit: '元',
  decimals: 2,
  scope: {},
  blocks: [
    {
      under: ['本年收入'],
      scope: { flow: '收入' },
      keys: [{ key: 'label', headers: ['项目'] }],
      rows: [
        { label: '财政拨款收入', aliases: ['财政拨款'], scope: { fund: '财政拨款' } },
        { label: '一般公共预算', scope: { fund: '一般公共预算' } },
        { label: '政府性基金预算', aliases: ['政府性基金'], scope: { fund: '政府性基金预算' } },
        { label: '国有资本经营预算', scope: { fund: '国有资本经营预算' } },
        { label: '事业收入', scope: { fund: '事业收入' } },
        { label: '事业单位经营收入', scope: { fund: '事业单位经营收入' } },
        { label: '其他收入', scope: { fund: '其他收入' } },
        { total: ['收入总计'] },
      ],
      columns: [{ header: '预算数' }],
    },
    {
      under: ['本年支出'],
      scope: { flow: '支出' },
      // The classes are printed by name, numbered, without their codes.
      keys: [{ key: 'code', headers: ['项目'], system: 'functional' }],
      rows: [{ tree: 'functional', levels: ['类'] }, { total: ['支出总计'] }],
      columns: [
        { header: '合计' },
        { header: '人员经费', under: ['基本支出'], scope: { kind: '人员经费' } },
        { header: '公用经费', under: ['基本支出'], scope: { kind: '公用经费' } },
        { header: '项目支出', scope: { kind: '项目支出' } },
      ],
    },
  ],
} as const satisfies Table;
