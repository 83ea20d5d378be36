import type { Catalogue } from '../classification/catalogue';
import type { ResolvedEdition } from '../edition/resolve';
import type { Finding } from '../finding/finding';
import type { Member } from '../scope/scope';
import type { Area } from '../snapshot/address';
import type { SheetSnapshot } from '../snapshot/snapshot';
import type { LedgerHeader } from './columns';
import type { LedgerRow } from './ledger';
import type { Meanings } from './meanings';

/** Where the rows of a ledger stand, and by what they are read. */
export interface RowsToRead {
  readonly sheet: SheetSnapshot;
  readonly header: LedgerHeader;
  readonly edition: ResolvedEdition;
  readonly catalogue: Catalogue;
  /** The year whose codes count. */
  readonly year: number;
  /** It is last year's ledger: amounts of its own year are all that counts. */
  readonly isBefore: boolean;
}

/** What the rows of a ledger say. */
export interface RowsRead {
  readonly rows: readonly LedgerRow[];
  /** How each of their projects was written first. */
  readonly projectSpellings: ReadonlyMap<Member, string>;
  /** What is to be said of rows, in the order in which each was met. */
  readonly findings: readonly Finding[];
  /** Merged areas that spoke for rows below their first one. */
  readonly filledDown: readonly Area[];
  /** By which the rows were numbered. */
  readonly meanings: Meanings;
}
