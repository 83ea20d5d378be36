import type { Snapshot } from '../../engine/snapshot/snapshot';

/** How many cells of the workbook bear a flag of ours. */
export function flaggedCells(snapshot: Snapshot): number {
  let count = 0;
  for (const sheet of snapshot.sheets) {
    for (const { areas } of sheet.flags) {
      for (const { top, left, bottom, right } of areas) count += (bottom - top + 1) * (right - left + 1);
    }
  }
  return count;
}
