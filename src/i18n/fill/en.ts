import type { LeftBecause } from '../../engine/fill/plan';
import { amountText } from '../words/amounts';
import { count, money, moreOrLess, nameList, place } from '../words/phrases-en';
import type { FillNumbers, FillWords, KeptAmount } from './words';

const compared = (kept: KeptAmount): string =>
  `${place(kept.place)}: you typed ${money(kept.typed, kept.unit)}, =${kept.formula} comes to ${amountText(kept.computed)} (${moreOrLess(kept.difference)})`;

const LEFT_CELL: Readonly<Record<LeftBecause, (cells: string) => string>> = {
  unreadable: (cells) => `${cells} cannot be read as an amount`,
  'left-open': (cells) => `it needs ${cells}, which is not filled`,
  'text-formula': (cells) => `the formula of ${cells} gives text, which no sum takes in`,
  'lost-reference': () =>
    'its formula referred to a row that was deleted, and the tables do not tell what stood there. Put the row back, clear this cell and fill again; where there is a ledger, compile again',
  'missing-columns': () => 'a column that belongs to the sum is missing',
  'unread-rows': (cells) => `the row of ${cells} was not recognised and may belong to the sum`,
  'in-label': () => 'the amount stands in the cell of its label, where no formula can; please type it behind the colon',
  merged: () => 'it is inside a merged cell, where nothing written would be seen',
  circular: () => 'a formula of yours refers to it already; referring back would close a circle',
  'too-long': () => 'the formula would be longer than Excel takes',
  'row-protected': () => 'the sheet is protected; please unprotect it first',
  'row-beside': () => 'another table stands beside it and would be torn apart; please add the row yourself',
  'row-merged': () => 'a merged cell reaches across the place; please unmerge it first',
  'row-hidden': () => 'rows of the table are hidden or filtered; please show them first',
  'row-unnamed': () => 'the code is in no catalogue, so it has no name; please look at the code',
  'row-unclear': () =>
    'it cannot be told how codes are written here, or which row is the total; please add the row yourself',
  'row-refused': () => 'no row can be put into this sheet',
};

function amounts({ formulas, values }: Pick<FillNumbers, 'formulas' | 'values'>): readonly string[] {
  return [...(formulas > 0 ? [count(formulas, 'formula')] : []), ...(values > 0 ? [count(values, 'amount')] : [])];
}

const madeNumbers = (numbers: number): readonly string[] =>
  numbers > 0 ? [`${count(numbers, 'text')} made ${numbers === 1 ? 'a number' : 'numbers'}`] : [];

const putIn = (rows: number): readonly string[] => (rows > 0 ? [`${count(rows, 'row')} put in`] : []);

function summed({ formulas, values, rows, numbers }: FillNumbers): string {
  return [...amounts({ formulas, values }), ...madeNumbers(numbers), ...putIn(rows)].join(', ');
}

export const fillEn: FillWords = {
  kept: compared,
  keptRounding: (kept) => `${compared(kept)}, which rounding explains`,
  replaced: (kept) => `${compared(kept)}; now a formula`,
  allKept: 'What you typed was kept. To have the formula, clear the cell and fill again.',
  keptForRow: (cells) =>
    `What you typed in ${cells} differs because of this and was kept: see to the row first, do not clear it.`,
  counts: ({ rows, numbers, ...cells }) => [...amounts(cells), ...putIn(rows), ...madeNumbers(numbers)],
  insertedRow: (row, name) => `row ${row} put in: ${name}`,
  blankRowTaken: (row, name) => `row ${row} was blank: ${name} goes there`,
  blank: 'blank',
  madeNumber: 'text made a number',
  renewed: (formula) => `was =${formula}, same result`,
  unknown: 'cannot be told here, please look',
  restored: (formula) => `was =${formula}, which referred to a row that was deleted`,
  followed: 'Formulas of yours that come to something else:',
  followsHidden: (n) =>
    `${count(n, 'formula')} of yours ${n === 1 ? 'comes' : 'come'} to something else; --dry-run lists them`,
  notesHidden: (n) => `${count(n, 'more typed amount')} kept, with differences that rounding explains`,
  leftCells: (first, more, because, cells) =>
    `${place(first)}${more > 0 ? ` and ${count(more, 'more cell')}` : ''} not filled: ${LEFT_CELL[because](cells.join(' '))}`,
  leftWaiting: (first, more, { areas, more: isMore, cells }) =>
    `${place(first)} and ${count(more, 'more cell')} not filled: ${
      areas.length === 0
        ? 'other tables that they take from are still open; fill again when those are filled in'
        : `please fill in ${areas.join(' ')}${isMore ? ` and more (${cells} cells in all)` : ''} first, then fill again`
    }`,
  leftRows: (table, rows, because) =>
    `${table} should have ${rows.length === 1 ? 'a row' : 'rows'} ${nameList(rows)}; not put in: ${LEFT_CELL[because]('')}`,
  nothing: 'Totals, class rows and figures between tables are all there; nothing to fill.',
  nothingButRows: 'Nothing to fill; tables lack rows, please add these and fill again.',
  nothingButOpen: 'Nothing more can be computed; what is listed above is still blank, please fill it in first.',
  untouched: (tables) =>
    `${tables.join(', ')} hold no amount, and no other table tells them: please type the lowest rows and fill again; where there is no such money, state under the table that it is empty.`,
  nothingTyped: 'The tables hold no amounts yet, so there is nothing to compute; please type the lowest rows first.',
  written: (file, numbers) => `Wrote ${file}: ${summed(numbers)}.`,
  writtenUnchanged: (file) => `Wrote ${file}: nothing in it changed.`,
  dryRun: (numbers) => `Dry run: ${summed(numbers)}; no file was written.`,
  remaining: (said) => `Afterwards: ${said}`,
  remainingNone: 'Afterwards: no errors',
};
