import type { Area } from '../../engine/snapshot/address';
import type { Snapshot } from '../../engine/snapshot/snapshot';
import type { Parts } from './parts';
import type { ReadingContext } from './read-sheet';
import type { WorkbookContent } from './read-workbook';

/** An opened file: its parts, and what was read out of them. */
export interface OpenedBook {
  readonly parts: Parts;
  readonly workbook: WorkbookContent;
  readonly context: ReadingContext;
  /** Areas of array formulas and data tables, by sheet. */
  readonly arrays: ReadonlyMap<string, readonly Area[]>;
  readonly snapshot: Snapshot;
}
