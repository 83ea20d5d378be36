import type { FactsByCode, FactsCode, Quoted } from '../../src/engine/finding/facts';

/** A figure of 表五 for the examples; `row` counted as people count. */
export function figure(
  table: string,
  row: string | undefined,
  column: string | undefined,
  amount?: string,
  at = 9,
): Quoted {
  return {
    cell: { sheet: table, row: at - 1, column: 4 },
    table,
    ...(row === undefined ? {} : { row }),
    ...(column === undefined ? {} : { column }),
    ...(amount === undefined ? {} : { amount }),
  };
}

/** For each kind of finding the facts of a few, the plainest first. Every kind needs at least one. */
export const examples: { readonly [Code in FactsCode]: readonly FactsByCode[Code][] } = {
  'parts-differ': [
    {
      whole: figure('表三', '行政运行', '合计', '1249.62'),
      parts: '1250.52',
      count: 3,
      names: ['甲', '乙', '丙'],
      difference: '-0.9',
      moneyUnit: '万元',
    },
    {
      whole: figure('表五', '文化和旅游', '项目支出'),
      parts: '347.15',
      count: 2,
      names: ['甲', '乙'],
      difference: '-347.15',
      moneyUnit: '万元',
    },
    {
      whole: figure('表三', undefined, '合计', '3741500', 9),
      parts: '3471500.00',
      count: 1,
      names: ['甲'],
      difference: '270000',
      moneyUnit: '元',
    },
  ],
  'same-differ': [
    {
      first: figure('表一', '支出总计', '预算数', '1308.75'),
      second: figure('表三', '合计', '合计', '1326.75'),
      difference: '-18.00',
      moneyUnit: '万元',
    },
    {
      first: figure('表一', '支出总计', '预算数'),
      second: figure('表三', '合计', '合计', '0.5'),
      difference: '-0.5',
      moneyUnit: '万元',
    },
    {
      first: figure('表七', '设备购置', '合计', '5', 9),
      second: figure('表七', '设备购置', '合计', '6', 12),
      difference: '-1',
      moneyUnit: '万元',
    },
  ],
};
