import type { CellFlag, Snapshot } from '../../engine/snapshot/snapshot';

/** How many cells of the workbook's own sheets bear a flag or a √ of ours; in those of the tool they belong there. */
export function flaggedCells(snapshot: Snapshot): number {
  return cellCountOf(flagsIn(snapshot));
}

/** The same without the √. */
export function markedCells(snapshot: Snapshot): number {
  return cellCountOf(flagsIn(snapshot).filter(({ severity }) => severity !== 'agreed'));
}

function flagsIn(snapshot: Snapshot): readonly CellFlag[] {
  return snapshot.sheets.flatMap(({ ours, flags }) => (ours ? [] : flags));
}

/** How many cells flags stand on. */
export function cellCountOf(flags: readonly CellFlag[]): number {
  let count = 0;
  for (const { areas } of flags)
    for (const { top, left, bottom, right } of areas) count += (bottom - top + 1) * (right - left + 1);
  return count;
}
