import { sample } from '../../fixtures/sample';
import { sheet, type FixtureRow } from '../../fixtures/sheet';
import type { SheetSnapshot } from '../../../src/engine/snapshot/snapshot';
import { contextOf } from './run';

const HEADER: FixtureRow = [1, '功能科目编码', '支出类型', '经济科目编码', '项目名称', '资金来源', '本年预算数'];
const item = (row: number): FixtureRow => [row, '2010301', '基本支出', '30101', null, '一般公共预算', 1.5];
const ledger = (items: number): SheetSnapshot =>
  sheet('明细', [], [HEADER, ...Array.from({ length: items }, (_, index) => item(index + 2))]);

/** A table of the sample, moved down. */
function movedDown(name: string, by: number): Pick<SheetSnapshot, 'rows' | 'merges'> {
  const table = sample.sheets.find((one) => one.name === name);
  if (!table) throw new Error(`the sample has no ${name}`);
  return {
    rows: table.rows.map(({ row, cells }) => ({ row: row + by, cells })),
    merges: table.merges.map((area) => ({ ...area, top: area.top + by, bottom: area.bottom + by })),
  };
}

describe('a sheet with the headers of a ledger', () => {
  test.each([3, 400])('is a ledger and no table, of %d rows', (items) => {
    const { sheets, book } = contextOf({ stamp: '', sheets: [ledger(items)] });
    expect(sheets).toMatchObject([{ sheet: '明细', isLedger: true, tables: [], nearest: undefined }]);
    expect(book.tables).toEqual([]);
  });

  test('is one too where each fund has a column, as in a table', () => {
    const funds = ['一般公共预算', '政府性基金预算', '国有资本经营预算', '财政专户管理资金', '事业收入', '其他收入'];
    const rows: readonly FixtureRow[] = [
      [1, '功能科目编码', '科目名称', '支出类型', '经济科目', '合计', ...funds],
      [2, '2080501', '行政单位离退休', '基本支出', '30302', 8, 5, null, null, null, 3],
    ];
    const { sheets, book } = contextOf({ stamp: '', sheets: [sheet('明细', [], rows)] });
    expect(sheets).toMatchObject([{ sheet: '明细', isLedger: true, tables: [] }]);
    expect(book.tables).toEqual([]);
  });

  test('is read to its end where a table stands under a short one', () => {
    const short = ledger(3);
    const table = movedDown('表五', 10);
    const both = { ...short, rows: [...short.rows, ...table.rows], merges: table.merges };
    const alone = contextOf({ stamp: '', sheets: [{ ...short, ...table }] });
    const { sheets, book } = contextOf({ stamp: '', sheets: [both] });
    expect(sheets).toMatchObject([{ isLedger: false, tables: ['表五'] }]);
    expect(book.tables.map(({ blocks }) => blocks.map(({ rows }) => rows.nodes.length))).toEqual(
      alone.book.tables.map(({ blocks }) => blocks.map(({ rows }) => rows.nodes.length)),
    );
  });
});
