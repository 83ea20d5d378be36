import type { Section } from '../../../engine/edition/text';
import { appropriationFunds } from './funds';

/** What it is used for, in the department's words; else what the tables tell where all of it is of the general public budget. */
const use = {
  if: { answered: 'appropriationUse' },
  says: ['财政拨款主要用于{fact appropriationUse}。'],
  otherwise: [
    {
      if: { only: { flow: '支出', fund: '一般公共预算' } },
      says: [
        {
          joined: [
            {
              each: 'kind',
              only: ['人员经费', '公用经费', '项目支出'],
              scope: { flow: '支出', fund: '一般公共预算' },
              says: '{it}{amount}',
              none: '',
            },
          ],
          before: '财政拨款用于',
          between: '、',
          after: '。',
        },
      ],
      otherwise: ['财政拨款主要用于{fact appropriationUse}。'],
    },
  ],
} as const;

export const appropriation = {
  id: 'appropriation',
  heading: '四、关于{department}{year}年财政拨款收支预算情况的总体说明',
  name: '四、财政拨款收支',
  scope: { fund: '财政拨款' },
  says: [
    {
      if: { amount: { flow: '收入' } },
      says: [
        '{department}{year}年财政拨款收支总预算{amount 收入}{change 收入}。',
        {
          if: { only: { flow: '收入', fund: '一般公共预算' } },
          says: ['财政拨款收入全部为一般公共预算拨款，没有安排政府性基金预算拨款和国有资本经营预算拨款。'],
          otherwise: [
            {
              joined: [{ each: 'fund', only: appropriationFunds, scope: { flow: '收入' }, says: '{it}拨款{amount}' }],
              before: '财政拨款收入预算包括：',
              between: '、',
              after: '。',
            },
          ],
        },
        {
          each: 'fund',
          only: appropriationFunds,
          scope: { flow: '支出' },
          says: [
            {
              // Its only 类 bears its own name: the 款 say more, and only the table of revenue has them fund by fund.
              if: { about: { fund: '国有资本经营预算' } },
              says: [
                {
                  if: { listed: 'functional 款 收入' },
                  says: ['{it}支出{amount}，包括：{list functional 款 收入}。'],
                  otherwise: ['{it}支出{amount}。'],
                },
              ],
              otherwise: ['{it}支出{amount}，包括：{list functional 类}。'],
            },
          ],
        },
        use,
      ],
      otherwise: ['{department}{year}年没有财政拨款收入，也没有财政拨款安排的支出{change 收入}。'],
    },
  ],
} as const satisfies Section;
