import type { Catalogue } from '../classification/catalogue';
import type { ResolvedEdition } from '../edition/resolve';
import { departmentAt } from '../recognise/department';
import { textOf, type Grid } from '../recognise/grid';
import type { Finding } from '../finding/finding';
import { a1OfArea, type Area } from '../snapshot/address';
import type { Snapshot, SnapshotRow } from '../snapshot/snapshot';
import { runSteps, type Steps } from '../steps/steps';
import { areOtherDepartments } from '../text/department-name';
import type { LedgerHeader } from './columns';
import type { Ledger, LedgerColumn, LedgerRow, StatedYear } from './ledger';
import { LedgerCells } from './ledger-cells';
import { Meanings } from './meanings';
import type { LedgerProblem } from './problem';
import { ledgerFinding, LedgerRemarks } from './problems';
import { RowReader } from './read-row';
import { departmentInTitle } from './title-department';
import { noteUnits, unitBelow } from './units';
import { foundLedgers, ledgersByYear, type FoundLedger } from './which-year';
import { yearFindings } from './year-remarks';

/** Columns without which nothing can be compiled. */
const NEEDED: readonly LedgerColumn[] = ['functional', 'economic', 'fund', 'now'];

/**
 * Reads the ledger of a workbook: the first sheet that has one, or this year's of several, ours or pasted from elsewhere, whatever the
 * order and the words of its columns. Where it has no amounts of last year, those of last year's ledger beside it are taken for them.
 * Rows that cannot be read are findings with their cells and are left out; the rest is read. Undefined where no sheet has the headers of
 * a ledger.
 */
export function readLedger(
  snapshot: Snapshot,
  edition: ResolvedEdition,
  catalogue: Catalogue,
  stated: StatedYear | undefined,
): Ledger | undefined {
  return runSteps(readLedgerInSteps(snapshot, edition, catalogue, stated));
}

/** The same in steps of some hundred rows. */
export function* readLedgerInSteps(
  snapshot: Snapshot,
  edition: ResolvedEdition,
  catalogue: Catalogue,
  stated: StatedYear | undefined,
): Steps<Ledger | undefined> {
  const found = ledgersByYear(foundLedgers(snapshot.sheets, stated?.year), stated?.year);
  if (!found) return undefined;
  const meanings = new Meanings();
  const ledger = yield* read(found.now, edition, catalogue, stated, meanings);
  const [before, another] = found.before;
  const hasOwn = ledger.rows.some((row) => row.before !== undefined);
  const year = ledger.year === undefined ? undefined : { year: ledger.year - 1 };
  const last =
    before && !another && !hasOwn && ledger.rows.length > 0
      ? yield* read(foundLedgers([before.sheet], year?.year)[0] ?? before, edition, catalogue, year, meanings, true)
      : undefined;
  const isTaken = last !== undefined && last.rows.length > 0;
  const whose = isTaken ? otherDepartments(ledger, last) : undefined;
  const of = <One extends FoundLedger>(
    others: readonly One[],
    problem: LedgerProblem,
    why: (one: One) => string,
  ): Finding[] =>
    others.map((one) => {
      const { sheet, header } = one;
      const cell = { sheet: sheet.name, row: header.row, column: header.functional[0] ?? 0 };
      const severity = why(one) === 'own' ? 'note' : why(one) === whose ? 'warning' : undefined;
      return ledgerFinding(problem, { cell, table: sheet.name }, sheet.name, `${why(one)}|${ledger.sheet}`, severity);
    });
  return {
    ...ledger,
    ...(isTaken ? { lastYear: { sheet: last.sheet, rows: last.rows } } : {}),
    projectSpellings: new Map([...(last?.projectSpellings ?? []), ...ledger.projectSpellings]),
    findings: [
      ...ledger.findings,
      ...of(found.before, isTaken ? 'before-taken' : 'before-unused', () =>
        hasOwn ? 'own' : another ? 'several' : (whose ?? ''),
      ),
      ...(last?.findings ?? []),
      ...of(found.others, 'other-year', ({ year: other }) => String(other)),
      ...of(found.same, 'second-ledger', () => ''),
    ],
  };
}

/** The departments that two ledgers name, where they name different ones. */
function otherDepartments(...ledgers: readonly [Ledger, Ledger]): string | undefined {
  const [now, before] = ledgers.map(({ department, titled }) => department ?? titled?.department);
  return areOtherDepartments(now, before) ? `${now ?? ''}、${before ?? ''}` : undefined;
}

/** Reads one sheet; `isBefore`: it is last year's, and its amounts of its own year are all that counts. */
function* read(
  { sheet, head, header: read }: FoundLedger,
  edition: ResolvedEdition,
  catalogue: Catalogue,
  stated: StatedYear | undefined,
  meanings: Meanings,
  isBefore = false,
): Steps<Ledger> {
  const below = sheet.rows.filter(({ row }) => row > read.row);
  const header = withUnitBelow(read, below);
  const remarks = new LedgerRemarks(sheet.name, header);
  const cells = new LedgerCells(sheet, header);
  const at = (column: number): { readonly row: number; readonly column: number } => ({ row: header.row, column });
  const missing = NEEDED.filter((column) => !header.columns.has(column));
  // Rows that name a project are project expenditure: a ledger without a column of kinds can say it by that.
  if (!header.columns.has('kind') && !header.columns.has('project')) missing.push('kind');
  const seen = header.seen.join('、');
  for (const column of missing) remarks.say('column-missing', at(header.functional[0] ?? 0), column, seen);
  for (const { column, at: columns } of header.twice) remarks.say('column-twice', at(columns[1] ?? 0), column);
  if (header.otherUnit) remarks.say('unit-other', header.otherUnit, header.otherUnit.unit);
  const { year, findings: ofYear } = yearFindings(sheet.name, header, stated);
  const rowReader = new RowReader(cells, edition, catalogue, year, remarks, meanings);
  const canRead =
    missing.length === 0 &&
    header.twice.length === 0 &&
    header.otherUnit === undefined &&
    header.years.problem === undefined;
  const rows = canRead ? yield* rowReader.readAll(below.map(({ row }) => row)) : [];
  yield;
  noteUnits(rows, header, remarks);
  if (!isBefore) noteNoneThisYear(rows, remarks);
  return {
    sheet: sheet.name,
    moneyUnit: header.moneyUnits.now ?? '万元',
    columns: header.columns,
    headerRow: header.row,
    lastRow: lastVisible(below) ?? header.row,
    rows,
    projectSpellings: rowReader.projectSpellings,
    findings: [...(isBefore ? [] : ofYear), ...remarks.findings, ...mergedFindings(sheet.name, cells.filledDown)],
    ...departmentAbove(sheet.name, head, header.row),
    titled: departmentInTitle(sheet.name, header.title),
    year,
  };
}

/** Where nothing above the items states their unit, a note below them may. */
function withUnitBelow(header: LedgerHeader, below: readonly SnapshotRow[]): LedgerHeader {
  const { now, before } = header.moneyUnits;
  const unit = now === undefined && !header.otherUnit ? unitBelow(below) : undefined;
  return unit === undefined ? header : { ...header, moneyUnits: { now: unit, before: before ?? unit } };
}

/** Rows whose codes, names or funds stand in a merged cell above them were read as that says. */
function mergedFindings(sheet: string, areas: readonly Area[]): readonly Finding[] {
  const inOrder = [...areas].sort((one, other) => one.top - other.top || one.left - other.left);
  const cells = inOrder.map(({ top, left }) => ({ sheet, row: top, column: left }));
  const [cell] = cells;
  if (!cell) return [];
  return [
    ledgerFinding('merged', { cell, table: sheet }, inOrder.map(a1OfArea).join('|'), undefined, undefined, cells),
  ];
}

/** Rows with last year's amount alone are in none of this year's tables. */
function noteNoneThisYear(rows: readonly LedgerRow[], remarks: LedgerRemarks): void {
  const none = rows.filter(({ now }) => now === undefined);
  const severity = none.length === rows.length ? 'warning' : undefined;
  for (const { nowCell } of none) remarks.say('now-none', nowCell, '', undefined, severity);
}

function lastVisible(rows: readonly SnapshotRow[]): number | undefined {
  for (let index = rows.length - 1; index >= 0; index--) {
    const { row, cells } = rows[index] as SnapshotRow;
    if (cells.some(({ value, formula }) => formula !== undefined || textOf(value) !== '')) return row;
  }
  return undefined;
}

/** `编制部门：某某局` above the headers. */
function departmentAbove(sheet: string, head: Grid, headerRow: number): Pick<Ledger, 'department' | 'departmentCell'> {
  const none = { department: undefined, departmentCell: undefined };
  for (const row of head.rows) {
    if (row.row >= headerRow) return none;
    for (const cell of row.cells) {
      const department = departmentAt(cell, row);
      if (department !== undefined) return { department, departmentCell: { sheet, row: row.row, column: cell.column } };
    }
  }
  return none;
}
