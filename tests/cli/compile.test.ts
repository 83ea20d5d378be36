import { checkSnapshot } from '../../src/commands/check';
import { compilingEditionIds } from '../../src/commands/editions';
import type { Snapshot } from '../../src/engine/snapshot/snapshot';
import { openXlsx } from '../../src/hosts/xlsx/open-xlsx';
import { LEDGER_HEADERS, rowsOf, sampleLines } from '../fixtures/sample-ledger';
import { valueAt } from '../fixtures/edit';
import { budget, type Ran } from './terminal';
import { opened, placeWith, typeInto } from './type-into';
import { workbookFile } from './workbook-file';

// A busy machine must not fail a test.
jest.setTimeout(600_000);

type Line = (typeof sampleLines)[number];

const ledgerFile = (lines: readonly Line[] = sampleLines): Uint8Array =>
  workbookFile({
    台账: rowsOf(lines).map((row) => row.map((value) => (typeof value === 'number' ? value : String(value)))),
  });

const compile = (bytes: Uint8Array, ...more: readonly string[]): Promise<Ran> =>
  budget(['compile', 'in.xlsx', '-o', 'out.xlsx', '--department', '云州市人民政府办公室', '--year', '2021', ...more], {
    files: { 'in.xlsx': bytes },
    check: checkSnapshot,
  });

function read(ran: Ran, name = 'out.xlsx'): Snapshot {
  const bytes = ran.written.get(name);
  if (!bytes) throw new Error(`nothing was written: ${ran.stderr}`);
  const opened = openXlsx(bytes);
  if (!opened.ok) throw new Error(opened.because);
  return opened.workbook.snapshot;
}

const flatOut = (ran: Ran): string => ran.stdout.replace(/\n\s*/g, '');

const firstLines = (ran: Ran, count: number): readonly string[] => ran.stdout.split('\n').slice(0, count);

describe('budget compile', () => {
  test('makes the tables and says how they stand', async () => {
    const ran = await compile(ledgerFile());
    expect([ran.status, ran.stderr]).toEqual([0, '']);
    expect(firstLines(ran, 4)).toEqual([
      '“台账”24行全部编入',
      '○ 绩效目标表5张是新的，年度目标和指标待填：公务接待费、机场设施租用费、群众工作经费、业务活动经费、',
      '        惠民专项',
      '已写入out.xlsx：9张表，公式94处',
    ]);
    expect(ran.stdout).toContain('勾稽286项：相符148，不适用138，全部检查');
    expect(read(ran).sheets.map(({ name }) => name)).toEqual([
      '台账',
      ...['表一', '表二', '表三', '表四', '表五', '表六', '表七', '表八', '表九'],
      ...['绩效1', '绩效2', '绩效3', '绩效4', '绩效5'],
      ...['单位情况', '增减原因', '上年数'],
    ]);
  });

  test('--values writes no formula, in performance tables neither', async () => {
    const ran = await compile(ledgerFile(), '--values');
    expect(ran.stdout).toContain('已写入out.xlsx：9张表\n');
    expect(ran.stdout).not.toContain('公式');
  });

  test('rows that are left out are listed with their cells, and set the status', async () => {
    const ran = await compile(ledgerFile([...sampleLines, ['2010301', '基本支出', '30101', '', '银行贷款', 5, '']]));
    expect(ran.status).toBe(1);
    expect(firstLines(ran, 2)).toEqual([
      '“台账”编入24行，1行没有编入',
      '× 错误  台账!G26  台账第26行“资金来源”列的资金来源“银行贷款”认不出，可填：一般公共预算、政府性基金预',
    ]);
  });

  test('rows with last year’s amount alone are counted apart, and named', async () => {
    const [first, ...more] = sampleLines;
    const ran = await compile(ledgerFile([[...first!.slice(0, 5), '', 9, ''] as never, ...more]));
    expect(ran.status).toBe(0);
    expect(flatOut(ran)).toMatch(
      /^“台账”编入24行，其中1行只有上年数，不在本年的表里○ 提示 {2}台账!H2 {2}台账第2行“本年”列空着/,
    );
  });

  test('a second ledger is an error, and no row of the first', async () => {
    const ran = await compile(workbookFile({ 台账: rowsOf(sampleLines), 下属: rowsOf(sampleLines) } as never));
    expect(ran.status).toBe(1);
    expect(flatOut(ran)).toMatch(/^“台账”24行全部编入× 错误 {2}下属!A1 {2}“下属”也是台账/);
  });

  describe('a ledger whose amounts are headed by their years', () => {
    const dated = (more: Parameters<typeof workbookFile>[0] = {}): Uint8Array =>
      workbookFile({
        台账: [
          ['功能科目', '支出类型', '经济科目', '资金来源', '2026年预算数', '2025年预算数'],
          ['2010301', '基本支出', '30101', '一般公共预算', 12, 11],
        ],
        ...more,
      });
    const plainly = (bytes: Uint8Array, ...argv: readonly string[]): Promise<Ran> =>
      budget(['compile', 'in.xlsx', '-o', 'out.xlsx', '--department', '云州市人民政府办公室', ...argv], {
        files: { 'in.xlsx': bytes },
        check: checkSnapshot,
      });

    test('is of the later one, and so are the tables and the sheet of facts', async () => {
      const ran = await plainly(dated());
      expect(firstLines(ran, 1)).toEqual(['“台账”1行全部编入']);
      expect(flatOut(ran)).toContain('台账第1行“2026年预算数”列：预算年度由此定为2026年。');
      expect(flatOut(ran)).not.toContain('没有预算年度');
      const { snapshot } = opened(ran.written.get('out.xlsx'));
      expect(valueAt(snapshot, placeWith(snapshot, '单位情况', ['预算年度'], 'C'))).toBe(2026);
      expect(valueAt(snapshot, '表九!A11')).toContain('2026年没有安排政府性基金预算支出');
    });

    test.each<[says: string, bytes: Uint8Array, argv: readonly string[], whose: string]>([
      ['the command line', dated(), ['--year', '2021'], '--year'],
      [
        'the sheet of facts',
        dated({
          单位情况: [
            ['类别', '事项', '内容'],
            ['基本情况', '预算年度', 2021],
          ],
        }),
        [],
        '“单位情况!C2”',
      ],
    ])('%s says another: nothing is written, and why is said', async (_says, bytes, argv, whose) => {
      const ran = await plainly(bytes, ...argv);
      expect([ran.status, ran.written.size]).toEqual([2, 0]);
      expect(flatOut(ran)).toContain(
        `× 错误  台账!E1  台账第1行“2026年预算数”“2025年预算数”列与预算年度2021年（${whose}）不符，台账没有编入。`,
      );
    });
  });

  describe('a code that the catalogue does not know', () => {
    const lines: readonly Line[] = [
      ...sampleLines,
      ['2296098', '项目支出', '30201', '健身路径', '政府性基金预算', 60, 25.5],
    ];
    test('is compiled, and it is said where its name is to be written', async () => {
      const ran = await compile(ledgerFile(lines));
      expect(flatOut(ran)).toContain('2296098没有名称：写在台账!B26（“名称”列），再编一次。');
    });

    test('is named where it was said that its name is to be written', async () => {
      const ran = await compile(typeInto(ledgerFile(lines), { '台账!B26': '健身路径支出' }));
      expect(flatOut(ran)).not.toContain('没有名称');
      expect(valueAt(read(ran), placeWith(read(ran), '表九', ['健身路径支出'], 'D'))).toBe('健身路径支出');
    });

    test.each<[string, readonly string[], string]>([
      [
        'under its own words',
        ['功能分类科目名称'],
        '2296098没有名称：写在台账!B26（“功能分类科目名称”列），再编一次。',
      ],
      ['nowhere', [], '2296098没有名称：在“台账”加一列“功能科目名称”，写在编码的那一行，再编一次。'],
    ])('a ledger has its names %s', async (_says, headers, said) => {
      const at = LEDGER_HEADERS.indexOf('名称');
      const rows = rowsOf(lines).map((row, index) =>
        [...row.slice(0, at), ...headers.map((header) => (index === 0 ? header : '')), ...row.slice(at + 1)].map(
          (value) => (typeof value === 'number' ? value : String(value)),
        ),
      );
      const ran = await compile(workbookFile({ 台账: rows }));
      expect(flatOut(ran)).toContain(said);
    });

    describe('and whose section it does not know either', () => {
      const unknown: readonly Line[] = [
        ...sampleLines,
        ['2100399', '项目支出', '30201', '健身路径', '一般公共预算', 60, 25.5],
      ];

      test('its name is asked for in a cell of a table, and marked where it is printed', async () => {
        const ran = await compile(ledgerFile(unknown));
        expect(flatOut(ran)).toMatch(/21003没有名称：填在编好的表\S+![A-Z]\d+，文中照写；再编一次，各表都有。/);
        const files = { 'in.xlsx': ran.written.get('out.xlsx')! };
        const narrated = await budget(['narrate', 'in.xlsx', '-o', 'out.txt'], { files, check: checkSnapshot });
        const [, cell] = /21003没有名称：填在编好的(\S+?)，/.exec(flatOut(ran)) ?? [];
        expect(narrated.stdout).toMatch(new RegExp(`${cell} {2}.*表里没有“21003”的名称`));
        const text = new TextDecoder().decode(narrated.written.get('out.txt'));
        expect(text.match(/【待填：21003的科目名称】/g)?.length).toBeGreaterThan(2);
      });

      test('what is typed there stands in every table when it is compiled again', async () => {
        const ran = await compile(ledgerFile(unknown));
        const [, cell = ''] = /21003没有名称：填在编好的(\S+?)，/.exec(flatOut(ran)) ?? [];
        const files = { 'in.xlsx': typeInto(ran.written.get('out.xlsx')!, { [cell]: '基层医疗卫生机构' }) };
        const again = await budget(['compile', 'in.xlsx', '-o', 'out.xlsx'], { files, check: checkSnapshot });
        expect(flatOut(again)).not.toContain('21003没有名称');
        const named = read(again).sheets.filter(({ rows }) =>
          rows.some(({ cells }) => cells.some(({ value }) => value === '基层医疗卫生机构')),
        );
        expect(named.map(({ name }) => name)).toEqual(['表二', '表三', '表五', '表七']);
      });
    });

    test('is called in the sheet of last year’s figures what the ledger calls it', async () => {
      const named = rowsOf(lines).map((row) =>
        row.map((value, at) => (at === 1 && row[0] === '2296098' ? '健身设施' : value)),
      );
      const ran = await compile(
        workbookFile({
          台账: named.map((row) => row.map((value) => (typeof value === 'number' ? value : String(value)))),
        }),
      );
      const prior = read(ran).sheets.find(({ name }) => name === '上年数');
      const names = prior?.rows.flatMap(({ cells }) =>
        cells.some(({ value }) => value === '2296098') ? cells.filter(({ column }) => column === 2) : [],
      );
      expect(names?.length).toBeGreaterThan(0);
      expect(new Set(names?.map(({ value }) => value))).toEqual(new Set(['健身设施']));
    });

    test('takes the reason that was given for it', async () => {
      const X = (await compile(ledgerFile(lines))).written.get('out.xlsx')!;
      const at = placeWith(opened(X).snapshot, '增减原因', ['2296098'], 'H');
      const files = { 'in.xlsx': typeInto(X, { [at]: '增设健身路径' }) };
      const ran = await budget(['narrate', 'in.xlsx', '-o', 'out.txt'], { files, check: checkSnapshot });
      const text = new TextDecoder().decode(ran.written.get('out.txt'));
      expect(text).toContain('主要原因是增设健身路径');
      expect(flatOut(ran)).not.toContain('2296098 2296098');
    });
  });

  test('a last year’s figure that the ledger told goes with the ledger’s row', async () => {
    const lines: readonly Line[] = [...sampleLines, ['2010350', '基本支出', '30201', '', '一般公共预算', 0, 30]];
    const X = (await compile(ledgerFile(lines))).written.get('out.xlsx')!;
    const at = placeWith(opened(X).snapshot, '上年数', ['表五', '2010350', '合计'], 'A');
    expect(at).toMatch(/^上年数!A/);
    const row = 1 + sampleLines.length + 1;
    const gone = typeInto(X, Object.fromEntries([...'ABCDEFGHIJK'].map((column) => [`台账!${column}${row}`, null])));
    const ran = await budget(['compile', 'X.xlsx', '-o', 'Y.xlsx'], {
      files: { 'X.xlsx': gone },
      check: checkSnapshot,
    });
    expect(() => placeWith(read(ran, 'Y.xlsx'), '上年数', ['表五', '2010350', '合计'], 'A')).toThrow('has no row');
    expect(flatOut(ran)).toMatch(/“上年数”里来源写“台账”的数有\d+处与台账不同.*原为30\.00，台账没有/);
  });

  test.each<[string, Uint8Array, string]>([
    ['an empty ledger', workbookFile({ 台账: [[...LEDGER_HEADERS]] }), 'in.xlsx：台账里还没有填数，没有可编的内容。\n'],
    ['no ledger at all', workbookFile({ 备忘: [['买纸']] }), 'in.xlsx：没有找到台账，也没有认出预算表。'],
    [
      'a column that is missing',
      workbookFile({
        台账: [
          ['功能科目', '经济科目', '本年'],
          [2010301, 30101, 5],
        ],
      }),
      'in.xlsx：台账一行也没有编入，没有写文件。\n',
    ],
    ['no workbook', new Uint8Array([1, 2, 3]), 'in.xlsx：打不开'],
  ])('%s: nothing is written, and why is said', async (_says, bytes, why) => {
    const ran = await compile(bytes);
    expect([ran.status, ran.written.size]).toEqual([2, 0]);
    expect(ran.stderr).toContain(why);
  });

  test('English says the same', async () => {
    const ran = await compile(ledgerFile(), '--lang', 'en');
    expect(firstLines(ran, 1)).toEqual(['“台账”: 24 rows compiled']);
  });
});

describe('compiling again', () => {
  const again = (bytes: Uint8Array, ...more: readonly string[]): Promise<Ran> =>
    budget(['compile', 'X.xlsx', '-o', 'Y.xlsx', ...more], { files: { 'X.xlsx': bytes }, check: checkSnapshot });
  const flat = ({ stdout }: Ran): string => stdout.replace(/\n\s*/g, '');
  let once: Uint8Array;
  beforeAll(async () => {
    once = (await compile(ledgerFile())).written.get('out.xlsx')!;
  });
  const cell = (sheet: string, words: readonly string[], column: string): string =>
    placeWith(opened(once).snapshot, sheet, words, column);

  test('says nothing of what did not change', async () => {
    const ran = await again(once);
    expect([ran.status, ran.stderr]).toEqual([0, '']);
    expect(firstLines(ran, 2)).toEqual(['“台账”24行全部编入', '已写入Y.xlsx：9张表，公式89处']);
  });

  test('says of last year’s figures that came from the ledger and were changed what they are now, and how to keep one’s own', async () => {
    const basic = cell('上年数', ['表三', '合计', '基本支出'], 'E');
    const ran = await again(typeInto(once, { [basic]: 1300 }));
    expect(flat(ran)).toContain(
      '▲ “上年数”里来源写“台账”的数有1处与台账不同，已照台账写。要用自己填的，改数以后把那一行的“来源”改成别的（如“决算”），再编一次：' +
        `${basic}  原为1,300.00，台账为1,271.82`,
    );
    const from = basic.replace('!E', '!G');
    const kept = await again(typeInto(once, { [basic]: 1300, [from]: '决算' }));
    expect(flat(kept)).not.toContain('已照台账写');
    expect(valueAt(read(kept, 'Y.xlsx'), basic)).toBe(1300);
  });

  test('says which reasons were written for other figures, until somebody has looked', async () => {
    const reason = cell('增减原因', ['三、支出预算', '基本支出'], 'H');
    const answered = typeInto(once, { [reason]: '人员减少', '台账!H2': 400 });
    const ran = await again(answered);
    const said =
      /▲ 增减原因有1条是按原来的数写的，数字变了，请核对。改好、或看过不用改的，把“状态”改为“已填”：(增减原因!H\d+) {2}三、支出预算“基本支出”/;
    expect(flat(ran)).toMatch(said);
    const [, place = ''] = said.exec(flat(ran)) ?? [];
    const Y = ran.written.get('Y.xlsx')!;
    expect(valueAt(opened(Y).snapshot, place)).toBe('人员减少');
    const later = await again(Y);
    expect(flat(later)).toMatch(said);
    const narrated = await budget(['narrate', 'Y.xlsx', '-o', 'out.txt', '--ask', 'Z.xlsx'], {
      files: { 'Y.xlsx': Y },
      check: checkSnapshot,
    });
    expect(flat(narrated)).toMatch(said);
    const confirmed = await again(typeInto(Y, { [place.replace('!H', '!I')]: '已填' }));
    expect(flat(confirmed)).not.toContain('请核对。改好');
  });

  test('after the ledger was changed, does not say of its own figures that somebody typed them', async () => {
    const ran = flat(await again(typeInto(once, { '台账!H2': 400 })));
    expect(ran).toContain('▲ 表里有3处数与台账不同（台账改过的，或在表里直接改过的），已按台账改写：');
    expect(ran).toContain('表五!F9  原为1,249.62，现为1,331.07');
    expect(ran).not.toMatch(/填的|改成了数/);
  });

  test('says of an amount in the place of a formula that somebody typed it', async () => {
    const ran = flat(await again(typeInto(once, { '表五!F9': 1250, '表三!E9': 1260 })));
    expect(ran).toContain(
      '▲ 表里有2处数与台账不同（台账改过的，或在表里直接改过的），已按台账改写：' +
        '表三!E9  原为1,260.00，现为1,249.62（这一格原是公式，被改成了数）',
    );
    expect(ran).toContain('表五!F9  原为1,250.00，现为1,249.62');
  });

  test('in tables of values nothing tells a typed amount', async () => {
    const values = (await compile(ledgerFile(), '--values')).written.get('out.xlsx')!;
    expect(flat(await again(typeInto(values, { '表三!E9': 1260 })))).not.toContain('原是公式');
  });

  describe('after the department and the year were changed in the sheet of facts', () => {
    const department = (): string => cell('单位情况', ['部门名称'], 'C');
    const year = (): string => cell('单位情况', ['预算年度'], 'C');
    const changed = (): Uint8Array => typeInto(once, { [department()]: '云州市发展研究中心', [year()]: 2022 });
    const said = (bytes: Uint8Array, ...argv: readonly string[]): Promise<Ran> =>
      budget(argv, { files: { 'X.xlsx': bytes }, check: checkSnapshot });

    test.each([
      ['check', ['check', 'X.xlsx'], '等15处'],
      ['narrate', ['narrate', 'X.xlsx', '-o', 'out.txt'], ' 表一!A3'],
    ])('%s says that the tables have others, with the cells of both', async (_says, argv, more) => {
      const ran = flat(await said(changed(), ...argv));
      expect(ran).toMatch(
        new RegExp(
          `▲ 需核实  ${department()}${more}  编制部门名称不一致：表一、.*写“云州市人民政府办公室”，单位情况写“云州市发展研究中心”。封面和文字照“单位情况”；.*再编一次，各表随“单位情况”。`,
        ),
      );
      expect(ran).toMatch(
        new RegExp(
          `× 错误  ${year()}.*单位情况写的是2022年，表上是2021年。封面和文字照“单位情况”；.*再编一次，各表随“单位情况”。`,
        ),
      );
    });

    test('compiling again makes the tables follow, performance tables too, and nothing is left to say', async () => {
      const ran = await again(changed());
      expect(ran.status).toBe(0);
      const Y = ran.written.get('Y.xlsx')!;
      const { snapshot } = opened(Y);
      expect([valueAt(snapshot, '表一!A3'), valueAt(snapshot, '绩效1!A2'), valueAt(snapshot, '绩效1!B4')]).toEqual([
        '编制部门：云州市发展研究中心',
        '（2022年）',
        '云州市发展研究中心',
      ]);
      expect(flat(ran)).toContain('绩效目标表的单位、年度已照“单位情况”改');
      expect(flat(await said(Y, 'check', 'X.xlsx'))).not.toMatch(/不一致|写的是/);
    });

    test('another name in a performance table is somebody’s own and stays', async () => {
      const ran = await again(typeInto(changed(), { '绩效1!B4': '接待办' }));
      expect(valueAt(read(ran, 'Y.xlsx'), '绩效1!B4')).toBe('接待办');
    });
  });

  test('a figure of last year that is the same amount in other words is not spoken of', async () => {
    const basic = cell('上年数', ['表三', '合计', '基本支出'], 'E');
    expect(flat(await again(typeInto(once, { [basic]: ' 1,271.82' })))).not.toContain('已照台账写');
  });
});

describe('budget new', () => {
  const make = (...more: readonly string[]): Promise<Ran> =>
    budget(['new', '--department', '平川县教育局', '--year', '2021', '-o', 'new.xlsx', ...more], {
      check: checkSnapshot,
    });

  test('never over a workbook whose ledger is filled in; over its own empty one it does', async () => {
    const args = ['new', '--department', '某局', '--year', '2021', '-o', 'a.xlsx'];
    const { status, stderr, written } = await budget(args, { files: { 'a.xlsx': ledgerFile() } });
    expect([status, written.size]).toEqual([2, 0]);
    expect(stderr).toContain('a.xlsx：没有写入。已有的这个文件里有台账24行，新的里没有');
    const once = await budget(args);
    const again = await budget(args, { files: { 'a.xlsx': once.written.get('a.xlsx')! } });
    expect([once.status, again.status]).toEqual([0, 0]);
  });

  test('makes a workbook that is filled in, compiled and checked without further ado', async () => {
    const made = await make();
    expect([made.status, made.stderr]).toEqual([0, '']);
    expect(firstLines(made, 1)).toEqual(['已写入new.xlsx：平川县教育局2021年度，新疆2021版']);
    const blank = made.written.get('new.xlsx');
    if (!blank) throw new Error('nothing was written');
    const opened = openXlsx(blank);
    if (!opened.ok) throw new Error(opened.because);
    expect(opened.workbook.snapshot.sheets.map(({ name }) => name)).toEqual([
      ...['台账', '单位情况', '上年数', '增减原因', '科目表'],
      ...['表一', '表二', '表三', '表四', '表五', '表六', '表七', '表八', '表九', '绩效1'],
    ]);
    const [line = sampleLines[0]] = sampleLines;
    const typed = opened.workbook.apply({
      for: opened.workbook.snapshot.stamp,
      command: 'fill',
      edits: [
        { do: 'setValue', at: { sheet: '台账', row: 2, column: 0 }, to: line?.[0] ?? '' },
        { do: 'setValue', at: { sheet: '台账', row: 2, column: 2 }, to: line?.[1] ?? '' },
        { do: 'setValue', at: { sheet: '台账', row: 2, column: 3 }, to: line?.[2] ?? '' },
        { do: 'setValue', at: { sheet: '台账', row: 2, column: 6 }, to: line?.[4] ?? '' },
        { do: 'setValue', at: { sheet: '台账', row: 2, column: 7 }, to: line?.[5] ?? 0 },
      ],
    });
    const compiled = await budget(['compile', 'in.xlsx', '-o', 'out.xlsx'], {
      files: { 'in.xlsx': typed.bytes },
      check: checkSnapshot,
    });
    expect([compiled.status, compiled.stderr]).toEqual([0, '']);
    expect(compiled.stdout).toContain('out.xlsx   平川县教育局 2021年度  新疆2021版');
    // The performance table that no project needs is gone.
    expect(read(compiled).sheets).toHaveLength(14);
  });

  test.each<[readonly string[], string]>([
    [['new', '--year', '2021', '-o', 'a.xlsx'], '请写--department。'],
    [['new', '--department', '某局', '-o', 'a.xlsx'], '请写--year。'],
    [['new', '--department', '某局', '--year', '21', '-o', 'a.xlsx'], '--year不能是“21”'],
    [
      ['new', '--department', '某局', '--year', '2021', 'b.xlsx', '-o', 'a.xlsx'],
      '这个命令不读文件，“b.xlsx”是多余的。',
    ],
    [
      ['new', '--department', '某局', '--year', '2021', '-o', 'a.xlsx', '--edition', 'other-2026'],
      '“other-2026”只能审核、填表，不能新建、编制；能新建、编制的是xinjiang-2021。',
    ],
    [
      ['compile', 'a.xlsx', '-o', 'b.xlsx', '--edition', 'other-2026'],
      '“other-2026”只能审核、填表，不能新建、编制；能新建、编制的是xinjiang-2021。',
    ],
    [['new', '--department', '某局', '--year', '2021', '-o', 'a.doc'], 'a.doc'],
  ])('%j: %s', async (argv, why) => {
    const ran = await budget(argv, { check: checkSnapshot });
    expect([ran.status, ran.written.size]).toEqual([2, 0]);
    expect(ran.stderr).toContain(why);
  });
});

test.each(['new', 'compile'])('%s --help names the editions that can be made', async (command) => {
  const { stdout } = await budget([command, '--help'], { check: checkSnapshot });
  const [line = ''] = stdout.split('\n').filter((one) => one.includes('--edition'));
  expect(line.match(/[a-z]+-\d{4}(?:-[a-z]+)?/g)).toEqual(await compilingEditionIds());
});

test('a ledger without amounts of this year: what was found, where, what is needed and how it is usually called', async () => {
  const rows = [
    ['某局2021年支出明细'],
    ['功能科目编码', '支出类型', '经济科目编码', '资金来源', '执行数'],
    ['2010301', '基本支出', '30101', '一般公共预算', 12.5],
  ];
  const ran = await compile(workbookFile({ 明细: rows }));
  expect([ran.status, ran.written.size]).toEqual([2, 0]);
  expect(ran.stdout.replace(/\n +/g, '')).toBe(
    '× 错误  明细!A2  “明细”第2行认作列名，有：功能科目编码、支出类型、经济科目编码、资金来源、执行数；没有“本年”列，台账没有编入。请补上这一列的表头和内容，表头常写作本年预算数、2026年预算数、预算数、金额。\n',
  );
});

describe('a ledger without a column that is known as last year’s', () => {
  const ADVICE = '是本年新设立的';
  const of = (
    headers: readonly string[],
    amounts: readonly (string | number)[],
  ): readonly (readonly (string | number)[])[] => [
    ['某局2021年支出明细'],
    ['功能科目编码', '支出类型', '经济科目编码', '资金来源', '本年', ...headers],
    ['2010301', '基本支出', '30101', '一般公共预算', 12.5, ...amounts],
  ];

  test.each<[says: string, headers: readonly string[], amounts: readonly (string | number)[]]>([
    ['a column that nobody knows', ['基数'], [11]],
    ['an amount that could not be read', ['上年'], ['约11']],
  ])('%s: nothing of a new department', async (_says, headers, amounts) => {
    const { stdout } = await compile(workbookFile({ 明细: [...of(headers, amounts), of([], [])[2] ?? []] }));
    expect(stdout).toContain('上年数');
    expect(stdout).not.toContain(ADVICE);
  });

  test('nothing beside this year: it may be new', async () => {
    const { stdout } = await compile(workbookFile({ 明细: of(['人数'], [11]) }));
    expect(stdout.replace(/\n +/g, '')).toContain(ADVICE);
  });
});

test('rows that were not compiled are told by check and beside the text, with their cells', async () => {
  const rows = [
    ['某局2021年支出明细'],
    ['功能科目编码', '支出类型', '经济科目编码', '资金来源', '本年', '上年'],
    ['2010301', '基本支出', '30101', '一般公共预算', 12.5, 11],
    ['2010301', '基本支出', '30102', '一般公共预算', '约3', 3],
    ['2010301', '基本支出', '', '一般公共预算', 2, 2],
  ];
  const ran = await compile(workbookFile({ 明细: rows }));
  const made = ran.written.get('out.xlsx') ?? new Uint8Array();
  const run = (...words: readonly string[]): Promise<Ran> =>
    budget([...words, 'made.xlsx'], { files: { 'made.xlsx': made }, check: checkSnapshot });
  const told =
    '“明细”有2行的数没有编入，照它编的表缺这些数，也没有用它核对各表：明细第4行“本年”列填的是“约3”，读不出金额；还有明细!C5。请改正，再编一次。';
  for (const words of [['check'], ['narrate', '-o', 'text.docx']])
    expect(flatOut(await run(...words))).toContain(`▲ 需核实  明细!E4  ${told}`);
});

describe('a sheet that is nearly a ledger', () => {
  test.each<[headers: readonly string[], missing: readonly string[]]>([
    [['功能分类', '经济分类', '类型', '钱从哪里来', '2021年申请数'], ['资金来源']],
    [
      ['功能分类', '经济分类', '类型', '渠道', '数目'],
      ['资金来源', '本年'],
    ],
    [['类款项', '经济分类', '类型', '资金渠道', '2021年预算数'], ['功能科目']],
  ])('%j: what was found and what is missing', async (headers, missing) => {
    const ran = await compile(
      workbookFile({ 明细: [[...headers], ['2010301', '30101', '基本支出', '一般公共预算', 5]] }),
    );
    expect([ran.status, ran.written.size]).toEqual([2, 0]);
    const told = flatOut(ran).split('× 错误').slice(1);
    expect(told).toHaveLength(missing.length);
    for (const [index, column] of missing.entries())
      expect(told[index]).toContain(`第1行认作列名，有：${headers.join('、')}；没有“${column}”列，台账没有编入。`);
  });

  test.each<[says: string, headers: readonly string[]]>([
    ['a list of projects', ['序号', '项目名称', '资金来源', '金额']],
    ['a table of codes', ['科目编码', '科目名称', '金额']],
  ])('%s is none', async (_says, headers) => {
    const ran = await compile(workbookFile({ 明细: [[...headers], ['1', '甲', '乙', 5]] }));
    expect(flatOut(ran)).not.toContain('认作列名');
  });
});
