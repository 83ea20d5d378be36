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
  print: {
    caption: '表九：',
    department: '编制部门：{department}',
    emptyNote: '备注：{department}{year}年没有安排政府性基金预算支出，本表为空表。',
  },
  blocks: [
    {
      under: ['政府性基金预算支出'],
      keysUnder: '项目',
      keys: functionalKeys,
      rows: [{ tree: 'functional', levels: ['类', '款', '项'] }, totalRow],
      columns: basicAndProject,
    },
  ],
} as const satisfies Table;
