import { checkSnapshot } from '../../src/commands/check';
import { compileWorkbook } from '../../src/commands/compile';
import type { Cause } from '../../src/engine/finding/finding';
import { addressOf } from '../../src/engine/snapshot/address';
import type { CellValue, Snapshot } from '../../src/engine/snapshot/snapshot';
import { compileSentence } from '../../src/i18n/compile/sentence';
import { afterCompiling } from '../fixtures/compiled';
import { withValues } from '../fixtures/edit';
import { ledgerWorkbook, rowsOf } from '../fixtures/sample-ledger';

const PROJECTS: readonly (readonly [name: string, amount: number])[] = [
  ['农技推广服务补助', 10],
  ['动物疫病强制免疫', 80],
  ['乡村人居环境整治', 150],
  ['农村基础设施建设', 88],
];
const start = ledgerWorkbook(
  rowsOf([
    ['2130301', '基本支出', '30101', '', '一般公共预算', 60, ''],
    ...PROJECTS.map(([name, now]) => ['2130306', '项目支出', '30213', name, '一般公共预算', now, ''] as const),
  ]),
);

async function compiled(ledger: Snapshot): Promise<Snapshot> {
  const result = await compileWorkbook(ledger, { department: '北川县水利站', year: 2021 });
  if (!result.ok) throw new Error(result.because);
  return afterCompiling(ledger, result);
}

/** Compiled, changed, and compiled once more. */
const again = async (values: Readonly<Record<`${string}!${string}`, CellValue>>): Promise<Snapshot> =>
  compiled(withValues(await compiled(start), values));

/** Causes that are of amounts of performance tables, or of their projects. */
async function causesIn(workbook: Snapshot): Promise<readonly Cause[]> {
  const { causes } = await checkSnapshot(workbook);
  return causes.filter(({ facts: { code } }) => code !== 'form-kinds');
}

describe('a performance table that is one too many', () => {
  test('of a project that was renamed in the ledger is told alone, with what is said of its project', async () => {
    const workbook = await again({ '台账!F4': '动物疫病强制免疫疫苗采购（第二批）' });
    const causes = await causesIn(workbook);
    expect(causes.map(({ facts }) => compileSentence(facts, 'zh-CN'))).toEqual([
      '多出的正是绩效“动物疫病强制免疫”财政拨款的80.00万元：“动物疫病强制免疫”有绩效目标表，表七没有这个项目。多余的绩效目标表（如项目改名前的）请删去，漏列的项目请补列。',
    ]);
    const [cause] = causes;
    expect(cause).toMatchObject({ determined: false, findings: { length: 2 } });
    expect(cause?.alternatives.map((way) => way.map(({ cell }) => addressOf(cell)))).toEqual([['绩效2!C6']]);
  });

  test('another amount of a table that has its project is not', async () => {
    const causes = await causesIn(withValues(await compiled(start), { '绩效2!C6': 160 }));
    expect(causes.map(({ facts: { code } }) => code)).not.toContain('form-excess');
    expect(causes.length).toBeGreaterThan(0);
  });
});
