import type { ResolvedEdition } from '../edition/resolve';
import type { Finding } from '../finding/finding';
import type { GridRow } from '../recognise/grid';
import type { SheetSnapshot } from '../snapshot/snapshot';
import { headOf } from './columns';
import { fundWords } from './fund-words';
import { isBareCode, meaningOf, type HeaderMeaning } from './headers';
import { ledgerFinding } from './problems';

/** One column of a fund may be anything: two of them divide the amounts. */
const FEWEST = 2;

type Said = HeaderMeaning['column'] | undefined;

/**
 * What a ledger lacks in which each fund has a column and which does not say for what its items are: no other ledger is taken for one by
 * so little. Nothing where no sheet has such headers.
 */
export function lackedByFundLedger(sheets: readonly SheetSnapshot[], edition: ResolvedEdition): readonly Finding[] {
  const wordOf = fundWords(edition);
  const dividesByFunds = (row: GridRow | undefined): boolean =>
    (row?.cells.filter(({ text }) => wordOf(text).fund !== undefined).length ?? 0) >= FEWEST;
  for (const sheet of sheets) {
    const { rows } = headOf(sheet);
    for (const [index, row] of rows.entries()) {
      const missing = missingIn(row);
      // They may stand below one header over all of them.
      if (missing.length === 0 || !(dividesByFunds(row) || dividesByFunds(rows[index + 1]))) continue;
      const { name } = sheet;
      const cell = { sheet: name, row: row.row, column: row.cells[0]?.column ?? 0 };
      const seen = row.cells.flatMap(({ cell: { value }, text }) => (text === '' ? [] : [String(value).trim()]));
      return missing.map((column) => ledgerFinding('column-missing', { cell, table: name }, column, seen.join('、')));
    }
  }
  return [];
}

/** What each column of a ledger is needed for; of those in a line one is enough. */
const NEEDED = [['functional'], ['economic'], ['kind', 'project'], ['fund'], ['now', 'dated']] as const;
/** A row of headers that says so much of it is of a ledger, and of no other table. */
const MOST_LACKED = 2;
const TELLING = ['functional', 'economic', 'fund'] as const;

/**
 * What a sheet that is nearly a ledger lacks to be one, each a finding with the headers that were found. Nothing where none says most of
 * what is needed: a list of projects is no ledger.
 */
export function lackedByLedger(sheets: readonly SheetSnapshot[]): readonly Finding[] {
  for (const { name, rows } of sheets.map((sheet) => ({ name: sheet.name, rows: headOf(sheet).rows }))) {
    for (const { row, cells } of rows) {
      const said = new Set(cells.map(({ text }): Said => meaningOf(text, undefined)?.column));
      if (cells.some(({ text }) => isBareCode(text))) said.add('functional');
      const missing = NEEDED.filter((columns) => !columns.some((column) => said.has(column)));
      const telling = TELLING.filter((column) => said.has(column)).length;
      if (missing.length === 0 || missing.length > MOST_LACKED || telling < 2) continue;
      const seen = cells.flatMap(({ cell: { value }, text }) => (text === '' ? [] : [String(value).trim()])).join('、');
      const cell = { sheet: name, row, column: cells[0]?.column ?? 0 };
      return missing.map(([column]) => ledgerFinding('column-missing', { cell, table: name }, column, seen));
    }
  }
  return [];
}

/** What a row of headers that says a code and something of what it is for does not say. */
function missingIn({ cells }: GridRow): readonly ('economic' | 'kind')[] {
  const said = new Set(cells.map(({ text }): Said => meaningOf(text, undefined)?.column));
  const saysKind = said.has('kind') || said.has('project');
  const saysCode = said.has('functional') || cells.some(({ text }) => isBareCode(text));
  if (!saysCode || !(saysKind || said.has('economic'))) return [];
  return [...(said.has('economic') ? [] : (['economic'] as const)), ...(saysKind ? [] : (['kind'] as const))];
}
