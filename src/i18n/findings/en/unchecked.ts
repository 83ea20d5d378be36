import { nameList, place } from '../../words/phrases-en';
import type { SentenceGroup } from '../sentences';

/** Why a check could not be run, and why a sheet was not recognised. How many checks it concerns is said in front of it. */
export const unchecked = {
  'unchecked-columns': ({ table, headers }) =>
    `${table} lacks the ${headers.length === 1 ? 'column' : 'columns'} ${nameList(headers)}.`,
  'unchecked-cell': ({ place: at, raw }) => `${place(at)} holds “${raw}”, which is no amount.`,
  'unchecked-open': ({ table }) => `${table} has cells that are still to be filled in (待填).`,
  'unchecked-row': ({ table, row }) => `${table} lacks the row “${row}”.`,
  'unchecked-rows': ({ table, rows }) =>
    `${table} has amounts in ${rows.length === 1 ? 'row' : 'rows'} ${rows.slice(0, 5).join(', ')}${rows.length > 5 ? ' …' : ''} that could not be read.`,
  'unchecked-table': ({ title }) => `“${title}” was not found.`,
  'sheet-unknown': ({ nearest, missing }) => {
    if (nearest === undefined) return 'It is like none of the known budget tables.';
    return `It is nearest to “${nearest}”${missing.length > 0 ? `, but lacks ${nameList(missing)}` : ''}.`;
  },
  'workbook-blank': ({ tables }) =>
    `${tables} tables were found and none holds an amount: this is a blank form with nothing to check.`,
  'sheet-ledger': () => 'It is a ledger, no table: its rows are checked when tables are made from it.',
  'sheet-no-table': ({ blank }) => (blank ? 'It is blank.' : 'It holds text, but no table.'),
} satisfies SentenceGroup;
