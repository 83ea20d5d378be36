import type { Area } from '../../engine/snapshot/address';
import type { Snapshot } from '../../engine/snapshot/snapshot';
import type { Parts } from './parts';
import type { ReadingContext, SheetContent } from './read-sheet';
import type { WorkbookContent } from './read-workbook';
import type { ZipEntry } from './zip-read';

/** An opened file: its parts, and what was read out of them. */
export interface OpenedBook {
  readonly parts: Parts;
  readonly workbook: WorkbookContent;
  readonly context: ReadingContext;
  /** Areas of array formulas and data tables, by sheet. */
  readonly arrays: ReadonlyMap<string, readonly Area[]>;
  readonly snapshot: Snapshot;
  /** What was read of each sheet, by its part's path: where the part is found again unchanged, it need not be read again. */
  readonly sheets: ReadonlyMap<string, ReadSheet>;
}

/** A sheet's part, and what it holds. */
export interface ReadSheet {
  readonly entry: ZipEntry;
  readonly content: SheetContent;
}
