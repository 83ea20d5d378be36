import type { Edit } from '../../../src/engine/snapshot/patch';
import { buildXlsx } from './build-workbook';
import { edited, fixture, opened, texts } from './opened';
import { around, book, put, rows } from './rows';

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
