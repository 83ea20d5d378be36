import { checkSnapshot } from '../../src/commands/check';
import { compileWorkbook } from '../../src/commands/compile';
import type { CellValue, Snapshot } from '../../src/engine/snapshot/snapshot';
import { fileOf } from '../fixtures/answered';
import { compiledWorkbook, SCHOOL, typedInto } from '../fixtures/compiled-department';
import { budget } from './terminal';

jest.setTimeout(600_000);

/** Longer than the shortest goal. */
const DEPARTMENT = '平川县教育体育和文化旅游局机关幼儿园（筹）';
const LONG = '城乡义务教育薄弱环节改善与能力提升补助资金';

async function open(edits: Readonly<Record<string, CellValue>>, project = '校舍维修'): Promise<Snapshot> {
  const lines = SCHOOL.map((line): (typeof SCHOOL)[number] => {
    const [functional, kind, economic, name, ...more] = line;
    return [functional, kind, economic, name === '校舍维修' ? project : name, ...more];
  });
  return typedInto(await compiledWorkbook(lines, true, { department: DEPARTMENT, year: 2021 }), edits);
}

/** What is open of performance tables in the text. */
async function openIn(workbook: Snapshot): Promise<readonly string[]> {
  const ran = await budget(['narrate', 'in.xlsx', '-o', 'out.txt'], {
    files: { 'in.xlsx': fileOf(workbook) },
    check: checkSnapshot,
    terminal: true,
    columns: 300,
  });
  return ran.stdout.split('\n').flatMap((line) => (/^ {2}绩效1!/.test(line) ? [line.trim()] : []));
}

describe('a performance table without indicators is listed', () => {
  test.each<[says: string, edits: Readonly<Record<string, CellValue>>, project: string, line: string]>([
    ['with its goal, however long the names above it are', {}, LONG, `绩效1!D11  绩效“${LONG}”的年度目标和指标`],
    [
      'without its goal, however short that is',
      { '绩效1!B9': '修好校舍' },
      '校舍维修',
      '绩效1!D11  绩效“校舍维修”的指标',
    ],
    [
      'by its sheet where it names no project',
      { '绩效1!B3': null },
      '校舍维修',
      '绩效1!D11  绩效1（没有写项目名称）的年度目标和指标',
    ],
  ])('%s', async (_says, edits, project, line) => {
    expect(await openIn(await open(edits, project))).toEqual([line]);
  });

  test('not one of the whole department: it is another table, of which this edition says nothing', async () => {
    const whole = { '绩效1!A1': '部门整体支出绩效目标表', '绩效1!A3': '部门（单位）名称', '绩效1!B3': DEPARTMENT };
    const workbook = await open(whole);
    expect(await openIn(workbook)).toEqual([]);
    const { findings, sheets } = await checkSnapshot(workbook);
    expect(findings.filter(({ sheet }) => sheet === '绩效1').map(({ rule }) => rule)).toEqual([]);
    expect(sheets.find(({ sheet }) => sheet === '绩效1')?.reason?.code).toBe('sheet-unknown');
  });

  test('not where nobody has begun to fill it in', async () => {
    const blank = { '绩效1!B3': null, '绩效1!C5': null, '绩效1!C6': null, '绩效1!C7': null };
    expect(await openIn(await open(blank))).toEqual([]);
  });
});

test('names that performance tables share are no goals: none is copied, none goes along into another workbook', async () => {
  const workbook = await open({});
  const { findings } = await checkSnapshot(workbook);
  expect(findings.filter(({ rule }) => rule === 'p-copied')).toEqual([]);
  const tables = { ...workbook, sheets: workbook.sheets.filter(({ name }) => /^(表|绩效)/.test(name)) };
  const result = await compileWorkbook(tables, { department: DEPARTMENT, year: 2021 });
  if (!result.ok) throw new Error(result.because);
  expect(result.compilation.forms.map(({ isFilled }) => isFilled)).toEqual([false, false, false]);
});
