import type { OwnSheet } from '../../engine/snapshot/patch';
import type { CellFlag } from '../../engine/snapshot/snapshot';

/**
 * Where the rules of ours stood when they were last seen, by their id. Rules do not say where they stand without a batch
 * of its own; within one command (read, then write) what was just read saves that batch.
 */
export interface FlagMemory {
  remember(id: string, flag: CellFlag): void;
  recall(id: string): CellFlag | undefined;
}

/** What one opened pane knows of the workbook beyond the workbook itself. Lost with the pane, without harm. */
export interface HostMemory extends FlagMemory {
  /** Sheets of ours as they were last written, so that replacing or removing one can be undone. */
  readonly ownSheets: Map<string, OwnSheet>;
}

export function newMemory(): HostMemory {
  const flags = new Map<string, CellFlag>();
  return {
    remember: (id, flag) => void flags.set(id, flag),
    recall: (id) => flags.get(id),
    ownSheets: new Map(),
  };
}
