import { Decimal } from 'decimal.js';
import * as fc from 'fast-check';
import { amountIn, convertMoney, readMoneyUnit } from '../../../src/engine/amount/money-unit';
import { readAmount } from '../../../src/engine/amount/read-amount';

describe('a unit line', () => {
  test.each<[string, string]>([
    ['单位：万元', '万元'],
    ['单位:万元', '万元'],
    ['单位：元', '元'],
    ['金额单位:元', '元'],
    ['金额单位：万元', '万元'],
    ['计量单位：万元', '万元'],
    ['单位：人民币万元', '万元'],
    ['单位：人民币元', '元'],
    ['（万元）', '万元'],
    ['(元)', '元'],
    ['万元', '万元'],
    ['单位:万 元', '万元'],
    ['单 位 ： 万　元', '万元'],
    ['单位：（万元）', '万元'],
    ['单位：万', '万元'],
    ['单位：台、万元', '万元'],
    ['单位：元（保留两位小数）', '元'],
    ['编制部门：某某县财政局　　　　　　单位：万元', '万元'],
    ['编制单位：某某县财政局 单位：元', '元'],
    ['部门名称：某某县财政局    万元', '万元'],
    ['预算数（万元）', '万元'],
    ['单位：元 第1页', '元'],
    ['单位：万元第1页', '万元'],
    ['单位：千元', '!千元'],
    ['单位：亿元', '!亿元'],
    ['金额单位：百万元', '!百万元'],
    ['单位：万美元', '!万美元'],
  ])('%j states %s', (text, expected) => {
    const reading = readMoneyUnit(text);
    expect(reading && `${reading.supported ? '' : '!'}${reading.unit}`).toBe(expected);
  });

  test.each([
    '',
    '编制单位：某某局',
    '单位名称：开元街道办事处',
    '2025年收入1249.62万元',
    '部门：万寿路街道',
    '单位：元阳县财政局元旦办公室',
    '单位：万寿路街道',
    '元/平方米',
  ])('%j states none', (text) => {
    expect(readMoneyUnit(text)).toBeUndefined();
  });
});

test('there and back is exact, whatever the size', () => {
  fc.assert(
    fc.property(
      fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }),
      fc.integer({ min: 0, max: 12 }),
      (digits, places) => {
        const value = new Decimal(`${digits}e-${places}`);
        expect(convertMoney(convertMoney(value, '元', '万元'), '万元', '元').eq(value)).toBe(true);
        expect(convertMoney(value, '万元', '元').toFixed()).toBe(new Decimal(`${digits}e${4 - places}`).toFixed());
      },
    ),
  );
});

test.each([
  ['122200元', '万元', '12.22'],
  ['12.22万元', '元', '122200'],
  ['12.22万元', '万元', '12.22'],
  ['12.22', '元', '12.22'],
] as const)('%s in a table of %s is %s', (text, unit, expected) => {
  const reading = readAmount(text);
  if (reading.kind !== 'amount') throw new Error(text);
  expect(amountIn(reading, unit).toFixed()).toBe(expected);
});
