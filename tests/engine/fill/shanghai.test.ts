import { fillWorkbook } from '../../../src/commands/fill';
import { recogniseBest } from '../../../src/commands/check';
import { figuresOf, type Book } from '../../../src/engine/book/book';
import { applied } from '../../../src/engine/fill/applied';
import { recalculate } from '../../../src/engine/formula/recalculate';
import type { Snapshot } from '../../../src/engine/snapshot/snapshot';
import { placeOf, withValues, withoutRows, type Place } from '../../fixtures/edit';
import { filledForms } from '../../fixtures/shanghai';

const EDITION = 'shanghai-putuo-2026-unit';

async function bookOf(snapshot: Snapshot): Promise<Book> {
  const recognition = await recogniseBest(snapshot, EDITION);
  if (!recognition) throw new Error('nothing was recognised');
  return recognition.book;
}

/** Every class and section row is gone where it can be, and every whole is blank. */
async function reduced(snapshot: Snapshot): Promise<Snapshot> {
  const blank: Record<Place, null> = {};
  const gone: Record<string, number[]> = {};
  for (const { blocks } of (await bookOf(snapshot)).tables) {
    for (const { rows, columns, figures } of blocks) {
      for (const [index, node] of rows.nodes.entries()) {
        const isWhole = (rows.children[index]?.length ?? 0) > 0;
        if (isWhole && node.role === 'tree' && blocks.length === 1) (gone[node.sheet] ??= []).push(node.row + 1);
        for (const [column, { cell, reading }] of (figures[index] ?? []).entries()) {
          const isSum = isWhole || node.role === 'total' || (columns.children[column]?.length ?? 0) > 0;
          if (isSum && reading.kind !== 'blank') blank[placeOf(cell)] = null;
        }
      }
    }
  }
  return withoutRows(withValues(snapshot, blank), gone);
}

/** What every figure says, by what it means. */
const meaningOf = async (snapshot: Snapshot): Promise<readonly string[]> =>
  [...figuresOf(await bookOf(snapshot))]
    .filter(({ reading }) => reading.kind !== 'blank')
    .map(({ table, scope, value }) => `${table} ${scope.key} ${value?.toFixed() ?? '?'}`)
    .sort();

test('an edition in 元, with class rows of the economic classification, is filled by its own declarations', async () => {
  const lowest = await reduced(filledForms);
  const { patch, plan } = await fillWorkbook(lowest);
  expect(plan.left).toEqual([]);
  expect(plan.conflicts).toEqual([]);
  expect(plan.inserts.map(({ table, code }) => `${table} ${code}`)).toEqual([
    ...['表2', '表3', '表5'].flatMap((table) =>
      ['207', '20701', '208', '20805', '221', '22102'].map((code) => `${table} ${code}`),
    ),
    '表8 301',
    '表8 302',
  ]);
  const after = recalculate(applied(lowest, patch.edits));
  expect(await meaningOf(after)).toEqual(await meaningOf(filledForms));
  expect((await fillWorkbook(after)).patch.edits).toEqual([]);
});
