import type { Edit, Patch } from '../engine/snapshot/patch';
import type { Snapshot } from '../engine/snapshot/snapshot';
import { markEdits } from './flags';
import { isWorkSheet } from './own-sheets';
import { findingsSheetsIn, remarksIn } from './remarks';

/** What takes the marks away, and which sheets stay because somebody wrote into them. */
export interface Removal {
  readonly patch: Patch;
  readonly kept: readonly string[];
}

/**
 * Takes away all flags, notes and lists of ours. A sheet of findings with a remark in it stays, and so do the sheets in which people
 * work: nobody's words are thrown away.
 */
export function removalPatch(snapshot: Snapshot): Removal {
  const kept = findingsSheetsIn(snapshot)
    .filter((sheet) => remarksIn(sheet).length > 0)
    .map((sheet) => sheet.name);
  const removed = snapshot.sheets.filter((sheet) => sheet.ours && !kept.includes(sheet.name) && !isWorkSheet(sheet));
  return {
    kept,
    patch: {
      for: snapshot.stamp,
      command: 'remove-annotations',
      edits: [...markEdits(snapshot, []), ...removed.map((sheet): Edit => ({ do: 'removeSheet', sheet: sheet.name }))],
    },
  };
}
