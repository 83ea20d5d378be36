import type { CellRef } from '../../engine/snapshot/address';
import { a1 } from '../../engine/snapshot/address';
import type { Patch, Receipt } from '../../engine/snapshot/patch';
import type { Snapshot } from '../../engine/snapshot/snapshot';
import { applyPatch } from './apply-patch';
import { newMemory } from './memory';
import { readSnapshot } from './read-snapshot';
import type { ExcelRun } from './run';

/** The open workbook, as the rest of the product sees it. Refusals of Excel come as its errors: `problemOf` says what they mean. */
export interface ExcelHost {
  /** Everything the workbook holds, in two batches (three where flags of ours stand). */
  readSnapshot(): Promise<Snapshot>;
  /** Writes a patch and gives back what undoes it; throws PatchInterrupted where Excel stopped half way. */
  applyPatch(patch: Patch): Promise<Receipt>;
  /** Shows a cell and selects it, in one batch. */
  selectCell(cell: CellRef): Promise<void>;
  /**
   * Calls back when somebody (not this add-in) has changed cells; a hint, never the record: events get lost or late.
   * The function it gives back ends the watch.
   */
  watchChanges(changed: () => void): Promise<() => Promise<void>>;
}

/** The host of the workbook that `run` reaches. */
export function createExcelHost(run: ExcelRun): ExcelHost {
  const memory = newMemory();
  let writing = 0;
  return {
    readSnapshot: () => readSnapshot(run, memory),
    applyPatch: async (patch) => {
      writing++;
      try {
        return await applyPatch(run, memory, patch);
      } finally {
        writing--;
      }
    },
    selectCell: (cell) =>
      run(async (context) => {
        context.workbook.worksheets.getItem(cell.sheet).getRange(a1(cell)).select();
        await context.sync();
      }),
    watchChanges: (changed) =>
      run(async (context) => {
        const watch = context.workbook.worksheets.onChanged.add((event) => {
          // `triggerSource` came with ExcelApi 1.14; below it our own writes are known by their time.
          if (event.triggerSource !== 'ThisLocalAddin' && writing === 0) changed();
          return Promise.resolve();
        });
        await context.sync();
        return async () => {
          watch.remove();
          // A handler is removed through the context that added it.
          await watch.context.sync();
        };
      }),
  };
}
