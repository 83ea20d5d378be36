import type { Book } from '../book/book';
import type { Catalogue } from '../classification/catalogue';
import { hasLedgerHeader } from '../ledger/columns';
import type { Snapshot } from '../snapshot/snapshot';
import type { Steps } from '../steps/steps';
import { NO_LEDGER, type LedgerEvidence } from './evidence';
import type * as Reading from './ledger-evidence';

let reading: Pick<typeof Reading, 'ledgerEvidence' | 'heldAgainstLedger'> | undefined;

/** Loads what reads ledgers where a workbook has one: most that are checked have none, and a pane is to be there at once. */
export async function loadLedgerEvidence(snapshot: Snapshot): Promise<void> {
  if (reading === undefined && snapshot.sheets.some(hasLedgerHeader)) reading = await import('./ledger-evidence');
}

/** Holds the tables of a book against the ledger that stands beside them. */
export const ledgerEvidence = (snapshot: Snapshot, book: Book, catalogue: Catalogue): LedgerEvidence =>
  reading ? reading.ledgerEvidence(snapshot, book, catalogue) : NO_LEDGER;

/** Reads the ledger and holds each table against it, in steps: afterwards all of that is known and costs nothing. */
export function* heldAgainstLedger(snapshot: Snapshot, book: Book, catalogue: Catalogue): Steps<void> {
  if (reading) yield* reading.heldAgainstLedger(snapshot, book, catalogue);
}
