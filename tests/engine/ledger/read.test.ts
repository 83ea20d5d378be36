import { catalogue } from '../../../src/commands/catalogue';
import { editionById } from '../../../src/commands/check';
import { addressOf } from '../../../src/engine/snapshot/address';
import { readLedger } from '../../../src/engine/ledger/read';
import type { Ledger } from '../../../src/engine/ledger/ledger';
import { compileSentence } from '../../../src/i18n/compile/sentence';
import type { SheetLines } from '../../notation';
import { workbook } from '../../notation';

async function read(lines: SheetLines | Readonly<Record<string, SheetLines>>, year = 2021): Promise<Ledger> {
  const sheets = Array.isArray(lines) || 'lines' in lines ? { 台账: lines as SheetLines } : lines;
  const edition = await editionById('xinjiang-2021');
  const ledger = readLedger(workbook(sheets as Readonly<Record<string, SheetLines>>), edition, catalogue(), { year });
  if (!ledger) throw new Error('no ledger');
  return ledger;
}

/** A row read, a line: `2010301 人员经费 30101 一般公共预算 12.22 ← 11`. */
const rowsOf = (ledger: Ledger): readonly string[] =>
  ledger.rows.map(({ functional, kind, economic, project, fund, now, before }) =>
    [functional, kind, economic, project, fund, now?.toFixed() ?? '空', before && `← ${before.toFixed()}`]
      .filter((word) => word !== undefined)
      .join(' '),
  );

/** What is said: `错误 fund-unknown 台账!G3`. */
const saidOf = (ledger: Ledger): readonly string[] =>
  ledger.findings.map(({ rule, severity, cells, facts }) => {
    const value = facts.code === 'ledger' ? facts.value : '';
    return [severity, rule.replace('l-', ''), cells.map((cell) => addressOf(cell)).join(' '), value].join(' ').trim();
  });

/** What is said of money units, with what is proposed. */
const unitsSaid = (ledger: Ledger): readonly string[] =>
  ledger.findings.map(
    ({ facts }, index) =>
      `${saidOf(ledger)[index]?.replace(/$/, facts.code === 'ledger' && facts.value === '' ? ' ' : '') ?? ''} ${
        facts.code === 'ledger' ? (facts.proposed ?? '') : ''
      }`,
  );

const HEADER = '功能科目 | 名称 | 支出类型 | 经济科目 | 名称 | 项目名称 | 资金来源 | 本年 | 上年 | 备注';

describe('the columns of a ledger', () => {
  test.each<[string, readonly string[]]>([
    [
      'as our own sheet has them',
      [HEADER, "'2010301 | 行政运行 | 基本支出 | '30101 | 基本工资 |  | 一般公共预算 | 12.22 | 11 | "],
    ],
    [
      'in another order and under other names',
      [
        '2021年部门预算支出明细',
        '资金性质 | 2021年预算数（万元） | 项目名称 | 支出功能分类科目编码 | 部门预算支出经济分类科目编码 | 支出性质 | 2020年预算数',
        '一般公共预算拨款 | 12.22 |  | 2010301 | 30101 | 基本 | 11',
      ],
    ],
    [
      'with the levels of the code apart',
      [
        '功能分类科目编码 |  |  | 功能分类科目名称 | 支出类型 | 经济科目 | 资金来源 | 本年预算数 | 上年预算数',
        '类 | 款 | 项',
        "201 | '03 | '01 | 行政运行 | 人员 | '30101 | 财政拨款（一般公共预算） | 12.22 | 11",
      ].map((line) => line.replace('财政拨款（一般公共预算）', '一般公共预算')),
    ],
    [
      'with the levels of both codes apart',
      [
        '功能分类科目编码 |  |  | 功能分类科目名称 | 支出类型 | 经济分类科目编码 |  | 资金来源 | 本年预算数 | 上年预算数',
        '类 | 款 | 项 |  |  | 类 | 款',
        "201 | '03 | '01 | 行政运行 | 人员 | 301 | '01 | 一般公共预算 | 12.22 | 11",
      ],
    ],
    [
      'with levels that nothing stands above',
      [
        '类 | 款 | 项 | 科目名称 | 支出类型 | 经济科目 | 资金来源 | 本年预算数 | 上年预算数',
        '201 | 3 | 1 | 行政运行 | 人员 | 30101 | 一般公共预算 | 12.22 | 11',
      ],
    ],
    [
      'with two codes of levels that nothing stands above',
      [
        '类 | 款 | 项 | 科目名称 | 类 | 款 | 科目名称 | 项目 | 资金来源 | 本年预算数 | 上年预算数',
        '201 | 3 | 1 | 行政运行 | 301 | 1 | 基本工资 |  | 一般公共预算 | 12.22 | 11',
      ],
    ],
    [
      'with levels that say their code themselves',
      [
        '类 | 款 | 项 | 科目名称 | 支出类型 | 经济类 | 经济款 | 经济名称 | 资金来源 | 本年预算数 | 上年预算数',
        '201 | 3 | 1 | 行政运行 | 人员 | 301 | 1 | 基本工资 | 一般公共预算 | 12.22 | 11',
      ],
    ],
    [
      'with levels that say their code themselves, both',
      [
        '功能科目类 | 功能科目款 | 功能科目项 | 支出类型 | 经济科目类 | 经济科目款 | 资金来源 | 本年预算数 | 上年预算数',
        '201 | 3 | 1 | 人员 | 301 | 1 | 一般公共预算 | 12.22 | 11',
      ],
    ],
    [
      'with a code that is not said to be the functional one',
      [
        '资金来源 | 科目编码 | 科目名称 | 经济科目 | 项目名称 | 金额 | 上年数',
        '一般公共预算 | 2010301 | 行政运行 | 30101 |  | 12.22 | 11',
      ],
    ],
    [
      'without a column of kinds: what names a project is one',
      ['功能科目 | 经济科目 | 项目名称 | 资金来源 | 本年 | 上年', '2010301 | 30101 |  | 一般公共预算 | 12.22 | 11'],
    ],
  ])('%s', async (_name, lines) => {
    const ledger = await read(lines);
    expect(saidOf(ledger)).toEqual([]);
    expect(rowsOf(ledger)).toEqual(['2010301 人员经费 30101 一般公共预算 12.22 ← 11']);
  });

  test('amounts in 元, as the line above the headers or the header itself says', async () => {
    const rows = ['2010301 | 基本支出 | 30101 | 一般公共预算 | 122,200.5'];
    const above = await read(['单位：元', '功能科目 | 支出类型 | 经济科目 | 资金来源 | 本年', ...rows]);
    const inHeader = await read(['功能科目 | 支出类型 | 经济科目 | 资金来源 | 本年（元）', ...rows]);
    expect([...rowsOf(above), ...rowsOf(inHeader)]).toEqual([
      '2010301 人员经费 30101 一般公共预算 12.22005',
      '2010301 人员经费 30101 一般公共预算 12.22005',
    ]);
    expect(above.moneyUnit).toBe('元');
  });

  test('a missing column is named; nothing is compiled', async () => {
    const ledger = await read(['功能科目 | 支出类型 | 经济科目 | 本年', '2010301 | 基本支出 | 30101 | 12']);
    expect(saidOf(ledger)).toEqual(['error column-missing 台账!A1 fund']);
    expect(ledger.rows).toEqual([]);
  });

  test('without the codes it is a ledger still where it says all the rest, and no table', async () => {
    const ledger = await read(['用途 | 经济科目 | 项目名称 | 资金来源 | 本年', '办公 | 30101 |  | 一般公共预算 | 12']);
    expect(saidOf(ledger)).toEqual(['error column-missing 台账!A1 functional']);
    expect(ledger.rows).toEqual([]);
  });

  test('without the amounts it is a ledger still where it says what they are for and where they come from', async () => {
    const ledger = await read([
      '功能科目 | 支出类型 | 经济科目 | 资金来源',
      '2010301 | 基本支出 | 30101 | 一般公共预算',
    ]);
    expect(saidOf(ledger)).toEqual(['error column-missing 台账!A1 now']);
    expect(ledger.rows).toEqual([]);
  });

  test('a header that stands twice is named; nothing is compiled', async () => {
    const ledger = await read([
      '功能科目 | 支出类型 | 经济科目 | 资金来源 | 本年 | 预算数',
      '2010301 | 基本支出 | 30101 | 一般公共预算 | 12 | 13',
    ]);
    expect(saidOf(ledger)).toEqual(['error column-twice 台账!F1 now']);
    expect(ledger.rows).toEqual([]);
  });

  test('a second ledger is named and left out', async () => {
    const lines = [HEADER, '2010301 |  | 基本支出 | 30101 |  |  | 一般公共预算 | 12'];
    const ledger = await read({ 台账: lines, 下属单位: lines });
    expect(saidOf(ledger)).toEqual(['error second-ledger 下属单位!A1 下属单位']);
    expect(rowsOf(ledger)).toHaveLength(1);
  });

  test('the tables of a budget are no ledger', async () => {
    const edition = await editionById('xinjiang-2021');
    const tables = workbook({
      表三: [
        '部门支出总体情况表',
        '功能分类科目编码 | 功能分类科目名称 | 合计 | 基本支出 | 项目支出',
        '201 | 教育 | 1 | 1 | 0',
      ],
    });
    expect(readLedger(tables, edition, catalogue(), { year: 2021 })).toBeUndefined();
  });
});

describe('the rows of a ledger', () => {
  const rows = (...lines: readonly string[]): Promise<Ledger> => read([HEADER, ...lines]);

  test.each<[says: string, row: string, proposed: string | undefined]>([
    ['a name for a code', '群众文化 |  | 基本支出 | 30101 |  |  | 一般公共预算 | 12', '2070109'],
    ['a name beside no code', ' | 群众文化 | 基本支出 | 30101 |  |  | 一般公共预算 | 12', '2070109'],
    ['a name that many codes have', '行政运行 |  | 基本支出 | 30101 |  |  | 一般公共预算 | 12', undefined],
    ['a name for an economic code', '2010301 |  | 基本支出 | 差旅费 |  |  | 一般公共预算 | 12', '30211'],
    ['a name beside no economic code', '2010301 |  | 基本支出 |  | 差旅费 |  | 一般公共预算 | 12', '30211'],
    ['a name of an economic class', '2010301 |  | 基本支出 | 商品和服务支出 |  |  | 一般公共预算 | 12', '302'],
    ['a name of a section', '文化和旅游 |  | 基本支出 | 30101 |  |  | 一般公共预算 | 12', '20701'],
    ['a government economic code', '2010301 |  | 基本支出 | 50103 |  |  | 一般公共预算 | 12', '30113'],
    ['one that is made of many', '2010301 |  | 基本支出 | 50201 |  |  | 一般公共预算 | 12', ''],
    ['a name of the other classification', '差旅费 |  | 基本支出 | 30101 |  |  | 一般公共预算 | 12', undefined],
  ])('of %s the codes of that name are said', async (_says, row, proposed) => {
    const ledger = await rows(row);
    expect(ledger.rows).toEqual([]);
    expect(ledger.findings.map(({ facts }) => (facts.code === 'ledger' ? facts.proposed : ''))).toEqual([proposed]);
  });

  test.each<[says: string, row: string, said: string]>([
    ['no code', ' | 行政运行 | 基本支出 | 30101 |  |  | 一般公共预算 | 12', 'error code-none 台账!A2'],
    [
      'words for a code',
      '行政运行 |  | 基本支出 | 30101 |  |  | 一般公共预算 | 12',
      'error code-malformed 台账!A2 行政运行',
    ],
    [
      'an economic code for a functional one',
      '30101 |  | 基本支出 | 30101 |  |  | 一般公共预算 | 12',
      'error code-malformed 台账!A2 30101',
    ],
    ['a code of a 款', '20103 |  | 基本支出 | 30101 |  |  | 一般公共预算 | 12', 'error code-no-leaf 台账!A2 20103'],
    [
      'a code nobody knows',
      '2999999 |  | 基本支出 | 30101 |  |  | 一般公共预算 | 12',
      'error code-unknown 台账!A2 2999999',
    ],
    [
      'a code of an unknown 款 whose name belongs to one other code',
      '2082299 | 群众文化 | 基本支出 | 30101 |  |  | 一般公共预算 | 12',
      'error code-unknown 台账!A2 2082299',
    ],
    [
      'a 款 that cannot be',
      '2080001 | 移民补助 | 基本支出 | 30101 |  |  | 一般公共预算 | 12',
      'error code-unknown 台账!A2 2080001',
    ],
    ['no economic code', '2010301 |  | 基本支出 |  |  |  | 一般公共预算 | 12', 'error economic-none 台账!D2'],
    [
      'a functional code for an economic one',
      '2010301 |  | 基本支出 | 2010301 |  |  | 一般公共预算 | 12',
      'error economic-unknown 台账!D2 2010301',
    ],
    [
      'a code of the government economic classification',
      '2010301 |  | 基本支出 | 50103住房公积金 |  |  | 一般公共预算 | 12',
      'error economic-government 台账!D2 50103',
    ],
    [
      'a code of an economic 类 that nobody knows',
      '2010301 |  | 基本支出 | 31901 |  |  | 一般公共预算 | 12',
      'error economic-unknown 台账!D2 31901',
    ],
    [
      'an economic 类 for basic expenditure',
      '2010301 |  | 基本支出 | 301 |  |  | 一般公共预算 | 12',
      'error economic-no-leaf 台账!D2 301',
    ],
    [
      'pay said to be public use',
      '2010301 |  | 公用经费 | 30101 |  |  | 一般公共预算 | 12',
      'error economic-other-kind 台账!D2 30101',
    ],
    ['no kind', '2010301 |  |  | 30101 |  |  | 一般公共预算 | 12', 'error kind-none 台账!C2'],
    [
      'a kind nobody knows',
      '2010301 |  | 经常性 | 30101 |  |  | 一般公共预算 | 12',
      'error kind-unknown 台账!C2 经常性',
    ],
    [
      'a project without a name',
      '2010302 |  | 项目支出 | 30201 |  |  | 一般公共预算 | 12',
      'error project-none 台账!F2',
    ],
    ['no fund', '2010301 |  | 基本支出 | 30101 |  |  |  | 12', 'error fund-none 台账!G2'],
    [
      'a fund that does not exist',
      '2010301 |  | 基本支出 | 30101 |  |  | 银行贷款 | 12',
      'error fund-unknown 台账!G2 银行贷款',
    ],
    [
      'a fund that is divided',
      '2010301 |  | 基本支出 | 30101 |  |  | 财政拨款 | 12',
      'error fund-unknown 台账!G2 财政拨款',
    ],
    ['no amount', '2010301 |  | 基本支出 | 30101 |  |  | 一般公共预算 |  |  | 待定', 'error amount-none 台账!H2'],
    [
      'words for an amount',
      '2010301 |  | 基本支出 | 30101 |  |  | 一般公共预算 | 约12',
      'error amount-unreadable 台账!H2 约12',
    ],
    [
      'a formula that is an error',
      '2010301 |  | 基本支出 | 30101 |  |  | 一般公共预算 | =A1/0 → #DIV/0!',
      'error amount-unreadable 台账!H2 #DIV/0!',
    ],
  ])('%s: the row is left out and its cell named', async (_says, row, said) => {
    const ledger = await rows(row, "'2010301 |  | 基本支出 | '30102 |  |  | 一般公共预算 | 5");
    expect(saidOf(ledger)).toEqual([said]);
    expect(rowsOf(ledger)).toEqual(['2010301 人员经费 30102 一般公共预算 5']);
  });

  test.each(['无', '没有', '—', '/'])('%s in the place of last year’s amount is none', async (none) => {
    const ledger = await rows(`2010301 |  | 基本支出 | 30101 |  |  | 一般公共预算 | 300 | ${none}`);
    expect(rowsOf(ledger)).toEqual(['2010301 人员经费 30101 一般公共预算 300 ← 0']);
    expect(saidOf(ledger)).toEqual([]);
  });

  test.each<[says: string, row: string, said: string, read: string]>([
    [
      'an item that its 款 may well have',
      '2010377 |  | 基本支出 | 30101 |  |  | 一般公共预算 | 12',
      'warning code-unlisted 台账!A2 2010377',
      '2010377 人员经费 30101 一般公共预算 12',
    ],
    [
      'an item of a 款 that no list has',
      '2082201 | 移民补助 | 基本支出 | 30101 |  |  | 一般公共预算 | 12',
      'warning code-unlisted 台账!A2 2082201',
      '2082201 人员经费 30101 一般公共预算 12',
    ],
    [
      'the same under a name that many codes have',
      '2240201 | 行政运行 | 基本支出 | 30101 |  |  | 一般公共预算 | 12',
      'warning code-unlisted 台账!A2 2240201',
      '2240201 人员经费 30101 一般公共预算 12',
    ],
    [
      'the same without a name',
      '2130701 |  | 基本支出 | 30101 |  |  | 一般公共预算 | 12',
      'warning code-unlisted 台账!A2 2130701',
      '2130701 人员经费 30101 一般公共预算 12',
    ],
    [
      'a name that belongs to another code',
      '2010301 | 住房公积金 | 基本支出 | 30101 |  |  | 一般公共预算 | 12',
      'warning code-other-name 台账!B2 住房公积金',
      '2010301 人员经费 30101 一般公共预算 12',
    ],
    [
      'an economic name of another code',
      '2010301 |  | 基本支出 | 30101 | 津贴补贴 |  | 一般公共预算 | 12',
      'warning economic-other-name 台账!E2 津贴补贴',
      '2010301 人员经费 30101 一般公共预算 12',
    ],
    [
      'an economic code of neither people nor use',
      '2010301 |  | 基本支出 | 39999 |  |  | 一般公共预算 | 12',
      'warning economic-unplaced 台账!D2 39999',
      '2010301 公用经费 39999 一般公共预算 12',
    ],
    [
      'a project named by basic expenditure',
      '2010301 |  | 基本支出 | 30101 |  | 机房租用 | 一般公共预算 | 12',
      'warning project-of-basic 台账!F2 机房租用',
      '2010301 人员经费 30101 一般公共预算 12',
    ],
    [
      'a negative amount',
      '2010301 |  | 基本支出 | 30101 |  |  | 一般公共预算 | -12',
      'warning negative 台账!H2 -12',
      '2010301 人员经费 30101 一般公共预算 -12',
    ],
  ])('%s: the row is taken with a remark', async (_says, row, said, taken) => {
    const ledger = await rows(row);
    expect(saidOf(ledger)).toEqual([said]);
    expect(rowsOf(ledger)).toEqual([taken]);
  });

  test.each([
    ['this year', '3124500 | 298.10', ['warning unit-of-row 台账!H2 3124500 312.45|万元|now']],
    ['last year', '312.45 | 2981000', ['warning unit-of-row 台账!I2 2981000 298.1|万元|before']],
    ['neither: it has grown a thousandfold', '298100 | 298.10', []],
    ['neither: it has grown forty thousandfold', '40000 | 1', []],
    ['neither: nothing stood there last year', '3124500 | 0', []],
  ])('an amount in 元 beside one in 万元: %s', async (_which, amounts, said) => {
    const ledger = await read([
      HEADER.replace('本年', '本年（万元）'),
      `2010301 |  | 基本支出 | 30101 |  |  | 一般公共预算 | ${amounts}`,
    ]);
    expect(unitsSaid(ledger)).toEqual(said);
    expect(ledger.rows).toHaveLength(1);
  });

  test('an amount in 万元 in a ledger of 元', async () => {
    const ledger = await read([
      '功能科目 | 支出类型 | 经济科目 | 资金来源 | 本年（元） | 上年（元）',
      '2010301 | 基本支出 | 30101 | 一般公共预算 | 312.45 | 2981000',
    ]);
    expect(unitsSaid(ledger)).toEqual(['warning unit-of-row 台账!E2 312.45 3124500|元|now']);
  });

  test.each<[which: string, amounts: readonly string[], said: readonly string[]]>([
    [
      'all of this year',
      ['3124500 | 312', '982000 | 97.5', '286300.5 | 30', '120000 | 10.5'],
      ['warning unit-of-column 台账!H2 台账!H3 台账!H4 台账!H5  large|万元|now'],
    ],
    [
      'all of last year, one item new',
      ['312.45 | 3120000', '98.2 | 975000', '28.63 | 300000', '12 | '],
      ['warning unit-of-column 台账!I2 台账!I3 台账!I4  large|万元|before'],
    ],
    [
      'two of five',
      ['3124500 | 312', '982000 | 97.5', '28 | 30', '12 | 10.5', '13 | 11'],
      ['warning unit-of-row 台账!H2 3124500 312.45|万元|now', 'warning unit-of-row 台账!H3 982000 98.2|万元|now'],
    ],
  ])('amounts of a whole column in 元: %s', async (_which, amounts, said) => {
    const ledger = await rows(
      ...amounts.map((both, index) => `2010301 |  | 基本支出 | 3010${index + 1} |  |  | 一般公共预算 | ${both}`),
    );
    expect(unitsSaid(ledger)).toEqual(said);
    expect(ledger.rows).toHaveLength(amounts.length);
  });

  test('each year has the unit that its header states', async () => {
    const of = async (headers: string): Promise<readonly (string | undefined)[]> => {
      const { rows: read1 } = await read([
        `功能科目 | 支出类型 | 经济科目 | 资金来源 | ${headers}`,
        '2010301 | 基本支出 | 30101 | 一般公共预算 | 3000 | 2000',
      ]);
      return read1.flatMap(({ now, before }) => [now?.toFixed(), before?.toFixed()]);
    };
    expect(await of('本年（元） | 上年（万元）')).toEqual(['0.3', '2000']);
    expect(await of('本年（元） | 上年')).toEqual(['0.3', '0.2']);
    expect(await of('本年（单位：万元） | 上年（元）')).toEqual(['3000', '0.2']);
  });

  test.each([['单位：千元'], ['金额单位：亿元']])('%s is not taken for 万元: nothing is compiled', async (unit) => {
    const ledger = await read([unit, HEADER, '2010301 |  | 基本支出 | 30101 |  |  | 一般公共预算 | 12']);
    expect(saidOf(ledger)).toEqual([`error unit-other 台账!A1 ${unit.slice(-2)}`]);
    expect(ledger.rows).toEqual([]);
  });

  test.each([
    ['2026年预算数（千元） | 2025年预算数', 'H1', '千元'],
    ['本年（单位：亿元） | 上年（万元）', 'H1', '亿元'],
    ['本年（万元） | 上年（千元）', 'I1', '千元'],
    ['2026年预算数（万美元） | 上年', 'H1', '万美元'],
  ])('headed %s, nothing is compiled', async (headers, at, unit) => {
    const ledger = await read(
      [HEADER.replace('本年 | 上年', headers), '2010301 |  | 基本支出 | 30101 |  |  | 一般公共预算 | 12 | 11'],
      2026,
    );
    expect(saidOf(ledger)).toEqual([`error unit-other 台账!${at} ${unit}`]);
    expect(ledger.rows).toEqual([]);
  });

  test('what was left out is told from what was compiled', async () => {
    const { findings, rows: read1 } = await read([
      HEADER,
      ...['30298', '31901', '50103', '商品和服务支出'].map(
        (code) => `2010301 |  | 基本支出 | ${code} |  |  | 一般公共预算 | 12`,
      ),
    ]);
    expect(read1.map(({ economic }) => economic)).toEqual(['30298']);
    const said = findings.map(({ facts }) => compileSentence(facts, 'zh-CN'));
    expect(said.map((one) => /已编入|没有编入/.exec(one)?.[0])).toEqual([
      '已编入',
      ...Array<string>(3).fill('没有编入'),
    ]);
    expect(said[3]).toContain('叫这个名称的是302，是类级，基本支出要填到款级');
  });

  const items = (amounts: readonly number[]): readonly string[] =>
    amounts.map((amount, index) => `2010301 |  | 基本支出 | 3010${index + 1} |  |  | 一般公共预算 | ${amount} | `);

  test.each<[why: string, unit: string, amounts: readonly number[], said: readonly string[]]>([
    ['above a hundred million', '', [3124500, 98000, 286300, 1200, 45000], ['unit-of-all 台账!H3 whole']],
    ['one with a fraction', '单位：万元', [3124500, 98000, 286300, 1200, 45000.5], []],
    [
      'one with a fraction, no unit stated',
      '',
      [3124500, 98000, 286300, 1200, 45000.5],
      ['unit-assumed 台账!H3 large'],
    ],
    ['with jiao and fen', '', [1234567.89, 234567.89], ['unit-assumed 台账!H3 large']],
    ['one alone', '', [1000000.55], ['unit-assumed 台账!H3 large']],
    ['one alone that may be', '', [12000], []],
    ['none is small', '', [5120, 8300.5, 2400, 9300, 1250], ['unit-assumed 台账!H3 least']],
    ['few, none is small', '', [5120, 8300.5, 2400], []],
    ['none is small, but a unit is stated', '单位：万元', [5120, 8300.5, 2400, 9300, 1250], []],
    ['one is small', '', [5120, 8300.5, 2400, 9300, 850], []],
    ['one that nobody pays at once', '', [120, 83.5, 234500, 12, 5], ['unit-assumed 台账!H5 huge']],
    ['a large department', '', [45210.35, 31200, 5200.8, 8211.4, 950, 12000.5, 860, 12.5], []],
    ['whole numbers, but small', '', [312, 98, 286, 12000, 45], []],
    ['few, no unit stated', '', [900000, 200000], ['unit-assumed 台账!H3 large']],
    ['few, but a unit is stated', '单位：万元', [900000, 200000], []],
    ['few, no unit stated, but small', '', [900, 200], []],
    ['huge', '', [3124500.5, 982000.5, 286300.5, 120000.5, 450000.5], ['unit-of-all 台账!H3 huge']],
  ])('a ledger that may be in 元 altogether: %s', async (_why, unit, amounts, said) => {
    const ledger = await read([`台账 | ${unit}`, HEADER, ...items(amounts)]);
    expect(saidOf(ledger)).toEqual(said.map((line) => `warning ${line}`));
  });

  test.each([
    ['说明：本表由财务股汇总，金额单位为元。', '12', '元'],
    ['说明：金额单位为元', '1222000', '元'],
    ['说明：本表由财务股汇总。', '12', '万元'],
  ])('a unit that only a note below the rows states: %s', async (note, amount, unit) => {
    const ledger = await read([HEADER, `2010301 |  | 基本支出 | 30101 |  |  | 一般公共预算 | ${amount}`, note]);
    expect(ledger.moneyUnit).toBe(unit);
  });

  test.each([
    ['2026（元）', '12', '元'],
    ['2026（万元）', '12', '万元'],
    ['某局（单位：元）', '12', '元'],
    ['元阳县', '12', '万元'],
  ])('a unit that only the name of the sheet states: %s', async (name, amount, unit) => {
    const ledger = await read({ [name]: [HEADER, `2010301 |  | 基本支出 | 30101 |  |  | 一般公共预算 | ${amount}`] });
    expect(ledger.moneyUnit).toBe(unit);
    expect(saidOf(ledger)).toEqual([]);
  });

  test('one in the name of the sheet that is neither: nothing is compiled', async () => {
    const ledger = await read({ '2026（千元）': [HEADER, '2010301 |  | 基本支出 | 30101 |  |  | 一般公共预算 | 12'] });
    expect(saidOf(ledger)).toEqual(["error unit-other '2026（千元）'!H1 千元"]);
    expect(ledger.rows).toEqual([]);
  });

  describe.each(['金额单位', '单位'])('a column of units headed %s', (header) => {
    const headers = `功能科目 | 支出类型 | 经济科目 | 资金来源 | ${header} | 本年 | 上年`;

    test('is that of each row', async () => {
      const ledger = await read([
        headers,
        '2010301 | 基本支出 | 30101 | 一般公共预算 | 元 | 500000 | 400000',
        '2010301 | 基本支出 | 30102 | 一般公共预算 | 万元 | 5 | 4',
      ]);
      expect(rowsOf(ledger)).toEqual([
        '2010301 人员经费 30101 一般公共预算 50 ← 40',
        '2010301 人员经费 30102 一般公共预算 5 ← 4',
      ]);
      expect(saidOf(ledger)).toEqual([]);
      expect(ledger.columns.has('unit')).toBe(false);
    });

    test('names another unit', async () => {
      const ledger = await read([
        headers,
        '2010301 | 基本支出 | 30101 | 一般公共预算 | 千元 | 500 | 400',
        '2010301 | 基本支出 | 30102 | 一般公共预算 | 万元 | 5 | 4',
      ]);
      expect(rowsOf(ledger)).toEqual(['2010301 人员经费 30102 一般公共预算 5 ← 4']);
      expect(saidOf(ledger)).toEqual(['error unit-other 台账!E2 千元']);
    });
  });

  test('a column of units counts where each fund has a column, too', async () => {
    const ledger = await read([
      '功能科目 | 支出类型 | 经济科目 | 项目名称 | 金额单位 | 合计 | 一般公共预算 | 事业收入',
      '2010301 | 基本支出 | 30101 |  | 元 | 120000 | 90000 | 30000',
      '2010301 | 基本支出 | 30102 |  | 万元 | 12 | 9 | 3',
    ]);
    expect(rowsOf(ledger)).toEqual([
      '2010301 人员经费 30101 一般公共预算 9',
      '2010301 人员经费 30101 事业收入 3',
      '2010301 人员经费 30102 一般公共预算 9',
      '2010301 人员经费 30102 事业收入 3',
    ]);
    expect(saidOf(ledger)).toEqual([]);
  });

  test('amounts and codes are read the way a person reads them', async () => {
    const ledger = await rows(
      "２０１０３０１ |  | 基本支出 | '30101 |  |  | 一般公共预算拨款 | '1,222.5\u3000 | '—",
      '2010302 机关服务 |  | 项目 | 302 |  | 网络 维护 | 其他收入 | 12万元',
    );
    expect(rowsOf(ledger)).toEqual([
      '2010301 人员经费 30101 一般公共预算 1222.5 ← 0',
      // One spelling, as in the tables.
      '2010302 项目支出 302 网络维护 其他收入 12',
    ]);
  });

  test('a project may name an economic 类 alone', async () => {
    const ledger = await rows('2010302 |  | 项目支出 | 302 |  | 网络维护 | 一般公共预算 | 12');
    expect(saidOf(ledger)).toEqual([]);
    expect(rowsOf(ledger)).toEqual(['2010302 项目支出 302 网络维护 一般公共预算 12']);
  });

  test('blank rows, rows of totals and rows below a gap', async () => {
    const ledger = await rows(
      '2010301 |  | 基本支出 | 30101 |  |  | 一般公共预算 | 12',
      '小计 |  |  |  |  |  |  | 12',
      '',
      '2010301 |  | 基本支出 | 30102 |  |  | 一般公共预算 | 13',
      '合计 |  |  |  |  |  |  | 25',
    );
    expect(saidOf(ledger)).toEqual(['note total-row 台账!A3 小计', 'note total-row 台账!A6 合计']);
    expect(rowsOf(ledger)).toHaveLength(2);
  });

  test('cells below a merged one say what it says', async () => {
    const ledger = await read({
      lines: [
        HEADER,
        '2010302 |  | 项目支出 | 30201 |  | 网络维护 | 一般公共预算 | 12',
        ' |  |  | 30202 |  |  |  | 13',
        ' |  |  | 30203 |  |  |  | 14',
      ],
      merges: ['A2:A4', 'C2:C4', 'F2:F4', 'G2:G4'],
    });
    expect(saidOf(ledger)).toEqual(['note merged 台账!A2 台账!C2 台账!F2 台账!G2 A2:A4|C2:C4|F2:F4|G2:G4']);
    expect(rowsOf(ledger)).toEqual([
      '2010302 项目支出 30201 网络维护 一般公共预算 12',
      '2010302 项目支出 30202 网络维护 一般公共预算 13',
      '2010302 项目支出 30203 网络维护 一般公共预算 14',
    ]);
  });

  describe.each(['功能分类科目', '功能科目'])('one header over 类, 款, 项 and the name: %s', (code) => {
    test.each([
      ['名称', '编码', '名称'],
      ['科目名称', '科目编码', '科目名称'],
    ])('%s', async (name, economicCode, economicName) => {
      const ledger = await read({
        lines: [
          `${code} | | | | 支出类型 | 经济分类科目 | | 资金来源 | 本年 | 上年`,
          ` 类 | 款 | 项 | ${name} | | ${economicCode} | ${economicName}`,
          '201 | 3 | 1 | 行政运行 | 基本支出 | 30101 | 基本工资 | 一般公共预算 | 12 | 11',
          ' | | | | 基本支出 | 30102 | 津贴补贴 | 一般公共预算 | 5 | 4',
          ' | | | 小计 | | | | | 17 | 15',
          '213 | 1 | 53 | 某项补助 | 基本支出 | 30103 | 奖金 | 一般公共预算 | 1 | 1',
        ],
        merges: ['A1:D1', 'E1:E2', 'F1:G1', 'H1:H2', 'I1:I2', 'J1:J2', 'A3:A4', 'B3:B4', 'C3:C4', 'D3:D4'],
      });
      expect(rowsOf(ledger)).toEqual([
        '2010301 人员经费 30101 一般公共预算 12 ← 11',
        '2010301 人员经费 30102 一般公共预算 5 ← 4',
        '2130153 人员经费 30103 一般公共预算 1 ← 1',
      ]);
      expect(ledger.rows.map(({ functionalName }) => functionalName)).toEqual(['行政运行', '行政运行', '某项补助']);
      expect(saidOf(ledger)).toEqual([
        'warning code-unlisted 台账!A6 2130153',
        'note total-row 台账!D5 小计',
        'note merged 台账!A3 台账!B3 台账!C3 台账!D3 A3:A4|B3:B4|C3:C4|D3:D4',
      ]);
    });
  });

  test.each<[where: string, header: string, row: string, functionalName: string, economicName: string]>([
    ['before its code', '科目名称 | 科目编码 | 经济科目', '行政运行 | 2010301 | 30101', '行政运行', ''],
    [
      'before a 功能分类科目编码',
      '科目名称 | 功能分类科目编码 | 经济科目',
      '行政运行 | 2010301 | 30101',
      '行政运行',
      '',
    ],
    [
      'two columns on',
      '功能科目 | 备注 | 经济科目编码 | 项目 | 科目名称',
      '2010301 |  | 30101 |  | 行政运行',
      '行政运行',
      '',
    ],
    [
      'right of the economic code',
      '功能科目 | 备注 | 经济科目 | 科目名称',
      '2010301 |  | 30101 | 基本工资',
      '',
      '基本工资',
    ],
    [
      'where another is of the functional code',
      '科目名称 | 功能科目 | 功能科目名称 | 经济科目',
      '基本工资 | 2010301 | 行政运行 | 30101',
      '行政运行',
      '',
    ],
    [
      'twice apart from both',
      '科目名称 | 经济科目 | 备注 | 科目名称 | 功能科目',
      '甲 | 30101 |  | 乙 | 2010301',
      '',
      '',
    ],
  ])('科目名称 %s', async (_where, header, row, functionalName, economicName) => {
    const ledger = await read([`${header} | 支出类型 | 资金来源 | 本年`, `${row} | 基本支出 | 一般公共预算 | 12`]);
    expect(rowsOf(ledger)).toEqual(['2010301 人员经费 30101 一般公共预算 12']);
    expect(ledger.rows.map((read) => [read.functionalName, read.economicName])).toEqual([
      [functionalName, economicName],
    ]);
    expect(saidOf(ledger)).toEqual([]);
  });

  test('科目名称 and 科目编码 below one header each, whichever stands first', async () => {
    const ledger = await read({
      lines: [
        '功能分类科目 | | 支出经济分类科目 | | 支出类型 | 资金来源 | 本年',
        '科目名称 | 科目编码 | 科目编码 | 科目名称',
        '行政运行 | 2010301 | 30101 | 基本工资 | 基本支出 | 一般公共预算 | 12',
      ],
      merges: ['A1:B1', 'C1:D1', 'E1:E2', 'F1:F2', 'G1:G2'],
    });
    expect(rowsOf(ledger)).toEqual(['2010301 人员经费 30101 一般公共预算 12']);
    expect(ledger.rows.map((read) => [read.functionalName, read.economicName])).toEqual([['行政运行', '基本工资']]);
    expect(saidOf(ledger)).toEqual([]);
  });

  test('of 类 and 款 and the name below one economic header each is read', async () => {
    const ledger = await read({
      lines: [
        '功能科目 | 支出类型 | 经济分类科目 | | | 资金来源 | 本年',
        ' | | 类 | 款 | 名称',
        '2010301 | 基本支出 | 301 | 1 | 基本工资 | 一般公共预算 | 12',
      ],
      merges: ['C1:E1'],
    });
    expect(ledger.rows.map(({ economic, economicName }) => `${economic} ${economicName}`)).toEqual(['30101 基本工资']);
  });

  test('a merged code that is wrong is named with all its rows', async () => {
    const ledger = await read({
      lines: [
        HEADER,
        '20103 |  | 基本支出 | 30101 |  |  | 一般公共预算 | 12',
        ' |  | 基本支出 | 30102 |  |  | 一般公共预算 | 13',
        ' |  | 基本支出 | 30103 |  |  | 一般公共预算 | 14',
        '2010301 |  | 基本支出 | 30103 |  |  | 一般公共预算 | 14',
        '20103 |  | 基本支出 | 30107 |  |  | 一般公共预算 | 14',
      ],
      merges: ['A2:A4'],
    });
    expect(saidOf(ledger)).toEqual(['error code-no-leaf 台账!A2 台账!A3 台账!A4 台账!A6 20103']);
    expect(ledger.findings.map(({ facts }) => compileSentence(facts, 'zh-CN'))).toEqual([
      '台账第2至4、6行“功能科目”列的编码20103没有到项级，台账应填7位的项级编码；这些行没有编入。',
    ]);
  });

  test('a row with last year’s amount alone is taken, and it is said that it is in none of this year’s tables', async () => {
    const ledger = await rows(
      '2010301 |  | 基本支出 | 30101 |  |  | 一般公共预算 | 12 | 11',
      '2010302 |  | 项目支出 | 30201 |  | 机房租用 | 一般公共预算 |  | 44',
      '2010302 |  | 项目支出 | 30201 |  | 网络维护 | 一般公共预算 | 0 | 44',
      '2010302 |  | 项目支出 | 30202 |  | 机房租用 | 一般公共预算 |  | 1',
    );
    expect(saidOf(ledger)).toEqual(['note now-none 台账!H3 台账!H5']);
    expect(ledger.rows).toHaveLength(4);
  });

  test('where no row has an amount of this year it is a warning', async () => {
    expect(saidOf(await rows('2010301 |  | 基本支出 | 30101 |  |  | 一般公共预算 |  | 11'))).toEqual([
      'warning now-none 台账!H2',
    ]);
  });

  test('an amount merged over several line items is of none of them: nobody can tell how it is divided', async () => {
    const ledger = await read({
      lines: [
        HEADER,
        '2010301 |  | 基本支出 | 30101 |  |  | 一般公共预算 | 12 | 5',
        '2010301 |  | 基本支出 | 30102 |  |  | 一般公共预算 |  | 6',
        '2010301 |  | 基本支出 | 30103 |  |  | 一般公共预算 | 14 | 7',
      ],
      merges: ['H2:H3'],
    });
    expect(saidOf(ledger)).toEqual(['error amount-merged 台账!H2 台账!H3 12']);
    expect(rowsOf(ledger)).toEqual(['2010301 人员经费 30103 一般公共预算 14 ← 7']);
  });

  test('an amount merged over both years is of neither', async () => {
    const ledger = await read({
      lines: [
        HEADER,
        '2010301 |  | 基本支出 | 30101 |  |  | 一般公共预算 | 12 |  | ',
        '2010301 |  | 基本支出 | 30103 |  |  | 一般公共预算 | 14 | 7 | ',
      ],
      merges: ['H2:I2'],
    });
    expect(saidOf(ledger)).toEqual(['error amount-merged 台账!H2 12']);
    expect(ledger.findings.map((finding) => compileSentence(finding.facts, 'zh-CN'))).toEqual([
      '台账第2行“本年”列的金额12横跨“本年”“上年”两列合并，分不清各是多少；请取消合并，分列填写。这一行没有编入。',
    ]);
    expect(rowsOf(ledger)).toEqual(['2010301 人员经费 30103 一般公共预算 14 ← 7']);
  });

  test('an amount merged with what is no amount is its own', async () => {
    const ledger = await read({
      lines: [HEADER, '2010301 |  | 基本支出 | 30101 |  |  | 一般公共预算 | 12 | 11 | '],
      merges: ['I2:J2'],
    });
    expect(saidOf(ledger)).toEqual([]);
    expect(rowsOf(ledger)).toEqual(['2010301 人员经费 30101 一般公共预算 12 ← 11']);
  });

  test('a row that is two rows high is one line item', async () => {
    const ledger = await read({
      lines: [HEADER, '2010301 |  | 基本支出 | 30101 |  |  | 一般公共预算 | 12', ''],
      merges: ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H'].map((column) => `${column}2:${column}3`),
    });
    expect(saidOf(ledger)).toEqual([]);
    expect(rowsOf(ledger)).toEqual(['2010301 人员经费 30101 一般公共预算 12']);
  });

  test('the same mistake in many rows is one finding with all their cells', async () => {
    const ledger = await rows(
      ...[1, 2, 3].map((n) => `2010301 |  | 基本支出 | 30101 |  |  | 银行贷款 | ${n}`),
      '2010301 |  | 基本支出 | 30101 |  |  | 捐赠 | 4',
    );
    expect(saidOf(ledger)).toEqual([
      'error fund-unknown 台账!G2 台账!G3 台账!G4 银行贷款',
      'error fund-unknown 台账!G5 捐赠',
    ]);
  });

  test('a row that says just what another one says is taken, and asked about', async () => {
    const row = '2010301 |  | 基本支出 | 30101 |  |  | 一般公共预算 | 12 | 11';
    const ledger = await rows(row, row);
    expect(saidOf(ledger)).toEqual(['warning twice 台账!H3 2']);
    expect(ledger.rows).toHaveLength(2);
  });

  describe('that have a column of units', () => {
    const row = '2010301 | 基本支出 | 30101 | 一般公共预算 | 12';
    const unitsRead = (header: string, ...units: readonly string[]): Promise<Ledger> =>
      read([
        `${header} | 功能科目 | 支出类型 | 经济科目 | 资金来源 | 本年`,
        ...units.map((unit) => (unit.endsWith('计') ? `${unit} |  |  |  |  | 12` : `${unit} | ${row}`)),
      ]);

    test.each<[header: string, units: readonly string[], said: readonly string[], read: readonly string[]]>([
      ['预算单位', ['局本级', '疾控中心'], [], ['局本级', '疾控中心']],
      ['单位名称', ['局本级', '疾控中心', '局本级'], ['warning twice 台账!F4 2'], ['局本级', '疾控中心', '局本级']],
      ['单位', ['401001-局本级', '[401002]疾控中心'], [], ['局本级', '疾控中心']],
      ['所属单位', ['局本级', '局本级'], ['warning twice 台账!F3 2'], ['局本级', '局本级']],
      ['基层单位', ['局本级', ''], [], ['局本级', '']],
      ['单位', ['401001', '401002'], ['warning twice 台账!F3 2'], ['', '']],
      ['单位', ['万元', '元'], [], ['', '']],
      ['主管处室', ['局本级', '疾控中心'], ['warning twice 台账!F3 2'], ['', '']],
      ['预算单位', ['局本级', '局本级小计', '疾控中心'], ['note total-row 台账!A3 局本级小计'], ['局本级', '疾控中心']],
    ])('headed %s: %s', async (header, units, said, names) => {
      const ledger = await unitsRead(header, ...units);
      expect(saidOf(ledger)).toEqual(said);
      expect(ledger.rows.map(({ unit }) => unit)).toEqual(names);
    });

    test('a second such column is no other one', async () => {
      const ledger = await unitsRead('预算单位 | 基层单位', '卫健局 | 疾控中心');
      expect([saidOf(ledger), ledger.rows.map(({ unit }) => unit)]).toEqual([[], ['卫健局']]);
    });
  });

  describe('that are hidden', () => {
    const lines = [HEADER, ...[1, 2, 3, 4].map((n) => `2010301 |  | 基本支出 | 3010${n} |  |  | 一般公共预算 | ${n}`)];
    test.each<[hidden: Exclude<SheetLines, readonly string[]>, said: readonly string[]]>([
      [{ lines, hiddenRows: ['3', '5:90'] }, ['note hidden-rows 台账!A3 台账!A5']],
      [{ lines, hiddenColumns: ['G', 'L:XFD'] }, ['note hidden-columns 台账!G1 资金来源']],
      [{ lines, hiddenRows: ['1'], hiddenColumns: ['K:XFD'] }, []],
      [{ lines: [HEADER, ' | 合计'], hiddenRows: ['2'], hiddenColumns: ['A'] }, []],
    ])('rows and columns are read and told: %j', async (hidden, said) => {
      const ledger = await read({ 台账: hidden });
      expect(saidOf(ledger)).toEqual(said);
      expect(ledger.rows).toHaveLength(hidden.lines.length === 5 ? 4 : 0);
    });

    test('they are named as one counts them', async () => {
      const ledger = await read({ 台账: { lines, hiddenRows: ['2', '4:5'], hiddenColumns: ['D:E', 'G'] } });
      expect(ledger.findings.map(({ facts }) => compileSentence(facts, 'zh-CN'))).toEqual([
        '台账第2、4、5行是隐藏的或筛选掉的，照样编入。不要编入的请删去。',
        '台账的“经济科目”“名称”“资金来源”列是隐藏的，照样读取，请核对里面的内容。',
      ]);
    });
  });

  test.each([
    ['单位：万元 | 编制部门：平川县教育局', '平川县教育局'],
    ['编制单位： | 平川县教育局 | 单位：万元', '平川县教育局'],
    ['编制单位：平川县教育局    单位：万元', '平川县教育局'],
    ['填报单位：平川县教育局  填报日期：2020年12月1日', '平川县教育局'],
    ['编制单位： | | 单位：万元', undefined],
  ])('the department above the headers, but nothing else that stands there: %s', async (above, department) => {
    const ledger = await read([above, HEADER, '2010301 |  | 基本支出 | 30101 |  |  | 一般公共预算 | 12']);
    expect([ledger.department, ledger.moneyUnit]).toEqual([department, '万元']);
  });
});
