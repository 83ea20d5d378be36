import type { CellValue } from '../../../src/engine/snapshot/snapshot';
import type { Place } from '../../fixtures/edit';
import type { SheetLines } from '../../notation';

export type Sheets = Readonly<Record<string, SheetLines>>;

/** The smallest workbook that a check finds something in, and its smallest mending. */
export interface CheckExample {
  readonly wrong: Sheets;
  /** Values of the wrong workbook that its lines cannot say (more decimals than are shown). */
  readonly stored?: Readonly<Record<Place, CellValue>>;
  /** Values to write (null: take away). */
  readonly mend?: Readonly<Record<Place, CellValue>>;
  /** The mended workbook, where writing values does not do it: another header, another sheet. */
  readonly mended?: Sheets;
  /** How it is mended, in words, where `mended` says it less well. */
  readonly how?: string;
  /** The sheets that the page shows, where not those of the findings and of the mending. */
  readonly shows?: readonly string[];
  /** xinjiang-2021 unless said. */
  readonly edition?: string;
}

export type Examples = Readonly<Record<string, CheckExample>>;
