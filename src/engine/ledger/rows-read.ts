import { hasSameCells, type SnapshotRow } from '../snapshot/snapshot';
import type { Steps } from '../steps/steps';
import type { LedgerHeader } from './columns';
import { readFundRows } from './fund-rows';
import type { LedgerRow } from './ledger';
import { LedgerCells } from './ledger-cells';
import { Meanings } from './meanings';
import { LedgerRemarks } from './problems';
import { RowReader } from './read-row';
import type { RowsRead, RowsToRead } from './rows-to-read';
import { noteUnits } from './units';

interface Kept {
  readonly asked: RowsToRead;
  readonly read: RowsRead;
}

/** By its first row: a sheet that was read again has the same rows in another list. */
const kept = new WeakMap<SnapshotRow, Kept>();

/**
 * Reads the rows of a ledger in steps of some hundred, numbered by `meanings` where another sheet's were before. As long as its cells and
 * its columns are the same they are read once: whoever compiles has the result checked by the same ledger, and fifty thousand rows take
 * their time.
 */
export function* readRows(asked: RowsToRead, meanings?: Meanings): Steps<RowsRead> {
  const [first] = asked.sheet.rows;
  const before = first && kept.get(first);
  if (before && isSame(before.asked, asked) && (meanings === undefined || before.read.meanings === meanings))
    return before.read;
  const read = yield* readAnew(asked, meanings ?? new Meanings());
  if (first) kept.set(first, { asked, read });
  return read;
}

function* readAnew(asked: RowsToRead, meanings: Meanings): Steps<RowsRead> {
  const { sheet, header, edition, catalogue, year, isBefore } = asked;
  if (header.funds) return yield* readFundRows(asked, header.funds, meanings);
  const remarks = new LedgerRemarks(sheet.name, header);
  const cells = new LedgerCells(sheet, header);
  const reader = new RowReader(cells, edition, catalogue, year, remarks, meanings);
  const rows = yield* reader.readAll(sheet.rows.flatMap(({ row }) => (row >= header.itemsFrom ? [row] : [])));
  yield;
  noteUnits(rows, header, remarks);
  if (!isBefore) noteNoneThisYear(rows, remarks);
  return {
    rows,
    projectSpellings: reader.projectSpellings,
    findings: remarks.findings,
    filledDown: cells.filledDown,
    meanings,
  };
}

/** Rows with last year's amount alone are in none of this year's tables. */
function noteNoneThisYear(rows: readonly LedgerRow[], remarks: LedgerRemarks): void {
  const none = rows.filter(({ now }) => now === undefined);
  const severity = none.length === rows.length ? 'warning' : undefined;
  for (const { nowCell } of none) remarks.say('now-none', nowCell, '', undefined, severity);
}

const isSame = (one: RowsToRead, other: RowsToRead): boolean =>
  one.edition === other.edition &&
  one.catalogue === other.catalogue &&
  one.year === other.year &&
  one.isBefore === other.isBefore &&
  columnsOf(one.header) === columnsOf(other.header) &&
  hasSameCells(one.sheet, other.sheet);

/** All that reading asks of a header. */
const columnsOf = ({
  row,
  columns,
  headers,
  functional,
  economic,
  moneyUnits,
  unitColumn,
  funds,
}: LedgerHeader): string =>
  JSON.stringify([
    row,
    [...columns],
    [...headers],
    functional,
    economic,
    moneyUnits,
    unitColumn,
    funds?.amounts,
    funds?.totals,
  ]);
