import type { DrawnSheet } from '../../../src/engine/snapshot/drawn';
import type { Edit, OwnSheet } from '../../../src/engine/snapshot/patch';
import type { SheetInput } from '../../office/model/build';
import { area, formula, rows, value } from './opened';

/** A small budget: a table of classes with their sums, a table that refers to it, a locked sheet. */
export const BUDGET: readonly SheetInput[] = [
  {
    name: '表三',
    rows: [
      ['部门支出总体情况表'],
      ['编码', '名称', '合计', '基本支出', '项目支出'],
      ['201', '一般公共服务支出', { formula: 'D3+E3', value: 30 }, 20, 10],
      ['20103', '政府办公厅', { value: '30.00', format: '@' }, 20, 10],
      ['207', '文化支出', { value: 5, format: '#,##0.00' }, null, { value: 5, format: '#,##0.00' }],
      [null, '合计', { formula: 'SUM(C3:C5)', value: 35 }, { formula: 'SUM(D3:D5)', value: 20 }, '15'],
    ],
    merges: ['A1:E1'],
    heights: { 5: 24 },
    names: { 合计行: '=表三!$A$6:$E$6' },
  },
  {
    name: '表一',
    rows: [
      ['收入', { formula: '表三!C6', value: 35 }],
      ['支出', { formula: 'SUM(表三!C3:C5)', value: 35 }],
    ],
  },
  { name: '锁', rows: [['不可改', 1]], isProtected: true, unlocked: ['B1'] },
];

export const FINDINGS: OwnSheet = {
  name: '审核结果',
  kind: 'made',
  guide: '点位置跳到单元格。',
  columns: [
    { header: '序号', width: 6 },
    { header: '程度', width: 8 },
    { header: '位置', width: 14 },
    { header: '现为', width: 14 },
    { header: '处理情况', width: 24, input: true, wrap: true },
  ],
  frozenColumns: 3,
  landscape: true,
  rows: [
    {
      level: 0,
      cells: [
        { kind: 'text', text: '1' },
        { kind: 'text', text: '错误', severity: 'error' },
        { kind: 'link', text: '表三!E9', to: { sheet: '表三', row: 8, column: 4 } },
        { kind: 'amount', amount: '1249.62', decimals: 2 },
        { kind: 'text', text: '=不是公式' },
      ],
    },
    { level: 1, cells: [{ kind: 'text', text: '2010301' }, { kind: 'blank' }, { kind: 'text', text: "'引号" }] },
    { level: 1, cells: [{ kind: 'text', text: '20' }] },
  ],
};

export const DRAWN: DrawnSheet = {
  name: '台账',
  kind: 'input',
  columns: [{ width: 10 }, { width: 24 }, { width: 14 }],
  rows: [
    { height: 30, cells: [{ column: 0, look: 'guide', value: '一行一笔，只填蓝底格。' }] },
    { cells: ['编码', '名称', '金额'].map((header, column) => ({ column, look: 'ownHeader', value: header })) },
    {
      cells: [
        { column: 0, look: 'inputCode', value: '0301' },
        { column: 1, look: 'madeWrap', value: '=不是公式' },
        { column: 2, look: 'inputAmount', value: 12.5, decimals: 2 },
      ],
    },
    { cells: [{ column: 2, look: 'madeAmount', value: 12.5, formula: 'SUM(C3:C3)', decimals: 2 }] },
  ],
  merges: [area('A1:C1')],
  frozen: { rows: 2, columns: 1 },
  filter: area('A2:C4'),
  page: { landscape: true, titleRows: { from: 0, to: 1 } },
  lists: [
    { area: area('A3:A9'), from: "'表三'!$A$3:$A$5", prompt: { title: '编码', text: '选一个' } },
    { area: area('B3:B9'), from: ['基本支出', '项目支出'] },
  ],
  isProtected: true,
};

/** The ledger with its amounts as a chart. */
export const CHARTED: DrawnSheet = {
  ...DRAWN,
  charts: [
    { from: area('B2:C3'), at: area('E2:H9') },
    { from: area('B2:C3'), at: area('E11:H18') },
  ],
};

const flags = (address: string): Edit => ({
  do: 'setFlags',
  sheet: '表三',
  flags: [
    { severity: 'error', areas: [area(address), area('B3:C3')] },
    { severity: 'note', areas: [area('A4')] },
  ],
});

/** A patch of each kind, and what has to stand in the workbook before. */
export const KINDS: readonly {
  readonly name: string;
  readonly before?: readonly Edit[];
  readonly edits: readonly Edit[];
}[] = [
  { name: 'one cell', edits: [value('表三!D3', 21)] },
  {
    name: 'cells and formats',
    edits: [
      value('表三!C4', 30),
      formula('表三!C5', 'D5+E5'),
      value('表三!E6', 15),
      value('表三!A4', '20199'),
      formula('表一!C1', '表三!E5'),
      value('表一!C2', null),
      value('锁!B1', 2),
      value('锁!A1', 'x'),
    ],
  },
  { name: 'flags', edits: [flags('E5')] },
  { name: 'flags in the place of others', before: [flags('D4')], edits: [flags('E5')] },
  { name: 'a sheet of ours', edits: [{ do: 'putSheet', sheet: FINDINGS }] },
  {
    name: 'a sheet of ours in the place of another',
    before: [{ do: 'putSheet', sheet: FINDINGS }],
    edits: [{ do: 'putSheet', sheet: { ...FINDINGS, rows: FINDINGS.rows.slice(0, 1), kind: 'input' } }],
  },
  { name: 'a drawn sheet', edits: [{ do: 'drawSheet', sheet: DRAWN }, formula('表一!C1', '台账!C4')] },
  {
    name: 'a drawn sheet in the place of another',
    before: [{ do: 'drawSheet', sheet: DRAWN }, formula('表一!C1', '台账!C4')],
    edits: [{ do: 'drawSheet', sheet: { ...DRAWN, rows: DRAWN.rows.slice(0, 3), lists: [] } }],
  },
  { name: 'a drawn sheet with charts', edits: [{ do: 'drawSheet', sheet: CHARTED }] },
  {
    name: 'charts in the place of others',
    before: [{ do: 'drawSheet', sheet: CHARTED }],
    edits: [{ do: 'drawSheet', sheet: { ...CHARTED, charts: CHARTED.charts?.slice(0, 1) ?? [] } }],
  },
  {
    name: 'charts taken away',
    before: [{ do: 'drawSheet', sheet: CHARTED }],
    edits: [{ do: 'removeSheet', sheet: '台账' }],
  },
  {
    name: 'sheets taken away',
    before: [
      { do: 'putSheet', sheet: FINDINGS },
      { do: 'drawSheet', sheet: DRAWN },
    ],
    edits: [
      { do: 'removeSheet', sheet: '审核结果' },
      { do: 'removeSheet', sheet: '台账' },
    ],
  },
  {
    name: 'rows with what stands in them',
    before: [flags('C4')],
    edits: [
      rows('表三', 5, 1, 4),
      rows('表三', 6, 2, 5),
      value('表三!A5', '20104'),
      value('表三!B5', '发展与改革'),
      formula('表三!C5', 'D5+E5'),
      value('表三!A7', '208'),
      value('表三!A8', '210'),
      formula('表三!C9', 'SUM(C3:C8)'),
      formula('表一!C2', '表三!C7'),
    ],
  },
  {
    name: 'all together',
    before: [{ do: 'putSheet', sheet: FINDINGS }],
    edits: [
      rows('表三', 6, 1, 5),
      value('表三!A6', '208'),
      value('表三!E7', 15),
      flags('E5'),
      { do: 'putSheet', sheet: { ...FINDINGS, rows: [] } },
      { do: 'drawSheet', sheet: DRAWN },
    ],
  },
];
