import type { Table } from '../../../engine/edition/edition';
import { basicAndProject, functionalKeys, totalRow } from '../../shared/fragments';

export const table7 = {
  id: '表7',
  role: '国资',
  title: '预算单位国有资本经营预算支出功能分类预算表',
  aliases: ['单位国有资本经营预算支出功能分类预算表', '单位国有资本经营预算拨款表'],
  moneyUnit: '元',
  decimals: 2,
  scope: { flow: '支出', fund: '国有资本经营预算' },
  blocks: [
    {
      under: ['国有资本经营预算支出'],
      keys: functionalKeys,
      rows: [{ tree: 'functional', levels: ['类', '款', '项'] }, totalRow],
      columns: basicAndProject,
    },
  ],
} as const satisfies Table;
