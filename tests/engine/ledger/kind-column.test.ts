import { catalogue } from '../../../src/commands/catalogue';
import { editionById } from '../../../src/commands/check';
import { addressOf } from '../../../src/engine/snapshot/address';
import { readLedger } from '../../../src/engine/ledger/read';
import type { Ledger } from '../../../src/engine/ledger/ledger';
import type { SheetLines } from '../../notation';
import { workbook } from '../../notation';

async function read(lines: SheetLines): Promise<Ledger> {
  const ledger = readLedger(workbook({ 台账: lines }), await editionById('xinjiang-2021'), catalogue(), { year: 2021 });
  if (!ledger) throw new Error('no ledger');
  return ledger;
}

/** Each row read: `人员经费 30101`, `项目支出 30227 课题`. */
const kindsOf = ({ rows }: Ledger): readonly string[] =>
  rows.map(({ kind, economic, project }) => [kind, economic, ...(project === undefined ? [] : [project])].join(' '));

/** What is said: `error kind-unknown 台账!A3 运转`. */
const saidOf = ({ findings }: Ledger): readonly string[] =>
  findings.map(({ rule, severity, cells, facts }) =>
    [
      severity,
      rule.replace('l-', ''),
      cells.map((cell) => addressOf(cell)).join(' '),
      facts.code === 'ledger' ? facts.value : '',
    ]
      .join(' ')
      .trim(),
  );

/** As a budget management system gives it out: every row names a project. */
const OUT_OF_A_SYSTEM = [
  '2010301 | 30101 | 人员类 | 工资支出 | 一般公共预算 | 10',
  '2010301 | 30103 | 人员类 | 工资支出 | 一般公共预算 | 6',
  '2010301 | 30201 | 公用经费 | 定额公用经费 | 一般公共预算 | 3',
  '2010302 | 30227 | 其他运转类 | 运转 | 一般公共预算 | 4',
  '2010302 | 30227 | 特定目标类 | 课题 | 一般公共预算 | 5',
];
const headed = (kind: string): string => `功能科目 | 经济科目 | ${kind} | 项目名称 | 资金来源 | 本年`;
const READ = ['人员经费 30101', '人员经费 30103', '公用经费 30201', '项目支出 30227 运转', '项目支出 30227 课题'];
const withoutProjects = (kinds: readonly string[]): readonly string[] =>
  kinds.map((kind) => kind.replace(/^(人员经费|公用经费) (\d+) .*$/, '$1 $2'));

describe('a column of kinds', () => {
  test.each([
    '项目类别',
    '项目类型',
    '支出项目类别',
    '支出类别名称',
    '支出大类',
    '项目类别名称',
    '项目分类',
    '一级项目类别',
    '预算项目类别',
    '用途归口',
  ])('is one of which the words are, headed %s', async (header) => {
    const ledger = await read([headed(header), ...OUT_OF_A_SYSTEM]);
    expect(withoutProjects(kindsOf(ledger))).toEqual(READ);
    expect(saidOf(ledger)).toEqual(['note project-of-basic 台账!D2 台账!D3 台账!D4']);
    expect(ledger.columns.get('kind')).toBe(2);
    expect(ledger.headers.get(2)).toBe(header);
  });

  test('may have the codes of the system before its words', async () => {
    const rows = OUT_OF_A_SYSTEM.map((row) => row.replace(/人员类|公用经费|其他运转类|特定目标类/, '2-$&'));
    expect(withoutProjects(kindsOf(await read([headed('项目类别'), ...rows])))).toEqual(READ);
  });

  test('may be merged, and be filled in on some rows of totals', async () => {
    const ledger = await read({
      lines: [
        headed('大类'),
        '2010301 | 30101 | 人员类 | 工资 | 一般公共预算 | 10',
        '2010301 | 30102 |  | 工资 | 一般公共预算 | 10',
        '2010301 | 30103 |  | 工资 | 一般公共预算 | 10',
        ' |  | 人员类小计 |  |  | 30',
      ],
      merges: ['C2:C4'],
    });
    expect(withoutProjects(kindsOf(ledger))).toEqual(['人员经费 30101', '人员经费 30102', '人员经费 30103']);
  });

  test('is found where each fund has a column', async () => {
    const ledger = await read([
      '功能科目 | 经济科目 | 项目类别 | 项目名称 | 合计 | 一般公共预算 | 事业收入',
      '2010301 | 30101 | 人员类 | 工资 | 12 | 9 | 3',
      '2010302 | 30227 | 特定目标类 | 课题 | 5 | 5 | ',
    ]);
    expect(withoutProjects(kindsOf(ledger))).toEqual(['人员经费 30101', '人员经费 30101', '项目支出 30227 课题']);
  });

  test('goes by its header before others: 支出类型 is asked, 项目类别 may be anything', async () => {
    const ledger = await read([
      '功能科目 | 经济科目 | 项目类别 | 支出类型 | 项目名称 | 资金来源 | 本年',
      '2010301 | 30101 | 一次性 | 基本支出 |  | 一般公共预算 | 10',
    ]);
    expect(saidOf(ledger)).toEqual([]);
    expect(kindsOf(ledger)).toEqual(['人员经费 30101']);
  });

  test('of two the one is taken that holds nothing else', async () => {
    const ledger = await read([
      '功能科目 | 经济科目 | 一级项目类别 | 二级项目类别 | 项目名称 | 资金来源 | 本年',
      '2010301 | 30101 | 人员类 | 人员类 | 工资 | 一般公共预算 | 10',
      '2010301 | 30201 | 运转类 | 公用经费 | 定额 | 一般公共预算 | 3',
      '2010302 | 30227 | 运转类 | 其他运转类 | 运转 | 一般公共预算 | 4',
    ]);
    expect(withoutProjects(kindsOf(ledger))).toEqual(['人员经费 30101', '公用经费 30201', '项目支出 30227 运转']);
  });

  test('that is headed like one says which of its words are none', async () => {
    const ledger = await read([
      headed('项目类别'),
      '2010301 | 30101 | 人员类 | 工资 | 一般公共预算 | 10',
      '2010302 | 30227 | 信息化 | 课题 | 一般公共预算 | 5',
    ]);
    expect(saidOf(ledger).filter((said) => said.startsWith('error'))).toEqual(['error kind-unknown 台账!C3 信息化']);
    const none = await read([headed('项目类别'), '2010302 | 30227 | 信息化 | 课题 | 一般公共预算 | 5']);
    expect(saidOf(none)).toEqual(['error kind-unknown 台账!C2 信息化']);
  });

  test('is none where it divides projects, and what is none is blank', async () => {
    const ledger = await read([
      headed('项目类别'),
      '2010301 | 30101 |  |  | 一般公共预算 | 10',
      '2010302 | 30227 | 信息化 | 课题 | 一般公共预算 | 5',
    ]);
    expect(saidOf(ledger)).toEqual([]);
    expect(kindsOf(ledger)).toEqual(['人员经费 30101', '项目支出 30227 课题']);
  });

  test('is none of which one cell is by chance', async () => {
    const ledger = await read([
      headed('核对'),
      '2010301 | 30101 |  |  | 一般公共预算 | 10',
      '2010301 | 30201 |  |  | 一般公共预算 | 10',
      '2010302 | 30227 | 项目支出 | 课题 | 一般公共预算 | 5',
    ]);
    expect(saidOf(ledger)).toEqual([]);
    expect(ledger.columns.has('kind')).toBe(false);
  });
});

describe('a project that is called like a kind', () => {
  const rows = (...lines: readonly string[]): Promise<Ledger> =>
    read(['功能科目 | 经济科目 | 支出类型 | 项目名称 | 资金来源 | 本年', ...lines]);

  test('is told where the row is said to be one of a project', async () => {
    const ledger = await rows('2010301 | 30101 | 项目支出 | 人员经费 | 一般公共预算 | 10');
    expect(saidOf(ledger)).toEqual(['warning project-called-basic 台账!D2 人员经费']);
    expect(kindsOf(ledger)).toEqual(['项目支出 30101 人员经费']);
  });

  test('says nothing new where the row is said to be basic expenditure', async () => {
    const ledger = await rows('2010301 | 30101 | 基本支出 | 人员经费 | 一般公共预算 | 10');
    expect(saidOf(ledger)).toEqual([]);
    expect(kindsOf(ledger)).toEqual(['人员经费 30101']);
  });
});

describe('where no column says the kind', () => {
  const HEADER = '功能科目 | 经济科目 | 项目名称 | 资金来源 | 本年';

  test.each([
    ['基本支出', '30101', '人员经费 30101'],
    ['基本支出', '30201', '公用经费 30201'],
    ['人员经费', '30101', '人员经费 30101'],
    ['日常公用', '30201', '公用经费 30201'],
    ['日常公用经费', '30201', '公用经费 30201'],
    ['公用经费', '30201', '公用经费 30201'],
  ])('a project called %s is none', async (name, economic, kind) => {
    const ledger = await read([HEADER, `2010301 | ${economic} | ${name} | 一般公共预算 | 10`]);
    expect(saidOf(ledger)).toEqual([`note kind-of-name 台账!C2 ${name}`]);
    expect(kindsOf(ledger)).toEqual([kind]);
  });

  test.each(['公用设施维修', '人员培训', '项目支出'])('one called %s is one', async (name) => {
    const ledger = await read([HEADER, `2010301 | 30227 | ${name} | 一般公共预算 | 10`]);
    expect(saidOf(ledger)).toEqual([]);
    expect(kindsOf(ledger)).toEqual([`项目支出 30227 ${name}`]);
  });

  test('pay of a project is told: it may well be basic expenditure', async () => {
    const ledger = await read([
      HEADER,
      '2010301 | 30101 | 工资支出 | 一般公共预算 | 10',
      '2010301 | 30102 | 工资支出 | 一般公共预算 | 10',
      '2010302 | 30227 | 课题 | 一般公共预算 | 5',
    ]);
    expect(saidOf(ledger)).toEqual(['warning kind-by-project 台账!C2 台账!C3 工资支出']);
    expect(kindsOf(ledger)).toEqual(['项目支出 30101 工资支出', '项目支出 30102 工资支出', '项目支出 30227 课题']);
  });
});
