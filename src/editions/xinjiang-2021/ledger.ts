import type { LedgerRules } from '../../engine/edition/print';

/** What the rows of a ledger mean: this edition has no carry-over, so each is money that comes in and goes out. */
export const ledger = {
  flows: { dimension: 'flow', members: ['收入', '支出'] },
  projectKind: '项目支出',
  // The budget management systems divide projects into 人员类, 运转类 and 特定目标类; of 运转类, 公用经费 is basic expenditure.
  kindWords: [
    { word: '日常公用', member: '公用经费' },
    { word: '日常公用经费', member: '公用经费' },
    { word: '日常公用支出', member: '公用经费' },
    { word: '人员类', member: '人员经费', isOfSystems: true },
    { word: '特定目标类', member: '项目支出', isOfSystems: true },
    { word: '其他运转类', member: '项目支出', isOfSystems: true },
    { word: '特定目标', member: '项目支出' },
    { word: '其他运转', member: '项目支出' },
  ],
  kindsUnclear: [
    { word: '运转类', mayBe: ['公用经费', '其他运转类'] },
    { word: '运转', mayBe: ['公用经费', '其他运转类'] },
  ],
  // 非税收入 alone is none of them: some of it is in the general public budget.
  fundWords: [
    // As it was called before 2015.
    { word: '公共财政预算', member: '一般公共预算' },
    { word: '公共预算', member: '一般公共预算' },
    { word: '教育专户', member: '财政专户管理资金' },
    { word: '教育收费专户', member: '财政专户管理资金' },
    { word: '教育收费', member: '财政专户管理资金' },
    { word: '财政专户', member: '财政专户管理资金' },
    { word: '财政专户核拨资金', member: '财政专户管理资金' },
    { word: '纳入专户管理的教育收费', member: '财政专户管理资金' },
    { word: '纳入财政专户管理的教育收费', member: '财政专户管理资金' },
    { word: '财政专户管理的教育收费', member: '财政专户管理资金' },
    { word: '上年结转和结余', member: '上年结余' },
    { word: '年初结转和结余', member: '上年结余' },
    { word: '以前年度结余', member: '上年结余' },
    { word: '以前年度结转', member: '上年结余' },
    { word: '结转结余', member: '上年结余' },
    { word: '结转资金', member: '上年结余' },
    { word: '结余资金', member: '上年结余' },
  ],
  // People without a post are paid by projects.
  pay: { codes: ['301'], except: ['30199'] },
  follows: [
    { along: 'economic', code: '30212', dimension: 'threePublic', member: '因公出国（境）费' },
    { along: 'economic', code: '31013', dimension: 'threePublic', member: '公务用车购置费' },
    { along: 'economic', code: '30231', dimension: 'threePublic', member: '公务用车运行费' },
    { along: 'economic', code: '30217', dimension: 'threePublic', member: '公务接待费' },
  ],
  complements: [{ dimension: 'fund', member: '财政拨款以外资金', without: '财政拨款' }],
  unplaced: '公用经费',
  decimals: 2,
} as const satisfies LedgerRules;
