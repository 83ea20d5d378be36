import type { Section } from '../../../engine/edition/text';

export const expenditure = {
  id: 'expenditure',
  heading: '三、关于{department}{year}年支出预算情况说明',
  name: '三、支出预算',
  scope: { flow: '支出' },
  says: [
    {
      if: { amount: {} },
      says: ['{department}{year}年支出预算{amount}，其中：'],
      otherwise: ['{department}{year}年没有安排支出预算，具体情况如下：'],
    },
    {
      each: 'kind',
      only: ['基本支出', '项目支出'],
      says: '{it}{amount}，{share}{change}{reason}。',
      none: '{it}未安排{change}{reason}。',
    },
  ],
} as const satisfies Section;
