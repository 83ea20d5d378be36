import type { LackedRow } from '../ledger-evidence/table-against-ledger';
import { rowsOf } from '../ledger/row-runs';
import type { CellRef } from '../snapshot/address';
import type { FindingFacts, Place } from './facts';
import { placeOf, plainAmount } from './quote';

/** That a row of the ledger stands in none of these tables, of which the first speaks; `also`: cells that are off by its amount. */
export function ledgerRowFacts(
  rows: readonly [LackedRow, ...LackedRow[]],
  sheet: string,
  also: readonly CellRef[],
): Extract<FindingFacts, { readonly code: 'ledger-row' }> | undefined {
  const [{ told, code, name, table, names }] = rows;
  const renamed = renamedIn(rows);
  // Of a project that was renamed it is the names that are to be compared.
  const [cell] = renamed.length > 0 && names.length > 0 ? names : told.cells;
  if (!cell) return undefined;
  const { moneyUnit } = table.frame;
  return {
    code: 'ledger-row',
    place: { cell, table: sheet },
    number: code,
    name,
    says: { sheet, amount: plainAmount(told.value, moneyUnit, table.declared.decimals), rows: rowsOf(told.cells) },
    tables: [...new Set(rows.map((row) => row.table.declared.id))],
    renamed,
    also,
    moneyUnit,
  };
}

/** Where the row stands under another name: nothing where one of the tables has no such row. */
function renamedIn(rows: readonly LackedRow[]): readonly Place[] {
  if (rows.some(({ renamed }) => renamed.length === 0)) return [];
  return rows.flatMap(({ renamed, table }) =>
    renamed.flatMap(({ detailCell, detailName, nameCell, keyCell, name }) => {
      const rowWritten = detailCell && detailName;
      const cell = detailCell ?? nameCell ?? keyCell;
      return cell
        ? [placeOf({ cell, table: table.declared.id, rowName: name, rowWritten, columnName: undefined })]
        : [];
    }),
  );
}
