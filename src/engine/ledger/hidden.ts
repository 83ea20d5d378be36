import type { Finding } from '../finding/finding';
import type { CellRef } from '../snapshot/address';
import { isWithin, type SheetSnapshot } from '../snapshot/snapshot';
import type { LedgerHeader } from './columns';
import type { LedgerRow } from './ledger';
import { ledgerFinding } from './problems';

/** Rows that are hidden or filtered away and columns that are hidden are read like all others: which they were is told. */
export function hiddenFindings(
  { name, hiddenRows, hiddenColumns }: SheetSnapshot,
  header: LedgerHeader,
  rows: readonly LedgerRow[],
): readonly Finding[] {
  const column = header.functional[0] ?? 0;
  const ofRows = rows.flatMap(({ nowCell: { row } }): readonly CellRef[] =>
    isWithin(row, hiddenRows) ? [{ sheet: name, row, column }] : [],
  );
  const ofColumns = [...header.headers.keys()]
    .filter((at) => isWithin(at, hiddenColumns))
    .map((at): CellRef => ({ sheet: name, row: header.row, column: at }));
  const headed = ofColumns.map((cell) => header.headers.get(cell.column) ?? '').join('|');
  return [...said('hidden-rows', ofRows, ''), ...(rows.length > 0 ? said('hidden-columns', ofColumns, headed) : [])];
}

function said(problem: 'hidden-rows' | 'hidden-columns', cells: readonly CellRef[], value: string): readonly Finding[] {
  const [cell] = cells;
  return cell ? [ledgerFinding(problem, { cell, table: cell.sheet }, value, undefined, undefined, cells)] : [];
}
