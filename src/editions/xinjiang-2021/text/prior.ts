import type { AskedPrior } from '../../../engine/edition/text';

/** Last year's figures with which the sections compare; the rest follows from them. */
export const prior = [
  { table: '表一', rows: 'labels', columns: ['预算数'] },
  { table: '表三', rows: 'total', columns: ['合计', '基本支出', '项目支出'] },
  { table: '表五', rows: 'total', columns: ['合计', '基本支出', '项目支出'] },
  { table: '表五', rows: '项', columns: ['合计'] },
  {
    table: '表八',
    rows: 'total',
    columns: ['合计', '因公出国（境）费', '公务用车购置费', '公务用车运行费', '公务接待费'],
  },
  { table: '表九', rows: 'total', columns: ['合计', '基本支出', '项目支出'] },
  { table: '表九', rows: '项', columns: ['合计'] },
] as const satisfies readonly AskedPrior[];
