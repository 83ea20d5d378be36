import { spannedSheets } from '../../../engine/formula/references';
import { parseA1Area } from '../../../engine/snapshot/address';
import type { Area } from '../../../engine/snapshot/address';
import type { Edit, RefusalCode } from '../../../engine/snapshot/patch';
import { sheetNamed } from '../../../engine/snapshot/snapshot';
import type { SheetSnapshot } from '../../../engine/snapshot/snapshot';
import type { Draft } from '../draft';
import type { OpenedBook } from '../opened-book';
import { Token, XmlScanner } from '../xml-scanner';
import { eachRow } from './each-row';
import type { RowsIn, RowsOut } from './row-change';

const LAST_ROW = 1_048_575;

/** A refused insertion or deletion and why. */
export interface RefusedRows {
  readonly edit: Edit;
  readonly because: RefusalCode;
}

/** Whatever would not survive rows being put in or taken out; nothing is written where there is any of it. */
export function refusedRows(
  book: OpenedBook,
  draft: Draft,
  edits: readonly (RowsIn | RowsOut)[],
): readonly RefusedRows[] {
  const obstacles = new Map<string, Obstacles | RefusalCode>();
  return edits.flatMap((edit): readonly RefusedRows[] => {
    const known = obstacles.get(edit.sheet) ?? obstaclesOn(book, draft, edit.sheet);
    obstacles.set(edit.sheet, known);
    const because = typeof known === 'string' ? known : reasonAgainst(edit, known, edits);
    return because === undefined ? [] : [{ edit, because }];
  });
}

/** What may stand in the way on one sheet. */
interface Obstacles {
  readonly arrays: readonly Area[];
  readonly tables: readonly Area[];
  readonly pivots: readonly Area[];
  /** The last row that the sheet writes down, be it for its looks alone. */
  readonly lastRow: number;
}

function obstaclesOn(book: OpenedBook, draft: Draft, name: string): Obstacles | RefusalCode {
  const sheet = sheetNamed(book.snapshot, name);
  const path = book.workbook.sheets.find((entry) => entry.name === name)?.path;
  if (!sheet || path === undefined) return 'sheet-missing';
  if (sheet.isProtected) return 'protected';
  if (isLookedThrough(book, name)) return 'several-sheets';
  // Single cells that are tied to a document's data, by an address that nothing here rewrites.
  if (draft.relationships(path).some(({ type }) => type === 'tableSingleCells')) return 'unsupported';
  return {
    arrays: book.arrays.get(name) ?? [],
    tables: areasOf(draft, path, 'table', 'table'),
    pivots: areasOf(draft, path, 'pivotTable', 'location'),
    lastRow: lastRowOf(draft.read(path), sheet),
  };
}

function reasonAgainst(
  edit: RowsIn | RowsOut,
  { arrays, tables, pivots, lastRow }: Obstacles,
  all: readonly (RowsIn | RowsOut)[],
): RefusalCode | undefined {
  if (!isPossible(edit)) return 'unsupported';
  const { at, count } = edit;
  const below = edit.do === 'insertRows' ? at : at + count;
  // What stands wholly above does not move; what reaches over the place would be cut.
  const moves = (area: Area): boolean => area.bottom >= at;
  if (arrays.some((area) => area.top < below && area.bottom >= at)) return 'array-formula';
  if (tables.some(moves)) return 'list-object';
  if (pivots.some(moves)) return 'pivot-table';
  if (edit.do === 'deleteRows') return undefined;
  const more = all.reduce(
    (sum, one) => (one.do === 'insertRows' && one.sheet === edit.sheet ? sum + one.count : sum),
    0,
  );
  return lastRow + more > LAST_ROW ? 'sheet-full' : undefined;
}

function isPossible(edit: RowsIn | RowsOut): boolean {
  const numbers = edit.do === 'insertRows' ? [edit.at, edit.count, edit.like] : [edit.at, edit.count];
  return numbers.every((number) => Number.isInteger(number) && number >= 0 && number <= LAST_ROW) && edit.count > 0;
}

/** The areas that an element says in the parts of a type that belong to a sheet. */
function areasOf(draft: Draft, path: string, type: string, element: string): readonly Area[] {
  return draft.relationships(path).flatMap((relationship) => {
    if (relationship.type !== type || relationship.external || !draft.has(relationship.target)) return [];
    const scan = new XmlScanner(draft.read(relationship.target));
    for (let token = scan.next(); token !== Token.end; token = scan.next()) {
      if (token === Token.open && scan.name() === element) return parseA1Area(scan.attribute('ref') ?? '') ?? [];
    }
    return [];
  });
}

/** Whether a formula has a reference through several sheets of which this is one: no address would be right for all of them. */
function isLookedThrough(book: OpenedBook, name: string): boolean {
  const names = book.workbook.sheets.map((entry) => entry.name.toUpperCase());
  const own = names.indexOf(name.toUpperCase());
  const isIn = ([first, last]: readonly [string, string]): boolean => {
    const [from, to] = [names.indexOf(first.toUpperCase()), names.indexOf(last.toUpperCase())];
    return from < 0 || to < 0 || (Math.min(from, to) <= own && own <= Math.max(from, to));
  };
  // A colon before an exclamation mark is what all of them have.
  const through = (formula: string): boolean => /:.*!/.test(formula) && spannedSheets(formula).some(isIn);
  return (
    book.workbook.names.some(({ text }) => through(text)) ||
    book.snapshot.sheets.some(({ rows }) =>
      rows.some(({ cells }) => cells.some(({ formula }) => formula !== undefined && through(formula))),
    )
  );
}

/** The last row that the sheet writes down, be it for its looks alone. */
function lastRowOf(bytes: Uint8Array, sheet: SheetSnapshot): number {
  let last = sheet.merges.reduce((lowest, { bottom }) => Math.max(lowest, bottom), 0);
  eachRow(bytes, (row) => {
    last = Math.max(last, row);
  });
  return last;
}
