import type { Figure } from '../book/book';
import type { FormsAgainstLedger } from './forms-against-ledger';
import type { StandingLedger } from './standing-ledger';
import type { UnusedLedger } from './unused-ledger';
import type { AgainstLedger } from './against-ledger';
import type { TableAgainstLedger } from './table-against-ledger';

/** What the ledger beside the tables says for and against their figures. */
export interface LedgerEvidence {
  /** Undefined where there is none that can be relied on. */
  readonly ledger: StandingLedger | undefined;
  /** The one that there is and that nothing can be said by. */
  readonly unused: UnusedLedger | undefined;
  /** The tables that are of one state with it. */
  readonly tables: readonly TableAgainstLedger[];
  /** The performance tables, where they are as well. */
  readonly forms?: FormsAgainstLedger;
  /** Those that are not: nothing is said of their figures one by one. */
  readonly apart: readonly TableAgainstLedger[];
  readonly formsApart?: FormsAgainstLedger;
  /** Typed figures of those of one state that say another amount than the ledger. */
  readonly differing: ReadonlyMap<Figure, AgainstLedger>;
  /** Whether a typed figure says just what the ledger gives. */
  readonly agrees: (figure: Figure) => boolean;
}

export const NO_LEDGER: LedgerEvidence = {
  ledger: undefined,
  unused: undefined,
  tables: [],
  apart: [],
  differing: new Map(),
  agrees: () => false,
};
