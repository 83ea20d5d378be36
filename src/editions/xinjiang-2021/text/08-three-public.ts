import type { Section } from '../../../engine/edition/text';

const kinds = ['因公出国（境）费', '公务用车购置费', '公务用车运行费', '公务接待费'] as const;

export const threePublicSection = {
  id: 'three-public',
  heading: '八、关于{department}{year}年一般公共预算“三公”经费预算情况说明',
  name: '八、“三公”经费',
  scope: { flow: '支出', fund: '一般公共预算', threePublic: '“三公”经费' },
  says: [
    {
      if: { amount: {} },
      says: [
        {
          joined: [{ each: 'threePublic', only: kinds, says: '{it}{amount}', none: '{it}未安排' }],
          before: '{department}{year}年一般公共预算“三公”经费预算数为{amount}，其中：',
          between: '，',
          after: '。',
        },
      ],
      otherwise: [
        '{department}{year}年未安排一般公共预算“三公”经费，一般公共预算“三公”经费支出情况表无数据，以空表列示。',
      ],
    },
    {
      if: { yes: 'newDepartment' },
      says: [],
      otherwise: [
        {
          if: { never: {} },
          says: ['上年同样未安排一般公共预算“三公”经费。'],
          otherwise: [
            {
              joined: [
                {
                  each: 'threePublic',
                  only: kinds,
                  says: '{it}{changeBrief}{reason}',
                  none: '{it}{changeBrief}{reason}',
                },
              ],
              before: '{year}年一般公共预算“三公”经费{changeBrief}，其中：',
              between: '；',
              after: '。',
            },
          ],
        },
      ],
    },
  ],
} as const satisfies Section;
