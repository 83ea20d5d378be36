import { checkSnapshot } from '../../src/commands/check';
import { readPriorRows } from '../../src/engine/asked/read-prior';
import type { Snapshot } from '../../src/engine/snapshot/snapshot';
import { findingSentence } from '../../src/i18n/catalogue';
import { compiledWorkbook, SCHOOL, typedInto } from '../fixtures/compiled-department';
import { placeOf } from '../fixtures/edit';

/** The same items with what they were last year, and one that is no more. */
const LINES: typeof SCHOOL = [
  ...SCHOOL.map(([functional, kind, economic, project, fund, now], index): (typeof SCHOOL)[number] => [
    functional,
    kind,
    economic,
    project,
    fund,
    now,
    Number(now) - index,
  ]),
  ['2050299', '项目支出', '30299', '体育器材', '一般公共预算', '', 4.4],
];

const compiled = compiledWorkbook(LINES, false);

async function said(snapshot: Snapshot): Promise<readonly string[]> {
  const { findings } = await checkSnapshot(snapshot);
  return findings
    .filter(({ rule }) => rule === 'f-prior')
    .map(({ cells, facts }) => `${cells.map(placeOf).join(' ')} | ${findingSentence(facts, 'zh-CN')}`);
}

const rowsOf = (snapshot: Snapshot): ReturnType<typeof readPriorRows> =>
  readPriorRows(snapshot).filter(({ from }) => from === '台账');

const MEND = '要照台账写，再编一次；要用自己填的，把那一行的“来源”改成别的（如“决算”）。';

test('each figure of last year that says it is the ledger’s and was changed by hand is named', async () => {
  const workbook = await compiled;
  const rows = rowsOf(workbook).filter(({ value }) => typeof value === 'number' && value > 0);
  expect(rows.length).toBeGreaterThan(10);
  for (const { cell, value } of rows) {
    const held = Number(value) + 17.5;
    expect(await said(typedInto(workbook, { [placeOf(cell)]: held }))).toEqual([
      `${placeOf(cell)} | “上年数”里来源写“台账”的数有1处与台账不同：${placeOf(cell)}现为${held.toFixed(2)}，台账为${Number(value).toFixed(2)}。${MEND}`,
    ]);
  }
});

test('nothing is said of one that says where else it comes from, of what is open, and of the same amount', async () => {
  const workbook = await compiled;
  const [first] = rowsOf(workbook).filter(({ value }) => typeof value === 'number' && value > 0);
  if (!first) throw new Error('no figure of last year');
  const { row, column, sheet } = first.cell;
  const at = placeOf(first.cell);
  const from = placeOf({ sheet, row, column: column + 2 });
  expect(await said(workbook)).toEqual([]);
  expect(await said(typedInto(workbook, { [at]: 999, [from]: '决算' }))).toEqual([]);
  expect(await said(typedInto(workbook, { [at]: '待填' }))).toEqual([]);
  expect(await said(typedInto(workbook, { [at]: null }))).toEqual([]);
  expect(await said(typedInto(workbook, { [at]: String(first.value) }))).toEqual([]);
  // A ledger that cannot be relied on speaks against nothing.
  expect(await said(typedInto(workbook, { [at]: 999, '台账!A3': '9999999' }))).toEqual([]);
});

test('several are one entry, and so is a ledger that was changed afterwards', async () => {
  const workbook = await compiled;
  const [a, b] = rowsOf(workbook).filter(({ value }) => typeof value === 'number' && value > 0);
  if (!a || !b) throw new Error('too few figures of last year');
  const lines = await said(typedInto(workbook, { [placeOf(a.cell)]: 1.01, [placeOf(b.cell)]: 2.02 }));
  expect(lines).toEqual([expect.stringContaining(`有2处与台账不同：${placeOf(a.cell)}现为1.01，`)]);
  const after = await said(typedInto(workbook, { '台账!I2': 100 }));
  expect(after).toEqual([expect.stringMatching(/有\d+处与台账不同：/)]);
});
