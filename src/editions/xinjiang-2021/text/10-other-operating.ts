import type { Part } from '../../../engine/edition/text';

/** Of a department whose own office is an agency, with its units. */
const ownAndUnits = [
  {
    if: { fact: 'administrativeUnits' },
    says: [
      {
        if: { fact: 'participatingUnits' },
        says: ['本级及下属{fact administrativeUnits}行政单位、{fact participatingUnits}参照公务员法管理的事业单位的'],
        otherwise: ['本级及下属{fact administrativeUnits}行政单位的'],
      },
    ],
    otherwise: [
      {
        if: { fact: 'participatingUnits' },
        says: ['本级及下属{fact participatingUnits}参照公务员法管理的事业单位的'],
        otherwise: ['本级'],
      },
    ],
  },
] as const;

/** Of one whose own office is none: it has no such expenses itself. */
const unitsAlone = [
  {
    if: { fact: 'administrativeUnits' },
    says: [
      {
        if: { fact: 'participatingUnits' },
        says: ['下属{fact administrativeUnits}行政单位、{fact participatingUnits}参照公务员法管理的事业单位的'],
        otherwise: ['下属{fact administrativeUnits}行政单位的'],
      },
    ],
    otherwise: [
      {
        if: { fact: 'participatingUnits' },
        says: ['下属{fact participatingUnits}参照公务员法管理的事业单位的'],
      },
    ],
  },
] as const;

/** Whose operating expenses they are: the department's own, and those of its units that have some. */
const whose = {
  if: { fact: 'subordinateUnits' },
  says: [
    {
      if: { yes: 'isAgency' },
      says: ownAndUnits,
      // Where nobody has said, it mostly is one.
      otherwise: [{ if: { answered: 'isAgency' }, says: unitsAlone, otherwise: ownAndUnits }],
    },
  ],
} as const;

export const operating = {
  heading: '（一）机关运行经费情况',
  says: [
    {
      if: { fact: 'operating' },
      says: [
        {
          joined: [
            '{year}年，{department}',
            whose,
            '机关运行经费财政拨款预算{fact operating}{change operating}{reason operating}',
          ],
          between: '',
          after: '。',
        },
      ],
      otherwise: [
        {
          if: { yes: 'isAgency' },
          says: ['{year}年，{department}未安排机关运行经费{change operating}{reason operating}。'],
          otherwise: [
            {
              if: { fact: 'isAgency' },
              says: ['{fact isAgency}'],
              otherwise: ['{department}不是行政单位或参照公务员法管理的事业单位，没有机关运行经费。'],
            },
          ],
        },
      ],
    },
  ],
} as const satisfies Part;
