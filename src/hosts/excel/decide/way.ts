import type { Patch } from '../../../engine/snapshot/patch';
import type { Sighting } from '../look/look';
import type { Journal } from '../write/journal';
import { applicationOf } from '../write/journal';
import type { RowWork } from './decide-rows';
import { NO_ROW_WORK } from './decide-rows';
import { progressOf } from './progress';
import { doneAmong, rowOperations } from './row-operations';

/**
 * How a patch is gone about. `fresh`: it is a command's, or takes back one that is complete. `goesOn`: it finishes, or takes back,
 * an application that stopped half way and whose journal stands in the workbook.
 */
export type Way =
  { readonly kind: 'fresh' } | { readonly kind: 'goesOn'; readonly journal: Journal; readonly back: boolean };

export function wayOf(patch: Patch, sighting: Sighting, unfinished: Journal | undefined): Way {
  const application = applicationOf(patch);
  const { journal } = sighting;
  if (!application || journal?.id !== application.id || journal.state !== 'writing') return { kind: 'fresh' };
  // What was too long to be kept in the workbook, the pane that wrote it still knows.
  const patches = journal.patches ?? (unfinished?.id === journal.id ? unfinished.patches : undefined);
  return { kind: 'goesOn', journal: { ...journal, ...(patches ? { patches } : {}) }, back: application.way === 'undo' };
}

/** What is to be done to the rows of one sheet, and whether its cells stand where the patch says. */
export interface SheetWay {
  readonly rows: RowWork;
  /**
   * `all`: the cells of the patch are where it says once its insertions have happened. `untouched`: they have not been written yet,
   * or have all been; either way there is nothing to do. `unclear`: somebody has moved rows since it stopped.
   */
  readonly cells: 'all' | 'untouched' | 'unclear';
}

export function sheetWay(patch: Patch, sheet: string, way: Way, sighting: Sighting): SheetWay {
  if (way.kind === 'fresh') return { rows: workOf(patch, sheet), cells: 'all' };
  const began = way.journal.patches?.rest;
  const operations = began ? rowOperations(began, sheet) : [];
  if (operations.length === 0) return { rows: workOf(patch, sheet), cells: 'all' };
  const seen = sighting.sheet(sheet);
  const done = seen.state === 'there' ? doneAmong(operations, seen.facts.names) : [];
  if (!done) return { rows: NO_ROW_WORK, cells: 'unclear' };
  const putsIn = operations[0]?.edit.do === 'insertRows';
  const isDone = new Set(done.map(({ operation }) => operation.witness));
  if (!way.back) {
    const left = operations.filter(({ witness }) => !isDone.has(witness)).map((operation) => ({ operation }));
    // Rows are put in before anything else is written, and taken out after it.
    // Once a cell has been written, all rows have got their looks before.
    const bare = progressOf(patch, sighting).written > 0 ? [] : done.slice(-1);
    if (putsIn) return { rows: { insertions: left, deletions: [], bare }, cells: 'all' };
    return { rows: { insertions: [], deletions: left }, cells: done.length > 0 ? 'untouched' : 'all' };
  }
  const back = done.map((one) => ({ operation: one.operation, back: one }));
  if (putsIn) {
    const complete = done.length === operations.length;
    return { rows: { insertions: [], deletions: back }, cells: complete ? 'all' : 'untouched' };
  }
  return { rows: { insertions: back, deletions: [] }, cells: 'all' };
}

function workOf(patch: Patch, sheet: string): RowWork {
  const items = rowOperations(patch, sheet).map((operation) => ({ operation }));
  return {
    insertions: items.filter(({ operation }) => operation.edit.do === 'insertRows'),
    deletions: items.filter(({ operation }) => operation.edit.do === 'deleteRows'),
  };
}
