import type { Section } from '../../../engine/edition/text';

export const generalPublic = {
  id: 'general-public',
  heading: '五、关于{department}{year}年一般公共预算当年拨款情况说明',
  name: '五、一般公共预算',
  scope: { flow: '支出', fund: '一般公共预算' },
  says: [
    {
      if: { amount: {} },
      says: [
        {
          heading: '（一）一般公共预算当年拨款规模变化情况',
          says: [
            '{department}{year}年一般公共预算当年拨款{amount}{change}，其中：',
            {
              each: 'kind',
              only: ['基本支出', '项目支出'],
              says: '{it}{amount}{change}{reason}。',
              none: '{it}未安排{change}{reason}。',
            },
          ],
        },
        {
          heading: '（二）一般公共预算当年拨款结构情况',
          says: [{ each: 'functional', level: '类', numbered: '1.', says: '{path}{amount}，{share}。' }],
        },
        {
          heading: '（三）一般公共预算当年拨款具体使用情况',
          says: [
            {
              each: 'functional',
              level: '项',
              numbered: '1.',
              says: '{path}：{year}年预算数为{amount}{change}{reason}。',
              none: '{path}：{year}年未安排预算{change}{reason}。',
            },
          ],
        },
      ],
      otherwise: ['{department}{year}年没有安排一般公共预算拨款{change}{reason}。'],
    },
  ],
} as const satisfies Section;
