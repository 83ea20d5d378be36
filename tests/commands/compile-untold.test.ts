import { checkSnapshot, recogniseBest } from '../../src/commands/check';
import { compileWorkbook, type Compiled, type CompileWish } from '../../src/commands/compile';
import { fillWorkbook } from '../../src/commands/fill';
import { narrateWorkbook } from '../../src/commands/narrate';
import { figuresOf } from '../../src/engine/book/book';
import { addressOf } from '../../src/engine/snapshot/address';
import type { Snapshot } from '../../src/engine/snapshot/snapshot';
import { afterCompiling } from '../fixtures/compiled';
import { linesOf } from '../fixtures/drawn';
import { valueAt, withValues } from '../fixtures/edit';
import { mended } from '../fixtures/sample';

const about: CompileWish = { department: '云州市人民政府办公室', year: 2021 };

async function compiled(snapshot: Snapshot, wish: CompileWish = about): Promise<Compiled> {
  const result = await compileWorkbook(snapshot, wish);
  if (!result.ok) throw new Error(result.because);
  return result;
}

const only = (...names: readonly string[]): Snapshot => ({
  ...mended,
  sheets: mended.sheets.filter(({ name }) => names.includes(name)),
});

const notesIn = ({ compilation }: Compiled): readonly string[] =>
  compilation.sheets.flatMap((sheet) =>
    linesOf(sheet).flatMap((line) => line.split(' | ').filter((words) => words.includes('空表'))),
  );

describe.each([
  ['表三 alone', only('表三')],
  ['三 tables of one fund', only('表五', '表六', '表七')],
])('what the source does not tell: %s', (_what, source) => {
  test('is marked in its cell, and no table that has such a cell is said to be empty', async () => {
    const result = await compiled(source);
    expect(result.compilation.untold.length).toBeGreaterThan(100);
    expect(notesIn(result)).toEqual([]);
    const after = afterCompiling(source, result);
    const best = await recogniseBest(after);
    const open = [...figuresOf(best!.book)].filter(
      ({ reading }) => reading.kind === 'unreadable' && reading.because === 'open',
    );
    expect(open).toHaveLength(result.compilation.untold.length);
  });

  test('is open in the text of the compiled workbook too, as many pieces as compiling said', async () => {
    const result = await compiled(source);
    const { narration } = await narrateWorkbook(afterCompiling(source, result));
    const kinds = (missing: readonly { readonly what: string }[]) =>
      ['amount', 'name'].map((kind) => missing.filter(({ what }) => what === kind).length);
    expect(kinds(narration!.missing)).toEqual(kinds(result.open.missing));
    expect(kinds(narration!.missing)[0]).toBeGreaterThan(10);
    expect(JSON.stringify(narration!.sections)).not.toMatch(/没有安排|未安排/);
  });

  test('is told once a table by the check, and nothing is held against anything for its sake', async () => {
    const { findings } = await checkSnapshot(afterCompiling(source, await compiled(source)));
    const errors = findings.filter(({ severity }) => severity === 'error');
    expect([...new Set(errors.map(({ rule }) => rule))]).toEqual(['s-placeholder']);
    expect(new Set(errors.map(({ cells }) => cells[0]?.sheet)).size).toBe(errors.length);
  });

  test('is not told when the compiled tables are compiled again either', async () => {
    const first = await compiled(source);
    const again = await compiled(afterCompiling(source, first));
    expect(again.compilation.untold).toHaveLength(first.compilation.untold.length);
    expect(notesIn(again)).toEqual([]);
  });
});

const planFillOf = async (snapshot: Snapshot) => (await fillWorkbook(snapshot)).plan;

test('a sum whose parts were filled in is filled in over 待填; without them it stays', async () => {
  const source = only('表五', '表六', '表七');
  const after = afterCompiling(source, await compiled(source));
  expect(valueAt(after, '表三!E10')).toBe('待填');
  expect((await planFillOf(after)).fills.filter(({ cell }) => cell.sheet === '表八')).toEqual([]);
  // The amounts of the basic expenditure are typed in, those of the projects cleared: there are none.
  const typed = withValues(after, {
    ...{ '表八!B7': 1, '表八!D7': 2, '表八!E7': 3, '表八!F7': 4 },
    ...Object.fromEntries(['A', 'B', 'C', 'D', 'E', 'F'].map((column) => [`表八!${column}8`, null])),
  });
  const filled = (await planFillOf(typed)).fills.filter(({ cell }) => cell.sheet === '表八');
  expect(filled.map(({ cell, amount }) => `${addressOf(cell)} ${amount}`)).toEqual([
    ...['表八!A6 10', '表八!B6 1', '表八!C6 5', '表八!D6 2', '表八!E6 3', '表八!F6 4', '表八!A7 10', '表八!C7 5'],
  ]);
});

test('what is empty and known to be is still said to be, with no more than is known of whom and when', async () => {
  const notes = async (wish: CompileWish) => notesIn(await compiled(unnamed, wish));
  const unnamed = withoutNames(mended);
  expect(await notes(about)).toEqual(['备注：云州市人民政府办公室2021年没有安排政府性基金预算支出，本表为空表。']);
  expect(await notes({})).toEqual(['备注：没有安排政府性基金预算支出，本表为空表。']);
});

/** The workbook without its department and year. */
function withoutNames(snapshot: Snapshot): Snapshot {
  return {
    ...snapshot,
    sheets: snapshot.sheets
      .filter(({ name }) => name.startsWith('表'))
      .map((sheet) => ({
        ...sheet,
        rows: sheet.rows.map((row) => ({
          ...row,
          cells: row.cells.filter(({ value }) => typeof value !== 'string' || !/编制部门|编制单位|20\d\d/.test(value)),
        })),
      })),
  };
}
