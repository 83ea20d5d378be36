import fc from 'fast-check';
import type { DrawnSheet, Look } from '../../../src/engine/snapshot/drawn';
import type { Edit, Patch } from '../../../src/engine/snapshot/patch';
import { sheetNamed } from '../../../src/engine/snapshot/snapshot';
import { blankWorkbook } from '../../../src/hosts/xlsx/blank-workbook';
import { openXlsx } from '../../../src/hosts/xlsx/open-xlsx';
import type { XlsxWorkbook } from '../../../src/hosts/xlsx/workbook';
import { buildXlsx } from './build-workbook';

const opened = (bytes: Uint8Array): XlsxWorkbook => {
  const result = openXlsx(bytes);
  if (!result.ok) throw new Error(`does not open: ${result.because}`);
  return result.workbook;
};

const drawn = (name: string, more: Partial<DrawnSheet> = {}): DrawnSheet => ({
  name,
  kind: 'table',
  columns: [{ width: 8 }, { width: 30 }, { width: 14 }],
  rows: [
    { height: 30, cells: [{ column: 0, look: 'title', value: '部门支出总体情况表' }] },
    {
      cells: [
        { column: 0, look: 'code', value: '03' },
        { column: 1, look: 'name2', value: '=不是公式' },
        { column: 2, look: 'amount', value: 12.5, decimals: 2 },
      ],
    },
    { cells: [{ column: 2, look: 'totalAmount', value: 12.5, formula: 'SUM(C2)', decimals: 2 }] },
  ],
  merges: [{ top: 0, left: 0, bottom: 0, right: 2 }],
  frozen: { rows: 1, columns: 0 },
  page: { landscape: true, titleRows: { from: 0, to: 0 } },
  lists: [{ area: { top: 1, left: 1, bottom: 9, right: 1 }, from: ['基本支出', '项目支出'] }],
  ...more,
});

/** As the sheets begin in which people answer. */
const guided: DrawnSheet['rows'] = [{ cells: [{ column: 0, look: 'guide', value: '一行一笔，只填蓝底格。' }] }];

/** Texts as people paste them: signs that XML has for itself, line ends of all kinds, escapes, blanks outside. */
const text = fc.string({
  unit: fc.constantFrom(
    '预',
    '算',
    'a',
    ' ',
    '\u3000',
    '\n',
    '\r',
    '\t',
    '&',
    '<',
    '>',
    '"',
    "'",
    '_',
    '_x000A_',
    '\u0001',
    '𠮷',
  ),
  maxLength: 6,
});
const value = fc.oneof(text, fc.double({ noNaN: true, noDefaultInfinity: true }), fc.boolean(), fc.constant(null));
const look = fc.constantFrom<Look>('code', 'amount', 'name2', 'inputWrap', 'made', 'totalAmount');
const typed = fc.record({ look, value, decimals: fc.integer({ min: 0, max: 4 }) }, { requiredKeys: ['look', 'value'] });
const computed = fc.record({ look, value: fc.constant(3), formula: fc.constant('1+2') });
const rows = fc.array(
  fc
    .array(fc.oneof(typed, computed), { maxLength: 4 })
    .map((cells) => ({ cells: cells.map((one, column) => ({ ...one, column })) })),
  { maxLength: 5 },
);

const run = (bytes: Uint8Array, edits: readonly Edit[]) => {
  const workbook = opened(bytes);
  return workbook.apply({ for: workbook.snapshot.stamp, command: 'compile', edits });
};

describe('sheets drawn from scratch', () => {
  it('take the place of the sheet that a blank workbook comes with, in the order of the patch', () => {
    const { bytes, receipt } = run(blankWorkbook(), [
      { do: 'drawSheet', sheet: drawn('表三') },
      { do: 'drawSheet', sheet: drawn('台账', { kind: 'input', rows: guided }) },
    ]);
    expect(receipt.refused).toEqual([]);
    const { snapshot } = opened(bytes);
    expect(snapshot.sheets.map(({ name, ours }) => [name, ours])).toEqual([
      ['表三', false],
      ['台账', true],
    ]);
  });

  it('a name drawn twice in one patch is one sheet, the later drawing', () => {
    const { bytes, receipt } = run(blankWorkbook(), [
      { do: 'drawSheet', sheet: drawn('表三') },
      { do: 'drawSheet', sheet: drawn('表四') },
      { do: 'drawSheet', sheet: drawn('表三', { rows: [{ cells: [{ column: 0, look: 'title', value: '后画' }] }] }) },
      { do: 'removeSheet', sheet: '表四' },
      { do: 'drawSheet', sheet: drawn('表五') },
    ]);
    expect(receipt.refused).toEqual([]);
    const { snapshot } = opened(bytes);
    expect(snapshot.sheets.map(({ name }) => name)).toEqual(['表三', '表五']);
    expect(sheetNamed(snapshot, '表三')?.rows[0]?.cells[0]?.value).toBe('后画');
  });

  it('hold text as text, amounts as numbers, formulas with their values', () => {
    const { snapshot } = opened(run(blankWorkbook(), [{ do: 'drawSheet', sheet: drawn('表三') }]).bytes);
    const sheet = sheetNamed(snapshot, '表三');
    expect(sheet?.rows.flatMap(({ cells }) => cells.map(({ value }) => value))).toEqual([
      '部门支出总体情况表',
      '03',
      '=不是公式',
      12.5,
      12.5,
    ]);
    expect(sheet?.rows[2]?.cells[0]?.formula).toBe('SUM(C2)');
    expect(sheet?.rows[1]?.cells[0]?.format).toBe('@');
    expect(sheet?.merges).toEqual([{ top: 0, left: 0, bottom: 0, right: 2 }]);
  });

  it('are the same bytes for the same sheet', () => {
    const once = run(blankWorkbook(), [{ do: 'drawSheet', sheet: drawn('表三') }]).bytes;
    const again = run(blankWorkbook(), [{ do: 'drawSheet', sheet: drawn('表三') }]).bytes;
    expect(Buffer.from(once).equals(Buffer.from(again))).toBe(true);
  });

  it('never take the place of a sheet of the user', () => {
    const bytes = buildXlsx({ sheets: [{ name: '表三', data: '<row r="1"><c r="A1"><v>1</v></c></row>' }] });
    const { receipt } = run(bytes, [{ do: 'drawSheet', sheet: drawn('表三') }]);
    expect(receipt.refused.map(({ because }) => because)).toEqual(['not-ours']);
  });

  it('come back as they were when a new drawing is undone, and go when the first one is', () => {
    const bytes = buildXlsx({ sheets: [{ name: '甲', data: '<row r="1"><c r="A1"><v>1</v></c></row>' }] });
    const first = run(bytes, [{ do: 'drawSheet', sheet: drawn('表三') }]);
    const second = run(first.bytes, [{ do: 'drawSheet', sheet: drawn('表三', { rows: [] }) }]);
    const undo = (of: Uint8Array, patch: Patch): Uint8Array => opened(of).apply(patch).bytes;
    expect(opened(undo(second.bytes, second.receipt.undo)).snapshot.sheets).toEqual(
      opened(first.bytes).snapshot.sheets,
    );
    expect(opened(undo(first.bytes, first.receipt.undo)).snapshot.sheets).toEqual(opened(bytes).snapshot.sheets);
  });

  it('hold for who drew them what everybody else reads in them', () => {
    fc.assert(
      fc.property(rows, fc.boolean(), (some, isProtected) => {
        const more = { columns: [{ width: 8.5 }], merges: [], ...(isProtected ? { isProtected: true as const } : {}) };
        const made = run(blankWorkbook(), [{ do: 'drawSheet', sheet: drawn('表三', { rows: some, ...more }) }]);
        expect(made.workbook.snapshot).toEqual(opened(made.bytes).snapshot);
      }),
    );
  });

  it('have their formulas computed where nobody has said what they come to', () => {
    const cells = [
      { column: 0, look: 'amount' as const, value: 2 },
      { column: 1, look: 'amount' as const, value: null, formula: 'A1*3' },
    ];
    const made = run(blankWorkbook(), [{ do: 'drawSheet', sheet: drawn('表三', { rows: [{ cells }] }) }]);
    expect(sheetNamed(made.workbook.snapshot, '表三')?.rows[0]?.cells[1]?.value).toBe(6);
  });

  it('are what formulas of other sheets rest on', () => {
    const bytes = buildXlsx({
      sheets: [{ name: '核对', data: '<row r="1"><c r="A1"><f>表三!A1+表三!B1</f><v>1</v></c></row>' }],
    });
    const cells = [
      { column: 0, look: 'amount' as const, value: 2 },
      { column: 1, look: 'amount' as const, value: 6, formula: 'A1*3' },
    ];
    const made = run(bytes, [{ do: 'drawSheet', sheet: drawn('表三', { rows: [{ cells }] }) }]);
    expect(sheetNamed(made.workbook.snapshot, '核对')?.rows[0]?.cells[0]?.value).toBe(8);
    expect(made.workbook.snapshot).toEqual(opened(made.bytes).snapshot);
  });

  it('may be long', () => {
    const rows = Array.from({ length: 2000 }, (_, i) => ({
      cells: [
        { column: 0, look: 'inputCode' as const, value: '2010301' },
        { column: 2, look: 'inputAmount' as const, value: i / 4 },
      ],
    }));
    const { bytes } = run(blankWorkbook(), [{ do: 'drawSheet', sheet: drawn('台账', { rows, kind: 'input' }) }]);
    expect(sheetNamed(opened(bytes).snapshot, '台账')?.rows.length).toBe(2000);
  });
});
