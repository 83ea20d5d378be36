import type { FactsByCode, FactsCode, Place, Quoted } from '../../src/engine/finding/facts';

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

/** The code or name cell of a row of 表五. */
function codeAt(row: string | undefined): Place {
  return { cell: { sheet: '表五', row: 8, column: 2 }, table: '表五', ...(row === undefined ? {} : { row }) };
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
  'code-shape': [{ place: codeAt('行政运行'), raw: '20103O1', system: 'functional' }, { place: codeAt(undefined), raw: '30', system: 'economic' }],
  'code-parent': [{ place: codeAt('行政运行'), printed: '2010401', above: '20103' }],
  'code-unknown': [
    { place: codeAt('某某专项工作'), printed: '2010377', inRange: true },
    { place: codeAt('缴费支出'), printed: '2080555', inRange: true, nearest: { code: '2080505', name: '机关事业单位基本养老保险缴费支出' } },
    { place: codeAt('某某支出'), printed: '235', inRange: false },
  ],
  'code-other-name': [
    { place: codeAt('其他支出'), printed: '30299', name: '其他支出', published: '其他商品和服务支出', documents: 208 },
    { place: codeAt('生产补贴'), printed: '30310', name: '生产补贴', published: '个人农业生产补贴', documents: 0 },
  ],
  'code-stale-name': [
    { place: codeAt('粮油物资管理支出'), printed: '222', name: '粮油物资管理支出', present: '粮油物资储备支出' },
    { place: codeAt('文化体育与传媒支出'), printed: '207', name: '文化体育与传媒支出', present: '文化旅游体育与传媒支出', since: 2019 },
  ],
  'code-wrong-code': [{ place: codeAt('住房公积金'), printed: '2210202', name: '住房公积金', right: '2210201' }],
  'code-domain': [
    { place: codeAt('办公费'), printed: '30201', column: 'functional' },
    { place: codeAt('行政运行'), printed: '2010301', column: 'economic' },
  ],
  'code-leaf': [
    { place: codeAt('卫生健康支出'), printed: '210', level: '类', wanted: '项' },
    { place: codeAt('政府办公厅（室）及相关机构事务'), printed: '20103', level: '款', wanted: '项' },
  ],
};
