import type { PhraseWords } from '../../../engine/edition/text';

/**
 * How this edition words its phrases: compared with last year's budget, two decimals throughout, the largest share of a complete
 * list takes the rounding.
 */
export const phrases = {
  amount: '{amount}万元',
  nothing: '未安排',
  path: '{name}（{level}：{digits}）',
  count: '{count}个',
  change: {
    more: '，比上年预算增加{difference}万元，增长{percent}%',
    less: '，比上年预算减少{difference}万元，下降{percent}%',
    same: '，与上年预算持平',
    fresh: '，上年未安排，比上年预算增加{difference}万元',
    gone: '，比上年预算减少{difference}万元，下降{percent}%',
    never: '',
    noPrior: '',
    percentTooSmall: '不足0.01',
  },
  changeBrief: {
    more: '比上年预算增加{difference}万元',
    less: '比上年预算减少{difference}万元',
    same: '与上年预算持平',
    fresh: '上年未安排，本年增加{difference}万元',
    // That there is nothing this year is said before.
    gone: '比上年预算减少{difference}万元',
    never: '两年均未安排',
    noPrior: '',
    percentTooSmall: '不足0.01',
  },
  changeOfCount: { more: '比上年增加{difference}', less: '比上年减少{difference}', same: '与上年持平', never: '' },
  share: '占{share}%',
  shareTooSmall: '占比不足{share}%',
  reason: '，主要原因是{reason}',
  countedReasons: '，主要原因：{reason}',
  listSeparator: '、',
  // In the words of the sheets in which they are answered.
  missing: {
    reason: '【待填：增减原因】',
    turnedReason: '【待填：增减原因，已填的是增减方向相反时写的】',
    prior: '【待填：上年数】',
    amount: '【待填：预算数】',
    fact: '【待填：{fact}】',
    sum: '【待填：合计，缺{facts}】',
    lastYear: '【待填：预算年度的上一年】',
    share: '【待填：占比】',
    codeName: '【待填：{code}的科目名称】',
    memberNames: '【待填：{dimension}名称】',
  },
  decimals: 2,
  percentDecimals: 2,
  shares: 'largest',
} as const satisfies PhraseWords;
