import type { Section } from '../../../engine/edition/text';

export const projectSection = {
  id: 'project',
  heading: '七、关于{department}{year}年一般公共预算项目支出情况说明',
  name: '七、项目支出',
  scope: { flow: '支出', fund: '一般公共预算', kind: '项目支出' },
  says: [
    {
      if: { amount: {} },
      says: [
        '{department}{year}年一般公共预算项目支出{amount}，共安排项目{count project}，具体如下：',
        {
          each: 'project',
          numbered: '1.',
          says: [
            '项目名称：{it}',
            '设立的政策依据：{fact policy}',
            '预算安排规模：{amount}',
            '项目承担单位：{fact executor}',
            '资金分配情况：{fact allocation}',
            '资金执行时间：{fact period}',
            {
              if: { yes: 'toPersons' },
              says: [
                '资金来源：{fact moneyFrom}',
                '补贴人数：{fact persons}',
                '补贴标准：{fact rate}',
                '补贴范围：{fact range}',
                '补贴方式：{fact manner}',
                '发放程序：{fact procedure}',
                '受益人群和社会效益：{fact benefit}',
              ],
              otherwise: [{ if: { fact: 'toPersons' }, says: ['是否对个人补贴：{fact toPersons}'] }],
            },
          ],
        },
      ],
      otherwise: ['{department}{year}年未安排一般公共预算项目支出。'],
    },
  ],
} as const satisfies Section;
