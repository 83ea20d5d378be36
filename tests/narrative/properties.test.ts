import { Decimal } from 'decimal.js';
import fc from 'fast-check';
import { catalogue } from '../../src/commands/catalogue';
import { editionById } from '../../src/commands/check';
import { NO_ANSWERS, type Answers } from '../../src/engine/asked/answers';
import { NO_REASONS } from '../../src/engine/asked/read-reasons';
import type { ResolvedEdition } from '../../src/engine/edition/resolve';
import { narrate } from '../../src/engine/narrate/narrate';
import type { Narration } from '../../src/engine/narrate/narration';
import type { CellValue } from '../../src/engine/snapshot/snapshot';
import { department, type Payment } from '../generate/department';
import { amountsOf, FOLLOWS, type Money } from './amounts';
import { laws, type Years } from './laws';
import { lineSource } from './line-source';

let edition: ResolvedEdition;
beforeAll(async () => {
  edition = await editionById('xinjiang-2021');
});

/** Money as files that keep 元, or six decimals, have it; the odd correction is below zero. */
const money: fc.Arbitrary<readonly Money[]> = fc
  .tuple(department, fc.array(fc.integer({ min: 0, max: 9_999 }), { minLength: 15, maxLength: 15 }), fc.nat(9))
  .map(([{ payments }, digits, sign]) =>
    payments.map((payment, index) => {
      const exact = new Decimal(payment.cents).div(100).plus(new Decimal(digits[index] ?? 0).div(1_000_000));
      return { ...fromPayment(payment), amount: index > 0 && sign === index ? exact.negated() : exact };
    }),
  );

function fromPayment({ functional, fund, kind, economic, project }: Payment): Omit<Money, 'amount'> {
  return { functional, fund, kind, economic, project, threePublic: FOLLOWS[economic] };
}

const lineOf = ({ functional, kind, economic, project, fund, amount }: Money, isNow: boolean): string =>
  [functional, kind, economic, project ?? '', fund, isNow ? amount.toFixed() : '', isNow ? '' : amount.toFixed()].join(
    ' | ',
  );

// The laws are proven on the same departments: each is written once.
const texts = new Map<string, Narration>();
function textFor(now: readonly Money[], before: readonly Money[]): Narration {
  const key = JSON.stringify([now, before]);
  const text = texts.get(key) ?? written(now, before);
  texts.set(key, text);
  return text;
}

function written(now: readonly Money[], before: readonly Money[], facts: Answers = NO_ANSWERS): Narration {
  const lines = [...now.map((one) => lineOf(one, true)), ...before.map((one) => lineOf(one, false))];
  const narration = narrate(
    edition,
    lineSource(lines, 'now', edition),
    lineSource(lines, 'before', edition),
    { facts, reasons: NO_REASONS },
    { department: '云州市统计局', year: 2021, nameOf: (code) => catalogue().nameOf(code, 2021) },
  );
  if (!narration) throw new Error('no text');
  return narration;
}

const RUNS = { numRuns: 100, seed: 2021 } as const;

describe('amounts with more decimals than are printed, some below zero', () => {
  // What is printed of the parts need not be what is printed of their sum; each line still follows from its own numbers.
  test.each(Object.entries(laws))('law: %s', (_name, law) => {
    fc.assert(
      fc.property(money, money, (now, before) => {
        const years: Years = { now: amountsOf(now), before: amountsOf(before) };
        expect(law(textFor(now, before), years)).toEqual([]);
      }),
      RUNS,
    );
  });
});

/** What people type where a number, words, or 是 or 否 is asked for. */
const typed: fc.Arbitrary<CellValue> = fc.oneof(
  fc.constantFrom<CellValue>(null, '', '无', '0', 0, '是', '否', '不清楚', '办公室、财务科', '12辆', '3 人', '１２.５'),
  fc.integer({ min: 1, max: 400 }),
  fc.integer({ min: 1, max: 99_999 }).map((cents) => cents / 100),
);

const answered: fc.Arbitrary<readonly CellValue[]> = fc.array(typed, { minLength: 60, maxLength: 60 });

function sheetOf(values: readonly CellValue[]): Answers {
  const asks = edition.declared.text?.asks ?? [];
  const rows = asks.map(({ group, label, measure = '' }, row) => ({
    group,
    label,
    measure,
    value: values[row % values.length] ?? null,
    cell: { sheet: '单位情况', row: row + 2, column: 2 },
  }));
  return { sheet: '单位情况', rows };
}

const some = [
  { functional: '2010501', fund: '一般公共预算', kind: '人员经费', economic: '30101', amount: new Decimal('96.4') },
  { functional: '2010501', fund: '一般公共预算', kind: '公用经费', economic: '30231', amount: new Decimal('5.4') },
].map((one): Money => ({ ...one, project: undefined, threePublic: FOLLOWS[one.economic] }));

describe('whatever people answer', () => {
  const years: Years = { now: amountsOf(some), before: amountsOf(some) };
  const must = ['amounts', 'traced', 'readsWell', 'listed', 'lines', 'totals'] as const;

  test.each(must)('law: %s', (name) => {
    fc.assert(
      fc.property(answered, (values) => {
        const narration = written(some, some, sheetOf(values));
        expect(laws[name]?.(narration, { ...years, isNew: isNew(narration) })).toEqual([]);
      }),
      RUNS,
    );
  });

  test('heads in all are those in service, retired and on leave; more or fewer as last year tells', () => {
    fc.assert(
      fc.property(answered, (values) => {
        const text = written(some, some, sheetOf(values))
          .facts.flatMap(({ paragraphs }) => paragraphs)
          .map(({ spans }) => spans.map((span) => span.text).join(''))
          .find((line) => line.includes('核定编制'));
        expect(text).not.toMatch(/(?:^|[^\d.])0人/);
        const [, whole] = /实有人数([\d.]+)人，其中：/.exec(text ?? '') ?? [];
        if (whole === undefined) {
          expect(text).toMatch(/实有人数【待填：合计，缺|无在职人员.*无退休人员.*无离休人员|暂无实有人员/);
          return;
        }
        const parts = ['在职', '退休', '离休'].map((kind) => {
          const [, count] = new RegExp(`[：，；]${kind}([\\d.]+)人`).exec(text ?? '') ?? [];
          if (count === undefined) expect(text).toMatch(new RegExp(`[无和]${kind}人员`));
          return count ?? 0;
        });
        expect(parts.reduce<Decimal>((sum, part) => sum.plus(part), new Decimal(0)).toFixed()).toBe(whole);
      }),
      RUNS,
    );
  });

  test('a car that the table of the three public expenses buys is not denied', () => {
    const car: Money = {
      functional: '2010501',
      fund: '一般公共预算',
      kind: '公用经费',
      economic: '31013',
      project: undefined,
      threePublic: '公务用车购置费',
      amount: new Decimal('18'),
    };
    const lines = written([car], [], sheetOf(['无']))
      .sections.flatMap(({ paragraphs }) => paragraphs)
      .map(({ spans }) => spans.map((span) => span.text).join(''));
    expect(lines).toContain('2021年部门预算安排购置车辆经费18.00万元。');
  });
});

describe('from which change on reasons are given', () => {
  const [percentRow, amountRow] = ['reasonsFromPercent', 'reasonsFromAmount'];
  const from = (percent: CellValue, amount: CellValue): Answers => {
    const rows = (edition.declared.text?.asks ?? []).flatMap(({ id, group, label, measure = '' }, row) => {
      const value = id === percentRow ? percent : id === amountRow ? amount : null;
      return { group, label, measure, value, cell: { sheet: '单位情况', row: row + 2, column: 2 } };
    });
    return { sheet: '单位情况', rows };
  };
  const limit = fc.oneof(
    fc.constant(0),
    fc.integer({ min: 1, max: 30_000 }).map((n) => n / 100),
  );
  const asked = ({ reasons }: Narration): ReadonlySet<string> => new Set(reasons.map(({ key }) => key));
  const linesOf = ({ sections }: Narration): readonly string[] =>
    sections.flatMap(({ paragraphs }) => paragraphs.map(({ spans }) => spans.map(({ text }) => text).join('')));

  test('raising it never adds a reason that is asked for; what is still asked for is what it was', () => {
    fc.assert(
      fc.property(money, money, limit, limit, limit, limit, (now, before, percent, amount, higher, more) => {
        const low = written(now, before, from(percent, amount));
        // A measure that is not stated is no lower limit: with both, both have to be undercut.
        const high = written(now, before, from(percent === 0 ? 0 : percent + higher, amount === 0 ? 0 : amount + more));
        const all = written(now, before, from(null, null));
        expect([...asked(high)].filter((key) => !asked(low).has(key))).toEqual([]);
        const known = new Map(all.reasons.map((reason) => [reason.key, reason]));
        for (const reason of [...low.reasons, ...high.reasons]) expect(known.get(reason.key)).toEqual(reason);
      }),
      RUNS,
    );
  });

  test('no sentence says 主要原因是 without a reason or its mark, and one that is spared reads to its end', () => {
    fc.assert(
      fc.property(money, money, limit, limit, (now, before, percent, amount) => {
        const narration = written(now, before, from(percent, amount));
        const lines = linesOf(narration);
        for (const line of lines) expect(line).not.toMatch(/主要原因是(?!【待填：增减原因】)/);
        const marks = lines.join('').split('【待填：增减原因】').length - 1;
        expect(marks).toBe(narration.reasons.length);
        const years: Years = { now: amountsOf(now), before: amountsOf(before) };
        expect(laws['readsWell']?.(narration, years)).toEqual([]);
        expect(laws['listed']?.(narration, years)).toEqual([]);
      }),
      RUNS,
    );
  });

  test('nothing stated, in whatever words, is every change; so is what cannot be read', () => {
    const nothing = fc.constantFrom<CellValue>(null, '', ' ', '无', 0, '0', '不清楚', '百分之五', -5, '-3');
    fc.assert(
      fc.property(money, money, nothing, nothing, (now, before, percent, amount) => {
        const narration = written(now, before, from(percent, amount));
        const plain = written(now, before, from(null, null));
        expect({ ...narration, missing: [] }).toEqual({ ...plain, missing: [] });
        expect(narration.missing.filter(({ section }) => section !== '')).toEqual(plain.missing);
      }),
      RUNS,
    );
  });
});

const isNew = (narration: Narration): boolean =>
  narration.sections.some(({ paragraphs }) =>
    paragraphs.some(({ spans }) => spans.some(({ text }) => text.includes('新设立的部门'))),
  );
