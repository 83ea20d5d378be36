import { checkSnapshot } from '../../src/commands/check';
import { compileWorkbook } from '../../src/commands/compile';
import { entriesOf } from '../../src/commands/entries';
import { entrySentence } from '../../src/commands/entry-words';
import { a1 } from '../../src/engine/snapshot/address';
import type { SheetSnapshot, Snapshot } from '../../src/engine/snapshot/snapshot';
import { afterCompiling } from '../fixtures/compiled';
import { valueAt, withValues } from '../fixtures/edit';
import { ledgerWorkbook, rowsOf, sampleLines } from '../fixtures/sample-ledger';

const ledger = ledgerWorkbook(
  rowsOf([
    ...sampleLines,
    ['2080501', '基本支出', '30302', '', '一般公共预算', 4.5, 4],
    ['2080505', '基本支出', '30108', '', '一般公共预算', 7.5, 7],
    ['2101101', '基本支出', '30110', '', '一般公共预算', 9, 8],
  ]),
);

async function compiled(): Promise<Snapshot> {
  const result = await compileWorkbook(ledger, { department: '云州市人民政府办公室', year: 2021, values: true });
  if (!result.ok) throw new Error(result.because);
  return afterCompiling(ledger, result);
}

/** Where a row of 表五 stands, counted from 0, by what its first cells say. */
function rowOf({ sheets }: Snapshot, key: string): number {
  const sheet = sheets.find(({ name }) => name === '表五');
  const row = sheet?.rows.find(({ cells }) =>
    cells
      .map(({ value }) => String(value ?? ''))
      .join('|')
      .startsWith(key),
  );
  if (!row) throw new Error(`no row ${key}`);
  return row.row;
}

const without = (snapshot: Snapshot, key: string): Snapshot => ({
  ...snapshot,
  sheets: snapshot.sheets.map((sheet): SheetSnapshot =>
    sheet.name === '表五' ? { ...sheet, rows: sheet.rows.filter(({ row }) => row !== rowOf(snapshot, key)) } : sheet,
  ),
});

/** What is said of 表五 in a workbook beside notes. */
async function saidOf(snapshot: Snapshot): Promise<readonly string[]> {
  const entries = entriesOf(await checkSnapshot(snapshot)).filter(
    ({ severity, speaker }) => severity !== 'note' && !speaker.rule.startsWith('p-'),
  );
  return entries.map((entry) => `${entry.severity} ${entrySentence(entry, 'zh-CN')}`);
}

describe('a class that 表五 does not print', () => {
  test('is told as the row that is missing, not as a wrong code', async () => {
    expect(await saidOf(without(await compiled(), '208|社会'))).toEqual([
      'warning 表五缺“208社会保障和就业支出”这一行，下级1项合计12.00万元；可用fill补上。',
    ]);
  });

  test('is the one cause of a total that leaves it out', async () => {
    const snapshot = await compiled();
    const total = rowOf(snapshot, '合计');
    const cells = [4, 5].map((column) => ({ row: total, column }));
    const less = withValues(
      snapshot,
      Object.fromEntries(cells.map((cell) => [`表五!${a1(cell)}`, Number(valueAt(snapshot, `表五!${a1(cell)}`)) - 12])),
    );
    expect(await saidOf(without(less, '208|社会'))).toEqual([
      'error 表五缺“208社会保障和就业支出”这一行，下级1项合计12.00万元，合计行也没有计入；可用fill补上，再改合计。',
    ]);
  });

  test('says nothing of a total that is wrong by another amount', async () => {
    const snapshot = await compiled();
    const at = `表五!${a1({ row: rowOf(snapshot, '合计'), column: 4 })}`;
    const wrong = withValues(snapshot, { [at]: Number(valueAt(snapshot, at)) - 10 });
    expect(await saidOf(without(wrong, '208|社会'))).toHaveLength(2);
  });
});
