import type { Snapshot } from '../../../src/engine/snapshot/snapshot';
import { cellAt, sheetNamed } from '../../../src/engine/snapshot/snapshot';
import { createExcelHost } from '../../../src/hosts/excel/excel-host';
import { Memory } from '../../../src/hosts/excel/memory';
import type { Piece } from '../../../src/hosts/excel/read/read-blocks';
import { halved } from '../../../src/hosts/excel/read/read-blocks';
import { readSnapshot } from '../../../src/hosts/excel/read/read-snapshot';
import type { ExcelRun } from '../../../src/hosts/excel/run';
import type { TestExcel } from '../../office/excel';
import { openExcel, WEB_PAYLOAD_LIMIT } from '../../office/excel';
import type { SheetInput } from '../../office/model/build';
import { workbookOf } from '../../office/model/build';

// A busy machine must not fail a test.
jest.setTimeout(600_000);

const BUDGET: readonly SheetInput[] = [
  {
    name: '表三',
    rows: [
      ['支出总表'],
      ['科目编码', '科目名称', '合计'],
      ['2010301', '行政运行', { value: 12.5, format: '#,##0.00' }],
      [null, '合计', { formula: 'SUM(C3:C3)', value: 12.5 }],
      [],
      ['=不是公式', true, '#REF!'],
    ],
    merges: ['A1:C1'],
    hiddenRows: [3, 4],
    hiddenColumns: ['B'],
  },
  { name: '空', visibility: 'Hidden', isProtected: true },
  {
    name: "It's",
    visibility: 'VeryHidden',
    rows: [
      [null, null],
      [null, 5],
    ],
  },
];

describe('a workbook read through office.js', () => {
  it('is a snapshot of what the sheets hold', async () => {
    const { Excel } = openExcel({ workbook: workbookOf(BUDGET) });
    const snapshot = await createExcelHost((batch) => Excel.run(batch)).readSnapshot();
    expect(snapshot.sheets).toEqual([
      {
        name: '表三',
        visibility: 'visible',
        rows: [
          { row: 0, cells: [{ column: 0, value: '支出总表' }] },
          {
            row: 1,
            cells: [
              { column: 0, value: '科目编码' },
              { column: 1, value: '科目名称' },
              { column: 2, value: '合计' },
            ],
          },
          {
            row: 2,
            cells: [
              { column: 0, value: '2010301' },
              { column: 1, value: '行政运行' },
              { column: 2, value: 12.5, format: '#,##0.00' },
            ],
          },
          {
            row: 3,
            cells: [
              { column: 1, value: '合计' },
              { column: 2, value: 12.5, formula: 'SUM(C3:C3)' },
            ],
          },
          {
            row: 5,
            cells: [
              { column: 0, value: '=不是公式' },
              { column: 1, value: true },
              { column: 2, value: '#REF!' },
            ],
          },
        ],
        merges: [{ top: 0, left: 0, bottom: 0, right: 2 }],
        hiddenRows: [{ from: 2, to: 3 }],
        hiddenColumns: [{ from: 1, to: 1 }],
        widths: { usual: 8, columns: [{ from: 0, to: 2, width: 8 }] },
        notes: [],
        flags: [],
        isProtected: false,
        ours: false,
      },
      {
        name: '空',
        visibility: 'hidden',
        rows: [],
        merges: [],
        hiddenRows: [],
        hiddenColumns: [],
        notes: [],
        flags: [],
        isProtected: true,
        ours: false,
      },
      {
        name: "It's",
        visibility: 'veryHidden',
        rows: [{ row: 1, cells: [{ column: 1, value: 5 }] }],
        merges: [],
        hiddenRows: [],
        hiddenColumns: [],
        widths: { usual: 8, columns: [{ from: 1, to: 1, width: 8 }] },
        notes: [],
        flags: [],
        isProtected: false,
        ours: false,
      },
    ]);
  });

  it.each(['1.13', '1.14', undefined])('takes two batches at ExcelApi %s', async (excelApi) => {
    const excel = openExcel({ workbook: workbookOf(BUDGET), ...(excelApi === undefined ? {} : { excelApi }) });
    await createExcelHost((batch) => excel.Excel.run(batch)).readSnapshot();
    expect(excel.batches).toHaveLength(2);
  });

  it('does not touch the workbook', async () => {
    const excel = openExcel({ workbook: workbookOf(BUDGET) });
    await createExcelHost((batch) => excel.Excel.run(batch)).readSnapshot();
    const writes = excel.batches
      .flatMap((batch) => batch.steps)
      .filter((step) => step.endsWith('=') || /\.(add|delete|select|activate|clear)$/.test(step));
    expect(writes).toEqual([]);
  });

  it('gives equal stamps for equal contents, others for others', async () => {
    const excel = openExcel({ workbook: workbookOf(BUDGET) });
    const host = createExcelHost((batch) => excel.Excel.run(batch));
    const first = await host.readSnapshot();
    expect((await host.readSnapshot()).stamp).toBe(first.stamp);
    excel.userTypes('表三', 'C3', 12.6);
    const changed = await host.readSnapshot();
    expect(changed.stamp).not.toBe(first.stamp);
    const sheet = sheetNamed(changed, '表三');
    expect(sheet && cellAt(sheet, 2, 2)?.value).toBe(12.6);
  });
});

describe('a workbook that is read again', () => {
  const open = (sheets: readonly SheetInput[] = BUDGET, excelApi?: string) => {
    const excel = openExcel({ workbook: workbookOf(sheets), ...(excelApi === undefined ? {} : { excelApi }) });
    return { excel, host: createExcelHost((batch) => excel.Excel.run(batch), excel.supports) };
  };
  const batches = async (excel: TestExcel, read: () => Promise<unknown>): Promise<number> => {
    const before = excel.batches.length;
    await read();
    return excel.batches.length - before;
  };

  it('takes one batch, since its sheets are known', async () => {
    const { excel, host } = open();
    expect(await batches(excel, () => host.readSnapshot())).toBe(2);
    excel.user.types('表三', 'C3', 13);
    excel.user.renamesSheet('空', '又空');
    expect(await batches(excel, () => host.readSnapshot())).toBe(1);
    const again = await host.readSnapshot();
    expect(again.sheets.map(({ name }) => name)).toEqual(['表三', '又空', "It's"]);
    const sheet = sheetNamed(again, '表三');
    expect(sheet && cellAt(sheet, 3, 2)?.value).toBe(13);
  });

  it('takes one more for a sheet that is new, none for one that is gone', async () => {
    const { excel, host } = open();
    await host.readSnapshot();
    excel.user.addsSheet('新');
    excel.user.types('新', 'A1', 'x');
    expect(await batches(excel, () => host.readSnapshot())).toBe(2);
    excel.user.deletesSheet('表三');
    expect(await batches(excel, () => host.readSnapshot())).toBe(1);
    expect((await host.readSnapshot()).sheets.map(({ name }) => name)).toEqual(['空', "It's", '新']);
  });

  it('asks only for what may have changed, and comes to the same', async () => {
    const plain = { name: '附注', rows: Array.from({ length: 200 }, (_, row) => [`第${row}行`]) };
    const { excel, host } = open([...BUDGET, plain]);
    await host.readSnapshot();
    excel.user.types('表三', 'C3', 13);
    const id = excel.workbook.sheet('表三')!.id;
    const short = await host.readSnapshot({ changed: new Set([id]) });
    const [few, all] = [
      excel.batches.at(-1)!.responseBytes,
      (await host.readSnapshot(), excel.batches.at(-1)!.responseBytes),
    ];
    expect(short).toEqual(await host.readSnapshot());
    expect(few).toBeLessThan(all / 2);
  });

  it('reads a sheet with formulas again although only another one was touched', async () => {
    const { excel, host } = open([
      { name: '甲', rows: [[1]] },
      { name: '乙', rows: [[{ formula: '甲!A1', value: 1 }]] },
    ]);
    await host.readSnapshot();
    excel.user.types('甲', 'A1', 7);
    const read = await host.readSnapshot({ changed: new Set([excel.workbook.sheet('甲')!.id]) });
    const sheet = sheetNamed(read, '乙');
    expect(sheet && cellAt(sheet, 0, 0)?.value).toBe(7);
  });

  it.each([
    ['1.14', 1],
    ['1.13', 2],
  ])('finds flags where they are by now, at ExcelApi %s in %i', async (excelApi, count) => {
    const { excel, host } = open([{ name: '表一', rows: [['a'], ['b'], ['c']] }], excelApi);
    const flags = [{ severity: 'error' as const, areas: [{ top: 1, left: 0, bottom: 1, right: 0 }] }];
    await host.readSnapshot();
    await host.applyPatch({ for: '', command: 'annotate', edits: [{ do: 'setFlags', sheet: '表一', flags }] });
    await host.readSnapshot();
    excel.user.insertsRow('表一', 1);
    expect(await batches(excel, () => host.readSnapshot())).toBe(count);
    const areas = sheetNamed(await host.readSnapshot(), '表一')?.flags.map((flag) => flag.areas);
    expect(areas).toEqual([[{ top: 2, left: 0, bottom: 2, right: 0 }]]);
  });
});

describe('whose a sheet is', () => {
  it.each([
    ['made', true],
    ['input', true],
    ['drawn-input', true],
    ['table', false],
  ])('a sheet marked %s is ours and no input: %s', async (mark, ours) => {
    const workbook = workbookOf([{ name: '表一', rows: [['x']] }]);
    const name = { name: '_budget_own_sheet', formula: `="${mark}"`, visible: false };
    workbook.sheet('表一')!.names.set(name.name, name);
    const excel = openExcel({ workbook });
    const snapshot = await createExcelHost((batch) => excel.Excel.run(batch)).readSnapshot();
    expect(snapshot.sheets[0]?.ours).toBe(ours);
  });
});

describe('a workbook too big for one answer', () => {
  const big: readonly SheetInput[] = [
    {
      name: '大',
      rows: Array.from({ length: 400 }, (_, row) => [
        `第${row}行${'字'.repeat(20)}`,
        row,
        { formula: `B${row + 1}`, value: row },
      ]),
      hiddenRows: [99, 100, 101, 400],
    },
    { name: '小', rows: [['a']] },
  ];
  const whole = (): Promise<Snapshot> => {
    const excel = openExcel({ workbook: workbookOf(big) });
    return createExcelHost((batch) => excel.Excel.run(batch)).readSnapshot();
  };

  it.each<readonly [string, number, number]>([
    ['blocks that fit', 40_000, 20_000],
    ['blocks that are still too big', 40_000, 300_000],
  ])('is read whole in %s, and no answer exceeds the limit', async (_, payloadLimit, blocks) => {
    const excel = openExcel({ workbook: workbookOf(big), payloadLimit });
    const client = { run: excel.Excel.run as ExcelRun, supports: excel.supports };
    const memory = new Memory();
    expect(await readSnapshot(client, memory, {}, blocks)).toEqual(await whole());
    const first = excel.batches.length;
    expect(await readSnapshot(client, memory, {}, blocks)).toEqual(await whole());
    expect(excel.batches.length - first).toBeLessThanOrEqual(first);
  });

  it.each([7, 16])('of %i MB takes three batches, and one for each 5 MB begun', async (megabytes) => {
    // A row of four texts of fifty characters is about 1,300 bytes in an answer.
    const text = '预算公开说明文字'.repeat(6);
    const count = Math.round((megabytes * 1024 * 1024) / 1300);
    const rows = Array.from({ length: count }, (_, row) => [`${text}${row}`, text, text, text]);
    const excel = openExcel({
      workbook: workbookOf([
        { name: '大', rows },
        { name: '小', rows: [['a']] },
      ]),
    });
    const host = createExcelHost((batch) => excel.Excel.run(batch), excel.supports);
    const snapshot = await host.readSnapshot();
    expect(snapshot.sheets[0]?.rows).toHaveLength(count);
    const bytes = excel.batches.reduce((sum, batch) => sum + (batch.isAnswered ? batch.responseBytes : 0), 0);
    expect(bytes).toBeGreaterThan(megabytes * 0.8 * 1024 * 1024);
    expect(excel.batches.length).toBeLessThanOrEqual(3 + Math.ceil(bytes / WEB_PAYLOAD_LIMIT));
  });

  it('is halved as a person would: blocks first, then the rows of one', () => {
    const area = { top: 4, left: 0, bottom: 10, right: 9 };
    const spans = (batch: readonly Piece[]) =>
      halved(batch)?.map((half) => half.map((piece) => [piece.sheet, piece.area.top, piece.area.bottom]));
    expect(
      spans([
        { sheet: 0, area },
        { sheet: 1, area },
      ]),
    ).toEqual([[[0, 4, 10]], [[1, 4, 10]]]);
    expect(spans([{ sheet: 1, area }])).toEqual([[[1, 4, 7]], [[1, 8, 10]]]);
    expect(spans([{ sheet: 1, area: { ...area, bottom: 4 } }])).toBeUndefined();
  });

  it('of which Excel answers nothing at all is read in blocks', async () => {
    const rows = [['first'], ...Array.from({ length: 3 }, () => [])];
    const workbook = workbookOf([{ name: '远', rows }]);
    // Two cells at opposite ends, and more between them than Excel reads at once.
    workbook.cellLimit = 50_000;
    workbook.sheet('远')!.touch(9_999, 9).value = 'last';
    const excel = openExcel({ workbook });
    const snapshot = await createExcelHost((batch) => excel.Excel.run(batch)).readSnapshot();
    expect(snapshot.sheets[0]?.rows.map(({ row }) => row)).toEqual([0, 9_999]);
  });

  it('says so where a single row does not fit', async () => {
    const excel = openExcel({
      workbook: workbookOf([{ name: '长', rows: [['字'.repeat(6000)]] }]),
      payloadLimit: 12_000,
    });
    await expect(createExcelHost((batch) => excel.Excel.run(batch)).readSnapshot()).rejects.toMatchObject({
      code: 'ResponsePayloadSizeLimitExceeded',
    });
  });
});
