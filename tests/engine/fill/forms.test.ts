import { checkSnapshot } from '../../../src/commands/check';
import { addressOf } from '../../../src/engine/snapshot/address';
import { workbook, type SheetLines } from '../../notation';
import { fillSheets, leftOf, table7 } from './filled';

// Amounts beside their labels, each in an area of its own as `compile` draws them.
const form = (total: string, appropriation: string, others: string): SheetLines => ({
  lines: [
    '项目支出绩效目标表',
    '（2021年）',
    '项目名称 | 群众工作经费',
    '预算单位 | 某局',
    `项目资金（万元） | 年度资金总额： | ${total}`,
    ` | 其中：财政拨款： | ${appropriation}`,
    ` | 其他资金： | ${others}`,
    '总体目标 | 年度目标',
    ' | 保障驻村工作队日常运转。',
    '绩效指标 | 一级指标 | 二级指标 | 三级指标 | 指标值',
  ],
  merges: ['C5:E5', 'C6:E6', 'C7:E7'],
});

const linesOf = (lines: SheetLines): readonly string[] => ('lines' in lines ? lines.lines : lines);

// The same with the amounts behind the colons.
const inLabels = (total: string, appropriation: string): SheetLines => [
  '项目支出绩效目标表',
  '（2021年）',
  '项目名称 | 群众工作经费',
  '预算单位 | 某局',
  `项目资金（万元） | 年度资金总额：${total}`,
  ` | 其中：财政拨款：${appropriation}`,
  ' | 其他资金：',
  '总体目标 | 年度目标',
  ' | 保障驻村工作队日常运转。',
  '绩效指标 | 一级指标 | 二级指标 | 三级指标 | 指标值',
];

const projects = table7("'201 | '03 | '99 | 其他支出 | 群众工作经费 | 7.00 |  | 7.00");

const amountsIn = async (表七: SheetLines, 绩效: SheetLines): Promise<readonly string[]> =>
  (await fillSheets({ 表七, 绩效 })).result.plan.fills
    .filter(({ table }) => table === '绩效')
    .map(({ cell, formula, amount }) => `${addressOf(cell)} =${formula ?? ''} ${amount}`);

describe('amounts of a performance table', () => {
  test('the total of its parts', async () => {
    expect(await amountsIn(projects, form('', '7.00', ''))).toEqual(['绩效!C5 =SUM(C6:C7) 7']);
    expect(await amountsIn(projects, form('', '7.00', '2.50'))).toEqual(['绩效!C5 =SUM(C6:C7) 9.5']);
  });

  test('the appropriation from the table of projects, and then the total', async () => {
    expect(await amountsIn(projects, form('', '', ''))).toEqual(['绩效!C5 =SUM(C6:C7) 7', '绩效!C6 =表七!F8 7']);
  });

  test('what is typed stays, and no table is filled from it', async () => {
    const blank = table7("'201 | '03 | '99 | 其他支出 | 群众工作经费");
    const { result } = await fillSheets({ 表七: blank, 绩效: form('9', '7.00', '') });
    expect([result.plan.fills, result.plan.conflicts]).toEqual([[], []]);
  });

  test('nothing follows for a project that no table has', async () => {
    const other = table7("'201 | '03 | '99 | 其他支出 | 机房租用费 | 7.00 |  | 7.00");
    expect(await amountsIn(other, form('', '', ''))).toEqual([]);
  });

  test('behind a label no formula can stand: said, with what is to be done', async () => {
    const filled = await fillSheets({ 表七: projects, 绩效: inLabels('', '7.00') });
    expect(filled.result.plan.fills.filter(({ table }) => table === '绩效')).toEqual([]);
    expect(leftOf(filled)).toEqual(['绩效!B5 in-label']);
  });
});

describe('a blank amount is found in the cell where it belongs', () => {
  const blankIn = async (lines: SheetLines): Promise<readonly string[]> =>
    (await checkSnapshot(workbook({ 表七: projects, 绩效: lines }))).findings
      .filter(({ rule }) => ['p-blank', 'p-funds'].includes(rule))
      .map(({ cells: [cell] }) => (cell ? addressOf(cell) : ''));

  test.each<[where: string, lines: SheetLines, cell: string]>([
    ['beside its label', form('', '', ''), '绩效!C5'],
    ['beside its label as the others are', form('', '7.00', ''), '绩效!C5'],
    ['beside, without merged areas', linesOf(form('', '7.00', '')), '绩效!C5'],
    ['behind its label', inLabels('', '7.00'), '绩效!B5'],
  ])('%s', async (_where, lines, cell) => {
    expect(await blankIn(lines)).toEqual([cell]);
  });
});
