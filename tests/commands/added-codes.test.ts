import { checkSnapshot } from '../../src/commands/check';
import { compileWorkbook } from '../../src/commands/compile';
import { narrateWorkbook } from '../../src/commands/narrate';
import type { Snapshot } from '../../src/engine/snapshot/snapshot';
import { afterCompiling } from '../fixtures/compiled';
import { workbook } from '../notation';

const LEDGER = [
  '编制单位：河口镇人民政府 | 单位：万元',
  '功能科目 | 名称 | 支出类型 | 经济科目 | 资金来源 | 2026年预算数',
  '2010301 | 行政运行 | 基本支出 | 30101 | 一般公共预算 | 12',
  '2130705 | 对村民委员会和村党支部的补助 | 基本支出 | 30305 | 一般公共预算 | 8',
];
const CODES = ['科目编码 | 名称', '21307 | 农村综合改革', '2130705 | 对村民委员会和村党支部的补助'];

async function compiled(sheets: Parameters<typeof workbook>[0]): Promise<Snapshot> {
  const ledger = workbook(sheets);
  const result = await compileWorkbook(ledger, {});
  if (!result.ok) throw new Error(result.because);
  return afterCompiling(ledger, result);
}

/** What is doubted of codes, and the names that the text lacks. */
async function doubtsOf(snapshot: Snapshot): Promise<readonly string[]> {
  const { findings } = await checkSnapshot(snapshot);
  const { narration } = await narrateWorkbook(snapshot);
  return [
    ...findings.flatMap(({ facts }) => (facts.code === 'code-unknown' ? [`${facts.code} ${facts.printed}`] : [])),
    ...(narration?.missing.flatMap(({ what, about }) => (what === 'name' ? [`${what} ${about}`] : [])) ?? []),
  ];
}

describe('codes that no list has', () => {
  test('are doubted, and the name of their section is asked for', async () => {
    const doubts = await doubtsOf(await compiled({ 台账: LEDGER }));
    expect(doubts).toEqual(expect.arrayContaining(['code-unknown 2130705', 'name 21307']));
  });

  test('are known to checking and to the text once they stand in the sheet of codes', async () => {
    expect(await doubtsOf(await compiled({ 台账: LEDGER, 科目表: CODES }))).toEqual([]);
  });
});

test('the year of last year’s ledger is not that of the tables', async () => {
  const last = LEDGER.map((line) => line.replace('2026', '2025'));
  const snapshot = await compiled({
    上年: ['河口镇人民政府2025年部门预算台账', ...last],
    本年: ['河口镇人民政府2026年部门预算台账', ...LEDGER],
  });
  const { findings } = await checkSnapshot(snapshot);
  expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
});
