import type { DrawnSheet } from '../../../src/engine/snapshot/drawn';
import type { Edit, OwnSheet } from '../../../src/engine/snapshot/patch';
import type { ModelSheet } from '../../office/model/workbook';
import type { Opened } from './opened';
import { expectPatch, formula, held, open, patch, refusals, state, value } from './opened';
import { BUDGET, DRAWN, FINDINGS } from './patches';

// A busy machine must not fail a test.
jest.setTimeout(600_000);

const put = (sheet: OwnSheet): Edit => ({ do: 'putSheet', sheet });
const draw = (sheet: DrawnSheet): Edit => ({ do: 'drawSheet', sheet });
const remove = (sheet: string): Edit => ({ do: 'removeSheet', sheet });
const TABLE: DrawnSheet = { ...DRAWN, name: '表九', kind: 'table' };

const names = ({ excel }: Opened): readonly string[] => excel.workbook.sheets.map(({ name }) => name);
const sheetOf = ({ excel }: Opened, name: string): ModelSheet => {
  const sheet = excel.workbook.sheet(name);
  if (!sheet) throw new Error(`no sheet ${name}`);
  return sheet;
};
const written = async (...edits: readonly Edit[]): Promise<Opened> => {
  const one = open(BUDGET);
  await one.host.readSnapshot();
  expect((await one.host.applyPatch(patch(edits))).refused).toEqual([]);
  return one;
};

describe('a list of ours', () => {
  it('comes after the other sheets, is known again as ours, and goes again', async () => {
    await expectPatch(open(BUDGET), [put(FINDINGS)], (snapshot) => {
      expect(snapshot.sheets.map((sheet) => [sheet.name, sheet.ours])).toEqual([
        ['表三', false],
        ['表一', false],
        ['锁', false],
        ['审核结果', true],
      ]);
    });
  });

  it('holds codes and texts as texts, amounts as numbers, places as links', async () => {
    const quoted: OwnSheet = {
      ...FINDINGS,
      rows: [
        {
          level: 0,
          cells: [
            { kind: 'text', text: '1' },
            { kind: 'text', text: '错误', severity: 'error' },
            { kind: 'link', text: '\'2025 "表"\'!E9', to: { sheet: '2025 "表"', row: 8, column: 4 } },
            { kind: 'amount', amount: '1249.62', decimals: 2 },
            { kind: 'text', text: '=不是公式' },
          ],
        },
        { level: 1, cells: [{ kind: 'text', text: '2010301' }, { kind: 'blank' }, { kind: 'text', text: "'引号" }] },
      ],
    };
    const sheet = sheetOf(await written(put(quoted)), '审核结果');
    const cells = [2, 3].map((row) =>
      [0, 1, 2, 3, 4]
        .map((column) => sheet.cell(row, column))
        .map((cell) => [cell?.value, cell?.formula, cell?.format]),
    );
    expect(cells).toEqual([
      [
        ['1', undefined, '@'],
        ['错误', undefined, '@'],
        ['\'2025 "表"\'!E9', `HYPERLINK("#'2025 ""表""'!E9","'2025 ""表""'!E9")`, 'General'],
        [1249.62, undefined, '#,##0.00'],
        ['=不是公式', undefined, '@'],
      ],
      [
        ['2010301', undefined, '@'],
        ['', undefined, '@'],
        ["'引号", undefined, '@'],
        ['', undefined, '@'],
        ['', undefined, '@'],
      ],
    ]);
    expect([sheet.cell(2, 4)?.locked, sheet.cell(2, 0)?.locked]).toEqual([false, true]);
  });

  it('folds what belongs to an entry, and says in hidden names whose it is and what is folded', async () => {
    const sheet = sheetOf(await written(put(FINDINGS)), '审核结果');
    expect(sheet.groups).toEqual([{ from: 3, to: 4 }]);
    expect([...sheet.names.values()].map(({ name, visible }) => [name, visible])).toEqual([
      ['_budget_own_sheet', false],
      ['_budget_folded', false],
    ]);
    expect(sheet.tabColor).toBe('#7F7F7F');
  });

  it('takes the place of the one before it, which comes back with all its looks', async () => {
    const one = await written(put(FINDINGS));
    const { id } = sheetOf(one, '审核结果');
    await expectPatch(one, [put({ ...FINDINGS, rows: [], frozenColumns: 0 })], () => {
      expect(held(one, '审核结果!A3')).toEqual({ value: null });
      expect(sheetOf(one, '审核结果').groups).toEqual([]);
    });
    expect(sheetOf(one, '审核结果').id).toBe(id);
  });

  it('that somebody widened, coloured and hid comes back as it was', async () => {
    const one = await written(put(FINDINGS));
    one.excel.user.does(() => {
      const sheet = sheetOf(one, '审核结果');
      sheet.columnWidths.set(2, 200);
      sheet.hiddenRows.add(2);
      for (const [key, value] of [
        ['pattern', 'Solid'],
        ['color', '#00FF00'],
      ])
        sheet.touch(2, 3).look.set(`fill/${key}`, value);
      sheet.visibility = 'Hidden';
    });
    await one.host.readSnapshot();
    await expectPatch(one, [remove('审核结果')], () => expect(names(one)).not.toContain('审核结果'));
  });
});

describe('a drawn sheet', () => {
  it('is a table like a user’s, or a sheet of ours that is no input', async () => {
    await expectPatch(open(BUDGET), [draw(TABLE), draw(DRAWN)], (snapshot) => {
      expect(snapshot.sheets.slice(3).map((sheet) => [sheet.name, sheet.ours])).toEqual([
        ['表九', false],
        ['台账', true],
      ]);
    });
  });

  it('has its looks, merges, filter, panes, print titles, page, lists and locks', async () => {
    const sheet = sheetOf(await written(draw(DRAWN)), '台账');
    expect(sheet.merges).toEqual([{ top: 0, left: 0, bottom: 0, right: 2 }]);
    expect(sheet.filter?.area).toEqual({ top: 1, left: 0, bottom: 3, right: 2 });
    expect(sheet.frozen).toEqual({ top: 0, left: 0, bottom: 1, right: 0 });
    expect(sheet.printTitles).toEqual({ from: 0, to: 1 });
    expect(sheet.settings.get('pageLayout/orientation')).toBe('Landscape');
    expect(sheet.validations.map(({ rule, ignoreBlanks }) => [rule, ignoreBlanks])).toEqual([
      [{ list: { inCellDropDown: true, source: "='表三'!$A$3:$A$5" } }, true],
      [{ list: { inCellDropDown: true, source: '基本支出,项目支出' } }, true],
    ]);
    expect(sheet.isProtected).toBe(true);
    expect([sheet.cell(2, 0)?.locked, sheet.cell(2, 1)?.locked]).toEqual([false, true]);
    expect([sheet.cell(2, 0)?.value, sheet.cell(2, 0)?.format]).toEqual(['0301', '@']);
    expect(sheet.cell(2, 1)?.value).toBe('=不是公式');
    expect(sheet.rowHeights.get(0)).toBe(30);
  });

  it('is drawn anew in its place, so that formulas that stand on it go on doing so', async () => {
    const one = await written(draw(DRAWN), formula('表一!C1', '台账!C4'));
    const { id } = sheetOf(one, '台账');
    await expectPatch(one, [draw({ ...DRAWN, lists: [], rows: DRAWN.rows.slice(0, 3) })], () => {
      expect(held(one, '表一!C1')).toEqual({ formula: '台账!C4' });
      expect(sheetOf(one, '台账').id).toBe(id);
    });
    expect(held(one, '表一!C1')).toEqual({ formula: '台账!C4' });
  });

  it('comes back with what somebody filled in', async () => {
    const one = await written(draw(DRAWN));
    one.excel.user.types('台账', 'C3', 77);
    await one.host.readSnapshot();
    await expectPatch(one, [draw({ ...DRAWN, rows: DRAWN.rows.slice(0, 2) })]);
    expect(held(one, '台账!C3')).toEqual({ value: 77 });
  });
});

describe('a whole sheet is refused', () => {
  it.each<readonly [string, Edit, string]>([
    ['where the user has one of that name', put({ ...FINDINGS, name: '表一' }), 'not-ours 表一'],
    ['where the user has one, drawn', draw({ ...DRAWN, name: '表一' }), 'not-ours 表一'],
    ['that is the user’s, for taking away', remove('表一'), 'not-ours 表一'],
    ['that is gone, for taking away', remove('审核结果'), 'sheet-missing 审核结果'],
  ])('%s; the rest is written', async (_, edit, refusal) => {
    const one = open(BUDGET);
    const receipt = await expectPatch(one, [edit, value('表三!E6', 15)], () => {
      expect(held(one, '表三!E6')).toEqual({ value: 15 });
    });
    expect(refusals(receipt)).toEqual([refusal]);
  });

  it('where the structure of the workbook is protected, whether it is to come or to go', async () => {
    const one = await written(put(FINDINGS));
    one.excel.workbook.isStructureProtected = true;
    const receipt = await expectPatch(one, [draw(DRAWN), remove('审核结果'), value('表三!E6', 15)]);
    expect(refusals(receipt)).toEqual(['workbook-protected 台账', 'workbook-protected 审核结果']);
  });

  it('where somebody has protected a list of ours', async () => {
    const one = await written(put(FINDINGS));
    one.excel.user.protects('审核结果');
    expect(refusals(await expectPatch(one, [put({ ...FINDINGS, rows: [] })]))).toEqual(['protected 审核结果']);
  });

  it('for undoing, where somebody has written into it since', async () => {
    const one = open(BUDGET);
    const { stamp } = await one.host.readSnapshot();
    const { undo } = await one.host.applyPatch(patch([draw(DRAWN), value('表三!E6', 15)], stamp));
    one.excel.user.types('台账', 'A3', '201');
    const receipt = await one.host.applyPatch(undo);
    expect(refusals(receipt)).toEqual(['changed-meanwhile 台账']);
    expect([held(one, '台账!A3'), held(one, '表三!E6')]).toEqual([{ value: '201' }, { value: '15' }]);
  });
});

it('a sheet that is hidden from the list of hidden sheets goes all the same', async () => {
  const one = await written(put({ ...FINDINGS, name: '_budget', kind: 'hidden' }));
  const before = state(one);
  const receipt = await expectPatch(one, [remove('_budget')], () => expect(names(one)).toHaveLength(3));
  expect(refusals(receipt)).toEqual([]);
  expect(state(one)).toEqual(before);
});
