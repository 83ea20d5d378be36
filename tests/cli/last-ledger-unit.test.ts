import { checkSnapshot } from '../../src/commands/check';
import { compileWorkbook } from '../../src/commands/compile';
import { readPriorRows } from '../../src/engine/asked/read-prior';
import type { CellValue, Snapshot } from '../../src/engine/snapshot/snapshot';
import { fileOf } from '../fixtures/answered';
import { afterCompiling } from '../fixtures/compiled';
import { withValues } from '../fixtures/edit';
import { workbook } from '../notation';
import { budget } from './terminal';

jest.setTimeout(600_000);

const HEADER = '功能科目 | 支出类型 | 经济科目 | 项目名称 | 资金来源 | 金额';
const ROWS: readonly (readonly [string, number])[] = [
  ['2010301 | 基本支出 | 30101 |  | 一般公共预算', 120.5],
  ['2010301 | 基本支出 | 30102 |  | 一般公共预算', 64.2],
  ['2010301 | 基本支出 | 30201 |  | 一般公共预算', 18.4],
  ['2010302 | 项目支出 | 30213 | 维修 | 一般公共预算', 35.1],
  ['2010302 | 项目支出 | 30201 | 会议 | 一般公共预算', 25.5],
];
const rows = (times: number): readonly string[] =>
  ROWS.map(([row, amount]) => `${row} | ${Math.round(amount * times * 100) / 100}`);

/** Compiled from this year's ledger in 万元 and last year's in another sheet. */
async function compiled(last: readonly string[]): Promise<Snapshot> {
  const ledgers = workbook({
    本年: ['河口镇人民政府2026年部门预算台账 | 单位：万元', HEADER, ...rows(1)],
    上年: last,
  });
  const result = await compileWorkbook(ledgers, {});
  if (!result.ok) throw new Error(result.because);
  return afterCompiling(ledgers, result);
}

const IN_YUAN = ['河口镇人民政府2025年部门预算台账', HEADER, ...rows(9500)];
const DOUBT =
  '▲ 需核实  上年!F3  上年第3行“金额”列：台账里的金额都是整数，多在一亿元以上，疑似金额单位写错（把元当万元），请核实。按元填的，请在列名里写明“（元）”。';

async function said(command: string, snapshot: Snapshot): Promise<string> {
  const argv = command === 'check' ? ['check', 'in.xlsx'] : ['narrate', 'in.xlsx', '-o', 'out.txt'];
  const files = { 'in.xlsx': fileOf(snapshot) };
  return (await budget(argv, { files, check: checkSnapshot })).stdout.replace(/\n {8}/g, '');
}

test('compiling says it once', async () => {
  const files = {
    'in.xlsx': fileOf(
      workbook({ 本年: ['河口镇人民政府2026年部门预算台账 | 单位：万元', HEADER, ...rows(1)], 上年: IN_YUAN }),
    ),
  };
  const { stdout } = await budget(['compile', 'in.xlsx', '-o', 'out.xlsx'], { files, check: checkSnapshot });
  expect(stdout.replace(/\n {8}/g, '').split(DOUBT)).toHaveLength(2);
});

describe.each(['check', 'narrate'])(
  '%s of a workbook whose last year’s ledger stands in 元 and does not say so',
  (command) => {
    test('doubts it as compiling did', async () => {
      expect((await said(command, await compiled(IN_YUAN))).split('\n')).toContain(DOUBT);
    });

    test.each<[says: string, last: readonly string[]]>([
      ['it is in 万元', ['河口镇人民政府2025年部门预算台账', HEADER, ...rows(0.95)]],
      ['it says that it is in 元', ['河口镇人民政府2025年部门预算台账 | 单位：元', HEADER, ...rows(9500)]],
    ])('says nothing where %s', async (_says, last) => {
      expect(await said(command, await compiled(last))).not.toContain('疑似金额单位写错');
    });

    test('says nothing where last year’s figures were filled in otherwise', async () => {
      const snapshot = await compiled(IN_YUAN);
      const typed = readPriorRows(snapshot).flatMap(({ cell: { sheet, row } }): readonly [string, CellValue][] => [
        [`${sheet}!E${row + 1}`, 100],
        [`${sheet}!G${row + 1}`, '决算'],
      ]);
      expect(await said(command, withValues(snapshot, Object.fromEntries(typed)))).not.toContain('疑似金额单位写错');
    });
  },
);
