import { Decimal } from 'decimal.js';
import { text } from '../../../src/editions/xinjiang-2021/text/text';
import type { Answers } from '../../../src/engine/asked/answers';
import { readFacts } from '../../../src/engine/asked/read-facts';
import { compare } from '../../../src/engine/narrate/change';
import { isSpared, reasonsFromAnswers, statedFrom, type ReasonsFrom } from '../../../src/engine/narrate/reasons-from';
import type { CellValue } from '../../../src/engine/snapshot/snapshot';
import { sheet, workbook } from '../../fixtures/sheet';

const from = (percent?: string, amount?: string): ReasonsFrom => ({
  percent: percent === undefined ? undefined : new Decimal(percent),
  amount: amount === undefined ? undefined : new Decimal(amount),
});

const spared = (now: string, before: string, limit: ReasonsFrom, of: 'amount' | 'count' = 'amount'): boolean =>
  isSpared(compare(new Decimal(now), new Decimal(before), 2), limit, of, 2);

describe('a change goes without a reason', () => {
  test.each<[why: string, now: string, before: string, limit: ReasonsFrom, is: boolean]>([
    ['nothing is stated', '100.01', '100', from(), false],
    ['below the percentage', '104.99', '100', from('5'), true],
    ['at the percentage: 不到 is less', '105', '100', from('5'), false],
    ['a fall below the percentage', '95.01', '100', from('5'), true],
    // 4.996 % is printed as 5.00 %: for whoever reads it, that is not less than 5.
    ['printed as the percentage', '1049.96', '1000', from('5'), false],
    ['below the amount', '100.99', '100', from(undefined, '1'), true],
    ['at the amount', '101', '100', from(undefined, '1'), false],
    ['below both', '100.99', '100', from('5', '1'), true],
    ['below the percentage alone', '103', '100', from('5', '1'), false],
    ['below the amount alone', '1.5', '1', from('5', '1'), false],
    ['new, however small', '0.01', '0', from('5', '1'), false],
    ['new, by the amount alone', '0.01', '0', from(undefined, '1'), false],
    ['cut to nothing, however small', '0', '0.01', from('200', '1'), false],
    ['of a base below zero, by the percentage', '-4.99', '-5', from('5'), false],
    ['of a base below zero, by the amount', '-4.99', '-5', from(undefined, '1'), true],
    ['of a base below zero, by both', '-4.99', '-5', from('5', '1'), false],
  ])('%s', (_why, now, before, limit, is) => {
    expect(spared(now, before, limit)).toBe(is);
  });

  test('of a count by its percentage alone: money says nothing of it', () => {
    expect(spared('101', '100', from('5', '1'), 'count')).toBe(true);
    expect(spared('101', '100', from(undefined, '5'), 'count')).toBe(false);
  });
});

/** A sheet of facts with this content beside the two questions. */
function facts(
  percent: CellValue,
  amount: CellValue,
  { format, measure }: { format?: string; measure?: string } = {},
): Answers {
  const shown = (value: CellValue) => (format === undefined ? value : { value, format });
  const asked = sheet(
    '单位情况',
    [],
    [
      [1, '类别', '事项', '内容', '计量单位'],
      [2, '基本信息', '增减幅度不到多少不写原因', shown(percent), '%'],
      [3, '基本信息', '增减额不到多少不写原因', shown(amount), measure ?? '万元'],
    ],
  );
  return readFacts(workbook([asked]));
}

const stated = (answers: Answers): readonly (string | undefined)[] =>
  (['percent', 'amount'] as const).map((measure) => {
    const said = statedFrom(text, answers, measure);
    return said?.unread ?? said?.value?.toFixed();
  });

describe('what the sheet of facts says of it', () => {
  test.each<[typed: CellValue, percent: string | undefined]>([
    [5, '5'],
    ['5', '5'],
    ['５％', '5'],
    ['5.5 %', '5.5'],
    [150, '150'],
    [null, undefined],
    ['无', undefined],
    [0, undefined],
    ['0%', undefined],
    ['百分之五', '百分之五'],
    [-5, '-5'],
    ['5万元', '5万元'],
    ['#REF!', '#REF!'],
  ])('%p beside %% is %p', (typed, percent) => {
    expect(stated(facts(typed, null))).toEqual([percent, undefined]);
  });

  test.each<[typed: CellValue, amount: string | undefined]>([
    [1, '1'],
    ['１,０００', '1000'],
    ['5000元', '0.5'],
    ['5%', '5%'],
    [-1, '-1'],
    ['一万', '一万'],
  ])('%p beside 万元 is %p', (typed, amount) => {
    expect(stated(facts(null, typed))).toEqual([undefined, amount]);
  });

  test('5% as Excel takes it when somebody types it: 0.05, shown as a percentage', () => {
    expect(stated(facts(0.07, 0.05, { format: '0.00%' }))).toEqual(['7', '5%']);
    expect(stated(facts(0.07, null, { format: '0"%"' }))).toEqual(['0.07', undefined]);
  });

  test.each<[percent: CellValue, amount: CellValue, said: readonly (string | undefined)[]]>([
    [5, 1, ['5', '1']],
    [5, null, ['5', undefined]],
    // Read alone, the other one would spare more than was meant.
    ['5%以内', 1000, [undefined, undefined]],
    [5, '约一千', [undefined, undefined]],
  ])('%p and %p together', (percent, amount, said) => {
    const read = reasonsFromAnswers(text, facts(percent, amount));
    expect([read.percent?.toFixed(), read.amount?.toFixed()]).toEqual(said);
  });

  test('an amount that is answered in 元', () => {
    expect(stated(facts(null, 10000, { measure: '元' }))).toEqual([undefined, '1']);
  });

  test('nothing where the edition does not ask', () => {
    const { reasonsFrom: _reasonsFrom, ...without } = text;
    expect(statedFrom(without, facts(5, 1), 'percent')).toBeUndefined();
  });
});
