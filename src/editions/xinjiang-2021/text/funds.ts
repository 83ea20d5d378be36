import type { Member } from '../../../engine/scope/scope';

/** The sources of money in the order in which the revenue table prints them. */
export const appropriationFunds = [
  '一般公共预算',
  '政府性基金预算',
  '国有资本经营预算',
] as const satisfies readonly Member[];

/** What is neither of the three: said only where there is some, this year or last. */
export const otherFunds = [
  '财政专户管理资金',
  '事业收入',
  '上级补助收入',
  '附属单位上缴收入',
  '事业单位经营收入',
  '其他收入',
  '上级专项收入',
  '用事业基金弥补收支差额',
  '上年结余',
] as const satisfies readonly Member[];

export const allFunds = [...appropriationFunds, ...otherFunds] as const satisfies readonly Member[];
