import { checkSnapshot } from '../../src/commands/check';
import { compileWorkbook } from '../../src/commands/compile';
import { narrateWorkbook } from '../../src/commands/narrate';
import type { Snapshot } from '../../src/engine/snapshot/snapshot';
import { afterCompiling } from '../fixtures/compiled';
import { ledgerWorkbook, rowsOf, sampleLines } from '../fixtures/sample-ledger';

const carriedOver = ['2010399', '项目支出', '30201', '业务活动经费', '上年结余', 15.8, 9] as const;

async function compiled(lines: Parameters<typeof rowsOf>[0]): Promise<Snapshot> {
  const ledger = ledgerWorkbook(rowsOf(lines));
  const result = await compileWorkbook(ledger, { department: '云州市人民政府办公室', year: 2021 });
  if (!result.ok) throw new Error(result.because);
  expect(result.compilation.conflicts).toEqual([]);
  return afterCompiling(ledger, result);
}

/** The labels of the income side of 表一 with their amounts or formulas. */
function incomeOf(snapshot: Snapshot): readonly string[] {
  const rows = snapshot.sheets.find(({ name }) => name === '表一')?.rows ?? [];
  return rows.flatMap(({ cells }) => {
    const [label, amount] = [0, 1].map((at) => cells.find(({ column }) => column === at));
    return typeof label?.value === 'string' ? [`${label.value} ${amount?.formula ?? ''}`.trim()] : [];
  });
}

describe('money carried over from last year', () => {
  test('has a row in 表一, which its total adds up', async () => {
    const snapshot = await compiled([...sampleLines, carriedOver]);
    const income = incomeOf(snapshot);
    expect(income).toContainEqual(expect.stringMatching(/^上年结余 表二!/));
    const { findings } = await checkSnapshot(snapshot);
    expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  test('is compared with last year’s by what the ledger says of it', async () => {
    const narrated = await narrateWorkbook(await compiled([...sampleLines, carriedOver]));
    expect(narrated.narration?.missing.filter(({ what }) => what === 'prior')).toEqual([]);
  });

  test('has none where there is none', async () => {
    expect(incomeOf(await compiled(sampleLines)).filter((line) => line.startsWith('上年结余'))).toEqual([]);
  });
});
