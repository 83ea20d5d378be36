import { checkSnapshot } from '../../../src/commands/check';
import { compileWorkbook } from '../../../src/commands/compile';
import { discloseWorkbook, writeDisclosure } from '../../../src/commands/disclose';
import { narrateWorkbook } from '../../../src/commands/narrate';
import type { Snapshot } from '../../../src/engine/snapshot/snapshot';
import { afterCompiling } from '../../fixtures/compiled';
import { withValues } from '../../fixtures/edit';
import { ledgerWorkbook, rowsOf } from '../../fixtures/sample-ledger';

/** A workbook that was compiled when nobody had said yet whose and of which year it is. */
async function unnamed(): Promise<Snapshot> {
  const lines = [['2010301', '项目支出', '30227', '征迁', '一般公共预算', 30, '']] as const;
  const ledger = ledgerWorkbook(rowsOf(lines));
  const compiled = await compileWorkbook(ledger);
  if (!compiled.ok) throw new Error(compiled.because);
  return afterCompiling(ledger, compiled);
}

async function text(snapshot: Snapshot): Promise<string> {
  const composed = discloseWorkbook(snapshot, await narrateWorkbook(snapshot));
  if (!composed) throw new Error('no document');
  return new TextDecoder().decode(writeDisclosure(composed, 'txt'));
}

const lines = (of: string, pattern: RegExp): ReadonlySet<string> => new Set(of.match(pattern) ?? []);

test('what was filled in only afterwards stands over the tables too, and the check says that they lack it', async () => {
  const named = withValues(await unnamed(), { '单位情况!C3': '青河县土地储备中心', '单位情况!C4': 2021 });
  const said = await text(named);
  expect(lines(said, /编制部门：\S*/g)).toEqual(new Set(['编制部门：青河县土地储备中心']));
  expect(lines(said, /（\S*年）/g)).toEqual(new Set(['（2021年）']));
  expect(said).toContain('备注：青河县土地储备中心2021年没有安排政府性基金预算支出，本表为空表。');
  expect(said).toMatch(/预算单位\s+青河县土地储备中心/);
  const { findings } = await checkSnapshot(named);
  expect(findings.map(({ rule }) => rule)).toContain('s-department');
});

test('what nobody has said is marked there', async () => {
  const snapshot = await unnamed();
  expect(lines(await text(snapshot), /编制部门：\S*/g)).toEqual(new Set(['编制部门：【待填：部门名称】']));
  expect((await checkSnapshot(snapshot)).findings.map(({ rule }) => rule)).not.toContain('s-department');
});
