import type { Table } from '../../../engine/edition/edition';

export const table4 = {
  id: '表4',
  role: '拨款总',
  title: '预算单位财政拨款收支预算总表',
  aliases: ['单位财政拨款收支预算总表', '单位财政拨款收支总表'],
  moneyUnit: '元',
  decimals: 2,
  scope: { fund: '财政拨款' },
  blocks: [
    {
      under: ['财政拨款收入'],
      scope: { flow: '收入' },
      keys: [{ key: 'label', headers: ['项目'] }],
      rows: [
        { label: '一般公共预算', scope: { fund: '一般公共预算' } },
        { label: '政府性基金预算', aliases: ['政府性基金'], scope: { fund: '政府性基金预算' } },
        { label: '国有资本经营预算', scope: { fund: '国有资本经营预算' } },
        { total: ['收入总计'] },
      ],
      columns: [{ header: '预算数' }],
    },
    {
      under: ['财政拨款支出'],
      scope: { flow: '支出' },
      keys: [{ key: 'code', headers: ['项目'], system: 'functional' }],
      rows: [{ tree: 'functional', levels: ['类'] }, { total: ['支出总计'] }],
      columns: [
        { header: '合计' },
        { header: '一般公共预算', scope: { fund: '一般公共预算' } },
        { header: '政府性基金预算', scope: { fund: '政府性基金预算' } },
        { header: '国有资本经营预算', scope: { fund: '国有资本经营预算' } },
      ],
    },
  ],
} as const satisfies Table;
