import { checkSnapshot } from '../../../../src/commands/check';
import { entriesOf } from '../../../../src/commands/entries';
import { entrySentence } from '../../../../src/commands/entry-words';
import { fixPatch } from '../../../../src/commands/fix';
import type { CheckReport } from '../../../../src/engine/finding/report';
import { addressOf } from '../../../../src/engine/snapshot/address';
import type { CellValue, Snapshot } from '../../../../src/engine/snapshot/snapshot';
import { placeOf, withValues } from '../../../fixtures/edit';
import { mended } from '../../../fixtures/sample';

/** The workbook in which some of its amounts are computed: what a formula comes to is said, as it is stored. */
const withFormulas = (
  of: Snapshot,
  formulas: Readonly<Record<string, readonly [formula: string, value: CellValue]>>,
): Snapshot => {
  const edited = withValues(
    of,
    Object.fromEntries(Object.entries(formulas).map(([place, [, value]]) => [place, value])),
  );
  return {
    ...edited,
    sheets: edited.sheets.map((sheet) => ({
      ...sheet,
      rows: sheet.rows.map(({ row, cells }) => ({
        row,
        cells: cells.map((cell) => {
          const [formula] = formulas[placeOf({ sheet: sheet.name, row, column: cell.column })] ?? [];
          return formula === undefined ? cell : { ...cell, formula };
        }),
      })),
    })),
  };
};

/** The errors, each with its cells. */
const errorsOf = (report: CheckReport): readonly string[] =>
  entriesOf(report)
    .filter(({ severity }) => severity === 'error')
    .map((entry) => `${entry.cells.map(addressOf).join(' ')} ${entrySentence(entry, 'zh-CN')}`);

const ABOUT = '表五“行政运行”基本支出填的是“约120”，读不出金额，按有关等式应为1,249.62万元。';

describe('a cell that holds no amount', () => {
  test.each<readonly [string, Snapshot, string]>([
    ['of a workbook of values', withValues(mended, { '表五!F10': '约120' }), ABOUT],
    [
      'that formulas leave out',
      withFormulas(withValues(mended, { '表五!F10': '约120' }), {
        '表五!F8': ['SUM(F9:F10)', 0],
        '表五!F7': ['F8', 0],
        '表五!F24': ['F7', 0],
        '表五!E10': ['SUM(F10:G10)', 0],
      }),
      ABOUT,
    ],
    [
      'that formulas hand on, or cannot be computed for',
      withFormulas(withValues(mended, { '表五!F10': '约120' }), {
        '表五!F8': ['F10', '约120'],
        '表五!F7': ['F8', '约120'],
        '表五!E10': ['F10+G10', '#VALUE!'],
      }),
      ABOUT,
    ],
    [
      'beside another error, so that equations give different amounts',
      withValues(mended, { '表五!F10': '约120', '表五!F8': 1300.62 }),
      ABOUT,
    ],
  ])('%s is one finding', async (_, snapshot, said) => {
    const errors = errorsOf(await checkSnapshot(snapshot));
    expect(errors.filter((line) => /约120|#VALUE|空着|表五!F10/.test(line))).toEqual([`表五!F10 ${said}`]);
  });

  test('leaves nothing else amiss, and what stands on it unchecked', async () => {
    const sound = await checkSnapshot(mended);
    const report = await checkSnapshot(withValues(mended, { '表五!F10': '约120' }));
    expect(errorsOf(report)).toHaveLength(errorsOf(sound).length + 1);
    expect(report.equations.failed).toBe(sound.equations.failed);
    expect(report.equations.notChecked).toBeGreaterThan(sound.equations.notChecked);
  });

  test('is mended, and the record says what stood there', async () => {
    const snapshot = withValues(mended, { '表五!F10': '约120' });
    const { changes, patch } = fixPatch(snapshot, await checkSnapshot(snapshot), { language: 'zh-CN' });
    expect(changes).toMatchObject([{ stood: '约120', old: undefined, new: '1249.62', to: 1249.62 }]);
    expect(changes[0]?.difference).toBeUndefined();
    expect(patch.edits).toHaveLength(1);
  });

  test.each(['待定', '12x'])('%j goes altogether', async (typed) => {
    const snapshot = withValues(mended, { '表五!F10': typed });
    const { changes } = fixPatch(snapshot, await checkSnapshot(snapshot), { language: 'zh-CN' });
    expect(changes).toMatchObject([{ stood: typed, to: 1249.62 }]);
  });
});
