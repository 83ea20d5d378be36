import { checkSnapshot } from '../../src/commands/check';
import { entriesOf } from '../../src/commands/entries';
import { fixPatch } from '../../src/commands/fix';
import type { Snapshot } from '../../src/engine/snapshot/snapshot';
import { findingSentence } from '../../src/i18n/catalogue';
import { compiledWorkbook, SCHOOL, typedInto } from '../fixtures/compiled-department';
import { fieldOf, formOf } from '../fixtures/compiled-forms';
import { placeOf } from '../fixtures/edit';

/** Projects of three funds, each with its performance table. */
const LINES: typeof SCHOOL = [
  ...SCHOOL,
  ['2050202', '项目支出', '30213', '围墙维修', '一般公共预算', 812.75, ''],
  ['2120816', '项目支出', '30227', '校园绿化', '政府性基金预算', 260, ''],
];

const PROJECTS: readonly (readonly [project: string, field: string, amount: number, row: number])[] = [
  ['校舍维修', '财政拨款', 35, 7],
  ['围墙维修', '财政拨款', 812.75, 11],
  ['校园绿化', '财政拨款', 260, 12],
  ['课后服务', '其他资金', 22.7, 8],
  ['教研活动', '其他资金', 6.15, 9],
];

const formulas = compiledWorkbook(LINES, false);
const values = compiledWorkbook(LINES, true);

/** What is to be looked at, but for the indicators that nobody has filled in. */
async function said(snapshot: Snapshot): Promise<readonly string[]> {
  return entriesOf(await checkSnapshot(snapshot))
    .filter(({ speaker }) => speaker.rule !== 'p-kinds')
    .map(({ facts, cells }) => `${cells[0] ? placeOf(cells[0]) : ''} ${findingSentence(facts, 'zh-CN')}`);
}

async function fixed(snapshot: Snapshot): Promise<readonly string[]> {
  const { changes } = fixPatch(snapshot, await checkSnapshot(snapshot), { language: 'zh-CN' });
  return changes.map(({ cell, new: amount }) => `${placeOf(cell)}=${amount}`);
}

const yuan = (amount: number): string => amount.toFixed(2).replace(/\B(?=(?:\d{3})+\.)/g, ',');

describe('an amount of a performance table that is not the ledger’s is told at its own cell', () => {
  test.each([
    ['formulas', formulas],
    ['values', values],
  ])('%s: it is another, whichever', async (_, compiled) => {
    const workbook = await compiled;
    const wrong: string[] = [];
    for (const [project, field, amount, row] of PROJECTS) {
      const place = fieldOf(workbook, project, field);
      for (const other of [amount + 3.17, amount * 10, amount - 0.4, null]) {
        const after = typedInto(workbook, { [place]: other });
        const [line = '', ...more] = await said(after);
        const isSaid = line.includes(`台账第${row}行`) || (other === null && line.includes('空着，应为'));
        const isTold = line.startsWith(`${place} `) && isSaid && line.includes(yuan(amount));
        const changes = await fixed(after);
        // Where no equation fails by it, either of the two may be right.
        const isMended = line.includes('应为')
          ? changes.join() === `${place}=${amount.toFixed(2)}`
          : changes.length === 0;
        if (!isTold || !isMended || more.length > 0)
          wrong.push([`${project} ${String(other)}`, line, ...more, ...changes].join(' | '));
      }
    }
    expect(wrong).toEqual([]);
  });

  test.each<readonly [string, Promise<Snapshot>, string, string, number, string]>([
    [
      'two digits exchanged, where another form might as well be wrong without the ledger',
      formulas,
      '围墙维修',
      '财政拨款',
      821.75,
      '绩效“围墙维修”财政拨款现为821.75万元，应为812.75（台账第11行也是），多9.00。疑似相邻两位颠倒。',
    ],
    [
      'of a fund’s project',
      formulas,
      '校园绿化',
      '财政拨款',
      206,
      '绩效“校园绿化”财政拨款现为206.00万元，应为260.00（台账第12行也是），少54.00。疑似相邻两位颠倒。',
    ],
    [
      'of what no table tells project by project',
      formulas,
      '课后服务',
      '其他资金',
      27.2,
      '绩效“课后服务”其他资金现为27.20万元，台账第8行为22.70，多4.50。请核实：台账对就改表，表对就改台账后重新编制。',
    ],
  ])('%s', async (_, compiled, project, field, amount, sentence) => {
    const workbook = await compiled;
    const place = fieldOf(workbook, project, field);
    expect(await said(typedInto(workbook, { [place]: amount }))).toEqual([`${place} ${sentence}`]);
  });

  test('what a project costs is no other mistake than that its amount is too small', async () => {
    const workbook = await formulas;
    const form = formOf(workbook, '校园绿化');
    const row = form.rows.find(({ cells }) => cells.some(({ value }) => value === '成本指标'))?.row ?? -1;
    const costs = {
      [placeOf({ sheet: form.name, row, column: 3 })]: '总成本',
      [placeOf({ sheet: form.name, row, column: 4 })]: '≤260万元',
    };
    expect(await said(typedInto(workbook, costs))).toEqual([]);
    const place = fieldOf(workbook, '校园绿化', '财政拨款');
    const lines = await said(typedInto(workbook, { ...costs, [place]: 206 }));
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain(`${place} `);
    // Where the amount is right it is the cost that is to be looked at.
    const dear = await said(
      typedInto(workbook, { ...costs, [placeOf({ sheet: form.name, row, column: 4 })]: '≤270万元' }),
    );
    expect(dear).toEqual([expect.stringContaining('成本指标“总成本”为270.00万元，大于项目资金260.00')]);
  });
});

describe('nothing is said of performance tables', () => {
  test('as they were compiled', async () => {
    expect(await said(await formulas)).toEqual([]);
    expect(await said(await values)).toEqual([]);
  });

  test('one by one where most of them are of another state', async () => {
    const workbook = await values;
    const edits = Object.fromEntries(
      PROJECTS.flatMap(([project, field, amount]) => [
        [fieldOf(workbook, project, field), amount * 0.9],
        [fieldOf(workbook, project, '年度资金总额'), amount * 0.9],
      ]),
    );
    const lines = await said(typedInto(workbook, edits));
    expect(lines.filter((line) => line.includes('台账'))).toEqual([
      expect.stringMatching(/台账与绩效不像是同一次的数：5处里有5处不同，没有逐个列出。/),
    ]);
  });
});
