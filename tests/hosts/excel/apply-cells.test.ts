import type { CellContent, Edit } from '../../../src/engine/snapshot/patch';
import type { Opened } from './opened';
import { at, cell, expectPatch, formula, held, open, patch, refusals, rows, state, value } from './opened';
import { BUDGET } from './patches';

// A busy machine must not fail a test.
jest.setTimeout(600_000);

const SHEETS = [
  {
    name: '表一',
    rows: [
      ['收入', 10, { formula: 'B9', value: 0 }],
      ['支出', '9.5'],
      [
        { value: '1,234.50', format: '@' },
        { value: '３.５', format: '@' },
        { value: 5, format: '@' },
      ],
      [{ value: 7, format: '#,##0.00' }, '#REF!', { formula: 'A4', value: 7 }],
    ],
    merges: ['D1:E2'],
  },
  { name: '表二', rows: [['x', 1]], isProtected: true, unlocked: ['B1'] },
];

describe('a cell', () => {
  it.each<readonly [string, Edit, CellContent]>([
    ['a number over a number', value('表一!B1', 12.5), { value: 12.5 }],
    ['a number over a text', value('表一!B2', 9.5), { value: 9.5 }],
    ['a number over a formula', value('表一!C1', 3), { value: 3 }],
    ['digits as a text', value('表一!B1', '2010301'), { value: '2010301' }],
    ['a text that looks like a formula', value('表一!B1', '=B2'), { value: '=B2' }],
    ['a text that looks like a date', value('表一!B1', '2025-1-1'), { value: '2025-1-1' }],
    ['a text that looks like an error', value('表一!B1', '#N/A'), { value: '#N/A' }],
    ['a text that begins with an apostrophe', value('表一!B1', "'引号"), { value: "'引号" }],
    ['true', value('表一!B1', true), { value: true }],
    ['nothing', value('表一!B1', null), { value: null }],
    ['a formula', formula('表一!B1', 'SUM(B2:B9)'), { formula: 'SUM(B2:B9)' }],
    ['a number over an error', value('表一!B4', 4), { value: 4 }],
    ['into an empty cell', value('表一!F9', 1), { value: 1 }],
    ['into an unlocked cell of a protected sheet', value('表二!B1', 2), { value: 2 }],
    ['into the upper left cell of a merged area', value('表一!D1', 2), { value: 2 }],
  ])('%s', async (_, edit, wanted) => {
    const one = open(SHEETS);
    const address = edit.do === 'setValue' || edit.do === 'setFormula' ? edit.at : at('表一!A1');
    await expectPatch(one, [edit], () => {
      const { sheet, row, column } = address;
      expect(held(one, `${sheet}!${String.fromCharCode(65 + column)}${row + 1}`)).toEqual(wanted);
    });
  });

  it.each<readonly [string, Edit, string]>([
    ['a number over “1,234.50”', value('表一!A3', 1234.5), '#,##0.00'],
    ['a number over full-width digits', value('表一!B3', 3.5), '0.0'],
    ['a formula over a text', formula('表一!A3', 'B1'), '#,##0.00'],
    ['a formula over a number that is formatted as text', formula('表一!C3', 'B1'), 'General'],
  ])('of text format takes %s as what it is, and shows as many decimals: %s', async (_, edit, format) => {
    const one = open(SHEETS);
    await expectPatch(one, [edit], () => {
      if (edit.do !== 'setValue' && edit.do !== 'setFormula') throw new Error('not a cell');
      const { row, column } = edit.at;
      const found = one.excel.workbook.sheet('表一')?.cell(row, column);
      expect([typeof found?.value === 'string', found?.format]).toEqual([false, format]);
    });
  });

  it('keeps its number format, and gets the one that is asked for only where it has none', async () => {
    const one = open(SHEETS);
    const format = { code: '#,##0.0' };
    const edits = ['表一!A4', '表一!B1', '表一!A3'].map((address): Edit => ({
      do: 'setValue',
      at: at(address),
      to: 1,
      format,
    }));
    await expectPatch(one, edits, () => {
      const formats = ['表一!A4', '表一!B1', '表一!A3'].map((address) => cell(one, address)?.format);
      expect(formats).toEqual(['#,##0.00', '#,##0.0', '#,##0.0']);
    });
  });

  it('that Excel gives the format of what a formula refers to is as before when it is taken back', async () => {
    const one = open(SHEETS);
    await expectPatch(one, [formula('表一!B1', 'A4')], () => {
      expect(cell(one, '表一!B1')?.format).toBe('#,##0.00');
    });
    expect(cell(one, '表一!B1')?.format).toBe('General');
  });

  it('that holds what it is to hold is not written, nor taken back', async () => {
    const one = open(SHEETS);
    const receipt = await expectPatch(one, [value('表一!B1', 10), formula('表一!C1', 'B9')]);
    expect(receipt.undo.edits).toEqual([]);
    expect(one.excel.batches.flatMap(({ steps }) => steps).filter((step) => step.endsWith('='))).toEqual([]);
  });
});

describe('what cannot be written is refused by itself', () => {
  it.each<readonly [string, Edit, string]>([
    ['a sheet that is not there', value('表九!A1', 1), 'sheet-missing 表九!A1'],
    ['a locked cell', value('表二!A1', 1), 'protected 表二!A1'],
    ['the inside of a merged area', value('表一!E2', 1), 'merged 表一!E2'],
    ['no number', value('表一!B1', Number.NaN), 'unsupported 表一!B1'],
    ['a formula too long for Excel', formula('表一!B1', `1${'+1'.repeat(5000)}`), 'unsupported 表一!B1'],
    ['notes', { do: 'setNotes', sheet: '表一', notes: [{ row: 0, column: 0, text: 'x' }] }, 'unsupported 表一'],
  ])('%s', async (_, edit, refusal) => {
    const one = open(SHEETS);
    const receipt = await expectPatch(one, [edit, value('表一!B2', 7)], () => {
      expect(held(one, '表一!B2')).toEqual({ value: 7 });
    });
    expect(refusals(receipt)).toEqual([refusal]);
  });

  it('a formula that names a sheet which is not there, since Excel would ask for a file', async () => {
    const one = open(SHEETS);
    await one.host.readSnapshot();
    const before = state(one);
    await expect(one.host.applyPatch(patch([formula('表一!B1', '没有!A1')]))).rejects.toMatchObject({
      code: 'InvalidArgument',
    });
    expect(state(one)).toEqual(before);
  });
});

describe('what somebody changed between the reading and the writing is left alone and named', () => {
  /** Reads, lets somebody do something, writes for what was read. */
  async function between(what: (one: Opened) => void, edits: readonly Edit[]) {
    const one = open(BUDGET);
    const { stamp } = await one.host.readSnapshot();
    what(one);
    const receipt = await one.host.applyPatch(patch(edits, stamp));
    return { one, receipt };
  }

  it('a cell', async () => {
    const { one, receipt } = await between(
      ({ excel }) => excel.user.types('表三', 'D3', 99),
      [value('表三!D3', 21), value('表三!E3', 11)],
    );
    expect(refusals(receipt)).toEqual(['changed-meanwhile 表三!D3']);
    expect(receipt.refused[0]?.found).toEqual({ value: 99 });
    expect([held(one, '表三!D3'), held(one, '表三!E3')]).toEqual([{ value: 99 }, { value: 11 }]);
  });

  it('a formula, though not for its value alone', async () => {
    const { receipt } = await between(
      ({ excel }) => {
        excel.user.types('表三', 'D3', 99);
        excel.user.types('表一', 'B2', '=1+1');
      },
      [formula('表三!C3', 'SUM(D3:E3)'), formula('表一!B2', '表三!C6')],
    );
    expect(refusals(receipt)).toEqual(['changed-meanwhile 表一!B2']);
    expect(receipt.refused[0]?.found).toEqual({ formula: '1+1' });
  });

  it('a blank cell in a row that another row has taken the place of', async () => {
    const { one, receipt } = await between(
      ({ excel }) => excel.user.insertsRow('表三', 5),
      [value('表三!D5', 1), value('表三!F3', 2)],
    );
    expect(refusals(receipt)).toEqual(['changed-meanwhile 表三!D5']);
    expect([held(one, '表三!D5'), held(one, '表三!F3')]).toEqual([{ value: null }, { value: 2 }]);
  });

  it('a blank cell in a column that another has taken the place of', async () => {
    const { receipt } = await between(
      ({ excel }) =>
        excel.coauthor.does((workbook) => {
          // Somebody moves the last column one to the right.
          for (const cells of workbook.sheet('表三')!.rows.values()) {
            const moved = cells.get(4);
            cells.delete(4);
            if (moved) cells.set(5, moved);
          }
        }),
      [value('表三!D5', 1), value('表三!E4', 2)],
    );
    expect(refusals(receipt)).toEqual(['changed-meanwhile 表三!E4']);
  });

  it('a sheet that bears another name', async () => {
    const { receipt } = await between(
      ({ excel }) => {
        excel.user.renamesSheet('表三', '旧表三');
        excel.user.addsSheet('表三');
      },
      [value('表三!D3', 21)],
    );
    expect(refusals(receipt)).toEqual(['sheet-renamed 表三!D3']);
  });

  it('a sheet that is gone', async () => {
    const { receipt } = await between(({ excel }) => excel.user.deletesSheet('表三'), [value('表三!D3', 21)]);
    expect(refusals(receipt)).toEqual(['sheet-missing 表三!D3']);
  });
});

describe('what somebody types just before it is written over', () => {
  it.each<readonly [string, Edit, readonly Edit[], number | string]>([
    ['a number', value('表三!D3', 21), [], 77],
    ['a formula', value('表三!D3', 21), [], '=E3*2'],
    ['a text under a formula', formula('表三!D3', 'E3'), [], '待定'],
    ['with rows put in above', value('表三!D7', 21), [rows('表三', 3, 1, 4)], 77],
  ])('comes back and is named, the rest is written: %s', async (_, edit, others, input) => {
    const one = open(BUDGET);
    const { stamp } = await one.host.readSnapshot();
    const place = others.length > 0 ? '表三!D6' : '表三!D3';
    one.excel.faults.inBatch(2).comesAfter(() => one.excel.coauthor.types('表三', place.slice(3), input));
    const receipt = await one.host.applyPatch(patch([...others, edit, value('表一!A1', 'x')], stamp));
    const now = others.length > 0 ? '表三!D7' : '表三!D3';
    const typed = typeof input === 'string' && input.startsWith('=') ? { formula: input.slice(1) } : { value: input };
    expect(refusals(receipt)).toEqual([`changed-meanwhile ${now}`]);
    expect(receipt.refused[0]?.found).toEqual(typed);
    expect([held(one, now), held(one, '表一!A1')]).toEqual([typed, { value: 'x' }]);
    expect((await one.host.applyPatch(receipt.undo)).refused).toEqual([]);
    expect([held(one, place), held(one, '表一!A1')]).toEqual([typed, { value: '收入' }]);
  });
});

describe('taken back', () => {
  it('a cell that somebody has changed since is left alone and named; the others come back', async () => {
    const one = open(BUDGET);
    const { stamp } = await one.host.readSnapshot();
    const { undo } = await one.host.applyPatch(patch([value('表三!D3', 21), value('表三!E3', 11)], stamp));
    one.excel.coauthor.types('表三', 'D3', 77);
    const receipt = await one.host.applyPatch(undo);
    expect(refusals(receipt)).toEqual(['changed-meanwhile 表三!D3']);
    expect(receipt.refused[0]?.found).toEqual({ value: 77 });
    expect([held(one, '表三!D3'), held(one, '表三!E3')]).toEqual([{ value: 77 }, { value: 10 }]);
  });

  it('what Ctrl+Z has taken back already is no change of anybody', async () => {
    const one = open(BUDGET, { excelApi: '1.19' });
    const { stamp } = await one.host.readSnapshot();
    const before = state(one);
    const { undo } = await one.host.applyPatch(patch([value('表三!D3', 21)], stamp));
    expect(one.excel.user.undoes()).toBe(true);
    expect((await one.host.applyPatch(undo)).refused).toEqual([]);
    expect(state(one)).toEqual(before);
  });

  it('and taken back again stands as it was written', async () => {
    const one = open(BUDGET);
    const { stamp } = await one.host.readSnapshot();
    const first = await one.host.applyPatch(patch([value('表三!C4', 30), formula('表三!C5', 'D5+E5')], stamp));
    const written = state(one);
    const second = await one.host.applyPatch(first.undo);
    await one.host.applyPatch(second.undo);
    expect(state(one)).toEqual(written);
  });
});
