import type { Section } from '../../../engine/edition/text';

export const basic = {
  id: 'basic',
  heading: '六、关于{department}{year}年一般公共预算基本支出情况说明',
  name: '六、基本支出',
  scope: { flow: '支出', fund: '一般公共预算', kind: '基本支出' },
  says: [
    {
      if: { amount: {} },
      says: [
        '{department}{year}年一般公共预算基本支出{amount}，其中：',
        {
          each: 'kind',
          only: ['人员经费', '公用经费'],
          says: '{it}{amount}，主要包括：{list economic 款}。',
          none: '{it}未安排。',
        },
      ],
      otherwise: ['{department}{year}年未安排一般公共预算基本支出。'],
    },
  ],
} as const satisfies Section;
