import { checkSnapshot } from '../../src/commands/check';
import { entriesOf } from '../../src/commands/entries';
import type { Snapshot } from '../../src/engine/snapshot/snapshot';
import { findingSentence } from '../../src/i18n/catalogue';
import { compiledWorkbook, SCHOOL, typedInto } from '../fixtures/compiled-department';
import { fieldOf } from '../fixtures/compiled-forms';
import { placeOf, type Place } from '../fixtures/edit';

/** Beside the school's own project another of the general public budget, and one that a fund pays for. */
const LINES: typeof SCHOOL = [
  ...SCHOOL,
  ['2050202', '项目支出', '30213', '围墙维修', '一般公共预算', 812.75, ''],
  ['2120816', '项目支出', '30227', '校园绿化', '政府性基金预算', 260, ''],
];
const formulas = compiledWorkbook(LINES, false);
const values = compiledWorkbook(LINES, true);

const withoutLedger = (workbook: Snapshot): Snapshot => ({
  ...workbook,
  sheets: workbook.sheets.filter(({ name }) => name !== '台账'),
});
const asItIs = (workbook: Snapshot): Snapshot => workbook;

async function said(snapshot: Snapshot): Promise<readonly string[]> {
  return entriesOf(await checkSnapshot(snapshot))
    .filter(({ speaker, severity }) => speaker.rule !== 'p-kinds' && severity !== 'note')
    .map(({ facts, cells }) => `${cells.map(placeOf).join(' ')} ${findingSentence(facts, 'zh-CN')}`);
}

/** Where the table of projects names one. */
function nameIn(workbook: Snapshot, project: string): Place {
  const places = (workbook.sheets.find(({ name }) => name === '表七')?.rows ?? []).flatMap(({ row, cells }) =>
    cells.flatMap(({ column, value }) => (value === project ? [placeOf({ sheet: '表七', row, column })] : [])),
  );
  const [place] = places;
  if (place === undefined) throw new Error(`no row of ${project}`);
  return place;
}

const PROJECTS = [
  ['校舍维修', '35.00'],
  ['围墙维修', '812.75'],
] as const;

describe.each([
  ['formulas', formulas],
  ['values', values],
])('a project that one place alone calls otherwise is one entry: %s', (_, compiled) => {
  test.each(PROJECTS)('in its performance table: %s', async (project, amount) => {
    const workbook = await compiled;
    const form = fieldOf(workbook, project, '项目名称');
    const row = nameIn(workbook, project);
    const rowAt = `表七第${row.replace(/^.*!\D+/, '')}行`;
    const renamed = typedInto(workbook, { [form]: '电子屏租赁' });
    expect(await said(renamed)).toEqual([
      `${form} 绩效“电子屏租赁”，${rowAt}、台账都写作“${project}”，金额相同（${amount}万元），像是改了名。请改为“${project}”。`,
    ]);
    expect(await said(withoutLedger(renamed))).toEqual([
      `${form} ${row} 绩效“电子屏租赁”与${rowAt}“${project}”金额相同（${amount}万元），像是同一个项目改了名。请统一名称。`,
    ]);
  });

  test.each(PROJECTS)('in the table of projects: %s', async (project, amount) => {
    const workbook = await compiled;
    const form = fieldOf(workbook, project, '项目名称');
    const row = nameIn(workbook, project);
    const rowAt = `表七第${row.replace(/^.*!\D+/, '')}行`;
    const renamed = typedInto(workbook, { [row]: '电子屏租赁' });
    expect(await said(renamed)).toEqual([
      `${row} ${rowAt}“电子屏租赁”，绩效目标表、台账都写作“${project}”，金额相同（${amount}万元），像是改了名。请改为“${project}”。`,
    ]);
    expect(await said(withoutLedger(renamed))).toEqual([
      `${form} ${row} 绩效“${project}”与${rowAt}“电子屏租赁”金额相同（${amount}万元），像是同一个项目改了名。请统一名称。`,
    ]);
  });
});

test.each([
  ['with the ledger', asItIs],
  ['without it', withoutLedger],
])('a shortened name is no other, %s', async (_, left) => {
  const workbook = await formulas;
  const form = fieldOf(workbook, '围墙维修', '项目名称');
  expect(await said(left(typedInto(workbook, { [form]: '围墙维修（一期）' })))).toEqual([]);
});
