import { checkSnapshot } from '../../src/commands/check';
import { fixPatch } from '../../src/commands/fix';
import { entriesOf } from '../../src/commands/entries';
import { figuresCode } from '../../src/commands/explanations';
import { recalculate } from '../../src/engine/formula/recalculate';
import type { CellValue, Snapshot } from '../../src/engine/snapshot/snapshot';
import { findingSentence } from '../../src/i18n/catalogue';
import { compiledWorkbook, SCHOOL, SCHOOL_ABOUT, typedInto } from '../fixtures/compiled-department';
import { placeOf, withoutRows, withValues, type Place } from '../fixtures/edit';
import { ledgerWorkbook, LEDGER_HEADERS, rowsOf, sampleLines } from '../fixtures/sample-ledger';

type Values = Readonly<Record<Place, CellValue>>;

/** What a check says of the tables, one line an entry; the blanks of performance tables are another matter. */
async function said(snapshot: Snapshot): Promise<readonly string[]> {
  const report = await checkSnapshot(snapshot);
  return entriesOf(report)
    .filter(({ speaker }) => speaker.rule !== 'p-kinds')
    .map(({ severity, facts }) => `${severity} ${findingSentence(facts, 'zh-CN')}`);
}

/** The cells that `fix` writes into, and what. */
async function fixed(snapshot: Snapshot): Promise<readonly string[]> {
  const { changes } = fixPatch(snapshot, await checkSnapshot(snapshot), { language: 'zh-CN' });
  return changes.map(({ cell, new: amount }) => `${placeOf(cell)}=${amount}`);
}

const formulas = compiledWorkbook(SCHOOL, false);
const values = compiledWorkbook(SCHOOL, true);
const projects = compiledWorkbook(sampleLines, true);
const LOOK = '请核实：台账对就改表，表对就改台账后重新编制。';

describe('a workbook as it was compiled says nothing of its ledger', () => {
  test.each<readonly [string, Parameters<typeof rowsOf>[0], boolean]>([
    ['a school, by formulas', SCHOOL, false],
    ['a school, by values', SCHOOL, true],
    ['the sample, by formulas', sampleLines, false],
    ['the sample, by values', sampleLines, true],
    [
      'amounts with more digits than the tables print',
      SCHOOL.map(([functional, kind, economic, project, fund, now, before]) => [
        functional,
        kind,
        economic,
        project,
        fund,
        typeof now === 'number' ? now + 0.0037 : now,
        before,
      ]),
      true,
    ],
  ])('%s', async (_, lines, byValues) => {
    expect(await said(await compiledWorkbook(lines, byValues))).toEqual([]);
  });
});

describe('tables that agree among themselves and not with the ledger are to be verified, once', () => {
  test.each<readonly [string, Promise<Snapshot>, Values, string]>([
    [
      'an amount moved to another fund, all sums following',
      formulas,
      { '表二!J8': 5.3, '表二!H8': 16.6 },
      `warning 表二“小学教育”财政专户（教育收费）现为16.60万元，台账第5行为12.60，多4.00；表二“小学教育”事业收入现为5.30万元，台账第6行为9.30，少4.00。${LOOK}`,
    ],
    [
      'an amount in the column of the other class, which by itself is another finding',
      formulas,
      { '表六!E9': null, '表六!F9': 28.33 },
      `warning 表六“机关事业单位基本养老保险缴费”人员经费空着，台账第10行为28.33，少28.33；表六“机关事业单位基本养老保险缴费”公用经费现为28.33万元，台账没有这一笔，多28.33。${LOOK}`,
    ],
    [
      'an amount of the ledger changed after compiling',
      formulas,
      { '台账!H3': 60.25 },
      `warning 表六“津贴补贴”人员经费现为64.25万元，台账第3行为60.25，多4.00（表五!F9、表三!F9也相差同一数额）。${LOOK}`,
    ],
    [
      'a row of the ledger under another project',
      formulas,
      { '台账!F7': '操场维修' },
      'warning 台账第7行2050202“操场维修”与表七第8行“校舍维修”金额相同（35.00万元），像是改了名。请统一名称。',
    ],
    [
      'a row of the ledger that no table has',
      formulas,
      { '台账!A11': '2050203', '台账!C11': '基本支出', '台账!D11': '30201', '台账!G11': '事业收入', '台账!H11': 3 },
      'warning 台账第11行有2050203“初中教育”3.00万元，表二、表三都没有这一行。请核实：台账对就补上这一行，表对就改台账后重新编制。',
    ],
  ])('%s', async (_, compiled, edits, expected) => {
    expect(await said(typedInto(await compiled, edits))).toEqual([expected]);
  });

  test.each([false, true])('one item that is another in all tables, by values: %s', async (byValues) => {
    const changed = SCHOOL.map((line): (typeof SCHOOL)[number] => {
      const [functional, kind, economic, project, fund] = line;
      return economic === '30102' ? [functional, kind, economic, project, fund, 70, ''] : line;
    });
    const tables = await compiledWorkbook(changed, byValues);
    const ledger = (await formulas).sheets.find(({ name }) => name === '台账');
    const sheets = tables.sheets.map((sheet) => (sheet.name === '台账' && ledger ? ledger : sheet));
    const also = byValues ? '表五!F9、表二!F8、表三!F9' : '表五!F9、表三!F9';
    expect(await said({ ...tables, sheets })).toEqual([
      `warning 表六“津贴补贴”人员经费现为70.00万元，台账第3行为64.25，多5.75（${also}也相差同一数额）。${LOOK}`,
    ]);
  });
});

describe('a project that was renamed on one side is no row that is missing', () => {
  const SAME = '像是改了名。请统一名称。';
  /** Two more projects of the same code, each with the same amount. */
  const twoAlike = compiledWorkbook(
    [
      ...SCHOOL,
      ['2050202', '项目支出', '30213', '围墙维修', '一般公共预算', 8, ''],
      ['2050202', '项目支出', '30213', '门窗维修', '一般公共预算', 8, ''],
    ],
    true,
  );

  test.each<readonly [string, Promise<Snapshot>, Values, readonly string[]]>([
    [
      'in the ledger',
      values,
      { '台账!F7': '操场维修' },
      [`台账第7行2050202“操场维修”与表七第8行“校舍维修”金额相同（35.00万元），${SAME}`],
    ],
    [
      'in the table and its performance table, each otherwise',
      values,
      { '表七!E8': '操场维修', '绩效1!B3': '屋面维修' },
      [`台账第7行2050202“校舍维修”与表七第8行“操场维修”金额相同（35.00万元），${SAME}`],
    ],
    [
      'one of two with the same amount',
      twoAlike,
      { '台账!F11': '院墙维修' },
      [`台账第11行2050202“院墙维修”与表七第9行“围墙维修”金额相同（8.00万元），${SAME}`],
    ],
    [
      'both of two with the same amount',
      twoAlike,
      { '台账!F11': '院墙维修', '台账!F12': '屋面维修' },
      [
        '台账第11行2050202“院墙维修”8.00万元，表七没有同名的行；表七第9行“围墙维修”、表七第10行“门窗维修”金额相同，像是其中一行改了名。请统一名称。',
      ],
    ],
    [
      'with another amount as well: it is another one',
      values,
      { '台账!F7': '操场维修', '台账!H7': 36 },
      ['台账第7行有2050202“操场维修”36.00万元，表七没有这一行。请核实：台账对就补上这一行，表对就改台账后重新编制。'],
    ],
  ])('%s', async (_, compiled, edits, expected) => {
    const lines = (await said(typedInto(await compiled, edits))).filter((line) => /台账第.*2050202/.test(line));
    expect(lines).toEqual(expected.map((line) => `warning ${line}`));
  });

  test.each<readonly [string, Values, readonly Place[], number]>([
    ['in the ledger', { '台账!F7': '操场维修' }, ['台账!F7', '表七!E8'], 1],
    ['in the table, not in its performance table', { '表七!E8': '操场维修' }, ['表七!E8'], 2],
    ['in the performance table', { '绩效1!B3': '操场维修' }, ['绩效1!B3'], 1],
  ])(
    'one entry names the cell of the name, both where nobody knows which is right: %s',
    async (_, edits, cells, findings) => {
      const report = await checkSnapshot(typedInto(await values, edits));
      const entries = entriesOf(report).filter(
        ({ speaker, severity }) => severity !== 'note' && speaker.rule !== 'p-kinds',
      );
      expect(entries.map((entry) => entry.cells.map(placeOf))).toEqual([cells]);
      expect(entries.map(({ symptoms }) => symptoms.length + 1)).toEqual([findings]);
    },
  );

  test('a form that no rename explains is told by itself', async () => {
    const more = { '台账!F7': '操场维修', '表七!E8': '屋面维修', '表七!F8': 34, '表七!H8': 34 };
    const lines = (await said(typedInto(await values, more))).filter((line) => !line.startsWith('note'));
    expect(lines.filter((line) => line.includes('“校舍维修”有绩效目标表'))).toHaveLength(1);
  });
});

describe('a row that was cleared is missing: the ledger has it, and what other tables say of it is right', () => {
  /** The rows of a table's deepest codes, as the tables print them: 类, 款, 项 in the first three columns. */
  const itemRows = (snapshot: Snapshot, table: string): readonly number[] =>
    (snapshot.sheets.find(({ name }) => name === table)?.rows ?? []).flatMap(({ row, cells }) =>
      cells.some(({ column, value }) => column === 2 && /^\d\d$/.test(String(value))) ? [row] : [],
    );
  const cleared = (snapshot: Snapshot, table: string, row: number): Snapshot =>
    recalculate({
      ...snapshot,
      sheets: snapshot.sheets.map((sheet) =>
        sheet.name === table ? { ...sheet, rows: sheet.rows.filter((one) => one.row !== row) } : sheet,
      ),
    });

  test.each([
    ['表二', false],
    ['表三', false],
    ['表五', false],
    ['表七', false],
    ['表三', true],
    ['表五', true],
    ['表七', true],
  ])('each row of %s, by values: %s', async (table, byValues) => {
    const whole = await (byValues ? values : formulas);
    const rows = itemRows(whole, table);
    expect(rows.length).toBeGreaterThan(0);
    for (const row of rows) {
      const without = cleared(whole, table, row);
      const lines = await said(without);
      // One cause, and nothing taken away elsewhere. The only item below a section is told by what the section lacks.
      const missing = lines.filter((line) => /台账第[^“]+有20.*没有这一行|只列到款级，没有列到项级/.test(line));
      expect(missing[0]).toContain(table);
      const others = lines.filter((line) => line.startsWith('error') && !missing.includes(line));
      expect([row, others, await fixed(without)]).toEqual([row, [], []]);
    }
  });
});

describe('where the ledger’s amount mends the tables, the cell is wrong and the amount known', () => {
  test.each<readonly [string, Promise<Snapshot>, Values, string, readonly string[]]>([
    [
      'two digits exchanged, sums by formula',
      formulas,
      { '表三!G10': 28.58 },
      'error 表三“其他普通教育支出”项目支出现为28.58万元，应为28.85（台账第8、9行合计也是），少0.27。疑似相邻两位颠倒。',
      ['表三!G10=28.85'],
    ],
    [
      'any other amount in a single equation, sums by formula',
      formulas,
      { '表六!E7': 131.07 },
      'error 表六“基本工资”人员经费现为131.07万元，应为120.50（台账第2行也是），多10.57。',
      ['表六!E7=120.50'],
    ],
    [
      'a blank, sums by formula',
      formulas,
      { '表三!F9': null },
      'error 表三“小学教育”基本支出空着，应为225.05万元（台账第2至6行合计也是）。',
      ['表三!F9=225.05'],
    ],
    [
      'any other amount, all typed',
      values,
      { '表六!E7': 131.07 },
      'error 表六“基本工资”人员经费现为131.07万元，应为120.50（台账第2行也是），多10.57。',
      ['表六!E7=120.50'],
    ],
    [
      'a total, all typed',
      values,
      { '表六!E11': 231.08 },
      'error 表六“合计”人员经费现为231.08万元，应为213.08（台账第2、3、10行合计也是），多18.00。疑似相邻两位颠倒。',
      ['表六!E11=213.08'],
    ],
    [
      'an amount moved between two projects, with their sums; one of their performance tables is below it',
      projects,
      { '表七!F8': 48, '表七!H8': 48, '表七!F9': 52, '表七!H9': 52 },
      'error 表七“公务接待费”项目支出合计现为48.00万元，应为40.00（台账第19行也是），多8.00；差同一数额的一并更正：表七!H8现为48.00，应为40.00；表七!F9现为52.00，应为60.00；表七!H9现为52.00，应为60.00。',
      ['表七!F8=40.00', '表七!H8=40.00', '表七!F9=60.00', '表七!H9=60.00'],
    ],
    [
      'the amounts of two projects in each other’s rows, with their sums',
      projects,
      { '表七!F9': 50, '表七!H9': 50, '表七!F11': 60, '表七!H11': 60 },
      'error 表七“业务活动经费”项目支出合计现为60.00万元，表七“机场设施租用费”项目支出合计现为50.00，疑似互相写反，应为50.00（台账第22至24行合计也是）和60.00。随之：表七!H11现为60.00，应为50.00；表七!H9现为50.00，应为60.00。',
      ['表七!F11=50.00', '表七!F9=60.00', '表七!H11=50.00', '表七!H9=60.00'],
    ],
  ])('%s', async (_, compiled, edits, expected, changes) => {
    const after = typedInto(await compiled, edits);
    expect(await said(after)).toEqual([expected]);
    expect(await fixed(after)).toEqual(changes);
    expect(await said(typedInto(after, Object.fromEntries(changes.map((one) => split(one)))))).toEqual([]);
  });

  test('several at once are told one by one', async () => {
    const after = typedInto(await formulas, { '表六!E7': 131.07, '表三!G10': 28.58, '表二!H9': 6.51 });
    expect(await fixed(after)).toEqual(['表二!H9=6.15', '表三!G10=28.85', '表六!E7=120.50']);
  });
});

describe('the form of a project that a fund pays for is in need of no row while the fund’s amount is wrong', () => {
  const ofFund = (byValues: boolean): Promise<Snapshot> =>
    compiledWorkbook(
      [
        ...SCHOOL,
        ['2050202', '项目支出', '30213', '围墙维修', '一般公共预算', 8, ''],
        ['2120816', '项目支出', '30227', '校园绿化', '政府性基金预算', 260, ''],
      ],
      byValues,
    );
  const withoutLedger = (workbook: Snapshot): Snapshot => ({
    ...workbook,
    sheets: workbook.sheets.filter(({ name }) => name !== '台账'),
  });
  /** The cell of the fund's table that says what its only item has for projects, and those above it that say the same. */
  const cells = (workbook: Snapshot): readonly Place[] =>
    (workbook.sheets.find(({ name }) => name === '表九')?.rows ?? []).flatMap(({ row, cells: own }) =>
      own.flatMap(({ column, value, formula }) =>
        column === 6 && value === 260 && formula === undefined ? [placeOf({ sheet: '表九', row, column })] : [],
      ),
    );

  test.each([
    ['formulas', false, (one: Snapshot) => one],
    ['formulas, without the ledger', false, withoutLedger],
    ['values', true, (one: Snapshot) => one],
  ])('%s', async (_, byValues, left) => {
    const workbook = await ofFund(byValues);
    const wrong = left(typedInto(workbook, Object.fromEntries(cells(workbook).map((place) => [place, 26]))));
    const lines = (await said(wrong)).filter((line) => !line.startsWith('note'));
    // One mistake, told once.
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(/^error 表九/);
    expect(lines.filter((line) => line.includes('没有这个项目'))).toEqual([]);
  });

  test('a form of a project that nobody has is still told', async () => {
    const workbook = await ofFund(false);
    const form = workbook.sheets.find(
      ({ name, rows }) => /^绩效/.test(name) && JSON.stringify(rows).includes('校舍维修'),
    );
    const place = form?.rows.flatMap(({ row, cells: own }) =>
      own.flatMap(({ column, value }) => (value === '校舍维修' ? [placeOf({ sheet: form.name, row, column })] : [])),
    )[0];
    const [amount] = cells(workbook);
    if (place === undefined || amount === undefined) throw new Error('no such form');
    const lines = await said(typedInto(workbook, { [place]: '消防设施更新', [amount]: 26 }));
    expect(lines.filter((line) => line.includes('消防设施更新'))).toEqual([
      expect.stringMatching(/^warning 绩效“消防设施更新”，表七第8行、台账都写作“校舍维修”/),
    ]);
  });
});

/** All typed amounts of the tables, the performance tables left out. */
const typedAmounts = ({ sheets }: Snapshot): readonly (readonly [Place, number])[] =>
  sheets.flatMap(({ name, rows }) =>
    /^表.$/u.test(name)
      ? rows.flatMap(({ row, cells }) =>
          cells.flatMap(({ column, value, formula }) =>
            typeof value === 'number' && formula === undefined
              ? [[placeOf({ sheet: name, row, column }), value] as const]
              : [],
          ),
        )
      : [],
  );

test.each([
  ['formulas', formulas],
  ['values', values],
])('any amount of a workbook of %s that is another is named, and no other cell is changed', async (_, compiled) => {
  const workbook = await compiled;
  const wrong: string[] = [];
  for (const [place, value] of typedAmounts(workbook)) {
    const after = typedInto(workbook, { [place]: value + 3.17 });
    const changes = await fixed(after);
    const isMended = changes.length === 1 && changes[0] === `${place}=${value.toFixed(2)}`;
    const isAsked = changes.length === 0 && (await said(after)).some((line) => /^warning .*台账第/.test(line));
    if (!isMended && !isAsked) wrong.push(`${place} ${value}: ${changes.join()}`);
  }
  expect(wrong).toEqual([]);
});

function split(change: string): readonly [string, number] {
  const [place = '', amount = ''] = change.split('=');
  return [place, Number(amount)];
}

/** Of rows that were left out when the tables were made. */
const LACKS = 'warning “台账”有';
const lacks = (rows: number, because: string): string =>
  `${LACKS}${rows}行的数没有编入，照它编的表缺这些数，也没有用它核对各表：${because}。请改正，再编一次。`;

describe('nothing is said by a ledger that is of something else', () => {
  /** The workbook with another answer in the sheet of facts. */
  const about = (workbook: Snapshot, label: string, value: CellValue): Snapshot => {
    const facts = workbook.sheets.find(({ name }) => name === '单位情况');
    const row = facts?.rows.find(({ cells }) => cells.some((cell) => cell.value === label));
    if (!row) throw new Error(`not asked: ${label}`);
    return withValues(workbook, { [`单位情况!C${row.row + 1}`]: value });
  };
  const wrong: Values = { '表二!J8': 5.3, '表二!H8': 16.6 };

  const MEND = '请改正，重新审核时就会核对。';

  test.each<readonly [string, (wrong: Snapshot) => Snapshot, string | undefined]>([
    [
      'of another unit',
      (one) => about(one, '部门名称', '高山县交通局'),
      '单位情况“部门名称”写的是“高山县交通局”，各表是“平川县第一小学”。不是同一单位的不必理会；填错的请改正。',
    ],
    [
      'of another year',
      (one) => about(one, '预算年度', 2022),
      '单位情况“预算年度”写的是2022年，各表是2021年。不是同一年度的不必理会；填错的请改正。',
    ],
    [
      'of another edition',
      (one) => about(one, '版式', 'shanghai-putuo-2026-unit'),
      '单位情况“版式”写的是“shanghai-putuo-2026-unit”，各表是“新疆2021版”。不是同一版式的不必理会；填错的请改正。',
    ],
    [
      'headed by another year',
      (one) => withValues(one, { '台账!H1': '2023年预算数', '台账!I1': '2022年预算数' }),
      `台账第1行“2023年预算数”列的列名（2023年预算数、2022年预算数）与2021年不符；还有台账!I1。${MEND}`,
    ],
    [
      'with a code that nobody knows',
      (one) => withValues(one, { '台账!A3': '9999999' }),
      lacks(1, '台账第3行“功能科目”列的“9999999”认不出'),
    ],
    [
      'with amounts that cannot be read',
      (one) => withValues(one, { '台账!H3': '约60', '台账!H6': '待定' }),
      lacks(2, '台账第3行“本年”列填的是“约60”，读不出金额；还有台账!H6'),
    ],
    [
      'with a total of its own that is another',
      (one) => withValues(one, { '台账!A11': '合计', '台账!H11': 999 }),
      `台账第11行“本年”列的“合计”填的是999.00万元，各行合计317.23。${MEND}`,
    ],
    [
      'without a column that it needs',
      (one) => withValues(one, { '台账!G1': '经费渠道甲' }),
      `台账第1行的列名里没有“资金来源”列。${MEND}`,
    ],
    [
      'beside another ledger',
      (one) => ({ ...one, sheets: [...one.sheets, ...ledgerWorkbook(rowsOf(SCHOOL), '台账2').sheets] }),
      '“台账”和“台账2”都是台账，不知道以哪一张为准。请合并到一张，或移走不用的。',
    ],
    ['blank', (one) => withoutRows(one, { 台账: [2, 3, 4, 5, 6, 7, 8, 9, 10] }), undefined],
    [
      'without an amount of this year',
      (one) => withValues(one, Object.fromEntries([2, 3, 4, 5, 6, 7, 8, 9, 10].map((row) => [`台账!H${row}`, null]))),
      undefined,
    ],
    ['gone', (one) => ({ ...one, sheets: one.sheets.filter(({ name }) => name !== '台账') }), undefined],
  ])('%s', async (_, changed, because) => {
    const after = typedInto(await formulas, wrong);
    expect((await said(after)).filter((line) => line.includes('台账第5行'))).toHaveLength(1);
    const lines = await said(changed(after));
    const isOfTables = (line: string): boolean => /^(?:error|warning) .*台账(?:第|没有|与)/.test(line);
    expect(lines.filter((line) => isOfTables(line) && !line.startsWith(LACKS))).toEqual([]);
    // One word of it, and none where there is nothing that could have been used.
    expect(lines.filter((line) => /台账(?:第|”|没有|与)/.test(line))).toEqual(
      because === undefined ? [] : [because.startsWith(LACKS) ? because : `note 没有用“台账”核对各表：${because}`],
    );
  });

  test('a ledger beside one that is to be filled in is used', async () => {
    const after = typedInto(await formulas, wrong);
    const blank = ledgerWorkbook(rowsOf(SCHOOL).slice(0, 1), '台账2').sheets;
    expect(await said({ ...after, sheets: [...blank, ...after.sheets] })).toEqual(await said(after));
  });

  test.each<readonly [string, Promise<Snapshot>, readonly number[]]>([
    ['an example row alone', formulas, [3, 4, 5, 6, 7, 8, 9, 10]],
    ['a part of the rows', values, [2, 3, 4, 6, 7, 9]],
  ])('%s is told once', async (_, compiled, rows) => {
    const lines = await said(withoutRows(await compiled, { 台账: rows }));
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(/^note 台账与各表不像是同一次的数：\d+处里有\d+处不同，没有逐个列出。/);
  });

  test('a ledger in 元 says the same', async () => {
    const inYuan = ledgerWorkbook([
      LEDGER_HEADERS.map((header) => (header === '本年' ? '本年（元）' : header)),
      ...rowsOf(SCHOOL)
        .slice(1)
        .map((row) => row.map((cell, column) => (column === 7 ? Math.round(Number(cell) * 10_000) : cell))),
    ]);
    const workbook = await formulas;
    const sheets = workbook.sheets.map((sheet) => (sheet.name === '台账' ? (inYuan.sheets[0] ?? sheet) : sheet));
    expect(await said({ ...workbook, sheets })).toEqual([]);
    expect(await said(typedInto({ ...workbook, sheets }, wrong))).toHaveLength(1);
  });

  test('amounts that were rounded otherwise are the same', async () => {
    const rounded = { '台账!H2': 120.504, '台账!H3': 64.246, '台账!H4': 18.401 };
    expect(await said(typedInto(await values, rounded))).toEqual([]);
  });
});

test('what is explained counts again once the ledger says something else', async () => {
  const after = typedInto(await formulas, { '表二!J8': 5.3, '表二!H8': 16.6 });
  const [entry] = entriesOf(await checkSnapshot(after)).filter(({ speaker }) => speaker.rule === 'c-ledger');
  if (!entry) throw new Error('nothing is said of the ledger');
  const headers = ['编号', '位置', '问题', '说明时数值', '说明', '姓名', '日期', '核对码'];
  const row = [entry.id, '', '', '', '调整待报', '', '', figuresCode(entry, after)];
  const explained = { ...after, sheets: [...after.sheets, ...ledgerWorkbook([headers, row], '审核说明').sheets] };
  const holds = async (snapshot: Snapshot): Promise<readonly (boolean | undefined)[]> =>
    entriesOf(await checkSnapshot(snapshot))
      .filter(({ speaker }) => speaker.rule === 'c-ledger')
      .map(({ cause }) => cause?.explanation?.holds);
  expect(await holds(explained)).toEqual([true]);
  expect(await holds(withValues(explained, { '台账!H5': 13, '台账!H6': 8.9 }))).toEqual([false]);
});

test('the name of the unit is that of the tables, wholly or in short', async () => {
  const workbook = await compiledWorkbook(SCHOOL, false, { ...SCHOOL_ABOUT, department: '第一小学' });
  expect(await said(typedInto(workbook, { '表二!J8': 5.3, '表二!H8': 16.6 }))).toHaveLength(1);
});
