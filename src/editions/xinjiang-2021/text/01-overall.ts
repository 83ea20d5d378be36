import type { Section } from '../../../engine/edition/text';
import { allFunds } from './funds';

export const overall = {
  id: 'overall',
  heading: '一、关于{department}{year}年收支预算情况的总体说明',
  name: '一、收支总体',
  says: [
    '{department}按照全口径预算管理的要求，将{year}年全部收入和支出编入部门预算，收支总预算{amount 收入}{change 收入}。',
    {
      if: { fact: 'newDepartment' },
      says: ['{department}为{year}年新设立的部门，没有上年预算数，以下各项均不作上年比较。'],
    },
    {
      each: 'fund',
      only: allFunds,
      scope: { flow: '收入' },
      as: 'sentence',
      before: '收入预算包括：',
      between: '、',
      after: '。',
      says: '{it}{amount}',
    },
    '支出预算包括：{list functional 类 支出}。',
  ],
} as const satisfies Section;
