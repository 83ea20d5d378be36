import type { CellRef } from '../../engine/snapshot/address';
import type { Patch, Receipt } from '../../engine/snapshot/patch';
import type { Snapshot } from '../../engine/snapshot/snapshot';
import { cleanUp, unfinishedIn } from './clean-up';
import type { Unfinished } from './clean-up';
import type { ChangeHint, EndWatch, SelectionHint } from './events';
import { watchChanges, watchSelection } from './events';
import { Memory } from './memory';
import { readSnapshot } from './read/read-snapshot';
import type { ReadWish } from './read/read-snapshot';
import type { ExcelClient, ExcelRun } from './run';
import { activeCell, selectCell } from './selection';

/** The open workbook, as the rest of the product sees it. Refusals of Excel come as its errors: `problemOf` says what they mean. */
export interface ExcelHost {
  /**
   * Everything the workbook holds: in two batches the first time, in one later on (one more where flags of ours stand whose places
   * are not known, and as many as it takes where it is too big for one answer).
   */
  readSnapshot(wish?: ReadWish): Promise<Snapshot>;
  /**
   * Writes a patch and gives back what undoes it; throws PatchInterrupted where Excel stopped half way, and what Excel says where
   * nothing was written. A receipt's undo leaves alone what somebody has changed since.
   */
  applyPatch(patch: Patch): Promise<Receipt>;
  /**
   * What an application left half done that stopped and was never finished, by this pane or one before it; as of the last reading.
   * `undo` and `rest` are patches like any other: the one takes back what has been written, the other writes what has not.
   */
  unfinished(): Unfinished | undefined;
  /**
   * Takes away what such an application left that nobody sees: its journal, hidden names, rules that say nothing. What it has written
   * stays as it is; flags and sheets of ours go by a patch. In two batches; nothing is written where there is nothing.
   */
  cleanUp(): Promise<void>;
  /** Shows a cell and selects it, in one batch. */
  selectCell(cell: CellRef): Promise<void>;
  /** The cell that has the focus, in one batch. */
  activeCell(): Promise<CellRef>;
  /**
   * Calls back when somebody (not this add-in) has changed the workbook; a hint, never the record, and several for one change: the
   * caller waits for a pause. The function it gives back ends the watch.
   */
  watchChanges(changed: (hint: ChangeHint) => void): Promise<EndWatch>;
  /** Calls back when somebody has selected other cells. */
  watchSelection(selected: (hint: SelectionHint) => void): Promise<EndWatch>;
  /** The name of the sheet of an id, as of the last reading. */
  sheetName(id: string): string | undefined;
}

export type { Unfinished } from './clean-up';

/** The host of the workbook that `run` reaches. `supports` says which ExcelApi sets the client has; without it only the lowest. */
export function createExcelHost(run: ExcelRun, supports: ExcelClient['supports'] = () => false): ExcelHost {
  const client: ExcelClient = { run, supports };
  const memory = new Memory();
  let writing = 0;
  const whileWriting = async <Result>(write: () => Promise<Result>): Promise<Result> => {
    writing++;
    try {
      return await write();
    } finally {
      writing--;
    }
  };
  return {
    readSnapshot: (wish) => readSnapshot(client, memory, wish),
    applyPatch: (patch) =>
      whileWriting(async () => {
        // Loaded when something is written for the first time: whoever only looks does not wait for it.
        const { applyPatch } = await import('./apply-patch');
        return applyPatch(client, memory, patch);
      }),
    unfinished: () => unfinishedIn(memory),
    cleanUp: () => whileWriting(() => cleanUp(client, memory)),
    selectCell: (cell) => selectCell(run, cell),
    activeCell: () => activeCell(run),
    watchChanges: (changed) => watchChanges(run, () => writing > 0, changed),
    watchSelection: (selected) => watchSelection(run, selected),
    sheetName: (id) => memory.sheets?.find((sheet) => sheet.id === id)?.name,
  };
}
