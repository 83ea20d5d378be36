import { readReasons } from '../../engine/asked/read-reasons';
import type { Snapshot } from '../../engine/snapshot/snapshot';

/** How many rows of the sheet of reasons are not answered; none where there is no such sheet. */
export function openReasons(snapshot: Snapshot): number {
  return readReasons(snapshot).rows.filter(({ about, reason }) => about !== '' && reason === undefined).length;
}
