import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Edit } from '../../src/engine/snapshot/patch';
import { edited, fixture, opened, ref, sheet } from '../hosts/xlsx/opened';

// LibreOffice is the nearest thing to Excel that runs here: what it reads and keeps is a fair sign of a sound file.
const isThere = spawnSync('soffice', ['--version']).status === 0;
if (!isThere)
  process.stderr.write('soffice is not installed: the tests that open an annotated file in LibreOffice are skipped\n');

const edits: readonly Edit[] = [
  {
    do: 'setFlags',
    sheet: '表一',
    flags: [
      { severity: 'error', areas: [{ top: 3, left: 1, bottom: 3, right: 1 }] },
      { severity: 'warning', areas: [{ top: 5, left: 3, bottom: 5, right: 3 }] },
      { severity: 'agreed', areas: [{ top: 4, left: 1, bottom: 4, right: 1 }] },
    ],
  },
  { do: 'setNotes', sheet: '表一', notes: [{ row: 5, column: 1, text: '现为1,100.85，应为1,080.85' }] },
  {
    do: 'putSheet',
    sheet: {
      name: '审核结果',
      kind: 'made',
      guide: '点位置跳到单元格。',
      frozenColumns: 1,
      landscape: true,
      columns: [
        { header: '位置', width: 14 },
        { header: '问题', width: 46, wrap: true },
        { header: '现为', width: 14 },
      ],
      rows: [
        {
          level: 0,
          cells: [
            { kind: 'link', text: '表一!B4', to: ref('表一', 'B4') },
            { kind: 'text', text: '应为1,100.85' },
            { kind: 'amount', amount: '1080.85', decimals: 2 },
          ],
        },
        { level: 1, cells: [{ kind: 'blank' }] },
      ],
    },
  },
];

(isThere ? describe : describe.skip)('an annotated file in LibreOffice', () => {
  const folder = mkdtempSync(join(tmpdir(), 'budget-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  function convert(bytes: Uint8Array, format: string, extension: string): Uint8Array {
    const out = join(folder, extension);
    writeFileSync(join(folder, 'annotated.xlsx'), bytes);
    execFileSync(
      'soffice',
      [
        `-env:UserInstallation=file://${folder}/profile`,
        '--headless',
        '--convert-to',
        format,
        '--outdir',
        out,
        join(folder, 'annotated.xlsx'),
      ],
      { stdio: 'pipe' },
    );
    return new Uint8Array(readFileSync(join(out, `annotated.${extension}`)));
  }

  test('shows the flags, the note and the sheet', () => {
    const ods = new TextDecoder().decode(convert(edited(fixture('by-openpyxl.xlsx'), edits).bytes, 'fods', 'fods'));
    expect(ods.includes('budget-flag:error')).toBe(true);
    expect(/calcext:conditional-format calcext:target-range-address="'?表一'?\.B4(?::'?表一'?\.B4)?"/.test(ods)).toBe(
      true,
    );
    expect(ods.includes('fo:background-color="#f1aeb5"')).toBe(true);
    expect(/<calcext:icon-set calcext:icon-set-type="3Symbols2">/.test(ods)).toBe(true);
    // A text is cut into spans where its script changes.
    const words = ods.replace(/<[^>]*>/g, '');
    expect(words.includes('现为1,100.85，应为1,080.85')).toBe(true);
    expect(ods.includes('table:name="审核结果"')).toBe(true);
    expect(/xlink:href="#'?表一'?\.B4"/.test(ods)).toBe(true);
  }, 120_000);

  test('saved by it, the file is still known as ours and can be cleaned', () => {
    const saved = convert(edited(fixture('by-openpyxl.xlsx'), edits).bytes, 'xlsx:Calc MS Excel 2007 XML', 'xlsx');
    const first = sheet(opened(saved), '表一');
    expect(first.flags.map(({ severity, areas }) => [severity, areas])).toEqual([
      ['error', [{ top: 3, left: 1, bottom: 3, right: 1 }]],
      ['warning', [{ top: 5, left: 3, bottom: 5, right: 3 }]],
      ['agreed', [{ top: 4, left: 1, bottom: 4, right: 1 }]],
    ]);
    expect(first.notes.map(({ row, column, ours }) => [row, column, ours])).toEqual([
      [3, 1, false],
      [3, 3, false],
      [5, 1, true],
    ]);
    expect(sheet(opened(saved), '审核结果').ours).toBe(true);
    const cleaned = edited(saved, [
      { do: 'setFlags', sheet: '表一', flags: [] },
      { do: 'setNotes', sheet: '表一', notes: [] },
      { do: 'removeSheet', sheet: '审核结果' },
    ]);
    expect(cleaned.receipt.refused).toEqual([]);
    const left = opened(convert(cleaned.bytes, 'xlsx:Calc MS Excel 2007 XML', 'xlsx'));
    expect(left.snapshot.sheets.map(({ name }) => name)).not.toContain('审核结果');
    expect(sheet(left, '表一')).toMatchObject({
      flags: [],
      notes: [
        { row: 3, column: 1, ours: false },
        { row: 3, column: 3, ours: false },
      ],
    });
  }, 120_000);
});
