import fc from 'fast-check';
import { compileWorkbook, type Compiled } from '../../src/commands/compile';
import { addressOf } from '../../src/engine/snapshot/address';
import { compileSentence } from '../../src/i18n/compile/sentence';
import { workbook } from '../notation';

const TITLE = '云州市卫生健康局2026年部门预算台账';
const CODES = '功能分类科目编码 | 功能科目名称 | 支出类型 | 部门经济科目 | 项目名称';

async function compiled(lines: readonly string[]): Promise<Compiled> {
  const result = await compileWorkbook(workbook({ 预算: lines }), { year: 2026 });
  if (!result.ok) throw new Error('it was not compiled');
  return result;
}

const sentences = ({ findings }: Pick<Compiled, 'findings'>): readonly string[] =>
  findings.map(({ facts }) => compileSentence(facts, 'zh-CN'));

/** What the tables say, apart from where it comes from. */
const tablesOf = ({ compilation: { sheets } }: Compiled): string =>
  JSON.stringify(sheets.map(({ name, rows, merges }) => ({ name, rows, merges })));

const FUNDS = ['一般公共预算', '政府性基金预算', '国有资本经营预算', '财政专户管理资金', '事业收入', '其他收入'];
const BASIC = ['2080501 | 行政单位离退休 | 基本支出 | 30302', '2010301 | 行政运行 | 基本支出 | 30201'];
const PROJECTS = ['2050202 | 小学教育 | 项目支出 | 30213', '2120816 | 农业农村生态环境支出 | 项目支出 | 31005'];

interface Row {
  readonly says: string;
  /** By fund, in hundredths of 万元; nothing of those that are not among them. */
  readonly amounts: Readonly<Record<string, readonly [now: number, before: number]>>;
}

const amounts = fc.dictionary(
  fc.constantFrom(...FUNDS),
  fc.tuple(fc.integer({ min: 1, max: 99_999 }), fc.integer({ min: 0, max: 99_999 })),
  { minKeys: 1, maxKeys: FUNDS.length },
);
const says = fc.oneof(
  fc.constantFrom(...BASIC).map((row) => `${row} | `),
  fc
    .tuple(fc.constantFrom(...PROJECTS), fc.constantFrom('校舍维修', '校园 绿化', '校园绿化'))
    .map(([row, project]) => `${row} | ${project}`),
);
const row: fc.Arbitrary<Row> = fc.record({ says, amounts });

const typed = (hundredths: number | undefined): string =>
  hundredths === undefined || hundredths === 0 ? '' : String(hundredths / 100);

const byRows = (rows: readonly Row[]): readonly string[] => [
  TITLE,
  `${CODES} | 资金来源 | 本年 | 上年`,
  ...rows.flatMap(({ says: what, amounts: each }) =>
    FUNDS.flatMap((fund) => {
      const [now, before] = each[fund] ?? [];
      return now === undefined ? [] : [`${what} | ${fund} | ${typed(now)} | ${typed(before)}`];
    }),
  ),
];

const byColumns = (rows: readonly Row[], order: readonly string[]): readonly string[] => [
  TITLE,
  `${CODES} | 本年${' | '.repeat(order.length + 1)}上年`,
  ` |  |  |  |  | 合计 | ${order.join(' | ')} | ${order.join(' | ')}`,
  ...rows.map(({ says: what, amounts: each }) => {
    const total = Object.values(each).reduce((sum, [now]) => sum + now, 0);
    const [now, before] = [0, 1].map((year) => order.map((fund) => typed(each[fund]?.[year])).join(' | '));
    return `${what} | ${typed(total)} | ${now ?? ''} | ${before ?? ''}`;
  }),
];

describe('a ledger in which each fund has its column', () => {
  test('compiles to the same tables as one with a row for each fund, whatever the order of its columns', async () => {
    const orders = fc.shuffledSubarray(FUNDS, { minLength: FUNDS.length });
    await fc.assert(
      fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 6 }), orders, async (rows, order) => {
        const [one, other] = [await compiled(byRows(rows)), await compiled(byColumns(rows, order))];
        expect(tablesOf(other)).toBe(tablesOf(one));
        expect(other.open.missing).toEqual(one.open.missing);
      }),
      { numRuns: 40 },
    );
  });

  test('what is wrong is told at the very cells of the funds, and how much was compiled', async () => {
    const result = await compiled([
      TITLE,
      `${CODES} | 合计 | 一般公共预算 | 事业收入`,
      '2080501 | 行政单位离退休 | 基本支出 | 30302 |  | 8 | 5 | 3',
    ]);
    expect(result.from).toMatchObject({ rows: 1, amounts: 2, inPart: 0, leftOut: 0 });
    const wrong = await compiled([
      '台账',
      `${CODES} | 合计 | 一般公共预算 | 事业收入`,
      '2080501 | 行政单位离退休 | 基本支出 | 30302 |  | 8 | 待定 | -3',
    ]);
    expect(wrong.from).toMatchObject({ rows: 1, amounts: 1, inPart: 1, leftOut: 0 });
    expect(wrong.findings.map(({ cells }) => cells.map(addressOf).join())).toEqual(['预算!G3', '预算!H3']);
    expect(sentences(wrong)).toEqual([
      '预算第3行“一般公共预算”列填的是“待定”，读不出金额，这个数没有编入。',
      '预算第3行“事业收入”列的金额-3是负数，请核实。',
    ]);
  });

  test('last year’s amounts that are of nobody knows which fund are told, and last year is not made of the others', async () => {
    const lines = [
      `${CODES} | 一般公共预算 | 事业收入 | 上年`,
      '2080501 | 行政单位离退休 | 基本支出 | 30302 |  | 5 |  | 4',
      '2010301 | 行政运行 | 基本支出 | 30201 |  | 5 | 3 | 7',
    ];
    const whole = await compiled(lines.slice(0, 2));
    const result = await compiled(lines);
    expect(whole.open.hasLastYear).toBe(true);
    expect(result.open.hasLastYear).toBe(false);
    expect(sentences(result)).toEqual([
      '预算第3行“上年”列没有分资金，这一行的资金不是一种，没有编入，编出的“上年数”空着。请把上年数也按资金各列一列（表头分两行：本年、上年），或改成一行一种资金，或填“上年数”。',
    ]);
  });

  test.each<[what: string, lines: readonly string[], said: readonly string[]]>([
    [
      'economic codes',
      ['功能分类科目编码 | 支出类型 | 合计 | 一般公共预算 | 事业收入', '2080501 | 基本支出 | 5 | 5 | '],
      [
        '“预算”第1行认作列名，有：功能分类科目编码、支出类型、合计、一般公共预算、事业收入；没有“经济科目”列，台账没有编入。请补上这一列的表头和内容，表头常写作经济科目编码、部门预算支出经济科目。',
      ],
    ],
    [
      'kinds and projects',
      ['功能分类科目编码 | 经济科目 | 合计 | 一般公共预算 | 事业收入', '2080501 | 30302 | 5 | 5 | '],
      [
        '“预算”第1行认作列名，有：功能分类科目编码、经济科目、合计、一般公共预算、事业收入；没有“支出类型”列，台账没有编入。请补上这一列的表头和内容，表头常写作支出类型、支出类别。',
      ],
    ],
  ])('without %s it is told what it lacks', async (_what, lines, said) => {
    const result = await compileWorkbook(workbook({ 预算: lines }), { year: 2026 });
    expect(result.ok ? [] : [result.because, ...sentences(result)]).toEqual(['unreadable', ...said]);
  });

  test.each<[what: string, lines: readonly string[]]>([
    [
      'a table of a budget',
      ['功能分类科目编码 | 功能科目名称 | 合计 | 一般公共预算 | 事业收入', '20805 | 养老 | 5 | 5 | '],
    ],
    ['words', ['说明 | 一般公共预算 | 政府性基金预算']],
  ])('is not %s', async (_what, lines) => {
    const result = await compileWorkbook(workbook({ 预算: lines }), { year: 2026 });
    expect(result.ok || result.because).toBe('nothing');
  });
});
