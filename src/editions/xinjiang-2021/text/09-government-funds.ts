import type { Section } from '../../../engine/edition/text';

export const governmentFunds = {
  id: 'government-funds',
  heading: '九、关于{department}{year}年政府性基金预算拨款情况说明',
  name: '九、政府性基金',
  scope: { flow: '支出', fund: '政府性基金预算' },
  says: [
    {
      if: { amount: {} },
      says: [
        '{department}{year}年使用政府性基金预算拨款安排的支出{amount}{change}，其中：',
        {
          each: 'kind',
          only: ['基本支出', '项目支出'],
          says: '{it}{amount}{change}。',
          none: '{it}未安排{change}。',
        },
      ],
      otherwise: [
        '{department}{year}年没有安排政府性基金预算拨款支出{change}，政府性基金预算支出情况表无数据，以空表列示。',
      ],
    },
    {
      each: 'functional',
      level: '项',
      lead: '具体情况如下：',
      numbered: '1.',
      says: '{path}：{year}年预算数为{amount}{change}{reason}。',
      none: '{path}：{year}年未安排预算{change}{reason}。',
    },
  ],
} as const satisfies Section;
