import { cellKey } from '../../engine/snapshot/address';
import { isCellEdit, type CellEdit } from '../../engine/snapshot/edits';
import type { Patch } from '../../engine/snapshot/patch';

/**
 * What takes back two writes into the same cells at once: it brings back what stood there before the first, and expects what the second
 * has left. Undefined where they have no cell in common, or where one of them wrote more than single cells.
 */
export function mergeUndo(first: Patch, second: Patch): Patch | undefined {
  const [earlier, later] = [first.edits.filter(isCellEdit), second.edits.filter(isCellEdit)];
  if (earlier.length < first.edits.length || later.length < second.edits.length) return undefined;
  const before = new Map(earlier.map((edit) => [cellKey(edit.at), edit]));
  if (!later.some(({ at }) => before.has(cellKey(at)))) return undefined;
  const both = later.map((edit): CellEdit => {
    const one = before.get(cellKey(edit.at));
    if (!one) return edit;
    const { expects, format } = edit;
    return { ...one, ...(expects ? { expects } : {}), ...(one.format || !format ? {} : { format }) };
  });
  const written = new Set(later.map(({ at }) => cellKey(at)));
  return { ...second, edits: [...both, ...earlier.filter(({ at }) => !written.has(cellKey(at)))] };
}
