import { checkSnapshot } from '../../src/commands/check';
import type { Snapshot } from '../../src/engine/snapshot/snapshot';
import { valueAt, withValues, type Place } from '../fixtures/edit';
import { mended } from '../fixtures/sample';
import { amountAreas, namelessAreas, placesIn } from '../fixtures/sample-amounts';
import { pointsAt } from './points-at';
import { SLIPS, slipped, type Slip } from './slips';

// Every cell with every slip takes minutes (EVERY_SLIP=1). Without, each cell gets some, so that each slip comes up in each table.
const EVERY_SLIP = process.env['EVERY_SLIP'] === '1';
const SLIPS_A_CELL = 3;

function slipsFor(workbook: Snapshot, place: Place, index: number, only: readonly Slip[]) {
  const possible = only.flatMap((slip) => {
    const value = slipped(valueAt(workbook, place), slip);
    return value === undefined ? [] : [{ slip, value }];
  });
  // A blank cell has two: something typed into it, or words.
  const most = EVERY_SLIP ? possible.length : possible.length <= 2 ? 1 : SLIPS_A_CELL;
  return possible
    .map((_one, offset) => possible[(index * most + offset) % possible.length] ?? { slip: 'typed', value: 12.5 })
    .slice(0, most);
}

/** The slips of which the check says nothing. */
async function unnoticed(
  workbook: Snapshot,
  places: readonly Place[],
  only: readonly Slip[] = SLIPS,
): Promise<readonly string[]> {
  const missed: string[] = [];
  for (const [index, place] of places.entries()) {
    for (const { slip, value } of slipsFor(workbook, place, index, only)) {
      const report = await checkSnapshot(withValues(workbook, { [place]: value }), { edition: 'xinjiang-2021' });
      if (!pointsAt(report, place)) missed.push(`${place} ${slip}: ${String(value)}`);
    }
  }
  return missed;
}

const sheetsOf = (areas: Readonly<Record<string, readonly string[]>>) =>
  Object.entries(areas).map(([sheet, list]) => [sheet, placesIn({ [sheet]: list })] as const);

describe('every cell of the mended sample, with a slip in it', () => {
  test.each(sheetsOf(amountAreas))('%s: each is found', async (_sheet, places) => {
    expect(places.length).toBeGreaterThan(0);
    expect(await unnoticed(mended, places)).toEqual([]);
  });

  test.each(sheetsOf(namelessAreas))('%s: an amount in a row that says nothing is found', async (_sheet, places) => {
    expect(await unnoticed(mended, places, ['typed'])).toEqual([]);
  });
});
