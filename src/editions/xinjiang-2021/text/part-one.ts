import type { Section } from '../../../engine/edition/text';

/** 第一部分: what the department does and who works there. */
export const duties = {
  id: 'duties',
  heading: '一、主要职能',
  name: '主要职能',
  says: ['{fact duties}'],
} as const satisfies Section;

const offices = {
  if: { fact: 'offices' },
  says: ['内设机构{fact offices}，分别是：{fact officeNames}。'],
  otherwise: ['无内设机构。'],
} as const;

export const institutions = {
  id: 'institutions',
  heading: '二、机构设置及人员情况',
  name: '机构设置及人员情况',
  says: [
    {
      if: { fact: 'subordinateUnits' },
      says: [
        '{department}下属预算单位{fact subordinateUnits}，分别是：{fact subordinateUnitNames}。',
        { joined: ['{department}本级', offices], between: '' },
      ],
      otherwise: [{ joined: ['{department}无下属预算单位', offices], between: '，' }],
    },
    {
      if: { yes: 'newDepartment' },
      says: [
        '{department}核定编制{fact posts}，实有人数{sum inService retired veterans}，其中：在职{fact inService}，退休{fact retired}，离休{fact veterans}。',
      ],
      otherwise: [
        '{department}核定编制{fact posts}，实有人数{sum inService retired veterans}，其中：在职{fact inService}，{changeBrief inService}；退休{fact retired}，{changeBrief retired}；离休{fact veterans}，{changeBrief veterans}。',
      ],
    },
  ],
} as const satisfies Section;
