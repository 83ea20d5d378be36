import fc from 'fast-check';
import type { Area } from '../../../src/engine/snapshot/address';
import type { Edit, OwnSheet } from '../../../src/engine/snapshot/patch';
import type { CellFlag } from '../../../src/engine/snapshot/snapshot';
import { STYLES, buildXlsx } from './build-workbook';
import { edited, fixture, opened, ref, sheet, texts } from './opened';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const area = (top: number, left: number, bottom = top, right = left): Area => ({ top, left, bottom, right });

const findings: OwnSheet = {
  name: '审核结果',
  kind: 'made',
  guide: '点位置跳到单元格。',
  frozenColumns: 3,
  landscape: true,
  columns: [
    { header: '序号', width: 6 },
    { header: '程度', width: 8 },
    { header: '位置', width: 14 },
    { header: '问题', width: 46, wrap: true },
    { header: '现为', width: 14 },
    { header: '处理情况', width: 24, input: true, wrap: true },
  ],
  rows: [
    {
      level: 0,
      cells: [
        { kind: 'text', text: '1' },
        { kind: 'text', text: '× 错误', severity: 'error' },
        { kind: 'link', text: "'表 二'!B4", to: ref("表 '二", 'B4') },
        { kind: 'text', text: ' <第一行>\n第二行 & "引号"' },
        { kind: 'amount', amount: '1080.85', decimals: 2 },
        { kind: 'blank' },
      ],
    },
    {
      level: 1,
      cells: [
        { kind: 'text', text: '2' },
        { kind: 'text', text: '▲ 需核实', severity: 'warning' },
        { kind: 'blank' },
        { kind: 'text', text: '_x0041_' },
        { kind: 'amount', amount: '-0.123456', decimals: 6 },
        { kind: 'text', text: '已改' },
      ],
    },
  ],
};

const cf = (sqref: string, priority: number): string =>
  `<conditionalFormatting sqref="${sqref}"><cfRule type="cellIs" dxfId="0" priority="${priority}" operator="greaterThan"><formula>1</formula></cfRule></conditionalFormatting>`;
const sparklines =
  '<extLst><ext xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main" uri="{78C0D931-6437-407d-A8EE-F0AAD7539E65}"><x14:conditionalFormattings><x14:conditionalFormatting xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main">' +
  '<x14:cfRule type="dataBar" priority="2" id="{1}"><x14:dataBar/></x14:cfRule><xm:sqref>A1:A9</xm:sqref></x14:conditionalFormatting></x14:conditionalFormattings></ext></extLst>';
const vml =
  '<xml xmlns:v="urn:schemas-microsoft-com:vml"\r\n xmlns:x="urn:schemas-microsoft-com:office:excel">\r\n <v:shape id="_x0000_s1030" type="#_x0000_t201"><v:textbox>按钮<br></v:textbox><x:ClientData ObjectType="Button"><x:Row>3</x:Row></x:ClientData></v:shape></xml>';

const files: readonly (readonly [string, Uint8Array])[] = [
  ['by openpyxl', fixture('by-openpyxl.xlsx')],
  ['by LibreOffice', fixture('by-libreoffice.xlsx')],
  ['the barest', buildXlsx({ sheets: [{ name: '甲' }, { name: '乙' }] })],
  [
    'empty lists, absolute targets',
    buildXlsx({
      sheets: [{ name: '甲', relationships: {} }],
      absolute: true,
      styles: `${STYLES.replace(/<numFmts.*<\/numFmts>/, '<numFmts count="0"/>')}<dxfs count="0" /><tableStyles/>`,
      afterSheets: '<definedNames/><calcPr calcId="1"/>',
    }),
  ],
  [
    'rules, x14 extension, validations, print setup',
    buildXlsx({
      sheets: [
        {
          name: '甲',
          before: '<sheetPr/><dimension ref="A1"/>',
          data: '<row r="4"><c r="B4"><v>2</v></c></row>',
          after: `<sheetProtection sheet="1"/><mergeCells count="1"><mergeCell ref="D1:E2"/></mergeCells>${cf('A1:A9', 1)}${cf('B1', 7)}<dataValidations count="0"/><pageMargins left="1" right="1" top="1" bottom="1" header="1" footer="1"/><headerFooter/>${sparklines}`,
        },
        { name: '乙', after: '<!-- end -->' },
      ],
      styles: `${STYLES}<dxfs count="1"><dxf><font><i/></font></dxf></dxfs>`,
      afterSheets: '<definedNames><definedName name="x" localSheetId="1">甲!$A$1</definedName></definedNames>',
      beforeSheets: '<bookViews><workbookView activeTab="1"/></bookViews>',
    }),
  ],
  [
    'a calculation chain and form controls',
    buildXlsx({
      sheets: [
        {
          name: '甲',
          data: '<row r="1"><c r="A1"><f>1+1</f><v>2</v></c></row>',
          after: '<drawing r:id="rId9"/><legacyDrawing r:id="rId1"/><tableParts count="0"/>',
          relationships: { rId1: ['vmlDrawing', '../drawings/v.vml'], rId9: ['drawing', '../drawings/d.xml'] },
        },
      ],
      parts: {
        'xl/drawings/v.vml': vml,
        'xl/drawings/d.xml': '<wsDr/>',
        'xl/calcChain.xml': `<calcChain xmlns="${MAIN}"><c r="A1" i="1"/></calcChain>`,
      },
      workbookRelationships: `<Relationship Id="cc" Type="${OFFICE}/calcChain" Target="calcChain.xml"/>`,
      types: '<Default Extension="vml" ContentType="application/vnd.openxmlformats-officedocument.vmlDrawing"/>',
    }),
  ],
  [
    'notes of the user, no box for one of them',
    buildXlsx({
      sheets: [{ name: '甲', relationships: { rId1: ['comments', '../comments1.xml'] } }],
      parts: {
        'xl/comments1.xml': `<comments xmlns="${MAIN}"><authors><author>张三</author></authors><commentList><comment ref="A9" authorId="0"><text><t>我的</t></text></comment></commentList></comments>`,
      },
    }),
  ],
];

const flagsOf = (...areas: readonly Area[]): CellFlag[] =>
  areas
    .map((one, i) => ({ severity: (['error', 'warning', 'note', 'agreed'] as const)[i % 4] ?? 'note', areas: [one] }))
    .sort((a, b) => a.severity.localeCompare(b.severity));

function annotations(bytes: Uint8Array): Edit[] {
  const { sheets } = opened(bytes).snapshot;
  return [
    ...sheets.flatMap(({ name }): Edit[] => [
      {
        do: 'setFlags',
        sheet: name,
        flags: [
          { severity: 'error', areas: [area(3, 1)] },
          { severity: 'warning', areas: [area(5, 0, 6, 2), area(9, 0)] },
          { severity: 'note', areas: [area(4, 3)] },
          { severity: 'agreed', areas: [area(10, 1, 12, 1), area(14, 3)] },
        ],
      },
      {
        do: 'setNotes',
        sheet: name,
        notes: [
          { row: 4, column: 1, text: '现为 1，应为 2\n少 1 <&>' },
          { row: 6, column: 2, text: '另一处' },
        ],
      },
    ]),
    { do: 'putSheet', sheet: findings },
  ];
}

function removal(bytes: Uint8Array): Edit[] {
  return opened(bytes).snapshot.sheets.flatMap(({ name, ours }): Edit[] =>
    ours
      ? [{ do: 'removeSheet', sheet: name }]
      : [
          { do: 'setFlags', sheet: name, flags: [] },
          { do: 'setNotes', sheet: name, notes: [] },
        ],
  );
}

describe.each(files)('%s', (_, bytes) => {
  const annotated = edited(bytes, annotations(bytes));

  test('what was written is found again, what was there is untouched', () => {
    expect(annotated.receipt.refused).toEqual([]);
    const [before, after] = [opened(bytes).snapshot, opened(annotated.bytes).snapshot];
    expect(after.sheets.length).toBe(before.sheets.length + 1);
    before.sheets.forEach((was, i) => {
      const is = after.sheets[i];
      expect(is).toEqual({ ...was, flags: is?.flags, notes: is?.notes });
      expect(is?.flags).toEqual([
        { severity: 'error', areas: [area(3, 1)] },
        { severity: 'warning', areas: [area(5, 0, 6, 2), area(9, 0)] },
        { severity: 'note', areas: [area(4, 3)] },
        { severity: 'agreed', areas: [area(10, 1, 12, 1), area(14, 3)] },
      ]);
      expect(is?.notes.filter(({ ours }) => ours).map(({ text }) => text)).toEqual([
        '现为 1，应为 2\n少 1 <&>',
        '另一处',
      ]);
      expect(is?.notes.filter(({ ours }) => !ours)).toEqual(was.notes);
    });
    expect(after.sheets.at(-1)).toMatchObject({ name: '审核结果', ours: true, visibility: 'visible' });
  });

  test('a later process takes all of it out again, to the byte', () => {
    const cleaned = edited(annotated.bytes, removal(annotated.bytes));
    expect(cleaned.receipt.refused).toEqual([]);
    expect(texts(cleaned.bytes)).toEqual(texts(bytes));
    expect(opened(cleaned.bytes).snapshot.stamp).toBe(opened(bytes).snapshot.stamp);
  });

  test('the receipt undoes it, and the undoing is undone', () => {
    const { undo } = annotated.receipt;
    expect(undo.for).toBe(opened(annotated.bytes).snapshot.stamp);
    const back = opened(annotated.bytes).apply(undo);
    expect(texts(back.bytes)).toEqual(texts(bytes));
    const again = opened(back.bytes).apply(back.receipt.undo);
    expect({ ...opened(again.bytes).snapshot, stamp: '' }).toEqual({ ...opened(annotated.bytes).snapshot, stamp: '' });
  });

  test('annotating twice is annotating once', () => {
    const twice = edited(annotated.bytes, annotations(bytes));
    expect({ ...opened(twice.bytes).snapshot, stamp: '' }).toEqual({ ...opened(annotated.bytes).snapshot, stamp: '' });
    expect(texts(edited(twice.bytes, removal(twice.bytes)).bytes)).toEqual(texts(bytes));
  });

  test('whatever was set in whatever order, removing gives the original back', () => {
    const names = opened(bytes).snapshot.sheets.map(({ name }) => name);
    const place = fc.tuple(fc.nat(20), fc.nat(5)).map(([row, column]) => area(row + 20, column));
    const edit: fc.Arbitrary<Edit> = fc.oneof(
      fc.record({
        do: fc.constant('setFlags' as const),
        sheet: fc.constantFrom(...names),
        flags: fc
          .uniqueArray(place, { maxLength: 3, selector: ({ top, left }) => `${top},${left}` })
          .map((areas) => flagsOf(...areas)),
      }),
      fc.record({
        do: fc.constant('setNotes' as const),
        sheet: fc.constantFrom(...names),
        notes: fc.uniqueArray(
          fc.record({
            row: fc.integer({ min: 20, max: 30 }),
            column: fc.nat(3),
            text: fc.string({ minLength: 1, maxLength: 9 }),
          }),
          { maxLength: 3, selector: ({ row, column }) => `${row},${column}` },
        ),
      }),
      fc.constant({ do: 'putSheet' as const, sheet: findings }),
      fc.constant({
        do: 'putSheet' as const,
        sheet: { ...findings, name: '隐藏记录', kind: 'hidden' as const, rows: [] },
      }),
      fc.constant({ do: 'removeSheet' as const, sheet: '审核结果' }),
    );
    fc.assert(
      fc.property(fc.array(fc.array(edit, { maxLength: 3 }), { minLength: 1, maxLength: 3 }), (patches) => {
        let now = bytes;
        for (const patch of patches) now = edited(now, patch).bytes;
        expect(texts(edited(now, removal(now)).bytes)).toEqual(texts(bytes));
      }),
      { numRuns: 8 },
    );
  });
});

describe('flags', () => {
  const [, ruled] = files[4] ?? ['', new Uint8Array()];

  test('stand before the rules of the user, whose order among themselves stays', () => {
    const xml =
      texts(
        edited(ruled, [{ do: 'setFlags', sheet: '甲', flags: [{ severity: 'error', areas: [area(0, 0)] }] }]).bytes,
      )['xl/worksheets/sheet1.xml'] ?? '';
    expect(
      [...xml.matchAll(/type="(\w+)"[^>]*? priority="(\d+)"/g)].map(([, type, priority]) => `${type} ${priority}`),
    ).toEqual(['expression 1', 'cellIs 2', 'cellIs 8', 'dataBar 3']);
    expect(xml).toMatch(
      /<\/mergeCells><conditionalFormatting sqref="A1"><cfRule type="expression" dxfId="\d+" priority="1"><formula>LEN\(&quot;budget-flag:error&quot;\)&gt;0<\/formula>/,
    );
  });

  test('of figures that agree are icons beside the number, and need no look of their own', () => {
    const flagged = texts(
      edited(ruled, [{ do: 'setFlags', sheet: '甲', flags: [{ severity: 'agreed', areas: [area(0, 0)] }] }]).bytes,
    );
    expect(flagged['xl/worksheets/sheet1.xml']).toContain(
      '<conditionalFormatting sqref="A1"><cfRule type="iconSet" priority="1"><iconSet iconSet="3Symbols2"><cfvo type="percent" val="0"/><cfvo type="num" val="-2E+307"/><cfvo type="num" val="-1E+307"/></iconSet></cfRule></conditionalFormatting>',
    );
    expect(flagged['xl/styles.xml']).toBe(texts(ruled)['xl/styles.xml']);
  });

  test("the user's own icon sets are not taken for ours", () => {
    const icons = (set: string, ...thresholds: readonly string[]): string =>
      `<conditionalFormatting sqref="B2:B9"><cfRule type="iconSet" priority="1"><iconSet iconSet="${set}"><cfvo type="percent" val="0"/>${thresholds.map((one) => `<cfvo ${one}/>`).join('')}</iconSet></cfRule></conditionalFormatting>`;
    const own = buildXlsx({
      sheets: [
        {
          name: '甲',
          after: [
            icons('3Symbols2', 'type="percent" val="33"', 'type="percent" val="67"'),
            icons('3Symbols', 'type="num" val="-2E+307"', 'type="num" val="-1E+307"'),
            icons('3Symbols2', 'type="num" val="-1E+307"', 'type="num" val="-1E+307"'),
            icons('3Symbols2', 'type="formula" val="-2E+307"', 'type="num" val="-1E+307"'),
            icons('4Rating', 'type="num" val="-2E+307"', 'type="num" val="-1E+307"', 'type="num" val="0"'),
          ].join(''),
        },
        // As other programs write them.
        {
          name: '乙',
          after: icons('3Symbols2', 'type="num" val="-2e+307"', 'type="num" val="-1e307" gte="1"'),
        },
      ],
    });
    expect(opened(own).snapshot.sheets.map(({ flags }) => flags)).toEqual([
      [],
      [{ severity: 'agreed', areas: [area(1, 1, 8, 1)] }],
    ]);
    const cleaned = texts(
      edited(own, [
        { do: 'setFlags', sheet: '甲', flags: [] },
        { do: 'setFlags', sheet: '乙', flags: [] },
      ]).bytes,
    );
    expect(cleaned['xl/worksheets/sheet1.xml']).toBe(texts(own)['xl/worksheets/sheet1.xml']);
    expect(cleaned['xl/worksheets/sheet2.xml']).not.toContain('iconSet');
  });

  test('a file that another program has renumbered keeps its numbers', () => {
    const flagged = edited(ruled, [
      { do: 'setFlags', sheet: '甲', flags: [{ severity: 'error', areas: [area(0, 0)] }] },
    ]).bytes;
    const parts = texts(flagged);
    const xml = (parts['xl/worksheets/sheet1.xml'] ?? '').replace('priority="1"', 'priority="20"');
    const other = buildXlsx({ sheets: [{ name: '甲' }], parts: { ...parts, 'xl/worksheets/sheet1.xml': xml } });
    const cleaned =
      texts(edited(other, [{ do: 'setFlags', sheet: '甲', flags: [] }]).bytes)['xl/worksheets/sheet1.xml'] ?? '';
    expect([...cleaned.matchAll(/ priority="(\d+)"/g)].map(([, priority]) => priority)).toEqual(['2', '8', '3']);
  });

  test('long lists are spread over several rules and come back as one', () => {
    const areas = Array.from({ length: 1000 }, (_, i) => area(i * 2, 1));
    const flagged = edited(ruled, [{ do: 'setFlags', sheet: '乙', flags: [{ severity: 'note', areas }] }]).bytes;
    expect(texts(flagged)['xl/worksheets/sheet2.xml']?.match(/<cfRule/g)).toHaveLength(3);
    expect(sheet(opened(flagged), '乙').flags).toEqual([{ severity: 'note', areas }]);
    expect(texts(edited(flagged, [{ do: 'setFlags', sheet: '乙', flags: [] }]).bytes)).toEqual(texts(ruled));
  });
});

describe('refused', () => {
  const [, bytes] = files[0] ?? ['', new Uint8Array()];
  test.each<[string, Edit, string]>([
    [
      'a note on a note of the user',
      { do: 'setNotes', sheet: '表一', notes: [{ row: 3, column: 1, text: '我们的' }] },
      'user-note',
    ],
    ['flags on a sheet that is not there', { do: 'setFlags', sheet: '没有', flags: [] }, 'sheet-missing'],
    ['a sheet of the user replaced', { do: 'putSheet', sheet: { ...findings, name: '表一' } }, 'not-ours'],
    ['a sheet of the user removed', { do: 'removeSheet', sheet: '表一' }, 'not-ours'],
    ['a missing sheet removed', { do: 'removeSheet', sheet: '没有' }, 'sheet-missing'],
  ])('%s', (_, edit, because) => {
    const result = edited(bytes, [edit]);
    expect(result.receipt.refused).toMatchObject([{ edit, because }]);
    expect(texts(result.bytes)).toEqual(texts(bytes));
  });

  test('a patch for another state of the file', () => {
    const workbook = opened(bytes);
    const result = workbook.apply({ for: 'another', command: 'annotate', edits: annotations(bytes) });
    expect(new Set(result.receipt.refused.map(({ because }) => because))).toEqual(new Set(['changed-meanwhile']));
    expect(texts(result.bytes)).toEqual(texts(bytes));
  });

  test('a sheet beside whose notes ours cannot be drawn, and nothing else', () => {
    const broken = buildXlsx({
      sheets: [
        { name: '甲', after: '<legacyDrawing r:id="rId1"/>', relationships: { rId1: ['vmlDrawing', '../gone.vml'] } },
      ],
    });
    const result = edited(broken, [
      { do: 'setNotes', sheet: '甲', notes: [{ row: 0, column: 0, text: 'x' }] },
      { do: 'setFlags', sheet: '甲', flags: [{ severity: 'note', areas: [area(0, 0)] }] },
    ]);
    expect(result.receipt.refused).toMatchObject([{ because: 'unsupported' }]);
    expect(sheet(opened(result.bytes), '甲')).toMatchObject({ notes: [], flags: [{ severity: 'note' }] });
  });
});

test('what people typed into one of our sheets comes back when its replacement is undone', () => {
  const [, bytes] = files[0] ?? ['', new Uint8Array()];
  const first = edited(bytes, [{ do: 'putSheet', sheet: findings }]);
  const typed = edited(first.bytes, [{ do: 'setValue', at: ref('审核结果', 'F3'), to: '已核对' }]);
  const replaced = edited(typed.bytes, [{ do: 'putSheet', sheet: { ...findings, rows: [] } }]);
  expect(sheet(opened(replaced.bytes), '审核结果').rows).toHaveLength(2);
  const back = opened(replaced.bytes).apply(replaced.receipt.undo);
  const expected = findings.rows.map((row, i) =>
    i === 0 ? { ...row, cells: [...row.cells.slice(0, 5), { kind: 'text', text: '已核对' }] } : row,
  );
  expect(back.receipt.undo.edits).toMatchObject([{ do: 'putSheet', sheet: { rows: [] } }]);
  const seen = opened(back.bytes).apply({
    for: opened(back.bytes).snapshot.stamp,
    command: 'annotate',
    edits: [{ do: 'removeSheet', sheet: '审核结果' }],
  });
  expect(seen.receipt.undo.edits).toEqual([{ do: 'putSheet', sheet: { ...findings, rows: expected } }]);
});

test('a sheet of the user behind ours keeps its names and stays in view when ours goes', () => {
  const [, bytes] = files[2] ?? ['', new Uint8Array()];
  const parts = texts(edited(bytes, [{ do: 'putSheet', sheet: findings }]).bytes);
  const workbook = (parts['xl/workbook.xml'] ?? '')
    .replace('</sheets>', `<sheet name="丙" sheetId="9" r:id="s1"/></sheets>`)
    .replace('</definedNames>', '<definedName name="y" localSheetId="3">1</definedName></definedNames>')
    .replace('<sheets>', '<bookViews><workbookView activeTab="3"/></bookViews><sheets>');
  const after = texts(
    edited(buildXlsx({ sheets: [], parts: { ...parts, 'xl/workbook.xml': workbook } }), [
      { do: 'removeSheet', sheet: '审核结果' },
    ]).bytes,
  )['xl/workbook.xml'];
  expect(after).toContain('<definedName name="y" localSheetId="2">1</definedName>');
  expect(after).toContain('activeTab="2"');
});
