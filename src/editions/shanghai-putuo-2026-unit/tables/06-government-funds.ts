import type { Table } from '../../../engine/edition/edition';
import { basicAndProject, functionalKeys, totalRow } from '../../shared/fragments';

export const table6 = {
  id: '表6',
  role: '基金',
  title: '预算单位政府性基金预算支出功能分类预算表',
  aliases: ['单位政府性基金预算支出功能分类预算表', '单位政府性基金拨款表'],
  moneyUnit: '元',
  decimals: 2,
  scope: { flow: '支出', fund: '政府性基金预算' },
  blocks: [
    {
      under: ['政府性基金预算支出'],
      keys: functionalKeys,
      rows: [{ tree: 'functional', levels: ['类', '款', '项'] }, totalRow],
      columns: basicAndProject,
    },
  ],
} as const satisfies Table;
