import { removalPatch } from '../../src/commands/remove-marks';
import type { ChartsSheet } from '../../src/commands/charts-sheet';
import { chartsSheet } from '../../src/commands/charts-sheet';
import { checkSnapshot } from '../../src/commands/check';
import type { DrawnSheet } from '../../src/engine/snapshot/drawn';
import type { Snapshot } from '../../src/engine/snapshot/snapshot';
import { answered } from '../fixtures/answered';
import { withValues } from '../fixtures/edit';
import { lastYear } from '../fixtures/last-year';
import { mended, sample } from '../fixtures/sample';
import { openFile, sampleFile } from '../fixtures/sample-file';
import { blankForms, filledForms } from '../fixtures/shanghai';

// A busy machine must not fail a test.
jest.setTimeout(600_000);

async function made(snapshot: Snapshot): Promise<ChartsSheet> {
  const sheet = await chartsSheet(snapshot, 'zh-CN');
  if (!sheet) throw new Error('nothing was recognised');
  return sheet;
}
function sheetIn({ patch }: ChartsSheet): DrawnSheet {
  const [sheet] = patch.edits.flatMap((edit) => (edit.do === 'drawSheet' ? edit.sheet : []));
  if (!sheet) throw new Error('no sheet');
  return sheet;
}
/** What each chart stands on: the values of its cells, row by row. */
const drawn = (sheet: DrawnSheet): readonly unknown[] =>
  (sheet.charts ?? []).map(({ from }) =>
    sheet.rows
      .slice(from.top, from.bottom + 1)
      .map(({ cells }) => cells.filter(({ column }) => column <= from.right).map(({ value }) => value)),
  );

describe('the sheet of charts', () => {
  it('draws revenue by its sources and expenditure by the classes of its functions', async () => {
    const sheet = sheetIn(await made(sample));
    expect(drawn(sheet)).toEqual([
      [
        ['名称', '2021年'],
        ['一般公共预算', 1406.62],
        ['事业收入', 17],
      ],
      [
        ['名称', '2021年'],
        ['一般公共服务支出', 1423.62],
      ],
    ]);
    expect(sheet.rows[2]?.cells[0]?.value).toBe('收入预算（按来源），万元');
  });

  it('sets the year before beside it where that is known, as far as somebody typed it', async () => {
    const one = await made(await answered(mended, { prior: lastYear }));
    expect([one.charts, one.withPrior]).toEqual([2, 1]);
    expect(drawn(sheetIn(one))).toEqual([
      [
        ['名称', '2021年', '2020年'],
        ['一般公共预算', 1406.62, 1442.62],
        ['上级补助收入', 17, 0],
      ],
      // Nobody is asked for it by class, so nobody has typed it.
      [
        ['名称', '2021年'],
        ['一般公共服务支出', 1423.62],
      ],
    ]);
    const [, , before] = sheetIn(one).rows[4]?.cells ?? [];
    expect(before?.formula).toMatch(/^SUM\(上年数!E\d+\)$/);
  });

  it('is in 万元, whatever the tables are in', async () => {
    const sheet = sheetIn(await made(filledForms));
    expect(drawn(sheet)[1]).toEqual([
      ['名称', '2026年'],
      ['文化旅游体育与传媒支出', 500.00005],
      ['社会保障和就业支出', 30],
      ['住房保障支出', 20],
    ]);
  });

  it('holds live formulas that come to what is drawn', async () => {
    const workbook = openFile(sampleFile);
    const { patch } = await made(workbook.snapshot);
    const { bytes } = workbook.apply(patch);
    const changed = openFile(bytes);
    const edit = { do: 'setValue', at: { sheet: '表一', row: 6, column: 1 }, to: 1500 } as const;
    const after = openFile(
      changed.apply({ for: changed.snapshot.stamp, command: 'fill', edits: [edit] }).bytes,
    ).snapshot;
    const sheet = after.sheets.find(({ name }) => name === '图表');
    const cells = sheet?.rows.find(({ row }) => row === 4)?.cells;
    expect(cells?.find(({ column }) => column === 1)?.value).toBe(1500);
  });

  it('is never input, and goes with the marks', async () => {
    const workbook = openFile(sampleFile);
    const { bytes } = workbook.apply((await made(workbook.snapshot)).patch);
    const once = openFile(bytes);
    expect(await checkSnapshot(once.snapshot)).toEqual(await checkSnapshot(workbook.snapshot));
    const cleared = openFile(once.apply(removalPatch(once.snapshot).patch).bytes).snapshot;
    expect(cleared.sheets).toEqual(workbook.snapshot.sheets);
  });

  it('leaves out what has no money, and is not made where nothing has', async () => {
    const less = withValues(mended, { '表一!B12': 0 });
    expect(drawn(sheetIn(await made(less)))[0]).toEqual([
      ['名称', '2021年'],
      ['一般公共预算', 1406.62],
    ]);
    expect(await made(blankForms)).toMatchObject({ charts: 0, patch: { edits: [] } });
    expect(await chartsSheet({ stamp: '', sheets: [] }, 'zh-CN')).toBeUndefined();
  });

  it('keeps a name that a sheet of the user bears', async () => {
    const taken = {
      ...sample,
      sheets: sample.sheets.map((sheet, at) => (at === 13 ? { ...sheet, name: '图表' } : sheet)),
    };
    expect((await made(taken)).sheet).toBe('图表2');
  });
});
