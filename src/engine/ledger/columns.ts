import { readMoneyUnit } from '../amount/money-unit';
import type { MoneyUnit } from '../amount/reading';
import { gridOf, type Grid, type GridCell, type GridRow } from '../recognise/grid';
import { a1 } from '../snapshot/address';
import type { Member } from '../scope/scope';
import type { SheetSnapshot } from '../snapshot/snapshot';
import type { FundColumns } from './fund-layout';
import {
  isBareAmount,
  isBareCode,
  isCodeName,
  isLikeKind,
  levelNamed,
  meaningOf,
  yearNamed,
  type HeaderMeaning,
} from './headers';
import type { LedgerColumn } from './ledger';
import { titleYear, type TitleYear } from './title-year';
import { firstItemRow, unitRow } from './numbering';
import { settleYears, type AmountHeader, type LedgerYears } from './years';

const LEVELS = ['类', '款', '项'];

/** The columns of a ledger, where its headers were found. */
export interface LedgerHeader {
  /** The last row of headers, counted from 0. */
  readonly row: number;
  /** The first one. */
  readonly top: number;
  /** The first row in which an item may stand: what numbers the columns is none. */
  readonly itemsFrom: number;
  readonly columns: ReadonlyMap<LedgerColumn, number>;
  /** Everything that stands in the row of headers, as it is typed. */
  readonly seen: readonly string[];
  /** What stands above each column that is read. */
  readonly headers: ReadonlyMap<number, string>;
  /** One column of codes, or 类, 款, 项 apart; none where the ledger lacks it. */
  readonly functional: readonly number[];
  /** … or 类 and 款. */
  readonly economic: readonly number[];
  /** Headers that stand twice: which of the columns is meant nobody can tell. */
  readonly twice: readonly { readonly column: LedgerColumn; readonly row: number; readonly at: readonly number[] }[];
  /** Of each year's amounts, where it is stated. */
  readonly moneyUnits: Readonly<Record<'now' | 'before', MoneyUnit | undefined>>;
  /** A unit that is stated and is neither 万元 nor 元. */
  readonly otherUnit: { readonly row: number; readonly column: number; readonly unit: string } | undefined;
  /** In which each row states its own. */
  readonly unitColumn?: number;
  readonly years: LedgerYears;
  /** The year in what stands above the headers, or in the name of the sheet. */
  readonly title: TitleYear | undefined;
  /** It says what items are for and neither how much nor where the money comes from: a ledger where each fund has a column. */
  readonly needsFunds: boolean;
  /** It says all that an item is for. */
  readonly saysItems: boolean;
  /** Where each fund has a column of its own. */
  readonly funds?: FundColumns;
  /** The one fund of all amounts, of what is seen of one of those columns. */
  readonly fund?: Member;
}

/** Headers stand in the first rows of a sheet. */
const HEADER_ROWS = 30;

/** The rows of a sheet in which a ledger's header may stand, and what stands above it: the sheet may go on for fifty thousand. */
export function headOf(sheet: SheetSnapshot): Grid {
  return gridOf(sheet, HEADER_ROWS + 1);
}

/**
 * Finds the header of a ledger in the head of a sheet; undefined where there is none. Which amounts are this year's is told by the
 * headers, by the year that was stated, and by the title where these do not tell.
 */
export function ledgerHeader(grid: Grid, stated: number | undefined): LedgerHeader | undefined {
  for (let index = 0; index < Math.min(grid.rows.length, HEADER_ROWS); index++) {
    const found = headerAt(grid, index, stated);
    if (found) return found;
  }
  return undefined;
}

/** By its rows: a sheet is looked at by whoever recognises tables, keeps marks and reads ledgers. */
const known = new WeakMap<
  SheetSnapshot['rows'],
  { readonly merges: SheetSnapshot['merges']; readonly header: LedgerHeader | undefined }
>();

function headerOf(sheet: SheetSnapshot): LedgerHeader | undefined {
  const { rows, merges } = sheet;
  const before = known.get(rows);
  if (before?.merges === merges) return before.header;
  const header = ledgerHeader(headOf(sheet), undefined);
  known.set(rows, { merges, header });
  return header;
}

/** Whether a sheet has the header of a ledger. */
export const hasLedgerHeader = (sheet: SheetSnapshot): boolean => headerOf(sheet) !== undefined;

/** Whether it says all that an item is for, as a budget's own tables never do. */
export const saysItems = (sheet: SheetSnapshot): boolean => headerOf(sheet)?.saysItems === true;

type AmountMeaning = HeaderMeaning & { readonly column: 'now' | 'before' | 'dated' };

const isAmount = (meaning: HeaderMeaning | undefined): meaning is AmountMeaning =>
  meaning !== undefined && (meaning.column === 'now' || meaning.column === 'before' || meaning.column === 'dated');

interface HeaderCell {
  readonly column: number;
  /** As it is shown, the upper of two rows first. */
  readonly text: string;
  readonly meaning: HeaderMeaning | undefined;
}

function headerAt(grid: Grid, index: number, stated: number | undefined): LedgerHeader | undefined {
  const row = grid.rows[index];
  if (!row) return undefined;
  const below = grid.rows[index + 1];
  const read = headerCells(grid, row, below);
  // Asked of the first rows of every sheet: nothing more of a row that neither has the codes nor all the rest.
  const saysCodes = read.cells.some(({ meaning }) => meaning?.column === 'functional');
  const bare = saysCodes ? undefined : bareCodes(row, read.cells);
  if (!saysCodes && !bare) return undefined;
  const { cells: alone, isDeep } = bare ? headerCells(grid, row, below, bare) : read;
  const cells = withFunctionalName(alone);
  const places = new Map<LedgerColumn, number[]>();
  const headers = new Map<number, string>();
  const amounts: AmountHeader[] = [];
  for (const { column, text, meaning } of cells) {
    if (meaning === undefined) {
      const year = yearNamed(text);
      if (year !== undefined) amounts.push({ column, says: 'other', year, isNamed: false });
      if (year !== undefined) headers.set(column, text);
      continue;
    }
    headers.set(column, text);
    const { year, isNamed = false, sort } = meaning;
    if (isAmount(meaning)) amounts.push({ column, says: meaning.column, year, isNamed, sort });
    else if (meaning.column !== 'dated') places.set(meaning.column, [...(places.get(meaning.column) ?? []), column]);
  }
  const has = (column: LedgerColumn): boolean => places.has(column);
  // What it is for and where the money comes from: only its amounts are missing, which can be said.
  const lacksAmounts = has('fund') && (has('economic') || has('kind'));
  const hasNow = amounts.some(({ says, sort }) => (says === 'now' || says === 'dated') && sort !== 'spent');
  const isLedger = hasNow ? has('economic') || has('fund') || has('kind') : lacksAmounts;
  const needsFunds = !isLedger || (bare !== undefined && !has('fund'));
  const saysItems = saysWhatFor(cells);
  if (needsFunds && !saysItems) return undefined;
  const title = titleYear(grid, row.row);
  const years = yearsOf(amounts, stated, title);
  if (years.now.length > 0) places.set('now', [...years.now]);
  if (years.before.length > 0) places.set('before', [...years.before]);
  const codes = (['functional', 'economic'] as const).map((column) => codeColumns(places.get(column)?.[0], row, below));
  const [functional, economic] = codes.map(({ columns }) => columns);
  const last = below && (isDeep || codes.some(({ areBelow }) => areBelow)) ? below.row : row.row;
  const columns = new Map([...places].flatMap(([column, [first]]) => (first === undefined ? [] : [[column, first]])));
  return {
    row: last,
    top: row.row,
    itemsFrom: firstItemRow(grid, last, functional?.[0]),
    needsFunds,
    saysItems,
    columns,
    seen: row.cells.flatMap(({ cell, text }) => (text === '' ? [] : [String(cell.value).trim()])),
    headers,
    functional: functional ?? [],
    economic: economic ?? [],
    twice: [...places].flatMap(([column, at]) =>
      at.length > 1 && column !== 'unit' ? [{ column, row: last, at }] : [],
    ),
    ...unitsOf(grid, index, last, headers, columns),
    years,
    title,
  };
}

/** A 科目名称 that stands apart from the codes is of the functional one, where it is the only one and nothing else is. */
function withFunctionalName(cells: readonly HeaderCell[]): readonly HeaderCell[] {
  if (says(cells, 'functionalName')) return cells;
  const [name, another] = cells.filter(({ text, meaning }) => meaning === undefined && isCodeName(text));
  if (name === undefined || another !== undefined) return cells;
  return cells.map((cell) => (cell === name ? { ...cell, meaning: { column: 'functionalName' } } : cell));
}

type BareCodes = ReadonlyMap<number, 'functional' | 'economic'>;

/**
 * Headers that speak of a code and do not say of which: 科目编码, or 类, 款, 项 side by side. The first is the functional one, a second of
 * levels the economic one. Undefined where the others do not say what items are for and where the money comes from.
 */
function bareCodes(row: GridRow, cells: readonly HeaderCell[]): BareCodes | undefined {
  const isWhole = says(cells, 'fund') && cells.some(({ meaning }) => isAmount(meaning));
  if (!isWhole && !saysWhatFor(cells)) return undefined;
  const levels = row.cells.map(({ column }) => column).filter((column) => levelsAt(row, column).length > 1);
  const [first = row.cells.find(({ text }) => isBareCode(text))?.column, second] = levels;
  const codes = new Map<number, 'functional' | 'economic'>();
  if (first !== undefined) codes.set(first, 'functional');
  const saysEconomic = says(cells, 'economic');
  if (second !== undefined && !saysEconomic) codes.set(second, 'economic');
  return saysEconomic || second !== undefined ? codes : undefined;
}

const says = (cells: readonly HeaderCell[], column: LedgerColumn): boolean =>
  cells.some(({ meaning }) => meaning?.column === column);

/** A budget's own tables that divide funds by columns never say all of that beside the functional code. */
const saysWhatFor = (cells: readonly HeaderCell[]): boolean =>
  says(cells, 'economic') &&
  (says(cells, 'kind') || says(cells, 'project') || cells.some(({ text }) => isLikeKind(text)));

/** The columns of a code: its own, or those of its levels, which stand below its header or in its place. */
function codeColumns(
  first: number | undefined,
  row: GridRow,
  below: GridRow | undefined,
): { readonly columns: readonly number[]; readonly areBelow: boolean } {
  if (first === undefined) return { columns: [], areBelow: false };
  const here = levelsAt(row, first);
  const under = below === undefined ? [] : levelsAt(below, first);
  if (under.length > 1) return { columns: under, areBelow: true };
  return { columns: here.length > 1 ? here : [first], areBelow: false };
}

/** The columns from a first one on over which 类, 款, 项 stand side by side. */
function levelsAt({ cells }: GridRow, first: number): readonly number[] {
  const columns: number[] = [];
  for (const { column, text } of cells) {
    const index = column - first;
    if (index === columns.length && index < LEVELS.length && levelNamed(text) === LEVELS[index]) columns.push(column);
  }
  return columns;
}

/** A title tells the year where the headers do not. */
export function yearsOf(
  amounts: readonly AmountHeader[],
  stated: number | undefined,
  title: TitleYear | undefined,
): LedgerYears {
  const years = settleYears(amounts, stated);
  if (stated !== undefined || title === undefined || years.byHeaders !== undefined) return years;
  const titled = settleYears(amounts, title.year);
  return titled.problem === undefined ? titled : years;
}

/**
 * The headers of a row, with those of the row below where a header is divided there: 编码, 名称 below 功能科目, years below 预算数,
 * 预算数 below a year.
 */
function headerCells(
  grid: Grid,
  row: GridRow,
  below: GridRow | undefined,
  bare?: BareCodes,
): { readonly cells: readonly HeaderCell[]; readonly isDeep: boolean } {
  const cells: HeaderCell[] = [];
  let isDeep = false;
  let last: HeaderMeaning['column'] | undefined;
  row.cells.forEach((cell, index) => {
    const code = bare?.get(cell.column);
    const meaning = meaningOf(cell.text, last) ?? (code && { column: code });
    // A title over all columns is no header of theirs.
    const parts =
      meaning && below?.row === row.row + 1 ? partsOf(grid, cell, meaning, row.cells[index + 1], below) : [];
    if (parts.length > 0) isDeep = true;
    cells.push(...(parts.length > 0 ? parts : [{ column: cell.column, text: cell.text, meaning }]));
    last = meaning?.column ?? last;
  });
  return { cells, isDeep };
}

const isCode = ({ column }: HeaderMeaning): boolean => column === 'functional' || column === 'economic';

/** What a header is divided into by the row below; nothing where that row is no part of the headers. */
function partsOf(
  grid: Grid,
  cell: GridCell,
  whole: HeaderMeaning,
  next: GridCell | undefined,
  below: GridRow,
): readonly HeaderCell[] {
  const merged = grid.mergeFrom.get(a1(cell));
  // A header of its own over both rows.
  if (merged && merged.bottom > cell.row) return [];
  const end = Math.max(merged?.right ?? 0, (next?.column ?? Infinity) - 1);
  const under = below.cells.filter(({ column }) => column >= cell.column && column <= end);
  const [first, ...more] = under;
  if (!first || first.column !== cell.column) return [];
  // 预算数 below a year.
  if (more.length === 0 && !(isBareAmount(first.text) && isAmount(meaningOf(cell.text, undefined)))) return [];
  // The levels of a code are its own: what stands behind them is apart.
  const levels = levelsAt(below, cell.column);
  const isLevelled = levels.length > 1 && isCode(whole);
  const others = isLevelled ? under.filter(({ column }) => !levels.includes(column)) : under;
  const parts = others.flatMap((part): readonly HeaderCell[] => {
    // 功能分类科目 above 科目编码 says 科目 twice.
    const together = `${cell.text}${part.text}`.replace('科目科目', '科目');
    for (const text of [together, `${part.text}${cell.text}`, part.text]) {
      const meaning = meaningOf(text, isCode(whole) && text === part.text ? whole.column : undefined);
      if (meaning) return [{ column: part.column, text: `${cell.text}${part.text}`, meaning }];
    }
    return [];
  });
  if (parts.length < others.length) return [];
  return isLevelled ? [{ column: cell.column, text: cell.text, meaning: whole }, ...parts] : parts;
}

function unitsOf(
  grid: Grid,
  index: number,
  row: number,
  headers: ReadonlyMap<number, string>,
  columns: ReadonlyMap<LedgerColumn, number>,
): Pick<LedgerHeader, 'moneyUnits' | 'otherUnit'> {
  const units = unitRow(grid, row);
  const stated = (column: 'now' | 'before'): ReturnType<typeof readMoneyUnit> => {
    const at = columns.get(column);
    if (at === undefined) return undefined;
    const below = units?.cells.find((cell) => cell.column === at)?.text;
    return readMoneyUnit(headers.get(at) ?? '') ?? (below === undefined ? undefined : readMoneyUnit(below));
  };
  const [now, before] = [stated('now'), stated('before')];
  const above = unitAbove(grid, index);
  const unit = (reading: ReturnType<typeof readMoneyUnit>): MoneyUnit | undefined =>
    reading?.supported ? reading.unit : undefined;
  const general = unit(above?.reading);
  const at = (column: 'now' | 'before', reading: typeof now): UnitAbove | undefined =>
    reading && { reading, row, column: columns.get(column) ?? 0 };
  const ofColumns = [at('now', now), at('before', before)].find((one) => one?.reading.supported === false);
  const other = ofColumns ?? (now ? undefined : above);
  return {
    // A unit said of this year alone is said of both.
    moneyUnits: { now: unit(now) ?? general, before: unit(before) ?? unit(now) ?? general },
    otherUnit:
      other?.reading.supported === false
        ? { row: other.row, column: other.column, unit: other.reading.unit }
        : undefined,
  };
}

interface UnitAbove {
  readonly reading: NonNullable<ReturnType<typeof readMoneyUnit>>;
  readonly row: number;
  readonly column: number;
}

/** The first unit above the headers; one that can be read before any other. */
function unitAbove(grid: Grid, header: number): UnitAbove | undefined {
  const found = grid.rows.slice(0, header).flatMap(({ row, cells }) =>
    cells.flatMap(({ cell, column }): readonly UnitAbove[] => {
      const reading = typeof cell.value === 'string' ? readMoneyUnit(cell.value) : undefined;
      return reading ? [{ reading, row, column }] : [];
    }),
  );
  return found.find(({ reading }) => reading.supported) ?? found[0];
}
