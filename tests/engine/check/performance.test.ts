import { workbook } from '../../notation';
import { says } from './run';
import { changed, form } from './sound';

interface Case {
  readonly rule: string;
  readonly what: string;
  readonly wrong: Parameters<typeof changed>[0];
  readonly says: readonly string[];
}

/** A row of the table of projects. */
const row = (name: string, amount: string): string =>
  `'201 | 03 | 02 | 一般行政管理事务 | ${name} | ${amount} |  | ${amount}`;

const cases: readonly Case[] = [
  {
    rule: 'p-blank',
    what: 'unit and funds',
    wrong: { 绩效1: { 4: '预算单位', 5: '项目资金（万元） | 年度资金总额：', 6: ' | 其中：财政拨款：' } },
    says: [
      'error 绩效1!B4 绩效“馆藏档案数字化”预算单位空着，请填写。',
      'error 绩效1!B5 绩效“馆藏档案数字化”年度资金总额空着，请填写。',
    ],
  },
  {
    rule: 'p-blank',
    what: 'the unit of all, which nobody said: once; funds each by itself',
    wrong: {
      绩效1: { 4: '预算单位', 5: '项目资金（万元） | 年度资金总额：', 6: ' | 其中：财政拨款：' },
      绩效2: { 4: '预算单位' },
    },
    says: [
      'error 绩效1!B4 绩效2!B4 绩效“馆藏档案数字化”等2张表的预算单位都空着，请填写。',
      'error 绩效1!B5 绩效“馆藏档案数字化”年度资金总额空着，请填写。',
    ],
  },
  {
    rule: 'p-blank',
    what: 'the project',
    wrong: { 绩效1: { 3: '项目名称 | 　' } },
    says: ['error 绩效1!B3 绩效“绩效1”项目名称空着，请填写。'],
  },
  {
    rule: 'p-dates',
    what: 'last year in the value and in the name',
    wrong: { 绩效1: { 13: ' |  | 时效指标 | 2020年1月1日 | 2020年12月31日' } },
    says: [
      'error 绩效1!D13 绩效1!E13 绩效“馆藏档案数字化”时效指标写的是“2020年1月1日”“2020年12月31日”，不在2021年度。',
    ],
  },
  {
    rule: 'p-dates',
    what: 'a project that goes on',
    wrong: { 绩效1: { 13: ' |  | 时效指标 | 起止时间 | 2021年1月至2023年12月' } },
    says: [
      'warning 绩效1!E13 绩效“馆藏档案数字化”时效指标写有“2023年12月”，超出2021年度。跨年项目请核实本年度的目标。',
    ],
  },
  {
    rule: 'p-kinds',
    what: 'quality without words, no effect at all',
    wrong: { 绩效1: { 12: ' |  | 质量指标 | 　', 15: ' | 项目效益 | 社会效益指标' } },
    says: ['warning 绩效1!C12 绩效“馆藏档案数字化”缺“质量指标”“效益指标”。'],
  },
  {
    rule: 'p-kinds',
    what: 'one effect is enough',
    wrong: { 绩效1: { 15: ' | 项目效益 | 可持续影响指标 | 长期利用 | 有所提升' } },
    says: [],
  },
  {
    rule: 'p-value',
    what: 'names without a value',
    wrong: {
      绩效1: {
        11: ' | 项目完成 | 数量指标 | 完成数量(卷)',
        13: ' |  | 时效指标 | 2021年12月31日',
        14: ' |  | 成本指标 | 项目总成本 | =25万元',
      },
    },
    says: ['warning 绩效1!E11 绩效“馆藏档案数字化”的“完成数量（卷）”没有填指标值。'],
  },
  {
    rule: 'p-cost',
    what: 'more than the funds',
    wrong: {
      绩效1: { 14: ' |  | 成本指标 | 项目总成本 | ≤35万元' },
      绩效2: { 14: ' |  | 成本指标 | 设备购置 | 160000元' },
    },
    says: [
      'warning 绩效1!E14 绩效“馆藏档案数字化”的成本指标“项目总成本”为35.00万元，大于项目资金25.00。',
      'warning 绩效2!E14 绩效“库房恒温改造”的成本指标“设备购置”为16.00万元，大于项目资金15.00。',
    ],
  },
  {
    rule: 'p-cost',
    what: 'what one of them costs',
    wrong: { 绩效1: { 14: ' |  | 成本指标 | 扫描每卷成本 | ≤350000元' } },
    says: [],
  },
  {
    rule: 'p-life',
    what: 'the total of three years as the year’s funds',
    wrong: {
      绩效1: {
        4: '预算单位 | 云州市档案馆 | 实施期资金总额：25万元',
        13: ' |  | 时效指标 | 起止时间 | 2021年1月至2023年12月',
      },
    },
    says: [
      'warning 绩效1!B5 绩效1!C4 绩效“馆藏档案数字化”的年度资金与多年总额同为25.00万元，疑似把总额填成了年度资金。',
    ],
  },
  {
    rule: 'p-life',
    what: 'a project of one year',
    wrong: { 绩效1: { 4: '预算单位 | 云州市档案馆 | 实施期资金总额 | 25' } },
    says: [],
  },
  {
    rule: 'p-operator',
    what: 'signs that point the wrong way',
    wrong: { 绩效1: { 12: ' |  | 质量指标 | 差错率 | ≥5%', 16: ' | 满意度指标 | 满意度指标 | 查档群众满意度 | ≤95%' } },
    says: [
      'note 绩效1!E12 绩效“馆藏档案数字化”的“差错率”指标值为“≥5%”，方向可能写反，请核实。',
      'note 绩效1!E16 绩效“馆藏档案数字化”的“查档群众满意度”指标值为“≤95%”，方向可能写反，请核实。',
    ],
  },
  {
    rule: 'p-operator',
    what: 'faults that are mended',
    wrong: { 绩效1: { 12: ' |  | 质量指标 | 故障排除率 | ≥95%' } },
    says: [],
  },
  {
    rule: 'p-copied',
    what: 'the same goal',
    wrong: { 绩效2: { 9: ' | 完成全年馆藏档案数字化扫描任务，建立可检索的目录数据库！' } },
    says: ['note 绩效2!B9 绩效1!B9 绩效“馆藏档案数字化”与绩效“库房恒温改造”的目标文字相同，疑似照抄。'],
  },
  {
    rule: 'p-copied',
    what: 'the same goal in several: once, each group by itself',
    wrong: {
      绩效2: { 9: ' | 完成全年馆藏档案数字化扫描任务，建立可检索的目录数据库！' },
      绩效3: form('电子屏租赁', '5', '完成全年馆藏档案数字化扫描任务，建立可检索的目录数据库。'),
      绩效4: form('消防设施更新', '5', '更新库房消防设施，消除档案保管中的安全隐患，保证安全。'),
      绩效5: form('安防设施更新', '6', '更新库房消防设施，消除档案保管中的安全隐患，保证安全。'),
      绩效6: form('窗帘更换', '5', '完成全年馆藏档案数字化扫描任务，建立可检索的目录数据库。'),
    },
    says: [
      'note 绩效2!B9 绩效1!B9 绩效3!B9 绩效6!B9 绩效“馆藏档案数字化”“库房恒温改造”“电子屏租赁”等4项的目标文字相同，疑似照抄。',
      'note 绩效5!B9 绩效4!B9 绩效“消防设施更新”与绩效“安防设施更新”的目标文字相同，疑似照抄。',
    ],
  },
  {
    rule: 'c-performance-project',
    what: 'another name',
    wrong: { 绩效2: { 3: '项目名称 | 消防设施更新' } },
    says: [
      'warning 表七!E8 绩效2!B3 绩效“消防设施更新”与表七第8行“库房恒温改造”金额相同（15.00万元），像是同一个项目改了名。请统一名称。',
    ],
  },
  {
    rule: 'c-performance-project',
    what: 'another name and another amount: another project',
    wrong: { 绩效2: form('消防设施更新', '16', '对库房加装恒温设备，改善保存条件。') },
    says: [
      'warning 绩效2!B3 “消防设施更新”有绩效目标表，表七没有这个项目。',
      'warning 表七!F8 表七有项目“库房恒温改造”，没有它的绩效目标表。',
    ],
  },
  {
    rule: 'c-performance-project',
    what: 'other names of two projects with the same amount, of which one is alike',
    wrong: {
      表七: { 7: row('档案数字化加工', '15'), 8: row('库房恒温改造', '15') },
      绩效1: form('档案数字化加工费', '15', '完成全年馆藏档案数字化扫描任务，建立目录数据库。'),
      绩效2: form('库房恒温设备改造', '15', '对库房加装恒温设备，改善保存条件。'),
    },
    says: [
      'note 绩效1!B3 表七!E7 绩效目标表的“档案数字化加工费”，表七写作“档案数字化加工”，看作同一个项目。照这样公开是两个名称，请统一。',
      'warning 表七!E8 绩效2!B3 绩效“库房恒温设备改造”与表七第8行“库房恒温改造”金额相同（15.00万元），像是同一个项目改了名。请统一名称。',
    ],
  },
  {
    rule: 'c-performance-project',
    what: 'other names of two projects with the same amount: nobody can tell which is which',
    wrong: {
      表七: { 7: row('馆藏修复', '15'), 8: row('库房恒温改造', '15') },
      绩效1: form('消防设施更新', '15', '完成全年馆藏档案数字化扫描任务，建立目录数据库。'),
      绩效2: form('电子屏租赁', '15', '对库房加装恒温设备，改善保存条件。'),
    },
    says: [
      'warning 绩效1!B3 “消防设施更新”有绩效目标表，表七没有这个项目。',
      'warning 绩效2!B3 “电子屏租赁”有绩效目标表，表七没有这个项目。',
      'warning 表七!F7 表七有项目“馆藏修复”，没有它的绩效目标表。',
      'warning 表七!F8 表七有项目“库房恒温改造”，没有它的绩效目标表。',
    ],
  },
  {
    rule: 'c-performance-project',
    what: 'a shortened name',
    wrong: { 绩效2: { 3: '项目名称 | 库房恒温改造（一期）' } },
    says: [
      'note 绩效2!B3 表七!E8 绩效目标表的“库房恒温改造（一期）”，表七写作“库房恒温改造”，看作同一个项目。照这样公开是两个名称，请统一。',
    ],
  },
  {
    rule: 'c-performance-project',
    what: 'a shortened name beside the very name',
    wrong: { 绩效3: form('库房恒温改造（一期）', '15', '对库房加装恒温设备，改善保存条件。') },
    says: ['warning 绩效3!B3 “库房恒温改造（一期）”有绩效目标表，表七没有这个项目。'],
  },
  {
    rule: 'c-performance-project',
    what: 'one row for several projects',
    wrong: {
      表七: { 7: "'201 | 03 | 02 | 一般行政管理事务 | 档案专项经费 | 40.00 |  | 40.00", 8: '' },
      绩效1: form('档案专项经费', '25', '完成全年馆藏档案数字化扫描任务，建立目录数据库。'),
      绩效3: form('消防设施更新', '5', '更新库房消防设施，消除档案保管中的安全隐患。'),
    },
    says: [
      'warning 表七!F7 绩效2!B3 绩效3!B3 表七只列了“档案专项经费”一个项目，绩效目标表另有“库房恒温改造”“消防设施更新”。请把各项目分行列出。',
    ],
  },
  {
    rule: 'c-performance-project',
    what: 'no forms at all: they are published elsewhere',
    wrong: { 绩效1: undefined, 绩效2: undefined },
    says: [],
  },
];

test.each(cases)('$rule: $what', ({ rule, wrong, says: expected }) => {
  expect(says(rule, workbook(changed(wrong)))).toEqual(expected);
});
