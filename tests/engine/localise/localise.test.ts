import { Decimal } from 'decimal.js';
import fc from 'fast-check';
import { localise } from '../../../src/engine/localise/localise';
import type { Group, NewValue, Row, System, Variable } from '../../../src/engine/localise/system';
import { holds, rowOf } from '../../fixtures/editing/cases';
import { equationsCanHold } from './equations-hold';
import { canHold } from './fourier-motzkin';

/** `a 10 b 4 c !6 d ?` with rules: `!` fixed, `?` missing, `*2` a weight. */
function system(record: string, ...rules: readonly string[]): System & { readonly names: readonly string[] } {
  const words = [...record.matchAll(/(\w+) (!?)(-?[\d.]+|\?)(?:\*(\d+))?/g)];
  const names = words.map(([, name = '']) => name);
  const variables = words.map(([, , fixed, value = '', weight]): Variable => ({
    value: value === '?' ? null : new Decimal(value),
    weight: Number(weight ?? 1),
    ...(fixed ? { fixed: true as const } : {}),
  }));
  return { names, variables, rows: rules.map((rule) => rowOf(rule, names)) };
}

const said = (to: NewValue): string =>
  to.kind === 'value'
    ? `${to.exact ? '' : '≈'}${to.value.toString()}`
    : `${to.min?.toString() ?? ''}…${to.max?.toString() ?? ''}`;

/** `rows: name=value, name=value | other alternative`, a line a group. */
function words(names: readonly string[], groups: readonly Group[]): readonly string[] {
  return groups.map(({ rows, alternatives, more, proved }) => {
    const each = alternatives.map((changes) =>
      changes.map(({ variable, to }) => `${names[variable] ?? ''}=${said(to)}`).join(', '),
    );
    return `${rows.join(',')}: ${each.join(' | ')}${more ? ' …' : ''}${proved ? '' : ' ?'}`;
  });
}

describe('localise', () => {
  test.each<[string, string, readonly string[], readonly string[]]>([
    ['rows that hold', 'a 1 b 2 c 3', ['a + b - c = 0'], []],
    ['one row: each of its variables may be wrong', 'a 1 b 2 c 4', ['a + b - c = 0'], ['0: a=2 | b=3 | c=3']],
    [
      'two rows single out the cell they share',
      'a 1 b 3 c 3 d 2 e 4',
      ['a + b - c = 0', 'b + d - e = 0'],
      ['0,1: b=2'],
    ],
    [
      'a cell in a row that holds is not blamed',
      'a 1 b 2 c 4 d 2',
      ['a + b - c = 0', 'b - d = 0', 'c = 4'],
      ['0: a=2'],
    ],
    ['more trust, less blame', 'a 1*3 b 2*2 c 4*3', ['a + b - c = 0'], ['0: b=3']],
    ['two light ones rather than a heavy one', 'a 1*3 b 2 c 4 d 9*9', ['a - b = 0', 'a - c = 0'], ['0: b=1', '1: c=1']],
    ['a fixed one never', 'a 1 b !2 c !4', ['a + b - c = 0'], ['0: a=2']],
    ['nothing may be changed', 'a !1 b !2 c !4 d 1 e 2', ['a + b - c = 0', 'd - e = 0'], ['0: ', '1: d=2 | e=1']],
    ['no change can help', 'a 1 b 2', ['a - b = 0', 'a - b = 1'], ['0,1: ']],
    [
      'what no change can help spoils nothing else',
      'a 1 b 2 c 1 d 2',
      ['a - b = 0', 'a - b = 1', 'c - d = 0'],
      ['0,1: ', '2: c=2 | d=1'],
    ],
    [
      'two errors far apart are two groups',
      'a 1 b 2 c 4 d 1 e 2 f 4 g 8',
      ['a + b - c = 0', 'd + e - f = 0', 'c + f - g = 0'],
      ['0: a=2 | b=3', '1: d=2 | e=3'],
    ],
    ['a missing value takes the difference', 'a 1 b ? c 4', ['a + b - c = 0'], []],
    [
      'a missing value that would have to be negative does not',
      'a 5 b ? c 4',
      ['a + b - c = 0', 'b >= 0'],
      ['1: a=…4 | c=5…'],
    ],
    ['an inequality alone leaves the value open', 'a 5 b 4', ['b - a >= 0'], ['0: a=…4 | b=5…']],
    [
      'an equation with its inequality',
      'a 5 b 4 c 9',
      ['a + b - c = 0', 'b - a >= 0'],
      ['1: a=…4.5, b=4.5… | a=…4, c=…8 | b=5…, c=10…'],
    ],
    [
      'a negative amount is out where amounts are positive',
      'a 5 b 1 c 3',
      ['a + b - c = 0', 'b >= 0', 'a - b >= 3'],
      ['0: c=6'],
    ],
    ['a fraction that no decimal ends', 'a 1 b 1', ['3 a - b = 0'], ['0: a=≈0.33333333333333333333 | b=3']],
    [
      'bounds that contradict each other over missing values',
      'a 9 b ? c ?',
      ['b - c = 0', 'b - a >= 0', 'c <= 5'],
      [': a=…5'],
    ],
  ])('%s', (_, record, rules, expected) => {
    const given = system(record, ...rules);
    const { groups, proved } = localise(given);
    expect(words(given.names, groups)).toEqual(expected);
    expect(proved).toBe(true);
  });

  test('a row holds within its slack, and a value is then known but for it', () => {
    const row = (slack: string): Row => ({ ...rowOf('a + b - c = 0', ['a', 'b', 'c']), slack: new Decimal(slack) });
    const { variables, names } = system('a 1.00 b 2.00 c 3.02');
    expect(localise({ variables, rows: [row('0.02')] }).groups).toEqual([]);
    expect(words(names, localise({ variables, rows: [row('0.015')] }).groups)).toEqual([
      '0: a=1.005…1.035 | b=2.005…2.035 | c=2.985…3.015',
    ]);
  });

  test('what the bound of work leaves unproved is said so, and repairs the rows nevertheless', () => {
    const given = system('a 1 b 2 c 4 d 8 e 17', 'a + b - c = 0', 'c - d = 0', 'a + d - e = 0');
    const { groups, proved } = localise(given, { maxWork: 0 });
    expect(proved).toBe(false);
    expect(groups.every((group) => !group.proved && group.alternatives.length === 1)).toBe(true);
    expect(repaired(given, groups)).toBe(true);
  });

  test('alternatives beyond the limit are said to exist', () => {
    const { groups } = localise(system('a 1 b 2 c 4', 'a + b - c = 0'), { maxAlternatives: 2 });
    expect(groups).toMatchObject([{ more: true, alternatives: [{ length: 1 }, { length: 1 }] }]);
  });
});

/** True where writing the first alternative of each group, wherever it is determined, lets all rows hold. */
function repaired({ variables, rows }: System, groups: readonly Group[]): boolean {
  const values = variables.map(({ value }) => value ?? new Decimal(0));
  for (const { alternatives } of groups) {
    for (const { variable, to } of alternatives[0] ?? []) {
      if (to.kind === 'open') return true;
      values[variable] = to.value;
    }
  }
  return rows.every((row) => holds(row, values));
}

const smallSystem: fc.Arbitrary<System> = fc.integer({ min: 3, max: 6 }).chain((count) =>
  fc.record({
    variables: fc.array(
      fc.record({
        value: fc.oneof(
          { weight: 9, arbitrary: fc.integer({ min: -3, max: 9 }).map((value) => new Decimal(value)) },
          { weight: 1, arbitrary: fc.constant(null) },
        ),
        weight: fc.constantFrom(1, 1, 2, 1.5),
      }),
      { minLength: count, maxLength: count },
    ),
    rows: fc.array(
      fc
        .record({
          members: fc.uniqueArray(fc.integer({ min: 0, max: count - 1 }), { minLength: 1, maxLength: 3 }),
          coefficients: fc.array(fc.constantFrom(1, 1, -1, -1, 2), { minLength: 3, maxLength: 3 }),
          op: fc.constantFrom('=' as const, '=' as const, '>=' as const, '>' as const),
          constant: fc.integer({ min: -2, max: 4 }),
          slack: fc.constantFrom(0, 0, 0, 1),
        })
        .map(({ members, coefficients, op, constant, slack }): Row => ({
          terms: members.map((variable, index) => ({ variable, coefficient: coefficients[index] ?? 1 })),
          op,
          constant: new Decimal(constant),
          slack: new Decimal(slack),
        })),
      { minLength: 1, maxLength: 5 },
    ),
  }),
);

/** Many equations that hold and some that do not: whoever changes a variable has to go on from equation to equation. */
const chained: fc.Arbitrary<System> = fc.integer({ min: 4, max: 6 }).chain((count) =>
  fc
    .record({
      variables: fc.array(
        fc.record({
          value: fc.integer({ min: -3, max: 9 }).map((value) => new Decimal(value)),
          weight: fc.constantFrom(1, 1, 2),
        }),
        { minLength: count, maxLength: count },
      ),
      sums: fc.array(
        fc.record({
          members: fc.uniqueArray(fc.integer({ min: 0, max: count - 1 }), { minLength: 2, maxLength: 4 }),
          coefficients: fc.array(fc.constantFrom(1, 1, -1, -1, 2), { minLength: 4, maxLength: 4 }),
          offBy: fc.constantFrom(0, 0, 0, 0, 1, 2),
        }),
        { minLength: 3, maxLength: 6 },
      ),
    })
    .map(({ variables, sums }) => ({
      variables,
      rows: sums.map(({ members, coefficients, offBy }): Row => {
        const terms = members.map((variable, index) => ({ variable, coefficient: coefficients[index] ?? 1 }));
        const sum = terms.reduce(
          (total, { variable, coefficient }) => total.plus(variables[variable]?.value.times(coefficient) ?? 0),
          new Decimal(offBy),
        );
        return { terms, op: '=', constant: sum };
      }),
    })),
);

/** Least-weight sets by trying all of them. */
function byExhaustion(
  system: System,
  holdsFor = canHold,
): { readonly weight: number; readonly sets: readonly string[] } | undefined {
  const present = system.variables.flatMap(({ value }, index) => (value ? [index] : []));
  let best: { weight: number; sets: string[] } | undefined;
  for (let mask = 0; mask < 2 ** present.length; mask++) {
    const set = present.filter((_, index) => (mask >> index) & 1);
    const weight = set.reduce((sum, variable) => sum + (system.variables[variable]?.weight ?? 0), 0);
    if ((best && weight > best.weight) || !holdsFor(system, new Set(set))) continue;
    if (!best || weight < best.weight) best = { weight, sets: [] };
    best.sets.push(set.join());
  }
  return best;
}

function setsOf(groups: readonly Group[]): readonly string[] {
  const all = groups.reduce<readonly (readonly number[])[]>(
    (sets, { alternatives }) =>
      sets.flatMap((set) => alternatives.map((changes) => [...set, ...changes.map(({ variable }) => variable)])),
    [[]],
  );
  return all.map((set) => [...set].sort((a, b) => a - b).join());
}

describe('any small system', () => {
  test('what one part cannot do is not held against another that has nothing to do with it', () => {
    // x2 + x3 < 0, x2 within 1 of x0, x3 = -x0; apart from them x1 = -x4.
    const value = (amount: number, weight = 1) => ({ value: new Decimal(amount), weight });
    const row = (terms: readonly (readonly [number, number])[], op: Row['op'], slack = 0): Row => ({
      terms: terms.map(([variable, coefficient]) => ({ variable, coefficient })),
      op,
      slack: new Decimal(slack),
    });
    const system: System = {
      variables: [value(0), value(-1), value(2, 2), value(2, 2), value(0)],
      rows: [
        row(
          [
            [3, -1],
            [2, -1],
          ],
          '>',
        ),
        row(
          [
            [4, 1],
            [1, 1],
          ],
          '=',
        ),
        row(
          [
            [2, 1],
            [0, -1],
          ],
          '=',
          1,
        ),
        row(
          [
            [3, -1],
            [0, -1],
          ],
          '=',
        ),
      ],
    };
    expect([...setsOf(localise(system).groups)].sort()).toEqual(['0,1,2', '0,1,3', '0,2,4', '0,3,4']);
    expect([...(byExhaustion(system)?.sets ?? [])].sort()).toEqual(['0,1,2', '0,1,3', '0,2,4', '0,3,4']);
  });

  test.each([
    ['of any rows', smallSystem, canHold, 300],
    ['of equations most of which hold', chained, equationsCanHold, 150],
  ])('%s: gives just the least-weight sets that trying all of them gives', (_, systems, holdsFor, numRuns) => {
    fc.assert(
      fc.property(systems, (system) => {
        const expected = byExhaustion(system, holdsFor);
        const { groups, proved } = localise(system);
        expect(proved).toBe(true);
        if (!expected) {
          expect(groups.some(({ alternatives }) => alternatives.length === 0)).toBe(true);
          return;
        }
        expect([...setsOf(groups)].sort()).toEqual([...expected.sets].sort());
        expect(groups.reduce((sum, group) => sum + group.weight, 0)).toBeCloseTo(expected.weight, 9);
      }),
      { numRuns: numRuns },
    );
  });
});

/** Two-way tables with totals, chained by a row of their grand totals: the shape of budget tables. */
const tables = fc
  .record({
    blocks: fc.array(
      fc.integer({ min: 2, max: 4 }).chain((width) =>
        fc.array(fc.array(fc.integer({ min: 0, max: 99999 }), { minLength: width, maxLength: width }), {
          minLength: 2,
          maxLength: 4,
        }),
      ),
      { minLength: 1, maxLength: 3 },
    ),
    errors: fc.array(fc.tuple(fc.nat(), fc.integer({ min: 1, max: 9999 })), { maxLength: 3 }),
  })
  .map(({ blocks, errors }) => {
    const truth: number[] = [];
    const rows: Row[] = [];
    const cell = (value: number): number => truth.push(value) - 1;
    const total = (parts: readonly number[]): number => {
      const whole = cell(parts.reduce((sum, part) => sum + (truth[part] ?? 0), 0));
      rows.push({
        terms: [{ variable: whole, coefficient: 1 }, ...parts.map((variable) => ({ variable, coefficient: -1 }))],
        op: '=',
      });
      return whole;
    };
    const grand = blocks.map((block) => {
      const lines = block.map((line) => {
        const cells = line.map(cell);
        return [...cells, total(cells)];
      });
      const columns = (lines[0] ?? []).map((_, column) => total(lines.map((line) => line[column] ?? 0)));
      rows.push({
        terms: columns.map((variable, index) => ({ variable, coefficient: index === columns.length - 1 ? -1 : 1 })),
        op: '=',
      });
      return columns.at(-1) ?? 0;
    });
    total(grand);
    for (const index of truth.keys()) rows.push({ terms: [{ variable: index, coefficient: 1 }], op: '>=' });
    const values = [...truth];
    const injected = new Set(errors.map(([at]) => at % truth.length));
    for (const [at, by] of errors) values[at % truth.length] = (truth[at % truth.length] ?? 0) + by;
    const asSystem = (amounts: readonly number[]): System => ({
      variables: amounts.map((amount) => ({ value: new Decimal(amount).div(100), weight: 1 })),
      rows,
    });
    return { clean: asSystem(truth), wrong: asSystem(values), injected };
  });

describe('tables with injected errors', () => {
  test('the answer is no heavier than what was injected, and repairs all rows exactly', () => {
    fc.assert(
      fc.property(tables, ({ wrong, injected }) => {
        const { groups, proved } = localise(wrong);
        expect(proved).toBe(true);
        expect(groups.reduce((sum, group) => sum + group.weight, 0)).toBeLessThanOrEqual(injected.size);
        expect(groups.every(({ alternatives }) => alternatives.length > 0)).toBe(true);
        expect(repaired(wrong, groups)).toBe(true);
      }),
      { numRuns: 150 },
    );
  });

  test('what little work finds repairs all rows as well, and is not called proved without reason', () => {
    fc.assert(
      fc.property(tables, fc.integer({ min: 0, max: 300 }), ({ wrong }, maxWork) => {
        const { groups, proved } = localise(wrong, { maxWork });
        expect(repaired(wrong, groups)).toBe(true);
        const weight = (all: readonly Group[]): number => all.reduce((sum, group) => sum + group.weight, 0);
        if (proved) expect(weight(groups)).toBe(weight(localise(wrong).groups));
        else expect(weight(groups)).toBeGreaterThanOrEqual(weight(localise(wrong).groups));
      }),
      { numRuns: 150 },
    );
  });

  test('clean tables have no group', () => {
    fc.assert(
      fc.property(tables, ({ clean }) => localise(clean).groups.length === 0),
      { numRuns: 50 },
    );
  });

  test('the order of rows and variables does not matter', () => {
    fc.assert(
      fc.property(tables, fc.infiniteStream(fc.nat()), ({ wrong }, stream) => {
        const shuffled = (length: number): readonly number[] => {
          const order = Array.from({ length }, (_, index) => index);
          for (let index = length - 1; index > 0; index--) {
            const other = (stream.next().value ?? 0) % (index + 1);
            [order[index], order[other]] = [order[other] ?? 0, order[index] ?? 0];
          }
          return order;
        };
        const order = shuffled(wrong.variables.length);
        const place = order.map((_, index) => order.indexOf(index));
        const mixed: System = {
          variables: order.map((index) => wrong.variables[index] ?? { value: null, weight: 1 }),
          rows: shuffled(wrong.rows.length).map((index) => {
            const row = wrong.rows[index] ?? { terms: [], op: '=' as const };
            return {
              ...row,
              terms: row.terms.map(({ variable, coefficient }) => ({ variable: place[variable] ?? 0, coefficient })),
            };
          }),
        };
        const back = localise(mixed).groups.map((group) =>
          group.alternatives
            .map((changes) =>
              changes
                .map(({ variable, to }) => `${order[variable] ?? ''}=${said(to)}`)
                .sort()
                .join(),
            )
            .sort()
            .join(' | '),
        );
        const direct = localise(wrong).groups.map((group) =>
          group.alternatives
            .map((changes) =>
              changes
                .map(({ variable, to }) => `${variable}=${said(to)}`)
                .sort()
                .join(),
            )
            .sort()
            .join(' | '),
        );
        expect([...back].sort()).toEqual([...direct].sort());
      }),
      { numRuns: 60 },
    );
  });
});
