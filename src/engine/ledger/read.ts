import type { Catalogue } from '../classification/catalogue';
import type { ResolvedEdition } from '../edition/resolve';
import { departmentAt } from '../recognise/department';
import { textOf, type Grid } from '../recognise/grid';
import type { Finding } from '../finding/finding';
import { a1OfArea, type Area } from '../snapshot/address';
import type { Member } from '../scope/scope';
import type { Snapshot, SnapshotRow } from '../snapshot/snapshot';
import { onceOfTwo } from '../memo/once';
import { runSteps, type Steps } from '../steps/steps';
import { areOtherDepartments } from '../text/department-name';
import type { LedgerHeader } from './columns';
import type { Ledger, LedgerColumn, StatedYear } from './ledger';
import { hiddenFindings } from './hidden';
import type { Meanings } from './meanings';
import type { LedgerProblem } from './problem';
import { ledgerFinding, LedgerRemarks } from './problems';
import { readRows } from './rows-read';
import { departmentInTitle } from './title-department';
import { departmentOfRows } from './unit-names';
import { withUnitElsewhere } from './units';
import { unknownColumns } from './unknown-columns';
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
  const found = ledgersByYear(foundLedgers(snapshot.sheets, stated?.year, edition), stated?.year);
  if (!found) return undefined;
  const { ledger, meanings } = yield* read(found.now, edition, catalogue, stated);
  const [before, another] = found.before;
  const hasOwn = ledger.rows.some((row) => row.before !== undefined);
  const year = ledger.year === undefined ? undefined : { year: ledger.year - 1 };
  const last =
    before && !another && !hasOwn && ledger.rows.length > 0
      ? (yield* read(
          foundLedgers([before.sheet], year?.year, edition)[0] ?? before,
          edition,
          catalogue,
          year,
          meanings,
        )).ledger
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
    ...(isTaken ? { lastYear: last } : {}),
    projectSpellings: last ? together(last.projectSpellings, ledger.projectSpellings) : ledger.projectSpellings,
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

type Spellings = Ledger['projectSpellings'];

/** How this year's ledger writes a project goes before. The same of the same two: by it, sums are found again. */
const together = onceOfTwo((last: Spellings, now: Spellings): Spellings => new Map([...last, ...now]));

/** The departments that two ledgers name, where they name different ones. */
function otherDepartments(...ledgers: readonly [Ledger, Ledger]): string | undefined {
  const [now, before] = ledgers.map(({ department, titled }) => department ?? titled?.department);
  return areOtherDepartments(now, before) ? `${now ?? ''}、${before ?? ''}` : undefined;
}

/** Reads one sheet; last year's where `now` gives by what this year's rows were numbered. */
function* read(
  { sheet, head, header: found }: FoundLedger,
  edition: ResolvedEdition,
  catalogue: Catalogue,
  stated: StatedYear | undefined,
  now?: Meanings,
): Steps<{ readonly ledger: Ledger; readonly meanings: Meanings | undefined }> {
  const isBefore = now !== undefined;
  const below = sheet.rows.filter(({ row }) => row >= found.itemsFrom);
  const header = withUnitElsewhere(found, sheet.name, below);
  const { year, findings: ofYear } = yearFindings(sheet.name, header, stated);
  const unclear = headerFindings(sheet.name, header);
  const canRead = unclear.length === 0 && header.years.problem === undefined;
  const asked = { sheet, header, edition, catalogue, year: year ?? edition.declared.year, isBefore };
  const read = canRead ? yield* readRows(asked, now) : undefined;
  const ledger = {
    sheet: sheet.name,
    moneyUnit: header.moneyUnits.now ?? '万元',
    columns: header.columns,
    headers: header.headers,
    headerRow: header.row,
    lastRow: lastVisible(below) ?? header.row,
    rows: read?.rows ?? [],
    projectSpellings: read?.projectSpellings ?? new Map<Member, string>(),
    findings: [
      ...(isBefore ? [] : ofYear),
      ...unclear,
      ...(read?.findings ?? []),
      ...mergedFindings(sheet.name, read?.filledDown ?? []),
      ...(canRead && !isBefore ? unknownColumns(sheet, head, header) : []),
      ...hiddenFindings(sheet, header, read?.rows ?? []),
    ],
    ...departmentAbove(sheet.name, head, header.row),
    year,
  };
  const titled = departmentInTitle(sheet.name, header.title) ?? departmentOfRows(ledger);
  return { ledger: { ...ledger, titled }, meanings: read?.meanings };
}

/** Why its columns are not clear: nothing of it can be read then. */
function headerFindings(sheet: string, header: LedgerHeader): readonly Finding[] {
  const remarks = new LedgerRemarks(sheet, header);
  const at = (column: number): { readonly row: number; readonly column: number } => ({ row: header.row, column });
  const needed = header.funds ? NEEDED.filter((column) => column !== 'fund' && column !== 'now') : NEEDED;
  const missing = needed.filter((column) => !header.columns.has(column));
  // Rows that name a project are project expenditure: a ledger without a column of kinds can say it by that.
  if (!header.columns.has('kind') && !header.columns.has('project')) missing.push('kind');
  const seen = header.seen.join('、');
  for (const column of missing) remarks.say('column-missing', at(header.functional[0] ?? 0), column, seen);
  for (const { column, at: columns } of header.twice) remarks.say('column-twice', at(columns[1] ?? 0), column);
  for (const [, second] of header.funds?.twice ?? [])
    remarks.say('column-twice', at(second), header.funds?.headers.get(second) ?? '');
  if (header.otherUnit) remarks.say('unit-other', header.otherUnit, header.otherUnit.unit);
  return remarks.findings;
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
