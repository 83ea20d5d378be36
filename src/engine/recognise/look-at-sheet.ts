import type { RecognisedForm } from '../book/book';
import type { Form } from '../edition/edition';
import type { ResolvedEdition } from '../edition/resolve';
import { hasLedgerHeader, saysItems } from '../ledger/columns';
import type { SheetSnapshot, SnapshotRow } from '../snapshot/snapshot';
import type { Steps } from '../steps/steps';
import { recogniseForms } from './form';
import { isCodesSheet, readCodes, type CodesRead } from './codes-sheet';
import { gridOf, type Grid } from './grid';
import { headerVocabulary, nearestTable, placesOn, type NearestTable, type Place } from './places';
import { titleRules, type TitleRules } from './title';

/** What a sheet was taken for, and if for nothing, what it came nearest to. */
export interface SheetOutcome {
  readonly sheet: string;
  readonly tables: readonly string[];
  readonly nearest: NearestTable | undefined;
  /** It holds no grid of cells that could be a table: a text, a cover, nothing at all. */
  readonly noTable: boolean;
  readonly blank: boolean;
  /** It is no table, but a ledger to make tables from. */
  readonly isLedger: boolean;
  /** It is a sheet of codes, and what it lacks to be read as one. */
  readonly codes?: CodesRead['lacks'];
  /** Titles of tables that stand on it without a table under them. */
  readonly barTitles: readonly string[];
}

/** What stands on a sheet by the words of an edition. */
export interface LookedSheet {
  readonly places: readonly Place[];
  readonly forms: readonly RecognisedForm[];
  readonly outcome: SheetOutcome;
}

interface Kept extends Pick<SheetSnapshot, 'name' | 'merges'> {
  readonly looked: LookedSheet;
}

/** What was seen the last time where the same rows are looked at again: of a workbook that was edited most sheets are as they were. */
const seen = new WeakMap<readonly SnapshotRow[], WeakMap<ResolvedEdition, Kept>>();

/** Looks for an edition's tables and forms on a sheet, in steps. */
export function* lookAtSheet(sheet: SheetSnapshot, edition: ResolvedEdition): Steps<LookedSheet> {
  const { name, merges, rows } = sheet;
  const byEdition = seen.get(rows) ?? new WeakMap<ResolvedEdition, Kept>();
  seen.set(rows, byEdition);
  const before = byEdition.get(edition);
  if (before && before.name === name && before.merges === merges) return before.looked;
  const looked = yield* lookAnew(sheet, edition);
  byEdition.set(edition, { name, merges, looked });
  return looked;
}

function* lookAnew(sheet: SheetSnapshot, edition: ResolvedEdition): Steps<LookedSheet> {
  const words = wordsOf(edition);
  const isHeaded = hasLedgerHeader(sheet);
  let found = yield* find(sheet, edition, words, isHeaded ? LEDGER_ROWS : undefined);
  // A table that bears the headers of a ledger is read like any other.
  if (isHeaded && found.places.length + found.forms.length > 0) found = yield* find(sheet, edition, words);
  const { grid, forms, barTitles } = found;
  // Where each fund has a column, a ledger is headed like a table too.
  const isItems = saysItems(sheet) && found.places.every(({ title }) => title === undefined);
  const places = isItems ? [] : found.places;
  const isTaken = places.length > 0 || forms.length > 0;
  const isLedger = !isTaken && isHeaded;
  const outcome = {
    sheet: sheet.name,
    tables: [...new Set([...places.map((place) => place.table.id), ...forms.map((form) => form.declared.id)])],
    nearest: isTaken || isLedger ? undefined : nearestTable(grid, edition, words.vocabulary),
    isLedger,
    ...(isTaken || isLedger || !isCodesSheet(sheet) ? {} : { codes: readCodes(sheet).lacks }),
    noTable: !looksLikeTable(grid),
    blank: grid.rows.length === 0,
    barTitles,
  };
  return { places, forms, outcome };
}

interface Found extends Pick<LookedSheet, 'places' | 'forms'> {
  readonly grid: Grid;
  readonly barTitles: readonly string[];
}

function* find(sheet: SheetSnapshot, edition: ResolvedEdition, words: Words, most?: number): Steps<Found> {
  const grid = gridOf(sheet, most);
  yield;
  const { places, barTitles } = placesOn(grid, edition, words.vocabulary, words.rules);
  yield;
  const forms = words.forms.flatMap((declared) => recogniseForms(grid, declared.form, declared.rules));
  return { grid, places, barTitles, forms };
}

/** The words by which an edition's tables and forms are known. */
interface Words {
  readonly vocabulary: ReadonlySet<string>;
  readonly rules: TitleRules;
  readonly forms: readonly { readonly form: Form; readonly rules: TitleRules }[];
}

const known = new WeakMap<ResolvedEdition, Words>();

function wordsOf(edition: ResolvedEdition): Words {
  const before = known.get(edition);
  if (before) return before;
  const words = {
    vocabulary: headerVocabulary(edition),
    rules: titleRules(edition.declared.tables),
    forms: edition.declared.forms.map((form) => ({ form, rules: titleRules([form]) })),
  };
  known.set(edition, words);
  return words;
}

/** A ledger may have fifty thousand rows: what is no table in these is a ledger to its end. */
const LEDGER_ROWS = 200;

/** A grid of at least three columns and three rows, as against a text with a paragraph a cell. */
function looksLikeTable(grid: Grid): boolean {
  return grid.rows.filter((row) => row.cells.length >= 2).length >= 3;
}
