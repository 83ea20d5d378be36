import type { CodeSystem } from '../../engine/classification/code-tree';
import type { Ledger, LedgerRow } from '../../engine/ledger/ledger';
import type { CellRef } from '../../engine/snapshot/address';

/** Where a ledger takes the name of a code. */
export interface NamePlace {
  readonly sheet: string;
  /** Its column of names as it is headed, and the cell beside the first row of each code; undefined where it has no such column. */
  readonly column: { readonly header: string; readonly cells: readonly CellRef[] } | undefined;
}

/** Where the names of codes of one system are written, a place for each sheet of the ledger that has some of them. */
export type LedgerNames = (
  codes: readonly string[],
  system: CodeSystem,
) => readonly (NamePlace & { readonly codes: readonly string[] })[];

/** This year's ledger first; last year's for what stands there alone. */
export function ledgerNames({ lastYear, ...now }: Ledger): LedgerNames {
  return (codes, system) => {
    const left = new Set(codes);
    return [now, ...(lastYear ? [lastYear] : [])].flatMap((ledger) => {
      const rows = firstRows(ledger.rows, system, left);
      const own = codes.filter((code) => rows.has(code));
      for (const code of own) left.delete(code);
      return own.length === 0 ? [] : [{ codes: own, ...placeIn(ledger, [...rows.values()], system) }];
    });
  };
}

type Columns = Pick<Ledger, 'sheet' | 'columns' | 'headers'>;

function placeIn({ sheet, columns, headers }: Columns, rows: readonly number[], system: CodeSystem): NamePlace {
  const column = columns.get(system === 'economic' ? 'economicName' : 'functionalName');
  if (column === undefined) return { sheet, column };
  return { sheet, column: { header: headers.get(column) ?? '', cells: rows.map((row) => ({ sheet, row, column })) } };
}

/** The row in which each of some codes stands first. */
function firstRows(
  rows: readonly LedgerRow[],
  system: CodeSystem,
  codes: ReadonlySet<string>,
): ReadonlyMap<string, number> {
  const first = new Map<string, number>();
  for (const row of rows) {
    const code = system === 'economic' ? row.economic : row.functional;
    if (codes.has(code) && !first.has(code)) first.set(code, row.nowCell.row);
  }
  return first;
}
