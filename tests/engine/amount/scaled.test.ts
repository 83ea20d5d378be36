import { Decimal } from 'decimal.js';
import fc from 'fast-check';
import { scaled, toScaled } from '../../../src/engine/amount/scaled';

const digits = fc.oneof(
  fc.bigInt({ min: -(10n ** 16n), max: 10n ** 16n }),
  fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n }),
  fc.constantFrom(999_999_999_999_999n, 1_000_000_000_000_000n, 5n, -1n),
);

describe('amounts as whole units of their last digit', () => {
  it('are exact, however large, and come back as they were', () => {
    fc.assert(
      fc.property(digits, fc.nat({ max: 9 }), fc.nat({ max: 6 }), (units, decimals, more) => {
        const value = new Decimal(`${units}e-${decimals}`);
        const places = decimals + more;
        const expected = units * 10n ** BigInt(more);
        expect(toScaled(value, places)).toBe(expected);
        expect(scaled(expected, places).equals(value)).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  it('refuse more decimals than they were promised', () => {
    expect(() => toScaled(new Decimal('0.125'), 2)).toThrow('more than 2 decimals');
  });
});
