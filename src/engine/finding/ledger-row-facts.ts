import type { LackedRow } from '../ledger-evidence/table-against-ledger';
import { runsOf } from '../ledger/problems';
import type { FindingFacts } from './facts';
import { plainAmount } from './quote';

/** That a row of the ledger stands in none of these tables, of which the first speaks; `also`: so many cells are off by its amount. */
export function ledgerRowFacts(
  rows: readonly [LackedRow, ...LackedRow[]],
  sheet: string,
  also: number,
): Extract<FindingFacts, { readonly code: 'ledger-row' }> | undefined {
  const [{ told, code, name, table }] = rows;
  const [cell] = told.cells;
  if (!cell) return undefined;
  const { moneyUnit } = table.frame;
  return {
    code: 'ledger-row',
    place: { cell, table: sheet },
    number: code,
    name,
    says: { sheet, amount: plainAmount(told.value, moneyUnit, table.declared.decimals), rows: runsOf(told.cells) },
    tables: [...new Set(rows.map((row) => row.table.declared.id))],
    also,
    moneyUnit,
  };
}
