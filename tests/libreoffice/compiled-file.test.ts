import { checkSnapshot, recogniseBest } from '../../src/commands/check';
import { compileWorkbook } from '../../src/commands/compile';
import { figuresOf } from '../../src/engine/book/book';
import { placeOf } from '../fixtures/edit';
import { openFile, shippedLedger } from '../fixtures/sample-file';
import { cleanUp, isThere, saved, storedResults, withoutResults } from './recalculated';

afterAll(cleanUp);

(isThere ? describe : describe.skip)('a compiled file in LibreOffice', () => {
  test('comes to our amounts, to the last decimal, and reconciles', async () => {
    const ledger = openFile(shippedLedger());
    const result = await compileWorkbook(ledger.snapshot);
    if (!result.ok) throw new Error(result.because);
    const { bytes } = ledger.apply(result.patch);
    const recalculated = saved(withoutResults(bytes), 'compiled');
    const results = storedResults(recalculated);
    const best = await recogniseBest(openFile(bytes).snapshot);
    if (!best) throw new Error('nothing was recognised');
    const formulas = [...figuresOf(best.book)].filter(({ formula }) => formula !== undefined);
    expect(formulas.length).toBeGreaterThan(80);
    for (const { cell, value } of formulas)
      expect([placeOf(cell), results[placeOf(cell)]?.toPrecision(15)]).toEqual([
        placeOf(cell),
        value?.toNumber().toPrecision(15),
      ]);
    expect((await checkSnapshot(openFile(recalculated).snapshot)).summary.error).toBe(0);
  }, 120_000);
});
