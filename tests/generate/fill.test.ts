import fc from 'fast-check';
import { fillWorkbook } from '../../src/commands/fill';
import { catalogue } from '../../src/commands/catalogue';
import { editionById } from '../../src/commands/check';
import { readAmount } from '../../src/engine/amount/read-amount';
import { figuresOf } from '../../src/engine/book/book';
import { applied } from '../../src/engine/fill/applied';
import { recalculate } from '../../src/engine/formula/recalculate';
import { recognise } from '../../src/engine/recognise/recognise';
import { addressOf } from '../../src/engine/snapshot/address';
import type { CellValue, Snapshot } from '../../src/engine/snapshot/snapshot';
import { normaliseText } from '../../src/engine/text/normalise';
import { placeOf, type Place } from '../fixtures/edit';
import { department } from './department';
import { DISGUISES, disguise, type DisguiseName } from './disguises';
import { layOut } from './layout';
import { reduced } from './reduced';

// A busy machine must not fail a test.
jest.setTimeout(600_000);

/** A cell as its reader takes it: the amount, else the words; '' for a blank. */
function said(value: CellValue): string {
  const reading = readAmount(value);
  if (reading.kind === 'amount') return reading.value.toFixed();
  return reading.kind === 'blank' ? '' : normaliseText(String(value));
}

/** All that a workbook says, place by place. */
function contentOf(snapshot: Snapshot): Readonly<Record<Place, string>> {
  return Object.fromEntries(
    snapshot.sheets.flatMap(({ name, rows }) =>
      rows.flatMap(({ row, cells }) =>
        cells.flatMap(({ column, value }) => {
          const text = said(value);
          return text === '' ? [] : [[placeOf({ sheet: name, row, column }), text]];
        }),
      ),
    ) as [Place, string][],
  );
}

async function filled(snapshot: Snapshot, values: boolean): Promise<Snapshot> {
  const { patch, plan } = await fillWorkbook(snapshot, { edition: 'xinjiang-2021', values });
  expect(plan.left).toEqual([]);
  expect(plan.conflicts).toEqual([]);
  const after = recalculate(applied(snapshot, patch.edits));
  const wrong = plan.fills.filter(({ cell, amount }) => said(valueIn(after, cell)) !== amount);
  expect(wrong.map(({ cell }) => addressOf(cell))).toEqual([]);
  return after;
}

const valueIn = (
  snapshot: Snapshot,
  { sheet, row, column }: { readonly sheet: string; readonly row: number; readonly column: number },
): CellValue =>
  snapshot.sheets
    .find(({ name }) => name === sheet)
    ?.rows.find((one) => one.row === row)
    ?.cells.find((cell) => cell.column === column)?.value ?? null;

/** What every figure of a workbook says, by what it means: `表三 flow=支出;functional=201; 12.5`. */
async function meaningOf(snapshot: Snapshot): Promise<readonly string[]> {
  const { book } = recognise(snapshot, await editionById('xinjiang-2021'), catalogue());
  const forms = new Set(book.forms.map(({ declared }) => declared.id));
  return [...figuresOf(book)]
    .filter(({ reading, table }) => reading.kind !== 'blank' && !forms.has(table))
    .map(({ table, scope, value }) => `${table} ${scope.key} ${value?.toFixed() ?? '?'}`)
    .sort();
}

describe('a department that agrees, reduced to its lowest rows and filled', () => {
  test.each([false, true])('says the same in every cell (amounts instead of formulas: %s)', async (values) => {
    await fc.assert(
      fc.asyncProperty(department, async (generated) => {
        const { snapshot, amounts } = layOut(generated);
        const after = await filled(reduced(snapshot, amounts), values);
        expect(contentOf(after)).toEqual(contentOf(snapshot));
        const again = await fillWorkbook(after, { values });
        expect(again.patch.edits).toEqual([]);
      }),
      { numRuns: 30, seed: 2021 },
    );
  });

  test.each(Object.keys(DISGUISES) as DisguiseName[])('means the same: %s', async (name) => {
    await fc.assert(
      fc.asyncProperty(department, async (generated) => {
        const { snapshot, amounts } = layOut(generated);
        // Rows that have no label cannot be told apart once blank rows stand among them and the first is blank itself.
        const kept = name === 'rows put in' ? ['表八'] : [];
        const after = await filled(disguise(reduced(snapshot, amounts, kept), name).snapshot, false);
        expect(await meaningOf(after)).toEqual(await meaningOf(disguise(snapshot, name).snapshot));
      }),
      { numRuns: 6, seed: 2022 },
    );
  });

  test('as it is, nothing of it is filled', async () => {
    await fc.assert(
      fc.asyncProperty(department, async (generated) => {
        const { snapshot } = layOut(generated);
        const { patch, plan } = await fillWorkbook(snapshot);
        expect(patch.edits).toEqual([]);
        expect([plan.left, plan.conflicts]).toEqual([[], []]);
      }),
      { numRuns: 20, seed: 2023 },
    );
  });

  test('with all that agrees made formulas, it says the same and is not filled again', async () => {
    await fc.assert(
      fc.asyncProperty(department, async (generated) => {
        const { snapshot } = layOut(generated);
        const { patch, plan } = await fillWorkbook(snapshot, { agreeing: 'formula' });
        expect(plan.fills.every(({ agreed }) => agreed)).toBe(true);
        const after = recalculate(applied(snapshot, patch.edits));
        expect(contentOf(after)).toEqual(contentOf(snapshot));
        expect((await fillWorkbook(after, { agreeing: 'formula' })).patch.edits).toEqual([]);
      }),
      { numRuns: 20, seed: 2024 },
    );
  });
});
