import type { MoneyUnit } from '../amount/reading';
import type { CellRef } from '../snapshot/address';

/** Where a row stands that a table lacks, and the amount there. */
export interface RowHolder {
  readonly cell: CellRef;
  readonly table: string;
  /** It is a form, told by its sheet. */
  readonly form: boolean;
  readonly amount: string;
}

/**
 * A row that other tables have and that a table lacks, which comes out with it: what it would hold in all, and in its columns. Of a
 * project the code is that of its row; a row that has a label alone has none ('').
 */
export interface RowLacked {
  readonly table: string;
  readonly number: string;
  readonly name: string;
  readonly amount: string;
  readonly columns: readonly { readonly name: string; readonly amount: string }[];
  readonly has: readonly RowHolder[];
  readonly moneyUnit: MoneyUnit;
}
