import type { PhraseWords } from '../../../engine/edition/text';

/** How this edition words its phrases: compared with last year's budget, two decimals throughout, a share rounded by itself. */
export const phrases = {
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
    fresh: '上年未安排，今年增加{difference}万元',
    gone: '今年未安排，比上年预算减少{difference}万元',
    never: '上年和今年均未安排',
    noPrior: '',
    percentTooSmall: '不足0.01',
  },
  changeOfCount: { more: '比上年增加{difference}', less: '比上年减少{difference}', same: '与上年持平' },
  share: '占{share}%',
  reason: '，主要原因是{reason}',
  listSeparator: '、',
  missing: {
    reason: '【待填：增减原因】',
    prior: '【待填：上年预算数】',
    amount: '【待填：预算数】',
    fact: '【待填：{fact}】',
  },
  decimals: 2,
  percentDecimals: 2,
  shares: 'largest',
} as const satisfies PhraseWords;
