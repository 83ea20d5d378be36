import type { CellValue } from '../../../src/engine/snapshot/snapshot';
import type { XlsxWorkbook } from '../../../src/hosts/xlsx/workbook';
import { buildXlsx } from './build-workbook';
import { opened, ref, texts } from './opened';

const BOOK = buildXlsx({
  sheets: [
    {
      name: '单位情况',
      data: '<row r="1"><c r="A1" t="str"><v>编制数</v></c><c r="B1"><v>58</v></c><c r="C1"><f>B1*2</f><v>116</v></c></row>',
    },
    { name: '表一' },
  ],
  afterSheets: '<definedNames><definedName name="税率">0.5</definedName></definedNames>',
});

const sealed = opened(opened(BOOK).sealed());

function typed(workbook: XlsxWorkbook, address: string, to: CellValue): XlsxWorkbook {
  const at = ref('单位情况', address);
  const { bytes } = workbook.apply({
    for: workbook.snapshot.stamp,
    command: 'fill',
    edits: [{ do: 'setValue', at, to }],
  });
  return opened(bytes);
}

test('a workbook nobody sealed is not as sealed; a sealed one is, and holds nothing else than before', () => {
  expect(opened(BOOK).isAsSealed).toBe(false);
  expect(sealed.isAsSealed).toBe(true);
  expect(sealed.snapshot.sheets).toEqual(opened(BOOK).snapshot.sheets);
});

test.each<[string, string, CellValue]>([
  ['another number', 'B1', 59],
  ['a text that looks like the number', 'B1', '58'],
  ['something in an empty cell', 'D9', '备注'],
  ['nothing any more', 'A1', null],
])('%s breaks the seal, and typing it back mends it', (_, address, to) => {
  const changed = typed(sealed, address, to);
  expect(changed.isAsSealed).toBe(false);
  const before = sealed.snapshot.sheets[0]?.rows[0]?.cells.find(({ column }) => column === ref('', address).column);
  expect(typed(changed, address, before?.value ?? null).isAsSealed).toBe(true);
});

test('a formula that comes to something else does not', () => {
  const again = buildXlsx({
    sheets: [
      { name: '表一' },
      {
        name: '单位情况',
        data: '<row r="1"><c r="A1" t="str"><v>编制数</v></c><c r="B1"><v>58</v></c><c r="C1"><f>SUM(B1,B1)</f><v>0</v></c></row>',
      },
    ],
    afterSheets:
      /<definedNames>.*<\/definedNames>/s.exec(texts(opened(BOOK).sealed())['xl/workbook.xml'] ?? '')?.[0] ?? '',
  });
  expect(opened(again).isAsSealed).toBe(true);
});

test('a new seal takes the place of the old one', () => {
  const bytes = typed(sealed, 'B1', 60).sealed();
  expect(opened(bytes).isAsSealed).toBe(true);
  const names = texts(bytes)['xl/workbook.xml']?.match(/<definedName /g);
  expect(names).toHaveLength(2);
});
