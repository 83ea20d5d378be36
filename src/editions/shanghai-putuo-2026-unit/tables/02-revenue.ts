import type { Table } from '../../../engine/edition/edition';
import { functionalKeys, totalRow } from '../../shared/fragments';

export const table2 = {
  id: '表2',
  role: '收入总',
  title: '预算单位收入预算总表',
  aliases: ['单位收入预算总表', '单位收入总表'],
  moneyUnit: '元',
  decimals: 2,
  scope: { flow: '收入' },
  blocks: [
    {
      under: ['收入预算'],
      keys: functionalKeys,
      rows: [{ tree: 'functional', levels: ['类', '款', '项'] }, totalRow],
      columns: [
        { header: '合计' },
        { header: '财政拨款收入', scope: { fund: '财政拨款' } },
        { header: '事业收入', scope: { fund: '事业收入' } },
        { header: '事业单位经营收入', scope: { fund: '事业单位经营收入' } },
        { header: '其他收入', scope: { fund: '其他收入' } },
      ],
    },
  ],
} as const satisfies Table;
