import { ABOUT_LABELS, aboutCell, readFacts } from '../asked/read-facts';
import type { FactsByCode } from '../finding/facts';
import type { Finding } from '../finding/finding';
import { headOf, ledgerHeader } from '../ledger/columns';
import type { Ledger } from '../ledger/ledger';
import type { LedgerProblem } from '../ledger/problem';
import { rowsOf } from '../ledger/row-runs';
import { textOf } from '../recognise/grid';
import { cellKey, type CellRef } from '../snapshot/address';
import type { SheetSnapshot, Snapshot } from '../snapshot/snapshot';

/** A ledger beside the tables by which nothing can be said of them, and why. */
export type UnusedLedger = Omit<FactsByCode['ledger-unused'], 'code'>;

/** What makes its amounts doubtful without leaving any of its rows out. */
const DOUBTS: ReadonlySet<LedgerProblem> = new Set(['unit-of-row', 'unit-of-column', 'unit-of-all', 'total-differs']);

/** Why a ledger cannot be relied on: the first place that says so, and all others; undefined where nothing speaks against it. */
export function unreliable({
  sheet,
  rows,
  findings,
}: Pick<Ledger, 'sheet' | 'rows' | 'findings'>): UnusedLedger | undefined {
  // Last year's ledger in a sheet of its own says nothing of this year's tables.
  const against = findings.flatMap(({ severity, facts, cells, sheet: of }) =>
    facts.code === 'ledger' && of === sheet && (severity === 'error' || DOUBTS.has(facts.problem))
      ? [{ facts, cells, isError: severity === 'error' }]
      : [],
  );
  const [first] = against;
  if (!first) return undefined;
  const { problem, place, value, proposed } = first.facts;
  // Where nothing could be read it is no ledger that any tables were made from.
  const leftOut = rows.length === 0 ? [] : against.flatMap(({ cells, isError }) => (isError ? cells : []));
  const inOrder = [...new Map(leftOut.map((cell) => [cell.row, cell])).values()].sort((a, b) => a.row - b.row);
  return {
    sheet,
    place,
    why: problem,
    value,
    against: proposed ?? '',
    also: othersOf(against, place.cell),
    leftOut: rowsOf(inOrder),
  };
}

const OF_UNIT: ReadonlySet<LedgerProblem> = new Set(['unit-of-row', 'unit-of-column', 'unit-of-all', 'unit-assumed']);

/** That last year's ledger, in a sheet of its own, seems to be in another money unit: whoever missed it when compiling compares with it. */
export function doubtsOfUnit({ lastYear, findings }: Pick<Ledger, 'lastYear' | 'findings'>): readonly Finding[] {
  return findings.filter(
    ({ facts, sheet }) => sheet === lastYear?.sheet && facts.code === 'ledger' && OF_UNIT.has(facts.problem),
  );
}

function othersOf(against: readonly Pick<Finding, 'cells'>[], first: CellRef): readonly CellRef[] {
  const cells = new Map(against.flatMap((one) => one.cells).map((cell) => [cellKey(cell), cell]));
  cells.delete(cellKey(first));
  return [...cells.values()];
}

/** That the sheet of facts says something else than the tables of what the ledger is of. */
export function ofSomethingElse(
  snapshot: Snapshot,
  why: keyof typeof ABOUT_LABELS,
  value: string,
  against: string,
): Omit<UnusedLedger, 'sheet'> | undefined {
  const answers = readFacts(snapshot);
  const cell = aboutCell(answers, why);
  if (!cell) return undefined;
  return { place: { cell, table: cell.sheet, row: ABOUT_LABELS[why] }, why, value, against, also: [], leftOut: [] };
}

/** Where a workbook has several ledgers: which of them is meant nobody can tell. */
export function severalLedgers(sheets: readonly SheetSnapshot[]): UnusedLedger | undefined {
  const cells = sheets.map(({ name, rows: [first] }) => ({
    sheet: name,
    row: first?.row ?? 0,
    column: first?.cells[0]?.column ?? 0,
  }));
  const [, cell, ...also] = cells;
  const [sheet] = sheets;
  if (!sheet || !cell) return undefined;
  return {
    sheet: sheet.name,
    place: { cell, table: cell.sheet },
    why: 'another',
    value: cell.sheet,
    against: '',
    also,
    leftOut: [],
  };
}

/** By its rows: whoever asks for the ledger asks for this, at each edit. */
const known = new WeakMap<SheetSnapshot['rows'], boolean>();

/** Whether a ledger holds anything where its amounts stand. One that is merely to be filled in says nothing and needs no word. */
export function holdsAmounts(sheet: SheetSnapshot): boolean {
  const before = known.get(sheet.rows);
  if (before !== undefined) return before;
  const holds = hasSomethingBelow(sheet);
  known.set(sheet.rows, holds);
  return holds;
}

function hasSomethingBelow(sheet: SheetSnapshot): boolean {
  const header = ledgerHeader(headOf(sheet), undefined);
  if (!header) return false;
  const codes = new Set([...header.functional, ...header.economic]);
  const now = header.columns.get('now');
  // Where each fund has a column, only the words of an edition tell which they are.
  const amounts = now === undefined || !header.columns.has('fund') ? [] : [now, ...header.years.labelled];
  return sheet.rows.some(
    ({ row, cells }) =>
      row >= header.itemsFrom &&
      cells.some(({ column, value }) =>
        amounts.length > 0
          ? amounts.includes(column) && value !== 0 && textOf(value) !== ''
          : typeof value === 'number' && value !== 0 && !codes.has(column),
      ),
  );
}
