import type { Edit } from '../../../src/engine/snapshot/patch';
import type { XlsxWorkbook } from '../../../src/hosts/xlsx/workbook';
import { buildXlsx } from './build-workbook';
import type { BookXml } from './build-workbook';
import { cell, opened, ref, sheet } from './opened';

const BOOK: BookXml = {
  sheets: [
    {
      name: '台账',
      data: '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" s="1"><v>5</v></c><c r="D1" t="d"><v>2021-01-01</v></c></row>',
    },
    { name: '表一', data: '<row r="1"><c r="A1"><f>台账!B1*2</f><v>10</v></c></row>' },
  ],
  strings: ['<t>功能科目</t>'],
  styles: '<cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="2"/></cellXfs>',
};

function written(workbook: XlsxWorkbook, ...edits: readonly Edit[]): XlsxWorkbook {
  const made = workbook.apply({ for: workbook.snapshot.stamp, command: 'fill', edits });
  expect(made.workbook.snapshot).toEqual(opened(made.bytes).snapshot);
  return made.workbook;
}

describe('a workbook that was written to', () => {
  const workbook = opened(buildXlsx(BOOK));
  const set = (name: string, address: string, value: number): Edit => ({
    do: 'setValue',
    at: ref(name, address),
    to: value,
  });

  test('a sheet that was left as it is is the one that was read before', () => {
    const after = written(workbook, set('表一', 'C3', 7));
    expect(sheet(after, '台账').rows).toBe(sheet(workbook, '台账').rows);
    expect(cell(after, '表一', 'C3')?.value).toBe(7);
  });

  test('what rests on a changed cell of another sheet is calculated anew', () => {
    const after = written(workbook, set('台账', 'B1', 6));
    expect(cell(after, '表一', 'A1')?.value).toBe(12);
  });

  test('and stored values, not those that were calculated, are what the next one begins with', () => {
    const stale = opened(
      buildXlsx({
        ...BOOK,
        sheets: BOOK.sheets.map((one) => ({ ...one, data: (one.data ?? '').replace('<v>10</v>', '<v>9</v>') })),
      }),
    );
    expect(cell(stale, '表一', 'A1')?.value).toBe(10);
    expect(cell(written(stale, set('台账', 'C1', 1)), '表一', 'A1')?.value).toBe(10);
  });
});
