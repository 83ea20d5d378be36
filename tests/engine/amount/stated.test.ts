import { Decimal } from 'decimal.js';
import { statedIn } from '../../../src/engine/amount/stated';

describe('statedIn', () => {
  const stated = statedIn(() => [
    '2021年收入预算1,406.62万元，其中：财政拨款 1２49．62 万元，比上年减少-35.07万元。',
    '公务用车购置费798400元，每人12元，共260.4平方米，预算2021年编制。',
  ]);

  test.each(['1406.62', '1249.62', '-35.07', '79.84'])('%s 万元 is stated', (amount) => {
    expect(stated.has(new Decimal(amount))).toBe(true);
  });

  test.each([
    ['an amount of something else', '260.4'],
    ['a year', '2021'],
    ['a part of another amount', '406.62'],
    ['an amount of few digits', '0.0012'],
  ])('%s is not', (_what, amount) => {
    expect(stated.has(new Decimal(amount))).toBe(false);
  });

  test('texts are not read before an amount is asked for that could be known', () => {
    let reads = 0;
    const lazy = statedIn(() => {
      reads += 1;
      return ['预算1249.62万元'];
    });
    lazy.has(new Decimal(40));
    expect(reads).toBe(0);
    expect([lazy.has(new Decimal('1249.62')), lazy.has(new Decimal('1249.63'))]).toEqual([true, false]);
    expect(reads).toBe(1);
  });
});
