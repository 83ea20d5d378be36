import { Decimal } from 'decimal.js';
import fc from 'fast-check';
import { checkSnapshot, recogniseBest } from '../../src/commands/check';
import { compileWorkbook, type Compiled } from '../../src/commands/compile';
import { figuresOf } from '../../src/engine/book/book';
import type { CheckReport } from '../../src/engine/finding/report';
import { a1, addressOf } from '../../src/engine/snapshot/address';
import type { Patch } from '../../src/engine/snapshot/patch';
import { cellAt, sheetNamed, type CellValue, type Snapshot } from '../../src/engine/snapshot/snapshot';
import { afterCompiling } from '../fixtures/compiled';
import { ledgerWorkbook, rowsOf } from '../fixtures/sample-ledger';
import { department, sumOf, type Payment } from './department';

const about = { department: '平川县教育局', year: 2021 };

/** A payment as a line of a ledger; how it counts among the three public expenses follows from its economic code. */
const lineOf = ({ functional, kind, economic, project, fund, cents }: Payment) =>
  [functional, kind, economic, project ?? '', fund, new Decimal(cents).div(100).toNumber(), ''] as const;

const ledgerOf = (payments: readonly Payment[]): Snapshot => ledgerWorkbook(rowsOf(payments.map(lineOf)));

async function compiled(ledger: Snapshot, values = false): Promise<Compiled> {
  const result = await compileWorkbook(ledger, { ...about, values });
  if (!result.ok) throw new Error(result.because);
  return result;
}

async function amountsIn(snapshot: Snapshot): Promise<ReadonlyMap<string, string>> {
  const best = await recogniseBest(snapshot);
  if (!best) throw new Error('nothing recognised');
  return new Map(
    [...figuresOf(best.book)]
      .filter(({ value }) => value !== undefined && !value.isZero())
      .map(({ table, scope, value }) => [`${table} ${scope.key}`, value?.toFixed() ?? '']),
  );
}

/** What the drawn sheets hold beside their formulas, for programs that do not calculate. */
const amountsBesideFormulas = ({ patch }: Compiled): readonly string[] =>
  formulasIn(patch).map(({ place, value }) => `${place} ${shown(value)}`);

/** What the formulas come to. */
function amountsOfFormulas({ patch }: Compiled, after: Snapshot): readonly string[] {
  return formulasIn(patch).map(({ place, sheet, row, column }) => {
    const there = sheetNamed(after, sheet);
    return `${place} ${shown((there && cellAt(there, row, column)?.value) ?? null)}`;
  });
}

const formulasIn = ({ edits }: Patch) =>
  edits.flatMap((edit) =>
    edit.do !== 'drawSheet'
      ? []
      : edit.sheet.rows.flatMap(({ cells }, row) =>
          cells.flatMap(({ column, formula, value }) =>
            formula === undefined
              ? []
              : [
                  {
                    sheet: edit.sheet.name,
                    row,
                    column,
                    value,
                    place: `${edit.sheet.name}!${a1({ row, column })} =${formula}`,
                  },
                ],
          ),
        ),
  );

/** As programs show it: of a double 15 digits. */
const shown = (value: CellValue): string =>
  typeof value === 'number' ? String(Number(value.toPrecision(15))) : String(value);

/** What is said of the ledger beside the tables; amounts as far apart as these may well look like 元 and 万元. */
const ofLedger = ({ findings }: CheckReport): readonly string[] =>
  findings.flatMap(({ rule, facts }) => {
    const isDoubtfulUnit = facts.code === 'ledger-unused' && /^unit-of-/.test(facts.why);
    return rule.startsWith('c-ledger') && !isDoubtfulUnit ? [rule] : [];
  });

const money = (cents: number): string => new Decimal(cents).div(100).toFixed();

describe('ledgers of generated departments', () => {
  test('compile to tables that agree, with formulas and with values, in any order of the rows', async () => {
    await fc.assert(
      fc.asyncProperty(department, fc.nat(), async ({ payments }, turn) => {
        const ledger = ledgerOf(payments);
        const result = await compiled(ledger);
        expect([result.compilation.untold, result.compilation.conflicts]).toEqual([[], []]);
        const after = afterCompiling(ledger, result);
        expect(amountsBesideFormulas(result)).toEqual(amountsOfFormulas(result, after));
        const report = await checkSnapshot(after);
        const told = report.findings
          .filter(({ severity, rule }) => severity !== 'note' && rule !== 'p-kinds')
          .map(({ rule, cells }) => `${rule} ${cells.map(addressOf).join(' ')}`);
        expect(told).toEqual([]);
        expect(ofLedger(report)).toEqual([]);
        expect(report.unchecked).toEqual([]);

        const amounts = await amountsIn(after);
        expect(amounts.get('表三 flow=支出;')).toBe(money(sumOf(payments)));
        expect(amounts.get('表一 flow=收入;')).toBe(money(sumOf(payments)));
        const personnel = ({ fund, kind }: Payment): boolean => fund === '一般公共预算' && kind === '人员经费';
        const wanted = money(sumOf(payments, personnel));
        expect(amounts.get('表六 flow=支出;fund=一般公共预算;kind=人员经费;') ?? '0').toBe(wanted);
        for (const { functional } of payments) {
          const own = money(sumOf(payments, (payment) => payment.functional === functional));
          expect(amounts.get(`表三 flow=支出;functional=${functional};`)).toBe(own);
        }

        const byValues = afterCompiling(ledger, await compiled(ledger, true));
        expect(await amountsIn(byValues)).toEqual(amounts);
        expect(ofLedger(await checkSnapshot(byValues))).toEqual([]);
        const by = turn % payments.length;
        const turned = ledgerOf([...payments.slice(by), ...payments.slice(0, by)]);
        expect(await amountsIn(afterCompiling(turned, await compiled(turned)))).toEqual(amounts);
      }),
      { numRuns: 25, seed: 2021 },
    );
  });
});
