import type { Book } from '../book/book';
import type { Catalogue } from '../classification/catalogue';
import { meaningOf } from '../ledger/headers';
import type { Snapshot } from '../snapshot/snapshot';
import type { Steps } from '../steps/steps';
import { NO_LEDGER, type LedgerEvidence } from './evidence';
import type * as Reading from './ledger-evidence';

/** Headers stand in the first rows of a sheet. */
const HEADER_ROWS = 31;

let reading: Pick<typeof Reading, 'ledgerEvidence' | 'heldAgainstLedger'> | undefined;

/** Loads what reads ledgers where a workbook may have one: most that are checked have none, and a pane is to be there at once. */
export async function loadLedgerEvidence(snapshot: Snapshot): Promise<void> {
  if (reading === undefined && mayHaveLedger(snapshot)) reading = await import('./ledger-evidence');
}

const mayHaveLedger = ({ sheets }: Snapshot): boolean =>
  sheets.some(({ rows }) =>
    rows
      .slice(0, HEADER_ROWS)
      .some(({ cells }) =>
        cells.some(({ value }) => typeof value === 'string' && meaningOf(value, undefined)?.column === 'functional'),
      ),
  );

/** Holds the tables of a book against the ledger that stands beside them. */
export const ledgerEvidence = (snapshot: Snapshot, book: Book, catalogue: Catalogue): LedgerEvidence =>
  reading ? reading.ledgerEvidence(snapshot, book, catalogue) : NO_LEDGER;

/** Reads the ledger and holds each table against it, in steps: afterwards all of that is known and costs nothing. */
export function* heldAgainstLedger(snapshot: Snapshot, book: Book, catalogue: Catalogue): Steps<void> {
  if (reading) yield* reading.heldAgainstLedger(snapshot, book, catalogue);
}
