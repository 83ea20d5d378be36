import { equationsSheet } from '../../src/commands/equations-sheet';
import { a1 } from '../../src/engine/snapshot/address';
import { sheetNamed } from '../../src/engine/snapshot/snapshot';
import { openFile, sampleFile } from '../fixtures/sample-file';
import { texts } from '../hosts/xlsx/opened';
import { cleanUp, isThere, saved, storedResults, withoutResults } from './recalculated';

afterAll(cleanUp);

/** The texts that a file itself gives for its formulas, in its last sheet. */
function storedTexts(bytes: Uint8Array): ReadonlyMap<string, string> {
  const parts = texts(bytes);
  const last = openFile(bytes).snapshot.sheets.length;
  return new Map(
    [
      ...(parts[`xl/worksheets/sheet${last}.xml`] ?? '').matchAll(
        /<c r="([A-Z]+\d+)"[^>]*t="str"[^>]*><f[^>]*>[^<]*<\/f><v[^>]*>([^<]*)<\/v>/g,
      ),
    ].map(([, at = '', text = '']) => [at, text.replaceAll('&quot;', '"')] as const),
  );
}

(isThere ? describe : describe.skip)('the sheet of equations in LibreOffice', () => {
  test('comes to our sums, our results and our counts', async () => {
    const workbook = openFile(sampleFile);
    const made = await equationsSheet(workbook.snapshot, 'zh-CN');
    const { bytes } = workbook.apply(made!.patch);
    const sheet = sheetNamed(openFile(bytes).snapshot, '勾稽表')!;
    const recalculated = saved(withoutResults(bytes), 'equations');
    const [numbers, said] = [storedResults(recalculated), storedTexts(recalculated)];
    let compared = 0;
    for (const edit of made!.patch.edits) {
      if (edit.do !== 'drawSheet') continue;
      for (const [row, { cells }] of edit.sheet.rows.entries()) {
        for (const { column, formula, value } of cells) {
          if (formula === undefined) continue;
          compared++;
          const at = a1({ row, column });
          const theirs = typeof value === 'number' ? numbers[`${sheet.name}!${at}`]?.toFixed(6) : said.get(at);
          expect([at, theirs]).toEqual([at, typeof value === 'number' ? value.toFixed(6) : value]);
        }
      }
    }
    expect(compared).toBeGreaterThan(900);
  }, 180_000);
});
