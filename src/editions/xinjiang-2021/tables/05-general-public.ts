import type { Table } from '../../../engine/edition/edition';
import { basicAndProject, functionalKeys, totalRow } from '../../shared/fragments';

export const table5 = {
  id: '表五',
  role: '一般',
  title: '一般公共预算支出情况表',
  aliases: ['一般公共预算支出表', '一般公共预算财政拨款支出表'],
  moneyUnit: '万元',
  decimals: 2,
  scope: { flow: '支出', fund: '一般公共预算' },
  print: {
    caption: '表五：',
    department: '编制部门：{department}',
    emptyNote: '备注：{department}{year}年没有安排一般公共预算支出，本表为空表。',
  },
  blocks: [
    {
      under: ['一般公共预算支出'],
      keysUnder: '项目',
      keys: functionalKeys,
      rows: [{ tree: 'functional', levels: ['类', '款', '项'] }, totalRow],
      columns: basicAndProject,
    },
  ],
} as const satisfies Table;
