import { buildXlsx } from './build-workbook';
import { opened, texts } from './opened';
import { SHEET, book, formula, number, put, rows, sheetData } from './rows';

describe('the rows of the sheet', () => {
  const row = (n: number, attributes = ''): string =>
    `<row r="${n}"${attributes}><c r="A${n}" s="1"><v>${n}</v></c><c r="C${n}" t="s" s="2"><v>0</v></c></row>`;
  const moved = (from: number, to: number, attributes = ''): string =>
    row(from, attributes)
      .replace(`r="${from}"`, `r="${to}"`)
      .replace(`"A${from}"`, `"A${to}"`)
      .replace(`"C${from}"`, `"C${to}"`);
  const blank = (n: number, attributes = ''): string =>
    `<row r="${n}"${attributes}><c r="A${n}" s="1"/><c r="C${n}" s="2"/></row>`;
  const strings = { strings: ['<t>文</t>'] };

  test('move down; new ones have the formats of the row they are like, and hold nothing', () => {
    const bytes = book({ data: row(1) + row(2) + row(3) }, strings);
    expect(sheetData(put(bytes, rows('2@2 like 3')).bytes)).toBe(
      row(1) + blank(2) + blank(3) + moved(2, 4) + moved(3, 5),
    );
    expect(sheetData(put(bytes, rows('1@1')).bytes)).toBe(blank(1) + moved(1, 2) + moved(2, 3) + moved(3, 4));
    expect(sheetData(put(bytes, rows('1@4 like 3')).bytes)).toBe(row(1) + row(2) + row(3) + blank(4));
    expect(sheetData(put(bytes, rows('1@9 like 1')).bytes)).toBe(row(1) + row(2) + row(3) + blank(9));
  });

  test('insertions into one sheet are counted before any of them; above the same row they follow each other as listed', () => {
    const bytes = book({ data: row(1) + row(2, ' s="3" customFormat="1"') + row(3) }, strings);
    expect(sheetData(put(bytes, rows('1@3 like 1', '1@2 like 2', '1@2 like 1')).bytes)).toBe(
      row(1) +
        blank(2, ' s="3" customFormat="1"') +
        blank(3) +
        moved(2, 4, ' s="3" customFormat="1"') +
        blank(5) +
        moved(3, 6),
    );
  });

  test('take the height that somebody chose, and leave Excel to find any other again; never that a row is hidden', () => {
    const bytes = book(
      {
        data:
          row(1, ' spans="1:3" ht="28.5" customHeight="1" outlineLevel="1" hidden="1" collapsed="1"') +
          row(2, ' ht="14.25"'),
      },
      strings,
    );
    expect(sheetData(put(bytes, rows('1@1', '1@2')).bytes)).toBe(
      blank(1, ' ht="28.5" customHeight="1" outlineLevel="1"') +
        moved(1, 2, ' spans="1:3" ht="28.5" customHeight="1" outlineLevel="1" hidden="1" collapsed="1"') +
        blank(3) +
        moved(2, 4, ' ht="14.25"'),
    );
  });

  test('without numbers of their own get them; a row that is not written down has no looks to copy', () => {
    const bytes = book({ data: '<row><c><v>1</v></c></row><row><c s="1"><v>2</v></c></row>' });
    expect(sheetData(put(bytes, rows('1@2', '1@7')).bytes)).toBe(
      '<row r="1"><c><v>1</v></c></row><row r="2"><c r="A2" s="1"/></row><row r="3"><c s="1"><v>2</v></c></row>',
    );
    const nothing = book({ data: '' });
    expect(put(nothing, rows('3@1')).bytes).toBeDefined();
  });

  test('of a part with prefixes', () => {
    const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
    const sheet = (inner: string, merge: string): string =>
      `<x:worksheet xmlns:x="${MAIN}"><x:sheetData>${inner}</x:sheetData><x:mergeCells count="1"><x:mergeCell ref="${merge}"/></x:mergeCells></x:worksheet>`;
    const bytes = buildXlsx({
      sheets: [{ name: '甲' }],
      parts: { [SHEET]: sheet('<x:row r="1"><x:c r="A1" s="1"><x:f>A2</x:f></x:c></x:row>', 'A1:B2') },
    });
    expect(texts(put(bytes, rows('1@1')).bytes)[SHEET]).toBe(
      sheet(
        '<x:row r="1"><x:c r="A1" s="1"/></x:row><x:row r="2"><x:c r="A2" s="1"><x:f>A3</x:f></x:c></x:row>',
        'A2:B3',
      ),
    );
  });

  test('and what else a patch writes speaks of the sheet with them, in whatever order it is listed', () => {
    const bytes = book({ data: row(1) + row(2) }, strings);
    const written = put(bytes, [
      { do: 'setValue', at: { sheet: '甲', row: 1, column: 0 }, to: 201 },
      { do: 'setFormula', at: { sheet: '甲', row: 1, column: 1 }, to: 'A3*2' },
      { do: 'setValue', at: { sheet: '甲', row: 2, column: 0 }, to: 7 },
      ...rows('1@2'),
    ]);
    expect(sheetData(written.bytes)).toBe(
      row(1) +
        '<row r="2"><c r="A2" s="1"><v>201</v></c><c r="B2"><f>A3*2</f></c><c r="C2" s="2"/></row>' +
        moved(2, 3).replace('<v>2</v>', '<v>7</v>'),
    );
    expect(opened(written.bytes).snapshot.sheets[0]?.rows[1]?.cells[1]).toMatchObject({ formula: 'A3*2', value: 14 });
  });
});

describe('formulas of all sheets follow', () => {
  const cells = (own: string, other: string): Uint8Array =>
    book(
      { data: `<row r="1">${own}</row><row r="5">${number('A5', 5)}</row><row r="6">${number('A6', 6)}</row>` },
      {},
      `<row r="1">${other}</row>`,
    );
  test.each([
    ['of the sheet itself', formula('B1', 'SUM(A5:A6)+$A$6+A1'), formula('B1', 'SUM(A5:A8)+$A$8+A1'), '', ''],
    [
      'of another sheet',
      '',
      '',
      formula('B1', "SUM(甲!A5:A6)+'甲'!A6+A6&amp;&quot;甲!A6&quot;"),
      formula('B1', "SUM(甲!A5:A8)+'甲'!A8+A6&amp;&quot;甲!A6&quot;"),
    ],
    [
      'shared by cells that refer to rows that move: each gets its own',
      formula('B1', 'A5+A$6', ' t="shared" ref="B1:D1" si="0"') +
        '<c r="C1"><f t="shared" si="0"/><v>0</v></c><c r="D1"><f t="shared" si="0" ca="1"></f></c>',
      `${formula('B1', 'A5+A$8')}<c r="C1"><f>B5+B$8</f><v>0</v></c><c r="D1"><f ca="1">C5+C$8</f></c>`,
      '',
      '',
    ],
    [
      'shared on another sheet',
      '',
      '',
      formula('B1', '甲!A6', ' t="shared" ref="B1:C1" si="4"') + '<c r="C1"><f t="shared" si="4"/></c>',
      formula('B1', '甲!A8') + '<c r="C1"><f>甲!B8</f></c>',
    ],
    [
      'shared by cells whom it does not concern',
      '',
      '',
      formula('B1', 'A6', ' t="shared" ref="B1:C1" si="4"') + '<c r="C1"><f t="shared" si="4"/></c>',
      formula('B1', 'A6', ' t="shared" ref="B1:C1" si="4"') + '<c r="C1"><f t="shared" si="4"/></c>',
    ],
    [
      'of an array in one row',
      formula('B1', 'A5:A6*2', ' t="array" ref="B1:C1"'),
      formula('B1', 'A5:A8*2', ' t="array" ref="B1:C1"'),
      formula('B1', 'SUM(甲!A6:A6*1)', ' t="array" ref="B1"'),
      formula('B1', 'SUM(甲!A8:A8*1)', ' t="array" ref="B1"'),
    ],
  ])('%s', (_, own, ownAfter, other, otherAfter) => {
    const { bytes } = put(cells(own, other), rows('2@6'));
    expect(sheetData(bytes)).toBe(
      `<row r="1">${ownAfter}</row><row r="5">${number('A5', 5)}</row><row r="8">${number('A8', 6)}</row>`,
    );
    expect(sheetData(bytes, 'xl/worksheets/sheet2.xml')).toBe(`<row r="1">${otherAfter}</row>`);
  });

  test('arrays, data tables and groups below the new rows move with their cells', () => {
    const row = (n: number, shift: number): string => {
      const at = n + shift;
      return (
        `<row r="${at}">${formula(`A${at}`, `C${at}:C${at + 1}`, ` t="array" ref="A${at}:A${at + 1}"`)}` +
        `<c r="D${at}"><f t="dataTable" ref="D${at}:D${at + 1}" dt2D="1" dtr="1" r1="B${at}" r2="B${at + 1}"/></c></row>`
      );
    };
    expect(sheetData(put(book({ data: row(5, 0) }), rows('3@2')).bytes)).toBe(row(5, 3));
    const group = (at: number): string =>
      `<row r="${at}">${formula(`B${at}`, `'乙 表'!A5`, ` t="shared" ref="B${at}:B${at + 1}" si="0"`)}</row><row r="${at + 1}"><c r="B${at + 1}"><f t="shared" si="0"/></c></row>`;
    expect(sheetData(put(book({ data: group(5) }), rows('3@2')).bytes)).toBe(group(8));
    // Torn apart, they become formulas of their own.
    expect(sheetData(put(book({ data: group(5) }), rows('1@6')).bytes)).toBe(
      `<row r="5">${formula('B5', "'乙 表'!A5")}</row><row r="7"><c r="B7"><f>'乙 表'!A6</f></c></row>`,
    );
  });

  test('a shared formula whose text stands below the cells that use it', () => {
    const bytes = book({
      data:
        '<row r="1"><c r="B1"><f t="shared" si="0"/><v>0</v></c></row>' +
        `<row r="2">${formula('B2', 'A2', ' t="shared" ref="B1:B2" si="0"')}</row>`,
    });
    expect(sheetData(put(bytes, rows('1@2')).bytes)).toBe(
      `<row r="1"><c r="B1"><f>A1</f><v>0</v></c></row><row r="3">${formula('B3', 'A3')}</row>`,
    );
  });

  test('the order in which they were computed goes, and all are computed anew', () => {
    const bytes = book(
      { data: `<row r="1">${formula('A1', 'A2')}</row>` },
      {
        afterSheets: '<calcPr calcId="191029"/>',
        parts: { 'xl/calcChain.xml': '<calcChain xmlns="x"><c r="A1" i="1"/></calcChain>' },
        workbookRelationships:
          '<Relationship Id="cc" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/calcChain" Target="calcChain.xml"/>',
      },
    );
    const parts = texts(put(bytes, rows('1@1')).bytes);
    expect(parts['xl/calcChain.xml']).toBeUndefined();
    expect(parts['xl/workbook.xml']).toContain('<calcPr calcId="191029" fullCalcOnLoad="1"/>');
  });
});
