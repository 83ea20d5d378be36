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
