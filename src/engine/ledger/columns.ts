import { readMoneyUnit } from '../amount/money-unit';
import type { MoneyUnit } from '../amount/reading';
import { normaliseText } from '../text/normalise';
import { gridOf, type Grid, type GridRow } from '../recognise/grid';
import type { SheetSnapshot } from '../snapshot/snapshot';
import type { LedgerColumn } from './ledger';

/**
 * Headers of ledgers as people write them, without brackets and years; the first that fits wins. A ledger says for each line item
 * what it is for and where the money comes from: a budget's own tables never say both.
 */
const HEADERS: readonly (readonly [LedgerColumn, RegExp])[] = [
  ['functionalName', /^(支出)?功能(分类)?科目名称$|^功能分类名称$/],
  ['economicName', /^(部门)?(预算)?(支出)?经济(分类)?科目名称$|^经济分类名称$/],
  ['functional', /^(支出)?功能(分类)?(科目)?(编码|代码)?$/],
  ['economic', /^(部门)?(预算)?(支出)?经济(分类)?(科目)?(编码|代码)?$/],
  ['kind', /^支出(类型|类别|性质|分类)$|^(基本|基本支出)[/／、]?(项目|项目支出)$|^类型$/],
  ['project', /^项目(名称)?$/],
  ['fund', /^(资金|经费|收入)(来源|性质|类型|类别)$/],
  ['before', /^上年(预算|年初预算)?(数|金额)?$|^上年度(预算)?(数)?$/],
  ['now', /^(本年|今年|本年度)?(预算|年初预算)?(数|金额|安排)$|^(本年|今年|本年度)(预算)?$|^预算$|^金额$/],
  ['remark', /^备注$|^说明$/],
  ['check', /^检查$/],
];
const NAME = /^(科目)?名称$/;
const LEVELS = ['类', '款', '项'];

/** The columns of a ledger, where its headers were found. */
export interface LedgerHeader {
  /** The last row of headers, counted from 0. */
  readonly row: number;
  readonly columns: ReadonlyMap<LedgerColumn, number>;
  /** Everything that stands in the row of headers, as it is typed. */
  readonly seen: readonly string[];
  /** What stands above each column that is read. */
  readonly headers: ReadonlyMap<number, string>;
  /** One column of codes, or 类, 款, 项 apart. */
  readonly functional: readonly number[];
  /** Headers that stand twice: which of the columns is meant nobody can tell. */
  readonly twice: readonly { readonly column: LedgerColumn; readonly row: number; readonly at: readonly number[] }[];
  readonly moneyUnit: MoneyUnit | undefined;
}

/** Headers stand in the first rows of a sheet. */
const HEADER_ROWS = 30;

/** The rows of a sheet in which a ledger's header may stand, and what stands above it: the sheet may go on for fifty thousand. */
export function headOf(sheet: SheetSnapshot): Grid {
  return gridOf(sheet, HEADER_ROWS + 1);
}

/** Finds the header of a ledger in the head of a sheet; undefined where there is none. */
export function ledgerHeader(grid: Grid, year: number | undefined): LedgerHeader | undefined {
  for (const [index, row] of grid.rows.slice(0, HEADER_ROWS).entries()) {
    const below = grid.rows[index + 1];
    const found = headerAt(row, below, year);
    if (found) return { ...found, moneyUnit: found.moneyUnit ?? unitAbove(grid, index) };
  }
  return undefined;
}

function headerAt(row: GridRow, below: GridRow | undefined, year: number | undefined): LedgerHeader | undefined {
  const columns = new Map<LedgerColumn, number>();
  const places = new Map<LedgerColumn, number[]>();
  const headers = new Map<number, string>();
  let moneyUnit: MoneyUnit | undefined;
  let last: LedgerColumn | undefined;
  for (const { column, text } of row.cells) {
    const meaning = meaningOf(text, last, year);
    if (meaning === undefined) continue;
    last = meaning;
    headers.set(column, text);
    places.set(meaning, [...(places.get(meaning) ?? []), column]);
    if (!columns.has(meaning)) columns.set(meaning, column);
    if (meaning === 'now') moneyUnit ??= supported(text);
  }
  const code = columns.get('functional');
  const has = (column: LedgerColumn): boolean => columns.has(column);
  // What it is for and where the money comes from: only its amounts are missing, which can be said.
  const lacksAmounts = has('fund') && (has('economic') || has('kind'));
  const isLedger = has('now') ? has('economic') || has('fund') || has('kind') : lacksAmounts;
  if (code === undefined || !isLedger) return undefined;
  const levels = (below?.cells ?? []).filter(({ column, text }) => column >= code && LEVELS.includes(text));
  const apart = levels.length > 1 && levels[0]?.column === code;
  return {
    row: apart && below ? below.row : row.row,
    columns,
    seen: row.cells.flatMap(({ cell, text }) => (text === '' ? [] : [String(cell.value).trim()])),
    headers,
    functional: apart ? levels.map(({ column }) => column) : [code],
    twice: [...places].flatMap(([column, at]) => (at.length > 1 ? [{ column, row: row.row, at }] : [])),
    moneyUnit,
  };
}

/** What a header says; a bare 名称 belongs to the column before it. */
function meaningOf(text: string, before: LedgerColumn | undefined, year: number | undefined): LedgerColumn | undefined {
  const plain = withoutYear(normaliseText(text).replace(/\((?:万?元|编码|必填|选填)\)/g, ''), year);
  if (NAME.test(plain)) {
    if (before === 'functional') return 'functionalName';
    return before === 'economic' ? 'economicName' : undefined;
  }
  return HEADERS.find(([, header]) => header.test(plain))?.[0];
}

/** `2021年预算数` → 本年预算数 where the year is this one, 上年预算数 where it is the one before. */
function withoutYear(text: string, year: number | undefined): string {
  const [all = '', digits = ''] = /^(20\d\d)年度?/.exec(text) ?? [];
  if (all === '') return text;
  const rest = text.slice(all.length);
  return year !== undefined && digits === String(year - 1) ? `上年${rest}` : `本年${rest}`;
}

function unitAbove(grid: Grid, header: number): MoneyUnit | undefined {
  for (const { cells } of grid.rows.slice(0, header)) {
    for (const { cell } of cells) {
      const unit = typeof cell.value === 'string' ? supported(cell.value) : undefined;
      if (unit) return unit;
    }
  }
  return undefined;
}

function supported(text: string): MoneyUnit | undefined {
  const unit = readMoneyUnit(text);
  return unit?.supported ? unit.unit : undefined;
}
