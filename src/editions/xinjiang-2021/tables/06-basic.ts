import type { Table } from '../../../engine/edition/edition';
import { economicKeys, personnelAndPublicUse, totalRow } from '../../shared/fragments';

export const table6 = {
  id: '表六',
  role: '基本',
  title: '一般公共预算基本支出情况表',
  aliases: ['一般公共预算基本支出表', '一般公共预算财政拨款基本支出表'],
  moneyUnit: '万元',
  decimals: 2,
  scope: { flow: '支出', fund: '一般公共预算', kind: '基本支出' },
  print: {
    caption: '表六：',
    department: '编制部门：{department}',
    emptyNote: '备注：{department}{year}年没有安排一般公共预算基本支出，本表为空表。',
  },
  blocks: [
    {
      under: ['一般公共预算基本支出'],
      keysUnder: '项目',
      keys: economicKeys,
      // This edition prints 款 only; where class rows stand all the same they are wholes like any other.
      rows: [{ tree: 'economic', levels: ['款'] }, totalRow],
      columns: personnelAndPublicUse,
    },
  ],
} as const satisfies Table;
