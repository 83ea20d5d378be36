import { speaksAgainst } from '../../../src/engine/asked/reason-direction';

test.each<[reason: string, change: 'more' | 'less', isAgainst: boolean]>([
  ['人员工资增加，一般公共预算收入增加', 'less', true],
  ['接待任务增多', 'less', true],
  ['压减一般性支出', 'more', true],
  ['公务接待减少', 'more', true],
  ['接待任务增多', 'more', false],
  ['压减一般性支出', 'less', false],
  // It speaks of both, or of the year before.
  ['专户资金增加，财政拨款相应减少', 'less', false],
  ['上年新增设备购置', 'less', false],
  ['一次性项目增加', 'less', false],
  ['人员调入', 'less', false],
  // 比上年 compares with it.
  ['新增交通补贴，比上年增加21万元', 'less', true],
  ['较去年压减两成', 'more', true],
  ['上年新增交通补贴，比上年减少', 'less', false],
])('%s beside %s: %s', (reason, change, isAgainst) => {
  expect(speaksAgainst(reason, change)).toBe(isAgainst);
});
