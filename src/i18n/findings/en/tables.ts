import { addressOf } from '../../../engine/snapshot/address';
import { amountText, magnitudeText } from '../../words/amounts';
import type { MoneyUnit } from '../../../engine/amount/reading';
import type { Quoted, Slip } from '../../../engine/finding/facts';
import type { RowHolder } from '../../../engine/finding/row-lacked';
import { count as counted, money, moreOrLess, nameList, now, place, places } from '../../words/phrases-en';
import { cellsShown } from '../cells-shown';
import { alsoInLedger } from './beside-ledger';
import type { SentenceGroup } from '../sentences';

/** How an amount may have come about, as said of a suspected cell. */
export const SLIPS: Readonly<Record<Slip, string>> = {
  digit: 'One digit looks wrong.',
  swapped: 'Two neighbouring digits look swapped.',
  dropped: 'A digit looks left out.',
  doubled: 'A digit looks typed twice.',
  point: 'The decimal point looks misplaced.',
  sign: 'The sign looks reversed.',
  blank: 'It looks left out.',
  unit: 'The money unit looks wrong.',
};

function side(first: Quoted, sum: string, count: number, unit: MoneyUnit | undefined): string {
  const amount = unit === undefined ? amountText(sum) : money(sum, unit);
  return count > 1 ? `${place(first)} and ${count - 1} more sum to ${amount}` : `${place(first)} is ${amount}`;
}

/** The reason of a declared equation, in the words of its declaration; nothing where there is none. */
function reason(because: string): string {
  return because === '' ? '' : ` The reason: ${because.replace(/。$/, '')}.`;
}

/** The money unit that amounts so many times too large or too small were typed in. */
function typedIn(factor: string, larger: boolean, unit: MoneyUnit): MoneyUnit | undefined {
  if (factor !== '10000' || larger !== (unit === '万元')) return undefined;
  return unit === '万元' ? '元' : '万元';
}

/** What the cells after the first ones hold, and what they should. */
function changesShown(cells: readonly Quoted[], expected: readonly string[], from: number): string {
  const rest = cells.slice(from);
  const { shown, all } = cellsShown(rest.map(({ cell }) => cell));
  const each = shown.map((address, index) => {
    const amount = rest[index]?.amount;
    const present = amount === undefined ? 'is blank' : `holds ${amountText(amount)}`;
    return `${address} ${present}, should be ${amountText(expected[from + index] ?? '0')}`;
  });
  return `${each.join('; ')}${all ? ` and more (${all} in all)` : ''}`;
}

const MOST_HOLDERS = 3;

/** Where a row stands that a table lacks, with the amount there. */
export function holdersOf(has: readonly RowHolder[]): string {
  const shown = has
    .slice(0, MOST_HOLDERS)
    .map(
      ({ cell, table, form, amount }) =>
        `${form ? cell.sheet : `${table} row ${cell.row + 1}`} has ${amountText(amount)}`,
    );
  return `${shown.join(', ')}${has.length > MOST_HOLDERS ? `, and ${has.length - MOST_HOLDERS} more` : ''}`;
}

/** Findings within a table and between tables. */
export const tables = {
  'parts-differ': ({ whole, parts, count, difference, agreeing, moneyUnit }) => {
    const below = `the ${counted(count, 'part')} below it ${count === 1 ? 'is' : 'sum to'}`;
    if (whole.amount === undefined) return `${place(whole)} is blank; ${below} ${money(parts, moneyUnit)}.`;
    const parted = `${place(whole)} ${now(whole, moneyUnit)}; ${below} ${amountText(parts)} (${moreOrLess(difference)}).`;
    if (!agreeing) return parted;
    const rows = difference.startsWith('-') ? 'a row too many or one too large' : 'a row lacking or one too small';
    return `${parted} It agrees with ${addressOf(agreeing.cell)}: there seems to be ${rows} by ${magnitudeText(difference)}.`;
  },
  'same-differ': ({ first, second, difference, moneyUnit }) => {
    const [here = '', there = ''] = places([first, second]);
    const holds = (amount: string | undefined): string => (amount === undefined ? 'is blank' : amountText(amount));
    return `One figure in two places: ${here} ${holds(first.amount)}, ${there} ${holds(second.amount)}, ${magnitudeText(difference)} ${moneyUnit} apart.`;
  },
  'columns-differ': ({ whole, parts, names, difference, moneyUnit }) => {
    const sum = names.length === 2 ? names.join(' plus ') : `the sum of ${nameList(names)}`;
    return whole.amount === undefined
      ? `${place(whole)} is blank; ${sum} is ${money(parts, moneyUnit)}.`
      : `${place(whole)} ${now(whole, moneyUnit)}; ${sum} is ${amountText(parts)} (${moreOrLess(difference)}).`;
  },
  'parts-blank': ({ whole, names, moneyUnit }) =>
    `${place(whole)} holds ${money(whole.amount ?? '0', moneyUnit)}, while ${nameList(names)} ${names.length > 1 ? 'are' : 'is'} blank.`,
  rounding: ({ whole, count, difference, doubtful, moneyUnit }) => {
    const apart = `${place(whole)} differs from the sum of its ${counted(count, 'part')} by ${magnitudeText(difference)} ${moneyUnit}`;
    return doubtful
      ? `${apart}: rounding could explain it, but it does not look like rounding. Please check.`
      : `${apart}, which rounding explains.`;
  },
  'same-sum-differ': ({ first, table, sum, count, difference, moneyUnit }) => {
    const there = `the ${counted(count, 'row')} of ${table} that ${count === 1 ? 'covers' : 'cover'} the same ${count === 1 ? 'is' : 'sum to'}`;
    return first.amount === undefined
      ? `${place(first)} is blank; ${there} ${money(sum, moneyUnit)}.`
      : `${place(first)} ${now(first, moneyUnit)}; ${there} ${amountText(sum)}, ${magnitudeText(difference)} apart.`;
  },
  'row-missing': ({ figure, number, table, moneyUnit }) => {
    const row =
      figure.row === undefined
        ? place(figure)
        : `${figure.table} has ${number === undefined ? '' : `${number} `}“${figure.row}”`;
    return `${row} with ${money(figure.amount ?? '0', moneyUnit)}; ${table} has no such row.`;
  },
  'row-lacked': ({ table, number, name, amount, columns, has, moneyUnit }) => {
    const divided =
      columns.length === 0 ? '' : ` (${columns.map((one) => `${one.name} ${amountText(one.amount)}`).join(', ')})`;
    return `${table} lacks the row ${number === '' ? '' : `${number} `}“${name}”, which should hold ${money(amount, moneyUnit)}${divided}: ${holdersOf(has)}. Put the row in.`;
  },
  'sides-differ': ({ left, leftSum, leftCount, right, rightSum, rightCount, difference, because, moneyUnit }) =>
    `${side(left, leftSum, leftCount, moneyUnit)}, ${side(right, rightSum, rightCount, undefined)}, ${magnitudeText(difference)} apart.${reason(because)}`,
  'below-floor': ({ left, leftSum, leftCount, right, rightSum, difference, because, moneyUnit }) =>
    `${side(left, leftSum, leftCount, moneyUnit)}, less than ${right ? `${place(right)} with ` : 'the least it can be, '}${amountText(rightSum)} (${magnitudeText(difference)} too little).${reason(because)}`,
  'cell-determined': ({ cell, expected, difference, slip, blank, ledger, moneyUnit }) => {
    const also = ledger ? `, ${alsoInLedger(ledger)}` : '';
    if (cell.amount === undefined) return `${place(cell)} is blank and should be ${money(expected, moneyUnit)}${also}.`;
    const sentence = `${place(cell)} ${now(cell, moneyUnit)}, should be ${blank ? 'blank, as its column is where there is nothing' : amountText(expected)} (${moreOrLess(difference)})${also}.`;
    return slip === undefined ? sentence : `${sentence} ${SLIPS[slip]}`;
  },
  'cells-determined': ({ cells, expected, how, slip, difference, ledger, blank, moneyUnit }) => {
    const [first, second] = cells;
    const [here = '', there = ''] = places(cells);
    const [meant = '', other = ''] = expected;
    if (!first || !second) return '';
    const more = cells.length > 2 ? ` With them: ${changesShown(cells, expected, 2)}.` : '';
    const also = ledger ? `, ${alsoInLedger(ledger)}` : '';
    if (how === 'exchanged')
      return `${here} ${now(first, moneyUnit)}, ${there} ${now(second, moneyUnit)}: they look exchanged, and should be ${blank ? 'blank' : amountText(meant)} and ${amountText(other)}${also}.${more}`;
    if (how === 'misplaced')
      return `The ${money(first.amount ?? '0', moneyUnit)} in ${here} look misplaced: they belong in ${there}${also}; the cells should be ${blank ? 'blank' : amountText(meant)} and ${amountText(other)}.${more}`;
    if (how === 'received')
      return `${here} ${now(first, moneyUnit)}, should be ${money(meant, moneyUnit)}${also}: the ${amountText(second.amount ?? '0')} in ${there} look misplaced.${more}`;
    const sentence =
      first.amount === undefined
        ? `${here} is blank and should be ${money(meant, moneyUnit)}${also}`
        : `${here} ${now(first, moneyUnit)}, should be ${blank ? 'blank' : amountText(meant)} (${moreOrLess(difference)})${also}`;
    const why = slip === undefined || first.amount === undefined ? '' : ` ${SLIPS[slip]}`;
    return `${sentence}.${why} Off by the same amount: ${changesShown(cells, expected, 1)}.`;
  },
  'unit-magnitude': ({ table, factor, larger, first, second, count, moneyUnit }) => {
    const typed = typedIn(factor, larger, moneyUnit);
    const why =
      typed === undefined ? 'so its money unit is probably wrong' : `so the whole table was probably typed in ${typed}`;
    return `The figures of ${table} are ${larger ? `${factor} times` : `1/${factor} of`} those of other tables, ${why}: ${place(first)} ${money(first.amount ?? '0', moneyUnit)}, ${place(second)} ${amountText(second.amount ?? '0')}. ${counted(count, 'equation')} in all ${count === 1 ? 'fails' : 'fail'} for it.`;
  },
  'unit-column': ({ first, expected, factor, larger, count, moneyUnit }) => {
    const typed = typedIn(factor, larger, moneyUnit);
    const why = typed === undefined ? 'in another money unit' : `in ${typed}`;
    return `The column “${first.column ?? ''}” of ${first.table} was probably typed ${why}: ${counted(count, 'cell')} hold ${larger ? `${factor} times` : `1/${factor} of`} what they should, such as ${place(first)}, which ${now(first, moneyUnit)} and should be ${amountText(expected)}.`;
  },
  'rows-misclassed': ({ table, first, second, rows: [here, there], moneyUnit }) => {
    const [a, b] = [amountText(first.amount ?? '0'), amountText(second.amount ?? '0')];
    return `The amounts of row ${here} “${first.row ?? ''}” (${a} under “${first.column ?? ''}”) and row ${there} “${second.row ?? ''}” (${b} under “${second.column ?? ''}”) of ${table} look exchanged and should be ${b} and ${a} ${moneyUnit}: exchanged, both stand in their columns and no total changes. Please look at the source documents.`;
  },
  'rows-exchanged': ({ table, first, second, rows: [here, there], count, moneyUnit }) => {
    const [a, b] = [amountText(first.amount ?? '0'), amountText(second.amount ?? '0')];
    const column = first.column === undefined ? 'they hold' : `“${first.column}” holds`;
    return `The amounts of row ${here} “${first.row ?? ''}” and row ${there} “${second.row ?? ''}” of ${table} look exchanged (${counted(count, 'cell')}): ${column} ${a} and ${b} ${moneyUnit}, and should be ${b} and ${a}.`;
  },
  'cell-tie': ({ cells, expected, difference, moneyUnit }) => {
    const ways = places(cells).map((name, at) => `${name} to ${amountText(expected[at] ?? '0')}`);
    const said =
      ways.length > 3 ? `one of ${ways.length} cells, such as ${ways.slice(0, 2).join(' or ')},` : ways.join(' or ');
    return `${magnitudeText(difference)} ${moneyUnit} apart; changing ${said} would settle it. The figures alone cannot tell, please look at the source documents.`;
  },
  'blanks-determined': ({ table, count, first, expected, moneyUnit }) =>
    `${count} totals in ${table} are blank and follow from their parts, such as ${place(first)}: ${money(expected, moneyUnit)}.`,
  'blank-contested': ({ cell, values, moneyUnit }) =>
    `${place(cell)} is blank; different equations give ${values.map((value) => amountText(value)).join(' and ')} ${moneyUnit}. Please check the other figures first.`,
  'rounding-settled': ({ count, changes, otherWays, moneyUnit }) => {
    const [first] = changes;
    const how = first
      ? `${place(first.cell)} as ${money(first.to, moneyUnit)}${changes.length > 1 ? ` and ${counted(changes.length - 1, 'other last digit')}` : ''}`
      : '';
    return `${count} rounding differences hang together; ${how} would settle all of them${otherWays ? ', among other ways' : ''}.`;
  },
  'rounding-unsettled': ({ count, first }) =>
    `${count} rounding differences hang together (such as ${place(first)}) and no change of last digits settles them all: probably not just rounding.`,
  'source-misplaced': ({ amount, first, firstMember, second, secondMember, moneyUnit }) =>
    `${money(amount, moneyUnit)} stands under “${firstMember}” in ${first.table}, under “${secondMember}” in ${second.table}; please change one of them.`,
  'table-basis': ({ first, second, difference, count, also, alsoMember, moneyUnit }) => {
    const [here = '', there = ''] = places([first, second]);
    const holds = (amount: string | undefined): string => (amount === undefined ? 'is blank' : amountText(amount));
    const apart = `${counted(count, 'figure')} of ${first.table} and ${second.table} that should be the same ${count === 1 ? 'is' : 'are'} ${magnitudeText(difference)} ${moneyUnit} apart, such as ${here} ${holds(first.amount)}, ${there} ${holds(second.amount)}.`;
    if (!also) return `${apart} The two tables seem to cover different things; please check.`;
    return `${apart} That is just ${place(also)}${alsoMember === undefined ? '' : ` (${alsoMember})`}: one table seems to count it, the other not.`;
  },
} satisfies SentenceGroup;
