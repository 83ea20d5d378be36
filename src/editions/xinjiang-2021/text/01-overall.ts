import type { Section } from '../../../engine/edition/text';
import { allFunds } from './funds';

export const overall = {
  id: 'overall',
  heading: '一、关于{department}{year}年收支预算情况的总体说明',
  name: '一、收支总体',
  says: [
    {
      if: { amount: { flow: '收入' } },
      says: [
        '{department}按照全口径预算管理的要求，将{year}年全部收入和支出编入部门预算，收支总预算{amount 收入}{change 收入}。',
      ],
      otherwise: ['{department}{year}年没有安排收支预算{change 收入}。'],
    },
    {
      joined: [{ each: 'fund', only: allFunds, scope: { flow: '收入' }, says: '{it}{amount}' }],
      before: '收入预算包括：',
      between: '、',
      after: '。',
    },
    { joined: ['{list functional 类 支出}'], before: '支出预算包括：', between: '', after: '。' },
    {
      if: { fact: 'newDepartment' },
      says: [
        {
          if: { yes: 'newDepartment' },
          says: ['{department}为{year}年新设立的部门，没有上年预算数，各项收支不与上年比较。'],
          otherwise: ['{fact newDepartment}'],
        },
      ],
    },
  ],
} as const satisfies Section;
