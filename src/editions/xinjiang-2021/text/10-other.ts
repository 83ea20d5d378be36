import type { Section } from '../../../engine/edition/text';
import { assets } from './10-other-assets';
import { operating } from './10-other-operating';

export const otherMatters = {
  id: 'other',
  heading: '十、其他重要事项的情况说明',
  name: '十、其他重要事项',
  says: [
    operating,
    {
      heading: '（二）政府采购情况',
      says: [
        {
          if: { fact: ['procurementGoods', 'procurementWorks', 'procurementServices'] },
          says: [
            '{year}年，{department}政府采购预算{sum procurementGoods procurementWorks procurementServices}，其中：政府采购货物预算{arranged procurementGoods}，政府采购工程预算{arranged procurementWorks}，政府采购服务预算{arranged procurementServices}。',
            {
              if: { fact: 'procurementSmaller' },
              says: [
                {
                  joined: [
                    '{year}年，{department}面向中小企业预留政府采购项目预算金额{fact procurementSmaller}',
                    {
                      if: { fact: 'procurementSmallest' },
                      says: ['其中：面向小微企业预留政府采购项目预算金额{fact procurementSmallest}'],
                      otherwise: ['没有专门面向小微企业预留的预算金额'],
                    },
                  ],
                  between: '，',
                  after: '。',
                },
              ],
              otherwise: ['{year}年，{department}没有面向中小企业预留的政府采购项目预算。'],
            },
          ],
          otherwise: ['{year}年，{department}未安排政府采购预算。'],
        },
      ],
    },
    assets,
    {
      heading: '（四）预算绩效情况',
      scope: { flow: '支出', fund: '一般公共预算', kind: '项目支出' },
      says: [
        {
          if: { amount: {} },
          says: [
            '{year}年，{department}实行绩效目标管理的一般公共预算项目{count project}，涉及预算金额{amount}。各项目的绩效目标见项目支出绩效目标表。',
          ],
          otherwise: ['{year}年，{department}未安排一般公共预算项目支出，没有实行绩效目标管理的一般公共预算项目。'],
        },
      ],
    },
    {
      heading: '（五）其他需说明的事项',
      says: [
        {
          if: { fact: 'otherMatters' },
          says: ['{fact otherMatters}'],
          otherwise: ['{department}无其他需说明的事项。'],
        },
      ],
    },
  ],
} as const satisfies Section;
