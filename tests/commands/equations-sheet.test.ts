import { removalPatch } from '../../src/commands/remove-marks';
import { checkSnapshot } from '../../src/commands/check';
import { equationsSheet } from '../../src/commands/equations-sheet';
import type { Edit } from '../../src/engine/snapshot/patch';
import type { CellValue, Snapshot } from '../../src/engine/snapshot/snapshot';
import { cellAt, sheetNamed } from '../../src/engine/snapshot/snapshot';
import { budget } from '../cli/terminal';
import { parsePlace } from '../fixtures/edit';
import { openFile, sampleFile } from '../fixtures/sample-file';

// A busy machine must not fail a test.
jest.setTimeout(600_000);

const [NUMBER, KIND, RELATION, LEFT, RIGHT, DIFFERENCE, RESULT, , RIGHT_PLACE] = [0, 1, 2, 3, 4, 5, 6, 7, 8];

async function listed(bytes: Uint8Array): Promise<Uint8Array> {
  const workbook = openFile(bytes);
  const made = await equationsSheet(workbook.snapshot, 'zh-CN');
  const written = workbook.apply(made!.patch);
  expect(written.receipt.refused).toEqual([]);
  return written.bytes;
}
const snapshotOf = (bytes: Uint8Array): Snapshot => openFile(bytes).snapshot;

/** The lines of the sheet: what stands in each column. */
function lines(snapshot: Snapshot, name = '勾稽表'): readonly (readonly (CellValue | undefined)[])[] {
  const sheet = sheetNamed(snapshot, name)!;
  return sheet.rows
    .filter(({ row, cells }) => row > 1 && cells.some(({ column }) => column === NUMBER))
    .map(({ row }) => Array.from({ length: 10 }, (_, column) => cellAt(sheet, row, column)?.value));
}
const changed = (bytes: Uint8Array, ...edits: readonly Edit[]): Uint8Array =>
  openFile(bytes).apply({ for: snapshotOf(bytes).stamp, command: 'fill', edits }).bytes;
const set = (place: string, to: CellValue): Edit => ({ do: 'setValue', at: parsePlace(place), to });

describe('the sheet of equations', () => {
  it('lists every equation that a check counts, table by table', async () => {
    const report = await checkSnapshot(snapshotOf(sampleFile));
    const snapshot = snapshotOf(await listed(sampleFile));
    const all = lines(snapshot);
    expect(all.length).toBe(report.equations.total);
    expect(all.map((line) => line[NUMBER])).toEqual(all.map((_, index) => index + 1));
    const headings = sheetNamed(snapshot, '勾稽表')!.rows.flatMap(({ row, cells }) =>
      row > 1 && !cells.some(({ column }) => column === NUMBER)
        ? [cells.find(({ column }) => column === RELATION)?.value]
        : [],
    );
    expect(headings[0]).toMatch(/^表一 .* {2}相符\d+ {2}不符\d+$/);
    expect(headings.length).toBe(report.tables.filter(({ equations }) => equations.total > 0).length);
  });

  it('agrees with the check about each of them', async () => {
    const { equations } = await checkSnapshot(snapshotOf(sampleFile));
    const all = lines(snapshotOf(await listed(sampleFile)));
    const count = (...results: readonly string[]): number =>
      all.filter((line) => results.includes(String(line[RESULT]))).length;
    expect(count('× 不符', '○ 尾差')).toBe(equations.failed);
    expect(count('√ 相符')).toBe(equations.passed);
    expect(count('－ 空着', '√ 相符', '－ 未检查', '× 不符', '○ 尾差')).toBe(equations.total);
  });

  it('says what stands on either side, and how far they are apart', async () => {
    const all = lines(snapshotOf(await listed(sampleFile)));
    const line = all.find((one) => one[RELATION] === '表三“行政运行”合计 = 基本支出＋项目支出')!;
    expect([line[KIND], line[LEFT], line[RIGHT], line[DIFFERENCE], line[RESULT]]).toEqual([
      '表内',
      1249.92,
      1249.62,
      0.3,
      '× 不符',
    ]);
    expect(line.slice(RIGHT_PLACE - 1, RIGHT_PLACE + 1)).toEqual(['表三!E9', '表三!F9:G9']);
    expect(all.filter((one) => one[KIND] === '表间').length).toBeGreaterThan(0);
  });

  it.each([
    ['表三', '表三!F9:G9'],
    // Excel forbids neither quotes nor commas in a sheet's name.
    ['表三"本年"，定稿', `'表三"本年"，定稿'!F9:G9`],
  ])('leads from each side to its cells: %s', async (name, place) => {
    const { sheets, ...rest } = snapshotOf(sampleFile);
    const renamed = { ...rest, sheets: sheets.map((sheet) => (sheet.name === '表三' ? { ...sheet, name } : sheet)) };
    const [edit] = (await equationsSheet(renamed, 'zh-CN'))!.patch.edits;
    const links = (edit!.do === 'drawSheet' ? edit!.sheet.rows : []).flatMap(({ cells }) =>
      cells.flatMap(({ look, value, formula }) => (look === 'madeLink' ? [{ value: String(value), formula }] : [])),
    );
    const inFormula = (text: string): string => `"${text.replaceAll('"', '""')}"`;
    expect(links).toContainEqual({
      value: place,
      formula: expect.stringContaining(inFormula(place)) as string,
    });
    for (const { value, formula } of links) {
      const [, to = ''] = /^HYPERLINK\("#((?:[^"]|"")+)","(?:[^"]|"")+"\)$/.exec(formula ?? '') ?? [];
      expect(formula).toBe(`HYPERLINK("#${to}",${inFormula(value)})`);
      // To all of the places, or to a cell that is among the first of them.
      const [first] = to.replaceAll('""', '"').split(/(?<=\d):/);
      expect(value.startsWith(first!)).toBe(true);
    }
  });

  it('follows the tables: formulas on both sides', async () => {
    const bytes = await listed(sampleFile);
    const at = (snapshot: Snapshot) =>
      lines(snapshot).find((one) => one[RELATION] === '表三“行政运行”合计 = 基本支出＋项目支出')!;
    const after = at(snapshotOf(changed(bytes, set('表三!E9', 1249.62))));
    expect([after[LEFT], after[DIFFERENCE], after[RESULT]]).toEqual([1249.62, 0, '√ 相符']);
    const worse = snapshotOf(changed(bytes, set('表三!G9', 7)));
    expect(at(worse)[RESULT]).toBe('× 不符');
  });

  it('is never input, is made anew in its place, and goes with the marks', async () => {
    const once = await listed(sampleFile);
    expect(await checkSnapshot(snapshotOf(once))).toEqual(await checkSnapshot(snapshotOf(sampleFile)));
    const twice = await listed(once);
    expect(snapshotOf(twice).sheets).toEqual(snapshotOf(once).sheets);
    const workbook = openFile(twice);
    const cleared = workbook.apply(removalPatch(workbook.snapshot).patch).bytes;
    expect(snapshotOf(cleared).sheets).toEqual(snapshotOf(sampleFile).sheets);
  });

  it('is not made of a workbook without tables', async () => {
    expect(await equationsSheet({ stamp: '', sheets: [] }, 'zh-CN')).toBeUndefined();
  });
});

test('budget annotate --equations puts it beside the marks, and says so', async () => {
  const world = { files: { 'in.xlsx': sampleFile }, check: checkSnapshot };
  const { stdout, written, status } = await budget(['annotate', 'in.xlsx', '-o', 'out.xlsx', '--equations'], world);
  expect(stdout).toMatch(/^已写入out\.xlsx：标记\d+格，.*\n“勾稽表”工作表列出277项勾稽。\n/);
  expect(status).toBe(1);
  const { sheets } = snapshotOf(written.get('out.xlsx')!);
  expect(sheets.filter(({ ours }) => ours).map(({ name }) => name)).toEqual(['审核结果', '勾稽表']);
  const both = await budget(['annotate', 'in.xlsx', '-o', 'out.xlsx', '--equations', '--remove'], world);
  expect([both.status, both.stderr]).toMatchObject([2, expect.stringContaining('--equations')]);
});
