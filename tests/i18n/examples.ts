import type { FactsByCode, FactsCode, Place, Quoted } from '../../src/engine/finding/facts';
import type { CellRef } from '../../src/engine/snapshot/address';
import { ledgerExamples, unusedExamples } from './examples-ledger';
import { structureExamples } from './examples-structure';

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

/** Some cells of 表二, one below the other. */
const cellsAt = (count: number): readonly CellRef[] =>
  Array.from({ length: count }, (_, row) => ({ sheet: '表二', row: 7 + row, column: 3 }));

/** The cell of an answer. */
function answer(label: string, at: number): Place {
  return { cell: { sheet: '单位情况', row: at - 1, column: 2 }, table: '单位情况', row: label };
}

/** For each kind of finding the facts of a few, the plainest first. Every kind needs at least one. */
export const examples: { readonly [Code in FactsCode]: readonly FactsByCode[Code][] } = {
  'answers-apart': [
    {
      how: 'more',
      left: { ...answer('其中面向小微企业预留', 7), names: ['其中面向小微企业预留'], says: '26.2', measure: '万元' },
      right: { ...answer('货物预算', 3), names: ['货物预算', '服务预算'], says: '18', measure: '万元' },
      because: '预留的是政府采购预算的一部分',
    },
    {
      how: 'unequal',
      left: { ...answer('内设机构数', 3), names: ['内设机构数'], says: '3', measure: '个' },
      right: { ...answer('内设机构名称', 4), names: ['内设机构名称'], says: '2', measure: '', counted: 'names' },
      because: '个数与名称的个数相同',
    },
    {
      how: 'without',
      left: { ...answer('其他车辆价值', 3), names: ['其他车辆价值'], says: '3', measure: '万元' },
      right: { ...answer('其他车辆数量', 4), names: ['其他车辆数量'], says: '0', measure: '辆' },
      because: '有车辆价值的应有车辆',
    },
    {
      how: 'beside',
      left: { ...answer('上年机关运行经费', 3), names: ['上年机关运行经费'], says: '3', measure: '万元' },
      right: { ...answer('是否本年新设立', 4), names: ['是否本年新设立'], says: '是', measure: '' },
      because: '本年新设立的没有上年数',
    },
  ],
  'reason-against': [
    { section: '三、支出预算', about: '基本支出', reason: '新增人员3人', change: 'less' },
    { section: '三、支出预算', about: '项目支出', reason: '压减开支', change: 'more' },
    { section: '三、支出预算', about: '项目支出', reason: '压减开支', change: 'more', times: 3 },
  ],
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
  'code-shape': [
    { place: codeAt('行政运行'), raw: '20103O1', system: 'functional' },
    { place: codeAt(undefined), raw: '30', system: 'economic' },
  ],
  'code-parent': [{ place: codeAt('行政运行'), printed: '2010401', above: '20103' }],
  'code-unknown': [
    { place: codeAt('某某专项工作'), printed: '2010377', inRange: true },
    {
      place: codeAt('缴费支出'),
      printed: '2080555',
      inRange: true,
      nearest: { code: '2080505', name: '机关事业单位基本养老保险缴费支出' },
    },
    { place: codeAt('某某支出'), printed: '235', inRange: false },
  ],
  'code-other-name': [
    { place: codeAt('其他支出'), printed: '30299', name: '其他支出', published: '其他商品和服务支出', documents: 208 },
    { place: codeAt('生产补贴'), printed: '30310', name: '生产补贴', published: '个人农业生产补贴', documents: 0 },
  ],
  'code-stale-name': [
    { place: codeAt('粮油物资管理支出'), printed: '222', name: '粮油物资管理支出', present: '粮油物资储备支出' },
    {
      place: codeAt('文化体育与传媒支出'),
      printed: '207',
      name: '文化体育与传媒支出',
      present: '文化旅游体育与传媒支出',
      since: 2019,
    },
  ],
  'code-wrong-code': [{ place: codeAt('住房公积金'), printed: '2210202', name: '住房公积金', right: '2210201' }],
  'code-mistaken': [
    { place: codeAt('行政运行'), printed: '2100301', right: '2010301', settles: 9 },
    { place: codeAt(undefined), printed: '21003', right: '20103', settles: 1 },
  ],
  'code-domain': [
    { place: codeAt('办公费'), printed: '30201', column: 'functional' },
    { place: codeAt('行政运行'), printed: '2010301', column: 'economic' },
  ],
  'code-many': [
    { about: 'code-unknown', place: codeAt('某某工作'), count: 2341, examples: ['2010377', '2010378', '2010379'] },
    { about: 'code-shape', place: codeAt(undefined), count: 21, examples: ['20103O1', '30'] },
    { about: 'code-other-name', place: codeAt('其他支出'), count: 30, examples: ['30299其他支出'] },
    { about: 'code-stale-name', place: codeAt('粮油物资管理支出'), count: 30, examples: ['222粮油物资管理支出'] },
    { about: 'code-wrong-code', place: codeAt('住房公积金'), count: 30, examples: ['2210202住房公积金'] },
    { about: 'code-domain', place: codeAt('办公费'), count: 30, examples: ['30201', '30202'] },
  ],
  'code-leaf': [
    { place: codeAt('卫生健康支出'), printed: '210', level: '类', wanted: '项' },
    { place: codeAt('政府办公厅（室）及相关机构事务'), printed: '20103', level: '款', wanted: '项' },
    {
      place: codeAt('行政事业单位养老支出'),
      printed: '20805',
      level: '款',
      wanted: '项',
      item: {
        number: '2080505',
        name: '机关事业单位基本养老保险缴费支出',
        amount: '28.33',
        has: [{ cell: { sheet: '表三', row: 12, column: 4 }, table: '表三', form: false, amount: '28.33' }],
        moneyUnit: '万元',
      },
    },
  ],
  'columns-differ': [
    {
      whole: figure('表三', '行政运行', '合计', '100.5'),
      parts: '90',
      names: ['基本支出', '项目支出'],
      difference: '10.5',
      moneyUnit: '万元',
    },
    {
      whole: figure('表二', '合计', '总计'),
      parts: '90',
      names: ['甲', '乙', '丙', '丁'],
      difference: '-90',
      moneyUnit: '万元',
    },
  ],
  'parts-blank': [
    { whole: figure('表三', '行政运行', '合计', '100.5'), names: ['基本支出', '项目支出'], moneyUnit: '万元' },
    { whole: figure('表九', '合计', '本年', '3'), names: ['公务接待费'], moneyUnit: '万元' },
  ],
  rounding: [
    {
      whole: figure('表六', '合计', '合计', '961.61'),
      count: 7,
      difference: '0.01',
      doubtful: false,
      moneyUnit: '万元',
    },
    {
      whole: figure('表六', '合计', '合计', '961.61'),
      count: 7,
      difference: '-0.01',
      doubtful: true,
      moneyUnit: '万元',
    },
  ],
  'same-sum-differ': [
    {
      first: figure('表五', '文化和旅游', '项目支出', '347.15'),
      table: '表七',
      sum: '300',
      count: 3,
      difference: '47.15',
      moneyUnit: '万元',
    },
    {
      first: figure('表五', '文化和旅游', '项目支出'),
      table: '表七',
      sum: '300',
      count: 1,
      difference: '-300',
      moneyUnit: '万元',
    },
  ],
  'row-missing': [
    { figure: figure('表五', '群众文化', '合计', '174.15'), number: '2070109', table: '表三', moneyUnit: '万元' },
    { figure: figure('表五', '群众文化', '合计', '174.15'), number: undefined, table: '表三', moneyUnit: '万元' },
  ],
  'row-lacked': [
    {
      table: '表一',
      number: '',
      name: '上年结余',
      amount: '15.8',
      columns: [],
      has: [{ cell: { sheet: '表二', row: 9, column: 16 }, table: '表二', form: false, amount: '15.8' }],
      moneyUnit: '万元',
    },
    {
      table: '表三',
      number: '2070109',
      name: '群众文化',
      amount: '174.15',
      columns: [
        { name: '基本支出', amount: '150' },
        { name: '项目支出', amount: '24.15' },
      ],
      has: [
        { cell: { sheet: '表二', row: 8, column: 4 }, table: '表二', form: false, amount: '174.15' },
        { cell: { sheet: '表五', row: 9, column: 4 }, table: '表五', form: false, amount: '160' },
      ],
      moneyUnit: '万元',
    },
    {
      table: '表七',
      number: '2070109',
      name: '送戏下乡',
      amount: '24.15',
      columns: [],
      has: ['绩效1', '绩效2', '绩效3', '绩效4'].map((sheet) => ({
        cell: { sheet, row: 5, column: 2 },
        table: '绩效',
        form: true,
        amount: '24.15',
      })),
      moneyUnit: '万元',
    },
  ],
  'sides-differ': [
    {
      left: figure('表一', '收入总计', '预算数', '1308.75'),
      leftSum: '1308.75',
      leftCount: 1,
      right: figure('表一', '支出总计', '预算数', '1326.75'),
      rightSum: '1326.75',
      rightCount: 1,
      difference: '-18',
      because: '每项支出都有资金来源，收支平衡',
      moneyUnit: '万元',
    },
    {
      left: figure('表四', '本年收入', '预算数', '1300'),
      leftSum: '1308.75',
      leftCount: 2,
      right: figure('表四', '本年支出', '合计', '1326.75'),
      rightSum: '1326.75',
      rightCount: 3,
      difference: '-18',
      because: '',
      moneyUnit: '万元',
    },
  ],
  'below-floor': [
    {
      left: figure('表九', '公务接待费', '本年', '1.2'),
      leftSum: '1.2',
      leftCount: 1,
      right: figure('表六', '公务接待费', '公用经费', '2'),
      rightSum: '2',
      difference: '-0.8',
      because: '三公经费含基本支出所列',
      moneyUnit: '万元',
    },
    {
      left: figure('表九', '公务接待费', '本年', '1.2'),
      leftSum: '1.2',
      leftCount: 3,
      right: undefined,
      rightSum: '2',
      difference: '-0.8',
      because: '',
      moneyUnit: '万元',
    },
  ],
  'cell-determined': [
    {
      cell: figure('表三', '行政运行', '项目支出', '5'),
      expected: '0',
      difference: '5',
      slip: undefined,
      settles: 2,
      blank: true,
      moneyUnit: '万元',
    },
    {
      cell: figure('表五', '群众文化', '项目支出', '174.15'),
      expected: '147.15',
      difference: '27',
      slip: 'swapped',
      settles: 3,
      moneyUnit: '万元',
    },
    {
      cell: figure('表五', '群众文化', '项目支出', '174.15'),
      expected: '147.15',
      difference: '27',
      slip: 'swapped',
      settles: 3,
      ledger: {
        sheet: '台账',
        amount: '147.15',
        rows: [
          [4, 4],
          [7, 9],
        ],
      },
      moneyUnit: '万元',
    },
    {
      cell: figure('表五', '群众文化', '项目支出', '20.00'),
      expected: '0',
      difference: '20',
      slip: undefined,
      settles: 1,
      ledger: { sheet: '台账', amount: '0', rows: [] },
      moneyUnit: '万元',
    },
    {
      cell: figure('表五', '群众文化', '项目支出', '174.15'),
      expected: '200',
      difference: '-25.85',
      slip: undefined,
      settles: 2,
      moneyUnit: '万元',
    },
    {
      cell: figure('表五', '群众文化', '项目支出'),
      expected: '147.15',
      difference: '-147.15',
      slip: 'blank',
      settles: 2,
      moneyUnit: '万元',
    },
    ...(['digit', 'dropped', 'doubled', 'point', 'sign', 'unit'] as const).map((slip) => ({
      cell: figure('表五', '群众文化', '项目支出', '174.15'),
      expected: '147.15',
      difference: '27',
      slip,
      settles: 2,
      moneyUnit: '万元' as const,
    })),
  ],
  'unit-magnitude': [
    {
      table: '表四',
      factor: '10000',
      larger: true,
      first: figure('表四', '一般公共预算', '合计', '14066200'),
      second: figure('表一', '一般公共预算', '预算数', '1406.62'),
      count: 6,
      moneyUnit: '万元',
    },
  ],
  'unit-column': [
    {
      first: figure('表六', '基本工资', '人员经费', '3185500'),
      expected: '318.55',
      factor: '10000',
      larger: true,
      count: 10,
      moneyUnit: '万元',
    },
  ],
  'rows-misclassed': [
    {
      table: '表六',
      first: figure('表六', '住房公积金', '公用经费', '10.00'),
      second: figure('表六', '办公费', '人员经费', '74.25'),
      rows: [12, 13],
      moneyUnit: '万元',
    },
  ],
  'rows-exchanged': [
    {
      table: '表三',
      first: figure('表三', '行政运行', '合计', '174.00'),
      second: figure('表三', '其他支出', '合计', '1249.62'),
      rows: [9, 10],
      count: 6,
      moneyUnit: '万元',
    },
  ],
  'not-recalculated': [
    { place: figure('表五', '合计', '合计'), formula: 'SUMIF(Sheet2!A:A,A3,Sheet2!B:B)', count: 2, stored: true },
    { place: figure('表五', '合计', '合计'), formula: 'FOO(A3)', count: 1, stored: false },
  ],
  'cells-determined': [
    {
      cells: [figure('表六', '退休费', '合计', '20.17'), figure('表六', '差旅费', '合计', '4.4')],
      expected: ['4.4', '20.17'],
      how: 'exchanged',
      slip: undefined,
      difference: '15.77',
      settles: 2,
      moneyUnit: '万元',
    },
    ...(['exchanged', 'misplaced', 'received', 'carried'] as const).map((how) => ({
      cells: [figure('表六', '退休费', '合计', '20.17'), figure('表六', '差旅费', '合计', '4.4')],
      expected: ['4.4', '20.17'],
      how,
      slip: undefined,
      difference: '15.77',
      settles: 2,
      ledger: { sheet: '台账', amount: '4.4', rows: [[4, 4]] as const },
      moneyUnit: '万元' as const,
    })),
    {
      cells: [
        figure('表六', '办公费', '人员经费', '10'),
        figure('表六', '办公费', '公用经费', undefined),
        figure('表六', '合计', '人员经费', '10'),
        figure('表六', '合计', '公用经费', undefined),
      ],
      expected: ['0', '10', '0', '10'],
      how: 'misplaced',
      slip: undefined,
      difference: '10',
      settles: 2,
      moneyUnit: '万元',
    },
    {
      cells: [figure('表六', '办公费', '公用经费', '-10'), figure('表六', '办公费', '合计', '-10')],
      expected: ['10', '10'],
      how: 'carried',
      slip: 'sign',
      difference: '-20',
      settles: 2,
      moneyUnit: '万元',
    },
    {
      cells: [figure('表六', '办公费', '公用经费', undefined), figure('表六', '办公费', '合计', undefined)],
      expected: ['10', '10'],
      how: 'carried',
      slip: 'blank',
      difference: '-10',
      settles: 2,
      moneyUnit: '万元',
    },
  ],
  'ledger-differs': [
    {
      cells: [figure('表二', '行政运行', '事业收入', '12')],
      says: [
        {
          sheet: '台账',
          amount: '10',
          rows: [
            [4, 4],
            [7, 7],
          ],
        },
      ],
      differences: ['2'],
      also: [],
      moneyUnit: '万元',
    },
    {
      cells: [figure('表二', '行政运行', '事业收入', '12'), figure('表二', '行政运行', '其他收入')],
      says: [
        { sheet: '台账', amount: '0', rows: [] },
        { sheet: '台账', amount: '12', rows: [[4, 8]] },
      ],
      differences: ['12', '-12'],
      also: cellsAt(3),
      moneyUnit: '万元',
    },
  ],
  'ledger-row': [
    {
      place: { cell: { sheet: '台账', row: 8, column: 7 }, table: '台账' },
      number: '2010399',
      name: '其他支出',
      says: { sheet: '台账', amount: '3', rows: [[8, 8]] },
      tables: ['表二', '表三'],
      renamed: [],
      also: [],
      moneyUnit: '万元',
    },
    {
      place: { cell: { sheet: '台账', row: 8, column: 7 }, table: '台账' },
      number: '2010399',
      name: '',
      says: { sheet: '台账', amount: '3', rows: [[8, 9]] },
      tables: ['表七'],
      renamed: [],
      also: cellsAt(7),
      moneyUnit: '万元',
    },
    {
      place: { cell: { sheet: '台账', row: 8, column: 7 }, table: '台账' },
      number: '2050202',
      name: '校舍维修',
      says: { sheet: '台账', amount: '3', rows: [[8, 8]] },
      tables: ['表七'],
      renamed: [{ cell: { sheet: '表七', row: 9, column: 2 }, table: '表七', row: '操场维修' }],
      also: cellsAt(1),
      moneyUnit: '万元',
    },
    {
      place: { cell: { sheet: '台账', row: 8, column: 7 }, table: '台账' },
      number: '2050202',
      name: '校舍维修',
      says: { sheet: '台账', amount: '3', rows: [[8, 8]] },
      tables: ['表七'],
      renamed: [
        { cell: { sheet: '表七', row: 9, column: 2 }, table: '表七', row: '操场维修' },
        { cell: { sheet: '表七', row: 11, column: 2 }, table: '表七', row: '房屋维修' },
      ],
      also: [],
      moneyUnit: '万元',
    },
  ],
  'prior-differs': [
    { sheet: '上年数', ledger: '台账', rows: cellsAt(1).map((cell) => ({ cell, held: '317.03', told: '371.03' })) },
    { sheet: '上年数', ledger: '台账', rows: cellsAt(7).map((cell) => ({ cell, held: '5', told: '0' })) },
  ],
  'ledger-unused': unusedExamples,
  'ledger-apart': [
    { sheet: '台账', tables: ['表二', '表三'], all: false, differing: 30, compared: 43 },
    { sheet: '台账', tables: ['表一', '表二', '表三'], all: true, differing: 30, compared: 43 },
  ],
  'form-excess': [
    { form: figure('绩效', '财政拨款', '', '80'), project: '动物防疫', tables: ['表七'], moneyUnit: '万元' },
  ],
  'cell-tie': [
    {
      cells: [figure('表五', '群众文化', '合计', '18'), figure('表七', '群众文化', '合计', '36')],
      expected: ['36.00', '18.00'],
      difference: '18',
      settles: 2,
      moneyUnit: '万元',
    },
    {
      cells: [9, 10, 11, 12].map((row) => figure('表五', '其他', '合计', '18', row)),
      expected: ['36.00', '36.00', '36.00', '0.00'],
      difference: '-18',
      settles: 1,
      moneyUnit: '万元',
    },
  ],
  'source-misplaced': [
    {
      amount: '38.5',
      first: figure('表一', '其他收入', '预算数'),
      firstMember: '其他收入',
      second: figure('表二', '合计', '事业收入'),
      secondMember: '事业收入',
      moneyUnit: '万元',
    },
  ],
  'blanks-determined': [
    { table: '表三', count: 11, first: figure('表三', '行政运行', '合计'), expected: '1249.62', moneyUnit: '万元' },
  ],
  'blank-contested': [{ cell: figure('表三', '行政运行', '合计'), values: ['1249.62', '1249.92'], moneyUnit: '万元' }],
  'rounding-settled': [
    {
      count: 3,
      changes: [
        { cell: figure('表六', '办公费', '公用经费', '10.00'), to: '10.01' },
        { cell: figure('表六', '差旅费', '公用经费', '54.60'), to: '54.59' },
      ],
      otherWays: true,
      moneyUnit: '万元',
    },
    {
      count: 2,
      changes: [{ cell: figure('表六', '办公费', '公用经费', '10.00'), to: '10.01' }],
      otherWays: false,
      moneyUnit: '万元',
    },
  ],
  'rounding-unsettled': [{ count: 2, first: figure('表六', '合计', '公用经费', '179.41'), moneyUnit: '万元' }],
  'table-basis': [
    {
      first: figure('表三', '合计', '项目支出', '400'),
      second: figure('表七', '合计', '合计', '374.15'),
      difference: '25.85',
      count: 4,
      also: figure('表二', '合计', '其他收入', '25.85'),
      alsoMember: '其他收入',
      moneyUnit: '万元',
    },
    {
      first: figure('表三', '合计', '项目支出', '400'),
      second: figure('表七', '合计', '合计'),
      difference: '400',
      count: 2,
      also: undefined,
      alsoMember: undefined,
      moneyUnit: '万元',
    },
  ],
  'unchecked-columns': [
    { table: '表三', headers: ['项目支出'], count: 3 },
    { table: '表三', headers: ['基本支出', '项目支出'], count: 3 },
  ],
  'unchecked-open': [{ table: '表四', count: 20 }],
  'unchecked-cell': [{ place: figure('表五', '群众文化', '项目支出'), raw: '#REF!', count: 2 }],
  'unchecked-table': [{ title: '政府性基金预算支出情况表', count: 5 }],
  'sheet-ledger': [{ sheet: '台账' }],
  'sheet-unknown': [
    { nearest: '部门支出总体情况表', missing: ['基本支出', '项目支出'] },
    { nearest: '部门支出总体情况表', missing: [] },
    { nearest: undefined, missing: [] },
  ],
  'unchecked-row': [{ table: '表五', row: '合计', count: 9 }],
  'unchecked-rows': [{ table: '表五', rows: [12], count: 3 }],
  'workbook-blank': [{ tables: 9 }],
  'sheet-no-table': [{ blank: true }, { blank: false }],
  ledger: ledgerExamples,
  ...structureExamples(),
};
