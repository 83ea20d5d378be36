import { checkSnapshot } from '../../src/commands/check';
import { fillWorkbook } from '../../src/commands/fill';
import { readAmount } from '../../src/engine/amount/read-amount';
import type { CellValue, Snapshot } from '../../src/engine/snapshot/snapshot';
import { normaliseText } from '../../src/engine/text/normalise';
import { valueAt } from '../fixtures/edit';
import { mended } from '../fixtures/sample';
import { placesIn } from '../fixtures/sample-amounts';
import { mendedFile, openFile, reducedFile, tableAmounts } from '../fixtures/sample-file';

// A busy machine must not fail a test.
jest.setTimeout(600_000);

/** The amount that a cell says; '' for a blank, which is not zero. */
function amount(value: CellValue): string {
  const reading = readAmount(value);
  return reading.kind === 'amount' ? reading.value.toFixed() : reading.kind === 'blank' ? '' : `? ${reading.raw}`;
}

const amountsOf = (snapshot: Snapshot): Readonly<Record<string, string>> =>
  Object.fromEntries(placesIn(tableAmounts).map((place) => [place, amount(valueAt(snapshot, place))]));

/** What stands in the columns of codes and names. */
const keysOf = (snapshot: Snapshot): Readonly<Record<string, string>> =>
  Object.fromEntries(
    placesIn({ 表二: ['A6:D9'], 表三: ['A7:D10'], 表五: ['A7:D10'], 表七: ['A6:E11'] }).map((place) => [
      place,
      normaliseText(String(valueAt(snapshot, place) ?? '')),
    ]),
  );

test('the mended file is the mended fixture', () => {
  expect(amountsOf(openFile(mendedFile()).snapshot)).toEqual(amountsOf(mended));
});

describe.each([
  ['formulas', false],
  ['amounts', true],
])('the mended tables, reduced to their lowest rows and filled with %s', (_, values) => {
  const reduced = reducedFile();
  const workbook = openFile(reduced);
  const filled = async () => {
    const { patch, plan, counts } = await fillWorkbook(workbook.snapshot, { values });
    const { bytes, receipt } = workbook.apply(patch);
    return { bytes, receipt, plan, counts };
  };

  test('are amount for amount the mended tables, and blank where these are', async () => {
    const { bytes, receipt, plan, counts } = await filled();
    expect(receipt.refused).toEqual([]);
    expect([plan.conflicts, plan.left]).toEqual([[], []]);
    expect(counts).toMatchObject({ inserts: 8, filled: 84 });
    const after = openFile(bytes).snapshot;
    expect(amountsOf(after)).toEqual(amountsOf(mended));
    expect(keysOf(after)).toEqual(keysOf(mended));
    const report = await checkSnapshot(after);
    expect(report.summary.error).toBe((await checkSnapshot(mended)).summary.error);
  });

  test('and no more the second time', async () => {
    const again = openFile((await filled()).bytes);
    const { patch } = await fillWorkbook(again.snapshot, { values });
    expect(patch.edits).toEqual([]);
    expect(again.apply(patch).receipt.undo.edits).toEqual([]);
  });

  test('and the undo gives back the file', async () => {
    const { bytes, receipt } = await filled();
    const undone = openFile(bytes).apply(receipt.undo);
    expect(undone.receipt.refused).toEqual([]);
    expect(openFile(undone.bytes).snapshot.sheets).toEqual(workbook.snapshot.sheets);
    const redone = openFile(undone.bytes).apply(undone.receipt.undo);
    expect(openFile(redone.bytes).snapshot.sheets).toEqual(openFile(bytes).snapshot.sheets);
  });
});

test('formulas are such as an accountant writes', async () => {
  const { plan } = await fillWorkbook(openFile(reducedFile()).snapshot);
  const formulas = Object.fromEntries(
    plan.fills.map(({ cell, formula }) => [`${cell.sheet}!${cell.row + 1},${cell.column}`, formula]),
  );
  expect(formulas).toMatchObject({
    '表一!6,1': 'SUM(B7:B9)',
    '表一!7,1': '表二!F19',
    '表一!6,3': '表三!E7',
    '表一!37,3': 'SUM(D6:D35)',
    '表四!6,4': '表五!E7',
    '表三!7,4': 'E8',
    '表三!8,4': 'SUM(E9:E10)',
    '表三!9,4': 'SUM(F9:G9)',
    '表六!29,4': 'SUM(E7:E26)',
    '表八!6,0': 'SUM(A7:A8)',
  });
  // Nothing but references and sums of references: no constant hides in one.
  for (const formula of Object.values(formulas))
    expect(formula).toMatch(/^(?:SUM\()?(?:表.!)?[A-Z]\d+(?::[A-Z]\d+)?(?:,[A-Z]\d+(?::[A-Z]\d+)?)*\)?$/);
});
