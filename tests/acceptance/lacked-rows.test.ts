import { checkSnapshot } from '../../src/commands/check';
import { entriesOf } from '../../src/commands/entries';
import { fixPatch } from '../../src/commands/fix';
import { recalculate } from '../../src/engine/formula/recalculate';
import type { Snapshot } from '../../src/engine/snapshot/snapshot';
import { findingSentence } from '../../src/i18n/catalogue';
import { compiledWorkbook, SCHOOL } from '../fixtures/compiled-department';
import { placeOf, valueAt, withValues, type Place } from '../fixtures/edit';
import { sampleLines } from '../fixtures/sample-ledger';

/** What a check says of the tables, one line an entry; the blanks of performance tables are another matter. */
async function said(snapshot: Snapshot): Promise<readonly string[]> {
  return entriesOf(await checkSnapshot(snapshot))
    .filter(({ speaker }) => speaker.rule !== 'p-kinds')
    .map(({ severity, facts }) => `${severity} ${findingSentence(facts, 'zh-CN')}`);
}

/** The cells that `fix` writes into, and what. */
async function fixed(snapshot: Snapshot): Promise<readonly (readonly [Place, string])[]> {
  const { changes } = fixPatch(snapshot, await checkSnapshot(snapshot), { language: 'zh-CN' });
  return changes.map(({ cell, new: amount }) => [placeOf(cell), amount ?? ''] as const);
}

/** Compiled, and its ledger thrown away. */
async function compiled(lines: typeof SCHOOL, values: boolean): Promise<Snapshot> {
  const workbook = await compiledWorkbook(lines, values);
  return { ...workbook, sheets: workbook.sheets.filter(({ name }) => name !== '台账') };
}

/** The rows of a table's deepest codes, as the tables print them: 类, 款, 项 in the first three columns. */
const itemRows = (snapshot: Snapshot, table: string): readonly number[] =>
  (snapshot.sheets.find(({ name }) => name === table)?.rows ?? []).flatMap(({ row, cells }) =>
    cells.some(({ column, value }) => column === 2 && /^\d\d$/.test(String(value))) ? [row] : [],
  );

/** The workbook with all cells of some rows cleared, what stands below them staying where it is. */
const without = (snapshot: Snapshot, cleared: Readonly<Record<string, readonly number[]>>): Snapshot =>
  recalculate({
    ...snapshot,
    sheets: snapshot.sheets.map((sheet) => ({
      ...sheet,
      rows: sheet.rows.filter(({ row }) => cleared[sheet.name]?.includes(row) !== true),
    })),
  });

/** All typed amounts of the tables, the performance tables left out. */
const typedAmounts = ({ sheets }: Snapshot): readonly (readonly [Place, number])[] =>
  sheets.flatMap(({ name, rows }) =>
    /^表.$/u.test(name)
      ? rows.flatMap(({ row, cells }) =>
          cells.flatMap(({ column, value, formula }) =>
            typeof value === 'number' && value !== 0 && formula === undefined
              ? [[placeOf({ sheet: name, row, column }), value] as const]
              : [],
          ),
        )
      : [],
  );

/** The row of a table in which a name stands, counted from 0. */
const rowNamed = (snapshot: Snapshot, table: string, name: string): number =>
  snapshot.sheets
    .find((sheet) => sheet.name === table)
    ?.rows.find(({ cells }) => cells.some(({ value }) => value === name))?.row ?? -1;

describe('a row of a table that no other table prints', () => {
  test('the total is held against the other tables', async () => {
    const school = await compiled(SCHOOL, true);
    const [total, ...others] = await said(without(school, { 表六: [rowNamed(school, '表六', '办公费')] }));
    expect(total).toMatch(
      /^error 表六“合计”合计现为.*，多18\.40；它与表五!F\d+一致，疑似下级缺一行，或有一行少填了18\.40。$/,
    );
    expect(others).toEqual([]);
  });

  test('parts that are more than it: a row is too many', () => {
    const cell = { sheet: '表六', row: 20, column: 3 };
    const whole = { cell, table: '表六', row: '合计', column: '合计', amount: '10.00' };
    const agreeing = { ...whole, cell: { sheet: '表五', row: 11, column: 5 }, table: '表五' };
    const rest = { parts: '15.00', count: 3, names: [], difference: '-5.00', moneyUnit: '万元' } as const;
    const sentence = findingSentence({ code: 'parts-differ', whole, agreeing, ...rest }, 'zh-CN');
    expect(sentence).toMatch(/少5\.00；它与表五!F12一致，疑似下级多列了一行，或有一行多填了5\.00。$/);
  });
});

const TABLES = ['表二', '表三', '表五', '表七'];
const WORKBOOKS = [
  ['a school', SCHOOL, false],
  ['a school', SCHOOL, true],
  ['the sample', sampleLines, false],
  ['the sample', sampleLines, true],
] as const;

describe.each(WORKBOOKS)('%s without a ledger', (_, lines, values) => {
  test.each(TABLES)(`each row of %s cleared, by values: ${String(values)}`, async (table) => {
    const whole = await compiled(lines, values);
    expect(await said(whole)).toEqual([]);
    const rows = itemRows(whole, table);
    expect(rows.length).toBeGreaterThan(0);
    for (const row of rows) {
      const lacking = without(whole, { [table]: [row] });
      const name = valueAt(whole, `${table}!${table === '表七' ? 'E' : 'D'}${row + 1}`);
      const [first, ...others] = await said(lacking);
      // The only item of a section is told by the section, where that is a typed amount.
      expect(first).toMatch(new RegExp(`^(?:error|warning) ${table}(?:缺|“.*只列到款级)`));
      expect(first).toContain(String(name).slice(0, 4));
      // One cause: no amount that stands elsewhere is called wrong, and nothing is written over it.
      expect([row, others, await fixed(lacking)]).toEqual([row, [], []]);
    }
  });
});

describe.each(WORKBOOKS)('%s with a row cleared and another amount wrong', (_, lines, values) => {
  test(`no amount is deleted, by values: ${String(values)}`, async () => {
    const whole = await compiled(lines, values);
    const amounts = typedAmounts(whole);
    const deleted: string[] = [];
    let next = 0;
    for (const table of TABLES) {
      for (const row of itemRows(whole, table)) {
        // Another tenth of the amounts for each row.
        for (let at = next++ % 10; at < amounts.length; at += 10) {
          const [place, value] = amounts[at] ?? ['', 0];
          if (new RegExp(`^${table}![A-Z]+${row + 1}$`).test(place)) continue;
          const after = without(withValues(whole, { [place]: value + 3.17 }), { [table]: [row] });
          for (const [cell, amount] of await fixed(after))
            if (Number(amount) === 0 && Number(valueAt(after, cell)) !== 0)
              deleted.push(`${table} row ${row + 1}, ${place}: ${cell}`);
        }
      }
    }
    expect(deleted).toEqual([]);
  });
});

describe('what is said of a row that a table lacks', () => {
  test.each<readonly [string, typeof SCHOOL, boolean, Readonly<Record<string, readonly number[]>>, readonly string[]]>([
    [
      'an item',
      SCHOOL,
      true,
      { 表三: [8] },
      [
        'error 表三缺2050202“小学教育”这一行，应有260.05万元（基本支出225.05，项目支出35.00）：表二第8行有260.05，表五第9行有238.15，表七第8行有35.00。请补上这一行。',
      ],
    ],
    [
      'an item of which the equations tell the whole alone',
      SCHOOL,
      false,
      { 表二: [8] },
      ['error 表二缺2050299“其他普通教育支出”这一行，应有28.85万元：表三第10行有28.85。请补上这一行。'],
    ],
    [
      'a project',
      sampleLines,
      false,
      { 表七: [8] },
      ['error 表七缺2010399“机场设施租用费”这一行，应有60.00万元（商品和服务支出60.00）：绩效2有60.00。请补上这一行。'],
    ],
    [
      'the only project',
      SCHOOL,
      false,
      { 表七: [7] },
      ['error 表七缺2050202“校舍维修”这一行，应有35.00万元（商品和服务支出35.00）：绩效1有35.00。请补上这一行。'],
    ],
    [
      'the only item of a section that is a typed amount',
      SCHOOL,
      true,
      { 表五: [11] },
      [
        'error 表五“行政事业单位养老支出”（20805）只列到款级，没有列到项级：缺2080505“机关事业单位基本养老保险缴费支出”这一行，应有28.33万元（表二第12行有28.33，表三第13行有28.33）。',
      ],
    ],
    [
      'the only project below a section that is a typed amount',
      SCHOOL,
      true,
      { 表七: [7] },
      [
        'warning 表七“普通教育”（20502）只列到款级，没有列到项级：缺2050202“校舍维修”这一行，应有35.00万元（绩效1有35.00）。',
      ],
    ],
  ])('%s', async (_, lines, values, rows, expected) => {
    expect(await said(without(await compiled(lines, values), rows))).toEqual(expected);
  });
});

describe.each([true, false])('a label of 表一 cleared, by values: %s', (values) => {
  const carriedOver = ['2010399', '项目支出', '30201', '业务活动经费', '上年结余', 15.8, 9] as const;
  test.each<readonly [string, typeof SCHOOL, string]>([
    ['一般公共预算', SCHOOL, '266.48万元：表二第13行有266.48，表四第7行有266.48'],
    ['事业收入', SCHOOL, '32.00万元：表二第13行有32.00'],
    ['上年结余', [...sampleLines, carriedOver], '15.80万元：表二第10行有15.80'],
  ])('%s', async (label, lines, expected) => {
    const whole = await compiled(lines, values);
    const row =
      Array.from({ length: 30 }, (_, at) => at + 1).find((at) => valueAt(whole, `表一!A${at}`) === label) ?? 0;
    const lacking = recalculate(withValues(whole, { [`表一!A${row}`]: null, [`表一!B${row}`]: null }));
    expect(await said(lacking)).toEqual([`error 表一缺“${label}”这一行，应有${expected}。请补上这一行。`]);
    expect(await fixed(lacking)).toEqual([]);
  });
});

test.each<readonly [string, typeof SCHOOL, string]>([
  ['a school', SCHOOL, '266.48'],
  ['the sample', sampleLines, '1,406.62'],
])('a label cleared whose parts stand below it, under formulas that add it up: %s', async (_, lines, amount) => {
  const whole = await compiled(lines, false);
  expect(valueAt(whole, '表一!A6')).toBe('财政拨款（补助）');
  const lacking = recalculate(withValues(whole, { '表一!A6': null, '表一!B6': null }));
  expect(await said(lacking)).toEqual([
    `error 表一缺“财政拨款（补助）”这一行，应有${amount}万元：表四第6行有${amount}，表四第36行有${amount}。请补上这一行。`,
  ]);
  expect(await fixed(lacking)).toEqual([]);
});

describe('a row cleared and another amount wrong', () => {
  test.each<
    readonly [string, boolean, string, number, Readonly<Record<Place, number>>, readonly (readonly [Place, string])[]]
  >([
    ['formulas, another table', false, '表五', 9, { '表二!K9': 5 }, []],
    ['values, the same table', true, '表三', 9, { '表三!E9': 1 }, [['表三!E9', '1249.62']]],
    ['formulas, the form of a project', false, '表三', 9, { '表七!H8': 43.17 }, []],
  ])(
    '%s: the row is told, and nothing but what is right is written',
    async (_, values, table, row, wrong, expected) => {
      const whole = await compiled(sampleLines, values);
      const lacking = without(withValues(whole, wrong), { [table]: [row] });
      expect((await said(lacking)).filter((line) => line.startsWith(`error ${table}缺2010399`))).toHaveLength(1);
      expect(await fixed(lacking)).toEqual(expected);
    },
  );
});

describe('a row cleared that no other table has or that is told of no more, and another amount wrong', () => {
  test.each<readonly [string, typeof SCHOOL, boolean, string, number, Readonly<Record<Place, number | null>>]>([
    ['two digits exchanged in a total of 表六', SCHOOL, true, '表六', 8, { '表六!D8': 46.25 }],
    ['a total of 表六 left out', SCHOOL, true, '表六', 8, { '表六!D8': null }],
    ['a sign', sampleLines, true, '表六', 8, { '表六!D11': -72.69 }],
    ['a decimal point', sampleLines, true, '表六', 9, { '表六!D16': 44.5 }],
  ])('%s: no other amount of the row is made up', async (_, lines, values, table, row, wrong) => {
    const whole = await compiled(lines, values);
    const written = await fixed(without(withValues(whole, wrong), { [table]: [row] }));
    const differing = written.filter(([place, amount]) => Number(valueAt(whole, place) ?? 0) !== Number(amount));
    expect(differing).toEqual([]);
  });
});

test('what is told of a row does not keep a blank beside it from being filled', async () => {
  const whole = await compiled(sampleLines, true);
  const lacking = without(withValues(whole, { '表七!H11': null }), { 表五: [8] });
  expect(await fixed(lacking)).toEqual([['表七!H11', '50.00']]);
});
