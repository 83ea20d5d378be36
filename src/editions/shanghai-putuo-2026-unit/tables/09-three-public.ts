import type { Table } from '../../../engine/edition/edition';

/** The one table of this edition in 万元; one row of figures, without a label. */
export const table9 = {
  id: '表9',
  role: '三公',
  title: '单位“三公”经费和机关运行经费预算表',
  aliases: ['预算单位“三公”经费和机关运行经费预算表', '单位“三公”经费和机关运行费预算表'],
  moneyUnit: '万元',
  decimals: 2,
  scope: { flow: '支出', fund: '财政拨款' },
  blocks: [
    {
      keys: [],
      rows: [{ ordinal: 1, name: '本单位', scope: {} }],
      columns: [
        { header: '合计', under: ['“三公”经费预算数'], scope: { threePublic: '“三公”经费' } },
        { header: '因公出国（境）费', scope: { threePublic: '因公出国（境）费' } },
        { header: '公务接待费', scope: { threePublic: '公务接待费' } },
        { header: '小计', under: ['公务用车购置及运行费'], scope: { threePublic: '公务用车购置及运行费' } },
        { header: '购置费', under: ['公务用车购置及运行费'], scope: { threePublic: '公务用车购置费' } },
        { header: '运行费', under: ['公务用车购置及运行费'], scope: { threePublic: '公务用车运行费' } },
        { header: '机关运行经费预算数', scope: { threePublic: '机关运行经费' } },
      ],
    },
  ],
} as const satisfies Table;
