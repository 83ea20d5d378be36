import { Decimal } from 'decimal.js';
import fc from 'fast-check';
import { complete } from '../../../src/engine/localise/complete';
import type { System } from '../../../src/engine/localise/system';
import { rowOf, systemOf, type EditingCase } from '../../fixtures/editing/cases';
import data from '../../fixtures/editing/impute.json';

interface Case extends EditingCase {
  readonly options?: unknown;
  readonly expected: {
    readonly feasible: boolean;
    readonly record?: Readonly<Record<string, string | null>>;
  };
}

/**
 * Cases answered otherwise by intent, with the reason.
 */
const OTHERWISE: Readonly<Record<string, string>> = {
  'adapt-extra-field':
    'y4 = 12 breaks its own rule: a figure that stands is not replaced by completion, localisation names it instead',
  'conflicting-present-value':
    'y1 shares no row with y4, which breaks its own rule: what is wrong elsewhere in a workbook does not keep a blank from being filled',
};

describe('the published cases of deductive imputation', () => {
  test.each((data.cases as unknown as readonly Case[]).map((given) => [given.name, given] as const))(
    '%s',
    (name, given) => {
      const system = systemOf(given, data.rules);
      const { derived, conflicts } = complete(system);
      const filled: Readonly<Record<string, string>> = Object.fromEntries(
        derived.map(({ variable, value }) => [system.names[variable] ?? '', value.toFixed()]),
      );
      const missing = Object.keys(given.record).filter((variable) => given.record[variable] === null);
      if (OTHERWISE[name]) {
        expect(filled).toEqual({ y1: '0' });
        expect(conflicts).toEqual([]);
      } else if (!given.expected.feasible) {
        // Nothing is filled that hangs on figures which contradict each other.
        expect(conflicts.length).toBeGreaterThan(0);
        for (const { variables } of conflicts)
          for (const variable of variables) expect(filled).not.toHaveProperty(system.names[variable] ?? '');
      } else {
        const expected = given.expected.record ?? {};
        expect(filled).toEqual(
          Object.fromEntries(
            missing.flatMap((variable) => (expected[variable] === null ? [] : [[variable, expected[variable]]])),
          ),
        );
        expect(conflicts).toEqual([]);
      }
    },
  );
});

function system(record: string, ...rules: readonly string[]): System & { readonly names: readonly string[] } {
  const words = [...record.matchAll(/(\w+) (-?[\d.]+|\?)/g)];
  const names = words.map(([, name = '']) => name);
  return {
    names,
    variables: words.map(([, , value = '']) => ({ value: value === '?' ? null : new Decimal(value), weight: 1 })),
    rows: rules.map((rule) => rowOf(rule, names)),
  };
}

describe('complete', () => {
  test.each<[string, string, readonly string[], readonly string[]]>([
    ['a blank from its row', 'a 1 b ? c 3.5', ['a + b - c = 0'], ['b=2.5 by 0']],
    ['one after the other', 'a 1 b ? c 3 d ? e 9', ['b + d - e = 0', 'a + b - c = 0'], ['b=2 by 1', 'd=7 by 0,1']],
    [
      'two that only rows together determine',
      'a ? b ? c 5 d 1',
      ['a + b - c = 0', 'a - b - d = 0'],
      ['a=3 by 0,1', 'b=2 by 0,1'],
    ],
    [
      'zeros because nothing is left over',
      'a 5 b ? c ? d 5',
      ['a + b + c - d = 0', 'b >= 0', 'c >= 0'],
      ['b=0 by 0,1,2, by bounds', 'c=0 by 0,1,2, by bounds'],
    ],
    ['open without another row', 'a 5 b ? c ? d 6', ['a + b + c - d = 0', 'b >= 0', 'c >= 0'], []],
    ['a failed row elsewhere', 'a 1 b ? c 3 d 1 e 2', ['a + b - c = 0', 'd - e = 0'], ['b=2 by 0']],
    [
      'a failed row over a figure that it follows from',
      'a 1 b ? c 3 d 2',
      ['a + b - c = 0', 'a - d = 0'],
      ['b=2 by 0, doubtful'],
    ],
  ])('%s', (_, record, rules, expected) => {
    const given = system(record, ...rules);
    const { derived, conflicts } = complete(given);
    expect(
      derived.map(
        ({ variable, value, rows, bounded, doubtful }) =>
          `${given.names[variable] ?? ''}=${value.toString()} by ${rows.join()}${bounded ? ', by bounds' : ''}${doubtful ? ', doubtful' : ''}`,
      ),
    ).toEqual(expected);
    expect(conflicts).toEqual([]);
  });

  test('a blank that two rows determine differently is a conflict with both values', () => {
    const { derived, conflicts } = complete(
      system('a 1 b ? c 3 d 4 e ? f 5', 'a + b - c = 0', 'b + d - e = 0', 'e - f = 0'),
    );
    expect(derived).toEqual([]);
    expect(conflicts).toMatchObject([{ rows: [0, 1, 2], variables: [1, 4], differing: { variable: 1 } }]);
    const [conflict] = conflicts;
    expect(conflict?.differing?.readings.map(({ value, rows }) => `${value.toString()} by ${rows.join()}`)).toEqual([
      '2 by 0',
      '1 by 1,2',
    ]);
  });

  test('a blank that would have to be negative is left, and the rows that say so are named', () => {
    const { derived, conflicts } = complete(system('a 5 b ? c 4', 'a + b - c = 0', 'b >= 0'));
    expect(derived).toEqual([]);
    expect(conflicts).toEqual([{ rows: [0, 1], variables: [1] }]);
  });

  test('what is taken out of tables that agree comes back, or is left, never otherwise', () => {
    const table = fc.array(fc.array(fc.integer({ min: 0, max: 9999 }), { minLength: 3, maxLength: 3 }), {
      minLength: 2,
      maxLength: 4,
    });
    fc.assert(
      fc.property(table, fc.array(fc.nat(), { maxLength: 8 }), (block, gone) => {
        const cells = block.flatMap((line) => [...line, line.reduce((sum, value) => sum + value, 0)]);
        const totals = [0, 1, 2, 3].map((column) =>
          cells.filter((_, index) => index % 4 === column).reduce((sum, value) => sum + value, 0),
        );
        const truth = [...cells, ...totals];
        const at = (line: number, column: number): number => line * 4 + column;
        const rows = [
          ...[...block, totals].map((_, line) => ({
            op: '=' as const,
            terms: [0, 1, 2, 3].map((column) => ({ variable: at(line, column), coefficient: column === 3 ? -1 : 1 })),
          })),
          ...[0, 1, 2, 3].map((column) => ({
            op: '=' as const,
            terms: [...block, totals].map((_, line) => ({
              variable: at(line, column),
              coefficient: line === block.length ? -1 : 1,
            })),
          })),
          ...truth.map((_, variable) => ({ op: '>=' as const, terms: [{ variable, coefficient: 1 }] })),
        ];
        const missing = new Set(gone.map((index) => index % truth.length));
        const { derived, conflicts } = complete({
          rows,
          variables: truth.map((value, index) => ({
            value: missing.has(index) ? null : new Decimal(value),
            weight: 1,
          })),
        });
        expect(conflicts).toEqual([]);
        for (const { variable, value } of derived) expect(value.toNumber()).toBe(truth[variable]);
        if (missing.size <= 1) expect(derived).toHaveLength(missing.size);
      }),
    );
  });
});
