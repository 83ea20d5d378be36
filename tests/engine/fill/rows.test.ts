import { workbook } from '../../notation';
import { fillOf, fillSheets, leftOf, table3, table5, table6, table7 } from './filled';

/** 表三 as it stands after filling. */
const filled3 = async (...rows: readonly string[]): Promise<readonly string[]> =>
  (await fillSheets({ 表三: table3(...rows) })).rows('表三');

describe('class and section rows that are missing are put in before their first child', () => {
  test('all of them', async () => {
    expect(
      await filled3(
        "'201 | '03 | '01 | 行政运行 | | 10 |",
        "'201 | '03 | '99 | 其他政府办公厅（室）及相关机构事务支出 | | | 5",
        "'205 | '01 | '01 | 行政运行 | | 2 |",
        ' | | | 合计',
      ),
    ).toEqual([
      "'201 |  |  | 一般公共服务支出 | =E7 → 15 | =F7 → 10 | =G7 → 5",
      "'201 | '03 |  | 政府办公厅（室）及相关机构事务 | =SUM(E8:E9) → 15 | =SUM(F8:F9) → 10 | =SUM(G8:G9) → 5",
      "'201 | '03 | '01 | 行政运行 | =SUM(F8:G8) → 10 | 10",
      "'201 | '03 | '99 | 其他政府办公厅（室）及相关机构事务支出 | =SUM(F9:G9) → 5 |  | 5",
      "'205 |  |  | 教育支出 | =E11 → 2 | =F11 → 2",
      "'205 | '01 |  | 教育管理事务 | =E12 → 2 | =F12 → 2",
      "'205 | '01 | '01 | 行政运行 | =SUM(F12:G12) → 2 | 2",
      ' |  |  | 合计 | =SUM(E6,E10) → 17 | =SUM(F6,F10) → 12 | =SUM(G6,G10) → 5',
    ]);
  });

  test('only those that are missing; the order of the rows stays', async () => {
    expect(
      await filled3(
        "'205 | '01 | '01 | 行政运行 | | 2 |",
        "'201 | | | 一般公共服务支出",
        "'201 | '03 | '01 | 行政运行 | | 10 |",
        "'205 | '01 | '02 | 一般行政管理事务 | | 3 |",
        ' | | | 合计',
      ),
    ).toEqual([
      "'205 |  |  | 教育支出 | =E7 → 5 | =F7 → 5",
      "'205 | '01 |  | 教育管理事务 | =SUM(E8,E12) → 5 | =SUM(F8,F12) → 5",
      "'205 | '01 | '01 | 行政运行 | =SUM(F8:G8) → 2 | 2",
      "'201 |  |  | 一般公共服务支出 | =E10 → 10 | =F10 → 10",
      "'201 | '03 |  | 政府办公厅（室）及相关机构事务 | =E11 → 10 | =F11 → 10",
      "'201 | '03 | '01 | 行政运行 | =SUM(F11:G11) → 10 | 10",
      "'205 | '01 | '02 | 一般行政管理事务 | =SUM(F12:G12) → 3 | 3",
      ' |  |  | 合计 | =SUM(E6,E9) → 15 | =SUM(F6,F9) → 15',
    ]);
  });

  test('none where nothing would stand in them, and none that the edition does not print', async () => {
    expect(await filled3("'201 | '03 | '01 | 行政运行", ' | | | 合计')).toEqual([
      "'201 | '03 | '01 | 行政运行",
      ' |  |  | 合计',
    ]);
    const basic = await fillSheets({
      表六: table6("'301 | '01 | 基本工资 | | 8 |", "'302 | '01 | 办公费 | | | 2", ' | | 合计'),
    });
    expect(basic.rows('表六')).toEqual([
      "'301 | '01 | 基本工资 | =SUM(E6:F6) → 8 | 8",
      "'302 | '01 | 办公费 | =SUM(E7:F7) → 2 |  | 2",
      ' |  | 合计 | =SUM(D6:D7) → 10 | =SUM(E6:E7) → 8 | =SUM(F6:F7) → 2',
    ]);
  });

  test('class rows that an edition does not print are summed where they stand all the same', async () => {
    const basic = await fillSheets({
      表六: table6(
        "'301 | | 工资福利支出",
        "'301 | '01 | 基本工资 | | 8 |",
        "'302 | '01 | 办公费 | | | 2",
        ' | | 合计',
      ),
    });
    expect(basic.rows('表六')).toEqual([
      "'301 |  | 工资福利支出 | =D7 → 8 | =E7 → 8",
      "'301 | '01 | 基本工资 | =SUM(E7:F7) → 8 | 8",
      "'302 | '01 | 办公费 | =SUM(E8:F8) → 2 |  | 2",
      ' |  | 合计 | =SUM(D6,D8) → 10 | =SUM(E6,E8) → 8 | =SUM(F6,F8) → 2',
    ]);
  });

  test('none in a copy of the table that holds no amounts', async () => {
    const filled = await fillSheets({
      本级: table3("'201 | '03 | '01 | 行政运行", ' | | | 合计'),
      部门: table3("'201 | '03 | '01 | 行政运行 | | 10 |", ' | | | 合计'),
    });
    expect(filled.result.plan.inserts.map(({ sheet, code }) => `${sheet} ${code}`)).toEqual(['部门 201', '部门 20103']);
  });

  test('above the projects of a code; the code itself has no row of its own', async () => {
    const projects = await fillSheets({
      表七: table7(
        "'201 | '03 | '99 | 其他政府办公厅（室）及相关机构事务支出 | 群众工作经费 | | | 7",
        "'201 | '03 | '99 | 其他政府办公厅（室）及相关机构事务支出 | 业务活动经费 | | | 50",
        "'201 | '03 | '02 | 一般行政管理事务 | 机场设施租用费 | | | 60",
        ' | | | | 合计',
      ),
    });
    expect(projects.rows('表七')).toEqual([
      "'201 |  |  | 一般公共服务支出 |  | =F7 → 117 |  | =H7 → 117",
      "'201 | '03 |  | 政府办公厅（室）及相关机构事务 |  | =SUM(F8:F10) → 117 |  | =SUM(H8:H10) → 117",
      "'201 | '03 | '99 | 其他政府办公厅（室）及相关机构事务支出 | 群众工作经费 | =SUM(G8:P8) → 7 |  | 7",
      "'201 | '03 | '99 | 其他政府办公厅（室）及相关机构事务支出 | 业务活动经费 | =SUM(G9:P9) → 50 |  | 50",
      "'201 | '03 | '02 | 一般行政管理事务 | 机场设施租用费 | =SUM(G10:P10) → 60 |  | 60",
      ' |  |  |  | 合计 | =F6 → 117 |  | =H6 → 117',
    ]);
  });

  test('the row of totals too, below the last row, in the words of the other tables', async () => {
    const both = await fillSheets({
      表三: table3("'201 | | | 一般公共服务支出 | | 10 |"),
      表五: table5("'201 | | | 一般公共服务支出 | | 10 |", ' | | | 合  计'),
    });
    expect(both.rows('表三')).toEqual([
      "'201 |  |  | 一般公共服务支出 | =SUM(F6:G6) → 10 | 10",
      ' |  |  | 合  计 | =E6 → 10 | =F6 → 10',
    ]);
    const first = await fillSheets({
      表三: table3("'201 | | | 一般公共服务支出 | | 10 |"),
      表五: table5(' | | | 合计', "'201 | | | 一般公共服务支出 | | 10 |"),
    });
    expect(first.rows('表三')[0]).toBe(' |  |  | 合计 | =E7 → 10 | =F7 → 10');
  });

  test('two tables on one sheet', async () => {
    const upper = table3("'201 | '03 | '01 | 行政运行 | | 10 |", ' | | | 合计');
    const lower = table5("'201 | '03 | '01 | 行政运行 | | 10 |", ' | | | 合计');
    const filled = await fillSheets({ 预算: [...upper, '', ...lower] });
    expect(filled.result.plan.inserts.map(({ table, above, row, code }) => [table, above, row, code])).toEqual([
      ['表三', 5, 5, '201'],
      ['表三', 5, 6, '20103'],
      ['表五', 13, 15, '201'],
      ['表五', 13, 16, '20103'],
    ]);
    expect(filled.rows('预算')).toEqual([
      "'201 |  |  | 一般公共服务支出 | =E7 → 10 | =F7 → 10",
      "'201 | '03 |  | 政府办公厅（室）及相关机构事务 | =E8 → 10 | =F8 → 10",
      "'201 | '03 | '01 | 行政运行 | =SUM(F8:G8) → 10 | 10",
      ' |  |  | 合计 | =E6 → 10 | =F6 → 10',
      '',
      ...lower.slice(0, 5).map((line) => expect.stringContaining(line.split(' | ')[0] ?? '') as string),
      "'201 |  |  | 一般公共服务支出 | =E17 → 10 | =F17 → 10",
      "'201 | '03 |  | 政府办公厅（室）及相关机构事务 | =E18 → 10 | =F18 → 10",
      "'201 | '03 | '01 | 行政运行 | =SUM(F18:G18) → 10 | 10",
      ' |  |  | 合计 | =E16 → 10 | =F16 → 10',
    ]);
  });

  test('a table that goes on on a second sheet: what stands on the first is not missing on the second', async () => {
    const filled = await fillSheets({
      表三: table3("'201 | | | 一般公共服务支出", "'201 | '03 | '01 | 行政运行 | | 10 |"),
      表三续: [
        '部门支出总体情况表（续表）',
        ...table3(
          "'201 | '03 | '02 | 一般行政管理事务 | | 4 |",
          "'205 | '01 | '01 | 行政运行 | | 2 |",
          ' | | | 合计',
        ).slice(1),
      ],
    });
    expect(filled.rows('表三')).toEqual([
      "'201 |  |  | 一般公共服务支出 | =E7 → 14 | =F7 → 14",
      "'201 | '03 |  | 政府办公厅（室）及相关机构事务 | =SUM(E8,表三续!E6) → 14 | =SUM(F8,表三续!F6) → 14",
      "'201 | '03 | '01 | 行政运行 | =SUM(F8:G8) → 10 | 10",
    ]);
    expect(filled.rows('表三续')).toEqual([
      "'201 | '03 | '02 | 一般行政管理事务 | =SUM(F6:G6) → 4 | 4",
      "'205 |  |  | 教育支出 | =E8 → 2 | =F8 → 2",
      "'205 | '01 |  | 教育管理事务 | =E9 → 2 | =F9 → 2",
      "'205 | '01 | '01 | 行政运行 | =SUM(F9:G9) → 2 | 2",
      ' |  |  | 合计 | =SUM(表三!E6,E7) → 16 | =SUM(表三!F6,F7) → 16',
    ]);
  });
});

describe('codes and names are written as the neighbours are', () => {
  const keys = async (...rows: readonly string[]): Promise<readonly string[]> =>
    (await filled3(...rows)).map((line) => line.split(' | ').slice(0, 4).join(' | '));

  test.each([
    [
      'numbers',
      ['201 | 3 | 1 | 行政运行 | | 10 |'],
      ['201 |  |  | 一般公共服务支出', '201 | 3 |  | 政府办公厅（室）及相关机构事务'],
    ],
    [
      'numbers in the first column, texts in the others',
      ["201 | '03 | '01 | 行政运行 | | 10 |"],
      ['201 |  |  | 一般公共服务支出', "201 | '03 |  | 政府办公厅（室）及相关机构事务"],
    ],
    [
      'the whole code in each column',
      ["'201 | '20103 | '2010301 | 行政运行 | | 10 |"],
      ["'201 |  |  | 一般公共服务支出", "'201 | '20103 |  | 政府办公厅（室）及相关机构事务"],
    ],
    [
      'names set in by spaces, two a level',
      ["'201 | '03 | '01 |     行政运行 | | 10 |"],
      ["'201 |  |  | 一般公共服务支出", "'201 | '03 |  |   政府办公厅（室）及相关机构事务"],
    ],
  ])('%s', async (_, rows, expected) => {
    expect((await keys(...rows, ' | | | 合计')).slice(0, 2)).toEqual(expected);
  });

  test('a row of the same level shows the way before the child does', async () => {
    expect(
      await keys(
        '205 | | |  教育支出',
        "'205 | '01 | '01 | 行政运行 | | 10 |",
        "'201 | '03 | '01 | 行政运行 | | 10 |",
        ' | | | 合计',
      ),
    ).toEqual([
      '205 |  |  |  教育支出',
      "'205 | '01 |  | 教育管理事务",
      "'205 | '01 | '01 | 行政运行",
      '201 |  |  |  一般公共服务支出',
      "'201 | '03 |  | 政府办公厅（室）及相关机构事务",
      "'201 | '03 | '01 | 行政运行",
      ' |  |  | 合计',
    ]);
  });

  test('codes that stand once for all the rows below them', async () => {
    expect(
      await keys(
        "'201 | | | 一般公共服务支出",
        " | '03 | | 政府办公厅（室）及相关机构事务",
        " | | '01 | 行政运行 | | 10 |",
        "'205 | '01 | '01 | 行政运行 | | 10 |",
        ' | | | 合计',
      ),
    ).toEqual([
      "'201 |  |  | 一般公共服务支出",
      " | '03 |  | 政府办公厅（室）及相关机构事务",
      " |  | '01 | 行政运行",
      "'205 |  |  | 教育支出",
      " | '01 |  | 教育管理事务",
      "'205 | '01 | '01 | 行政运行",
      ' |  |  | 合计',
    ]);
  });

  /** 表三 with codes in one column. */
  const oneColumn = (header: string, ...rows: readonly string[]) => ({
    表三: [
      '部门支出总体情况表',
      '',
      '编制部门：某局 | | | | 单位：万元',
      '',
      `${header} | 合计 | 基本支出 | 项目支出`,
      ...rows,
    ],
  });

  test.each([
    [
      'as text',
      '科目编码 | 科目名称',
      "'2010301 | 行政运行",
      ["'201 | 一般公共服务支出", "'20103 | 政府办公厅（室）及相关机构事务"],
    ],
    [
      'as a number',
      '科目编码 | 科目名称',
      '2010301 | 行政运行',
      ['201 | 一般公共服务支出', '20103 | 政府办公厅（室）及相关机构事务'],
    ],
    [
      'with dashes',
      '科目编码 | 科目名称',
      "'201-03-01 | 行政运行",
      ["'201 | 一般公共服务支出", "'201-03 | 政府办公厅（室）及相关机构事务"],
    ],
    [
      'together with the name',
      '科目编码 | 科目名称',
      "'2010301 行政运行 |",
      ["'201 一般公共服务支出", "'20103 政府办公厅（室）及相关机构事务"],
    ],
  ])('in one column, %s', async (_, header, row, expected) => {
    const filled = await fillSheets(oneColumn(header, `${row} | | 10 |`, '合计 |'));
    const lines = filled.rows('表三').map((line) => line.split(' | =')[0]?.replace(/[ |]+$/, ''));
    expect(lines.slice(0, 2)).toEqual(expected);
    expect(leftOf(filled)).toEqual([]);
  });

  test('in the names', async () => {
    const filled = await fillSheets({
      表三: [
        '部门支出总体情况表',
        '',
        '编制部门：某局 | | | 单位：万元',
        '',
        '功能分类科目名称 | 合计 | 基本支出 | 项目支出',
        "'2010301行政运行 | | 10 |",
        '合计',
      ],
    });
    expect(filled.rows('表三').map((line) => line.split(' | ')[0])).toEqual([
      "'201一般公共服务支出",
      "'20103政府办公厅（室）及相关机构事务",
      "'2010301行政运行",
      '合计',
    ]);
  });

  test('301 | 103, which says the last digit of the class again, has no row above it here', async () => {
    const filled = await fillSheets({ 表六: table6('301 | 103 | 奖金 | | 8 |', ' | | 合计') });
    expect(filled.result.plan.inserts).toEqual([]);
  });

  test('a new row looks like the nearest of its level, else like its child', async () => {
    const filled = await fillSheets({
      表三: table3(
        "'205 | | | 教育支出",
        "'205 | '01 | '01 | 行政运行 | | 10 |",
        "'201 | '03 | '01 | 行政运行 | | 10 |",
        ' | | | 合计',
      ),
    });
    expect(filled.result.plan.inserts.map(({ code, like }) => [code, like])).toEqual([
      ['20501', 6],
      ['201', 5],
      ['20103', 7],
    ]);
  });
});

describe('a row is not put in where it cannot be', () => {
  const rows = ["'201 | '03 | '01 | 行政运行 | | 10 |", "'201 | '03 | '02 | 一般行政管理事务 | | 4 |", ' | | | 合计'];
  const left = async (sheet: Parameters<typeof workbook>[0][string]): Promise<readonly string[]> => {
    const filled = await fillSheets({ 表三: sheet });
    expect(filled.result.plan.inserts).toEqual([]);
    return leftOf(filled);
  };
  const [first, second] = ['表三!A6 ', ' 201 一般公共服务支出'];
  const both = (because: string): readonly string[] => [
    `${first}${because}${second}`,
    `${first}${because} 20103 政府办公厅（室）及相关机构事务`,
  ];

  test('merged cells reach across the place', async () => {
    expect(await left({ lines: table3(...rows), merges: ['H5:H6'] })).toEqual(both('row-merged'));
    expect(
      await left({
        lines: table3("'201 | | | 一般公共服务支出", "| '03 | '01 | 行政运行 | | 10 |", ' | | | 合计'),
        merges: ['A6:A7'],
      }),
    ).toEqual(['表三!B7 row-merged 20103 政府办公厅（室）及相关机构事务']);
  });

  test('rows of the table are hidden or filtered; blank ones do not matter', async () => {
    expect(await left({ lines: table3(...rows), hiddenRows: ['7'] })).toEqual(both('row-hidden'));
    const spare = await fillSheets({ 表三: { lines: table3(...rows), hiddenRows: ['9:12'] } });
    expect(spare.result.plan.inserts).toHaveLength(2);
  });

  test('the sheet is protected', async () => {
    const snapshot = workbook({ 表三: table3(...rows) });
    const locked = { ...snapshot, sheets: snapshot.sheets.map((sheet) => ({ ...sheet, isProtected: true })) };
    expect(leftOf(await fillOf(locked))).toEqual(both('row-protected'));
  });

  test('another block stands beside it', async () => {
    const filled = await fillSheets({
      表一: [
        '部门收支总体情况表',
        '',
        '编制部门：某局 | | | 单位：万元',
        '收入 | | 支出',
        '项目 | 预算数 | 功能分类 | 预算数',
        "财政拨款（补助） | | '201 一般公共服务支出 | 10",
        "一般公共预算 | 10 | '205 教育支出 |",
      ],
    });
    expect(filled.result.plan.inserts).toEqual([]);
    expect(leftOf(filled)).toEqual(['表一!A8 row-beside 收入总计', '表一!C8 row-beside 支出总计']);
  });

  test('nobody knows what the code is called', async () => {
    expect(await left(table3("'291 | '03 | '01 | 行政运行 | | 10 |", ' | | | 合计'))).toEqual([
      '表三!A6 row-unnamed 291',
      '表三!A6 row-unnamed 29103',
    ]);
  });

  test('unless another table does', async () => {
    const filled = await fillSheets({
      表三: table3(
        "'291 | | | 新设支出",
        "'291 | '03 | | 新设事务",
        "'291 | '03 | '01 | 行政运行 | | 10 |",
        ' | | | 合计',
      ),
      表五: table5("'291 | '03 | '01 | 行政运行 | | 10 |", ' | | | 合计'),
    });
    expect(filled.rows('表五').slice(0, 2)).toEqual([
      "'291 |  |  | 新设支出 | =E7 → 10 | =F7 → 10",
      "'291 | '03 |  | 新设事务 | =E8 → 10 | =F8 → 10",
    ]);
  });

  test('codes are nowhere to be seen, only names', async () => {
    expect(await left(table3(' | | | 政府办公厅（室）及相关机构事务 | | 10 |', ' | | | 合计'))).toEqual([
      '表三!D6 row-unclear 201 一般公共服务支出',
    ]);
  });

  test('a row that nobody could read may be the row of totals', async () => {
    const filled = await fillSheets({
      表三: table3("'201 | | | 一般公共服务支出 | | 10 |", ' | | | 累计数 | 10 | 10 |'),
    });
    expect(filled.result.plan.inserts).toEqual([]);
    expect(leftOf(filled)).toContain('表三!A7 row-unclear 合计');
  });

  test('a host said so; everything else is filled', async () => {
    const filled = await fillSheets({ 表三: table3(...rows) }, { keepRows: new Set(['表三']) });
    expect(leftOf(filled)).toEqual(both('row-refused'));
    expect(filled.rows('表三').at(-1)).toBe(' |  |  | 合计 | =SUM(E6:E7) → 14 | =SUM(F6:F7) → 14');
  });
});

describe('a row that somebody cleared takes what belongs there', () => {
  const cleared = [
    "'201 | | | 一般公共服务支出 | =E7 → 0 | =F7 → 0 |",
    '',
    "'201 | '03 | '01 | 行政运行 | =SUM(F8:G8) → 10 | 10 |",
    ' | | | 合计 | =E6 → 0 | =F6 → 0 |',
  ];
  const whole = [
    "'201 |  |  | 一般公共服务支出 | =E7 → 10 | =F7 → 10",
    "'201 | '03 |  | 政府办公厅（室）及相关机构事务 | =E8 → 10 | =F8 → 10",
    "'201 | '03 | '01 | 行政运行 | =SUM(F8:G8) → 10 | 10",
    ' |  |  | 合计 | =E6 → 10 | =F6 → 10',
  ];

  test('no second row is put in, and the formulas that speak of it are right again', async () => {
    const { rows, result } = await fillSheets({ 表三: table3(...cleared) });
    expect(rows('表三')).toEqual(whole);
    expect(result.plan.inserts.map(({ row, wasBlank }) => [row, wasBlank])).toEqual([[6, true]]);
    expect(result.patch.edits.filter((edit) => edit.do === 'insertRows')).toEqual([]);
  });

  test.each([
    ['the first row of the table', ['', ...whole.slice(1)]],
    ['two rows', ['', '', ...whole.slice(2)]],
  ])('%s', async (_what, rows) => {
    const after = (await fillSheets({ 表三: table3(...rows) })).rows('表三');
    expect(after.map((row) => row.split(' | ').slice(0, 4).join(' '))).toEqual(
      whole.map((row) => row.split(' | ').slice(0, 4).join(' ')),
    );
    expect(after.at(-1)).toBe(whole.at(-1));
  });

  test('of two that are missing above one row the blank row takes the upper one', async () => {
    const rows = ['', "'201 | '03 | '01 | 行政运行 | 10 | 10", ' | | | 合计'];
    expect((await fillSheets({ 表三: table3(...rows) })).rows('表三')).toEqual([
      ...whole.slice(0, 2),
      "'201 | '03 | '01 | 行政运行 | 10 | 10",
      whole.at(-1),
    ]);
  });
});

describe('formulas whose row was deleted are written anew once the row is back', () => {
  const filled = async (...rows: readonly string[]) => {
    const book = await fillSheets({ 表三: table3(...rows) });
    return { rows: book.rows('表三'), left: leftOf(book), fills: book.result.plan.fills };
  };

  test('a section row', async () => {
    const { rows, left, fills } = await filled(
      "'201 | | | 一般公共服务支出 | =SUM(#REF!,E8) → #REF! | =SUM(#REF!,F8) → #REF! |",
      "'201 | '03 | '01 | 行政运行 | 10 | 10 |",
      "'201 | '04 | | 发展与改革事务 | =E9 → 2 | =F9 → 2 |",
      "'201 | '04 | '01 | 行政运行 | 2 | 2 |",
      ' | | | 合计 | =E6 → #REF! | =F6 → #REF! |',
    );
    expect(rows[0]).toBe("'201 |  |  | 一般公共服务支出 | =SUM(E7,E9) → 12 | =SUM(F7,F9) → 12");
    expect(rows[1]).toBe("'201 | '03 |  | 政府办公厅（室）及相关机构事务 | =E8 → 10 | =F8 → 10");
    expect(rows.at(-1)).toBe(' |  |  | 合计 | =E6 → 12 | =F6 → 12');
    expect(left).toEqual([]);
    expect(fills.flatMap(({ renewed }) => renewed ?? [])).toEqual(['SUM(#REF!,E9)', 'SUM(#REF!,F9)']);
  });

  test('not where a row of detail is gone: the sum of the others would be less than it was', async () => {
    const { rows, left } = await filled(
      "'201 | | | 一般公共服务支出 | =E7 → #REF! | =F7 → #REF! |",
      "'201 | '03 | | 政府办公厅（室）及相关机构事务 | =E8+#REF! → #REF! | =F8+#REF! → #REF! |",
      "'201 | '03 | '01 | 行政运行 | 10 | 10 |",
      ' | | | 合计 | =E6 → #REF! | =F6 → #REF! |',
    );
    expect(rows[1]).toBe("'201 | '03 |  | 政府办公厅（室）及相关机构事务 | =E8+#REF! → #REF! | =F8+#REF! → #REF!");
    expect(left).toEqual(['表三!E7 lost-reference', '表三!F7 lost-reference']);
  });
});
