import { aboutOf, readFacts, type AskedAbout } from '../asked/read-facts';
import type { Book } from '../book/book';
import type { Catalogue } from '../classification/catalogue';
import type { ResolvedEdition } from '../edition/resolve';
import { hasLedgerHeader } from '../ledger/columns';
import type { Finding } from '../finding/finding';
import type { Ledger } from '../ledger/ledger';
import { ledgerSource } from '../ledger/ledger-source';
import { lineItems } from '../ledger/line-items';
import { hasUndivided } from '../ledger/problems';
import { readLedgerInSteps } from '../ledger/read';
import { foundLedgers, ledgersByYear } from '../ledger/which-year';
import type { Member } from '../scope/scope';
import { hasSameCells, type SheetSnapshot, type Snapshot, type SnapshotRow } from '../snapshot/snapshot';
import type { Source } from '../source/source';
import { runSteps, type Steps } from '../steps/steps';
import { areOtherDepartments } from '../text/department-name';
import {
  doubtsOfUnit,
  holdsAmounts,
  ofSomethingElse,
  severalLedgers,
  unreliable,
  type UnusedLedger,
} from './unused-ledger';

/** The ledger that stands in the workbook of the tables, where what it says is beyond doubt. */
export interface StandingLedger {
  readonly sheet: string;
  readonly source: Source;
  /** Last year's amounts; undefined where it has none. */
  readonly before: () => Source | undefined;
  /** Where these stand: in the same sheet, or in last year's. */
  readonly beforeSheet: string;
  /** What is doubted of the money unit of last year's, where it has a sheet of its own. */
  readonly beforeDoubts: readonly Finding[];
  /** Some of its amounts have more digits than the tables print. */
  readonly isRounded: boolean;
  /** How it calls a functional code, or the catalogue where it does not. */
  readonly nameOf: (code: Member) => string;
  /** Where it names the projects; undefined where it has no such column. */
  readonly projectColumn: number | undefined;
}

/** The ledger that stands beside the tables, as far as it says anything of them: one of both, or neither where there is none. */
export interface LedgerBeside {
  readonly standing?: StandingLedger | undefined;
  readonly unused?: UnusedLedger | undefined;
}

const NONE: LedgerBeside = {};

/**
 * The ledger beside the tables of a book, as compiling reads it. It is not used where there are several, where it is of another unit or
 * year, where a row of it could not be read, or its amounts are doubtful: then nothing can be said against the tables by it.
 * It is read once as long as its rows are the same.
 */
export function ledgerBeside(snapshot: Snapshot, book: Book, catalogue: Catalogue): LedgerBeside {
  return runSteps(ledgerBesideInSteps(snapshot, book, catalogue));
}

/** The same in steps of some hundred rows. */
export function* ledgerBesideInSteps(snapshot: Snapshot, book: Book, catalogue: Catalogue): Steps<LedgerBeside> {
  const { edition } = book;
  if (!edition.declared.ledger) return NONE;
  const taken = new Set([
    ...book.tables.flatMap(({ frame, places }) => [frame.sheet, ...places.map(({ sheet }) => sheet)]),
    ...book.forms.map(({ frame }) => frame.sheet),
  ]);
  const ledgers = snapshot.sheets.filter((one) => !taken.has(one.name) && hasLedgerHeader(one) && holdsAmounts(one));
  const asked = aboutOf(readFacts(snapshot));
  const year = asked.year ?? book.year;
  const found = ledgersByYear(foundLedgers(ledgers, year, edition), year);
  if (!found) return NONE;
  const { sheet } = found.now;
  if (found.same.length > 0) return { unused: severalLedgers([sheet, ...found.same.map((another) => another.sheet)]) };
  const [last, ...more] = found.before;
  const other = theirOther(snapshot, asked, book);
  if (other) return { unused: { sheet: sheet.name, ...other } };
  const sheets = last && more.length === 0 ? [sheet, last.sheet] : [sheet];
  const read = yield* readOnce(sheets, edition, catalogue, year);
  const { standing, department, departmentCell: cell } = read;
  if (!standing || !cell || !areOtherDepartments(department, book.department)) return read;
  const place = { cell, table: sheet.name };
  return {
    unused: {
      sheet: sheet.name,
      place,
      why: 'department',
      value: department ?? '',
      against: book.department ?? '',
      also: [],
      leftOut: [],
    },
  };
}

/** What the sheet of facts, which speaks for the ledger, says otherwise than the tables. */
function theirOther(snapshot: Snapshot, asked: AskedAbout, book: Book): ReturnType<typeof ofSomethingElse> {
  const { id, name } = book.edition.declared;
  if (asked.edition !== undefined && ![id, name].includes(asked.edition))
    return ofSomethingElse(snapshot, 'edition', asked.edition, name);
  if (areOtherDepartments(asked.department, book.department))
    return ofSomethingElse(snapshot, 'department', asked.department ?? '', book.department ?? '');
  return asked.year === undefined || book.year === undefined || asked.year === book.year
    ? undefined
    : ofSomethingElse(snapshot, 'year', String(asked.year), String(book.year));
}

interface ReadLedger extends LedgerBeside, Partial<Pick<Ledger, 'department' | 'departmentCell'>> {}

/** What a ledger was read as, and for whom. */
interface Kept {
  readonly sheets: readonly SheetSnapshot[];
  readonly edition: ResolvedEdition;
  readonly catalogue: Catalogue;
  readonly year: number | undefined;
  readonly read: ReadLedger;
}

/** By its first row: a sheet that was read again has the same rows in another list. */
const kept = new WeakMap<SnapshotRow, Kept>();

function* readOnce(
  sheets: readonly SheetSnapshot[],
  edition: ResolvedEdition,
  catalogue: Catalogue,
  year: number | undefined,
): Steps<ReadLedger> {
  const first = sheets[0]?.rows[0];
  if (!first) return NONE;
  const before = kept.get(first);
  const isSame =
    before?.sheets.length === sheets.length &&
    before.sheets.every((sheet, index) => hasSameCells(sheet, sheets[index] as SheetSnapshot)) &&
    before.edition === edition &&
    before.catalogue === catalogue &&
    before.year === year;
  if (isSame) return before.read;
  const read = yield* readAnew(sheets, edition, catalogue, year);
  kept.set(first, { sheets, edition, catalogue, year, read });
  return read;
}

/** This year's ledger, and last year's after it where it has a sheet of its own. */
function* readAnew(
  sheets: readonly SheetSnapshot[],
  edition: ResolvedEdition,
  catalogue: Catalogue,
  year: number | undefined,
): Steps<ReadLedger> {
  const stated = year === undefined ? undefined : { year };
  const ledger = yield* readLedgerInSteps({ stamp: '', sheets }, edition, catalogue, stated);
  const unused = ledger && unreliable(ledger);
  if (unused) return { unused };
  if (!ledger || ledger.rows.every(({ now }) => now === undefined)) return NONE;
  yield;
  const { now, before } = lineItems(ledger, edition);
  const names = new Map(ledger.rows.map(({ functional, functionalName }) => [functional, functionalName]));
  yield;
  return {
    department: ledger.department,
    departmentCell: ledger.departmentCell,
    standing: {
      sheet: ledger.sheet,
      source: ledgerSource(now.items, edition, ledger.projectSpellings),
      before: isBeforeTold(ledger) ? lastYear(before.items, edition, ledger.projectSpellings) : () => undefined,
      beforeSheet: ledger.lastYear?.sheet ?? ledger.sheet,
      beforeDoubts: doubtsOfUnit(ledger),
      projectColumn: ledger.columns.get('project'),
      isRounded: now.rounded.length > 0,
      nameOf: (code) => names.get(code) || (catalogue.nameOf(code, year ?? edition.declared.year) ?? ''),
    },
  };
}

/** Not where last year's has a sheet of its own and a row of it could not be read, or some of its amounts are of nobody knows which fund. */
const isBeforeTold = ({ lastYear: own, findings }: Ledger): boolean =>
  !hasUndivided(findings) &&
  (own === undefined || !findings.some(({ sheet, severity }) => sheet === own.sheet && severity === 'error'));

/** Asked of only where somebody filled in last year's figures from here. */
const lastYear =
  (...[items, edition, spellings]: Parameters<typeof ledgerSource>): StandingLedger['before'] =>
  () =>
    items.length === 0 ? undefined : ledgerSource(items, edition, spellings);
