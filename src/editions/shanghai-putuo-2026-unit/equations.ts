import type { DeclaredEquation } from '../../engine/edition/edition';

export const equations = [
  {
    id: 'b-balance',
    says: '收入 = 支出',
    per: ['fund'],
    because: '每项支出都有资金来源，收支平衡',
    source: '《中华人民共和国预算法》第十二条',
    severity: 'error',
  },
  {
    id: 'c-income-expense-row',
    says: '收入 = 支出',
    per: ['fund'],
    each: ['functional'],
    because: '本版表格没有结转，按功能科目分列的收入等于该科目的支出',
    severity: 'warning',
  },
  {
    id: 'c-part-of-all',
    says: '支出 >= 支出·一般公共预算 + 支出·政府性基金预算 + 支出·国有资本经营预算',
    per: ['functional', 'kind'],
    because: '单位支出包含财政拨款的三本预算支出',
    severity: 'error',
  },
] as const satisfies readonly DeclaredEquation[];
