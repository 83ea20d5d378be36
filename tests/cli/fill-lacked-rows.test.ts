import { checkSnapshot } from '../../src/commands/check';
import type { Edit } from '../../src/engine/snapshot/patch';
import { SCHOOL } from '../fixtures/compiled-department';
import { openFile } from '../fixtures/sample-file';
import { rowsOf } from '../fixtures/sample-ledger';
import { parsePlace } from '../fixtures/edit';
import { budget } from './terminal';
import { workbookFile } from './workbook-file';

// A busy machine must not fail a test.
jest.setTimeout(600_000);

/** Compiled, with its ledger or without. */
async function compiled(values: boolean, ledger: boolean): Promise<Uint8Array> {
  const bytes = workbookFile({
    台账: rowsOf(SCHOOL).map((row) => row.map((value) => (typeof value === 'number' ? value : String(value)))),
  });
  const about = ['--department', '平川县第一小学', '--year', '2021', ...(values ? ['--values'] : [])];
  const ran = await budget(['compile', 'in.xlsx', '-o', 'out.xlsx', ...about], {
    files: { 'in.xlsx': bytes },
    check: checkSnapshot,
  });
  const written = ran.written.get('out.xlsx');
  if (!written) throw new Error(`nothing was written: ${ran.stderr}`);
  return ledger ? written : edited(written, [{ do: 'setValue', at: parsePlace('台账!A1'), to: '草稿' }]);
}

function edited(bytes: Uint8Array, edits: readonly Edit[]): Uint8Array {
  const workbook = openFile(bytes);
  return workbook.apply({ for: workbook.snapshot.stamp, command: 'fill', edits }).bytes;
}

/** With all cells of rows cleared (counted from 0). */
const cleared = (bytes: Uint8Array, rows: Readonly<Record<string, readonly number[]>>): Uint8Array =>
  edited(
    bytes,
    openFile(bytes).snapshot.sheets.flatMap((sheet) =>
      sheet.rows
        .filter(({ row }) => rows[sheet.name]?.includes(row) === true)
        .flatMap(({ row, cells }) =>
          cells.map(({ column }): Edit => ({ do: 'setValue', at: { sheet: sheet.name, row, column }, to: null })),
        ),
    ),
  );

/** What `fill` says between the heading and what remains, each thing in one line. */
async function said(bytes: Uint8Array): Promise<readonly string[]> {
  const ran = await budget(['fill', 'in.xlsx', '--dry-run'], { files: { 'in.xlsx': bytes }, check: checkSnapshot });
  return ran.stdout.trimEnd().replace(/\n +/g, '').split('\n').slice(1, -1);
}

const CLEAR = '您填的数都保留。要改用公式，清空那一格再填。';
const KEPT = [
  '× 错误  表三!E8  表三“普通教育”合计您填288.90万元，按=E10算出28.85，多260.05',
  '× 错误  表三!G8  表三“普通教育”项目支出您填63.85万元，按=G10算出28.85，多35.00',
];
const FOR_ROW = '表三!E8 表三!G8与算出的不同由此引起，您填的数保留：先处理这一行，不要清空。';
const LACKS = '没有要填的；有的表缺行，请补上再填。';

describe.each([
  ['its ledger', true, /^× 错误 {2}台账!H2 {2}台账第2至7行有2050202“小学教育”260\.05万元，表三没有这一行。请核实/],
  ['no ledger', false, /^× 错误 {2}表二!E8等3处 {2}表三缺2050202“小学教育”这一行，应有260\.05万元.*请补上这一行。/],
])('a row cleared beside %s', (_, ledger, cause) => {
  test('typed totals that take it in are kept, and nobody is told to clear them', async () => {
    const [first, second, row = '', ...more] = await said(cleared(await compiled(true, ledger), { 表三: [8] }));
    expect([first, second, more]).toEqual([...KEPT, [LACKS]]);
    expect(row).toMatch(cause);
    expect(row.endsWith(FOR_ROW)).toBe(true);
  });

  test('it is named where formulas follow', async () => {
    const [row, ...more] = await said(cleared(await compiled(false, ledger), { 表三: [8] }));
    expect(row).toMatch(cause);
    expect(row).not.toContain('清空');
    expect(more).toEqual([LACKS]);
  });

  test('the advice to clear is given for other amounts alone', async () => {
    const wrong: Edit = { do: 'setValue', at: parsePlace('表六!D7'), to: 999 };
    const all = await said(edited(cleared(await compiled(true, ledger), { 表三: [8] }), [wrong]));
    const advised = all.filter((line) => line.includes('清空'));
    expect(advised.map((line) => [line.includes('表六!'), line.endsWith(CLEAR), line.endsWith(FOR_ROW)])).toEqual([
      [true, true, false],
      [false, false, true],
    ]);
    expect(all.indexOf(KEPT[0] ?? '')).toBeGreaterThan(all.indexOf(advised[0] ?? ''));
  });
});

test('the only row below a section, which no check calls an error', async () => {
  const [row, ...more] = await said(cleared(await compiled(true, false), { 表七: [7] }));
  expect(row).toMatch(/^▲ 需核实 {2}表七!A7 .*缺2050202“校舍维修”这一行/);
  expect(more).toEqual([LACKS]);
});
