import { catalogue } from '../../../src/commands/catalogue';
import { editionById } from '../../../src/commands/check';
import type { Ledger } from '../../../src/engine/ledger/ledger';
import { readLedger } from '../../../src/engine/ledger/read';
import { addressOf } from '../../../src/engine/snapshot/address';
import { compileSentence } from '../../../src/i18n/compile/sentence';
import { workbook } from '../../notation';

const HEADER = '功能科目 | 名称 | 支出类型 | 经济科目 | 名称 | 项目名称 | 资金来源 | 本年 | 上年 | 备注';

async function read(...lines: readonly string[]): Promise<Ledger> {
  const edition = await editionById('xinjiang-2021');
  const ledger = readLedger(workbook({ 台账: [HEADER, ...lines] }), edition, catalogue(), { year: 2021 });
  if (!ledger) throw new Error('no ledger');
  return ledger;
}

const said = (ledger: Ledger): readonly string[] =>
  ledger.findings.map(({ rule, severity, cells }) =>
    [severity, rule.replace('l-', ''), ...cells.map((cell) => addressOf(cell).replace('台账!', ''))].join(' '),
  );

const ITEMS = [
  '2010301 | 行政运行 | 基本支出 | 30101 |  |  | 一般公共预算 | 12 | 11',
  '2010302 |  | 项目支出 | 30201 |  | 网络维护 | 一般公共预算 | 5.5 | 4',
  '2010302 |  | 项目支出 | 30202 |  | 网络维护 | 一般公共预算 | 2.25 | 4',
] as const;

describe('rows of a ledger that are no line items', () => {
  test.each<[says: string, row: string, told: string]>([
    ['a page total', '本页小计 |  |  |  |  |  |  | 19.75 | 19', 'note total-row A5'],
    ['what is carried over', '承前页 |  |  |  |  |  |  | 19.75 | 19', 'note total-row A5'],
    ['what is carried on', '过次页 |  |  |  |  |  |  | 19.75 | 19', 'note total-row A5'],
    ['a total in the column of kinds', ' |  | 基本支出小计 |  |  |  |  | 12 | 11', 'note total-row C5'],
    ['a total in the column of funds', ' |  |  |  |  |  | 合 计 | 19.75 | 19', 'note total-row G5'],
    ['a total beside a code', '2010302 | 一般行政管理事务 | 小计 |  |  |  |  | 7.75 | 8', 'note total-row C5'],
    ['a sum of a 类', '201 | 一般公共服务支出 |  |  |  |  |  | 19.75 | 19', 'note class-row A5'],
    ['a sum of a 款', '20103 |  |  |  |  |  |  | 19.75 | 19', 'note class-row A5'],
    ['a sum of a 项', '2010302 | 一般行政管理事务 |  |  |  |  |  | 7.75 | 8', 'note class-row A5'],
    ['a remark below', '注：本表金额单位为万元 |  |  |  |  |  |  |  |', 'note text-row A5'],
    ['signatures', '制表人：张三 |  |  |  | 审核人：李四 |  |  |  |', 'note text-row A5'],
    ['headers again', HEADER, 'note text-row A5'],
  ])('%s: told, and no error', async (_says, row, told) => {
    const ledger = await read(...ITEMS, row);
    expect(said(ledger)).toEqual([told]);
    expect(ledger.rows).toHaveLength(3);
  });

  test('a sum stands above its items as well', async () => {
    expect(said(await read('20103 |  |  |  |  |  |  | 19.75 | 19', ...ITEMS))).toEqual(['note class-row A2']);
  });

  test.each<[says: string, row: string, told: RegExp]>([
    [
      'a 类 that is no sum of the items: its amount is not lost',
      '201 |  |  |  |  |  |  | 50 | 19',
      /error code-no-leaf A5/,
    ],
    ['a 款 without items', '20501 |  |  |  |  |  |  | 19.75 | 19', /error code-no-leaf A5/],
    ['an item without anything but its amount', '2010399 |  |  |  |  |  |  | 7.75 | 8', /error economic-none D5/],
    [
      'words in the place of a code beside an amount',
      '其中：基本支出 |  |  |  |  |  |  | 3 | ',
      /error code-malformed A5/,
    ],
    ['an item yet to be coded', ' |  | 项目支出 |  |  | 网络维护 | 一般公共预算 |  | ', /error code-none A5/],
    [
      'an item of a project that ends in a word for a total',
      '2010302 |  | 项目支出 | 30201 |  | 年终决算总计 |  | 5 | 4',
      /error fund-none G5/,
    ],
  ])('%s: an error still', async (_says, row, told) => {
    const ledger = await read(...ITEMS, row);
    expect(said(ledger).join('；')).toMatch(told);
    expect(said(ledger).join('；')).not.toContain('note');
  });

  test('an item whose project ends in a word for a total is an item', async () => {
    const ledger = await read('2010302 |  | 项目支出 | 30201 |  | 决算总计 | 一般公共预算 | 5 | 4');
    expect([said(ledger), ledger.rows.length]).toEqual([[], 1]);
  });
});

describe('a word for a total below 序号 and the like', () => {
  const PLAIN = '序号 | 功能科目 | 支出类型 | 经济科目 | 项目名称 | 资金来源 | 本年 | 上年 | 测算依据 | 备注';
  const readPlain = async (...rows: readonly string[]): Promise<Ledger> => {
    const edition = await editionById('xinjiang-2021');
    const lines = [
      PLAIN,
      '1 | 2010301 | 基本支出 | 30101 |  | 一般公共预算 | 12 | 11 | 合计3人',
      '2 | 2010302 | 项目支出 | 30201 | 网络维护 | 一般公共预算 | 5.5 | 4 | ',
      ...rows,
    ];
    const ledger = readLedger(workbook({ 台账: lines }), edition, catalogue(), { year: 2021 });
    if (!ledger) throw new Error('no ledger');
    return ledger;
  };

  test.each<[says: string, row: string, told: string]>([
    ['合计', '合计 |  |  |  |  |  | 17.5 | 15 | ', 'note total-row A4'],
    ['in another spelling', '总　计： |  |  |  |  |  | 17.5 | 15 | ', 'note total-row A4'],
    ['of a unit', '局本级小计 |  |  |  |  |  | 17.5 | 15 | ', 'note total-row A4'],
    ['of a fund', '小计 |  |  |  |  | 一般公共预算 | 17.5 | 15 | ', 'note total-row A4'],
    ['in the last column', ' |  |  |  |  |  | 17.5 | 15 | 合计', 'note total-row I4'],
    ['below 备注', ' |  |  |  |  |  | 17.5 | 15 |  | 合计', 'note total-row J4'],
    ['one that is wrong', '合计 |  |  |  |  |  | 18.5 | 15 | ', 'warning total-differs G4'],
    ['a 小计 that is wrong', '小计 |  |  |  |  |  | 17.5 | 16 | ', 'warning total-differs H4'],
  ])('%s: a row of totals', async (_says, row, told) => {
    const ledger = await readPlain(row);
    expect([said(ledger), ledger.rows.length]).toEqual([[told], 2]);
  });

  test.each<[says: string, row: string, told: string]>([
    [
      'how an amount was worked out',
      ' |  | 基本支出 | 30101 |  | 一般公共预算 | 3 | 3 | 合计3人',
      'error code-none B4',
    ],
    ['another remark', '3 |  | 基本支出 | 30101 |  | 一般公共预算 | 3 | 3 | 按上年', 'error code-none B4'],
  ])('%s is none', async (_says, row, told) => {
    const ledger = await readPlain(row);
    expect([said(ledger), ledger.rows.length]).toEqual([[told], 2]);
  });

  test('an item that has a code is one all the same', async () => {
    const ledger = await readPlain('3 | 2010302 | 项目支出 | 30202 | 网络维护 | 一般公共预算 | 3 | 3 | 小计');
    expect([said(ledger), ledger.rows.length]).toEqual([[], 3]);
  });
});

test.each([
  ['人员支出', '人员经费'],
  ['人员类项目', '人员经费'],
  ['基本', '人员经费'],
  ['基本支出（人员）', '人员经费'],
  ['基本支出（人员经费）', '人员经费'],
  ['特定目标类', '项目支出'],
  ['其他运转类项目', '项目支出'],
  ['项目', '项目支出'],
  ['特定目标', '项目支出'],
  ['特定目标类项目', '项目支出'],
  ['其他运转', '项目支出'],
  ['1-人员类', '人员经费'],
])('%s is a kind of expenditure', async (words, kind) => {
  const project = kind === '项目支出' ? '网络维护' : '';
  const ledger = await read(`2010301 |  | ${words} | 30101 |  | ${project} | 一般公共预算 | 5 | 4`);
  expect([said(ledger), ledger.rows.map((row) => row.kind)]).toEqual([[], [kind]]);
});

test.each(['运转类', '运转类项目', '2-运转类'])('%s may be two: which has to be written', async (words) => {
  const { findings } = await read(`2010301 |  | ${words} | 30201 |  |  | 一般公共预算 | 5 | 4`);
  expect(findings.map(({ facts }) => compileSentence(facts, 'zh-CN'))).toEqual([
    expect.stringContaining('分不清是公用经费还是其他运转类，请写明；这一行没有编入。'),
  ]);
});

test('of a word for no kind all are said', async () => {
  const { findings } = await read('2010301 |  | 经常性 | 30201 |  |  | 一般公共预算 | 5 | 4');
  expect(findings.map(({ facts }) => compileSentence(facts, 'zh-CN'))).toEqual([
    expect.stringContaining('可填：基本支出、人员经费、公用经费、项目支出、人员类、特定目标类、其他运转类；'),
  ]);
});

test.each(['运转类', '支出', '其他', '基本支出（项目）', '项目支出（人员）', '基本支出（其他）'])(
  '%s is none',
  async (words) => {
    expect(said(await read(`2010301 |  | ${words} | 30101 |  |  | 一般公共预算 | 5 | 4`))).toEqual([
      'error kind-unknown C2',
    ]);
  },
);

describe('words for the fund of a row', () => {
  test.each([
    ['一般公共预算财政拨款', '一般公共预算'],
    ['一般公共预算拨款收入', '一般公共预算'],
    ['财政拨款（一般公共预算）', '一般公共预算'],
    ['一般公共预算（经费拨款）', '一般公共预算'],
    ['政府性基金', '政府性基金预算'],
    ['政府性基金预算财政拨款', '政府性基金预算'],
    ['国有资本经营', '国有资本经营预算'],
    ['财政专户管理资金收入', '财政专户管理资金'],
    ['教育收费', '财政专户管理资金'],
    ['教育收费资金', '财政专户管理资金'],
    ['财政专户', '财政专户管理资金'],
    ['财政专户资金', '财政专户管理资金'],
    ['财政专户核拨资金', '财政专户管理资金'],
    ['纳入专户管理的教育收费', '财政专户管理资金'],
    ['非税收入（教育收费）', '财政专户管理资金'],
    ['教育收费（财政专户）', '财政专户管理资金'],
    ['事业收入', '事业收入'],
    ['其他', '其他收入'],
    ['1.一般公共预算', '一般公共预算'],
    ['111-一般公共预算资金', '一般公共预算'],
    ['11 一般公共预算资金', '一般公共预算'],
    ['[111]一般公共预算资金', '一般公共预算'],
    ['111一般公共预算资金', '一般公共预算'],
    ['单位资金-事业收入', '事业收入'],
    ['单位资金—其他收入', '其他收入'],
    ['3-单位资金-事业收入', '事业收入'],
    ['财政拨款-政府性基金预算', '政府性基金预算'],
    ['公共财政预算', '一般公共预算'],
    ['公共财政预算拨款', '一般公共预算'],
    ['教育专户', '财政专户管理资金'],
    ['教育专户资金', '财政专户管理资金'],
  ])('%s', async (words, fund) => {
    const ledger = await read(`2010302 |  | 项目支出 | 30201 |  | 网络维护 | ${words} | 5 | 4`);
    expect([said(ledger), ledger.rows.map((row) => row.fund)]).toEqual([[], [fund]]);
  });

  test.each([
    '财政拨款',
    '单位资金',
    '银行贷款',
    '预算',
    '收入',
    '一般公共预算（结转）',
    '一般公共预算（上年）',
    '一般公共预算-上年结转',
    '一般公共预算结转资金',
    '结转资金（一般公共预算）',
    '政府性基金-专项债券',
    '一般公共预算、政府性基金预算',
    '一般公共预算/政府性基金预算',
    '事业收入-其他收入',
  ])('%s is none', async (words) => {
    expect(said(await read(`2010302 |  | 项目支出 | 30201 |  | 网络维护 | ${words} | 5 | 4`))).toEqual([
      'error fund-unknown G2',
    ]);
  });
});

describe('a word for no fund', () => {
  const sentences = async (words: string): Promise<readonly string[]> => {
    const ledger = await read(`2010302 |  | 项目支出 | 30201 |  | 网络维护 | ${words} | 5 | 4`);
    return ledger.findings.map(({ facts }) => compileSentence(facts, 'zh-CN'));
  };

  test.each([
    ['一般公共预祘', '一般公共预算'],
    ['政府基金预算', '政府性基金预算'],
    ['本级一般公共预算资金', '一般公共预算'],
    ['学校教育收费', '财政专户管理资金'],
    ['其它收入', '其他收入'],
  ])('%s: %s is said to be nearest', async (words, nearest) => {
    expect(await sentences(words)).toEqual([
      expect.stringContaining(`的资金来源“${words}”认不出，最接近的是“${nearest}”，是的请改成它；`),
    ]);
  });

  test.each(['一般公共预算（结转）', '一般公共预算-上年结转'])('%s: it is of what was left over', async (words) => {
    expect(await sentences(words)).toEqual([expect.stringContaining('最接近的是“上年结余”')]);
  });

  test.each(['银行贷款', '财政拨款', '单位资金', '非税收入', '事业收入（教育收费）', '收入', '预算', '基金'])(
    '%s: none is near',
    async (words) => {
      expect(await sentences(words)).toEqual([expect.stringMatching(/认不出，可填：一般公共预算、/)]);
    },
  );
});

test.each(['[30201]办公费', '（30201）', '30201 办公费', '30201-办公费'])('%s is a code', async (code) => {
  const ledger = await read(`2010302 |  | 项目支出 | ${code} |  | 网络维护 | 一般公共预算 | 5 | 4`);
  expect([said(ledger), ledger.rows.map(({ economic }) => economic)]).toEqual([[], ['30201']]);
});
