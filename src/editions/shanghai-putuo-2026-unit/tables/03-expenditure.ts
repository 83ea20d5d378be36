import type { Table } from '../../../engine/edition/edition';
import { basicAndProject, functionalKeys, totalRow } from '../../shared/fragments';

export const table3 = {
  id: '表3',
  role: '支出总',
  title: '预算单位支出预算总表',
  aliases: ['单位支出预算总表', '单位支出总表'],
  moneyUnit: '元',
  decimals: 2,
  scope: { flow: '支出' },
  blocks: [
    {
      under: ['支出预算'],
      keys: functionalKeys,
      rows: [{ tree: 'functional', levels: ['类', '款', '项'] }, totalRow],
      columns: basicAndProject,
    },
  ],
} as const satisfies Table;
