import type { Book } from '../book/book';
import type { Catalogue } from '../classification/catalogue';
import type { Snapshot } from '../snapshot/snapshot';
import type { Steps } from '../steps/steps';
import { NO_LEDGER, type LedgerEvidence } from './evidence';
import { formsAgainstLedger } from './forms-against-ledger';
import { ledgerBeside, ledgerBesideInSteps } from './standing-ledger';
import { tableAgainstLedger, type TableAgainstLedger } from './table-against-ledger';

/** Where more than half differ, and not just a few, the tables are of another state: filled in by hand, or the ledger was changed since. */
const MORE_THAN = 2;
const FEW_OF_TABLE = 3;
const FEW_OF_ALL = 7;
/** Where nothing agrees two places are hardly a chance. */
const FEW_OF_NONE = 2;

/** Holds the tables of a book against the ledger that stands beside them. */
export function ledgerEvidence(snapshot: Snapshot, book: Book, catalogue: Catalogue): LedgerEvidence {
  const { standing: ledger, unused } = ledgerBeside(snapshot, book, catalogue);
  if (!ledger) return unused ? { ...NO_LEDGER, unused } : NO_LEDGER;
  const all = book.tables.map((table) => tableAgainstLedger(table, ledger));
  const isAllApart = isApartAltogether(all);
  const isApart = (one: Pick<TableAgainstLedger, 'apart' | 'compared'>): boolean =>
    isAllApart ? one.compared > 0 : one.apart > FEW_OF_TABLE && one.apart * MORE_THAN > one.compared;
  const tables = isAllApart ? [] : all.filter((one) => !isApart(one));
  const forms = formsAgainstLedger(book.forms, ledger);
  const isOfState = tables.length > 0 && !isApart(forms);
  return {
    ledger,
    unused: undefined,
    tables,
    ...(isOfState ? { forms } : {}),
    apart: all.filter(isApart),
    ...(isApart(forms) ? { formsApart: forms } : {}),
    differing: new Map(
      [...tables, ...(isOfState ? [forms] : [])].flatMap(({ differing }) =>
        differing.map((one) => [one.figure, one] as const),
      ),
    ),
    // What a form says right is right whatever the other forms say.
    agrees: (figure) =>
      tables.some(({ agreeing }) => agreeing.has(figure)) || (tables.length > 0 && forms.agreeing.has(figure)),
  };
}

/** Reads the ledger and holds each table and the forms against it, in steps: afterwards all of that is known and costs nothing. */
export function* heldAgainstLedger(snapshot: Snapshot, book: Book, catalogue: Catalogue): Steps<void> {
  const { standing: ledger } = yield* ledgerBesideInSteps(snapshot, book, catalogue);
  if (!ledger) return;
  for (const table of book.tables) {
    yield;
    tableAgainstLedger(table, ledger);
  }
  yield;
  formsAgainstLedger(book.forms, ledger);
}

function isApartAltogether(all: readonly TableAgainstLedger[]): boolean {
  const apart = all.reduce((sum, one) => sum + one.apart, 0);
  const compared = all.reduce((sum, one) => sum + one.compared, 0);
  if (apart === compared) return apart > FEW_OF_NONE;
  return apart > FEW_OF_ALL && apart * MORE_THAN > compared;
}
