import { cellAt, sheetNamed } from '../../../src/engine/snapshot/snapshot';
import { createExcelHost } from '../../../src/hosts/excel/excel-host';
import { newMemory } from '../../../src/hosts/excel/memory';
import { piecesOf, readSnapshot } from '../../../src/hosts/excel/read-snapshot';
import { openExcel } from '../../office/excel';
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

  it.each<readonly [string, number, number]>([
    ['blocks that fit', 30_000, 300],
    ['blocks that are still too big', 12_000, 1200],
  ])('is read whole in %s, and no answer exceeds the limit', async (_, payloadLimit, cellsPerBatch) => {
    const whole = await createExcelHost((batch) =>
      openExcel({ workbook: workbookOf(big) }).Excel.run(batch),
    ).readSnapshot();
    const excel = openExcel({ workbook: workbookOf(big), payloadLimit });
    const pieces = await readSnapshot((batch) => excel.Excel.run(batch), newMemory(), { cellsPerBatch });
    expect(pieces).toEqual(whole);
    expect(excel.batches.length).toBeGreaterThan(4);
  });

  it('is cut into whole rows', () => {
    const area = { top: 4, left: 0, bottom: 10, right: 9 };
    expect(piecesOf([undefined, area], 35).map((piece) => [piece.sheet, piece.area.top, piece.area.bottom])).toEqual([
      [1, 4, 6],
      [1, 7, 9],
      [1, 10, 10],
    ]);
    expect(piecesOf([area], 1).map((piece) => piece.area.top)).toEqual([4, 5, 6, 7, 8, 9, 10]);
  });

  it('says so where a single row does not fit', async () => {
    const excel = openExcel({
      workbook: workbookOf([{ name: '长', rows: [['字'.repeat(3000)]] }]),
      payloadLimit: 4000,
    });
    await expect(readSnapshot((batch) => excel.Excel.run(batch), newMemory())).rejects.toMatchObject({
      code: 'ResponsePayloadSizeLimitExceeded',
    });
  });
});
