import fc from 'fast-check';
import { Pairs } from '../../../src/engine/ledger/pairs';

const pair = fc.tuple(fc.nat({ max: 40 }), fc.oneof(fc.nat({ max: 40 }), fc.nat({ max: 2 ** 31 - 1 })));

describe('numbers of pairs', () => {
  it('are those of a map of texts: dense, in the order of first mention, the same for the same pair', () => {
    fc.assert(
      fc.property(fc.array(pair, { maxLength: 3000, size: 'max' }), (asked) => {
        const pairs = new Pairs();
        const known = new Map<string, number>();
        const expected = asked.map(([first, second]) => {
          const text = `${first},${second}`;
          const before = known.get(text) ?? -1;
          if (before < 0) known.set(text, known.size);
          return [before, known.get(text)];
        });
        expect(asked.map((one) => [pairs.find(...one), pairs.of(...one)])).toEqual(expected);
        expect(pairs.count).toBe(known.size);
      }),
      { numRuns: 20 },
    );
  });

  it('tell the order of a pair', () => {
    const pairs = new Pairs();
    expect([pairs.of(1, 2), pairs.of(2, 1), pairs.find(1, 2), pairs.find(2, 2)]).toEqual([0, 1, 0, -1]);
  });
});
