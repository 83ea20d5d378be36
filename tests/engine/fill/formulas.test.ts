import { addressOf } from '../../../src/engine/snapshot/address';
import { conflictsOf, fillOf, fillSheets, leftOf, table3, table5, type FilledBook } from './filled';
import { workbook } from '../../notation';

const renewedIn = ({ result }: FilledBook): readonly string[] =>
  result.plan.fills.flatMap(({ cell, formula, renewed }) =>
    renewed === undefined ? [] : [`${addressOf(cell)} =${renewed} → =${formula ?? ''}`],
  );
const followsIn = ({ result }: FilledBook): readonly string[] =>
  result.plan.follows.map(
    ({ cell, formula, before, after }) => `${addressOf(cell)} =${formula} ${String(before)} → ${String(after)}`,
  );

describe('formulas of the user’s', () => {
  test('stay, and what rests on them is filled with what they come to', async () => {
    const filled = await fillSheets({
      表三: table3(
        "'201 | | | 一般公共服务支出",
        "'201 | '03 | | 政府办公厅（室）及相关机构事务 | | | ",
        "'201 | '03 | '01 | 行政运行 | =F8+G8 → 12 | 10 | 2",
        ' | | | 合计 | =E6 → 0 | =F6 → 0 | =G6 → 0',
      ),
      表五: table5("'201 | | | 一般公共服务支出 | =表三!E6 → 0", ' | | | 合计'),
    });
    expect(filled.rows('表三')).toEqual([
      "'201 |  |  | 一般公共服务支出 | =E7 → 12 | =F7 → 10 | =G7 → 2",
      "'201 | '03 |  | 政府办公厅（室）及相关机构事务 | =E8 → 12 | =F8 → 10 | =G8 → 2",
      "'201 | '03 | '01 | 行政运行 | =F8+G8 → 12 | 10 | 2",
      ' |  |  | 合计 | =E6 → 12 | =F6 → 10 | =G6 → 2',
    ]);
    expect(filled.rows('表五')).toEqual(["'201 |  |  | 一般公共服务支出 | =表三!E6 → 12", ' |  |  | 合计 | =E6 → 12']);
    expect(filled.result.plan.fills.map(({ cell, amount }) => `${addressOf(cell)} ${amount}`)).toContain('表五!E7 12');
    expect(followsIn(filled)).toEqual([
      '表三!E9 =E6 0 → 12',
      '表三!F9 =F6 0 → 10',
      '表三!G9 =G6 0 → 2',
      '表五!E6 =表三!E6 0 → 12',
    ]);
    expect(conflictsOf(filled)).toEqual([]);
  });

  test('amounts, where they were asked for, are what the formulas come to in the end', async () => {
    const filled = await fillSheets(
      {
        表三: table3(
          "'201 | | | 一般公共服务支出",
          "'201 | '03 | | 政府办公厅（室）及相关机构事务 | =F7+G7 → 0 | 10 | 2",
          ' | | | 合计',
        ),
        表五: table5("'201 | | | 一般公共服务支出 | =表三!E6 → 0", ' | | | 合计'),
      },
      { values: true },
    );
    expect(filled.rows('表三').map((line) => line.split(' | ').slice(4).join(' | '))).toEqual([
      '12 | 10 | 2',
      '=F7+G7 → 12 | 10 | 2',
      '12 | 10 | 2',
    ]);
    expect(filled.rows('表五').at(-1)).toBe(' |  |  | 合计 | 12');
  });

  test('a sum that would take in the sums among its cells is written anew, and comes to what it came to', async () => {
    const filled = await fillSheets({
      表三: table3(
        "'201 | | | 一般公共服务支出",
        "'201 | '03 | | 政府办公厅（室）及相关机构事务",
        "'201 | '03 | '01 | 行政运行 | 12 | 10 | 2",
        "'201 | '03 | '02 | 一般行政管理事务 | 5 | 5",
        ' | | | 合计 | =SUM(E6:E9) → 17 | =SUM(F6:F9) → 15 | =SUM(G8:G9) → 2',
      ),
    });
    expect(filled.rows('表三').at(-1)).toBe(' |  |  | 合计 | =E6 → 17 | =F6 → 15 | =SUM(G8:G9) → 2');
    expect(renewedIn(filled)).toEqual(['表三!E10 =SUM(E6:E9) → =E6', '表三!F10 =SUM(F6:F9) → =F6']);
    expect(followsIn(filled)).toEqual([]);
  });

  test('… and so is one into which rows are put', async () => {
    const filled = await fillSheets({
      表三: table3(
        "'201 | '03 | '01 | 行政运行 | 12 | 12",
        "'205 | '01 | '01 | 行政运行 | 5 | 5",
        ' | | | 合计 | =SUM(E6:E7) → 17 | =F6+F7 → 17',
      ),
    });
    expect(filled.rows('表三').at(-1)).toBe(' |  |  | 合计 | =SUM(E6,E9) → 17 | =F8+F11 → 17');
    expect(renewedIn(filled)).toEqual(['表三!E12 =SUM(E8:E11) → =SUM(E6,E9)']);
  });

  test('a formula stays a formula where amounts were asked for', async () => {
    const filled = await fillSheets(
      {
        表三: table3(
          "'201 | | | 一般公共服务支出",
          "'201 | '03 | | 政府办公厅（室）及相关机构事务 | 12 | 12",
          ' | | | 合计 | =SUM(E6:E7) → 12',
        ),
      },
      { values: true },
    );
    expect(filled.rows('表三').at(-1)).toBe(' |  |  | 合计 | =E6 → 12 | 12');
  });

  test('… one that cannot be calculated here too, lest it does', async () => {
    const filled = await fillSheets({
      表三: table3(
        "'201 | '03 | '01 | 行政运行 | 12 | 12",
        "'205 | '01 | '01 | 行政运行 | 5 | 5",
        ' | | | 合计 | =SUBTOTAL(9,E6:E7) ?→ 17 | =VLOOKUP(1,别处!A:B,2) ?→ 17',
      ),
      别处: ['1 | 17 | =SUBTOTAL(9,表三!E6:E8) ?→ 34'],
    });
    expect(renewedIn(filled)).toEqual(['表三!E12 =SUBTOTAL(9,E8:E11) → =SUM(E6,E9)']);
    expect(followsIn(filled)).toEqual(['别处!C1 =SUBTOTAL(9,表三!E8:E12) 34 → undefined']);
    expect(filled.rows('表三').at(-1)).toBe(' |  |  | 合计 | =SUM(E6,E9) → 17 | =VLOOKUP(1,别处!A:B,2) → 17');
  });

  test('one that never agreed is not touched', async () => {
    const filled = await fillSheets({
      表三: table3(
        "'201 | | | 一般公共服务支出",
        "'201 | '03 | | 政府办公厅（室）及相关机构事务 | 12 | 12",
        ' | | | 合计 | =SUM(E6:E7)+1 → 13',
      ),
    });
    expect(filled.rows('表三').at(-1)).toBe(' |  |  | 合计 | =SUM(E6:E7)+1 → 25 | =F6 → 12');
    expect(followsIn(filled)).toEqual(['表三!E8 =SUM(E6:E7)+1 13 → 25']);
  });

  test('none is closed to a circle: the cell that it refers to stays open', async () => {
    const filled = await fillSheets({
      表三: table3(
        "'201 | | | 一般公共服务支出",
        "'201 | '03 | | 政府办公厅（室）及相关机构事务 | =E8 → 0 | 12",
        ' | | | 合计 | | 12',
      ),
    });
    // 合计 would be the sum of 201, 201 of 20103, and that is the user's 合计.
    expect(filled.rows('表三')).toEqual([
      "'201 |  |  | 一般公共服务支出 |  | =F7 → 12",
      "'201 | '03 |  | 政府办公厅（室）及相关机构事务 | =E8 → 0 | 12",
      ' |  |  | 合计 |  | 12',
    ]);
    expect(leftOf(filled)).toEqual(['表三!E6 circular', '表三!E8 left-open 表三!E6']);
    const amounts = await fillOf(
      workbook({
        表三: table3(
          "'201 | | | 一般公共服务支出",
          "'201 | '03 | | 政府办公厅（室）及相关机构事务 | =E8 → 0",
          ' | | | 合计',
        ),
      }),
      { values: true },
    );
    expect(amounts.result.plan.fills).toEqual([]);
  });

  test('a formula that nobody can calculate keeps what it shows, and a text is no amount', async () => {
    const filled = await fillSheets({
      表三: table3(
        "'201 | '03 | | 政府办公厅（室）及相关机构事务 | =VLOOKUP(A6,Z:Z,1) ?→ 12 | =TEXT(7,\"0.00\") → '7.00",
        ' | | | 合计',
      ),
    });
    expect(filled.rows('表三').at(-1)).toMatch(/^ \| {2}\| {2}\| 合计 \| =E6 → /);
    expect(leftOf(filled)).toEqual(['表三!F6 text-formula 表三!F7', '表三!F8 left-open 表三!F6']);
  });
});

describe('filling again', () => {
  test.each([false, true])('changes nothing more (amounts: %s)', async (values) => {
    const first = await fillSheets(
      {
        表三: table3(
          "'201 | '03 | '01 | 行政运行 | | '1,234.50 |",
          "'201 | '03 | '02 | 一般行政管理事务 | 9 | | 5",
          "'205 | '01 | '01 | 行政运行 | =F8+G8 → 0 | 3 | 4",
          ' | | | 合计 | =SUM(E6:E8) → 0',
        ),
        表五: table5("'201 | '03 | '01 | 行政运行 | | 1234.5 |", ' | | | 合计 | 1000'),
      },
      { values },
    );
    const second = await fillOf(first.after, { values });
    expect(second.result.patch.edits).toEqual([]);
    expect(conflictsOf(second)).toEqual(conflictsOf(first));
    expect(second.after).toEqual(first.after);
  });
});
