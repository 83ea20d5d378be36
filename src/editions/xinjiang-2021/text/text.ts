import type { Text } from '../../../engine/edition/text';
import { overall } from './01-overall';
import { revenue } from './02-revenue';
import { expenditure } from './03-expenditure';
import { appropriation } from './04-appropriation';
import { generalPublic } from './05-general-public';
import { basic } from './06-basic';
import { projectSection } from './07-project';
import { threePublicSection } from './08-three-public';
import { governmentFunds } from './09-government-funds';
import { otherMatters } from './10-other';
import { asks } from './asks';
import { asksOfProjects } from './asks-of-projects';
import { glossary } from './glossary';
import { duties, institutions } from './part-one';
import { phrases } from './phrases';
import { prior } from './prior';
import { relations } from './relations';

/** The disclosure around the nine tables: what the department is, ten sections that explain the figures, the terms. */
export const text = {
  title: '{department}{year}年部门预算公开',
  parts: {
    facts: '第一部分  {department}概况',
    tables: '第二部分  {year}年部门预算公开表',
    sections: '第三部分  {year}年部门预算情况说明',
    glossary: '第四部分  名词解释',
  },
  phrases,
  names: { 财政专户管理资金: '教育收费（财政专户）', 其他收入: '单位其他资金收入' },
  facts: [duties, institutions],
  sections: [
    overall,
    revenue,
    expenditure,
    appropriation,
    generalPublic,
    basic,
    projectSection,
    threePublicSection,
    governmentFunds,
    otherMatters,
  ],
  glossary,
  asks,
  asksOfProjects,
  relations,
  newDepartment: 'newDepartment',
  reasonsFrom: { percent: 'reasonsFromPercent', amount: 'reasonsFromAmount' },
  prior,
} as const satisfies Text;
