import { Decimal } from 'decimal.js';
import fc from 'fast-check';
import { editionById } from '../../../src/commands/check';
import type { ResolvedEdition } from '../../../src/engine/edition/resolve';
import type { LedgerRow } from '../../../src/engine/ledger/ledger';
import { ledgerSource } from '../../../src/engine/ledger/ledger-source';
import { lineItems } from '../../../src/engine/ledger/line-items';
import { Meanings } from '../../../src/engine/ledger/meanings';

const cell = { sheet: '台账', row: 2, column: 7 };
const meanings = new Meanings();
const row = (over: Partial<LedgerRow>): LedgerRow => {
  const said = { ...plain, ...over };
  return { ...said, meaning: meanings.of(said.functional, said.kind, said.economic, said.fund, said.project) };
};
const plain: Omit<LedgerRow, 'meaning'> = {
  functional: '2010301',
  functionalName: '',
  economicName: '',
  kind: '人员经费',
  economic: '30101',
  project: undefined,
  unit: '',
  fund: '一般公共预算',
  now: new Decimal(1),
  before: undefined,
  nowCell: cell,
  beforeCell: undefined,
};

let edition: ResolvedEdition;
beforeAll(async () => {
  edition = await editionById('xinjiang-2021');
});

const valuesOf = (rows: readonly LedgerRow[]): readonly string[] =>
  lineItems({ rows }, edition).now.items.map(({ value }) => value.toFixed());

describe('line items', () => {
  test('rows that mean the same are one item', () => {
    expect(
      valuesOf([row({ now: new Decimal('1.1') }), row({ now: new Decimal('2.2') }), row({ economic: '30102' })]),
    ).toEqual(['3.3', '1']);
  });

  test('the exact total of a fund is kept when items are rounded', () => {
    const thirds = ['30101', '30102', '30103'].map((economic) => row({ economic, now: new Decimal('0.333') }));
    expect(valuesOf(thirds)).toEqual(['0.34', '0.33', '0.33']);
    expect(lineItems({ rows: thirds }, edition).now.rounded).toHaveLength(3);
  });

  test('nothing is touched where all amounts have as many digits as the tables print', () => {
    const { items, rounded } = lineItems({ rows: [row({ now: new Decimal('12.34') })] }, edition).now;
    expect([items[0]?.value.toFixed(), rounded.length]).toEqual(['12.34', 0]);
  });

  test.each([
    ['an amount of a ledger', '123456.78', '246913.56'],
    ['all that fits into the whole numbers of a machine', '46116860184273879.03', '92233720368547758.06'],
    ['more than that', '46116860184273879.04', '92233720368547758.08'],
    ['more, and taken away', '-46116860184273879.04', '-92233720368547758.08'],
  ])('a sum is exact, however large: %s', (_what, amount, twice) => {
    const now = new Decimal(amount);
    const { items } = lineItems({ rows: [row({ now }), row({ economic: '30102', now })] }, edition).now;
    expect(ledgerSource(items, edition).told({ fund: '一般公共预算' })?.value.toFixed()).toBe(twice);
  });

  const rows = fc.array(
    fc.record({
      functional: fc.constantFrom('2010301', '2010399', '2050201'),
      economic: fc.constantFrom('30101', '30102', '30201'),
      fund: fc.constantFrom('一般公共预算', '事业收入'),
      tenThousandths: fc.integer({ min: -2_000_000, max: 20_000_000 }),
    }),
    { minLength: 1, maxLength: 25 },
  );

  test('whatever the rows: two digits, each fund as its exact total rounded, each item within a cent, in any order', () => {
    fc.assert(
      fc.property(rows, fc.nat(), (generated, turn) => {
        const given = generated.map(({ tenThousandths, ...rest }) =>
          row({ ...rest, now: new Decimal(tenThousandths).div(10_000) }),
        );
        const { items } = lineItems({ rows: given }, edition).now;
        const source = ledgerSource(items, edition);
        for (const { value } of items) expect(value.decimalPlaces()).toBeLessThanOrEqual(2);
        for (const fund of new Set(given.map((one) => one.fund))) {
          const exact = given
            .filter((one) => one.fund === fund)
            .reduce((sum, { now }) => sum.plus(now ?? 0), new Decimal(0));
          expect(source.told({ fund })?.value.toFixed()).toBe(
            exact.toDecimalPlaces(2, Decimal.ROUND_HALF_UP).toFixed(),
          );
        }
        const by = turn % given.length;
        const turned = lineItems({ rows: [...given.slice(by), ...given.slice(0, by)] }, edition).now;
        const keyed = (list: typeof items) =>
          new Map(list.map(({ at, value }) => [JSON.stringify(Object.entries(at).sort()), value.toFixed()]));
        expect(keyed(turned.items)).toEqual(keyed(items));
      }),
      { numRuns: 200, seed: 7 },
    );
  });
});

describe('what is rounded stays near what it was', () => {
  const kinds = [
    { kind: '人员经费', economic: '30101' },
    { kind: '人员经费', economic: '30102' },
    { kind: '公用经费', economic: '30201' },
    { kind: '项目支出', economic: '30201', project: '甲' },
    { kind: '项目支出', economic: '31002', project: '甲' },
    { kind: '项目支出', economic: '30201', project: '乙' },
  ] as const;
  const rowsOf = (funds: readonly string[]) =>
    fc.array(
      fc.record({
        functional: fc.constantFrom('2010301', '2010302', '2010399', '2050201', '2050299', '2080505'),
        fund: fc.constantFrom(...funds),
        said: fc.constantFrom(...kinds),
        yuan: fc.integer({ min: 1, max: 2_000_000 }),
      }),
      { minLength: 1, maxLength: 60 },
    );
  const whole = (kind = ''): string => (kind === '项目支出' ? '项目支出' : '基本支出');
  type At = Readonly<Record<string, string | undefined>>;

  /** By how much the rounded totals of groups differ from the exact ones at most, in 万元. */
  function furthest(rows: readonly LedgerRow[], group: (at: At) => string): number {
    const { items } = lineItems({ rows }, edition).now;
    const errors = new Map<string, Decimal>();
    const add = (key: string, value: Decimal): void =>
      void errors.set(key, (errors.get(key) ?? new Decimal(0)).plus(value));
    for (const { functional, kind, economic, fund, now } of rows)
      add(group({ functional, kind, economic, fund }), now?.neg() ?? new Decimal(0));
    for (const { at, value } of items) add(group(at), value);
    return Math.max(...[...errors.values()].map((error) => error.abs().toNumber()));
  }

  function holds(funds: readonly string[], check: (rows: readonly LedgerRow[]) => void): void {
    fc.assert(
      fc.property(rowsOf(funds), (drawn) => {
        check(drawn.map(({ said, yuan, ...rest }) => row({ ...rest, ...said, now: new Decimal(yuan).div(10_000) })));
      }),
      { numRuns: 300, seed: 7 },
    );
  }
  const CENT = 0.01;
  const HALF = 0.005;

  test('of one fund: itself, basic and project expenditure, 类, 款, 项, and each 项 of both', () => {
    holds(['一般公共预算'], (rows) => {
      expect(furthest(rows, () => '')).toBeLessThanOrEqual(HALF);
      expect(furthest(rows, ({ kind }) => whole(kind))).toBeLessThan(CENT);
      for (const digits of [3, 5, 7])
        expect(furthest(rows, ({ functional }) => functional?.slice(0, digits) ?? '')).toBeLessThan(CENT);
      expect(furthest(rows, ({ functional, kind }) => `${functional ?? ''}${whole(kind)}`)).toBeLessThan(CENT);
    });
  });

  test('of several funds: each of them, and within each basic and project expenditure, 项 and items', () => {
    holds(['一般公共预算', '事业收入', '政府性基金预算'], (rows) => {
      expect(furthest(rows, ({ fund }) => fund ?? '')).toBeLessThanOrEqual(HALF);
      expect(furthest(rows, ({ fund, kind }) => `${fund ?? ''}${whole(kind)}`)).toBeLessThan(CENT);
      expect(
        furthest(rows, ({ fund, kind, functional }) => `${fund ?? ''}${whole(kind)}${functional ?? ''}`),
      ).toBeLessThan(CENT);
      // All funds together are as far off as these are: no rounding of each of them is nearer.
      expect(furthest(rows, ({ kind }) => whole(kind))).toBeLessThan(2 * CENT);
      expect(furthest(rows, ({ functional }) => functional ?? '')).toBeLessThan(2 * CENT);
    });
  });

  test('of each of several funds: 人员 and 公用经费, and economic 类', () => {
    const codes = ['30101', '30102', '30108', '30110', '30201', '30202', '30211', '30217', '30301', '30305', '31002'];
    const drawn = fc.sample(
      fc.record({
        functional: fc.constantFrom('2010301', '2010399', '2050201', '2080505', '2101101', '2130701', '2210201'),
        fund: fc.constantFrom('一般公共预算', '一般公共预算', '政府性基金预算', '事业收入'),
        economic: fc.constantFrom(...codes),
        project: fc.option(fc.integer({ min: 1, max: 30 }), { freq: 2, nil: undefined }),
        yuan: fc.integer({ min: 1, max: 2_000_000 }),
      }),
      { numRuns: 900, seed: 7 },
    );
    const rows = drawn.map(({ project, economic, yuan, ...rest }) =>
      row({
        ...rest,
        economic,
        kind: project !== undefined ? '项目支出' : /^30[13]/.test(economic) ? '人员经费' : '公用经费',
        project: project === undefined ? undefined : `项目${project}`,
        now: new Decimal(yuan).div(10_000),
      }),
    );
    expect(furthest(rows, ({ fund, kind }) => `${fund ?? ''}${kind ?? ''}`)).toBeLessThan(CENT);
    const ofClass = ({ fund, kind, economic }: At): string =>
      `${fund ?? ''}${kind ?? ''}${economic?.slice(0, 3) ?? ''}`;
    expect(furthest(rows, ofClass)).toBeLessThan(CENT);
  });

  test('many small rows do not add up to another basic expenditure', () => {
    const rows = Array.from({ length: 600 }, (_, index) =>
      row({
        ...(kinds[index % kinds.length] ?? kinds[0]),
        functional: ['2010301', '2010399', '2050201'][index % 3] ?? '',
        project: index % 6 > 2 ? `项目${index}` : undefined,
        now: new Decimal(10_049 + index * 37).div(10_000),
      }),
    );
    expect(furthest(rows, ({ kind }) => whole(kind))).toBeLessThan(CENT);
    expect(furthest(rows, ({ functional }) => functional ?? '')).toBeLessThan(CENT);
  });

  test('a project of which rounding leaves nothing is told', () => {
    const ofProject = (project: string, now: string) =>
      row({ kind: '项目支出', economic: '30201', project, now: new Decimal(now) });
    const { items, vanished } = lineItems(
      { rows: [ofProject('大', '5'), ofProject('小', '0.004'), ofProject('零', '0')] },
      edition,
    ).now;
    expect(items.map(({ value }) => value.toFixed())).toEqual(['5', '0', '0']);
    expect(vanished.map(({ project }) => project)).toEqual(['小']);
  });
});

describe('the ledger as a source', () => {
  const rows = [
    row({ now: new Decimal(10) }),
    row({ kind: '公用经费', economic: '30217', now: new Decimal(2) }),
    row({ functional: '2010399', kind: '项目支出', economic: '30217', project: '接待', now: new Decimal(5) }),
    row({
      functional: '2050201',
      kind: '项目支出',
      economic: '302',
      project: '设备',
      fund: '事业收入',
      now: new Decimal(7),
    }),
    row({
      functional: '2050201',
      kind: '项目支出',
      economic: '302',
      project: '设备',
      fund: '政府性基金预算',
      now: new Decimal(1),
    }),
  ];

  test.each<[scope: Readonly<Record<string, string>>, amount: string]>([
    [{}, '25'],
    [{ flow: '收入' }, '25'],
    [{ flow: '支出', fund: '财政拨款' }, '18'],
    [{ flow: '支出', functional: '201' }, '17'],
    [{ flow: '支出', functional: '20103', kind: '基本支出' }, '12'],
    [{ threePublic: '“三公”经费' }, '7'],
    [{ threePublic: '公务接待费', kind: '基本支出' }, '2'],
    [{ kind: '项目支出', project: '设备', fund: '财政拨款' }, '1'],
    [{ kind: '项目支出', project: '设备', fund: '财政拨款以外资金' }, '7'],
    [{ functional: '213' }, '0'],
  ])('%j: %s', (scope, amount) => {
    const source = ledgerSource(lineItems({ rows }, edition).now.items, edition);
    expect(source.told(scope)?.value.toFixed()).toBe(amount);
  });

  test('points in the order of codes, projects as they were first named', () => {
    const source = ledgerSource(lineItems({ rows }, edition).now.items, edition);
    expect(source.points({ flow: '支出' }, ['functional']).map(({ functional }) => functional)).toEqual([
      '2010301',
      '2010399',
      '2050201',
    ]);
    expect(source.points({ fund: '财政拨款' }, ['project']).map(({ project }) => project)).toEqual(['接待', '设备']);
  });
});
