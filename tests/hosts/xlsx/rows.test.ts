import type { Edit, Receipt } from '../../../src/engine/snapshot/patch';
import { sheetNamed, type Snapshot } from '../../../src/engine/snapshot/snapshot';
import { buildXlsx, STYLES } from './build-workbook';
import type { BookXml, SheetXml } from './build-workbook';
import { edited, fixture, opened, texts } from './opened';

/** `2@7 like 8`: two rows above row 7 of 甲 with the looks of row 8, rows as people count them. */
function rows(...given: readonly string[]): readonly Edit[] {
  return given.map((text): Edit => {
    const [, count = '', at = '', like = at, sheet = '甲'] =
      /^(\d+)@(\d+)(?: like (\d+))?(?: on (.+))?$/.exec(text) ?? [];
    const number = (digits: string): number => parseInt(digits, 10) - 1;
    return { do: 'insertRows', sheet, at: number(at), count: parseInt(count, 10), like: number(like) };
  });
}

const SHEET = 'xl/worksheets/sheet1.xml';

const sheetData = (bytes: Uint8Array, path = SHEET): string =>
  /<sheetData>(.*)<\/sheetData>/s.exec(texts(bytes)[path] ?? '')?.[1] ?? '';

/** The XML of a sheet without its `sheetData`. */
const around = (bytes: Uint8Array, path = SHEET): string =>
  (texts(bytes)[path] ?? '')
    .replace(/<sheetData>.*<\/sheetData>/s, '')
    .replace(/^<worksheet[^>]*>|<\/worksheet>$/g, '');

/** What a workbook holds; stamps aside, two files that hold the same are equal. */
const contentOf = (bytes: Uint8Array): Snapshot['sheets'] => opened(bytes).snapshot.sheets;

/** Puts rows in, and takes them out again by the receipt: the content must be the one before. */
function put(
  bytes: Uint8Array,
  edits: readonly Edit[],
): { readonly bytes: Uint8Array; readonly receipt: Receipt; readonly undone: Uint8Array } {
  const written = edited(bytes, edits);
  expect(written.receipt.refused).toEqual([]);
  const undone = opened(written.bytes).apply(written.receipt.undo);
  expect(undone.receipt.refused).toEqual([]);
  expect(contentOf(undone.bytes)).toEqual(contentOf(bytes));
  const again = opened(undone.bytes).apply(undone.receipt.undo);
  expect(contentOf(again.bytes)).toEqual(contentOf(written.bytes));
  return { bytes: written.bytes, receipt: written.receipt, undone: undone.bytes };
}

const book = (first: Omit<SheetXml, 'name'>, more: Omit<BookXml, 'sheets'> = {}, second = ''): Uint8Array =>
  buildXlsx({
    sheets: [
      { name: '甲', ...first },
      { name: '乙 表', data: second },
    ],
    ...more,
  });

const number = (address: string, value: number): string => `<c r="${address}"><v>${value}</v></c>`;
const formula = (address: string, text: string, attributes = ''): string =>
  `<c r="${address}"><f${attributes}>${text}</f><v>0</v></c>`;

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

describe('what else says rows of the sheet follows', () => {
  test.each([
    ['its extent', '<dimension ref="A1:G20"/>', '<dimension ref="A1:G22"/>'],
    [
      'a filter and how it is sorted',
      '<autoFilter ref="A6:G20"><filterColumn colId="1"/><sortState ref="A7:G20"><sortCondition ref="B7:B20"/></sortState></autoFilter>',
      '<autoFilter ref="A6:G22"><filterColumn colId="1"/><sortState ref="A7:G22"><sortCondition ref="B7:B22"/></sortState></autoFilter>',
    ],
    [
      'merged cells',
      '<mergeCells count="3"><mergeCell ref="A1:G1"/><mergeCell ref="A7:A9"/><mergeCell ref="B9:C9"/></mergeCells>',
      '<mergeCells count="3"><mergeCell ref="A1:G1"/><mergeCell ref="A7:A11"/><mergeCell ref="B11:C11"/></mergeCells>',
    ],
    [
      'conditional formats',
      '<conditionalFormatting sqref="E7:E20 G9"><cfRule type="expression" priority="1"><formula>E7&gt;$B$9</formula></cfRule>' +
        '<cfRule type="dataBar" priority="2"><dataBar><cfvo type="formula" val="$B$9"/><cfvo type="max"/></dataBar></cfRule></conditionalFormatting>',
      '<conditionalFormatting sqref="E7:E22 G11"><cfRule type="expression" priority="1"><formula>E7&gt;$B$11</formula></cfRule>' +
        '<cfRule type="dataBar" priority="2"><dataBar><cfvo type="formula" val="$B$11"/><cfvo type="max"/></dataBar></cfRule></conditionalFormatting>',
    ],
    [
      'data validations',
      '<dataValidations count="1"><dataValidation type="list" sqref="B9:B20"><formula1>$H$9:$H$12</formula1><formula2>\'乙 表\'!$A$9</formula2></dataValidation></dataValidations>',
      '<dataValidations count="1"><dataValidation type="list" sqref="B11:B22"><formula1>$H$11:$H$14</formula1><formula2>\'乙 表\'!$A$9</formula2></dataValidation></dataValidations>',
    ],
    [
      'links, into the workbook too',
      '<hyperlinks><hyperlink ref="A9" location="甲!B9" display="甲"/><hyperlink location="\'乙 表\'!A9" ref="A10"/></hyperlinks>',
      '<hyperlinks><hyperlink ref="A11" location="甲!B11" display="甲"/><hyperlink location="\'乙 表\'!A9" ref="A12"/></hyperlinks>',
    ],
    [
      'page breaks',
      '<rowBreaks count="2" manualBreakCount="2"><brk id="7" max="16383" man="1"/><brk id="8" max="16383" man="1"/></rowBreaks><colBreaks count="1" manualBreakCount="1"><brk id="3" max="1048575" man="1"/></colBreaks>',
      '<rowBreaks count="2" manualBreakCount="2"><brk id="7" max="16383" man="1"/><brk id="10" max="16383" man="1"/></rowBreaks><colBreaks count="1" manualBreakCount="1"><brk id="3" max="1048575" man="1"/></colBreaks>',
    ],
    [
      'cells that may be typed into, cells that are watched, errors that are ignored',
      '<ignoredErrors><ignoredError sqref="E9:E20" numberStoredAsText="1"/></ignoredErrors>',
      '<ignoredErrors><ignoredError sqref="E11:E22" numberStoredAsText="1"/></ignoredErrors>',
    ],
    [
      'what newer versions of Excel keep apart',
      '<extLst><ext><x14:conditionalFormattings xmlns:x14="x" xmlns:xm="y"><x14:conditionalFormatting><x14:cfRule><xm:f>$B$9</xm:f></x14:cfRule><xm:sqref>E9:E20 F7</xm:sqref></x14:conditionalFormatting></x14:conditionalFormattings></ext></extLst>',
      '<extLst><ext><x14:conditionalFormattings xmlns:x14="x" xmlns:xm="y"><x14:conditionalFormatting><x14:cfRule><xm:f>$B$11</xm:f></x14:cfRule><xm:sqref>E11:E22 F7</xm:sqref></x14:conditionalFormatting></x14:conditionalFormattings></ext></extLst>',
    ],
  ])('%s', (_, before, after) => {
    const bytes = book({ after: before });
    const written = put(bytes, rows('2@9 like 7'));
    expect(around(written.bytes)).toBe(after);
    expect(around(written.undone)).toBe(before);
  });

  test('a new row is merged as the row is that it is like', () => {
    const merges = (count: number, ...refs: readonly string[]): string =>
      `<mergeCells count="${count}">${refs.map((ref) => `<mergeCell ref="${ref}"/>`).join('')}</mergeCells>`;
    const before = merges(3, 'A1:G1', 'B8:C8', 'D8:D9');
    const written = put(book({ after: before }), rows('1@8', '1@10 like 8'));
    expect(around(written.bytes)).toBe(merges(5, 'A1:G1', 'B9:C9', 'D9:D10', 'B8:C8', 'B11:C11'));
    expect(around(written.undone)).toBe(before);
  });

  test('rows put in among frozen ones are frozen too', () => {
    const view = (rows_: number, first: string): string =>
      `<sheetViews><sheetView workbookViewId="0"><pane xSplit="1" ySplit="${rows_}" topLeftCell="${first}" state="frozen"/><selection pane="bottomRight" activeCell="B9" sqref="B9"/></sheetView></sheetViews>`;
    const frozen = (before: string, ...edits: readonly string[]): string =>
      around(put(book({ before }), rows(...edits)).bytes);
    expect(frozen(view(6, 'B7'), '1@3')).toBe(view(7, 'B8'));
    expect(frozen(view(6, 'B30'), '1@3')).toBe(view(7, 'B31'));
    expect(frozen(view(6, 'B7'), '2@1')).toBe(view(8, 'B9'));
    // Right below them is not among them.
    expect(frozen(view(6, 'B7'), '1@7')).toBe(view(6, 'B7'));
    expect(frozen(view(6, 'B7'), '1@8')).toBe(view(6, 'B7'));
  });

  test('names, print areas and titles', () => {
    const names = (area: string, titles: string, total: string): string =>
      `<definedNames><definedName name="_xlnm.Print_Area" localSheetId="0">甲!${area}</definedName><definedName name="_xlnm.Print_Titles" localSheetId="0">甲!${titles}</definedName>` +
      `<definedName name="合计">甲!${total}*2+'乙 表'!$A$9</definedName><definedName name="左邻">甲!A9</definedName></definedNames>`;
    const before = names('$A$1:$G$20', '4:9', '$E$9');
    const written = put(book({}, { afterSheets: before }), rows('2@9'));
    expect(texts(written.bytes)['xl/workbook.xml']).toContain(names('$A$1:$G$22', '4:11', '$E$11'));
    expect(texts(written.undone)['xl/workbook.xml']).toContain(before);
  });

  const relationships = {
    c: ['comments', '../comments1.xml'],
    v: ['vmlDrawing', '../drawings/vmlDrawing1.vml'],
    d: ['drawing', '../drawings/drawing1.xml'],
    t: ['threadedComment', '../threadedComments/t1.xml'],
    p: ['ctrlProp', '../ctrlProps/ctrlProp1.xml'],
  } as const;

  test('notes go with their cells, and so do their boxes', () => {
    const comments = (row: number): string =>
      `<comments xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><authors><author>张</author></authors><commentList><comment ref="B${row}" authorId="0"><text><t>文</t></text></comment></commentList></comments>`;
    const threads = (row: number): string =>
      `<ThreadedComments xmlns="t"><threadedComment ref="C${row}" id="1"><text>问</text></threadedComment></ThreadedComments>`;
    const note = (row: number, top: number, bottom: number): string =>
      `<xml><v:shape id="s1" type="#_x0000_t202"><x:ClientData ObjectType="Note"><x:MoveWithCells/><x:Anchor>\n 2, 15, ${top}, 4, 4, 15, ${bottom}, 4</x:Anchor><x:Row>${row - 1}</x:Row><x:Column>1</x:Column></x:ClientData></v:shape>`;
    const box = (top: number, bottom: number, link: string): string =>
      `<v:shape id="s2"><x:ClientData ObjectType="Checkbox"><x:Anchor>1, 0, ${top}, 0, 2, 0, ${bottom}, 0</x:Anchor><x:FmlaLink>${link}</x:FmlaLink></x:ClientData><br></v:shape></xml>`;
    const bytes = book(
      { relationships },
      {
        parts: {
          'xl/comments1.xml': comments(9),
          'xl/threadedComments/t1.xml': threads(9),
          'xl/drawings/vmlDrawing1.vml': note(9, 7, 11) + box(6, 9, "甲!$A$9+'乙 表'!$A$9"),
          'xl/drawings/drawing1.xml': '<wsDr/>',
          'xl/ctrlProps/ctrlProp1.xml': '<formControlPr xmlns="x" fmlaRange="$A$9" fmlaLink="乙!$A$9"/>',
        },
      },
    );
    const parts = texts(put(bytes, rows('2@9')).bytes);
    expect(parts['xl/comments1.xml']).toBe(comments(11));
    expect(parts['xl/threadedComments/t1.xml']).toBe(threads(11));
    // The box of a note keeps its size; a control grows with the rows that it covers.
    expect(parts['xl/drawings/vmlDrawing1.vml']).toBe(note(11, 9, 13) + box(6, 11, "甲!$A$11+'乙 表'!$A$9"));
    expect(parts['xl/ctrlProps/ctrlProp1.xml']).toBe('<formControlPr xmlns="x" fmlaRange="$A$11" fmlaLink="乙!$A$9"/>');
  });

  test('drawings are anchored to the rows they stood on, and charts draw the same cells', () => {
    const anchor = (kind: string, from: number, to: number): string =>
      `<xdr:twoCellAnchor${kind}><xdr:from><xdr:col>1</xdr:col><xdr:row>${from}</xdr:row></xdr:from><xdr:to><xdr:col>4</xdr:col><xdr:row>${to}</xdr:row></xdr:to></xdr:twoCellAnchor>`;
    const drawing = (...anchors: readonly string[]): string =>
      `<xdr:wsDr xmlns:xdr="d">${anchors.join('')}<xdr:oneCellAnchor><xdr:from><xdr:row>20</xdr:row></xdr:from><xdr:sp textlink="$A$9"/></xdr:oneCellAnchor></xdr:wsDr>`;
    const chart = (area: string): string =>
      `<c:chartSpace xmlns:c="c"><c:f>甲!${area}</c:f><c:f>'乙 表'!$A$9</c:f></c:chartSpace>`;
    const bytes = book(
      { relationships: { d: relationships.d } },
      {
        parts: {
          'xl/drawings/drawing1.xml': drawing(
            anchor('', 7, 12),
            anchor(' editAs="oneCell"', 7, 12),
            anchor(' editAs="oneCell"', 8, 12),
            anchor(' editAs="absolute"', 8, 12),
          ),
          'xl/drawings/_rels/drawing1.xml.rels':
            '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r" Type="http://x/chart" Target="../charts/chart1.xml"/></Relationships>',
          'xl/charts/chart1.xml': chart('$B$7:$B$20'),
        },
      },
    );
    const parts = texts(put(bytes, rows('2@9')).bytes);
    expect(parts['xl/drawings/drawing1.xml']).toBe(
      drawing(
        anchor('', 7, 14),
        anchor(' editAs="oneCell"', 7, 12),
        anchor(' editAs="oneCell"', 10, 14),
        anchor(' editAs="absolute"', 8, 12),
      )
        .replace('<xdr:row>20<', '<xdr:row>22<')
        .replace('$A$9', '$A$11'),
    );
    expect(parts['xl/charts/chart1.xml']).toBe(chart('$B$7:$B$22'));
  });

  test('formats of other sheets that look here, and formulas of tables there', () => {
    const other = (row: number): string =>
      `<conditionalFormatting sqref="A9"><cfRule type="expression" priority="1"><formula>甲!$A$${row}&gt;A9</formula></cfRule></conditionalFormatting>`;
    const table = (row: number): string =>
      `<table xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" ref="A1:B20"><tableColumns><tableColumn id="1" name="A9"><calculatedColumnFormula>甲!$A$${row}+清单[A9]</calculatedColumnFormula></tableColumn></tableColumns></table>`;
    const bytes = buildXlsx({
      sheets: [
        { name: '甲' },
        { name: '乙', after: other(9), relationships: { t: ['table', '../tables/table1.xml'] } },
      ],
      parts: { 'xl/tables/table1.xml': table(9) },
    });
    const parts = texts(put(bytes, rows('2@9')).bytes);
    expect(parts['xl/worksheets/sheet2.xml']).toContain(other(11));
    expect(parts['xl/tables/table1.xml']).toBe(table(11));
  });
});

test('parts that the rows do not concern keep their bytes', () => {
  const bytes = fixture('by-openpyxl.xlsx');
  const before = texts(bytes);
  const { bytes: after } = put(bytes, [{ do: 'insertRows', sheet: '表三', at: 1, count: 1, like: 1 }]);
  const changed = Object.entries(texts(after)).flatMap(([path, text]) => (text === before[path] ? [] : [path]));
  expect(changed).toEqual(['xl/worksheets/sheet4.xml']);
});

/** The sheets of the fixtures that take no rows. */
const NOT_THERE: Readonly<Record<string, string>> = { '表 二': 'protected' };

test.each(['by-openpyxl.xlsx', 'by-libreoffice.xlsx'])('%s comes back as it was, whatever was put in where', (name) => {
  const bytes = fixture(name);
  for (const sheet of opened(bytes).snapshot.sheets) {
    for (const at of [0, 3, 4, 5, 9]) {
      const edits: readonly Edit[] = [{ do: 'insertRows', sheet: sheet.name, at, count: 2, like: at }];
      const first = edited(bytes, edits);
      if (first.receipt.refused.length > 0) {
        expect(NOT_THERE[sheet.name]).toBe(first.receipt.refused[0]?.because);
        continue;
      }
      const { undone } = put(bytes, edits);
      const [was, is] = [texts(bytes), texts(undone)];
      // Shared formulas may have been written out; nothing else of any part is different.
      for (const path of Object.keys(was)) {
        if (/sheet\d+\.xml$|calcChain|workbook\.xml|Content_Types/.test(path)) continue;
        expect({ path, text: is[path] }).toEqual({ path, text: was[path] });
      }
    }
  }
});

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
  expect(sheetData(back.bytes)).toBe(sheetData(bytes).replace('<v>5</v>', ''));
  expect(sheetNamed(opened(back.bytes).snapshot, '甲')).toEqual(sheetNamed(opened(bytes).snapshot, '甲'));
});

test('a part in UTF-16 is read and moved like any other', () => {
  const xml = `<?xml version="1.0" encoding="UTF-16"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="2"><c r="A2" t="inlineStr"><is><t>合计</t></is></c></row></sheetData></worksheet>`;
  const units = [...xml].flatMap((c) => [c.charCodeAt(0) & 0xff, c.charCodeAt(0) >> 8]);
  const bytes = book({}, { parts: { [SHEET]: new Uint8Array([0xff, 0xfe, ...units]) } });
  expect(sheetData(put(bytes, rows('1@1')).bytes)).toContain('<row r="3"><c r="A3"');
});
