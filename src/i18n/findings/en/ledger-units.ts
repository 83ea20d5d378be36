import type { FactsByCode } from '../../../engine/finding/facts';
import type { LedgerProblem } from '../../../engine/ledger/problem';
import { columnLetters } from '../../../engine/snapshot/address';
import { amountText } from '../../words/amounts';
import { place } from '../../words/phrases-en';
import { isOneRow, ledgerInChecks, rowsShown } from '../ledger-rows';

type Facts = FactsByCode['ledger'];

/** Rows as first and last of those that follow each other: 2, 4–6. */
export const rowsIn = (runs: Facts['rows']): string => {
  const { shown, more } = rowsShown(runs, (first, last) => `${first}–${last}`);
  return `${shown.join(', ')}${more === 0 ? '' : ` and ${more} more`}`;
};
/** Where it stands: the first cell, or all rows of its column. */
export const at = ({ place: first, rows }: Facts): string => {
  if (isOneRow(rows)) return place(first);
  const named = first.column === undefined ? columnLetters(first.cell.column) : `“${first.column}”`;
  return `${first.table} rows ${rowsIn(rows)}, column ${named}`;
};

/** Of amounts that were taken for 万元, why they may be 元. */
const LOOKS_LIKE_YUAN: Readonly<Partial<Record<string, string>>> = {
  large: 'most amounts are above a hundred million yuan',
  least: 'hardly any amount is below ten million yuan',
  huge: 'an amount of basic expenditure is above a thousand million yuan',
};

/** What is said of the money unit of a ledger: all that a check says of one, where last year's stands in a sheet of its own. */
export const UNITS_SAID = {
  'unit-of-row': (facts) => {
    const [should = '', unit = '', year] = (facts.proposed ?? '').split('|');
    const times = unit === '万元' ? 'ten thousand times' : 'a ten-thousandth of';
    const mistaken = unit === '万元' ? '元 taken for 万元' : '万元 taken for 元';
    return `${at(facts)}: ${amountText(facts.value)} ${unit} is about ${times} the amount of ${year === 'now' ? 'last' : 'this'} year. Probably the money unit is wrong (${mistaken}) and it should be ${amountText(should)} ${unit}; please check. Compiled as it stands.`;
  },
  'unit-of-column': (facts) => {
    const [, unit = '', year] = (facts.proposed ?? '').split('|');
    const times = unit === '万元' ? 'ten thousand times' : 'a ten-thousandth of';
    const mistaken = unit === '万元' ? '元 taken for 万元' : '万元 taken for 元';
    return `${at(facts)}: the amounts are about ${times} those of ${year === 'now' ? 'last' : 'this'} year. Probably the money unit of the column is wrong (${mistaken}); please check. Compiled as they stand. Please change them to ${unit}, or name the unit of both years in the headers: “（元）”, “（万元）”.`;
  },
  'unit-of-all': (facts) =>
    `${place(facts.place)}: ${facts.value === 'whole' ? 'all amounts of the ledger are whole numbers, most of them above a hundred million yuan' : 'most amounts of the ledger are above a thousand million yuan'}. Probably the money unit is wrong (元 taken for 万元); please check. If they are in yuan, please write “（元）” into the headers.`,
  'unit-assumed': (facts) =>
    `${place(facts.place)}: no money unit is stated, so 万元 is taken; but ${LOOKS_LIKE_YUAN[facts.value] ?? ''}, as if they were in yuan. Please check. If they are, please write “单位：元” above the headers, or “（元）” into them; if not, “单位：万元”.`,
} satisfies Partial<Record<LedgerProblem, (facts: Facts) => string>>;

export const ledgerUnits = ledgerInChecks(UNITS_SAID);
