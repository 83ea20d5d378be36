import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { a1OfArea } from '../../src/engine/snapshot/address';
import type { SheetSnapshot } from '../../src/engine/snapshot/snapshot';
import { openXlsx } from '../../src/hosts/xlsx/open-xlsx';
import { sample } from '../fixtures/sample';

const FILE = join(__dirname, '../../assets/sample/云州市人民政府办公室2021年部门预算.xlsx');

// The order in which a file lists its merged areas means nothing.
const merges = (sheet: SheetSnapshot) => sheet.merges.map(a1OfArea).sort();

describe('the sample workbook that is shipped', () => {
  const opened = openXlsx(readFileSync(FILE));
  const sheets = opened.ok ? opened.workbook.snapshot.sheets : [];

  test('opens and has the sheets of the fixture', () => {
    expect(opened.ok).toBe(true);
    expect(sheets.map((sheet) => sheet.name)).toEqual(sample.sheets.map((sheet) => sheet.name));
  });

  test.each(sample.sheets.map((sheet) => [sheet.name, sheet] as const))(
    '%s holds the cells of the fixture',
    (name, expected) => {
      const read = sheets.find((sheet) => sheet.name === name);
      expect(read?.rows).toEqual(expected.rows);
      expect(read && merges(read)).toEqual(merges(expected));
      expect(read).toMatchObject({
        visibility: 'visible',
        hiddenRows: [],
        hiddenColumns: [],
        notes: [],
        flags: [],
        isProtected: false,
        ours: false,
      });
    },
  );
});
