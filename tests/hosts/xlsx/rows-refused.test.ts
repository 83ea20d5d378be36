import type { Edit } from '../../../src/engine/snapshot/patch';
import { sheetNamed } from '../../../src/engine/snapshot/snapshot';
import { STYLES } from './build-workbook';
import { edited, opened, texts } from './opened';
import { SHEET, book, formula, put, rows, sheetData } from './rows';

describe('what would be torn or lost is refused, and then nothing at all is written', () => {
  const refused = (bytes: Uint8Array, edits: readonly Edit[]): readonly string[] => {
    const written = edited(bytes, [...edits, { do: 'setValue', at: { sheet: '甲', row: 8, column: 0 }, to: 1 }]);
    expect(texts(written.bytes)).toEqual(texts(bytes));
    expect(written.receipt.undo.edits).toEqual([]);
    return written.receipt.refused.map(({ because }) => because);
  };
  const table = (ref: string, type = 'table', root = '<table'): Uint8Array =>
    book(
      { relationships: { t: [type, '../tables/table1.xml'] } },
      { parts: { 'xl/tables/table1.xml': `${root} xmlns="t" ref="${ref}"/>` } },
    );

  test.each<[string, Uint8Array, readonly Edit[], string]>([
    ['an Excel table there', table('A5:C12'), rows('1@9'), 'list-object'],
    ['an Excel table below', table('A12:C15'), rows('1@9'), 'list-object'],
    ['a pivot table below', table('A12:C15', 'pivotTable', '<location'), rows('1@9'), 'pivot-table'],
    [
      'an array over several rows',
      book({ data: `<row r="7">${formula('B7', 'A1:A3', ' t="array" ref="B7:B9"')}</row>` }),
      rows('1@9'),
      'array-formula',
    ],
    ['a protected sheet', book({ after: '<sheetProtection sheet="1"/>' }), rows('1@9'), 'protected'],
    [
      'formulas that look through several sheets',
      book({ data: `<row r="1">${formula('A1', "SUM('甲:乙 表'!B9)")}</row>` }),
      rows('1@9'),
      'several-sheets',
    ],
    [
      'the end of the sheet',
      book({ data: '<row r="1048576"><c r="A1048576"><v>1</v></c></row>' }),
      rows('1@9'),
      'sheet-full',
    ],
    ['rows out of order', book({ data: '<row r="2"/><row r="1"/>' }), rows('1@9'), 'unsupported'],
    ['no such sheet', book({}), rows('1@9 on 丙'), 'sheet-missing'],
    ['no rows', book({}), [{ do: 'insertRows', sheet: '甲', at: 8, count: 0, like: 8 }], 'unsupported'],
    [
      'taking out rows with a note of somebody’s',
      book(
        { relationships: { c: ['comments', '../comments1.xml'] } },
        {
          parts: {
            'xl/comments1.xml':
              '<comments xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><authors><author>张</author></authors><commentList><comment ref="B9" authorId="0"><text><t>文</t></text></comment></commentList></comments>',
          },
        },
      ),
      [{ do: 'deleteRows', sheet: '甲', at: 8, count: 1 }],
      'unsupported',
    ],
  ])('%s', (_, bytes, edits, because) => {
    expect(refused(bytes, edits)).toEqual([because, 'rows-refused']);
  });

  test('an Excel table and an array above are no obstacle', () => {
    expect(put(table('A5:C8'), rows('1@9')).bytes).toBeDefined();
    const above = book({ data: `<row r="7">${formula('B7', 'A1:A2', ' t="array" ref="B7:B8"')}</row>` });
    expect(put(above, rows('1@9')).bytes).toBeDefined();
  });

  test('where one sheet cannot take rows, no other gets them', () => {
    const bytes = book(
      { data: '<row r="2"/>' },
      {},
      `<row r="7">${formula('B7', 'A1:A3', ' t="array" ref="B7:B9"')}</row>`,
    );
    const written = edited(bytes, rows('1@2', '1@8 on 乙 表'));
    expect(texts(written.bytes)).toEqual(texts(bytes));
    expect(written.receipt.refused.map(({ because }) => because)).toEqual(['rows-refused', 'array-formula']);
  });
});

test('rows that were taken out come back with what they held', () => {
  const style = STYLES;
  const bytes = book(
    {
      data:
        '<row r="1" ht="20" customHeight="1"><c r="A1" s="1"><v>1</v></c></row><row r="2"><c r="A2" s="2"><v>2</v></c></row>' +
        `<row r="3" ht="20" customHeight="1"><c r="A3" s="1"><f>A1+A4</f><v>5</v></c></row><row r="4"><c r="A4" s="2"><v>4</v></c></row>`,
    },
    { styles: style },
  );
  const out = edited(bytes, [{ do: 'deleteRows', sheet: '甲', at: 2, count: 1 }]);
  expect(sheetData(out.bytes)).toBe(
    '<row r="1" ht="20" customHeight="1"><c r="A1" s="1"><v>1</v></c></row><row r="2"><c r="A2" s="2"><v>2</v></c></row><row r="3"><c r="A3" s="2"><v>4</v></c></row>',
  );
  const back = opened(out.bytes).apply(out.receipt.undo);
  expect(sheetData(back.bytes)).toBe(sheetData(bytes));
  expect(sheetNamed(opened(back.bytes).snapshot, '甲')).toEqual(sheetNamed(opened(bytes).snapshot, '甲'));
});

test('a part in UTF-16 is read and moved like any other', () => {
  const xml = `<?xml version="1.0" encoding="UTF-16"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="2"><c r="A2" t="inlineStr"><is><t>合计</t></is></c></row></sheetData></worksheet>`;
  const units = [...xml].flatMap((c) => [c.charCodeAt(0) & 0xff, c.charCodeAt(0) >> 8]);
  const bytes = book({}, { parts: { [SHEET]: new Uint8Array([0xff, 0xfe, ...units]) } });
  expect(sheetData(put(bytes, rows('1@1')).bytes)).toContain('<row r="3"><c r="A3"');
});
