import type { Section } from '../../../engine/edition/text';
import { allFunds, otherFunds } from './funds';

export const revenue = {
  id: 'revenue',
  heading: '二、关于{department}{year}年收入预算情况说明',
  name: '二、收入预算',
  scope: { flow: '收入' },
  says: [
    {
      if: { amount: {} },
      says: ['{department}{year}年收入预算{amount}，其中：'],
      otherwise: ['{department}{year}年没有安排收入预算，具体情况如下：'],
    },
    {
      each: 'fund',
      only: allFunds,
      // The three parts of the appropriation are spoken of in any case.
      passOver: otherFunds,
      says: '{it}{amount}，{share}{change}{reason}。',
      none: '{it}未安排{change}{reason}。',
    },
  ],
} as const satisfies Section;
