import { amountText } from '../../words/amounts';
import { count as counted, money, nameList, place } from '../../words/phrases-en';
import { shortened } from '../../words/shortened';
import { MOST_ROWS } from '../ledger-rows';
import type { SentenceGroup } from '../sentences';

const others = (count: number): string => (count > 1 ? ` and ${counted(count - 1, 'more cell')}` : '');
const are = (count: number, one: string, many: string): string => (count > 1 ? many : one);
const list = (items: readonly (string | number)[]): string => items.join(', ');

/** Findings about what a workbook should hold: tables, titles, units, notes, cells that are no amount. */
/** The tool's own sheet of facts says otherwise than the tables. */
const followsFacts = (sheet: string): string =>
  `Cover and text follow “${sheet}”; where that is right, compile again and the tables follow it, too.`;

export const structure = {
  'table-missing': ({ title, titleOn }) =>
    titleOn === undefined
      ? `“${title}” was not found.`
      : `“${title}” was not found; “${titleOn}” has only its title, with no table under it.`,
  'table-twice': ({ title, sheets }) =>
    `“${title}” stands ${sheets.length} times, on ${nameList(sheets)}. Keep one, or mark the others as continued.`,
  'title-near': ({ table, printed, title }) => `${table} is titled “${printed}”; the prescribed title is “${title}”.`,
  'title-absent': ({ table, title }) => `The prescribed title “${title}” was not found above ${table}.`,
  'title-year': ({ table, printed, year, ours }) =>
    ours
      ? `${table} says ${printed}, the tables say ${year}. ${followsFacts(table)}`
      : `${table} says ${printed}, the other tables say ${year}.`,
  'unit-missing': ({ table, moneyUnit }) =>
    `${table} states no money unit and was checked in ${moneyUnit}. State it above the table on the right.`,
  'unit-mixed': ({ units }) => {
    const [most, ...rest] = units;
    return `${rest.map(({ moneyUnit, tables }) => `${list(tables)}: ${moneyUnit}`).join('; ')}; the other tables: ${most?.moneyUnit ?? ''}. Converted before checking.`;
  },
  'unit-foreign': ({ table, printed, moneyUnit }) =>
    `${table} states the money unit “${printed}”, which was not converted; it was checked in ${moneyUnit}. Use ${moneyUnit} instead.`,
  'unit-suffix': ({ place: at, raw, moneyUnit, count }) =>
    `${place(at)}${others(count)} ${are(count, 'reads', 'read')} “${raw}”, not in the table's ${moneyUnit}; converted before checking.`,
  'department-differs': ({ names, ours }) =>
    `The department is named differently: ${names.map(({ name, tables }) => `${name === '' ? 'not at all' : `“${name}”`} in ${shortList(tables)}`).join(', ')}.${ours === undefined ? '' : ` ${followsFacts(ours)}`}`,
  'column-missing': ({ table, headers }) =>
    `${table} lacks ${are(headers.length, 'the column', 'the columns')} ${nameList(headers)}.`,
  'total-missing': ({ table, under }) => `${table}${under === undefined ? '' : ` (“${under}”)`} has no row of totals.`,
  'empty-unsaid': ({ title, zeros, inText }) =>
    `“${title}” ${zeros ? 'holds nothing but zeros' : 'holds no amounts'}, ${inText ? 'and only the text says that it is empty' : 'and no note says so'}. State it under the table.`,
  'all-blank': ({ count }) =>
    `None of the ${counted(count, 'table')} found holds an amount; nothing has been filled in yet.`,
  'empty-contradicted': ({ title, figure, moneyUnit }) =>
    `“${title}” is noted as empty, but ${place(figure)} holds ${money(figure.amount ?? '0', moneyUnit)}.`,
  'empty-other': ({ title, mentions }) => `The note that “${title}” is empty speaks of “${mentions}” instead.`,
  placeholder: ({ place: at, text, count }) =>
    `${place(at)}${others(count)} still ${are(count, 'holds', 'hold')} the placeholder “${text}”. Fill it in or remove it.`,
  'hidden-sheets': ({ sheets }) =>
    `${counted(sheets.length, 'hidden sheet')} would be published with the file: ${nameList(sheets)}.`,
  'hidden-lines': ({ table, lines, spans }) =>
    `${table}: hidden ${lines} ${list(spans.slice(0, MOST_ROWS))}${spans.length > MOST_ROWS ? ` and ${spans.length - MOST_ROWS} more` : ''} hold content. Show or remove them.`,
  'notes-left': ({ sheet, count }) => `“${sheet}” has ${counted(count, 'note')}; remove before publishing.`,
  'formula-error': ({ place: at, raw, count, lost }) => {
    const said = `${place(at)}${others(count)} ${are(count, 'shows', 'show')} “${raw}”`;
    if (!lost) return `${said} and cannot be read. Mend the formula.`;
    const { formula, followers, ledger } = lost;
    const also =
      followers > 0
        ? `; ${counted(followers, 'cell')} that ${are(followers, 'refers', 'refer')} to it cannot be read either`
        : '';
    const again = ledger === undefined ? '' : `Compile again from the ledger “${ledger}”. Or: `;
    return `${said}: a row to which “=${shortened(formula)}” referred was deleted${also}. ${again}${again === '' ? 'A' : 'a'} row of a class, a section or a total is put back by fill, which mends the formula; put back a row of detail by hand and mend the formula.`;
  },
  'external-link': ({ place: at, count }) =>
    `${place(at)}${others(count)} ${are(count, 'refers', 'refer')} to another workbook and will break once published. Use values or cells of this file.`,
  'typed-total': ({ place: at, count }) =>
    `${place(at)}${others(count)} ${are(count, 'is a typed total', 'are typed totals')}, not a formula, and will not follow a changed part.`,
  'text-number': ({ place: at, raw, count, summed }) =>
    `${place(at)}${others(count)} ${are(count, 'is', 'are')} kept as text (“${raw}”), which sums leave out; ${summed > 0 ? `a formula sums over ${summed < count ? `${summed} of them` : are(count, 'it', 'them')} and comes out too small` : 'checked as the number it shows'}.`,
  'not-number': ({ place: at, raw, count, expected, moneyUnit }) => {
    const said = `${place(at)}${others(count)} ${are(count, 'holds', 'hold')} “${raw}”, which is no amount`;
    return expected === undefined
      ? `${said}. Write a number, or leave it blank.`
      : `${said}; by its equations it should be ${money(expected, moneyUnit)}.`;
  },
  'hidden-precision': ({ place: at, stored, shown, count, matters }) =>
    `${place(at)}${others(count)} shows ${shown} but stores ${amountText(stored)}; ${matters ? 'the stored values do not add up either' : 'the shown values may not add up to the last digit'}.`,
  negative: ({ figure, count, moneyUnit }) =>
    `${place(figure)}${others(count)} ${are(count, 'is', 'are')} negative (${money(figure.amount ?? '0', moneyUnit)}); please verify.`,
  'order-codes': ({ table, printed, above }) =>
    `${table} is not in the order of its codes: ${printed} stands after ${above}.`,
  'row-unread': ({ table, rows }) =>
    `${table} ${are(rows.length, 'row', 'rows')} ${list(rows)}: amounts, but nothing that says what for; not checked.`,
  'column-unread': ({ table, header, letters }) =>
    `${table} column ${letters} ${header === '' ? 'has amounts but no header' : `“${header}” has amounts but is not prescribed`}; not checked.`,
  'label-near': ({ place: at, printed, label }) => `${at.table}: “${printed}” was taken for the nearest, “${label}”.`,
  'class-column': ({ table, printed, name, found, wanted }) =>
    `${table} ${printed} “${name}” has its amount under “${found}”; it usually belongs under “${wanted}”.`,
  'row-twice': ({ table, printed, name, rows }) =>
    `${table} ${printed} “${name}” stands in rows ${list(rows)}, each with amounts. Merge them or check the code.`,
  'row-orphan': ({ table, printed, name, parent }) =>
    `${table} ${printed} “${name}” has no row for ${parent} above it, while other codes have theirs.`,
  'row-absent': ({ table, rows, children, amount, moneyUnit, fillable, totals }) => {
    const names = rows.map(({ code, name }) => `“${code}${name}”`).join(', ');
    const sum = amount === undefined ? '' : `, ${money(amount, moneyUnit)} in all`;
    const left = totals === undefined ? '' : '; the total leaves it out as well';
    const after = fillable ? '`fill` puts it in' : 'Please put it in';
    return `${table} has no row ${names} above ${children} row${children > 1 ? 's' : ''} of it${sum}${left}. ${after}${totals === undefined ? '' : ', then mend the total'}.`;
  },
  'name-differs': ({ printed, names }) =>
    `Code ${printed} is named differently: ${names.map(({ name, tables }) => `“${name}” in ${shortList(tables)}`).join(', ')}.`,
  'name-blank': ({ names }) =>
    `No name is written for ${names.map(({ code, tables }) => `${code} (${shortList(tables)})`).join(', ')}.`,
  'not-recalculated': ({ place: at, formula, count, stored }) => {
    const cells = `The formula “=${formula}” of ${place(at)}${count > 1 ? ` (${count} cells of this kind)` : ''}`;
    return stored
      ? `${cells} cannot be recalculated; its stored value was checked.`
      : `${cells} has no stored result and was not checked. Open and save the file in Excel first.`;
  },
} satisfies SentenceGroup;

const MOST_TABLES = 4;

function shortList(tables: readonly string[]): string {
  return tables.length > MOST_TABLES
    ? `${list(tables.slice(0, MOST_TABLES))} and ${tables.length - MOST_TABLES} more`
    : list(tables);
}
