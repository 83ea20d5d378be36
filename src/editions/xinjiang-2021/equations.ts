import type { DeclaredEquation } from '../../engine/edition/edition';
import type { Members } from '../../engine/scope/scope';

const fundProjects = { flow: '支出', fund: '政府性基金预算', kind: '项目支出' } as const satisfies Members;
/** No table tells what of it is for projects. */
const stateCapital = { flow: '支出', fund: '国有资本经营预算' } as const satisfies Members;
/** A performance table's appropriation is of all three funds, the tables of projects are of the general public budget. */
const otherAppropriation = [fundProjects, stateCapital];

/** What neither "same scope" nor "whole = parts" says. */
export const equations = [
  {
    id: 'b-balance',
    says: '收入 = 支出',
    per: ['fund'],
    because: '每项支出都有资金来源，收支平衡',
    source: '《中华人民共和国预算法》第十二条',
    severity: 'error',
  },
  {
    id: 'c-income-expense-row',
    says: '收入 = 支出',
    per: ['fund'],
    each: ['functional'],
    because: '本版表格没有结转下年，按功能科目分列的收入等于该科目的支出',
    severity: 'error',
  },
  {
    id: 'c-part-of-all',
    says: '支出 >= 支出·一般公共预算 + 支出·政府性基金预算',
    per: ['functional', 'kind'],
    because: '部门支出包含一般公共预算支出和政府性基金预算支出',
    severity: 'error',
  },
  {
    id: 'c-sangong-floor',
    says: '公务用车运行费 >= 经济科目[30231]',
    in: { flow: '支出', fund: '一般公共预算', kind: '基本支出' },
    because: '“三公”经费含基本支出里的同名经济科目，只会更大',
    severity: 'warning',
  },
  {
    id: 'c-sangong-floor',
    says: '公务接待费 >= 经济科目[30217]',
    in: { flow: '支出', fund: '一般公共预算', kind: '基本支出' },
    because: '“三公”经费含基本支出里的同名经济科目，只会更大',
    severity: 'warning',
  },
  {
    id: 'c-sangong-floor',
    says: '因公出国（境）费 >= 经济科目[30212]',
    in: { flow: '支出', fund: '一般公共预算', kind: '基本支出' },
    because: '“三公”经费含基本支出里的同名经济科目，只会更大',
    severity: 'warning',
  },
  {
    id: 'p-amount',
    says: '财政拨款 = 一般公共预算',
    in: { flow: '支出', kind: '项目支出' },
    each: ['project'],
    between: ['绩效', '表七'],
    whereBoth: true,
    unless: otherAppropriation,
    because: '同一项目的财政拨款，绩效目标表与一般公共预算项目支出表一致（没有政府性基金、国有资本经营预算支出时）',
    severity: 'error',
  },
  {
    id: 'p-amount',
    says: '财政拨款 >= 一般公共预算',
    in: { flow: '支出', kind: '项目支出' },
    each: ['project'],
    between: ['绩效', '表七'],
    whereBoth: true,
    when: otherAppropriation,
    because:
      '同一项目的财政拨款，绩效目标表不小于一般公共预算项目支出表（另有政府性基金或国有资本经营预算支出时，可能还有这两项的钱）',
    severity: 'error',
  },
  {
    id: 'c-performance-total',
    says: '财政拨款 = 一般公共预算',
    in: { flow: '支出', kind: '项目支出' },
    between: ['绩效', '表五'],
    unless: otherAppropriation,
    because:
      '一般公共预算项目支出逐项编制绩效目标，各项目财政拨款之和等于项目支出（没有政府性基金、国有资本经营预算支出时）',
    severity: 'warning',
  },
  {
    id: 'c-performance-total',
    says: '财政拨款 = 一般公共预算 + 政府性基金预算',
    in: { flow: '支出', kind: '项目支出' },
    between: ['绩效', '表五', '表九'],
    when: [fundProjects],
    unless: [stateCapital],
    because:
      '项目支出逐项编制绩效目标，各项目财政拨款之和等于一般公共预算与政府性基金预算的项目支出之和（没有国有资本经营预算支出时）',
    severity: 'warning',
  },
  {
    id: 'c-performance-total',
    says: '财政拨款 >= 一般公共预算 + 政府性基金预算',
    in: { flow: '支出', kind: '项目支出' },
    between: ['绩效', '表五', '表九'],
    when: [stateCapital],
    because:
      '项目支出逐项编制绩效目标，各项目财政拨款之和不小于一般公共预算与政府性基金预算的项目支出之和（另有国有资本经营预算支出时）',
    severity: 'warning',
  },
] as const satisfies readonly DeclaredEquation[];
