import fc from 'fast-check';
import { checkSnapshot } from '../../src/commands/check';
import { valueAt, withValues } from '../fixtures/edit';
import { department } from './department';
import { layOut } from './layout';
import { pointsAt } from './points-at';
import { SLIPS, slipped } from './slips';

describe('one slip in a workbook that agrees', () => {
  test('is found, whatever the cell and the slip', async () => {
    await fc.assert(
      fc.asyncProperty(department, fc.nat(), fc.constantFrom(...SLIPS), async (generated, pick, slip) => {
        const { snapshot, amounts } = layOut(generated);
        const candidates = amounts.flatMap((place) => {
          const value = slipped(valueAt(snapshot, place), slip);
          return value === undefined ? [] : [{ place, value }];
        });
        const chosen = candidates[pick % candidates.length];
        fc.pre(chosen !== undefined);
        if (!chosen) return;
        const report = await checkSnapshot(withValues(snapshot, { [chosen.place]: chosen.value }));
        expect({ ...chosen, slip, found: pointsAt(report, chosen.place) }).toEqual({ ...chosen, slip, found: true });
      }),
      { numRuns: 40, seed: 2021 },
    );
  });
});
