import { checkSnapshot } from '../../src/commands/check';
import { entriesOf } from '../../src/commands/entries';
import type { Snapshot } from '../../src/engine/snapshot/snapshot';
import { findingSentence } from '../../src/i18n/catalogue';
import { compiledWorkbook, SCHOOL, typedInto } from '../fixtures/compiled-department';
import { placeOf, type Place } from '../fixtures/edit';

const formulas = compiledWorkbook(SCHOOL, false);
const values = compiledWorkbook(SCHOOL, true);

const withoutLedger = (workbook: Snapshot): Snapshot => ({
  ...workbook,
  sheets: workbook.sheets.filter(({ name }) => name !== '台账'),
});

/** The typed amounts of a table. */
const typedIn = ({ sheets }: Snapshot, table: string): readonly (readonly [Place, number])[] =>
  (sheets.find(({ name }) => name === table)?.rows ?? []).flatMap(({ row, cells }) =>
    cells.flatMap(({ column, value, formula }) =>
      typeof value === 'number' && value > 0 && formula === undefined
        ? [[placeOf({ sheet: table, row, column }), value] as const]
        : [],
    ),
  );

async function told(snapshot: Snapshot): Promise<readonly string[]> {
  return entriesOf(await checkSnapshot(snapshot))
    .filter(({ speaker, severity }) => severity !== 'note' && speaker.rule !== 'p-kinds')
    .map(({ facts }) => findingSentence(facts, 'zh-CN'));
}

describe('sums below zero that follow from a reversed sign are told with it, not beside it', () => {
  test.each([
    ['表二', formulas, (one: Snapshot) => one],
    ['表三', formulas, (one: Snapshot) => one],
    ['表五', formulas, (one: Snapshot) => one],
    ['表六', formulas, (one: Snapshot) => one],
    ['表三', formulas, withoutLedger],
    ['表五', formulas, withoutLedger],
    ['表五', values, withoutLedger],
  ])('each typed amount of %s', async (table, compiled, left) => {
    const workbook = left(await compiled);
    const amounts = typedIn(workbook, table);
    expect(amounts.length).toBeGreaterThan(0);
    for (const [place, amount] of amounts) {
      const lines = await told(typedInto(workbook, { [place]: -amount }));
      expect([place, lines.length, ...lines.filter((line) => line.includes('为负数'))]).toEqual([place, 1]);
    }
  });

  test('another amount below zero is still told', async () => {
    const workbook = await formulas;
    const [[first, amount] = ['', 0], [second, other] = ['', 0]] = typedIn(workbook, '表五');
    const one = await told(typedInto(workbook, { [first]: -amount }));
    const both = await told(typedInto(workbook, { [first]: -amount, [second]: -other }));
    expect(one).toHaveLength(1);
    expect(both).toHaveLength(2);
    // The ledger has it below zero as well: it is meant, and to be looked at.
    const refund = await compiledWorkbook(
      [...SCHOOL, ['2050203', '项目支出', '30299', '退款冲减', '一般公共预算', -3.5, '']],
      false,
    );
    expect((await told(refund)).filter((line) => line.includes('为负数')).length).toBeGreaterThan(0);
  });
});
