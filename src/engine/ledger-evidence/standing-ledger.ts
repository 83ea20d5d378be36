import { aboutOf, readFacts } from '../asked/read-facts';
import type { Book } from '../book/book';
import type { Catalogue } from '../classification/catalogue';
import type { ResolvedEdition } from '../edition/resolve';
import { hasLedgerHeader } from '../ledger/columns';
import type { Ledger } from '../ledger/ledger';
import { ledgerSource } from '../ledger/ledger-source';
import { lineItems } from '../ledger/line-items';
import type { LedgerProblem } from '../ledger/problem';
import { readLedgerInSteps } from '../ledger/read';
import type { Member } from '../scope/scope';
import type { SheetSnapshot, Snapshot, SnapshotRow } from '../snapshot/snapshot';
import type { Source } from '../source/source';
import { runSteps, type Steps } from '../steps/steps';
import { normaliseText } from '../text/normalise';

/** The ledger that stands in the workbook of the tables, where what it says is beyond doubt. */
export interface StandingLedger {
  readonly sheet: string;
  readonly source: Source;
  /** Some of its amounts have more digits than the tables print. */
  readonly isRounded: boolean;
  /** How it calls a functional code, or the catalogue where it does not. */
  readonly nameOf: (code: Member) => string;
}

/** What makes its amounts doubtful without leaving any of its rows out. */
const DOUBTS: ReadonlySet<LedgerProblem> = new Set(['unit-of-row', 'unit-of-column', 'unit-of-all', 'total-differs']);

/**
 * The ledger beside the tables of a book, as compiling reads it. Undefined where there is none or more than one, where it is of another
 * unit or year, where a row of it could not be read, or its amounts are doubtful: then nothing can be said against the tables by it.
 * It is read once as long as its rows are the same.
 */
export function standingLedger(snapshot: Snapshot, book: Book, catalogue: Catalogue): StandingLedger | undefined {
  return runSteps(standingLedgerInSteps(snapshot, book, catalogue));
}

/** The same in steps of some hundred rows. */
export function* standingLedgerInSteps(
  snapshot: Snapshot,
  book: Book,
  catalogue: Catalogue,
): Steps<StandingLedger | undefined> {
  const { edition } = book;
  if (!edition.declared.ledger) return undefined;
  const taken = new Set([
    ...book.tables.flatMap(({ frame, places }) => [frame.sheet, ...places.map(({ sheet }) => sheet)]),
    ...book.forms.map(({ frame }) => frame.sheet),
  ]);
  const [sheet, another] = snapshot.sheets.filter((one) => !taken.has(one.name) && hasLedgerHeader(one));
  if (!sheet || another) return undefined;
  const asked = aboutOf(readFacts(snapshot));
  const isOfEdition =
    asked.edition === undefined || [edition.declared.id, edition.declared.name].includes(asked.edition);
  if (!isOfEdition || isAnother(asked.department, book.department)) return undefined;
  const read = yield* readOnce(sheet, edition, catalogue, asked.year ?? book.year);
  if (!read || isAnother(read.department, book.department)) return undefined;
  return read.year !== undefined && book.year !== undefined && read.year !== book.year ? undefined : read.standing;
}

/** Whether two names are of different units: a short name is a part of the full one. */
function isAnother(one: string | undefined, other: string | undefined): boolean {
  if (one === undefined || other === undefined) return false;
  const [a, b] = [normaliseText(one), normaliseText(other)];
  return !a.includes(b) && !b.includes(a);
}

interface ReadLedger extends Pick<Ledger, 'department' | 'year'> {
  readonly standing: StandingLedger;
}

/** What a ledger was read as, and for whom. */
interface Kept extends Pick<SheetSnapshot, 'name' | 'merges' | 'rows'> {
  readonly edition: ResolvedEdition;
  readonly catalogue: Catalogue;
  readonly year: number | undefined;
  readonly read: ReadLedger | undefined;
}

/** By its first row: a sheet that was read again has the same rows in another list. */
const kept = new WeakMap<SnapshotRow, Kept>();

function* readOnce(
  sheet: SheetSnapshot,
  edition: ResolvedEdition,
  catalogue: Catalogue,
  year: number | undefined,
): Steps<ReadLedger | undefined> {
  const { name, merges, rows } = sheet;
  const [first] = rows;
  if (!first) return undefined;
  const before = kept.get(first);
  const isSame =
    before?.name === name &&
    areSame(before.rows, rows) &&
    before.merges === merges &&
    before.edition === edition &&
    before.catalogue === catalogue &&
    before.year === year;
  if (isSame) return before.read;
  const read = yield* readAnew(sheet, edition, catalogue, year);
  kept.set(first, { name, merges, rows, edition, catalogue, year, read });
  return read;
}

const areSame = (some: readonly SnapshotRow[], others: readonly SnapshotRow[]): boolean =>
  some === others || (some.length === others.length && some.every((row, index) => row === others[index]));

function* readAnew(
  sheet: SheetSnapshot,
  edition: ResolvedEdition,
  catalogue: Catalogue,
  year: number | undefined,
): Steps<ReadLedger | undefined> {
  const stated = year === undefined ? undefined : { year };
  const ledger = yield* readLedgerInSteps({ stamp: '', sheets: [sheet] }, edition, catalogue, stated);
  if (!ledger || ledger.rows.every(({ now }) => now === undefined)) return undefined;
  const isDoubtful = ledger.findings.some(
    ({ severity, facts }) => severity === 'error' || (facts.code === 'ledger' && DOUBTS.has(facts.problem)),
  );
  if (isDoubtful) return undefined;
  yield;
  const { now } = lineItems(ledger, edition);
  const names = new Map(ledger.rows.map(({ functional, functionalName }) => [functional, functionalName]));
  yield;
  return {
    department: ledger.department,
    year: ledger.year,
    standing: {
      sheet: ledger.sheet,
      source: ledgerSource(now.items, edition),
      isRounded: now.rounded.length > 0,
      nameOf: (code) => names.get(code) || (catalogue.nameOf(code, year ?? edition.declared.year) ?? ''),
    },
  };
}
