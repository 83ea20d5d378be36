import { catalogue } from '../../../src/commands/catalogue';
import { editionById } from '../../../src/commands/check';
import type { Ledger } from '../../../src/engine/ledger/ledger';
import { readLedger } from '../../../src/engine/ledger/read';
import { addressOf, parseA1 } from '../../../src/engine/snapshot/address';
import { compileSentence } from '../../../src/i18n/compile/sentence';
import { workbook, type SheetLines } from '../../notation';

interface Stated {
  readonly year: number;
  /** In the sheet of facts; not said: on the command line. */
  readonly cell?: string;
}

async function read(lines: SheetLines, stated?: Stated, sheet = '台账'): Promise<Ledger> {
  const edition = await editionById('xinjiang-2021');
  const at = parseA1(stated?.cell ?? '');
  const cell = at && { sheet: '单位情况', ...at };
  const ledger = readLedger(
    workbook({ [sheet]: lines }),
    edition,
    catalogue(),
    stated && { year: stated.year, ...(cell ? { cell } : {}) },
  );
  if (!ledger) throw new Error('no ledger');
  return ledger;
}

const said = (ledger: Ledger): readonly string[] =>
  ledger.findings.map(({ rule, severity, cells }) =>
    [severity, rule.replace('l-', ''), ...cells.map((cell) => addressOf(cell).replace('台账!', ''))].join(' '),
  );

const FIRST = '功能科目 | 支出类型 | 经济科目 | 资金来源';
const ITEM = '2010301 | 基本支出 | 30101 | 一般公共预算';

/** What a ledger with these amount columns says of its year, of the amounts 2 and 1 below them (3 in a third). */
async function years(headers: string, stated?: Stated, above: readonly string[] = []): Promise<string> {
  const ledger = await read([...above, `${FIRST} | ${headers}`, `${ITEM} | 2 | 1 | 3`], stated);
  const [row] = ledger.rows;
  const amounts = row ? `本年${row.now?.toFixed() ?? '空'} 上年${row.before?.toFixed() ?? '空'}` : '没有编入';
  return [String(ledger.year ?? '不知道'), amounts, ...said(ledger)].join('；');
}

describe('the year of a ledger by its headers', () => {
  test.each([
    '2026年预算数 | 2025年预算数',
    '2026年预算 | 2025年预算',
    '2026年 | 2025年',
    '2026 | 2025',
    '2026年度部门预算安排数（万元） | 2025年度年初预算数（万元）',
    '２０２６年预算数 | ２０２５ 年预算数',
    '26年预算数 | 25年预算数',
    '2026年预算数 | 上年预算数',
    '2026年预算数 | 去年预算数',
    '本年预算数 | 2025年预算数',
    '本年（2026年）预算数 | 上年（2025年）预算数',
    '2026年（本年）预算数 | 2025年（上年）预算数',
    '本年 | 上年（2025年）',
  ])('%s: both are known', async (headers) => {
    expect(await years(headers)).toMatch(/^2026；本年2 上年1；note year-found [EF]1$/);
  });

  test.each<[headers: string, year: number | undefined, said: string]>([
    ['2026年预算 | 2025年批复数', undefined, '本年2 上年1；note year-found E1'],
    ['2026年申请数（元） | 2025年批复数（元）', 2026, '本年0.0002 上年0.0001'],
    ['2026年申请数 | 2025年批复数', undefined, '本年2 上年1；note year-found E1'],
    ['2025年年初预算 | 2026年预算申报数', undefined, '本年1 上年2；note year-found F1'],
    ['2025年年初预算 | 2026年预算申报数', 2026, '本年1 上年2'],
    ['本年预算 | 上年执行数', 2026, '本年2 上年1'],
    ['本年预算 | 去年决算', 2026, '本年2 上年1'],
    ['本年预算 | 上年度实际完成数', 2026, '本年2 上年1'],
    ['预算数 | 上年预算数（调整后）', 2026, '本年2 上年1'],
    ['预算数 | 上年调整预算数', 2026, '本年2 上年1'],
    ['预算数 | 2025年下达数', 2026, '本年2 上年1'],
    ['预算数 | 2025年安排数（含追加）', 2026, '本年2 上年1'],
    // The budget itself comes first, then what comes nearest to it.
    ['上年执行数 | 上年预算数 | 本年', 2026, '本年3 上年1；note column-unknown E1'],
    ['2025年执行数 | 2025年批复数 | 2026年预算', 2026, '本年3 上年1；note column-unknown E1'],
    ['2026年申报数 | 2026年批复数 | 2025年预算数', 2026, '本年1 上年3；note column-unknown E1'],
    // Which of two nobody knows.
    ['上年执行数 | 上年完成数 | 本年', 2026, '本年3 上年空；note column-unknown E1 F1'],
    // Of another year than last.
    ['2026年预算 | 2025年预算 | 2024年决算数', 2026, '本年2 上年1；note column-unknown G1'],
    // No amount of a year.
    ['本年预算 | 上年执行率', 2026, '本年2 上年空'],
    ['本年预算 | 上年预算数（其中：财政拨款）', 2026, '本年2 上年空；note column-unknown F1'],
  ])('%s, stated to be of %s: what stands for the budget', async (headers, year, said) => {
    expect(await years(headers, year === undefined ? undefined : { year })).toBe(`2026；${said}`);
  });

  test('in the other order the later one still is this year’s', async () => {
    expect(await years('2025年预算数 | 2026年预算数')).toBe('2026；本年1 上年2；note year-found F1');
  });

  test('one alone, and nothing else is an amount: it is this year’s', async () => {
    expect(await years('2026年预算数')).toBe('2026；本年2 上年空；note year-found E1');
  });

  test('executed and final amounts of other years are no budget of theirs', async () => {
    expect(await years('2026年预算数 | 2025年预算数 | 2024年决算数')).toBe(
      '2026；本年2 上年1；note year-found E1；note column-unknown G1',
    );
  });

  test.each<[headers: string, year: number, said: string]>([
    ['2026年预算数 | 2025年预算数', 2026, '本年2 上年1'],
    ['2026年预算数', 2026, '本年2 上年空'],
    ['预算数 | 2025年预算数', 2026, '本年2 上年1'],
    ['2026年预算 | 2025年预算 | 2024年预算', 2026, '本年2 上年1；note column-unused G1'],
    ['2026年预算 | 2024年预算', 2026, '本年2 上年空；note column-unused F1'],
    ['2026年 | 2027年 | 2028年', 2026, '本年2 上年空；note column-unused F1 G1'],
  ])('%s, stated to be of %i', async (headers, year, said) => {
    expect(await years(headers, { year })).toBe(`${year}；${said}`);
  });

  test.each<[headers: string, year: number | undefined, said: string]>([
    ['2026年预算数 | 2025年预算数', 2021, 'year-conflict E1 F1'],
    ['2026年预算数 | 2025年预算数', 2025, 'year-conflict E1 F1'],
    ['2026年预算数 | 2025年预算数', 2027, 'year-conflict E1 F1'],
    ['2026年预算数', 2021, 'year-conflict E1'],
    ['2025年预算数', 2026, 'year-conflict E1'],
    ['2026年预算数 | 上年预算数', 2025, 'year-conflict E1'],
    ['本年 | 上年（2025年）', 2025, 'year-conflict F1'],
    ['2026年预算 | 2025年预算 | 2024年预算', 2021, 'year-conflict E1 F1 G1'],
    ['2026年预算 | 2025年预算 | 2024年预算', undefined, 'year-unclear E1 F1 G1'],
    ['2026年 | 2024年', undefined, 'year-unclear E1 F1'],
    ['预算数 | 2025年预算数', undefined, 'year-unclear F1'],
    ['2025年年初预算 | 2026年预算一上数', undefined, 'year-unclear E1 F1'],
    ['2025年预算 | 2024年预算 | 2026年一上数', undefined, 'year-unclear E1 F1 G1'],
    ['2025年年初预算 | 2026年预算一上数', 2026, 'year-conflict E1'],
    ['本年（2026年） | 上年（2024年）', undefined, 'year-unclear E1 F1'],
  ])('%s, stated to be of %s: nothing is compiled', async (headers, year, said) => {
    expect(await years(headers, year === undefined ? undefined : { year })).toMatch(
      new RegExp(`^[^；]+；没有编入；error ${said}$`),
    );
  });

  test('what contradicts what is said with both cells, and what to do', async () => {
    const of = async (headers: string, stated?: Stated): Promise<readonly string[]> => {
      const ledger = await read([`${FIRST} | ${headers}`, `${ITEM} | 2 | 1`], stated);
      return ledger.findings.map(({ facts }) => compileSentence(facts, 'zh-CN'));
    };
    expect(await of('2026年预算数 | 2025年预算数', { year: 2021, cell: 'C5' })).toEqual([
      '台账第1行“2026年预算数”“2025年预算数”列与预算年度2021年（“单位情况!C5”）不符，台账没有编入。请改列名，或把预算年度改正：填在“单位情况”，命令行也可写--year 2026。',
    ]);
    expect(await of('2025年预算数', { year: 2026 })).toEqual([
      '台账第1行“2025年预算数”列与预算年度2026年（--year）不符，台账没有编入。请改列名，或把预算年度改正：填在“单位情况”，命令行也可写--year 2025。',
    ]);
    expect(await of('2026年 | 2024年')).toEqual([
      '台账第1行“2026年”“2024年”列，分不清哪一列是本年，台账没有编入。请把列名写成“本年”“上年”，或写明预算年度：填在“单位情况”，命令行也可写--year。',
    ]);
    expect(await of('2026年预算数 | 2025年预算数')).toEqual([
      '台账第1行“2026年预算数”列：预算年度由此定为2026年。不是的，请填在“单位情况”，命令行也可写--year。',
    ]);
  });
});

describe('the year of a ledger by its title', () => {
  test.each([
    ['2026年部门预算台账', 'A1'],
    ['平川县教育局2026年度支出预算明细表', 'A1'],
    ['附件1 | ２０２６年预算项目支出明细', 'B1'],
  ])('%s', async (title, cell) => {
    expect(await years('本年 | 上年', undefined, [title])).toBe(`2026；本年2 上年1；note year-found ${cell}`);
  });

  test('tells which of three columns is this year’s', async () => {
    expect(await years('2026年 | 2025年 | 2024年', undefined, ['2026年部门预算台账'])).toBe(
      '2026；本年2 上年1；note year-found A1；note column-unused G2',
    );
  });

  test.each(['填报日期：2025年11月20日', '2025年11月填报的预算', '2026年预算台账（对照2025年预算台账）'])(
    '%s tells no year of a budget',
    async (title) => {
      expect(await years('本年 | 上年', undefined, [title])).toBe('不知道；本年2 上年1');
    },
  );

  test.each<[headers: string, stated: Stated | undefined, said: string]>([
    ['本年 | 上年', { year: 2027 }, '2027；本年2 上年1；warning year-of-title A1'],
    ['2027年 | 2026年', undefined, '2027；本年2 上年1；note year-found E2；warning year-of-title A1'],
    ['本年 | 上年', { year: 2026 }, '2026；本年2 上年1'],
  ])('%s, stated to be of %j, under a title of 2026', async (headers, stated, said) => {
    expect(await years(headers, stated, ['2026年部门预算台账'])).toBe(said);
  });

  test('the name of the sheet tells it where nothing on it does', async () => {
    const ledger = await read([`${FIRST} | 本年`, `${ITEM} | 2`], undefined, '2026年预算台账');
    expect([ledger.year, said(ledger)]).toEqual([2026, ["note year-found '2026年预算台账'!E1"]]);
  });
});

describe('headers in two rows', () => {
  test.each<[how: string, lines: readonly string[], merges: readonly string[]]>([
    ['years under one header', [`${FIRST} | 预算数（元） |`, ' |  |  |  | 2026年 | 2025年'], ['E1:F1']],
    ['budgets under their years', [`${FIRST} | 2026年 | 2025年`, ' |  |  |  | 预算数（元） | 预算数（元）'], []],
    ['this year and last under one header', [`${FIRST} | 金额（元） |`, ' |  |  |  | 2026年 | 上年'], []],
  ])('%s', async (_how, header, merges) => {
    const ledger = await read({ lines: [...header, `${ITEM} | 20000 | 10000`], merges });
    expect(said(ledger).filter((line) => !line.startsWith('note year-found'))).toEqual([]);
    expect(ledger.rows.map(({ now, before }) => [now?.toFixed(), before?.toFixed()])).toEqual([['2', '1']]);
    expect(ledger.year).toBe(2026);
  });

  test('codes and names under one header each', async () => {
    const ledger = await read({
      lines: [
        '功能分类科目 |  | 支出类型 | 部门经济分类科目 |  | 资金来源 | 本年 | 上年',
        '编码 | 名称 |  | 编码 | 名称',
        '2010301 | 行政运行 | 基本支出 | 30101 | 基本工资 | 一般公共预算 | 2 | 1',
      ],
      merges: ['A1:B1', 'D1:E1', 'C1:C2', 'F1:F2', 'G1:G2', 'H1:H2'],
    });
    expect(said(ledger)).toEqual([]);
    expect(ledger.rows).toEqual([
      expect.objectContaining({ functional: '2010301', functionalName: '行政运行', economic: '30101' }),
    ]);
  });
});
