import { amountText, magnitudeText } from '../../words/amounts';
import { addressOf } from '../../../engine/snapshot/address';
import type { MoneyUnit } from '../../../engine/amount/reading';
import type { Quoted, Slip } from '../../../engine/finding/facts';
import type { RowHolder } from '../../../engine/finding/row-lacked';
import { money, moreOrLess, nameList, now, place, places } from '../../words/phrases-zh-CN';
import { cellsShown } from '../cells-shown';
import { alsoInLedger } from './beside-ledger';
import type { SentenceGroup } from '../sentences';

/** How an amount may have come about, as said of a suspected cell. */
export const SLIPS: Readonly<Record<Slip, string>> = {
  digit: '疑似有一位数字写错',
  swapped: '疑似相邻两位颠倒',
  dropped: '疑似漏写一位数字',
  doubled: '疑似多写一位数字',
  point: '疑似小数点错位',
  sign: '疑似正负号写反',
  blank: '疑似漏填',
  unit: '疑似金额单位写错',
};

const inBrackets = (parts: readonly string[]): string => (parts.length > 0 ? `（${parts.join('，')}）` : '');

/** An amount that a cell should hold: as a blank where the column says nothing so, with what else is said of it. */
function meantText(amount: string, blank: boolean | undefined, also: readonly string[] = []): string {
  return blank ? `空${inBrackets(['同列没有数的都空着', ...also])}` : `${amountText(amount)}${inBrackets(also)}`;
}

function side(first: Quoted, sum: string, count: number, unit: MoneyUnit | ''): string {
  return `${place(first)}${count > 1 ? `等${count}项之和` : ''}为${amountText(sum)}${unit}`;
}

/** The reason of a declared equation as a sentence of its own; nothing where there is none. */
function reason(because: string): string {
  return because === '' ? '' : `${because.replace(/。$/, '')}。`;
}

/** The money unit that amounts so many times too large or too small were typed in. */
function typedIn(factor: string, larger: boolean, unit: MoneyUnit): MoneyUnit | undefined {
  if (factor !== '10000' || larger !== (unit === '万元')) return undefined;
  return unit === '万元' ? '元' : '万元';
}

/** 表三!E9现为2.88，应为28.85；表五!G8空着，应为3.00: what the cells after the first ones should hold. */
function changesShown(cells: readonly Quoted[], expected: readonly string[], from: number): string {
  const rest = cells.slice(from);
  const { shown, all } = cellsShown(rest.map(({ cell }) => cell));
  const each = shown.map((address, index) => {
    const amount = rest[index]?.amount;
    const present = amount === undefined ? '空着' : `现为${amountText(amount)}`;
    return `${address}${present}，应为${amountText(expected[from + index] ?? '0')}`;
  });
  return `${each.join('；')}${all ? `等${all}格` : ''}`;
}

const MOST_HOLDERS = 3;

/** Where a row stands that a table lacks, with the amount there. */
export function holdersOf(has: readonly RowHolder[]): string {
  const shown = has
    .slice(0, MOST_HOLDERS)
    .map(
      ({ cell, table, form, amount }) => `${form ? cell.sheet : `${table}第${cell.row + 1}行`}有${amountText(amount)}`,
    );
  return `${shown.join('，')}${has.length > MOST_HOLDERS ? `等${has.length}处` : ''}`;
}

/** Findings within a table and between tables. */
export const tables = {
  'parts-differ': ({ whole, parts, count, difference, agreeing, moneyUnit }) => {
    if (whole.amount === undefined) return `${place(whole)}空着，下级${count}项之和为${money(parts, moneyUnit)}。`;
    const parted = `${place(whole)}${now(whole, moneyUnit)}，下级${count}项之和为${amountText(parts)}，${moreOrLess(difference)}`;
    if (!agreeing) return `${parted}。`;
    const rows = difference.startsWith('-') ? '多列了一行，或有一行多填' : '缺一行，或有一行少填';
    return `${parted}；它与${addressOf(agreeing.cell)}一致，疑似下级${rows}了${magnitudeText(difference)}。`;
  },
  'same-differ': ({ first, second, difference, moneyUnit }) => {
    const [here = '', there = ''] = places([first, second]);
    const holds = (amount: string | undefined): string => (amount === undefined ? '空着' : amountText(amount));
    return `同一数字两处不同：${here}${holds(first.amount)}，${there}${holds(second.amount)}，相差${magnitudeText(difference)}${moneyUnit}。`;
  },
  'columns-differ': ({ whole, parts, names, difference, moneyUnit }) => {
    const sum = names.length === 2 ? names.join('加') : `${nameList(names)}之和`;
    return whole.amount === undefined
      ? `${place(whole)}空着，${sum}为${money(parts, moneyUnit)}。`
      : `${place(whole)}${now(whole, moneyUnit)}，${sum}为${amountText(parts)}，${moreOrLess(difference)}。`;
  },
  'parts-blank': ({ whole, names, moneyUnit }) =>
    `${place(whole)}有${money(whole.amount ?? '0', moneyUnit)}，${nameList(names)}${names.length > 1 ? '都' : ''}空着。`,
  rounding: ({ whole, count, difference, doubtful, moneyUnit }) => {
    const apart = `${place(whole)}与${count}项之和差${magnitudeText(difference)}${moneyUnit}`;
    return doubtful
      ? `${apart}，虽在四舍五入范围内，但不像尾差，疑似笔误，请核实。`
      : `${apart}，在四舍五入范围内，属尾差。`;
  },
  'same-sum-differ': ({ first, table, sum, count, difference, moneyUnit }) => {
    const there = `${table}同口径${count === 1 ? '一行为' : `${count}行之和为`}`;
    return first.amount === undefined
      ? `${place(first)}空着，${there}${money(sum, moneyUnit)}。`
      : `${place(first)}${now(first, moneyUnit)}，${there}${amountText(sum)}，相差${magnitudeText(difference)}。`;
  },
  'row-missing': ({ figure, number, table, moneyUnit }) => {
    const row = figure.row === undefined ? place(figure) : `${figure.table}有${number ?? ''}“${figure.row}”`;
    return `${row}${money(figure.amount ?? '0', moneyUnit)}，${table}没有这一行。`;
  },
  'row-lacked': ({ table, number, name, amount, columns, has, moneyUnit }) => {
    const divided =
      columns.length === 0 ? '' : `（${columns.map((one) => `${one.name}${amountText(one.amount)}`).join('，')}）`;
    return `${table}缺${number}“${name}”这一行，应有${money(amount, moneyUnit)}${divided}：${holdersOf(has)}。请补上这一行。`;
  },
  'sides-differ': ({ left, leftSum, leftCount, right, rightSum, rightCount, difference, because, moneyUnit }) =>
    `${side(left, leftSum, leftCount, moneyUnit)}，${side(right, rightSum, rightCount, '')}，相差${magnitudeText(difference)}。${reason(because)}`,
  'below-floor': ({ left, leftSum, leftCount, right, rightSum, difference, because, moneyUnit }) =>
    `${leftCount > 1 ? side(left, leftSum, leftCount, moneyUnit) : `${place(left)}${money(leftSum, moneyUnit)}`}，小于${right ? `${place(right)}的` : '至少应有的'}${amountText(rightSum)}，少${magnitudeText(difference)}。${reason(because)}`,
  'cell-determined': ({ cell, expected, difference, slip, blank, ledger, moneyUnit }) => {
    const also = ledger ? [alsoInLedger(ledger)] : [];
    if (cell.amount === undefined) return `${place(cell)}空着，应为${money(expected, moneyUnit)}${inBrackets(also)}。`;
    const sentence = `${place(cell)}${now(cell, moneyUnit)}，应为${meantText(expected, blank, also)}，${moreOrLess(difference)}。`;
    return slip === undefined ? sentence : `${sentence}${SLIPS[slip]}。`;
  },
  'cells-determined': ({ cells, expected, how, slip, difference, ledger, blank, moneyUnit }) => {
    const [first, second] = cells;
    const [here = '', there = ''] = places(cells);
    const [meant = '', other = ''] = expected;
    if (!first || !second) return '';
    const says = ledger ? [alsoInLedger(ledger)] : [];
    const also = inBrackets(says);
    const more = cells.length > 2 ? `随之：${changesShown(cells, expected, 2)}。` : '';
    if (how === 'exchanged')
      return `${here}${now(first, moneyUnit)}，${there}现为${amountText(second.amount ?? '0')}，疑似互相写反，应为${meantText(meant, blank, says)}和${amountText(other)}。${more}`;
    if (how === 'misplaced')
      return `${here}的${money(first.amount ?? '0', moneyUnit)}疑似写错位置，应在${there}${also}：改后分别为${meantText(meant, blank)}和${amountText(other)}。${more}`;
    if (how === 'received')
      return `${here}${now(first, moneyUnit)}，应为${first.amount === undefined ? money(meant, moneyUnit) : amountText(meant)}${also}，疑似${there}的${amountText(second.amount ?? '0')}写错了位置。${more}`;
    const sentence =
      first.amount === undefined
        ? `${here}空着，应为${money(meant, moneyUnit)}${also}`
        : `${here}${now(first, moneyUnit)}，应为${meantText(meant, blank, says)}，${moreOrLess(difference)}`;
    const why = slip === undefined || first.amount === undefined ? '' : `。${SLIPS[slip]}`;
    return `${sentence}${why}；差同一数额的一并更正：${changesShown(cells, expected, 1)}。`;
  },
  'unit-magnitude': ({ table, factor, larger, first, second, count, moneyUnit }) => {
    const typed = typedIn(factor, larger, moneyUnit);
    const why = typed === undefined ? '疑似金额单位写错' : `${table}全表疑似以${typed}填列`;
    const apart = `各数约为其他表的${larger ? `${factor}倍` : `1/${factor}`}`;
    const said = typed === undefined ? `${table}${apart}，${why}` : `${why}，${apart}`;
    return `${said}：${place(first)}${money(first.amount ?? '0', moneyUnit)}，${place(second)}${amountText(second.amount ?? '0')}，共${count}项勾稽不符。`;
  },
  'unit-column': ({ first, expected, factor, larger, count, moneyUnit }) => {
    const typed = typedIn(factor, larger, moneyUnit);
    const why = typed === undefined ? '疑似金额单位写错' : `疑似以${typed}填列`;
    return `${first.table}“${first.column ?? ''}”一列${why}：${count}格都是应有数的${larger ? `${factor}倍` : `1/${factor}`}，如${place(first)}${now(first, moneyUnit)}，应为${amountText(expected)}。`;
  },
  'rows-misclassed': ({ table, first, second, rows: [here, there], moneyUnit }) => {
    const [a, b] = [amountText(first.amount ?? '0'), amountText(second.amount ?? '0')];
    return `${table}第${here}行“${first.row ?? ''}”（${a}，列在“${first.column ?? ''}”）和第${there}行“${second.row ?? ''}”（${b}，列在“${second.column ?? ''}”）的金额疑似整行写反，应为${b}和${a}${moneyUnit}：对调后两行都列在该列的栏，各合计不变。请对照原始资料。`;
  },
  'rows-exchanged': ({ table, first, second, rows: [here, there], count, moneyUnit }) => {
    const [a, b] = [amountText(first.amount ?? '0'), amountText(second.amount ?? '0')];
    const column = first.column === undefined ? '' : `“${first.column}”`;
    return `${table}第${here}行“${first.row ?? ''}”和第${there}行“${second.row ?? ''}”的金额疑似整行写反（共${count}格）：${column}现为${a}和${b}${moneyUnit}，应为${b}和${a}。`;
  },
  'cell-tie': ({ cells, expected, difference, moneyUnit }) => {
    const ways = places(cells).map((name, at) => `${name}为${amountText(expected[at] ?? '0')}`);
    const said = ways.length > 3 ? `${ways.slice(0, 2).join('、')}等${ways.length}格中的一格` : ways.join('或改');
    return `差${magnitudeText(difference)}${moneyUnit}，改${said}都能平，凭表内数字定不了，请对照原始资料。`;
  },
  'blanks-determined': ({ table, count, first, expected, moneyUnit }) =>
    `${table}有${count}格合计空着，按表内数字都能算出，如${place(first)}应为${money(expected, moneyUnit)}。`,
  'blank-contested': ({ cell, values, moneyUnit }) =>
    `${place(cell)}空着，按不同的勾稽算出${values.map((value) => amountText(value)).join('和')}${moneyUnit}，两处不合，请先核对其他数字。`,
  'rounding-settled': ({ count, changes, otherWays, moneyUnit }) => {
    const [first] = changes;
    const how = first
      ? `${place(first.cell)}改为${money(first.to, moneyUnit)}${changes.length > 1 ? `等${changes.length}格改动末位` : ''}`
      : '';
    return `${count}处尾差相互牵连，${how}，就全部相符${otherWays ? '，改法不止一种' : ''}。`;
  },
  'rounding-unsettled': ({ count, first }) =>
    `${count}处尾差相互牵连（如${place(first)}），各数末位改动一个单位也不能同时相符，疑似不只是四舍五入。`,
  'source-misplaced': ({ amount, first, firstMember, second, secondMember, moneyUnit }) =>
    `${money(amount, moneyUnit)}在${first.table}列“${firstMember}”，${second.table}列“${secondMember}”，请改其中一处。`,
  'table-basis': ({ first, second, difference, count, also, alsoMember, moneyUnit }) => {
    const [here = '', there = ''] = places([first, second]);
    const holds = (amount: string | undefined): string => (amount === undefined ? '空着' : amountText(amount));
    const apart = `${first.table}与${second.table}有${count}处同口径数字都相差${magnitudeText(difference)}${moneyUnit}，如${here}${holds(first.amount)}，${there}${holds(second.amount)}。`;
    if (!also) return `${apart}疑似两表口径不同，请核实。`;
    return `${apart}差额正好是${place(also)}${alsoMember === undefined ? '' : `（${alsoMember}）`}，疑似一表计入、一表没有计入。`;
  },
} satisfies SentenceGroup;
