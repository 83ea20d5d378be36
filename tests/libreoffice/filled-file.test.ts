import { fillWorkbook } from '../../src/commands/fill';
import type { Edit } from '../../src/engine/snapshot/patch';
import type { Cell, SheetSnapshot, Snapshot } from '../../src/engine/snapshot/snapshot';
import { placeOf, valueAt } from '../fixtures/edit';
import { openFile, reducedFile } from '../fixtures/sample-file';
import { cleanUp, isThere, saved, storedResults, withoutResults } from './recalculated';
import { edited, fixture, opened, sheet, texts } from '../hosts/xlsx/opened';

afterAll(cleanUp);

const rowsOf = ({ rows }: SheetSnapshot, keep: (cell: Cell) => unknown) =>
  rows.map(({ row, cells }) => [row, cells.map((cell) => [cell.column, keep(cell)])]);

(isThere ? describe : describe.skip)('a filled file in LibreOffice', () => {
  test('comes to our amounts, to the last decimal', async () => {
    const workbook = openFile(reducedFile());
    const { patch, plan } = await fillWorkbook(workbook.snapshot);
    const { bytes } = workbook.apply(patch);
    const results = storedResults(saved(withoutResults(bytes), 'filled'));
    expect(Object.keys(results)).toHaveLength(plan.fills.length);
    for (const { cell, amount } of plan.fills)
      expect([placeOf(cell), results[placeOf(cell)]?.toPrecision(15)]).toEqual([
        placeOf(cell),
        Number(amount).toPrecision(15),
      ]);
    // Its sums differ from ours in the seventeenth digit, which Excel does not have.
    const after: Snapshot = openFile(bytes).snapshot;
    for (const [place, result] of Object.entries(results))
      expect([place, Number(valueAt(after, place)).toPrecision(15)]).toEqual([place, result.toPrecision(15)]);
  }, 120_000);

  test('rows that were put in are rows there, with all that moved', () => {
    const edits: readonly Edit[] = [
      { do: 'insertRows', sheet: '表一', at: 3, count: 1, like: 3 },
      { do: 'insertRows', sheet: '表一', at: 4, count: 2, like: 3 },
      { do: 'setValue', at: { sheet: '表一', row: 3, column: 0 }, to: '新收入' },
    ];
    const ours = edited(fixture('by-openpyxl.xlsx'), edits);
    expect(ours.receipt.refused).toEqual([]);
    const [before, after] = [opened(ours.bytes), opened(saved(ours.bytes, 'rows'))];
    // The other sheets hold what the two programs read differently: an array nobody calculated, an escaped character.
    for (const name of ['表一', '表三']) {
      const [own, theirs] = [sheet(before, name), sheet(after, name)];
      expect(rowsOf(theirs, ({ value }) => value)).toEqual(rowsOf(own, ({ value }) => value));
      expect(theirs.merges).toEqual(own.merges);
      expect(theirs.hiddenRows).toEqual(own.hiddenRows);
      expect(theirs.notes).toEqual(own.notes);
    }
    const formulas = rowsOf(sheet(after, '表一'), ({ formula }) => formula).at(-1);
    expect(formulas).toEqual([
      8,
      [
        [0, undefined],
        [1, 'SUM(B5:B8)'],
        [2, undefined],
        [3, 'SUM(D5:D8)'],
      ],
    ]);
    const xml = texts(saved(ours.bytes, 'rows'));
    expect(xml['xl/worksheets/sheet1.xml']).toMatch(/<autoFilter ref="A3:D9"/);
    expect(xml['xl/worksheets/sheet1.xml']).toMatch(/conditionalFormatting sqref="D5:D9"/);
    expect(xml['xl/workbook.xml']).toMatch(/Print_Area"[^>]*>(?:'表一'|表一)!\$A\$1:\$D\$9</);
    expect(xml['xl/charts/chart1.xml']).toMatch(/<c:f>(?:'表一'|表一)!\$B\$5:\$B\$8<\/c:f>|表一.*\$B\$5/);
  }, 120_000);
});
