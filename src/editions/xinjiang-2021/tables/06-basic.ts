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
  blocks: [
    {
      under: ['一般公共预算基本支出'],
      keys: economicKeys,
      // This edition prints 款 only; where class rows stand all the same they are wholes like any other.
      rows: [{ tree: 'economic', levels: ['款'] }, totalRow],
      columns: personnelAndPublicUse,
    },
  ],
} as const satisfies Table;
