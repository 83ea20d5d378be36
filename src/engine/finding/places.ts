import type { CellRef } from '../snapshot/address';

/** A place in words: the table's short name, the row's name, the column's header. */
export interface Place {
  readonly cell: CellRef;
  /** `表三`. */
  readonly table: string;
  /** As it stands in the row, brackets of the platform taken off; undefined where the row has no name. */
  readonly row?: string;
  readonly column?: string;
}

/** A figure in a sentence: where it stands and what it says (plain decimal), undefined for a blank. */
export interface Quoted extends Place {
  readonly amount?: string;
}
