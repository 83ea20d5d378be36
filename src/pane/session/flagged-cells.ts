import type { Snapshot } from '../../engine/snapshot/snapshot';

/** How many cells of the workbook's own sheets bear a flag of ours; in those of the tool they belong there. */
export function flaggedCells(snapshot: Snapshot): number {
  let count = 0;
  for (const sheet of snapshot.sheets) {
    if (sheet.ours) continue;
    for (const { areas } of sheet.flags) {
      for (const { top, left, bottom, right } of areas) count += (bottom - top + 1) * (right - left + 1);
    }
  }
  return count;
}
