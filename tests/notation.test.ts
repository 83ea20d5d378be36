import { workbook } from './notation';

test('a row a string, cells parted by bars', () => {
  const [sheet] = workbook({
    表三: ['部门支出总体情况表', '', "'201 | 教育 | 12.50", ' | 合计 | =SUM(C3) → 12.5 | 03 | #REF!', '| 　 |'],
  }).sheets;
  expect(sheet?.rows).toEqual([
    { row: 0, cells: [{ column: 0, value: '部门支出总体情况表' }] },
    {
      row: 2,
      cells: [
        { column: 0, value: '201' },
        { column: 1, value: '教育' },
        { column: 2, value: 12.5, format: '0.00' },
      ],
    },
    {
      row: 3,
      cells: [
        { column: 1, value: '合计' },
        { column: 2, value: 12.5, format: '0.0', formula: 'SUM(C3)' },
        { column: 3, value: '03' },
        { column: 4, value: '#REF!' },
      ],
    },
    { row: 4, cells: [{ column: 1, value: '\u3000' }] },
  ]);
});

test('merges, hidden rows and columns, notes', () => {
  const [sheet] = workbook({
    表三: { lines: ['a'], merges: ['A1:C1'], hiddenRows: ['3', '5:7'], hiddenColumns: ['C:D'], notes: { B3: '核对' } },
  }).sheets;
  expect(sheet).toMatchObject({
    merges: [{ top: 0, left: 0, bottom: 0, right: 2 }],
    hiddenRows: [
      { from: 2, to: 2 },
      { from: 4, to: 6 },
    ],
    hiddenColumns: [{ from: 2, to: 3 }],
    notes: [{ row: 2, column: 1, text: '核对', ours: false }],
  });
});
