import type { MoneyUnit } from '../amount/reading';
import type { LedgerProblem } from '../ledger/problem';
import type { CellRef } from '../snapshot/address';
import type { Place, Quoted } from './places';

/** What the ledger's rows give for a figure: an amount in the money unit of the sentence, and the rows, none where it has nothing there. */
export interface LedgerSays {
  /** The name of the ledger's sheet. */
  readonly sheet: string;
  readonly amount: string;
  /** First and last of rows that follow each other, counted from 0. */
  readonly rows: readonly (readonly [number, number])[];
}

/** A figure of last year that says it is the ledger's, and what the ledger has there, both in 万元. */
export interface PriorApart {
  readonly cell: CellRef;
  readonly held: string;
  readonly told: string;
}

/** The facts of what is said of the tables and the ledger beside them. */
export interface FactsOfLedgers {
  /**
   * Typed figures that are not what the ledger beside the tables gives: one, or two of a table of which one has too much what the other has
   * too little. `also` other places are off by the same amount; differences are those of the cells against the ledger.
   */
  'ledger-differs': {
    readonly cells: readonly Quoted[];
    readonly says: readonly LedgerSays[];
    readonly differences: readonly string[];
    readonly also: readonly CellRef[];
    readonly moneyUnit: MoneyUnit;
  };
  /** Rows of the ledger that no table prints, though these list such. The place is that of the first of them in the ledger. */
  'ledger-row': {
    readonly place: Place;
    readonly number: string;
    readonly name: string;
    readonly says: LedgerSays;
    readonly tables: readonly string[];
    /** Rows of the tables that hold the same under a name that the ledger has not. */
    readonly renamed: readonly Place[];
    readonly also: readonly CellRef[];
    readonly moneyUnit: MoneyUnit;
  };
  /** Tables that are not of one state with the ledger beside them: so many of the places where either says something differ. */
  'ledger-apart': {
    readonly sheet: string;
    readonly tables: readonly string[];
    /** No table is left that is of its state. */
    readonly all: boolean;
    readonly differing: number;
    readonly compared: number;
  };
  /** Figures in the sheet of last year's (`sheet`) that say they are the ledger's, and are not. */
  'prior-differs': { readonly sheet: string; readonly ledger: string; readonly rows: readonly PriorApart[] };
  /**
   * A ledger beside the tables that they are not held against: where it, or the sheet of facts, says why not (`value`, and what the tables or
   * its own rows say `against` it), and `also` the other cells that would have to be mended.
   */
  'ledger-unused': {
    readonly sheet: string;
    readonly place: Place;
    readonly why: 'edition' | 'department' | 'year' | 'another' | LedgerProblem;
    readonly value: string;
    readonly against: string;
    readonly also: readonly CellRef[];
    /** Rows of which something could not be read, as first and last of those that follow each other: tables made from it lack them. */
    readonly leftOut: readonly (readonly [number, number])[];
  };
}
