import { inflateSync, strFromU8, strToU8 } from 'fflate';
import type { Patch } from '../../../engine/snapshot/patch';
import { isRecord } from '../api/record';

/** The patches of a journal as it is kept; undefined where they can no longer be carried out. */
export function unpacked(data: string): { readonly rest: Patch; readonly undo: Patch } | undefined {
  try {
    const patches: unknown = JSON.parse(strFromU8(inflateSync(strToU8(atob(data), true))));
    return isRecord(patches) && isPatch(patches['rest']) && isPatch(patches['undo'])
      ? { rest: patches['rest'], undo: patches['undo'] }
      : undefined;
  } catch {
    // Cut off, or of another make: it can no longer be carried out, which is what its absence says.
    return undefined;
  }
}

function isPatch(value: unknown): value is Patch {
  return isRecord(value) && typeof value['for'] === 'string' && Array.isArray(value['edits']);
}
