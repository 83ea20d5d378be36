import type { ResolvedEdition } from '../edition/resolve';
import type { Finding } from '../finding/finding';
import type { GridCell, GridRow } from '../recognise/grid';
import { normaliseText } from '../text/normalise';
import type { SheetSnapshot } from '../snapshot/snapshot';
import { headOf } from './columns';
import { isBareCode, meaningOf, type HeaderMeaning } from './headers';
import { ledgerFinding } from './problems';
import { ledgerWords } from './words';

/** One column of a fund may be anything: two of them divide the amounts. */
const FEWEST = 2;
/** What a row is for: a budget's own tables that divide funds by columns never say it beside the functional code. */
const PURPOSE: ReadonlySet<HeaderMeaning['column']> = new Set(['economic', 'kind', 'project']);

/**
 * A ledger in which each fund has a column of its own for its amounts, which is not read; what it would have to look like is said.
 * Undefined where no sheet has such headers.
 */
export function ledgerByFunds(sheets: readonly SheetSnapshot[], edition: ResolvedEdition): Finding | undefined {
  const { fundOf } = ledgerWords(edition);
  const fundsIn = (row: GridRow | undefined): readonly GridCell[] =>
    row?.cells.filter(({ text }) => fundOf(normaliseText(text)) !== undefined) ?? [];
  for (const sheet of sheets) {
    const { name } = sheet;
    const { rows } = headOf(sheet);
    for (const [index, row] of rows.entries()) {
      if (!saysPurpose(row)) continue;
      const below = rows[index + 1];
      // They may stand below one header over all of them.
      const [funds = []] = [fundsIn(row), fundsIn(below)].filter(({ length }) => length >= FEWEST);
      const [first] = funds;
      if (!first) continue;
      const cell = { sheet: name, row: first.row, column: first.column };
      return ledgerFinding('funds-apart', { cell, table: name }, funds.map(({ text }) => text).join('|'));
    }
  }
  return undefined;
}

function saysPurpose({ cells }: GridRow): boolean {
  const said = new Set(cells.map(({ text }) => meaningOf(text, undefined)?.column));
  const saysCode = said.has('functional') || cells.some(({ text }) => isBareCode(text));
  return saysCode && [...PURPOSE].some((column) => said.has(column));
}
