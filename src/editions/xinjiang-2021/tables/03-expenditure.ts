import type { Table } from '../../../engine/edition/edition';
import { basicAndProject, functionalKeys, totalRow } from '../../shared/fragments';

export const table3 = {
  id: '表三',
  role: '支出总',
  title: '部门支出总体情况表',
  aliases: ['支出总体情况表', '部门支出总表', '支出总表', '部门支出预算总表', '部门支出预算总体情况表'],
  moneyUnit: '万元',
  decimals: 2,
  scope: { flow: '支出' },
  print: {
    caption: '表三：',
    department: '编制部门：{department}',
    emptyNote: '备注：{department}{year}年没有安排支出预算，本表为空表。',
  },
  blocks: [
    {
      under: ['支出预算'],
      keysUnder: '项目',
      keys: functionalKeys,
      rows: [{ tree: 'functional', levels: ['类', '款', '项'] }, totalRow],
      columns: basicAndProject,
    },
  ],
} as const satisfies Table;
