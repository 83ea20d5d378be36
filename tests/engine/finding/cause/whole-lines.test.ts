import { checkSnapshot } from '../../../../src/commands/check';
import { entriesOf } from '../../../../src/commands/entries';
import { entrySentence } from '../../../../src/commands/entry-words';
import { fixPatch } from '../../../../src/commands/fix';
import { readAmount } from '../../../../src/engine/amount/read-amount';
import { a1 } from '../../../../src/engine/snapshot/address';
import type { CellValue, Snapshot } from '../../../../src/engine/snapshot/snapshot';
import { placeOf, valueAt, withValues } from '../../../fixtures/edit';
import { mended } from '../../../fixtures/sample';

/** The amounts of some cells, `factor` times as large. */
function scaled(sheet: string, columns: string, rows: readonly number[], factor: number): Snapshot {
  const cells = [...columns].flatMap((column) => rows.map((row) => `${sheet}!${column}${row}`));
  return withValues(
    mended,
    Object.fromEntries(
      cells.flatMap((place): [string, CellValue][] => {
        const reading = readAmount(valueAt(mended, place));
        return reading.kind === 'amount' && !reading.value.isZero()
          ? [[place, reading.value.times(factor).toNumber()]]
          : [];
      }),
    ),
  );
}

/** Two rows with what stands in some columns exchanged. */
function exchanged(sheet: string, columns: string, [here, there]: readonly [number, number]): Snapshot {
  const at = (column: string, row: number): string => `${sheet}!${column}${row}`;
  return withValues(
    mended,
    Object.fromEntries(
      [...columns].flatMap((column) => [
        [at(column, here), valueAt(mended, at(column, there))],
        [at(column, there), valueAt(mended, at(column, here))],
      ]),
    ),
  );
}

const rowsTo = (last: number): readonly number[] => Array.from({ length: last - 6 }, (_, index) => index + 7);

/** What is said beyond what is said of the sound workbook. */
async function saidOf(snapshot: Snapshot): Promise<readonly string[]> {
  const said = async (of: Snapshot): Promise<readonly string[]> =>
    entriesOf(await checkSnapshot(of))
      .filter(({ severity }) => severity !== 'note')
      .map((entry) => entrySentence(entry, 'zh-CN'));
  const before = new Set(await said(mended));
  return (await said(snapshot)).filter((sentence) => !before.has(sentence));
}

describe('what was typed in 元 is one finding', () => {
  test.each<readonly [string, Snapshot, RegExp]>([
    ['a table that one sum alone compares', scaled('表六', 'DEF', rowsTo(29), 10000), /^表六全表疑似以元填列/],
    ['a table', scaled('表五', 'EFG', rowsTo(24), 10000), /^表五全表疑似以元填列/],
    ['a column', scaled('表六', 'E', rowsTo(29), 10000), /^表六“人员经费”一列疑似以元填列：\d+格都是应有数的10000倍/],
  ])('%s', async (_, snapshot, sentence) => {
    expect(await saidOf(snapshot)).toEqual([expect.stringMatching(sentence)]);
  });

  test('a column is mended as it was', async () => {
    const snapshot = scaled('表六', 'E', rowsTo(29), 10000);
    const { changes } = fixPatch(snapshot, await checkSnapshot(snapshot), { language: 'zh-CN' });
    expect(changes.length).toBeGreaterThan(3);
    for (const { cell, to } of changes) {
      const before = readAmount(valueAt(mended, placeOf(cell)));
      expect([a1(cell), to]).toEqual([a1(cell), before.kind === 'amount' ? before.value.toNumber() : undefined]);
    }
  });

  test('one amount is a slip of its own', async () => {
    expect(await saidOf(scaled('表六', 'E', [7], 10000))).toEqual([expect.stringContaining('疑似金额单位写错')]);
  });
});

describe('rows whose amounts were exchanged are one finding', () => {
  test('where sums tell', async () => {
    expect(await saidOf(exchanged('表三', 'EFG', [9, 10]))).toEqual([
      expect.stringMatching(
        /^表三第9行“.+”和第10行“.+”的金额疑似整行写反（共6格）：“合计”现为.+和.+万元，应为.+和.+。$/,
      ),
    ]);
  });

  test('where codes tell', async () => {
    expect(await saidOf(exchanged('表六', 'DEF', [8, 12]))).toEqual([
      expect.stringMatching(
        /^表六第8行“住房公积金”（54\.60，列在“公用经费”）和第12行“差旅费”（74\.25，列在“人员经费”）的金额疑似整行写反，应为74\.25和54\.60万元/,
      ),
    ]);
  });
});
