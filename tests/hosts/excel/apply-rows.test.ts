import { sheetNamed } from '../../../src/engine/snapshot/snapshot';
import type { Edit } from '../../../src/engine/snapshot/patch';
import { PatchInterrupted } from '../../../src/hosts/excel/interrupted';
import { problemOf } from '../../../src/hosts/excel/problem';
import type { Opened } from './opened';
import { area, expectPatch, failureOf, formula, held, open, patch, refusals, rows, state, value } from './opened';
import { BUDGET } from './patches';

// A busy machine must not fail a test.
jest.setTimeout(600_000);

const sheet = ({ excel }: Opened, name = '表三') => excel.workbook.sheet(name)!;

async function written(one: Opened, edits: readonly Edit[]) {
  const { stamp } = await one.host.readSnapshot();
  return one.host.applyPatch(patch(edits, stamp));
}

describe('new rows', () => {
  it('stand where they are asked for, and hold what is written into them', async () => {
    const one = open(BUDGET);
    await expectPatch(one, [rows('表三', 5, 1, 4), value('表三!A5', '20104'), formula('表三!C5', 'D5+E5')], () => {
      expect([held(one, '表三!A5'), held(one, '表三!C5'), held(one, '表三!A6')]).toEqual([
        { value: '20104' },
        { formula: 'D5+E5' },
        { value: '207' },
      ]);
    });
  });

  it('look like the row they are to be like: formats, height, merges', async () => {
    const one = open([
      {
        name: '表三',
        rows: [['甲'], [{ value: 1, format: '0.0' }, 2, 3], [{ value: 4, format: '0.000' }]],
        heights: { 2: 31 },
        merges: ['B2:C2'],
      },
    ]);
    sheet(one).touch(1, 0).look.set('fill/color', '#EEEEEE');
    await expectPatch(one, [rows('表三', 4, 2, 2)], () => {
      for (const row of [3, 4]) {
        expect(sheet(one).cell(row, 0)).toMatchObject({ value: '', format: '0.0' });
        expect(sheet(one).cell(row, 0)?.look.get('fill/color')).toBe('#EEEEEE');
        expect(sheet(one).rowHeights.get(row)).toBe(31);
        expect(sheet(one).merges).toContainEqual({ top: row, left: 1, bottom: row, right: 2 });
      }
    });
  });

  it('move formulas, names and flags along', async () => {
    const one = open(BUDGET);
    await one.host.applyPatch(
      patch([{ do: 'setFlags', sheet: '表三', flags: [{ severity: 'error', areas: [area('E5')] }] }]),
    );
    await expectPatch(one, [rows('表三', 5, 2, 4)], (snapshot) => {
      expect(held(one, '表一!B2')).toEqual({ formula: 'SUM(表三!C3:C7)' });
      expect(held(one, '表三!C8')).toEqual({ formula: 'SUM(C3:C7)' });
      expect(one.excel.workbook.names.get('合计行')?.formula).toBe('=表三!$A$8:$E$8');
      expect(sheetNamed(snapshot, '表三')?.flags[0]?.areas).toEqual([area('E7')]);
    });
  });

  it('at several places are counted as the sheet was, what is written into them as it will be', async () => {
    const one = open(BUDGET);
    await expectPatch(
      one,
      [rows('表三', 4, 1, 3), rows('表三', 6, 1, 5), value('表三!A4', '20102'), value('表三!A7', '208')],
      () => {
        expect([3, 4, 5, 6, 7, 8].map((row) => held(one, `表三!A${row}`))).toEqual(
          ['201', '20102', '20103', '207', '208', null].map((text) => ({ value: text })),
        );
      },
    );
  });

  it('through a merged area that reaches over several rows leave it one area', async () => {
    const one = open([
      {
        name: '表三',
        rows: [
          ['甲', 1],
          [null, 2],
          [null, 3],
          ['乙', 4],
        ],
        merges: ['A1:A3'],
      },
    ]);
    const receipt = await expectPatch(one, [rows('表三', 3, 1, 2), value('表三!B3', 9), value('表三!A3', 'x')], () => {
      expect(sheet(one).merges).toEqual([area('A1:A4')]);
      expect(held(one, '表三!B3')).toEqual({ value: 9 });
    });
    expect(refusals(receipt)).toEqual(['merged 表三!A3']);
  });

  it.each<readonly [string, (one: Opened) => void, string]>([
    ['a protected sheet', (one) => one.excel.user.protects('表三'), 'protected 表三'],
    [
      'a sheet with a filter that hides rows',
      (one) => void (sheet(one).filter = { area: area('A2:E6'), filtered: true }),
      'filtered 表三',
    ],
    ['a sheet that is gone', (one) => one.excel.user.deletesSheet('表三'), 'sheet-missing 表三'],
    ['a sheet that was renamed', (one) => one.excel.user.renamesSheet('表三', '三'), 'sheet-renamed 表三'],
  ])('are refused in %s, and all that is counted with them', async (_, change, refusal) => {
    const one = open(BUDGET);
    const { stamp } = await one.host.readSnapshot();
    change(one);
    const before = state(one);
    const receipt = await one.host.applyPatch(patch([rows('表三', 5, 1, 4), value('表一!A1', 'x')], stamp));
    expect(refusals(receipt)).toEqual([refusal, 'rows-refused 表一']);
    expect(state(one)).toEqual(before);
  });

  it('that an Excel table is in the way of leave nothing behind', async () => {
    const one = open(BUDGET);
    sheet(one).unsplittable = [area('A3:E6')];
    const before = state(one);
    const failure = await failureOf(() => written(one, [rows('表三', 6, 1, 5), rows('表三', 5, 1, 4)]));
    expect(failure).not.toBeInstanceOf(PatchInterrupted);
    expect(problemOf(failure).key).toBe('structure');
    expect(state(one)).toEqual(before);
    expect(one.host.unfinished()).toBeUndefined();
  });
});

describe('taking rows out again', () => {
  it('leaves a row with all it holds where somebody has written into it, and names the cell', async () => {
    const one = open(BUDGET);
    const receipt = await written(one, [
      rows('表三', 5, 1, 4),
      rows('表三', 6, 1, 5),
      value('表三!A5', '20104'),
      value('表三!A7', '208'),
    ]);
    one.excel.user.types('表三', 'D5', 3);
    const undone = await one.host.applyPatch(receipt.undo);
    expect(refusals(undone)).toEqual(['changed-meanwhile 表三!D5']);
    expect(undone.refused[0]?.found).toEqual({ value: 3 });
    expect([held(one, '表三!A5'), held(one, '表三!A6'), held(one, '表三!A7')]).toEqual([
      { value: '20104' },
      { value: '207' },
      { value: null },
    ]);
  });

  it('leaves a row that a formula of the user stands on', async () => {
    const one = open(BUDGET);
    const receipt = await written(one, [rows('表三', 5, 1, 4), value('表三!D5', 3)]);
    one.excel.user.types('表一', 'E1', '=表三!D5');
    const undone = await one.host.applyPatch(receipt.undo);
    expect(refusals(undone)).toEqual(['changed-meanwhile 表一!E1']);
    expect([held(one, '表三!D5'), held(one, '表一!E1')]).toEqual([{ value: 3 }, { formula: '表三!D5' }]);
  });

  it('and once more puts them in again', async () => {
    const one = open(BUDGET);
    const first = await written(one, [
      rows('表三', 5, 2, 4),
      value('表三!A5', '20104'),
      formula('表三!C8', 'SUM(C3:C7)'),
    ]);
    const after = state(one);
    const second = await one.host.applyPatch(first.undo);
    expect(second.refused).toEqual([]);
    await one.host.applyPatch(second.undo);
    expect(state(one)).toEqual(after);
  });
});
