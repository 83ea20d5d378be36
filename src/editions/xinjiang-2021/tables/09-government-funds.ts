import type { Table } from '../../../engine/edition/edition';
import { basicAndProject, functionalKeys, totalRow } from '../../shared/fragments';

export const table9 = {
  id: '表九',
  role: '基金',
  title: '政府性基金预算支出情况表',
  aliases: ['政府性基金预算支出表', '政府性基金预算财政拨款支出表'],
  moneyUnit: '万元',
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
