import { Decimal } from 'decimal.js';
import fc from 'fast-check';
import { handSlip } from '../../../src/engine/localise/slips';
import { rankExplanations } from '../../../src/engine/localise/mistakes';
import { weightOf, type CellFacts } from '../../../src/engine/localise/weights';

describe('handSlip', () => {
  test.each([
    ['86.50', '85.60', 'swapped'],
    ['86.5', '85.5', 'digit'],
    ['86.50', '68.50', 'swapped'],
    ['1234.56', '1243.56', 'swapped'],
    ['12.5', '12.75', 'dropped'],
    ['12.7', '12.75', 'dropped'],
    ['123.45', '1223.45', 'dropped'],
    ['1223.45', '123.45', 'doubled'],
    ['1234.5', '123.45', 'point'],
    ['-12', '12', 'sign'],
    ['54.6', '56.4', 'swapped'],
    ['54.6', '57.4', undefined],
    ['54.6', '45.6', 'swapped'],
    ['54.6', '54.06', 'dropped'],
    ['1.23', '1.23', undefined],
    ['0', '1.23', undefined],
    ['-12', '13', undefined],
    ['10', '100', 'point'],
  ])('%s for %s: %s', (typed, meant, slip) => {
    expect(handSlip(new Decimal(typed), new Decimal(meant), 2)).toBe(slip);
  });

  test('what is typed tells trailing zeros that the value has lost', () => {
    expect(handSlip(new Decimal('10.5'), new Decimal('100.50'), 2, '10.50')).toBe('dropped');
    expect(handSlip(new Decimal('1205'), new Decimal('12.05'), 2, '１２０５')).toBe('point');
  });

  test('each substitution, swap, deletion and insertion of digits is a slip of some kind', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1000, max: 9999999 }),
        fc.nat(),
        fc.nat({ max: 9 }),
        fc.constantFrom('digit', 'swap', 'drop', 'add'),
        (cents, at, digit, kind) => {
          const meant = String(cents);
          const index = 1 + (at % (meant.length - 2));
          const typed = {
            digit: meant.slice(0, index) + String(digit) + meant.slice(index + 1),
            swap: meant.slice(0, index) + (meant[index + 1] ?? '') + (meant[index] ?? '') + meant.slice(index + 2),
            drop: meant.slice(0, index) + meant.slice(index + 1),
            add: meant.slice(0, index) + String(digit) + meant.slice(index),
          }[kind];
          if (typed === meant) return;
          // As integers: the text is the figure. A column with decimals is another matter, its point stays where it is.
          expect(handSlip(new Decimal(typed), new Decimal(meant), 0)).toBeDefined();
        },
      ),
    );
  });
});

describe('rankExplanations', () => {
  const value = (amount: string): { readonly kind: 'value'; readonly value: Decimal; readonly exact: true } => ({
    kind: 'value',
    value: new Decimal(amount),
    exact: true,
  });
  /** `12.34→12.43 0→5` is one alternative of two changes; variables are numbered through. */
  const ranked = (...alternatives: readonly string[]): readonly string[] => {
    const facts: CellFacts[] = [];
    const given = alternatives.map((text) =>
      text.split(' ').map((change) => {
        const [from = '', to = ''] = change.split('→');
        facts.push({ value: from === '' ? null : new Decimal(from), decimals: 2 });
        return { variable: facts.length - 1, to: value(to) };
      }),
    );
    return rankExplanations(given, { factsOf: (variable) => facts[variable] ?? { value: null, decimals: 2 } }).map(
      ({ changes, mistakes, share }) =>
        `${changes.map(({ variable, to }) => `${facts[variable]?.value?.toString() ?? ''}→${to.kind === 'value' ? to.value.toString() : '?'}`).join(' ')}: ${mistakes.map(({ kind }) => kind).join(' ')}${share > 0.9 ? ' !' : ''}`,
    );
  };

  test.each<[string, readonly string[], readonly string[]]>([
    [
      'a slip before an arbitrary change',
      ['731.22→629.31', '1234.56→1243.56'],
      ['1234.56→1243.56: swapped !', '731.22→629.31: other'],
    ],
    ['a slip before an omission', ['0→9', '1234.56→1243.56'], ['1234.56→1243.56: swapped !', '0→9: omission']],
    [
      'an omission before an arbitrary change',
      ['731.22→629.31', '→120.31'],
      ['→120.31: omission !', '731.22→629.31: other'],
    ],
    [
      'two changed places of one figure before two arbitrary ones',
      ['12.5→13.51 7.25→8', '0→88.12 88.12→0'],
      ['0→88.12 88.12→0: misplaced !', '12.5→13.51 7.25→8: other other'],
    ],
    [
      'two figures exchanged',
      ['88.12→91.03 91.03→88.12', '41.2→37.93 11.7→12.9'],
      ['88.12→91.03 91.03→88.12: exchanged !', '41.2→37.93 11.7→12.9: other other'],
    ],
    ['a unit slip', ['120000→12', '551.27→431.02'], ['120000→12: unit !', '551.27→431.02: other']],
  ])('%s', (_, alternatives, expected) => {
    const said = ranked(...alternatives);
    expect(said).toEqual(expected);
  });

  test('a digit too few in a sum is as likely as one too many in what it adds up: how often the amounts occur is counted once', () => {
    const facts: readonly CellFacts[] = [
      { value: new Decimal('99999.94'), decimals: 2, derived: true },
      { value: new Decimal('999999.94'), decimals: 2 },
    ];
    const [first, second] = rankExplanations(
      [[{ variable: 0, to: value('999999.94') }], [{ variable: 1, to: value('99999.94') }]],
      { factsOf: (variable) => facts[variable] ?? { value: null, decimals: 2 } },
    );
    expect(first?.share).toBeCloseTo(second?.share ?? 0);
  });

  test('a figure where none belongs was moved before an equal one where it does', () => {
    const move = (from: number, to: number) => [
      { variable: from, to: value('0') },
      { variable: to, to: value('54.60') },
    ];
    const facts: readonly CellFacts[] = [
      { value: new Decimal('54.60'), decimals: 2 },
      { value: null, decimals: 2, misfit: true },
      { value: new Decimal('54.60'), decimals: 2, misfit: true },
      { value: null, decimals: 2 },
    ];
    const ranks = rankExplanations([move(0, 1), move(2, 3)], {
      factsOf: (variable) => facts[variable] ?? { value: null, decimals: 2 },
    });
    expect(ranks.map(({ changes }) => changes.map(({ variable }) => variable))).toEqual([
      [2, 3],
      [0, 1],
    ]);
    expect(ranks[0]?.share).toBeGreaterThan(0.99);
  });

  test('of two equal slips the one that restores what the text states', () => {
    const facts: CellFacts = { value: new Decimal('1294.62'), decimals: 2 };
    const ranks = rankExplanations([[{ variable: 0, to: value('1249.62') }], [{ variable: 1, to: value('1924.62') }]], {
      factsOf: () => facts,
      isStated: (amount) => amount.equals('1249.62'),
    });
    expect(ranks.map(({ share }) => share)[0]).toBeCloseTo(10 / 11);
    expect(ranks[0]?.changes[0]?.variable).toBe(0);
  });

  test('short figures leave ties: any digit is one slip from any other', () => {
    const [first] = rankExplanations([[{ variable: 0, to: value('7') }], [{ variable: 1, to: value('9') }]], {
      factsOf: () => ({ value: new Decimal(4), decimals: 0 }),
    });
    expect(first?.share).toBeCloseTo(0.5);
  });
});

describe('weightOf', () => {
  test('three cells of the highest trust weigh less than four typed ones, and trust weighs something', () => {
    expect(3 * weightOf({ formula: true })).toBeLessThan(4 * weightOf({}));
    expect(weightOf({ formula: true })).toBeGreaterThan(weightOf({}));
  });
});
