import { Decimal } from 'decimal.js';
import { sharesOf } from '../../../src/engine/narrate/shares';

const words = { decimals: 2, percentDecimals: 2, shares: 'largest' } as const;
const shares = (amounts: readonly string[], whole: string, custom: 'largest' | 'rounded' = 'largest') =>
  sharesOf(
    amounts.map((amount) => new Decimal(amount)),
    new Decimal(whole),
    { ...words, shares: custom },
  ).map((share) => share?.printed.toFixed(2));

test('the largest share of a complete list takes the rounding', () => {
  expect(shares(['10', '10', '10'], '30')).toEqual(['33.34', '33.33', '33.33']);
  expect(shares(['1', '2', '4'], '7')).toEqual(['14.29', '28.57', '57.14']);
  expect(shares(['1', '1', '1'], '3', 'rounded')).toEqual(['33.33', '33.33', '33.33']);
});

test('of a list that is not all of the whole each is rounded by itself', () => {
  expect(shares(['10', '10'], '30')).toEqual(['33.33', '33.33']);
});

test('shares are those of the amounts as they are printed', () => {
  // 0.005 of 0.01 is a half; a reader sees 0.01 of 0.01.
  expect(shares(['0.005'], '0.01')).toEqual(['100.00']);
  expect(shares(['2.344', '7.656'], '10')).toEqual(['23.40', '76.60']);
});

test('where the printed amounts do not add up, of the exact ones, which do', () => {
  expect(shares(['33.3333', '33.3333', '33.3334'], '100')).toEqual(['33.33', '33.33', '33.34']);
});

test('nobody says a share of nothing, of less than nothing, or of more than the whole', () => {
  expect(shares(['1'], '0')).toEqual([undefined]);
  expect(shares(['1'], '-2')).toEqual([undefined]);
  expect(shares(['12', '-2'], '10')).toEqual([undefined, undefined]);
});
