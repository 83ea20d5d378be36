import type { FactsByCode } from '../../src/engine/finding/facts';
import type { LedgerProblem } from '../../src/engine/ledger/problem';

type Case = readonly [value: string, proposed?: string];

/** For each problem of a ledger what may stand there, and what is proposed. */
const CASES: Readonly<Record<LedgerProblem, readonly Case[]>> = {
  'code-none': [[''], ['', '2070108']],
  'code-malformed': [['30101'], ['群众文化', '2070109|2070199'], ['文化和旅游', '20701']],
  'code-unknown': [['2010333', '2010303机关服务'], ['2990101']],
  'code-unlisted': [
    ['2296003', '|用于体育事业的彩票公益金支出'],
    ['2296003', '2296002用于社会福利的彩票公益金支出|'],
    ['2296003', '2296004用于教育事业的彩票公益金支出|用于体育事业的彩票公益金支出'],
  ],
  'code-no-leaf': [['20103']],
  'code-other-name': [
    ['机关服务', '行政运行'],
    ['住房公积金', '行政运行|2210201'],
  ],
  'economic-none': [[''], ['', '30211']],
  'economic-unknown': [['30999', '30999其他基本建设支出'], ['办公'], ['差旅费', '30211'], ['商品和服务支出', '302']],
  'economic-unlisted': [['30298', '30299其他商品和服务支出'], ['30298']],
  'economic-government': [
    ['50103', '30113'],
    ['50501', ''],
    ['501', '30101|30102'],
  ],
  'economic-no-leaf': [['301']],
  'economic-other-name': [['津贴补贴', '基本工资|30102']],
  'economic-unplaced': [['39999', '公用经费']],
  'economic-other-kind': [['30101', '人员经费']],
  'kind-none': [['']],
  'kind-unknown': [
    ['经常性', '基本支出、人员经费、公用经费、项目支出、人员类、特定目标类、其他运转类|'],
    ['运转类', '基本支出、人员经费、公用经费、项目支出|公用经费、其他运转类'],
  ],
  'kind-by-project': [['工资支出']],
  'kind-of-name': [['人员经费']],
  'project-none': [['']],
  'project-of-basic': [['机房租用'], ['', 'usual']],
  'project-called-basic': [['人员经费']],
  'project-spelled': [['维修〔一期〕', '11|维修（一期）']],
  'fund-none': [[''], [''], ['', 'total']],
  'fund-unknown': [
    ['借款', '一般公共预算、政府性基金预算|'],
    [
      '借款',
      '一般公共预算、政府性基金预算、国有资本经营预算、财政专户管理资金、事业收入、其他收入、上年结余、上级补助收入|',
    ],
    ['政府基金预算', '一般公共预算、政府性基金预算|政府性基金预算'],
    ['单位资金', '一般公共预算、政府性基金预算||one'],
  ],
  'amount-none': [['']],
  'amount-unreadable': [['约12'], ['约12', 'one']],
  'amount-merged': [['12'], ['12', 'one'], ['12', '|本年、上年'], ['12', 'one|一般公共预算、政府性基金']],
  negative: [['-3.5']],
  'now-none': [[''], ['', 'fund']],
  'unit-of-row': [
    ['3124500', '312.45|万元|now'],
    ['298.1', '2981000|元|before'],
  ],
  'unit-of-column': [
    ['', 'large|万元|now'],
    ['', 'small|元|before'],
  ],
  'unit-of-all': [['whole'], ['huge']],
  'unit-assumed': [['large'], ['least'], ['huge']],
  'unit-other': [['千元']],
  twice: [['9']],
  'total-row': [['合计']],
  'total-differs': [
    ['小计', '3674785|3674758|27|元'],
    ['', '100|90|10|万元'],
  ],
  'class-row': [['20103']],
  'text-row': [[''], ['']],
  merged: [['A2:A4'], ['A2:A4|A5:A6|A7:A8|A9:A10|A11:A12|A13:A14|A15:A16|A17:A18|A19:A20']],
  'hidden-rows': [[''], ['']],
  'hidden-columns': [['项目名称'], ['项目名称|资金来源']],
  rounded: [
    ['2', '万元'],
    ['2', '元'],
  ],
  'rounded-away': [
    ['宣传用品', '万元'],
    ['宣传用品', '元'],
  ],
  'department-found': [['平川县教育局', '平川县教育局2026年部门预算台账']],
  'department-of-rows': [['平川县教育局']],
  'year-found': [['2026'], ['2026', '2026年部门预算台账']],
  'year-conflict': [
    ['2026年预算数|2025年预算数', '2021|单位情况!C4|2026'],
    ['2025年预算数', '2026||'],
  ],
  'year-unclear': [['2026年|2024年']],
  'year-of-title': [['2026年部门预算台账', '2026|2027']],
  'column-unused': [['2024年预算数']],
  'column-unknown': [['基数|其中：政府采购'], ['基数', 'before-none']],
  'funds-said': [['一般公共预算|政府性基金预算|事业收入']],
  'fund-other': [['事业收入', '一般公共预算|政府性基金预算']],
  'before-undivided': [['']],
  'column-missing': [
    ['fund', '功能科目、支出类型、经济科目、本年'],
    ['now', '功能科目、支出类型、经济科目、资金来源'],
  ],
  'column-twice': [['now']],
  'before-taken': [
    ['2025年明细', '|2026年明细'],
    ['2025年明细', '河口镇人民政府、河口乡人民政府|2026年明细'],
  ],
  'before-unused': [
    ['2025年明细', '|2026年明细'],
    ['2025年明细', 'own|2026年明细'],
    ['2025年明细', 'several|2026年明细'],
  ],
  'other-year': [['2024年明细', '2024|2026年明细']],
  'second-ledger': [['台账2', '|台账']],
};

export const ledgerExamples: readonly FactsByCode['ledger'][] = Object.entries(CASES).flatMap(([problem, cases]) =>
  cases.map(([value, proposed], index) => ({
    problem: problem as LedgerProblem,
    place: {
      cell: { sheet: '台账', row: 8, column: 2 },
      table: '台账',
      ...(problem === 'column-missing' || problem === 'second-ledger' ? {} : { column: '功能科目' }),
    },
    count: index === 0 ? 1 : 12,
    rows:
      index === 0
        ? [[8, 8]]
        : [
            [8, 8],
            [10, 20],
          ],
    value,
    ...(proposed === undefined ? {} : { proposed }),
  })),
);

/** That a ledger was passed over: for each reason that makes it unreliable, and for those that the tables give. */
export const unusedExamples: readonly FactsByCode['ledger-unused'][] = [
  ...ledgerExamples.map(({ problem, place, value, proposed }, index) => ({
    sheet: '台账',
    place,
    why: problem,
    value,
    against: proposed ?? '',
    also: Array.from({ length: index % 7 }, (_, row) => ({ sheet: '台账', row: 10 + row, column: 7 })),
    leftOut: index % 4 === 3 ? [[8, 8] as const, ...(index % 8 === 3 ? [] : [[10, 12] as const])] : [],
  })),
  ...(
    [
      ['edition', '普陀2026单位版', '新疆2021版'],
      ['department', '高山县交通局', '平川县教育局'],
      ['year', '2022', '2021'],
      ['another', '台账2', ''],
    ] as const
  ).map(([why, value, against]) => ({
    sheet: '台账',
    place: { cell: { sheet: '单位情况', row: 2, column: 2 }, table: '单位情况', row: '部门名称' },
    why,
    value,
    against,
    also: [],
    leftOut: [],
  })),
];
