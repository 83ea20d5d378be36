import { recalculate } from '../../../src/engine/formula/recalculate';
import { addressOf } from '../../../src/engine/snapshot/address';
import { withValues } from '../../fixtures/edit';
import { conflictsOf, fillOf, fillSheets, leftOf, table3, table5 } from './filled';
import { workbook } from '../../notation';

const numbersIn = (filled: Awaited<ReturnType<typeof fillSheets>>): readonly string[] =>
  filled.result.plan.numbers.map(({ cell, text, amount }) => `${addressOf(cell)} “${text}” → ${amount}`);

describe('a typed amount', () => {
  const rows = (...totals: readonly string[]): readonly string[] =>
    table3("'201 | | | 一般公共服务支出 | 12 | 10 | 2", "'205 | | | 教育支出 | 5 | 5 |", ...totals);

  test('that differs is kept and told; what rests on it takes it as it stands', async () => {
    const filled = await fillSheets({
      表三: rows(' | | | 合计 | 18 | |'),
      表五: table5("'201 | | | 一般公共服务支出 | 7 | 7", ' | | | 合计'),
      表一: [
        '部门收支总体情况表',
        '',
        '编制部门：某局 | | | 单位：万元',
        '收入 | | 支出',
        '项目 | 预算数 | 功能分类 | 预算数',
        "财政拨款（补助） | | '201 一般公共服务支出",
        '收入总计 | | 支出总计',
      ],
    });
    expect(filled.rows('表三').at(-1)).toBe(' |  |  | 合计 | 18 | =SUM(F6:F7) → 15 | =SUM(G6:G7) → 2');
    expect(conflictsOf(filled)).toEqual(['表三!E8 18 ≠ 17 =SUM(E6:E7) error']);
    expect(filled.rows('表一').join()).toContain('201 一般公共服务支出 | =表三!E6 → 12');
  });

  test('that differs by no more than rounding is a note', async () => {
    const filled = await fillSheets({
      表三: table3(
        "'201 | | | 一般公共服务支出 | 12.34",
        "'205 | | | 教育支出 | 5.67",
        "'208 | | | 社会保障和就业支出 | 1.11",
        ' | | | 合计 | 19.13',
      ),
    });
    expect(conflictsOf(filled)).toEqual(['表三!E9 19.13 ≠ 19.12 =SUM(E6:E8) note']);
  });

  test('that differs is replaced where that was asked for, and only there', async () => {
    const filled = await fillSheets(
      { 表三: rows(' | | | 合计 | 18 | 16 |') },
      { replace: new Set(['表三\u00007\u00004']) },
    );
    expect(filled.rows('表三').at(-1)).toBe(' |  |  | 合计 | =SUM(E6:E7) → 17 | 16 | =SUM(G6:G7) → 2');
    expect(conflictsOf(filled)).toEqual(['表三!E8 18 ≠ 17 =SUM(E6:E7) replaced', '表三!F8 16 ≠ 15 =SUM(F6:F7) error']);
  });

  test('that is replaced leaves the formulas that rest on it as they are', async () => {
    const first = await fillSheets({ 表三: rows(' | | | 合计') });
    const typed = recalculate(withValues(first.after, { '表三!E6': 1 }));
    const again = await fillOf(typed, { replace: new Set(['表三\u00005\u00004']) });
    expect(again.result.plan.fills.map(({ cell, formula }) => `${addressOf(cell)} =${formula ?? ''}`)).toEqual([
      '表三!E6 =SUM(F6:G6)',
    ]);
    expect(again.rows('表三').at(-1)).toBe(first.rows('表三').at(-1));
  });

  test('that agrees stays, unless formulas were asked for', async () => {
    const typed = { 表三: rows(' | | | 合计 | 17 | 15 | 2') };
    expect((await fillSheets(typed)).result.patch.edits).toEqual([]);
    const formulas = await fillSheets(typed, { agreeing: 'formula' });
    expect(formulas.rows('表三')).toEqual([
      "'201 |  |  | 一般公共服务支出 | =SUM(F6:G6) → 12 | 10 | 2",
      "'205 |  |  | 教育支出 | =SUM(F7:G7) → 5 | 5",
      ' |  |  | 合计 | =SUM(E6:E7) → 17 | =SUM(F6:F7) → 15 | =SUM(G6:G7) → 2',
    ]);
    expect(formulas.result.counts).toMatchObject({ filled: 0, agreed: 5, conflicts: 0 });
    expect((await fillOf(formulas.after, { agreeing: 'formula' })).result.patch.edits).toEqual([]);
  });

  test('a stated zero, be it a dash, is no blank', async () => {
    const filled = await fillSheets({
      表三: table3("'201 | | | 一般公共服务支出 | | 0 | —", "'205 | | | 教育支出 | | — |", ' | | | 合计'),
    });
    expect(filled.rows('表三')).toEqual([
      "'201 |  |  | 一般公共服务支出 | =SUM(F6:G6) → 0 | 0 | —",
      "'205 |  |  | 教育支出 | =SUM(F7:G7) → 0 | —",
      ' |  |  | 合计 | =SUM(E6:E7) → 0 | =SUM(F6:F7) → 0 | =SUM(G6:G7) → 0',
    ]);
    expect(numbersIn(filled)).toEqual([]);
  });
});

describe('an amount that is text', () => {
  const sheets = {
    表三: table3(
      "'201 | | | 一般公共服务支出 | | '1,234.50 | '２.００　",
      "'205 | | | 教育支出 | | '5.0万元 |",
      ' | | | 合计',
    ),
  };

  test('becomes a number where a formula takes it in', async () => {
    const filled = await fillSheets(sheets);
    expect(numbersIn(filled)).toEqual([
      '表三!F6 “1,234.50” → 1234.5',
      '表三!G6 “２.００　” → 2',
      '表三!F7 “5.0万元” → 5',
    ]);
    expect(filled.rows('表三')).toEqual([
      "'201 |  |  | 一般公共服务支出 | =SUM(F6:G6) → 1236.5 | 1234.5 | 2",
      "'205 |  |  | 教育支出 | =SUM(F7:G7) → 5 | 5",
      ' |  |  | 合计 | =SUM(E6:E7) → 1241.5 | =SUM(F6:F7) → 1239.5 | =SUM(G6:G7) → 2',
    ]);
  });

  test('stays text where only amounts are written', async () => {
    const filled = await fillSheets(sheets, { values: true });
    expect(numbersIn(filled)).toEqual([]);
    expect(filled.rows('表三').at(-1)).toBe(' |  |  | 合计 | 1241.5 | 1239.5 | 2');
  });

  test('that nobody can read leaves its sums open', async () => {
    const filled = await fillSheets({
      表三: table3("'201 | | | 一般公共服务支出 | | 待定 | 2", "'205 | | | 教育支出 | | 5 |", ' | | | 合计'),
    });
    expect(leftOf(filled)).toEqual([
      '表三!E6 unreadable 表三!F6',
      '表三!E8 left-open 表三!E6',
      '表三!F8 unreadable 表三!F6',
    ]);
    expect(filled.rows('表三').at(-1)).toBe(' |  |  | 合计 |  |  | =SUM(G6:G7) → 2');
  });
});

describe('across tables', () => {
  test('of two cells that nothing divides the blank one follows; of two typed ones neither', async () => {
    const tables = (general: string, total: string) =>
      workbook({
        表三: table3(`'201 | | | 一般公共服务支出 | ${total}`, ' | | | 合计'),
        表五: table5(`'201 | | | 一般公共服务支出 | ${general}`, ' | | | 合计'),
        表四: [
          '财政拨款收支预算总体情况表',
          '',
          '编制部门：某局 | | | | | | 单位：万元',
          '财政拨款收入 | | 财政拨款支出',
          '项目 | 合计 | 功能分类 | 合计 | 一般公共预算 | 政府性基金预算 | 国有资本经营预算',
          "财政拨款（补助） | | '201 一般公共服务支出",
          '收入总计 | | 支出总计',
        ],
      });
    const filled = await fillOf(tables('7', '9'));
    expect(filled.rows('表四')).toEqual([
      expect.stringContaining('201 一般公共服务支出 | =SUM(E6:G6) → 7 | =表五!E6 → 7'),
      expect.stringContaining('支出总计 | =D6 → 7 | =E6 → 7'),
    ]);
    expect(conflictsOf(filled)).toEqual([]);
  });

  test('money units are converted', async () => {
    const filled = await fillSheets({
      表五: table5("'201 | | | 一般公共服务支出 | 7.5 | 7.5", ' | | | 合计').map((line) =>
        line.replace('单位：万元', '单位：元'),
      ),
      表四: [
        '财政拨款收支预算总体情况表',
        '',
        '编制部门：某局 | | | | | | 单位：万元',
        '财政拨款收入 | | 财政拨款支出',
        '项目 | 合计 | 功能分类 | 合计 | 一般公共预算 | 政府性基金预算 | 国有资本经营预算',
        "财政拨款（补助） | | '201 一般公共服务支出",
        '收入总计 | | 支出总计',
      ],
    });
    expect(filled.rows('表四')[0]).toContain('=表五!E6/10000 → 0.00075');
  });
});

test('what is filled in is shown as its column is, else as its table is, else with the column’s decimals', async () => {
  const snapshot = workbook({
    表三: table3("'201 | | | 一般公共服务支出 | | 10.00 | '2.50", ' | | | 合计 | | | 3.0000'),
    表五: table5("'201 | | | 一般公共服务支出 | | 10", ' | | | 合计'),
  });
  const grouped = {
    ...snapshot,
    sheets: snapshot.sheets.map((sheet) => ({
      ...sheet,
      rows: sheet.rows.map((row) => ({
        ...row,
        cells: row.cells.map((cell) => (cell.format === '0.00' ? { ...cell, format: '#,##0.00' } : cell)),
      })),
    })),
  };
  const filled = await fillOf(grouped);
  expect(
    filled.result.patch.edits.map((edit) =>
      edit.do === 'setFormula' || edit.do === 'setValue' ? `${addressOf(edit.at)} ${edit.format?.code ?? ''}` : edit.do,
    ),
  ).toEqual([
    '表三!G6 0.0000',
    '表三!E6 #,##0.00',
    '表三!E7 #,##0.00',
    '表三!F7 #,##0.00',
    '表五!E6 0.00',
    '表五!E7 0.00',
    '表五!F7 0.00',
  ]);
});
