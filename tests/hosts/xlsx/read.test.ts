import { zipSync } from 'fflate';
import { buildXlsx, partsOf } from './build-workbook';
import { cell, fixture, opened, sheet } from './opened';

const one = (data: string, rest: Partial<Parameters<typeof buildXlsx>[0]> = {}): Uint8Array =>
  buildXlsx({ sheets: [{ name: '甲', data }], ...rest });

describe('what a cell holds', () => {
  const strings = [
    '<t>文字</t>',
    '<r><rPr><b/></rPr><t>富</t></r><r><t xml:space="preserve"> 文本</t></r><rPh sb="0" eb="1"><t>フ</t></rPh><phoneticPr fontId="1"/>',
    '<t>第一行_x000D_\n第二行</t>',
    '<t>_x005F_x0041_</t>',
    '<t>__proto__</t>',
    '<t/>',
  ];
  test.each<[string, unknown]>([
    ['<c r="A1"><v>12.50</v></c>', { value: 12.5 }],
    ['<c r="A1" s="1"><v>157</v></c>', { value: 157, format: '#,##0.00' }],
    ['<c r="A1" s="2"><v>1E-2</v></c>', { value: 0.01, format: '0.0000' }],
    ['<c r="A1" s="3"><v>44256</v></c>', { value: 44256, format: 'yyyy/m/d' }],
    ['<c r="A1" t="d"><v>2021-03-01</v></c>', { value: 44256 }],
    ['<c r="A1" t="s"><v>0</v></c>', { value: '文字' }],
    ['<c r="A1" t="s"><v>1</v></c>', { value: '富 文本' }],
    ['<c r="A1" t="s"><v>2</v></c>', { value: '第一行\r\n第二行' }],
    ['<c r="A1" t="s"><v>3</v></c>', { value: '_x0041_' }],
    ['<c r="A1" t="s"><v>4</v></c>', { value: '__proto__' }],
    ['<c r="A1" t="inlineStr"><is><t>&#34920;&lt;一&gt;</t></is></c>', { value: '表<一>' }],
    ['<c r="A1" t="inlineStr"><is><t><![CDATA[a<b]]></t></is></c>', { value: 'a<b' }],
    ['<c r="A1" t="str"><f>A2&amp;"x"</f><v>x</v></c>', { value: 'x', formula: 'A2&"x"' }],
    ['<c r="A1" t="b"><v>1</v></c>', { value: true }],
    ['<c r="A1" t="e"><v>#REF!</v></c>', { value: '#REF!' }],
    ['<c r="A1"><f>1+2</f></c>', { value: 3, formula: '1+2' }],
    [
      '<c r="A1"><f>NOW()</f><v>44256.5</v></c>',
      { value: 44256.5, formula: 'NOW()', notRecalculated: 'unknown-function:NOW' },
    ],
    ['<c r="A1"><f>NOW()</f></c>', { value: null, formula: 'NOW()', notRecalculated: 'unknown-function:NOW' }],
    ['<c r="A1" s="1"/>', undefined],
    ['<c r="A1" t="s"><v>5</v></c>', undefined],
    ['<c r="A1" t="n"></c>', undefined],
  ])('%s', (xml, expected) => {
    const read = cell(opened(one(`<row r="1">${xml}</row>`, { strings })), '甲', 'A1');
    expect(read).toEqual(expected === undefined ? undefined : { column: 0, ...(expected as object) });
  });

  test('rows and cells without a reference follow each other; those out of order are put in order', () => {
    const book = opened(
      one(
        '<row><c><v>1</v></c><c r="D1"><v>4</v></c><c><v>5</v></c></row><row r="9"><c r="C9"><v>9</v></c><c r="A9"><v>8</v></c></row><row r="3"><c r="B3"><v>3</v></c></row>',
      ),
    );
    expect(
      sheet(book, '甲').rows.map(({ row, cells }) => [row, ...cells.map(({ column, value }) => [column, value])]),
    ).toEqual([
      [0, [0, 1], [3, 4], [4, 5]],
      [2, [1, 3]],
      [8, [0, 8], [2, 9]],
    ]);
  });

  test('a shared formula is written out for its followers, an array formula is not computed', () => {
    const book = opened(
      one(
        '<row r="1"><c r="A1"><v>2</v></c><c r="B1"><f t="shared" ref="B1:B2" si="0">$A$1*A1</f><v>4</v></c><c r="C1"><f t="array" ref="C1:C2">A1:A2*2</f><v>4</v></c></row>' +
          '<row r="2"><c r="A2"><v>3</v></c><c r="B2"><f t="shared" si="0"/><v>5</v></c><c r="C2"><v>6</v></c></row>',
      ),
    );
    expect(cell(book, '甲', 'B2')).toEqual({ column: 1, value: 6, formula: '$A$1*A2' });
    expect(cell(book, '甲', 'C1')).toEqual({
      column: 2,
      value: 4,
      formula: 'A1:A2*2',
      notRecalculated: 'array-formula',
    });
    expect(cell(book, '甲', 'C2')).toEqual({ column: 2, value: 6 });
  });

  test('a main namespace with a prefix, single quotes, comments and absolute targets are all the same', () => {
    const plain = one('<row r="1"><c r="A1" t="b"><v>1</v></c></row>', { absolute: true });
    const parts = partsOf({ sheets: [{ name: '甲' }] });
    parts['xl/worksheets/sheet1.xml'] = new TextEncoder().encode(
      `<?xml version='1.0'?><!-- <row> --><x:worksheet xmlns:x='http://schemas.openxmlformats.org/spreadsheetml/2006/main'><x:sheetData><x:row r='1'><x:c r='A1' t='b'><x:v>1</x:v></x:c></x:row></x:sheetData></x:worksheet>`,
    );
    expect(cell(opened(zipSync(parts)), '甲', 'A1')).toEqual(cell(opened(plain), '甲', 'A1'));
  });

  test('a part in UTF-16 is read', () => {
    const parts = partsOf({ sheets: [{ name: '甲' }] });
    const xml =
      '\ufeff<?xml version="1.0" encoding="UTF-16"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row><c t="inlineStr"><is><t>一</t></is></c></row></sheetData></worksheet>';
    parts['xl/worksheets/sheet1.xml'] = new Uint8Array(Buffer.from(xml, 'utf16le'));
    expect(cell(opened(zipSync(parts)), '甲', 'A1')?.value).toBe('一');
  });
});

describe('the files of other programs', () => {
  // openpyxl does not escape a text that looks like an escape, so by the standard it says something else.
  test.each([
    ['by-openpyxl.xlsx', 'A &<>"'],
    ['by-libreoffice.xlsx', '_x0041_ &<>"'],
  ])('%s', (name, escaped) => {
    const book = opened(fixture(name));
    const names = book.snapshot.sheets.map((s) => `${s.name} ${s.visibility}`);
    expect(names.filter((s) => !s.startsWith('图表'))).toEqual([
      '表一 visible',
      '表 二 visible',
      '隐藏 hidden',
      '表三 visible',
    ]);
    const first = sheet(book, '表一');
    expect(first.merges).toEqual([{ top: 0, left: 0, bottom: 0, right: 3 }]);
    expect(first.hiddenRows).toEqual([{ from: 4, to: 4 }]);
    expect(first.hiddenColumns).toEqual([{ from: 2, to: 2 }]);
    expect(first.notes.map(({ row, column, ours }) => [row, column, ours])).toEqual([
      [3, 1, false],
      [3, 3, false],
    ]);
    expect(first.notes[0]?.text).toContain('请核对\n第二行');
    expect(cell(book, '表一', 'B6')).toMatchObject({ value: 1100.85, formula: 'SUM(B4:B5)', format: '#,##0.00' });
    expect(cell(book, '表 二', 'D3')?.value).toBeCloseTo(1084.6, 10);
    expect(cell(book, '表 二', 'C1')?.value).toBe(2.5);
    expect(cell(book, '表 二', 'H2')?.value).toBe('#DIV/0!');
    expect(cell(book, '表 二', 'G1')?.value).toBe(44256);
    expect(cell(book, '表 二', 'F1')?.notRecalculated).toBe('array-formula');
    expect([first.isProtected, sheet(book, '表 二').isProtected]).toEqual([false, true]);
    expect(['A1', 'A2', 'A3'].map((address) => cell(book, '隐藏', address)?.value)).toEqual([
      ' 前后空格 ',
      '多行\n文本',
      escaped,
    ]);
  });
});

test('a thread of comments is a note, and the explanation Excel keeps beside it is not', () => {
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  const book = opened(
    buildXlsx({
      sheets: [
        {
          name: '甲',
          relationships: {
            rId1: ['comments', '../comments1.xml'],
            rId2: ['threadedComment', '/xl/threadedComments/t1.xml'],
          },
        },
      ],
      parts: {
        'xl/comments1.xml': `<comments xmlns="${main}"><authors><author>tc={1}</author></authors><commentList><comment ref="B2" authorId="0"><text><t>[线程批注] 请升级</t></text></comment></commentList></comments>`,
        'xl/threadedComments/t1.xml':
          '<ThreadedComments xmlns="http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments"><threadedComment ref="B2" id="{1}"><text>问题</text></threadedComment><threadedComment ref="B2" id="{2}" parentId="{1}"><text>答复</text></threadedComment></ThreadedComments>',
      },
    }),
  );
  expect(sheet(book, '甲').notes).toEqual([{ row: 1, column: 1, text: '问题', ours: false }]);
});

test('sheets and strings named like parts of an object are only names', () => {
  const names = ['__proto__', 'constructor', 'toString'];
  const book = opened(
    buildXlsx({
      sheets: names.map((name) => ({
        name,
        data: `<row r="1"><c r="A1"><f>${name === 'constructor' ? 'hasOwnProperty(1)' : "'__proto__'!B1"}</f><v>1</v></c><c r="B1"><v>2</v></c></row>`,
      })),
    }),
  );
  expect(book.snapshot.sheets.map(({ name }) => name)).toEqual(names);
  expect(cell(book, 'constructor', 'A1')).toEqual({
    column: 0,
    value: 1,
    formula: 'hasOwnProperty(1)',
    notRecalculated: 'unknown-function:HASOWNPROPERTY',
  });
  expect(cell(book, 'toString', 'A1')?.value).toBe(2);
  expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
});

test('a sheet of a million formatted empty rows leaves nothing behind', () => {
  const rows = Array.from({ length: 1_048_576 }, (_, i) => `<row r="${i + 1}" s="1" customFormat="1"/>`).join('');
  expect(sheet(opened(one(rows)), '甲').rows).toEqual([]);
});
