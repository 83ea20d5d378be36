import { fillLastYear, type LastYear } from '../../src/commands/last-year';
import { narrateWorkbook } from '../../src/commands/narrate';
import type { Missing } from '../../src/engine/narrate/narration';
import type { Snapshot } from '../../src/engine/snapshot/snapshot';
import { linesOf, workbookOf } from '../fixtures/drawn';
import { lastYear } from '../fixtures/last-year';
import { mended } from '../fixtures/sample';

const NAME = '2020年部门预算.xlsx';

async function filled(snapshot: Snapshot, prior: Snapshot = lastYear): Promise<LastYear> {
  const result = await fillLastYear(snapshot, prior, NAME, 'zh-CN');
  if (!result || 'wrongYear' in result) throw new Error('nothing was filled in');
  return result;
}

/** The workbook with the sheets that were drawn. */
function withDrawn(snapshot: Snapshot, { patch }: LastYear): Snapshot {
  const drawn = patch.edits.flatMap((edit) => (edit.do === 'drawSheet' ? workbookOf(edit.sheet).sheets : []));
  const names = drawn.map(({ name }) => name);
  return { ...snapshot, sheets: [...snapshot.sheets.filter(({ name }) => !names.includes(name)), ...drawn] };
}

async function missing(snapshot: Snapshot, what: Missing): Promise<number> {
  const { narration } = await narrateWorkbook(snapshot);
  return narration?.missing.filter((one) => one.what === what).length ?? -1;
}

describe("last year's workbook, chosen beside this year's", () => {
  test('fills in the sheet of last year; then no figure of last year is missing, and reasons are asked for', async () => {
    expect(await missing(mended, 'prior')).toBeGreaterThan(0);
    expect(await missing(mended, 'reason')).toBe(0);
    const result = await filled(mended);
    expect(result.patch.edits.map((edit) => edit.do === 'drawSheet' && edit.sheet.name)).toEqual(['上年数']);
    expect(result.filled).toBeGreaterThan(20);
    expect(result.differing).toBe(0);
    const after = withDrawn(mended, result);
    expect(await missing(after, 'prior')).toBe(0);
    expect(await missing(after, 'reason')).toBeGreaterThan(0);
    const [edit] = result.patch.edits;
    const lines = edit?.do === 'drawSheet' ? linesOf(edit.sheet) : [];
    expect(lines.filter((line) => line.includes(NAME)).length).toBe(result.filled);
  });

  test('of another year fills in nothing, and says which year is needed', async () => {
    expect(await fillLastYear(mended, mended, NAME, 'zh-CN')).toEqual({ wrongYear: { year: 2021, needed: 2020 } });
  });

  test('filled in again it changes nothing; what somebody typed stays and is counted', async () => {
    const once = withDrawn(mended, await filled(mended));
    const again = await filled(once);
    expect([again.filled, again.differing]).toEqual([0, 0]);
    const typed: Snapshot = {
      ...once,
      sheets: once.sheets.map((sheet) =>
        sheet.name !== '上年数'
          ? sheet
          : {
              ...sheet,
              rows: sheet.rows.map((row) => ({
                ...row,
                cells: row.cells.map((cell) => (cell.value === 1442.62 ? { ...cell, value: 1000 } : cell)),
              })),
            },
      ),
    };
    const third = await filled(typed);
    expect(third.filled).toBe(0);
    expect(third.differing).toBeGreaterThan(0);
  });

  test('in which nothing is recognised it fills in nothing', async () => {
    const other = { ...lastYear, sheets: [] };
    expect(await fillLastYear(mended, other, NAME, 'zh-CN')).toBeUndefined();
  });
});
