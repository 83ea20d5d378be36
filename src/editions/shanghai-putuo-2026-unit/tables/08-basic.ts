import type { Table } from '../../../engine/edition/edition';
import { economicKeys, personnelAndPublicUse, totalRow } from '../../shared/fragments';

export const table8 = {
  id: '表8',
  role: '基本',
  title: '预算单位一般公共预算基本支出部门预算经济分类预算表',
  aliases: ['单位一般公共预算基本支出部门预算经济分类预算表', '单位一般公共预算拨款基本支出明细表'],
  moneyUnit: '元',
  decimals: 2,
  scope: { flow: '支出', fund: '一般公共预算', kind: '基本支出' },
  blocks: [
    {
      under: ['一般公共预算基本支出'],
      keys: economicKeys,
      rows: [{ tree: 'economic', levels: ['类', '款'] }, totalRow],
      columns: personnelAndPublicUse,
    },
  ],
} as const satisfies Table;
