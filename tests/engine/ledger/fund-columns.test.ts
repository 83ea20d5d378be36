import { catalogue } from '../../../src/commands/catalogue';
import { editionById } from '../../../src/commands/check';
import { addressOf } from '../../../src/engine/snapshot/address';
import { readLedger } from '../../../src/engine/ledger/read';
import type { Ledger } from '../../../src/engine/ledger/ledger';
import type { SheetLines } from '../../notation';
import { workbook } from '../../notation';

async function found(lines: SheetLines, year: number | undefined = 2026): Promise<Ledger | undefined> {
  const edition = await editionById('xinjiang-2021');
  return readLedger(workbook({ 台账: lines }), edition, catalogue(), year === undefined ? undefined : { year });
}

async function read(lines: SheetLines, year?: number): Promise<Ledger> {
  const ledger = await found(lines, year);
  if (!ledger) throw new Error('no ledger');
  return ledger;
}

/** An item, a line, with the cells of its amounts: `2080501 30302 一般公共预算 5.62@F2 ← 5@J2`. */
const rowsOf = ({ rows }: Ledger): readonly string[] =>
  rows.map(({ functional, economic, project, fund, now, before, nowCell, beforeCell }) =>
    [
      functional,
      economic,
      project,
      fund,
      now && `${now.toFixed()}@${at(nowCell)}`,
      before && beforeCell && `← ${before.toFixed()}@${at(beforeCell)}`,
    ]
      .filter((word) => word !== undefined)
      .join(' '),
  );

const at = (cell: Parameters<typeof addressOf>[0]): string => addressOf(cell).replace('台账!', '');

/** What is said: `warning total-differs F3  100|90|10|万元`. */
const saidOf = ({ findings }: Ledger): readonly string[] =>
  findings.map(({ rule, severity, cells, facts }) => {
    const { value = '', proposed = '' } = facts.code === 'ledger' ? facts : {};
    return [severity, rule.replace('l-', ''), cells.map(at).join(' '), value, proposed].join(' ').trim();
  });

const CODES = '功能科目编码 | 科目名称 | 支出类型 | 经济科目 | 项目名称';
const ITEM = '2080501 | 行政单位离退休 | 基本支出 | 30302 | ';
const SCHOOL = '2050202 | 小学教育 | 项目支出 | 30213 | 校舍维修';
const ONE = '2080501 30302';

describe('the headers of a ledger in which each fund has a column', () => {
  test.each<[what: string, lines: SheetLines, items: readonly string[]]>([
    [
      'one row of them, with a total and last year',
      [
        `${CODES} | 合计 | 一般公共预算 | 政府性基金 | 国有资本经营 | 财政专户 | 事业收入 | 上年 | 备注`,
        `${ITEM} | 5.62 | 5.62 |  |  |  |  | 5 | `,
      ],
      [`${ONE} 一般公共预算 5.62@G2 ← 5@L2`],
    ],
    [
      'several funds in a row, without a total',
      [`${CODES} | 一般公共预算拨款 | 政府性基金预算拨款 | 其他收入`, `${ITEM} | 5.62 | 3 | 1.5`],
      [`${ONE} 一般公共预算 5.62@F2`, `${ONE} 政府性基金预算 3@G2`, `${ONE} 其他收入 1.5@H2`],
    ],
    [
      'one fund alone beside a total',
      [`${CODES} | 合计 | 一般公共预算`, `${ITEM} | 5.62 | 5.62`],
      [`${ONE} 一般公共预算 5.62@G2`],
    ],
    [
      'a bare code',
      [
        '科目编码 | 科目名称 | 支出类型 | 经济科目 | 合计 | 一般公共预算 | 事业收入',
        '2080501 |  | 基本支出 | 30302 | 4 |  | 4',
      ],
      [`${ONE} 事业收入 4@G2`],
    ],
    [
      'two rows, both years',
      {
        lines: [
          '2026年部门预算台账',
          `${CODES} | 本年 |  |  | 上年`,
          ' |  |  |  |  | 合计 | 一般公共预算 | 政府性基金 | 合计 | 政府性基金 | 一般公共预算',
          `${ITEM} | 8 | 5 | 3 | 6 | 2 | 4`,
        ],
        merges: ['A2:A3', 'B2:B3', 'C2:C3', 'D2:D3', 'E2:E3', 'F2:H2', 'I2:K2'],
      },
      [`${ONE} 一般公共预算 5@G4 ← 4@K4`, `${ONE} 政府性基金预算 3@H4 ← 2@J4`],
    ],
    [
      'two rows that nobody merged, under their years',
      [
        `${CODES} | 2026年预算数 |  |  | 2025年预算数 |  |  | 备注`,
        ' |  |  |  |  | 合计 | 一般公共预算 | 政府性基金 | 合计 | 一般公共预算 | 政府性基金',
        `${ITEM} | 8 | 5 | 3 | 6 | 4 | 2 | `,
      ],
      [`${ONE} 一般公共预算 5@G3 ← 4@J3`, `${ONE} 政府性基金预算 3@H3 ← 2@K3`],
    ],
    [
      'the years in the row above the others',
      [
        ' |  |  |  |  | 本年 |  | 上年',
        `${CODES} | 一般公共预算 | 政府性基金 | 一般公共预算 | 政府性基金`,
        `${ITEM} | 5 | 3 | 4 | 2`,
      ],
      [`${ONE} 一般公共预算 5@F3 ← 4@H3`, `${ONE} 政府性基金预算 3@G3 ← 2@I3`],
    ],
    [
      'years in the headers of the funds',
      [
        `${CODES} | 本年一般公共预算 | 2026年政府性基金 | 上年一般公共预算 | 政府性基金（上年）`,
        `${ITEM} | 5 | 3 | 4 | 2`,
      ],
      [`${ONE} 一般公共预算 5@F2 ← 4@H2`, `${ONE} 政府性基金预算 3@G2 ← 2@I2`],
    ],
    [
      'years below the funds',
      {
        lines: [
          `${CODES} | 一般公共预算 |  | 事业收入`,
          ' |  |  |  |  | 本年 | 上年 | 本年 | 上年',
          `${ITEM} | 5 | 4 | 3 | 2`,
        ],
        merges: ['F1:G1', 'H1:I1'],
      },
      [`${ONE} 一般公共预算 5@F3 ← 4@G3`, `${ONE} 事业收入 3@H3 ← 2@I3`],
    ],
    [
      'below 资金来源',
      {
        lines: [
          `${CODES} | 资金来源 |  |  | 上年数`,
          ' |  |  |  |  | 合计 | 一般公共预算 | 其他收入',
          `${ITEM} | 5 | 5 |  | 4`,
        ],
        merges: ['F1:H1', 'I1:I2'],
      },
      [`${ONE} 一般公共预算 5@G3 ← 4@I3`],
    ],
    [
      'three rows',
      {
        lines: [
          `${CODES} | 2026年预算数 |  |  |  |  |  |  | 2025年预算数`,
          ' |  |  |  |  | 合计 | 财政拨款 |  |  | 单位资金 |  |  | ',
          ' |  |  |  |  |  | 小计 | 一般公共预算 | 政府性基金 | 小计 | 事业收入 | 其他收入 | ',
          `${ITEM} | 10 | 8 | 5 | 3 | 2 |  | 2 | `,
          `${ITEM} | 6 | 6 | 6 |  |  |  |  | 4`,
        ],
        merges: ['F1:L1', 'F2:F3', 'G2:I2', 'J2:L2', 'M1:M3'],
      },
      [
        `${ONE} 一般公共预算 5@H4`,
        `${ONE} 政府性基金预算 3@I4`,
        `${ONE} 其他收入 2@L4`,
        `${ONE} 一般公共预算 6@H5 ← 4@M5`,
      ],
    ],
    [
      'all of this year before the funds of it',
      [`${CODES} | 2026年预算数 | 其中：一般公共预算 | 政府性基金 | 2025年预算数`, `${ITEM} | 5.62 | 5.62 |  | 5`],
      [`${ONE} 一般公共预算 5.62@G2 ← 5@I2`],
    ],
    [
      'a sum of several funds among them, and ratios',
      [
        `${CODES} | 财政拨款 | 1.一般公共预算 | 2.政府性基金 | 占比% | 事业收入 | 预算增减率`,
        `${ITEM} | 8 | 5 | 3 | 50 | 1 | 7`,
      ],
      [`${ONE} 一般公共预算 5@G2`, `${ONE} 政府性基金预算 3@H2`, `${ONE} 事业收入 1@J2`],
    ],
    [
      'parts of a fund beside the whole of it',
      [`${CODES} | 一般公共预算 |  |  | 事业收入`, ' |  |  |  |  | 小计 | 本级 | 上级', `${ITEM} | 5 | 3 | 2 | 1`],
      [`${ONE} 一般公共预算 5@F3`, `${ONE} 事业收入 1@I3`],
    ],
    [
      'parts of a fund alone',
      [`${CODES} | 一般公共预算 |  | 事业收入`, ' |  |  |  |  | 本级 | 上级', `${ITEM} | 3 | 2 | 1`],
      [`${ONE} 一般公共预算 3@F3`, `${ONE} 一般公共预算 2@G3`, `${ONE} 事业收入 1@H3`],
    ],
    [
      'what was left over from last year, which is of this year',
      [`${CODES} | 一般公共预算 | 上年结转和结余 | 上年结转`, `${ITEM} | 3 | 2 | 1`],
      [`${ONE} 一般公共预算 3@F2`, `${ONE} 上年结余 2@G2`, `${ONE} 上年结余 1@H2`],
    ],
  ])('%s', async (_what, lines, items) => {
    const ledger = await read(lines);
    expect(saidOf(ledger)).toEqual([]);
    expect(rowsOf(ledger)).toEqual(items);
  });

  test.each<[what: string, lines: readonly string[]]>([
    [
      'a table of a budget',
      ['功能分类科目编码 | 功能科目名称 | 合计 | 一般公共预算 | 政府性基金预算', '20805 | 养老 | 5 | 5 | '],
    ],
    ['one without amounts', [`${CODES} | 金额大写 | 占比`, `${ITEM} | 伍 | 5`]],
    ['words', ['说明 | 一般公共预算 | 政府性基金预算']],
  ])('%s is none', async (_what, lines) => {
    expect(await found(lines)).toBeUndefined();
  });

  test.each<[what: string, unit: string, lines: readonly string[], items: readonly string[]]>([
    [
      'above the headers',
      '元',
      ['单位：元', `${CODES} | 合计 | 一般公共预算 | 事业收入`, `${ITEM} | 56200 | 56200 | `],
      ['5.62@G3'],
    ],
    [
      'in each of them',
      '元',
      [`${CODES} | 一般公共预算（元） | 事业收入（元）`, `${ITEM} | 56200 | 1000`],
      ['5.62@F2', '0.1@G2'],
    ],
    [
      'in one of them alone',
      '元',
      [`${CODES} | 一般公共预算（元） | 事业收入`, `${ITEM} | 56200 | 1000`],
      ['5.62@F2', '0.1@G2'],
    ],
    [
      'another in each',
      '万元',
      ['单位：万元', `${CODES} | 一般公共预算（元） | 事业收入`, `${ITEM} | 56200 | 3`],
      ['5.62@F3', '3@G3'],
    ],
    [
      'over all of them',
      '元',
      [`${CODES} | 2026年预算数（元） | `, ' |  |  |  |  | 合计 | 一般公共预算', `${ITEM} | 56200 | 56200`],
      ['5.62@G3'],
    ],
    [
      'below the items',
      '元',
      [`${CODES} | 合计 | 一般公共预算`, `${ITEM} | 56200 | 56200`, '注：单位为元'],
      ['5.62@G2'],
    ],
  ])('money units stated %s', async (_what, unit, lines, items) => {
    const ledger = await read(lines);
    expect(ledger.moneyUnit).toBe(unit);
    expect(saidOf(ledger).filter((said) => !said.includes('text-row'))).toEqual([]);
    expect(rowsOf(ledger).map((row) => row.split(' ')[3])).toEqual(items);
  });

  test.each<[what: string, lines: SheetLines, said: readonly string[]]>([
    ['another unit', [`${CODES} | 一般公共预算（千元） | 事业收入`, `${ITEM} | 5 | `], ['error unit-other F1 千元']],
    [
      'another unit above',
      ['单位：千元', `${CODES} | 一般公共预算 | 事业收入`, `${ITEM} | 5 | `],
      ['error unit-other A1 千元'],
    ],
    [
      'a fund twice',
      [`${CODES} | 一般公共预算 | 事业收入 | 一般公共预算`, `${ITEM} | 5 |  | 4`],
      ['error column-twice H1 一般公共预算'],
    ],
    [
      'another year',
      [`${CODES} | 2024年预算数 | `, ' |  |  |  |  | 一般公共预算 | 事业收入', `${ITEM} | 5 | 4`],
      ['error year-conflict F2 2024年预算数 2026||2024'],
    ],
  ])('of %s nothing is read', async (_what, lines, said) => {
    const ledger = await read(lines);
    expect(saidOf(ledger)).toEqual(said);
    expect(ledger.rows).toEqual([]);
  });

  test('the year that the headers tell is told at them', async () => {
    const lines = [
      `${CODES} | 2026年预算数 |  | 2025年预算数`,
      ' |  |  |  |  | 一般公共预算 | 事业收入',
      `${ITEM} | 5 | 4 | `,
    ];
    const edition = await editionById('xinjiang-2021');
    const ledger = readLedger(workbook({ 台账: lines }), edition, catalogue(), undefined);
    expect([ledger?.year, ledger && saidOf(ledger)]).toEqual([2026, ['note year-found F2 2026']]);
  });
});

describe('the rows of a ledger in which each fund has a column', () => {
  const HEADER = `${CODES} | 合计 | 一般公共预算 | 政府性基金 | 事业收入 | 上年`;

  test.each<[what: string, rows: readonly string[], items: readonly string[], said: readonly string[]]>([
    [
      'a total that is not what the funds come to',
      [`${ITEM} | 9 | 5 | 3 |  | `],
      [`${ONE} 一般公共预算 5@G2`, `${ONE} 政府性基金预算 3@H2`],
      ['warning total-differs F2  9|8|1|万元'],
    ],
    [
      'a total that is not within a hundredth',
      [`${ITEM} | 8.01 | 5 | 3 |  | `],
      [`${ONE} 一般公共预算 5@G2`, `${ONE} 政府性基金预算 3@H2`],
      [],
    ],
    ['a total alone', [`${ITEM} | 9 |  |  |  | `], [], ['error fund-none F2  total']],
    ['nothing at all', [`${ITEM} |  |  |  |  | `], [], ['error amount-none G2']],
    ['zeros beside an amount', [`${ITEM} | 5 | 0 | 无 | 5 | `], [`${ONE} 事业收入 5@I2`], []],
    ['nothing but zeros', [`${ITEM} | 0 | 0 | 0 | 0 | `], [`${ONE} 一般公共预算 0@G2`], []],
    [
      'numbers as text, full width, with a unit, negative',
      [`${ITEM} |  | '１，２００.５ | '50000元 | -3 | `],
      [`${ONE} 一般公共预算 1200.5@G2`, `${ONE} 政府性基金预算 5@H2`, `${ONE} 事业收入 -3@I2`],
      ['warning negative I2 -3'],
    ],
    [
      'an amount that cannot be read, beside one that can',
      [`${ITEM} |  | =1/0 → #DIV/0! | 待定 | 3 | `],
      [`${ONE} 事业收入 3@I2`],
      ['error amount-unreadable G2 #DIV/0! one', 'error amount-unreadable H2 待定 one'],
    ],
    [
      'a code that is wrong, said once',
      ['999 |  | 基本支出 | 30302 |  |  | 5 | 3 | 2 | '],
      [],
      ['error code-malformed A2 999'],
    ],
    ['last year of the one fund of the row', [`${ITEM} |  |  | 3 |  | 4`], [`${ONE} 政府性基金预算 3@H2 ← 4@J2`], []],
    [
      'last year of the one fund that is not zero',
      [`${ITEM} |  | 0 | 3 | 0 | 4`],
      [`${ONE} 政府性基金预算 3@H2 ← 4@J2`],
      [],
    ],
    ['last year of the one fund that is zero', [`${ITEM} |  |  | 0 |  | 4`], [`${ONE} 政府性基金预算 0@H2 ← 4@J2`], []],
    [
      'last year of several funds',
      [`${ITEM} |  | 5 | 3 |  | 4`, `${ITEM} |  | 1 |  |  | 2`],
      [`${ONE} 一般公共预算 5@G2`, `${ONE} 政府性基金预算 3@H2`, `${ONE} 一般公共预算 1@G3 ← 2@J3`],
      ['warning before-undivided J2'],
    ],
    ['last year of no fund', [`${ITEM} |  |  |  |  | 4`], [], ['warning before-undivided J2']],
    [
      'rows of totals',
      [
        `${ITEM} | 8 | 5 | 3 |  | `,
        `${SCHOOL} | 7 | 7 |  |  | 6`,
        '小计 |  |  |  |  | 15 | 12 | 3 |  | 6',
        '合计 |  |  |  |  | 15 | 11 | 3 |  | 7',
      ],
      [`${ONE} 一般公共预算 5@G2`, `${ONE} 政府性基金预算 3@H2`, '2050202 30213 校舍维修 一般公共预算 7@G3 ← 6@J3'],
      [
        'note total-row A4 小计',
        'warning total-differs G5 合计 11|12|1|万元',
        'note total-row A5 合计',
        'warning total-differs J5 合计 7|6|1|万元',
      ],
    ],
    [
      'the sum of a code',
      [`${ITEM} | 8 | 5 | 3 |  | `, '208 | 社会保障 |  |  |  | 8 | 5 | 3'],
      [`${ONE} 一般公共预算 5@G2`, `${ONE} 政府性基金预算 3@H2`],
      ['note class-row A3 208'],
    ],
    ['blank rows and remarks', ['', '注：另附说明'], [], ['note text-row A3']],
    [
      'the same row twice, and one that is the same in part',
      [`${ITEM} |  | 5 | 3 |  | `, `${ITEM} |  | 5 | 3 |  | `, `${ITEM} |  | 5 | 4 |  | `],
      [
        `${ONE} 一般公共预算 5@G2`,
        `${ONE} 政府性基金预算 3@H2`,
        `${ONE} 一般公共预算 5@G3`,
        `${ONE} 政府性基金预算 3@H3`,
        `${ONE} 一般公共预算 5@G4`,
        `${ONE} 政府性基金预算 4@H4`,
      ],
      ['warning twice G3 2'],
    ],
  ])('%s', async (_what, rows, items, said) => {
    const ledger = await read([HEADER, ...rows]);
    expect(rowsOf(ledger)).toEqual(items);
    expect(saidOf(ledger)).toEqual(said);
  });

  test('merged codes speak for the rows below, and a merged amount is nobody’s', async () => {
    const ledger = await read({
      lines: [
        HEADER,
        `${SCHOOL} |  | 5 | 3 |  | `,
        ' |  | 项目支出 | 30299 | 校舍维修 |  | 2 |  |  | ',
        `${ITEM} |  | 4 | 6 |  | `,
        '2080502 |  | 基本支出 | 30302 |  |  |  | 7 |  | ',
      ],
      merges: ['A2:A3', 'B2:B3', 'G4:G5'],
    });
    expect(rowsOf(ledger)).toEqual([
      '2050202 30213 校舍维修 一般公共预算 5@G2',
      '2050202 30213 校舍维修 政府性基金预算 3@H2',
      '2050202 30299 校舍维修 一般公共预算 2@G3',
      `${ONE} 政府性基金预算 6@H4`,
      '2080502 30302 政府性基金预算 7@H5',
    ]);
    expect(saidOf(ledger)).toEqual(['error amount-merged G4 G5 4 one', 'note merged A2 B2 A2:A3|B2:B3']);
  });

  test('an amount merged over the columns of two funds is of neither; the rest of the row is read', async () => {
    const ledger = await read({
      lines: [
        `${CODES} | 合计 | 一般公共预算 | 政府性基金 | 事业收入`,
        `${SCHOOL} |  | 5 |  | 3`,
        `${ITEM} |  | 4 | 6 | `,
      ],
      merges: ['G2:H2'],
    });
    expect(rowsOf(ledger)).toEqual([
      '2050202 30213 校舍维修 事业收入 3@I2',
      `${ONE} 一般公共预算 4@G3`,
      `${ONE} 政府性基金预算 6@H3`,
    ]);
    expect(saidOf(ledger)).toEqual(['error amount-merged G2 5 one|一般公共预算、政府性基金']);
  });

  test('a fund of last year alone, and one without an amount of this year', async () => {
    const ledger = await read([
      `${CODES} | 本年 |  | 上年`,
      ' |  |  |  |  | 一般公共预算 | 政府性基金 | 一般公共预算 | 政府性基金 | 其他收入',
      `${ITEM} | 5 |  | 4 | 2 | 1`,
    ]);
    expect(rowsOf(ledger)).toEqual([
      `${ONE} 一般公共预算 5@F3 ← 4@H3`,
      `${ONE} 政府性基金预算 ← 2@I3`,
      `${ONE} 其他收入 ← 1@J3`,
    ]);
    expect(saidOf(ledger)).toEqual(['note now-none G3  fund']);
  });

  test('a column that is called like a fund and is none that is known', async () => {
    const ledger = await read([
      `${CODES} | 合计 | 一般公共预算 | 政府性基金 | 单位资金 | 政府采购资金`,
      `${ITEM} | 8 | 5 |  | 3 | 8`,
      `${SCHOOL} | 4 | 4 |  |  | 4`,
      '合计 |  |  |  |  | 12 | 9 |  | 3 | ',
    ]);
    expect(rowsOf(ledger)).toEqual([`${ONE} 一般公共预算 5@G2`, '2050202 30213 校舍维修 一般公共预算 4@G3']);
    const [said, ...more] = saidOf(ledger);
    expect(said).toContain('error fund-unknown I2 单位资金 一般公共预算、政府性基金预算、');
    expect(more).toEqual(['note total-row A4 合计', 'note column-unknown J1 政府采购资金']);
  });

  test('such columns stand among those of funds, and not before what an item is for', async () => {
    const ledger = await read([
      '项目资金 | 功能科目编码 | 经济科目 | 项目名称 | 合计 | 经费拨款 | 政府基金 | 事业收入',
      '7 | 2050202 | 30213 | 校舍维修 | 9 | 5 | 2 | 2',
    ]);
    expect(rowsOf(ledger)).toEqual(['2050202 30213 校舍维修 事业收入 2@H2']);
    expect(saidOf(ledger).map((said) => said.split(' ').slice(1, 4).join(' '))).toEqual([
      'fund-unknown F2 经费拨款',
      'fund-unknown G2 政府基金',
      'column-unknown A1 项目资金',
    ]);
  });

  test.each<[what: string, lines: readonly string[], items: readonly string[], said: readonly string[]]>([
    [
      'with an amount of its own',
      [
        `${CODES} | 资金来源 | 本年预算数 | 一般公共预算 | 事业收入`,
        `${ITEM} | 一般公共预算 | 5 | 5 | `,
        `${ITEM} | 事业收入 | 4 |  | `,
        `${ITEM} | 事业收入 | 3 | 3 | `,
        `${ITEM} | 财政资金 | 9 | 3 | 6`,
      ],
      [
        `${ONE} 一般公共预算 5@H2`,
        `${ONE} 事业收入 4@G3`,
        `${ONE} 一般公共预算 3@H4`,
        `${ONE} 一般公共预算 3@H5`,
        `${ONE} 事业收入 6@I5`,
      ],
      ['note funds-said F1 一般公共预算|事业收入', 'warning fund-other F4 事业收入 一般公共预算'],
    ],
    [
      'without one',
      [`${CODES} | 资金来源 | 一般公共预算 | 事业收入`, `${ITEM} | 一般公共预算 | 5 | `],
      [`${ONE} 一般公共预算 5@G2`],
      ['note funds-said F1 一般公共预算|事业收入'],
    ],
    [
      'beside one fund alone, which may be anything',
      [`${CODES} | 资金来源 | 本年预算数 | 一般公共预算`, `${ITEM} | 事业收入 | 5 | 3`],
      [`${ONE} 事业收入 5@G2`],
      ['note column-unknown H1 一般公共预算 before-none'],
    ],
  ])('funds in words, %s', async (_what, lines, items, said) => {
    const ledger = await read(lines);
    expect(rowsOf(ledger)).toEqual(items);
    expect(saidOf(ledger)).toEqual(said);
  });

  test('last year’s ledger beside it may be of either kind', async () => {
    const edition = await editionById('xinjiang-2021');
    const now = [`${CODES} | 一般公共预算 | 事业收入`, `${ITEM} | 5 | 2`];
    const byFunds = [`${CODES} | 一般公共预算 | 事业收入`, `${ITEM} | 4 | `];
    const byRows = [`${CODES} | 资金来源 | 金额`, `${ITEM} | 一般公共预算 | 4`];
    for (const before of [byFunds, byRows]) {
      const ledger = readLedger(workbook({ '2026年': now, '2025年': before }), edition, catalogue(), undefined);
      expect(ledger?.lastYear?.rows.map(({ fund, now: amount }) => `${fund} ${amount?.toFixed() ?? ''}`)).toEqual([
        '一般公共预算 4',
      ]);
    }
  });
});

test.each<[where: string, rows: readonly string[], told: readonly string[]]>([
  ['right', ['合计 |  |  |  |  |  | 15 | 12 | 3'], ['note total-row A5 合计']],
  [
    'wrong',
    ['合计 |  |  |  |  |  | 15 | 11 | 3'],
    ['warning total-differs H5 合计 11|12|1|万元', 'note total-row A5 合计'],
  ],
])('a word for a total below 序号 makes a row one of totals: %s', async (_where, rows, told) => {
  const ledger = await read([
    `序号 | ${CODES} | 合计 | 一般公共预算 | 政府性基金`,
    `1 | ${ITEM} | 8 | 5 | 3`,
    ` |  |  |  |  |  |  |  | `,
    `2 | ${SCHOOL} | 7 | 7 | `,
    ...rows,
  ]);
  expect([saidOf(ledger), ledger.rows.length]).toEqual([told, 3]);
});
