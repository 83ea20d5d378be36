import type { Snapshot } from '../engine/snapshot/snapshot';

/** Whether a √ of ours stands anywhere in the workbook. */
export function hasTicks(snapshot: Snapshot): boolean {
  return snapshot.sheets.some((sheet) => !sheet.ours && sheet.flags.some(({ severity }) => severity === 'agreed'));
}
