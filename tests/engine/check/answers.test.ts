import { checkSnapshot, editionById } from '../../../src/commands/check';
import { compileWorkbook } from '../../../src/commands/compile';
import { createLiveCheck } from '../../../src/commands/live-check';
import { findingSentence } from '../../../src/i18n/catalogue';
import { addressOf } from '../../../src/engine/snapshot/address';
import { afterCompiling } from '../../fixtures/compiled';
import { sheet, type FixtureRow } from '../../fixtures/sheet';
import { withValues } from '../../fixtures/edit';
import { sample } from '../../fixtures/sample';
import { workbook } from '../../notation';

type Answer = readonly [group: string, label: string, value: string | number | null];

/** The sample with a sheet in which this is answered, in this order from row 3 on. */
const withAnswers = (...answers: readonly Answer[]) => ({
  ...sample,
  sheets: [
    ...sample.sheets,
    sheet(
      '单位情况',
      [],
      [
        [2, '类别', '事项', '内容', '计量单位'],
        ...answers.map(([group, label, value], index): FixtureRow => [index + 3, group, label, value]),
      ],
    ),
  ],
});

/** What is found in the answers: severity, cells, sentence. */
async function found(...answers: readonly Answer[]): Promise<readonly string[]> {
  const { findings } = await checkSnapshot(withAnswers(...answers));
  return findings
    .filter(({ rule }) => rule === 'f-answers')
    .map(({ severity, cells, facts }) =>
      [severity, cells.map(addressOf).join(' '), findingSentence(facts, 'zh-CN')].join(' | '),
    );
}

const procurement = (goods: Answer[2], smaller: Answer[2], smallest: Answer[2]): readonly Answer[] => [
  ['政府采购', '货物预算', goods],
  ['政府采购', '工程预算', '无'],
  ['政府采购', '服务预算', 10],
  ['政府采购', '面向中小企业预留', smaller],
  ['政府采购', '其中面向小微企业预留', smallest],
];

describe('a part is no more than its whole', () => {
  test('procurement for small firms', async () => {
    expect(await found(...procurement(20, 12.5, 26.2))).toEqual([
      'warning | 单位情况!C7 单位情况!C6 | 单位情况“其中面向小微企业预留”填的是26.20万元，多于“面向中小企业预留”的12.50万元。预留给小微企业的包含在预留给中小企业的之内，两处不能都对，请核对。',
    ]);
  });

  test('and of all procurement, which is a sum of three answers', async () => {
    expect(await found(...procurement(20, 30.01, 26.2))).toEqual([
      'warning | 单位情况!C6 单位情况!C3 单位情况!C4 单位情况!C5 | 单位情况“面向中小企业预留”填的是30.01万元，多于“货物预算”“工程预算”“服务预算”之和的30.00万元。预留给中小企业的是政府采购预算的一部分，两处不能都对，请核对。',
    ]);
  });

  test('units below that are agencies, with nobody below', async () => {
    const answers: readonly Answer[] = [
      ['机构设置', '下属预算单位数', '无'],
      ['机关运行经费', '下属行政单位数', 2],
      ['机关运行经费', '下属参公事业单位数', 1],
    ];
    expect(await found(...answers)).toEqual([
      expect.stringContaining('“下属行政单位数”“下属参公事业单位数”之和为3家，多于“下属预算单位数”的0个'),
    ]);
  });

  test.each<[why: string, answers: readonly Answer[]]>([
    ['as much', procurement(20, 30, 30)],
    ['one is open', procurement('', 40, 30)],
    ['one cannot be read', procurement('待定', 40, 30)],
    ['none at all', procurement('无', '无', '无')],
  ])('nothing is said where %s', async (_why, answers) => {
    expect(await found(...answers)).toEqual([]);
  });
});

describe('as many names as there are', () => {
  const units = (count: Answer[2], names: Answer[2]): readonly Answer[] => [
    ['机构设置', '下属预算单位数', count],
    ['机构设置', '下属预算单位名称', names],
  ];

  test.each<[count: Answer[2], names: string]>([
    [3, '甲中心、乙中心'],
    [3, '甲中心，乙中心，丙中心、丁中心'],
    [0, '甲中心'],
    [2, '无'],
    [1, '甲中心和乙中心、丙中心'],
  ])('%s: %s', async (count, names) => {
    expect(await found(...units(count, names))).toHaveLength(1);
  });

  test('says both', async () => {
    expect(await found(...units(3, '甲中心、乙中心'))).toEqual([
      'warning | 单位情况!C3 单位情况!C4 | 单位情况“下属预算单位数”填的是3个，“下属预算单位名称”列了2个名称。下属预算单位的个数与所列名称的个数相同，两处不能都对，请核对。',
    ]);
  });

  test.each<[count: Answer[2], names: string]>([
    [2, '甲中心、乙中心'],
    [2, '甲中心；乙中心。'],
    [2, '1.甲中心\n2.乙中心'],
    [2, '（一）甲中心\n（二）乙中心'],
    [2, '甲中心和乙中心'],
    [1, '文化和旅游服务中心'],
    [2, '甲中心（含一科、二科）、乙中心'],
    [9, '甲中心、乙中心等9家单位'],
    [9, '甲中心、乙中心等'],
    ['无', '无'],
    [2, ''],
  ])('%s fits %s', async (count, names) => {
    expect(await found(...units(count, names))).toEqual([]);
  });
});

describe('an answer is no more than the tables have', () => {
  const operating = (value: Answer[2]): readonly Answer[] => [
    ['机关运行经费', '本级是否行政或参公单位', '是'],
    ['机关运行经费', '机关运行经费', value],
  ];
  test.each<readonly [string, readonly Answer[], readonly string[]]>([
    [
      'the running cost of agencies',
      operating(179.42),
      [
        'warning | 单位情况!C4 表六!F29 | 单位情况“机关运行经费”填的是179.42万元，多于表六“一般公共预算公用经费”的179.41万元。机关运行经费一般由一般公共预算的公用经费安排，请核对。',
      ],
    ],
    ['and as much as there is', operating(179.41), []],
    [
      'procurement',
      procurement(2000, 5, 5),
      [
        'warning | 单位情况!C3 单位情况!C4 单位情况!C5 表一!D37 | 单位情况“货物预算”“工程预算”“服务预算”之和为2,010.00万元，多于表一“支出总计”的1,423.62万元。政府采购预算是部门支出预算的一部分，两处不能都对，请核对。',
      ],
    ],
    ['and less', procurement(1000, 5, 5), []],
    [
      'people, and no posts at all',
      [
        ['人员情况', '编制数', '无'],
        ['人员情况', '在职人数', 41],
      ],
      [
        'warning | 单位情况!C4 单位情况!C3 | 单位情况“在职人数”填的是41人，“编制数”却是0名。有在职人员的一般有编制，请核对。',
      ],
    ],
    [
      'people, and posts that nobody has answered',
      [
        ['人员情况', '编制数', null],
        ['人员情况', '在职人数', 41],
      ],
      [],
    ],
    [
      'many more people than posts',
      [
        ['人员情况', '编制数', 20],
        ['人员情况', '在职人数', 41],
      ],
      [
        'warning | 单位情况!C4 单位情况!C3 | 单位情况“在职人数”填的是41人，多于“编制数的2倍”的40名。在职人数一般不超过编制数，请核对。',
      ],
    ],
    [
      'some more people than posts',
      [
        ['人员情况', '编制数', 20],
        ['人员情况', '在职人数', 40],
      ],
      [],
    ],
    [
      'no cars, while there is what it costs to run them',
      [
        ['国有资产', '一般公务用车数量', '无'],
        ['国有资产', '执法执勤用车数量', '无'],
        ['国有资产', '其他车辆数量', 0],
      ],
      [
        'warning | 表八!E6 单位情况!C3 单位情况!C4 单位情况!C5 | 表八“公务用车运行费”为89.84万元，单位情况“一般公务用车数量”“执法执勤用车数量”“其他车辆数量”却都是0辆。有公务用车运行费的一般有车辆，请核对。',
      ],
    ],
    [
      'some cars',
      [
        ['国有资产', '一般公务用车数量', 1],
        ['国有资产', '执法执勤用车数量', '无'],
        ['国有资产', '其他车辆数量', 0],
      ],
      [],
    ],
  ])('%s', async (_, answers, sentences) => {
    expect(await found(...answers)).toEqual(sentences);
  });

  test('cars to be bought are no less than those of the three public expenses', async () => {
    const bought = (value: Answer[2]) => withAnswers(['国有资产', '本年安排购置车辆经费', value]);
    const told = async (value: Answer[2]) =>
      (await checkSnapshot(withValues(bought(value), { '表八!D6': 30 }))).findings.flatMap(({ rule, facts }) =>
        rule === 'f-answers' ? [findingSentence(facts, 'zh-CN')] : [],
      );
    expect(await told(30)).toEqual([]);
    expect(await told('无')).toEqual([
      '表八“公务用车购置费”为30.00万元，多于单位情况“本年安排购置车辆经费”的0.00万元。公务用车购置费是本年安排购置车辆经费的一部分，两处不能都对，请核对。',
    ]);
  });
});

describe('the running cost of agencies where no 公用经费 is arranged', () => {
  const toldOf = async (...rows: readonly string[]): Promise<readonly string[]> => {
    const ledger = workbook({
      台账: [
        '编制单位：青禾县民政局 | 单位：万元',
        '功能科目 | 支出类型 | 经济科目 | 项目名称 | 资金来源 | 2026年预算数',
        ...rows,
      ],
      单位情况: {
        lines: [
          '类别 | 事项 | 内容',
          '机关运行经费 | 本级是否行政或参公单位 | 是',
          '机关运行经费 | 机关运行经费 | 35.2',
        ],
        ours: true,
      },
    });
    const result = await compileWorkbook(ledger, {});
    if (!result.ok) throw new Error(result.because);
    const { findings } = await checkSnapshot(afterCompiling(ledger, result));
    return findings.flatMap(({ rule, facts }) => (rule === 'f-answers' ? [findingSentence(facts, 'zh-CN')] : []));
  };
  const SAID = /“机关运行经费”填的是35\.20万元，多于表[五六]“一般公共预算公用经费”的0\.00万元。/;

  test.each<[why: string, row: string]>([
    ['all of it is for people', '2080201 | 基本支出 | 30101 | | 一般公共预算 | 100'],
    ['all of it is for projects', '2080299 | 项目支出 | 30201 | 社区服务 | 一般公共预算 | 100'],
  ])('is found where %s', async (_why, row) => {
    expect(await toldOf(row)).toEqual([expect.stringMatching(SAID)]);
  });
});

test('a value is of something that is there', async () => {
  const cars: readonly Answer[] = [
    ['国有资产', '执法执勤用车数量', '无'],
    ['国有资产', '执法执勤用车价值', 3],
  ];
  expect(await found(...cars)).toEqual([
    'warning | 单位情况!C4 单位情况!C3 | 单位情况“执法执勤用车价值”填的是3.00万元，“执法执勤用车数量”却是0辆。有车辆价值的应有车辆，两处不能都对，请核对。',
  ]);
});

test('running cost of agencies is of some agency', async () => {
  const answers = (own: string, below: Answer[2]): readonly Answer[] => [
    ['机关运行经费', '下属行政单位数', '无'],
    ['机关运行经费', '下属参公事业单位数', below],
    ['机关运行经费', '本级是否行政或参公单位', own],
    ['机关运行经费', '机关运行经费', 12.5],
  ];
  expect(await found(...answers('否', '无'))).toEqual([
    'warning | 单位情况!C6 单位情况!C5 单位情况!C3 单位情况!C4 | 单位情况“机关运行经费”填的是12.50万元，“本级是否行政或参公单位”却填的是“否”，“下属行政单位数”“下属参公事业单位数”都是0家。机关运行经费是行政单位和参照公务员法管理的事业单位的，两处不能都对，请核对。',
  ]);
  expect([await found(...answers('是', '无')), await found(...answers('否', 1))]).toEqual([[], []]);
});

describe('a department that is new has no last year', () => {
  const isNew: Answer = ['基本信息', '是否本年新设立', '是'];

  test('among its answers', async () => {
    expect(await found(isNew, ['人员', '上年在职人数', 28], ['人员', '上年退休人数', '无'])).toEqual([
      'warning | 单位情况!C4 单位情况!C3 | 单位情况“上年在职人数”填的是28人，“是否本年新设立”却是“是”。本年新设立的没有上年数，两处不能都对，请核对。',
    ]);
  });

  test('and in the sheet of last year’s figures', async () => {
    const prior = sheet(
      '上年数',
      [],
      [
        [2, '表', '编码', '名称', '口径', '上年数'],
        [3, '表一', '', '收入总计', '', '0'],
        [4, '表三', '', '合计', '合计', 90.5],
      ],
    );
    const workbook = withAnswers(isNew);
    const { findings } = await checkSnapshot({ ...workbook, sheets: [...workbook.sheets, prior] });
    expect(
      findings.filter(({ rule }) => rule === 'f-answers').map(({ facts }) => findingSentence(facts, 'zh-CN')),
    ).toEqual([
      '上年数“表三合计”填的是90.50万元，“是否本年新设立”却是“是”。本年新设立的没有上年数，两处不能都对，请核对。',
    ]);
  });
});

describe('what a project’s money is used for is no more than the project', () => {
  // 机场设施租用费: 60.00
  const use = (allocation: string): Answer => ['项目：机场设施租用费', '资金分配情况', allocation];

  test('the amounts named come to more', async () => {
    const [one = '', ...others] = await found(use('文稿起草30.00万元，督查40.00万元'));
    expect(others).toEqual([]);
    expect(one).toContain(
      '单位情况“机场设施租用费·资金分配情况”写到的金额为70.00万元，多于绩效2“机场设施租用费”的60.00万元',
    );
  });

  test.each([
    '文稿起草30.00万元，督查20.00万元',
    '业务工作60.00万元，其中：文稿起草30.00万元、督查20.00万元',
    '按市委要求使用',
    '业务工作约60万元',
  ])('fits: %s', async (allocation) => {
    expect(await found(use(allocation))).toEqual([]);
  });
});

test('is told and goes as answers are changed while the workbook is open', async () => {
  const live = createLiveCheck();
  const count = async (smallest: number): Promise<number | undefined> =>
    (await live.check(withAnswers(...procurement(20, 12.5, smallest))))?.findings.filter(
      ({ rule }) => rule === 'f-answers',
    ).length;
  expect([await count(3), await count(26.2), await count(12.5)]).toEqual([0, 1, 0]);
});

test('an edition without such relations says nothing; the relations of this one are understood', async () => {
  const { text } = await editionById('xinjiang-2021');
  expect(text?.relations.map(({ declared }) => declared.says)).toContain('procurementSmallest <= procurementSmaller');
  expect((await editionById('shanghai-putuo-2026-unit')).text?.relations ?? []).toEqual([]);
});

describe('of equipment above 100万元 there is no more than above 50万元', () => {
  test.each([
    ['50万元以上大型设备数量', '100万元以上大型设备数量'],
    ['本年购置50万元以上大型设备数量', '本年购置100万元以上大型设备数量'],
  ])('%s', async (above50, above100) => {
    const answers = (fewer: number, more: number) => found(['国有资产', above50, fewer], ['国有资产', above100, more]);
    expect(await answers(1, 2)).toEqual([
      `warning | 单位情况!C4 单位情况!C3 | 单位情况“${above100}”填的是2台（套），多于“${above50}”的1台（套）。50万元以上的设备包括100万元以上的，请核对。`,
    ]);
    expect(await answers(2, 2)).toEqual([]);
  });
});

describe('a reason that speaks against its change', () => {
  const reasons = (now: number, before: number, reason: string) => ({
    ...sample,
    sheets: [
      ...sample.sheets,
      sheet(
        '增减原因',
        [],
        [
          [2, '说明部分', '事项', '本年', '上年', '主要原因'],
          [3, '三、支出预算', '基本支出', now, before, reason],
        ],
      ),
    ],
  });
  const said = async (now: number, before: number, reason: string): Promise<readonly string[]> =>
    (await checkSnapshot(reasons(now, before, reason))).findings
      .filter(({ rule }) => rule === 'f-reason')
      .map(
        ({ severity, cells, facts }) =>
          `${severity} ${cells.map(addressOf).join(' ')} ${findingSentence(facts, 'zh-CN')}`,
      );

  test('is told by its cell', async () => {
    expect(await said(10, 12, '人员增加')).toEqual([
      'warning 增减原因!E3 三、支出预算“基本支出”比上年减少，原因写的却是“人员增加”，方向不一致，文中照写，请核对。',
    ]);
  });

  test('once where the same words were copied to several rows, each other reason by itself', async () => {
    const rows: readonly FixtureRow[] = [
      [3, '三、支出预算', '基本支出', 10, 12, '人员增加'],
      [4, '三、支出预算', '项目支出', 20, 25, '人员增加'],
      [5, '三、支出预算', '合计', 40, 37, '人员增加'],
      [6, '五、一般公共预算', '基本支出', 10, 12, '人员增加'],
      [7, '五、一般公共预算', '项目支出', 20, 25, '标准提高'],
    ];
    const copied = {
      ...sample,
      sheets: [...sample.sheets, sheet('增减原因', [], [[2, '说明部分', '事项', '本年', '上年', '主要原因'], ...rows])],
    };
    const { findings } = await checkSnapshot(copied);
    expect(
      findings
        .filter(({ rule }) => rule === 'f-reason')
        .map(({ cells, facts }) => `${cells.map(addressOf).join(' ')} ${findingSentence(facts, 'zh-CN')}`),
    ).toEqual([
      '增减原因!E3 增减原因!E4 增减原因!E6 三、支出预算“基本支出”等3处比上年减少，原因写的却是“人员增加”，方向不一致，文中照写，请核对。',
      '增减原因!E7 五、一般公共预算“项目支出”比上年减少，原因写的却是“标准提高”，方向不一致，文中照写，请核对。',
    ]);
  });

  test.each([
    [12, 10, '人员增加'],
    [10, 10, '人员增加'],
    [10, 12, '上年增加了一次性支出'],
    [10, 12, '略'],
  ])('not where it may be right: %d, %d, %s', async (now, before, reason) => {
    expect(await said(now, before, reason)).toEqual([]);
  });
});
