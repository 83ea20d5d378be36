import { removalPatch } from '../../commands/remove-marks';
import type { Snapshot } from '../../engine/snapshot/snapshot';

/** Whether clearing marks would take anything away: a flag, a note, a list of ours. */
export function hasMarks(snapshot: Snapshot): boolean {
  return removalPatch(snapshot).patch.edits.length > 0;
}
