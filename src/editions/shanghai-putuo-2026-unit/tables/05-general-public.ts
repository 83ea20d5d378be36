import type { Table } from '../../../engine/edition/edition';
import { basicAndProject, functionalKeys, totalRow } from '../../shared/fragments';

export const table5 = {
  id: '表5',
  role: '一般',
  title: '预算单位一般公共预算支出功能分类预算表',
  aliases: ['单位一般公共预算支出功能分类预算表', '单位一般公共预算拨款表'],
  moneyUnit: '元',
  decimals: 2,
  scope: { flow: '支出', fund: '一般公共预算' },
  blocks: [
    {
      under: ['一般公共预算支出'],
      keys: functionalKeys,
      rows: [{ tree: 'functional', levels: ['类', '款', '项'] }, totalRow],
      columns: basicAndProject,
    },
  ],
} as const satisfies Table;
