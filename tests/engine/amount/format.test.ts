import { Decimal } from 'decimal.js';
import { formatAmount, groupThousands } from '../../../src/engine/amount/format';

test.each([
  ['12', 2, '12.00'],
  ['1249.62', 2, '1249.62'],
  ['0.005', 2, '0.01'],
  ['-0.005', 2, '-0.01'],
  ['-0.004', 2, '0.00'],
  ['1.5', 0, '2'],
  ['1e21', 2, '1000000000000000000000.00'],
  ['1e-9', 2, '0.00'],
] as const)('%s at %i decimals is %s', (value, decimals, expected) => {
  expect(formatAmount(value, decimals)).toBe(expected);
  expect(formatAmount(new Decimal(value), decimals)).toBe(expected);
});

test.each([
  ['0', '0'],
  ['999', '999'],
  ['1000', '1,000'],
  ['-1249.62', '-1,249.62'],
  ['-999.123456', '-999.123456'],
  ['1234567890.1234', '1,234,567,890.1234'],
])('%s grouped is %s', (plain, grouped) => {
  expect(groupThousands(plain)).toBe(grouped);
});
