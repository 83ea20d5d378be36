import type { Snapshot } from '../engine/snapshot/snapshot';

/** A name for a sheet of the tool's that no sheet of the user's bears: the wanted one, else with a number. */
export function freeName(snapshot: Snapshot, wanted: string): string {
  // Excel takes two names that differ only in case for one.
  const taken = new Set(snapshot.sheets.filter((sheet) => !sheet.ours).map((sheet) => sheet.name.toLowerCase()));
  for (let n = 1; ; n++) {
    const name = n === 1 ? wanted : `${wanted}${n}`;
    if (!taken.has(name.toLowerCase())) return name;
  }
}
