import type { FactsByCode, Place } from '../../src/engine/finding/facts';
import { figure } from './examples';

type StructureCode =
  | 'table-missing'
  | 'table-twice'
  | 'title-near'
  | 'title-absent'
  | 'title-year'
  | 'unit-missing'
  | 'unit-mixed'
  | 'unit-foreign'
  | 'unit-suffix'
  | 'department-differs'
  | 'column-missing'
  | 'total-missing'
  | 'empty-unsaid'
  | 'all-blank'
  | 'empty-contradicted'
  | 'empty-other'
  | 'placeholder'
  | 'hidden-sheets'
  | 'hidden-lines'
  | 'notes-left'
  | 'formula-error'
  | 'external-link'
  | 'typed-total'
  | 'text-number'
  | 'not-number'
  | 'hidden-precision'
  | 'negative'
  | 'order-codes'
  | 'row-unread'
  | 'column-unread'
  | 'label-near'
  | 'class-column'
  | 'row-twice'
  | 'row-orphan'
  | 'row-absent'
  | 'name-differs'
  | 'name-blank'
  | 'form-blank'
  | 'form-dates'
  | 'form-kinds'
  | 'form-value'
  | 'form-cost'
  | 'form-life'
  | 'form-operator'
  | 'form-copied'
  | 'project-no-row'
  | 'project-no-form'
  | 'project-shortened'
  | 'project-renamed'
  | 'projects-one-row';

const at = (row?: string, column?: string): Place => figure('表五', row, column);
const form = (project: string, field?: string): Place => figure('绩效', project, field);

/** Examples of the findings about structure, rows and performance tables. */
export const structureExamples = (): { readonly [Code in StructureCode]: readonly FactsByCode[Code][] } => ({
  'table-missing': [
    { title: '政府性基金预算支出情况表', titleOn: undefined },
    { title: '政府性基金预算支出情况表', titleOn: '目录' },
  ],
  'table-twice': [{ title: '部门支出总体情况表', sheets: ['表三', '表三副本'] }],
  'title-near': [{ table: '表五', printed: '一般公共预算支岀情况表', title: '一般公共预算支出情况表' }],
  'title-absent': [{ table: '表五', title: '一般公共预算支出情况表' }],
  'title-year': [{ table: '表五', printed: 2020, year: 2021 }],
  'unit-missing': [{ table: '表五', moneyUnit: '万元' }],
  'unit-mixed': [
    {
      units: [
        { moneyUnit: '万元', tables: ['表一', '表二'] },
        { moneyUnit: '元', tables: ['表四', '表八'] },
      ],
    },
  ],
  'unit-foreign': [{ table: '表五', printed: '千元', moneyUnit: '万元' }],
  'unit-suffix': [{ place: at('行政运行', '合计'), raw: '122200元', moneyUnit: '万元', count: 1 }],
  'department-differs': [
    {
      names: [
        { name: '云州市人民政府办公室', tables: ['表一', '表二', '表三', '表四', '表八', '绩效'] },
        { name: '云州市政府办公室', tables: ['表五'] },
      ],
    },
  ],
  'column-missing': [
    { table: '表三', headers: ['项目支出'] },
    { table: '表三', headers: ['基本支出', '项目支出'] },
  ],
  'total-missing': [
    { table: '表五', under: undefined },
    { table: '表一', under: '收入' },
  ],
  'empty-unsaid': [
    { title: '政府性基金预算支出情况表', zeros: false, inText: false },
    { title: '政府性基金预算支出情况表', zeros: true, inText: true },
  ],
  'all-blank': [{ count: 9 }],
  'empty-contradicted': [
    { title: '政府性基金预算支出情况表', figure: figure('表九', '彩票公益金', '合计', '12.5'), moneyUnit: '万元' },
  ],
  'empty-other': [{ title: '政府性基金预算支出情况表', mentions: '国有资本经营预算' }],
  placeholder: [
    { place: at(), text: 'XX', count: 1 },
    { place: at('行政运行', '合计'), text: '……', count: 3 },
  ],
  'hidden-sheets': [{ sheets: ['底稿'] }],
  'hidden-lines': [
    { table: '表五', lines: 'rows', spans: ['8', '12-14'] },
    { table: '表五', lines: 'columns', spans: ['C-D'] },
  ],
  'notes-left': [{ sheet: '表五', count: 2 }],
  'formula-error': [
    { place: at('行政运行', '合计'), raw: '#REF!', count: 1 },
    { place: at('行政运行', '合计'), raw: '#DIV/0!', count: 3 },
    { place: at('行政运行', '合计'), raw: '#REF!', count: 1, lost: { formula: 'SUM(#REF!,E9)', followers: 0 } },
    {
      place: at('行政运行', '合计'),
      raw: '#REF!',
      count: 3,
      lost: { formula: `SUM(#REF!,${'E10,'.repeat(20)}E9)`, followers: 5, ledger: '台账' },
    },
  ],
  'external-link': [{ place: at('行政运行', '合计'), count: 1 }],
  'typed-total': [{ place: at('合计', '基本支出'), count: 2 }],
  'text-number': [
    { place: at('行政运行', '合计'), raw: '12. 22', count: 4, summed: 0 },
    { place: at('行政运行', '合计'), raw: '12.22', count: 1, summed: 1 },
    { place: at('行政运行', '合计'), raw: '12.22', count: 4, summed: 2 },
  ],
  'not-number': [
    { place: at('行政运行', '合计'), raw: '待定', count: 1, moneyUnit: '万元' },
    { place: at('行政运行', '合计'), raw: '约120', count: 1, expected: '118.20', moneyUnit: '万元' },
  ],
  'hidden-precision': [
    { place: at('行政运行', '合计'), stored: '12.2249', shown: '12.22', count: 1, matters: false },
    { place: at('行政运行', '合计'), stored: '12.2249', shown: '12.22', count: 2, matters: true },
  ],
  negative: [{ figure: figure('表五', '行政运行', '合计', '-3.5'), count: 1, moneyUnit: '万元' }],
  'order-codes': [{ table: '表五', printed: '2010301', above: '2010399' }],
  'row-unread': [
    { table: '表五', rows: [9] },
    { table: '表五', rows: [9, 12] },
  ],
  'column-unread': [
    { table: '表五', header: '上年预算', letters: 'H' },
    { table: '表五', header: '', letters: 'H' },
  ],
  'label-near': [{ place: at('国有资本经营预算收入'), printed: '国有资本经营预算收入', label: '国有资本经营预算' }],
  'class-column': [{ table: '表六', printed: '30101', name: '基本工资', found: '公用经费', wanted: '人员经费' }],
  'row-twice': [{ table: '表五', printed: '2010301', name: '行政运行', rows: [9, 12] }],
  'row-orphan': [{ table: '表五', printed: '2080505', name: '机关事业单位基本养老保险缴费支出', parent: '20805' }],
  'row-absent': [
    {
      table: '表五',
      rows: [{ code: '208', name: '社会保障和就业支出' }],
      children: 3,
      amount: '12.00',
      moneyUnit: '万元',
      fillable: true,
    },
    {
      table: '表五',
      rows: [
        { code: '201', name: '一般公共服务支出' },
        { code: '20199', name: '' },
      ],
      children: 1,
      moneyUnit: '万元',
      fillable: false,
    },
    {
      table: '表五',
      rows: [{ code: '208', name: '社会保障和就业支出' }],
      children: 2,
      amount: '12.00',
      moneyUnit: '万元',
      fillable: true,
      totals: 2,
    },
  ],
  'name-blank': [{ names: [{ code: '2130104', tables: ['表二', '表三'] }] }],
  'name-differs': [
    {
      printed: '222',
      names: [
        { name: '粮油物资储备支出', tables: ['表四'] },
        { name: '粮油物资管理支出', tables: ['表一'] },
      ],
    },
  ],
  'form-blank': [{ place: form('业务活动经费', '预算单位') }, { place: form('业务活动经费', '预算单位'), forms: 7 }],
  'form-dates': [
    { place: form('机场设施租用费', '时效指标'), dates: ['2020年1月1日', '2020年12月31日'], year: 2021, across: false },
    { place: form('机场设施租用费', '时效指标'), dates: ['2023年12月31日'], year: 2021, across: true },
  ],
  'form-kinds': [
    { place: form('业务活动经费'), kinds: ['质量指标', '满意度指标'], blank: false },
    { place: form('业务活动经费'), kinds: ['质量指标', '满意度指标'], blank: true },
    { place: form('业务活动经费'), kinds: ['质量指标', '满意度指标'], blank: true, forms: 25 },
  ],
  'form-value': [{ place: form('业务活动经费'), indicators: ['印发政务信息'] }],
  'form-cost': [{ place: form('机场设施租用费'), indicator: '全年租金', amount: '80', funds: '60', moneyUnit: '万元' }],
  'form-life': [{ place: form('机场设施租用费'), amount: '180', moneyUnit: '万元' }],
  'form-operator': [{ place: form('机场设施租用费'), indicator: '宾客满意率', value: '≤95%' }],
  'form-copied': [
    { first: form('机场设施租用费'), second: form('公务接待费') },
    { first: form('机场设施租用费'), second: form('公务接待费'), more: ['群众工作经费', '业务活动经费'] },
  ],
  'project-no-row': [{ project: '机场设施租用费', tables: ['表七'] }],
  'project-renamed': [undefined, 'form' as const, 'row' as const].map((right) => ({
    form: form('公务接待'),
    row: { cell: { sheet: '表七', row: 9, column: 2 }, table: '表七', row: '机场设施租用费' },
    amount: '60',
    moneyUnit: '万元',
    ...(right === undefined ? {} : { right, ledger: '台账' }),
  })),
  'project-shortened': [
    {
      form: { cell: { sheet: '绩效4', row: 2, column: 1 }, table: '绩效', row: '校园安保经费' },
      row: { cell: { sheet: '表七', row: 9, column: 4 }, table: '表七', row: '校园安保' },
    },
  ],
  'project-no-form': [{ project: '机场设施租用费', table: '表七' }],
  'projects-one-row': [{ project: '群众工作经费', tables: ['表七'], others: ['公务接待费', '机场设施租用费'] }],
});
