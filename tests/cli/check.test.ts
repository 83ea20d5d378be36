import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import Ajv from 'ajv/dist/2020';
import { checkSnapshot } from '../../src/commands/check';
import type { CheckReport } from '../../src/engine/finding/report';
import { openXlsx } from '../../src/hosts/xlsx/open-xlsx';
import { cellAt } from '../../src/engine/snapshot/snapshot';
import { either, oneCell, partsDiffer, ref, report, sameDiffer } from '../commands/report-fixture';
import { answering, budget } from './terminal';
import type { World } from './terminal';
import { workbookFile } from './workbook-file';

const sum = partsDiffer('f-sum', '表五!G8', '347.15', '374.15', ['表五!G9', '表五!G10']);
const total = partsDiffer('f-total', '表五!E9', '1347.15', '1374.15', ['表五!F9', '表五!G9']);
const twice = sameDiffer('f-twice', ['表五!G9', '174.15'], ['表七!C5', '147.15']);
const other = sameDiffer('f-other', ['表一!B9', '38.50'], ['表二!E6', '18.50']);
const faint = partsDiffer('f-faint', '表六!E20', '961.61', '961.60', ['表六!E8', '表六!E9'], 'note');

const wrong = report(
  [twice, sum, total, other, faint],
  [
    { ...oneCell('c-1', '表五!G9', '147.15', [twice, sum, total]) },
    {
      ...either('c-2', ['表一!B9', '表二!E6'], [other]),
      facts: {
        code: 'cell-tie',
        cells: [quoted(other, 0), quoted(other, 1)],
        expected: ['18.50', '38.50'],
        difference: '20',
        settles: 1,
        moneyUnit: '万元',
      },
    },
  ],
  [
    {
      rule: 'c-project',
      facts: { code: 'unchecked-columns', table: '表三', headers: ['项目支出'], count: 3 },
      cells: [],
      count: 3,
    },
  ],
);
const doubtful = report([{ ...other, severity: 'warning' }], []);
const clean = report([]);
const nothing: CheckReport = {
  ...report([]),
  edition: undefined,
  tables: [],
  sheets: [
    {
      sheet: '通讯录',
      tables: [],
      reason: { code: 'sheet-unknown', nearest: '部门支出总体情况表', missing: ['基本支出'] },
    },
    { sheet: 'Sheet2', tables: [], reason: { code: 'sheet-no-table', blank: true } },
  ],
};

function quoted(
  finding: typeof other,
  index: number,
): { cell: ReturnType<typeof ref>; table: string; row: string; column: string } {
  const cell = finding.cells[index] ?? ref('表一!A1');
  return { cell, table: cell.sheet, row: '其他收入', column: '预算数' };
}

const reports = { wrong, doubtful, clean, nothing };
const world: World = {
  files: Object.fromEntries(Object.keys(reports).map((name) => [`${name}.xlsx`, workbookFile({ 表一: [[name]] })])),
  check: answering(reports),
};

const schema: unknown = JSON.parse(readFileSync(path.join(__dirname, '../../docs/check-report.schema.json'), 'utf8'));
const matches = new Ajv({ allErrors: true }).compile(schema as object);

describe('exit status', () => {
  test.each([
    [['clean.xlsx'], 0],
    [['doubtful.xlsx'], 0],
    [['wrong.xlsx'], 1],
    [['clean.xlsx', 'wrong.xlsx'], 1],
    [['nothing.xlsx'], 2],
    [['missing.xlsx'], 2],
    [['wrong.xlsx', 'missing.xlsx'], 2],
  ])('%j → %i', async (files, status) => {
    for (const more of [[], ['--quiet'], ['--format', 'json'], ['--format', 'letter']]) {
      expect((await budget(['check', ...files, ...more], world)).status).toBe(status);
    }
  });
});

describe('letters', () => {
  test('one a workbook, the worst first, each under the name of its file', async () => {
    const { stdout, status } = await budget(['check', 'clean.xlsx', 'wrong.xlsx', '--format', 'letter'], world);
    expect(status).toBe(1);
    expect(stdout.match(/^== .+ ==$/gm)).toEqual(['== wrong.xlsx ==', '== clean.xlsx ==']);
    expect(stdout.match(/审核意见$/gm)).toHaveLength(2);
  });

  test('of one workbook nothing but the letter', async () => {
    const { stdout } = await budget(['check', 'wrong.xlsx', '--format', 'letter'], world);
    expect(stdout).toMatch(/^云溪市文化馆2025年部门预算审核意见\n/);
  });

  test('of files without errors none where only those with errors are asked for', async () => {
    const { stdout } = await budget(['check', 'clean.xlsx', 'doubtful.xlsx', '--quiet', '--format', 'letter'], world);
    expect(stdout).toBe('');
  });
});

describe('one file in words', () => {
  test('an erroneous one', async () => {
    const { stdout, stderr } = await budget(['check', 'wrong.xlsx'], {
      ...world,
      terminal: true,
      env: { NO_COLOR: '1' },
    });
    expect(stdout).toMatchSnapshot();
    expect(stderr).toBe('');
  });

  test('everything, in English', async () => {
    const { stdout } = await budget(['check', 'wrong.xlsx', '--all', '--lang', 'en'], world);
    expect(stdout).toMatchSnapshot();
  });

  test('a clean one says so in one line', async () => {
    const { stdout } = await budget(['check', 'clean.xlsx'], world);
    expect(stdout).toBe(
      'clean.xlsx   云溪市文化馆 2025年度  新疆2021版  认出2张表\n√ 勾稽20项：相符16，不适用4，全部检查      用时0.12秒\n',
    );
  });

  test('a blank form is not called in agreement', async () => {
    const blank = report([], [], [], {
      equations: { total: 9, passed: 0, failed: 0, notApplicable: 9, notChecked: 0 },
    });
    const { stdout } = await budget(['check', 'clean.xlsx'], { ...world, check: async () => blank });
    expect(stdout).not.toContain('√');
  });

  test('sheets that were taken for no table, above what was not checked; those of text alone on request', async () => {
    const part: CheckReport = { ...wrong, sheets: [...wrong.sheets, ...nothing.sheets] };
    const check = async (): Promise<CheckReport> => part;
    const usual = (await budget(['check', 'wrong.xlsx'], { ...world, check })).stdout.split('\n');
    const at = usual.indexOf('－ 未认出  通讯录  最接近“部门支出总体情况表”，缺“基本支出”。');
    expect(usual[at + 1]).toMatch(/^－ 未检查3项/);
    expect(usual.join()).not.toContain('Sheet2');
    const all = (await budget(['check', 'wrong.xlsx', '--all'], { ...world, check })).stdout;
    expect(all).toContain('－ 未认出  Sheet2  是空白工作表。\n');
  });

  test('an empty file, and an empty name', async () => {
    const empty = await budget(['check', 'e.xlsx'], { files: { 'e.xlsx': new Uint8Array(0) } });
    expect(empty).toMatchObject({ status: 2, stderr: 'e.xlsx：打不开，是空文件\n' });
    for (const argv of [
      ['check', ''],
      ['check', 'wrong.xlsx', ''],
      ['annotate', '', '-o', 'out.xlsx'],
    ])
      expect(await budget(argv, world)).toMatchObject({ status: 2, stderr: '没有给文件名。用法见budget --help。\n' });
  });

  test('one of which nothing was recognised: what each sheet came nearest to', async () => {
    const { stdout, stderr } = await budget(['check', 'nothing.xlsx'], world);
    expect(stdout).toBe('');
    expect(stderr).toBe(
      'nothing.xlsx：看了2张工作表，没有认出预算表。\n  “通讯录”：最接近“部门支出总体情况表”，缺“基本支出”。\n  “Sheet2”：是空白工作表。\n',
    );
  });
});

describe('colour', () => {
  const args = ['check', 'wrong.xlsx', 'doubtful.xlsx', '--all'];
  const plain = (text: string): string =>
    text
      .split('\u001b')
      .map((part, index) => (index === 0 ? part : part.replace(/^\[\d+m/, '')))
      .join('');

  test('stands on sign and word alone, and changes nothing else', async () => {
    const coloured = await budget(args, { ...world, terminal: true });
    const uncoloured = await budget(args, { ...world, terminal: true, env: { NO_COLOR: '1' } });
    expect(coloured.stdout).toContain('\u001b[31m× 错误\u001b[0m  表五!G9');
    expect(plain(coloured.stdout)).toBe(uncoloured.stdout);
    expect(uncoloured.stdout).not.toContain('\u001b');
  });

  test('is left out where the output is no terminal', async () => {
    expect((await budget(args, world)).stdout).not.toContain('\u001b');
  });
});

describe('many files', () => {
  const args = ['check', 'clean.xlsx', 'doubtful.xlsx', 'missing.xlsx', 'wrong.xlsx'];

  test('details of those with errors, then a table, worst first', async () => {
    const { stdout, stderr } = await budget(args, world);
    expect(stdout).toMatch(/^wrong\.xlsx {3}云溪市文化馆/);
    expect(stdout.split('\n\n')[1]).toBe(
      [
        '  错误  需核实  未检查    提示  文件',
        '     2       0       3       1  wrong.xlsx',
        '     0       1       0       0  doubtful.xlsx',
        '     0       0       0       0  clean.xlsx',
        '    －      －      －      －  missing.xlsx  无法检查',
        '共4个文件，1个有错误，1个无法检查',
        '',
      ].join('\n'),
    );
    expect(stderr).toBe('missing.xlsx：没有这个文件\n');
  });

  const blank = report([], [], [], { equations: { total: 9, passed: 0, failed: 0, notApplicable: 9, notChecked: 0 } });
  test.each([
    [['clean.xlsx', 'doubtful.xlsx'], '共2个文件，都没有错误', '2 files, none with errors'],
    [['missing.xlsx', 'nothing.xlsx'], '共2个文件，2个无法检查', '2 files, 2 not usable'],
    [['blank.xlsx', 'blank.xlsx'], '共2个文件，2个没有可比的数字', '2 files, 2 with nothing to compare'],
    [
      ['blank.xlsx', 'missing.xlsx', 'clean.xlsx'],
      '共3个文件，1个无法检查，1个没有可比的数字，其余没有错误',
      '3 files, 1 not usable, 1 with nothing to compare, the others without errors',
    ],
    [
      ['wrong.xlsx', 'missing.xlsx', 'clean.xlsx'],
      '共3个文件，1个有错误，1个无法检查',
      '3 files, 1 with errors, 1 not usable',
    ],
  ])('%j: %s', async (names, zh, en) => {
    const withBlank: World = {
      files: { ...world.files, 'blank.xlsx': workbookFile({ 表一: [['blank']] }) },
      check: answering({ ...reports, blank }),
    };
    expect((await budget(['check', ...names], withBlank)).stdout.trimEnd().split('\n').at(-1)).toBe(zh);
    const inEnglish = await budget(['check', ...names, '--lang', 'en'], withBlank);
    expect(inEnglish.stdout.trimEnd().split('\n').at(-1)).toBe(en);
  });

  test('a line each as they finish, on a terminal', async () => {
    const { stderr } = await budget(args, { ...world, terminal: true, env: { NO_COLOR: '1' } });
    expect(stderr.split('\n').slice(0, 4)).toEqual([
      '1/4  √ 相符  clean.xlsx',
      '2/4  ▲ 需核实1  doubtful.xlsx',
      '3/4  － 无法检查  missing.xlsx',
      '4/4  × 错误2 未检查3  wrong.xlsx',
    ]);
  });

  test('--quiet: a line for each with errors, nothing for the others', async () => {
    const { stdout, stderr } = await budget([...args, '--quiet'], { ...world, terminal: true, env: { NO_COLOR: '1' } });
    expect(stdout).toBe('错误2 未检查3  wrong.xlsx\n');
    expect(stderr).toBe('missing.xlsx：没有这个文件\n');
  });

  test('a mistake of ours in one file is told of that file alone', async () => {
    const check = async (...args: Parameters<NonNullable<World['check']>>): Promise<CheckReport> => {
      if (String(args[0].sheets[0]?.rows[0]?.cells[0]?.value) === 'doubtful') throw new Error('out of order');
      return answering(reports)(...args);
    };
    const quiet = await budget(['check', 'doubtful.xlsx', 'wrong.xlsx', '--quiet'], { ...world, check });
    expect(quiet).toMatchObject({ status: 2, stdout: '错误2 未检查3  wrong.xlsx\n' });
    expect(quiet.stderr).toBe('doubtful.xlsx：没有检查完，是本工具的问题，文件没有改动\n');
    const debug = await budget(['check', 'doubtful.xlsx'], { ...world, check, env: { BUDGET_DEBUG: '1' } });
    expect(debug.stderr).toContain('out of order');
  });
});

describe('JSON', () => {
  test('one object, as the schema says', async () => {
    const { stdout, status } = await budget(
      ['check', 'wrong.xlsx', 'clean.xlsx', 'nothing.xlsx', 'missing.xlsx', '--format', 'json'],
      world,
    );
    const printed: unknown = JSON.parse(stdout);
    expect(matches(printed) ? [] : matches.errors).toEqual([]);
    expect(status).toBe(2);
    expect(printed).toMatchObject({
      files: [
        {
          file: 'wrong.xlsx',
          edition: 'xinjiang-2021',
          department: '云溪市文化馆',
          year: 2025,
          unchecked: [{ rule: 'c-project', reason: '表三缺“项目支出”列。', cells: [] }],
          causes: [
            {
              id: 'c-1',
              determined: true,
              alternatives: [[{ sheet: '表五', address: 'G9', suggestion: '147.15' }]],
              findings: ['f-twice', 'f-sum', 'f-total'],
            },
            { id: 'c-2', determined: false },
          ],
          summary: { error: 2, warning: 0, note: 1 },
        },
        { file: 'clean.xlsx', findings: [] },
        {
          file: 'nothing.xlsx',
          edition: null,
          error: '看了2张工作表，没有认出预算表。',
          sheets: [{ sheet: '通讯录', recognised: null }, { sheet: 'Sheet2' }],
        },
        { file: 'missing.xlsx', error: '没有这个文件', findings: [] },
      ],
    });
    expect(printed).toHaveProperty('files.0.findings.0', {
      id: 'f-twice',
      rule: 'same-scope',
      severity: 'error',
      message: '同一数字两处不同：表五“群众文化”项目支出174.15，表七“群众文化”合计147.15，相差27.00万元。',
      cells: [
        { sheet: '表五', address: 'G9' },
        { sheet: '表七', address: 'C5' },
      ],
      expected: '147.15',
      actual: '174.15',
      difference: '27',
    });
  });

  test('of real checks: the shipped sample, and a workbook without a budget in it', async () => {
    const folder = path.join(__dirname, '../../assets/sample');
    const samples = readdirSync(folder).filter((name) => name.endsWith('.xlsx'));
    const files = {
      ...Object.fromEntries(samples.map((name) => [name, new Uint8Array(readFileSync(path.join(folder, name)))])),
      'list.xlsx': workbookFile({ 名单: [['无关的内容'], ['张三', 1], ['李四', 2]] }),
    };
    const ran = await budget(['check', ...Object.keys(files), '--format', 'json'], { files, check: checkSnapshot });
    const printed: unknown = JSON.parse(ran.stdout);
    expect(matches(printed) ? [] : matches.errors).toEqual([]);
    expect(printed).toHaveProperty('files.0.edition', 'xinjiang-2021');
    expect(printed).toHaveProperty(`files.${samples.length}.sheets.0`, expect.objectContaining({ recognised: null }));
  });

  test('the schema refuses what it should', () => {
    expect(matches({ version: '1', files: [{ file: 'a.xlsx' }] })).toBe(false);
  });
});

describe('-o report.xlsx', () => {
  test('one sheet of all findings, worst file first, with what was not checked', async () => {
    const args = ['check', 'clean.xlsx', 'doubtful.xlsx', 'missing.xlsx', 'wrong.xlsx', '-o', 'report.xlsx'];
    const { written, stderr } = await budget(args, world);
    expect(stderr).toContain('已写入report.xlsx：9条。');
    const opened = openXlsx(written.get('report.xlsx') ?? new Uint8Array());
    if (!opened.ok) throw new Error(opened.because);
    const [sheet, ...others] = opened.workbook.snapshot.sheets;
    expect(others).toEqual([]);
    const column = (index: number): readonly unknown[] =>
      (sheet?.rows ?? []).slice(1).map(({ row }) => (sheet ? cellAt(sheet, row, index)?.value : undefined));
    expect(column(0)).toEqual(['文件', ...Array<string>(7).fill('wrong.xlsx'), 'doubtful.xlsx', 'missing.xlsx']);
    expect(column(2)).toEqual([
      '程度',
      '× 错误',
      '× 错误',
      '× 错误',
      '× 错误',
      '× 错误',
      '○ 提示',
      '－ 未检查',
      '▲ 需核实',
      '－ 未检查',
    ]);
    expect(column(3).slice(0, 3)).toEqual(['位置', '表五!G9', '表五!G8']);
  });

  test.each([
    ['wrong.xlsx', 'wrong.xlsx：与输入是同一个文件，没有写入，请换一个文件名\n'],
    ['./wrong.xlsx', './wrong.xlsx：与输入是同一个文件，没有写入，请换一个文件名\n'],
    ['report.csv', 'report.csv：没有写入，文件名要以.xlsx结尾\n'],
    ['missing/report.xlsx', 'missing/report.xlsx：没有写入，文件夹不存在\n'],
  ])('%s is refused', async (output, said) => {
    const { status, stderr, written } = await budget(['check', 'wrong.xlsx', '-o', output], world);
    expect({ status, stderr }).toEqual({ status: 2, stderr: said });
    expect(written.size).toBe(0);
  });
});
