import type { CellValue } from '../../../src/engine/snapshot/snapshot';
import type { Edit } from '../../../src/engine/snapshot/patch';
import { buildXlsx, STYLES } from './build-workbook';
import { cell, edited, fixture, opened, ref, texts } from './opened';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

const book = (data: string, before = '', after = ''): Uint8Array =>
  buildXlsx({ sheets: [{ name: '甲', data, before, after }, { name: '乙' }] });
const set = (address: string, to: CellValue, sheet = '甲'): Edit => ({ do: 'setValue', at: ref(sheet, address), to });
const formula = (address: string, to: string): Edit => ({ do: 'setFormula', at: ref('甲', address), to });
const data = (bytes: Uint8Array): string =>
  /<sheetData>(.*)<\/sheetData>/s.exec(texts(bytes)['xl/worksheets/sheet1.xml'] ?? '')?.[1] ?? '';

describe('one cell is written, the rest of the row stays as it was', () => {
  const row = '<row r="2" spans="1:3" ht="20"><c r="A2" s="1"><v>1</v></c><c r="C2" t="s" s="2"><v>0</v></c></row>';
  test.each<[string, Edit, string]>([
    ['a number', set('A2', 12.5), row.replace('<v>1</v>', '<v>12.5</v>')],
    [
      'a text that looks like a formula',
      set('A2', '=1+1'),
      row.replace('><v>1</v>', ' t="inlineStr"><is><t>=1+1</t></is>'),
    ],
    [
      'a text with blanks, signs and control characters',
      set('A2', ' <a>\u0001_x0041_'),
      row.replace('><v>1</v>', ' t="inlineStr"><is><t xml:space="preserve"> &lt;a&gt;_x0001__x005F_x0041_</t></is>'),
    ],
    ['true', set('A2', true), row.replace('><v>1</v>', ' t="b"><v>1</v>')],
    ['nothing: the format stays', set('A2', null), row.replace('><v>1</v></c><c r="C', '/><c r="C')],
    ['a cell between', set('B2', 3), row.replace('<c r="C2"', '<c r="B2"><v>3</v></c><c r="C2"')],
    ['a cell behind', set('D2', 3), row.replace('</row>', '<c r="D2"><v>3</v></c></row>')],
    ['a row before', set('B1', 3), `<row r="1"><c r="B1"><v>3</v></c></row>${row}`],
    ['a row behind', set('B9', 3), `${row}<row r="9"><c r="B9"><v>3</v></c></row>`],
    ['nothing where nothing is', set('B9', null), row],
    [
      'a formula',
      formula('A2', 'IF(C2<1,"a","b")'),
      row.replace('<v>1</v>', '<f>IF(C2&lt;1,&quot;a&quot;,&quot;b&quot;)</f>'),
    ],
  ])('%s', (_, edit, expected) => {
    const bytes = buildXlsx({ sheets: [{ name: '甲', data: row }], strings: ['<t>文</t>'] });
    const written = edited(bytes, [edit]);
    expect(written.receipt.refused).toEqual([]);
    expect(data(written.bytes)).toBe(expected);
    const at = edit.do === 'setValue' || edit.do === 'setFormula' ? edit.at : ref('甲', 'A1');
    const back = opened(written.bytes).apply(written.receipt.undo);
    expect(opened(back.bytes).snapshot.sheets).toEqual(opened(bytes).snapshot.sheets);
    expect(at.sheet).toBe('甲');
  });

  test.each<[says: string, row: string, to: string | null, expected: string]>([
    ['none yet', '<row r="2">', '一二三四五六七', '<row r="2" ht="34">'],
    ['a lower one', '<row r="2" ht="20">', '一二三四五六七', '<row r="2" ht="34">'],
    ['a higher one', '<row r="2" ht="60" spans="1:3">', '一二三四五六七', '<row r="2" ht="60" spans="1:3">'],
    [
      'given by somebody',
      '<row r="2" ht="9" customHeight="1">',
      '一二三四五六七',
      '<row r="2" ht="9" customHeight="1">',
    ],
    ['needed no more', '<row r="2" ht="50" spans="1:3">', null, '<row r="2" spans="1:3">'],
    ['none, and needs none', '<row r="2">', '一', '<row r="2">'],
  ])('a row is made as high as its text needs: %s', (_, row, to, expected) => {
    const cols = '<cols><col min="1" max="3" width="10" customWidth="1"/></cols>';
    const written = edited(book(`${row}<c r="A2"><v>1</v></c></row>`, cols), [
      { do: 'setValue', at: ref('甲', 'A2'), to, fitsRow: true },
    ]);
    expect(data(written.bytes).split('<c ')[0]).toBe(expected);
  });

  test('a cell that is made has the format of its row, else of its column', () => {
    const bytes = book(
      '<row r="1" s="2" customFormat="1"/><row r="2"/>',
      '<cols><col min="1" max="3" style="1" width="9"/></cols>',
    );
    expect(data(edited(bytes, [set('B1', 1), set('B2', 2), set('E2', 3), set('C7', 4)]).bytes)).toBe(
      '<row r="1" s="2" customFormat="1"><c r="B1" s="2"><v>1</v></c></row><row r="2"><c r="B2" s="1"><v>2</v></c><c r="E2"><v>3</v></c></row><row r="7"><c r="C7" s="1"><v>4</v></c></row>',
    );
  });

  test('an empty sheet and a prefixed one', () => {
    const parts = { 'xl/worksheets/sheet1.xml': `<x:worksheet xmlns:x="${MAIN}"><x:sheetData/></x:worksheet>` };
    const written = edited(buildXlsx({ sheets: [{ name: '甲' }], parts }), [set('B2', '文')]);
    expect(cell(opened(written.bytes), '甲', 'B2')?.value).toBe('文');
    expect(texts(written.bytes)['xl/worksheets/sheet1.xml']).toBe(
      `<x:worksheet xmlns:x="${MAIN}"><x:sheetData><x:row r="2"><x:c r="B2" t="inlineStr"><x:is><x:t>文</x:t></x:is></x:c></x:row></x:sheetData></x:worksheet>`,
    );
  });
});

test.each<[string, CellValue, string]>([
  ['a number', 12.5, '<c r="B1"><f>A1</f><v>12.5</v></c>'],
  ['a text', '<无>', '<c r="B1" t="str"><f>A1</f><v>&lt;无&gt;</v></c>'],
  ['a condition', true, '<c r="B1" t="b"><f>A1</f><v>1</v></c>'],
  ['an error', '#N/A', '<c r="B1" t="e"><f>A1</f><v>#N/A</v></c>'],
  ['nothing that is known', null, '<c r="B1"><f>A1</f></c>'],
])('a formula is written with what it comes to: %s', (_, value, expected) => {
  const bytes = book('<row r="1"><c r="B1"><f>VLOOKUP(1,A:A,1)</f><v>7</v></c></row>');
  const written = edited(bytes, [{ do: 'setFormula', at: ref('甲', 'B1'), to: 'A1', value }]);
  expect(data(written.bytes)).toBe(`<row r="1">${expected}</row>`);
  // A result that nobody here can calculate comes back with the formula.
  const back = opened(written.bytes).apply(written.receipt.undo);
  expect(data(back.bytes)).toBe(data(bytes));
});

describe('a number format is given to a cell that has none', () => {
  const bytes = buildXlsx({
    sheets: [
      {
        name: '甲',
        data: '<row r="1"><c r="A1"><v>1</v></c><c r="B1" s="1"><v>1</v></c><c r="C1" s="4" t="inlineStr"><is><t>174.00</t></is></c><c r="D1" s="5"/></row>',
      },
    ],
    styles: STYLES.replace(
      '</cellXfs>',
      '<xf numFmtId="49" fontId="0" applyNumberFormat="1"><alignment horizontal="right"/></xf><xf numFmtId="0" fontId="0"><alignment horizontal="left"/></xf></cellXfs>',
    ),
  });
  const with_ = (edit: Edit, code: string): Edit =>
    edit.do === 'setValue' || edit.do === 'setFormula' ? { ...edit, format: { code } } : edit;
  const shown = (of: Uint8Array, address: string): string | undefined => cell(opened(of), '甲', address)?.format;
  const styleOf = (of: Uint8Array, address: string): string | undefined => {
    const style = new RegExp(`<c r="${address}"(?: s="(\\d+)")?`).exec(data(of))?.[1];
    return [...(texts(of)['xl/styles.xml'] ?? '').matchAll(/<cellXfs.*<\/cellXfs>/gs)].flatMap(([xfs]) =>
      [...xfs.matchAll(/<xf[^>]*?(?:\/>|>.*?<\/xf>)/gs)].map(([xf]) => xf),
    )[Number(style ?? '0')];
  };

  test('and to one that shows text; any other keeps its own', () => {
    const edits = [
      with_(set('A1', 174), '0.00'),
      with_(formula('B1', 'A1'), '0.00'),
      with_(set('C1', 174), '#,##0.0"万"'),
      with_(formula('D1', 'A1'), '0.00'),
      with_(set('E1', 5), '0.00'),
    ];
    const written = edited(bytes, edits);
    expect(['A1', 'B1', 'C1', 'D1', 'E1'].map((address) => shown(written.bytes, address))).toEqual([
      '0.00',
      '#,##0.00',
      '#,##0.0"万"',
      '0.00',
      '0.00',
    ]);
    // All else about the cell's looks stays.
    expect(styleOf(written.bytes, 'C1')).toMatch(
      /^<xf numFmtId="\d+" applyNumberFormat="1" fontId="0"><alignment horizontal="right"\/><\/xf>$/,
    );
    expect(styleOf(written.bytes, 'D1')).toBe(
      '<xf numFmtId="2" applyNumberFormat="1" fontId="0"><alignment horizontal="left"/></xf>',
    );
    const back = opened(written.bytes).apply(written.receipt.undo);
    expect(opened(back.bytes).snapshot.sheets).toEqual(opened(bytes).snapshot.sheets);
    for (const address of ['A1', 'B1', 'C1', 'D1']) expect(styleOf(back.bytes, address)).toBe(styleOf(bytes, address));
  });

  test('the format is added once, however many cells take it', () => {
    const written = edited(bytes, [
      with_(set('A1', 1), '0.00'),
      with_(set('A2', 2), '0.00'),
      with_(set('A3', 3), '0.00'),
    ]);
    expect(texts(written.bytes)['xl/styles.xml']?.match(/numFmtId="2"/g)).toHaveLength(1);
  });
});

test('a shared formula whose first cell is overwritten lives on in its followers', () => {
  const bytes = book(
    '<row r="1"><c r="A1"><v>1</v></c><c r="B1"><f t="shared" ref="B1:B3" si="0">A1*2</f><v>2</v></c></row><row r="2"><c r="A2"><v>2</v></c><c r="B2"><f t="shared" si="0"/><v>4</v></c></row>' +
      '<row r="3"><c r="A3"><v>3</v></c><c r="B3"><f t="shared" si="0"></f><v>6</v></c></row>',
  );
  const written = opened(edited(bytes, [set('B1', 100), set('A3', 5)]).bytes);
  expect(['B1', 'B2', 'B3'].map((address) => cell(written, '甲', address))).toEqual([
    { column: 1, value: 100 },
    { column: 1, value: 4, formula: 'A2*2' },
    { column: 1, value: 10, formula: 'A3*2' },
  ]);
});

test('the calculation chain goes with a formula, and Excel is told to compute; flags leave both alone', () => {
  const bytes = buildXlsx({
    sheets: [{ name: '甲', data: '<row r="1"><c r="A1"><f>1+1</f><v>2</v></c></row>' }],
    parts: { 'xl/calcChain.xml': `<calcChain xmlns="${MAIN}"><c r="A1" i="1"/></calcChain>` },
    workbookRelationships: `<Relationship Id="cc" Type="${OFFICE}/calcChain" Target="calcChain.xml"/>`,
    types: '<Override PartName="/xl/calcChain.xml" ContentType="x"/>',
    afterSheets: '<calcPr calcId="191029"/><extLst/>',
  });
  const written = texts(edited(bytes, [set('A1', 3)]).bytes);
  expect(written['xl/calcChain.xml']).toBeUndefined();
  expect(written['xl/_rels/workbook.xml.rels']).not.toContain('calcChain');
  expect(written['[Content_Types].xml']).not.toContain('calcChain');
  expect(written['xl/workbook.xml']).toContain('<calcPr calcId="191029" fullCalcOnLoad="1"/><extLst/>');
  const flagged = texts(
    edited(bytes, [
      { do: 'setFlags', sheet: '甲', flags: [{ severity: 'note', areas: [{ top: 0, left: 0, bottom: 0, right: 0 }] }] },
    ]).bytes,
  );
  expect(flagged['xl/calcChain.xml']).toBe(texts(bytes)['xl/calcChain.xml']);
  expect(flagged['xl/workbook.xml']).toBe(texts(bytes)['xl/workbook.xml']);
});

describe('refused', () => {
  const merged = '<mergeCells count="1"><mergeCell ref="A1:B2"/></mergeCells>';
  const locked = '<sheetProtection sheet="1" objects="1"/>';
  const rows =
    '<row r="1"><c r="A1"><v>1</v></c><c r="B1" s="2"><v>1</v></c></row><row r="5"><c r="A5"><f t="array" ref="A5:A6">B1:B2</f><v>1</v></c><c r="B5"><f t="array" ref="B5">B1:B2</f><v>1</v></c></row>';
  test.each<[string, string, Edit, string | undefined]>([
    ['a cell hidden by a merge', merged, set('B2', 1), 'merged'],
    ['the first cell of a merge is not', merged, set('A1', 1), undefined],
    ['a locked cell of a protected sheet', locked, set('A1', 1), 'protected'],
    ['an unlocked one is not', locked, set('B1', 7), undefined],
    ['a cell that is not there is locked', locked, set('Z9', 1), 'protected'],
    ['a part of an array formula', '', set('A6', 1), 'unsupported'],
    ['an array of one cell is not', '', set('B5', 1), undefined],
    ['no number', '', set('A1', NaN), 'unsupported'],
    ['no such sheet', '', set('A1', 1, '丁'), 'sheet-missing'],
  ])('%s', (_, after, edit, because) => {
    const bytes = book(rows, '', after);
    const result = edited(bytes, [edit, set('A1', 5, '乙')]);
    expect(result.receipt.refused).toEqual(because === undefined ? [] : [{ edit, because }]);
    expect(cell(opened(result.bytes), '乙', 'A1')?.value).toBe(5);
  });
});

test('all other parts of a file keep their bytes', () => {
  for (const name of ['by-openpyxl.xlsx', 'by-libreoffice.xlsx']) {
    const bytes = fixture(name);
    const [before, after] = [texts(bytes), texts(edited(bytes, [set('B5', 21, '表一')]).bytes)];
    const changed = Object.keys(before).filter((path) => before[path] !== after[path]);
    // openpyxl already asks for computing on load.
    expect(changed.filter((path) => path !== 'xl/workbook.xml')).toEqual(['xl/worksheets/sheet1.xml']);
    expect(after['xl/worksheets/sheet1.xml']?.replace(/(<c r="B5"[^>]*><v>)21/, '$120')).toBe(
      before['xl/worksheets/sheet1.xml']?.replace(/(<c r="B5"[^>]*?) t="n"/, '$1'),
    );
  }
});
