import { checkSnapshot } from '../../src/commands/check';
import type { CellValue } from '../../src/engine/snapshot/snapshot';
import { rowsOf, sampleLines } from '../fixtures/sample-ledger';
import { budget, type Ran } from './terminal';
import { opened, placeWith, typeInto } from './type-into';
import { workbookFile } from './workbook-file';

jest.setTimeout(600_000);

const flat = ({ stdout }: Ran): string => stdout.replace(/\n\s+/g, '');

/** Without last year's amounts: those are typed into their sheet. */
const LEDGER = workbookFile({
  台账: rowsOf(sampleLines).map((row) =>
    row.slice(0, 8).map((value) => (typeof value === 'number' ? value : String(value))),
  ),
});

const run = (command: string, bytes: Uint8Array, output: string, ...more: readonly string[]): Promise<Ran> =>
  budget([command, 'in.xlsx', '-o', output, ...more], { files: { 'in.xlsx': bytes }, check: checkSnapshot });

/** The compiled sample with one more row of last year's figures, and where the name of its code stands. */
async function withGone(code: string, name: string): Promise<{ readonly bytes: Uint8Array; readonly cell: string }> {
  const ran = await run('compile', LEDGER, 'out.xlsx', '--department', '云州市人民政府办公室', '--year', '2021');
  const bytes = ran.written.get('out.xlsx');
  if (!bytes) throw new Error(ran.stderr);
  const { snapshot } = opened(bytes);
  const last = snapshot.sheets.find((sheet) => sheet.name === '上年数')?.rows.at(-1)?.row ?? 0;
  const cells: readonly (readonly [string, CellValue])[] = [
    ['A', '表九'],
    ['B', code],
    ['C', name === '' ? null : name],
    ['D', '合计'],
    ['E', 80],
  ];
  const typed = Object.fromEntries(cells.map(([column, value]) => [`上年数!${column}${last + 2}`, value]));
  return { bytes: typeInto(bytes, typed), cell: `上年数!C${last + 2}` };
}

describe('a code that only last year has, and whose name nobody knows', () => {
  test('the cell of its name among last year’s figures is named by the text and by compiling again', async () => {
    const { bytes, cell } = await withGone('2120804', '');
    expect(flat(await run('narrate', bytes, 'out.txt'))).toContain(`${cell}  九、政府性基金 表里没有“2120804”的名称`);
    const again = await run('compile', bytes, 'out.xlsx');
    const written = opened(again.written.get('out.xlsx')).snapshot;
    const now = placeWith(written, '上年数', ['表九', '2120804'], 'C');
    expect(flat(again)).toContain(`2120804（只有上年有）没有名称：填在编好的${now}，文中照写。`);
  });

  test('what is typed there is said, also after compiling again', async () => {
    const { bytes } = await withGone('2120804', '农村基础设施建设');
    const again = await run('compile', bytes, 'out.xlsx');
    const ran = await run('narrate', again.written.get('out.xlsx') ?? bytes, 'out.txt');
    expect(flat(ran)).not.toContain('没有“2120804”的名称');
    expect(new TextDecoder().decode(ran.written.get('out.txt'))).toContain('农村基础设施建设');
  });

  test('the name of its section, which has no row there, is asked for in the sheet of codes', async () => {
    const { bytes } = await withGone('2103399', '试点支出');
    const ran = flat(await run('narrate', bytes, 'out.txt'));
    expect(ran).toContain('九、政府性基金 表里没有“21033”的名称');
    expect(ran).toContain('21033的名称：在“科目表”工作表（没有的加一张）写上编码和名称，文中照写。');
  });
});
