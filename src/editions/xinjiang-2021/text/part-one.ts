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

const posts = {
  if: { fact: 'posts' },
  says: ['核定编制{fact posts}，'],
  otherwise: ['没有核定编制，'],
} as const;

/** Each kind with its change; of a kind that nobody belongs to nothing is counted. */
const staffOfTwoYears = {
  joined: [
    {
      if: { fact: 'inService' },
      says: ['在职{fact inService}，{changeBrief inService}'],
      otherwise: ['无在职人员，{changeBrief inService}'],
    },
    {
      if: { fact: 'retired' },
      says: [
        {
          if: { fact: 'retiredBefore' },
          says: ['退休{fact retired}，{changeBrief retired}'],
          otherwise: ['退休{fact retired}，上年无退休人员'],
        },
      ],
      otherwise: ['无退休人员，{changeBrief retired}'],
    },
    {
      if: { fact: 'veterans' },
      says: [
        {
          if: { fact: 'veteransBefore' },
          says: ['离休{fact veterans}，{changeBrief veterans}'],
          otherwise: ['离休{fact veterans}，上年无离休人员'],
        },
      ],
      otherwise: ['无离休人员，{changeBrief veterans}'],
    },
  ],
  between: '；',
} as const;

const staff = {
  joined: [
    { if: { fact: 'inService' }, says: ['在职{fact inService}'] },
    { if: { fact: 'retired' }, says: ['退休{fact retired}'] },
    { if: { fact: 'veterans' }, says: ['离休{fact veterans}'] },
    {
      joined: [
        { if: { fact: 'inService' }, says: [], otherwise: ['在职人员'] },
        { if: { fact: 'retired' }, says: [], otherwise: ['退休人员'] },
        { if: { fact: 'veterans' }, says: [], otherwise: ['离休人员'] },
      ],
      // There are three kinds, and one of them is there.
      before: '无',
      between: '和',
    },
  ],
  between: '，',
} as const;

const people = {
  if: { fact: ['inService', 'retired', 'veterans'] },
  says: [
    {
      joined: [{ if: { yes: 'newDepartment' }, says: [staff], otherwise: [staffOfTwoYears] }],
      before: '实有人数{sum inService retired veterans}，其中：',
      between: '',
    },
  ],
  otherwise: [{ if: { yes: 'newDepartment' }, says: ['暂无实有人员'], otherwise: [staffOfTwoYears] }],
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
    { joined: ['{department}', posts, people], between: '', after: '。' },
  ],
} as const satisfies Section;
