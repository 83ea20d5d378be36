import type { MoneyUnit } from '../amount/reading';
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

/**
 * The facts of every kind of finding, by code: what the catalogue of strings needs to say it in words.
 * A new kind is a new line here; the compiler then asks every catalogue for its words.
 */
export interface FactsByCode {
  /** A whole and its parts, within one table: `whole` holds `actual`, the parts sum to `parts`. */
  'parts-differ': { readonly whole: Quoted; readonly parts: string; readonly count: number; readonly names: readonly string[]; readonly difference: string; readonly moneyUnit: MoneyUnit };
  /** Two figures of the same scope that do not agree. */
  'same-differ': { readonly first: Quoted; readonly second: Quoted; readonly difference: string; readonly moneyUnit: MoneyUnit };
}

export type FactsCode = keyof FactsByCode;

/** Discriminated by `code`. */
export type FindingFacts = { [Code in FactsCode]: { readonly code: Code } & FactsByCode[Code] }[FactsCode];
