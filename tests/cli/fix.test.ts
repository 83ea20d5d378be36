import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkSnapshot } from '../../src/commands/check';
import type { Snapshot } from '../../src/engine/snapshot/snapshot';
import { openXlsx } from '../../src/hosts/xlsx/open-xlsx';
import { oneCell, partsDiffer, report } from '../commands/report-fixture';
import { fileOf } from '../fixtures/answered';
import { placeOf, valueAt, withValues } from '../fixtures/edit';
import { mended } from '../fixtures/sample';
import { budget } from './terminal';
import type { Ran, World } from './terminal';
import { workbookFile } from './workbook-file';

// A busy machine must not fail a test.
jest.setTimeout(600_000);

const original = new Uint8Array(
  readFileSync(join(__dirname, '../../assets/sample/云州市人民政府办公室2021年部门预算.xlsx')),
);

const world = (bytes: Uint8Array = original, more: World = {}): World => ({
  files: { 'in.xlsx': bytes },
  check: checkSnapshot,
  ...more,
});

function output(ran: Ran): Uint8Array {
  const bytes = ran.written.get('out.xlsx');
  if (!bytes) throw new Error(`nothing was written: ${ran.stderr}`);
  return bytes;
}

function read(bytes: Uint8Array): Snapshot {
  const opened = openXlsx(bytes);
  if (!opened.ok) throw new Error(opened.because);
  return opened.workbook.snapshot;
}

/** The places that hold something else than before, sheets of our own left out. */
function changed(before: Snapshot, after: Snapshot): readonly string[] {
  const values = (of: Snapshot): ReadonlyMap<string, string> =>
    new Map(
      of.sheets
        .filter((sheet) => !sheet.ours)
        .flatMap((sheet) =>
          sheet.rows.flatMap(({ row, cells }) =>
            cells.map((cell) => [
              placeOf({ sheet: sheet.name, row, column: cell.column }),
              JSON.stringify([cell.value, cell.formula, cell.format]),
            ]),
          ),
        ) as [string, string][],
    );
  const [old, now] = [values(before), values(after)];
  return [...new Set([...old.keys(), ...now.keys()])].filter((place) => old.get(place) !== now.get(place)).sort();
}

const lines = (ran: Ran): readonly string[] => ran.stdout.trimEnd().split('\n');
const changesSaid = (ran: Ran): readonly string[] => lines(ran).filter((line) => line.startsWith('改  '));
// How sure a suggestion is belongs to the localisation's own tests.
const SURE = /（可信度9\d%）$/;

describe('the sample', () => {
  let ran: Ran;
  beforeAll(async () => {
    ran = await budget(['fix', 'in.xlsx', '-o', 'out.xlsx'], world());
  });

  test('each change is said with old and new value, and what was left, and what remains', () => {
    expect(ran.stderr).toBe('');
    for (const line of changesSaid(ran)) expect(line).toMatch(SURE);
    expect(changesSaid(ran).map((line) => line.replace(SURE, ''))).toEqual([
      '改  表三!E9  1,249.92 → 1,249.62  表三“行政运行”合计，疑似有一位数字写错',
      '改  表六!F12  空 → 54.60  表六“差旅费”公用经费，疑似漏填',
      '改  表六!F29  179.41 → 179.40  表六“合计”公用经费，疑似有一位数字写错',
    ]);
    expect(lines(ran).slice(3)).toEqual([
      expect.stringMatching(/^留 {2}另有\d+处没有唯一的改法，或不是改数能解决的，没有改，仍标在表里：表一!B11、/),
      expect.stringMatching(/^ {4}.*等$/),
      '已写入out.xlsx：改3格，逐条列在“修改记录”工作表；其余问题标在表里，见“审核结果”工作表。',
      expect.stringMatching(/^改后：错误\d+ /),
    ]);
    expect(ran.status).toBe(1);
  });

  test('three cells hold other values, and nothing else does', () => {
    const after = read(output(ran));
    expect(changed(read(original), after)).toEqual(['表三!E9', '表六!F12', '表六!F29']);
    expect(['表三!E9', '表六!F12', '表六!F29'].map((place) => valueAt(after, place))).toEqual([1249.62, 54.6, 179.4]);
  });

  test('what was mended is not found any more, what was not is still flagged', async () => {
    const after = read(output(ran));
    const [before, now] = [await checkSnapshot(read(original)), await checkSnapshot(after)];
    const mended = before.causes.filter((cause) => cause.determined);
    const determined = mended.map((cause) => cause.id);
    const errors = mended.filter((cause) => cause.severity === 'error').length;
    expect(determined).toHaveLength(3);
    expect(now.causes.filter((cause) => determined.includes(cause.id))).toEqual([]);
    expect(now.summary.error).toBe(before.summary.error - errors);
    expect(after.sheets.map((sheet) => sheet.name)).toEqual([
      ...read(original).sheets.map((sheet) => sheet.name),
      '审核结果',
      '修改记录',
    ]);
    const flaggedIn = (name: string): number => after.sheets.find((sheet) => sheet.name === name)?.flags.length ?? 0;
    expect(flaggedIn('表二')).toBeGreaterThan(0);
    const flagged = after.sheets.flatMap((sheet) =>
      sheet.flags.flatMap(({ severity, areas }) =>
        severity === 'error'
          ? areas.map((area) => placeOf({ sheet: sheet.name, row: area.top, column: area.left }))
          : [],
      ),
    );
    expect(flagged).not.toContain('表三!E9');
    expect(flagged).toContain('表二!J19');
  });

  test('the record lists them, and an earlier one is kept', async () => {
    const rows = (of: Snapshot, name: string): readonly (readonly unknown[])[] =>
      (of.sheets.find((sheet) => sheet.name === name)?.rows ?? []).map((row) => row.cells.map((cell) => cell.value));
    const after = read(output(ran));
    expect(rows(after, '修改记录').slice(1)).toEqual([
      ['序号', '位置', '科目', '原值', '改为', '差额', '依据', '可信度'],
      [
        1,
        '表三!E9',
        '行政运行',
        1249.92,
        1249.62,
        -0.3,
        '表三“行政运行”合计，疑似有一位数字写错',
        expect.stringMatching(/^9\d%$/),
      ],
      [2, '表六!F12', '差旅费', 54.6, 54.6, '表六“差旅费”公用经费，疑似漏填', expect.stringMatching(/^9\d%$/)],
      [
        3,
        '表六!F29',
        '合计',
        179.41,
        179.4,
        -0.01,
        '表六“合计”公用经费，疑似有一位数字写错',
        expect.stringMatching(/^9\d%$/),
      ],
    ]);
    const again = await budget(['fix', 'in.xlsx', '-o', 'out.xlsx'], world(output(ran)));
    expect(changesSaid(again)).toEqual([]);
    expect(again.stdout).toContain('没有可以确定的改法。已写入out.xlsx：没有改数');
    expect(changed(after, read(output(again)))).toEqual([]);
    expect(rows(read(output(again)), '修改记录')).toEqual(rows(after, '修改记录'));
  });

  test('a dry run says the same changes and writes nothing', async () => {
    const dry = await budget(['fix', 'in.xlsx', '--dry-run'], world());
    expect(changesSaid(dry)).toEqual(changesSaid(ran));
    expect(dry.written.size).toBe(0);
    expect(lines(dry)).toContain('试运行：可改3格，没有写文件。');
    expect(dry.status).toBe(1);
    const named = await budget(['fix', 'in.xlsx', '--dry-run', '-o', 'out.xlsx'], world());
    expect(named.written.size).toBe(0);
  });

  test('only what is sure enough, and only the causes asked for', async () => {
    const sure = await budget(['fix', 'in.xlsx', '-o', 'out.xlsx', '--min-confidence', '1'], world());
    expect(changesSaid(sure)).toEqual([]);
    expect(sure.stdout).toMatch(/^留 {2}表三!E9 {2}可信度不够，没有改（可信度9\d%）$/m);
    expect(changed(read(original), read(output(sure)))).toEqual([]);

    const omission = await budget(['fix', 'in.xlsx', '-o', 'out.xlsx', '--only', '漏填'], world());
    expect(changesSaid(omission).map((line) => line.split('  ')[1])).toEqual(['表六!F12']);
    expect(changed(read(original), read(output(omission)))).toEqual(['表六!F12']);
    expect(lines(omission)).toContain('留  表三!E9  不在--only所列原因之内，没有改');
  });
});

const sum = partsDiffer('f-sum', '表五!B2', '347.15', '374.15', ['表五!B3', '表五!B4']);
const slip = report([sum], [oneCell('c-1', '表五!B3', '147.15', [sum])]);
const small = workbookFile({ 表五: [['题'], ['文化和旅游', 347.15], ['群众文化', 174.15], ['其他文化', 200]] });

test('a workbook without errors afterwards is status 0', async () => {
  const check: World['check'] = async (snapshot) => (valueAt(snapshot, '表五!B3') === 147.15 ? report([]) : slip);
  const ran = await budget(['fix', 'in.xlsx', '-o', 'out.xlsx'], world(small, { check }));
  expect(ran).toMatchObject({ status: 0, stderr: '' });
  expect(lines(ran).at(-1)).toBe('改后：没有错误');
});

const noted = report([{ ...sum, severity: 'note' }]);

test.each([
  ['a mistake, and nothing else', slip, report([]), '已写入out.xlsx：改1格，逐条列在“修改记录”工作表。'],
  ['a mistake beside notes', slip, noted, '已写入out.xlsx：改1格，逐条列在“修改记录”工作表；提示见“审核结果”工作表。'],
  ['nothing', report([]), report([]), '没有要改的数。已写入out.xlsx：没有改数。'],
  ['notes alone', noted, noted, '没有要改的数。已写入out.xlsx：没有改数；提示见“审核结果”工作表。'],
  [
    'what has no single way to be mended',
    report([sum]),
    report([sum]),
    '没有可以确定的改法。已写入out.xlsx：没有改数；问题标在表里，见“审核结果”工作表。',
  ],
])('of %s no more is said than there is', async (_, before, after, closing) => {
  const check: World['check'] = async (snapshot) => (valueAt(snapshot, '表五!B3') === 147.15 ? after : before);
  const ran = await budget(['fix', 'in.xlsx', '-o', 'out.xlsx'], world(small, { check }));
  expect(lines(ran).at(-2)).toBe(closing);
});

describe('what a change brings out', () => {
  const at = (snapshot: Snapshot, place: string): unknown => valueAt(snapshot, place);
  const saying = (place: string, amount: string) =>
    report([sum], [oneCell(`c-${place}-${amount}`, place, amount, [sum])]);
  const records = (ran: Ran): readonly (readonly unknown[])[] =>
    (read(output(ran)).sheets.find(({ name }) => name === '修改记录')?.rows ?? [])
      .slice(2)
      .map(({ cells }) => cells.slice(0, 5).map(({ value }) => value));

  test('is mended in the same run, and recorded in the same sheet', async () => {
    const check: World['check'] = async (snapshot) => {
      if (at(snapshot, '表五!B3') !== 147.15) return saying('表五!B3', '147.15');
      return at(snapshot, '表五!B4') === 210 ? report([]) : saying('表五!B4', '210');
    };
    const ran = await budget(['fix', 'in.xlsx', '-o', 'out.xlsx'], world(small, { check }));
    expect(ran.status).toBe(0);
    expect(changesSaid(ran)).toHaveLength(2);
    expect(lines(ran).at(-1)).toBe('改后：没有错误');
    expect(records(ran)).toEqual([
      [1, '表五!B3', 174.15, 147.15, -27],
      [2, '表五!B4', 200, 210, 10],
    ]);
  });

  test('may put right a cell that was changed before: one line, from what stood there at first', async () => {
    const check: World['check'] = async (snapshot) => {
      if (at(snapshot, '表五!B3') === 174.15) return saying('表五!B3', '150');
      return at(snapshot, '表五!B3') === 147.15 ? report([]) : saying('表五!B3', '147.15');
    };
    const ran = await budget(['fix', 'in.xlsx', '-o', 'out.xlsx'], world(small, { check }));
    expect(records(ran)).toEqual([[1, '表五!B3', 174.15, 147.15, -27]]);
    expect(ran.stdout).toContain('改1格');
  });

  test('never goes round in circles, and the status is that of what is left', async () => {
    const check: World['check'] = async (snapshot) =>
      saying('表五!B3', at(snapshot, '表五!B3') === 174.15 ? '150' : '174.15');
    const ran = await budget(['fix', 'in.xlsx', '-o', 'out.xlsx'], world(small, { check }));
    expect(records(ran)).toEqual([[1, '表五!B3', 174.15, 150, -24.15]]);
    expect(ran.status).toBe(1);
  });
});

test('what cannot be used is status 2, and the input is never written', async () => {
  const nothing = { ...report([]), edition: undefined, tables: [] };
  const cases = [
    await budget(['fix', 'in.xlsx', '-o', 'out.xlsx'], world(small, { check: async () => nothing })),
    await budget(['fix', 'in.xlsx', '-o', 'out.xlsx'], world(new Uint8Array([1, 2, 3]))),
    await budget(['fix', 'in.xlsx', '-o', 'in.xlsx'], world(small, { check: async () => slip })),
  ];
  for (const { status, stdout, stderr, written } of cases) {
    expect({ status, stdout, written: written.size }).toEqual({ status: 2, stdout: '', written: 0 });
    expect(stderr).not.toBe('');
  }
});

test.each([
  [['fix', 'a.xlsx'], '没有写输出文件'],
  [['fix', 'a.xlsx', '--dry-run', '--only', 'typo'], '--only不能是“typo”，只能是typing（笔误）、sign（正负号）'],
  [['fix', 'a.xlsx', '--dry-run', '--only', 'typing,xx'], '--only不能是“xx”'],
  [['fix', 'a.xlsx', '--dry-run', '--min-confidence', '90'], '--min-confidence不能是“90”，只能是0…1'],
  [['fix', 'a.xlsx', '--dry-run', '--lang', 'en', '--only', 'typo'], '--only cannot be “typo”, only typing, sign'],
])('%j is not understood', async (argv, said) => {
  const ran = await budget(argv);
  expect(ran.status).toBe(2);
  expect(ran.stderr).toContain(said);
});

test('the help says how', async () => {
  const ran = await budget(['fix', '--help']);
  expect(ran.status).toBe(0);
  for (const option of ['--only', '--min-confidence', '--dry-run']) expect(ran.stdout).toContain(option);
  expect((await budget(['--help'])).stdout).toContain('fix ');
});

test('blanks that are filled alike are one line, with their number and their cells', async () => {
  const tables = withValues(mended, { '表五!E7': null, '表五!E8': null, '表五!E9': null, '表五!E10': null });
  const ran = await budget(['fix', 'in.xlsx', '--dry-run'], world(fileOf(tables)));
  const lines = ran.stdout.replace(/\n +/g, '').split('\n');
  const filled = lines.filter((line) => line.startsWith('改') && line.includes('空着'));
  expect(filled).toEqual([
    expect.stringMatching(/^改 {2}表五!E7:E10 {2}空着的4格 {2}表五有4格合计空着，.*（可信度\d+%）$/),
  ]);
  expect(ran.stdout).toMatch(/试运行：可改4格/);
});
