import { checkSnapshot } from '../../../src/commands/check';
import { workbook } from '../../notation';
import { lineOf } from './run';
import { changed, form, sound, withLines } from './sound';

const GOAL = '完成供水管网改造，保障居民用水安全。';

/** The sound department with 20 of a government fund for a project, 供水管网改造, which only the fund's table covers, by code. */
const withFund: Readonly<Record<string, readonly string[]>> = {
  ...sound,
  表九: withLines(sound['表九'] ?? [], {
    6: "'212 |  |  | 城乡社区支出 | 20.00 |  | 20.00",
    7: "'212 | 08 |  | 国有土地使用权出让收入安排的支出 | 20.00 |  | 20.00",
    8: "'212 | 08 | 01 | 征地和拆迁补偿支出 | 20.00 |  | 20.00",
    9: ' |  |  | 合计 | 20.00 |  | 20.00',
  }),
  绩效3: form('供水管网改造', '20', GOAL),
};

/** What is said of projects, their amounts and their sum. */
async function said(changes: Parameters<typeof changed>[0]): Promise<readonly string[]> {
  const { findings } = await checkSnapshot(workbook({ ...changed({ ...withFund, ...changes }) }));
  const rules = ['p-amount', 'c-performance-total', 'c-performance-project'];
  // The reasons are long, and those of the edition.
  return findings
    .filter(({ rule }) => rules.includes(rule))
    .map((finding) => lineOf(finding).replace(/(?<=。).+。$/, ''));
}

interface Case {
  readonly what: string;
  readonly wrong: Parameters<typeof changed>[0];
  readonly says: readonly string[];
}

const cases: readonly Case[] = [
  { what: 'what agrees', wrong: {}, says: [] },
  {
    what: 'a project with money of both funds',
    wrong: { 绩效1: form('馆藏档案数字化', '45', GOAL), 绩效3: undefined },
    says: [],
  },
  {
    what: 'less than the general public budget gives the project',
    wrong: { 绩效1: form('馆藏档案数字化', '5', GOAL) },
    says: [
      'error 绩效1!B6 表七!F7 绩效“馆藏档案数字化”财政拨款5.00万元，小于表七“馆藏档案数字化”项目支出合计的25.00，少20.00。',
      'warning 绩效1!B6 绩效2!B6 绩效3!B6 表五!G10 表九!G9 绩效“馆藏档案数字化”财政拨款等3项之和为40.00万元，表五“合计”项目支出等2项之和为60.00，相差20.00。',
    ],
  },
  {
    what: 'more than all projects have together',
    wrong: { 绩效3: form('供水管网改造', '26', GOAL) },
    says: [
      'warning 绩效1!B6 绩效2!B6 绩效3!B6 表五!G10 表九!G9 绩效“馆藏档案数字化”财政拨款等3项之和为66.00万元，表五“合计”项目支出等2项之和为60.00，相差6.00。',
      'warning 绩效3!B3 “供水管网改造”有绩效目标表，表七没有这个项目。',
    ],
  },
  {
    what: 'a project that no table has, beside one of the fund',
    wrong: { 绩效4: form('消防设施更新', '7', GOAL) },
    says: [
      'warning 绩效1!B6 绩效2!B6 绩效3!B6 绩效4!B6 表五!G10 表九!G9 绩效“馆藏档案数字化”财政拨款等4项之和为67.00万元，表五“合计”项目支出等2项之和为60.00，相差7.00。',
      'warning 绩效4!B3 “消防设施更新”有绩效目标表，表七没有这个项目。',
    ],
  },
  {
    what: 'several projects that have together what the fund has',
    wrong: { 绩效3: undefined, 绩效4: form('消防设施更新', '5', GOAL), 绩效5: form('应急预案编制', '15', GOAL) },
    says: [],
  },
];

test.each<readonly [string, string, readonly string[]]>([
  ['more than the tables of projects have may be state capital', '50', []],
  [
    'less cannot be',
    '15',
    [
      'warning 绩效1!B6 绩效2!B6 绩效3!B6 表五!G10 表九!G9 绩效“馆藏档案数字化”财政拨款等3项之和为55.00万元，小于至少应有的60.00，少5.00。',
    ],
  ],
])('beside state capital, of which no table tells what is for projects: %s', async (_, funds, expected) => {
  const 表四 = withLines(sound['表四'] ?? [], {
    4: '项目 | 合计 | 功能分类 | 合计 | 一般公共预算 | 政府性基金预算 | 国有资本经营预算',
    8: '国有资本经营预算 | 30.00 | 223 国有资本经营预算支出 | 30.00 |  |  | 30.00',
    9: '收入总计 | 130.00 | 支出总计 | 130.00 | 100.00 |  | 30.00',
  });
  expect(await said({ 表四, 绩效3: form('供水管网改造', funds, GOAL) })).toEqual(expected);
});

test.each(cases)('beside a government fund: $what', async ({ wrong, says }) => {
  expect(await said(wrong)).toEqual(says);
});
