import { Decimal } from 'decimal.js';
import * as fc from 'fast-check';
import type { MoneyUnit } from '../../../src/engine/amount/reading';
import {
  commonPlaces,
  comparePrintings,
  halfUnit,
  judgeAtLeast,
  judgeEquality,
  slackOf,
  type RoundedTerm,
} from '../../../src/engine/amount/interval';

const HALF = halfUnit(2, '万元');

/** `10 = 5 + 5`, `10 = 12 - 2`: figures of two decimals. */
function equation(text: string, half = HALF): RoundedTerm[] {
  const [whole = '', parts = ''] = text.split('=');
  const terms = [...parts.replace(/-/g, '+ -').matchAll(/[+]?\s*(-?)\s*([0-9.]+)/g)];
  return [
    { coefficient: 1, value: new Decimal(whole.trim()), half },
    ...terms.map((term) => ({ coefficient: term[1] === '-' ? 1 : -1, value: new Decimal(term[2] ?? ''), half })),
  ];
}

describe('half a unit of the last decimal, in 万元', () => {
  test.each<[number, MoneyUnit, string]>([
    [2, '万元', '0.005'],
    [0, '万元', '0.5'],
    [6, '万元', '0.0000005'],
    [2, '元', '0.0000005'],
    [0, '元', '0.00005'],
  ])('%i decimals of %s → %s', (decimals, unit, half) => {
    expect(halfUnit(decimals, unit).toFixed()).toBe(half);
  });
});

describe('an equation of printed figures', () => {
  const twenty = (whole: string): string => `${whole} = ${Array.from({ length: 20 }, () => '5.01').join(' + ')}`;
  test.each<[string, string, string]>([
    ['10 = 5 + 5', 'exact', '0'],
    ['0.3 = 0.1 + 0.2', 'exact', '0'],
    ['10 = 12 - 2', 'exact', '0'],
    ['10.01 = 5 + 5', 'rounding', '0.01'],
    ['10.02 = 5 + 5', 'error', '0.02'],
    ['9.99 = 5 + 5', 'rounding', '-0.01'],
    ['10.01 = 10', 'rounding', '0.01'],
    ['10.02 = 10', 'error', '0.02'],
    ['0 = 0.01', 'error', '-0.01'],
    ['0.01 = 0 + 0 + 0', 'error', '0.01'],
    ['10.02 = 5 + 5 + 0 + 0 + 0', 'error', '0.02'],
    [twenty('100.23'), 'rounding', '0.03'],
    [twenty('100.24'), 'doubtful', '0.04'],
    [twenty('100.30'), 'doubtful', '0.1'],
    [twenty('100.31'), 'error', '0.11'],
  ])('%s is %s', (text, rank, difference) => {
    const judged = judgeEquality(equation(text), false);
    expect([judged.rank, judged.difference.toFixed()]).toEqual([rank, difference]);
  });

  test('where all other sums are exact, a difference inside the interval is doubtful', () => {
    expect(judgeEquality(equation('10.01 = 5 + 5'), true).rank).toBe('doubtful');
    expect(judgeEquality(equation('10 = 5 + 5'), true).rank).toBe('exact');
    expect(judgeEquality(equation('11 = 5 + 5'), true).rank).toBe('error');
  });

  test('whole 万元 have a wider interval, 元 a narrower one', () => {
    expect(judgeEquality(equation('11 = 5 + 5', halfUnit(0, '万元')), false).rank).toBe('rounding');
    expect(judgeEquality(equation('10.01 = 5 + 5', halfUnit(2, '元')), false).rank).toBe('error');
  });

  test('a weight of two counts twice', () => {
    expect(slackOf([{ coefficient: -2, value: new Decimal(5), half: HALF }]).toFixed()).toBe('0.01');
  });

  test.each([
    ['10 = 5', 'exact'],
    ['5 = 5', 'exact'],
    ['4.99 = 5', 'rounding'],
    ['4.98 = 5', 'error'],
    ['0 = 5', 'error'],
  ])('%s read as “at least” is %s', (text, rank) => {
    expect(judgeAtLeast(equation(text), false).rank).toBe(rank);
  });
});

describe('one fact printed twice', () => {
  const printed = (text: string, unit: MoneyUnit = '万元') => {
    const decimals = (text.split('.')[1] ?? '').length;
    return {
      value: unit === '元' ? new Decimal(text).div(10000) : new Decimal(text),
      places: commonPlaces(decimals, unit),
    };
  };
  test.each<[string, string, string]>([
    ['12.22', '12.22', 'exact'],
    ['12.22', '12.23', 'one-unit'],
    ['12.22', '12.24', 'error'],
    ['12.224', '12.22', 'exact'],
    ['12.225', '12.23', 'exact'],
    ['12.225', '12.22', 'one-unit'],
    ['12.25', '12.22', 'error'],
    ['12.49', '12', 'exact'],
    ['-12.5', '-13', 'exact'],
    ['0', '0.00', 'exact'],
  ])('%s and %s: %s', (a, b, outcome) => {
    expect(comparePrintings(printed(a), printed(b))).toBe(outcome);
    expect(comparePrintings(printed(b), printed(a))).toBe(outcome);
  });

  test('元 against 万元', () => {
    expect(comparePrintings(printed('122249.99', '元'), printed('12.22'))).toBe('exact');
    expect(comparePrintings(printed('122250.00', '元'), printed('12.23'))).toBe('exact');
    expect(comparePrintings(printed('122250.00', '元'), printed('12.21'))).toBe('error');
  });
});

describe('laws', () => {
  // True values of six decimals that print as something: what rounds to nothing is printed as an exact zero by rule.
  const truths = fc.array(
    fc.integer({ min: 10_000, max: 999_999_999 }).map((n) => new Decimal(n).div(1_000_000)),
    { minLength: 1, maxLength: 40 },
  );
  const round = (value: Decimal): Decimal => value.toDecimalPlaces(2, Decimal.ROUND_HALF_UP);
  const asTerms = (whole: Decimal, parts: readonly Decimal[]): RoundedTerm[] => [
    { coefficient: 1, value: whole, half: HALF },
    ...parts.map((value) => ({ coefficient: -1, value, half: HALF })),
  ];

  test('true values that were rounded are never an error', () => {
    fc.assert(
      fc.property(truths, (parts) => {
        const whole = parts.reduce((sum, part) => sum.plus(part), new Decimal(0));
        expect(judgeEquality(asTerms(round(whole), parts.map(round)), false).rank).not.toBe('error');
      }),
    );
  });

  test('a change of more than the slack is always an error', () => {
    fc.assert(
      fc.property(truths, fc.integer({ min: 1, max: 10_000_000 }), fc.boolean(), (parts, beyond, down) => {
        const printed = parts.map(round);
        const whole = printed.reduce((sum, part) => sum.plus(part), new Decimal(0));
        const slack = slackOf(asTerms(whole, printed));
        const change = slack.plus(new Decimal(beyond).div(1000));
        const wrong = down ? whole.minus(change) : whole.plus(change);
        expect(judgeEquality(asTerms(wrong, printed), false).rank).toBe('error');
      }),
    );
  });

  test('a fact rounded to fewer decimals is the same fact', () => {
    fc.assert(
      fc.property(fc.integer({ min: -99_999_999, max: 99_999_999 }), fc.integer({ min: 0, max: 4 }), (n, places) => {
        const value = new Decimal(n).div(10_000);
        const coarse = { value: value.toDecimalPlaces(places, Decimal.ROUND_HALF_UP), places };
        expect(comparePrintings({ value, places: 4 }, coarse)).toBe('exact');
      }),
    );
  });
});
