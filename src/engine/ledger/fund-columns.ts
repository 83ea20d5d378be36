import { readMoneyUnit } from '../amount/money-unit';
import type { MoneyUnit } from '../amount/reading';
import type { ResolvedEdition } from '../edition/resolve';
import { lastOf } from '../lists/last';
import type { Grid, GridRow } from '../recognise/grid';
import type { Member } from '../scope/scope';
import { yearsOf, type LedgerHeader } from './columns';
import { OF_FUNDS, withOthers, type FundTotal, type Year, type YearColumn } from './fund-layout';
import { fundWords, type FundWord } from './fund-words';
import { headerPaths, isSameHeader, type HeaderEntry, type HeaderPath } from './header-paths';
import { firstItemRow, statesUnits, unitRow } from './numbering';
import type { AmountHeader, LedgerYears } from './years';

/** Rows of headers below the first one. */
const MOST_BELOW = 3;
const FIGURE = /^[-(]?[\d,.]+\)?$/;
/** Where rows say their fund in words, one column of a fund may be anything. */
const FEWEST_BESIDE_WORDS = 2;

/** A column as its headers are read. */
interface Leaf {
  readonly column: number;
  readonly path: HeaderPath;
  readonly words: readonly FundWord[];
  readonly own: FundWord;
  readonly fund: Member | undefined;
  /** The header that says its year. */
  readonly dated: HeaderEntry | undefined;
  readonly is: 'fund' | 'like-fund' | 'parts' | 'total';
}

interface YearLeaf extends Leaf {
  readonly year: Year;
}

/**
 * The header of a ledger, with the columns of its funds where each has one; as it was where none has, and undefined where it is a ledger
 * only by such columns.
 */
export function withFundColumns(
  header: LedgerHeader | undefined,
  grid: Grid,
  edition: ResolvedEdition,
  stated: number | undefined,
): LedgerHeader | undefined {
  if (!header) return undefined;
  return withFunds(header, grid, edition, stated) ?? (header.needsFunds ? undefined : header);
}

function withFunds(
  header: LedgerHeader,
  grid: Grid,
  edition: ResolvedEdition,
  stated: number | undefined,
): LedgerHeader | undefined {
  const wordOf = fundWords(edition);
  const own = ownColumns(header);
  const rows = headerRows(header, grid, own, wordOf);
  const paths = headerPaths(grid, rows, own);
  const all = [...paths].flatMap(([column, path]) => leafOf(column, path, wordOf) ?? []);
  const funds = all.filter(({ is }) => is === 'fund');
  const leaves = all.filter((leaf) => leaf.is !== 'like-fund' || standsAmong(leaf, all, funds[0]));
  const said = saidIn(header, paths);
  if (!areEnough(funds, said)) return undefined;
  const { years, groupOf } = settled(leaves, header, stated);
  const yearOf = (leaf: Leaf): Year | undefined => {
    const group = groupOf(leaf);
    return years.now.includes(group) ? 'now' : years.before.includes(group) ? 'before' : undefined;
  };
  const ofYears = leaves.flatMap((leaf): readonly YearLeaf[] => {
    const year = yearOf(leaf);
    return year === undefined ? [] : [{ ...leaf, year }];
  });
  const { columns, undivided } = divided(ofYears, withoutParts(ofYears));
  const last = Math.max(rows[rows.length - 1]?.row ?? 0, header.row);
  const text = (leaf: Leaf): string => shown(leaf, leaves);
  const units = unitsOf([...ofYears], header, unitRow(grid, last));
  const inYear = ({ column, year }: YearLeaf): YearColumn => ({ column, year, unit: units.of.get(column) });
  const headers = new Map(leaves.map((leaf) => [leaf.column, text(leaf)]));
  const before = undivided && inYear(undivided);
  const firstOf = (year: Year): number | undefined => columns.find((one) => one.year === year)?.column;
  const totals = ofYears.flatMap((leaf): readonly FundTotal[] => {
    const of = leaf === undivided || columns.includes(leaf) ? [] : addends(leaf, columns, ofYears);
    return of.length === 0 ? [] : [{ ...inYear(leaf), of, isOfAll: isOfAll(of, leaf, columns) }];
  });
  const ofRow = header.columns.get('now') ?? totals.find(({ year, isOfAll: is }) => year === 'now' && is)?.column;
  return {
    ...header,
    row: last,
    itemsFrom: firstItemRow(grid, last, header.functional[0]),
    columns: withOthers(header.columns, [
      ['fund', said],
      ['now', firstOf('now')],
      ['before', before?.column ?? firstOf('before')],
    ]),
    headers: new Map([...header.headers, ...headers, ...years.texts]),
    twice: header.twice.filter(({ column }) => !OF_FUNDS.includes(column)),
    moneyUnits: units.moneyUnits,
    otherUnit: units.otherUnit,
    years,
    funds: {
      amounts: columns
        .filter(({ is }) => is !== 'total')
        .map((leaf) => ({ ...inYear(leaf), fund: leaf.is === 'fund' ? leaf.fund : undefined })),
      totals,
      before,
      said,
      rowByRow:
        said === undefined || ofRow === undefined || header.twice.length > 0
          ? undefined
          : new Map([...header.columns, ['now', ofRow] as const]),
      headers,
      twice: twice(columns),
    },
  };
}

const isOfAll = (of: readonly number[], { year }: YearLeaf, columns: readonly YearLeaf[]): boolean =>
  columns.every((one) => one.year !== year || of.includes(one.column));

/** Columns that say what an item is for: no amounts. */
function ownColumns({ columns, functional, economic }: LedgerHeader): ReadonlySet<number> {
  const named = [...columns].flatMap(([column, at]) => (OF_FUNDS.includes(column) ? [] : [at]));
  return new Set([...named, ...functional, ...economic]);
}

/** The rows of headers: those below the first in which the headers of amounts go on. */
function headerRows(
  { top, row: last, functional }: LedgerHeader,
  grid: Grid,
  own: ReadonlySet<number>,
  wordOf: (text: string) => FundWord,
): readonly GridRow[] {
  const from = grid.rows.findIndex(({ row }) => row === top);
  const above = grid.rows[from - 1];
  const rows: GridRow[] = above?.row === top - 1 && divides(above) ? [above] : [];
  for (const row of grid.rows.slice(from, from + 1 + MOST_BELOW)) {
    const isNext = row.row === top || row.row === (rows[rows.length - 1]?.row ?? top) + 1;
    if (!isNext || (row.row > last && (statesUnits(row) || !goesOn(row)))) break;
    rows.push(row);
  }
  return rows;

  /** Years or funds above headers that begin one row lower. */
  function divides({ cells }: GridRow): boolean {
    return (
      cells.every(({ column }) => !own.has(column) && column > (functional[0] ?? 0)) &&
      cells.some(({ text }) => saysFunds(wordOf(text)))
    );
  }

  function goesOn({ cells }: GridRow): boolean {
    const isCoded = cells.some(({ column, text }) => functional.includes(column) && /\d/.test(text));
    const others = cells.filter(({ column }) => !own.has(column) && column > (functional[0] ?? 0));
    const isFigure = others.some(
      ({ cell, text }) => cell.formula !== undefined || (FIGURE.test(text) && !/^20\d\d$/.test(text)),
    );
    if (isCoded || isFigure) return false;
    // A row that says nothing of what it is for is none of items.
    if (others.length > 0 && others.length === cells.length) return true;
    return others.some(({ text }) => saysFunds(wordOf(text)));
  }
}

const saysFunds = ({ fund, parts, total, year }: FundWord): boolean =>
  fund !== undefined || parts !== undefined || total !== undefined || year !== undefined;

/** How the headers above a column are read; undefined of a column that has nothing to do with funds. */
function leafOf(column: number, path: HeaderPath, wordOf: (text: string) => FundWord): Leaf | undefined {
  const words = path.map(({ typed }) => wordOf(typed));
  const own = words[words.length - 1] ?? {};
  const over = words.slice(0, -1);
  const above = lastOf(over, ({ fund, parts }) => fund !== undefined || parts !== undefined);
  const dated = lastOf(path, (_entry, at) => words[at]?.year !== undefined);
  const leaf = { column, path, words, own, dated, fund: own.fund ?? (own.parts ? undefined : above?.fund) };
  if (own.isOther) return undefined;
  if (leaf.fund !== undefined) return { ...leaf, is: 'fund' };
  if (own.parts) return { ...leaf, is: 'parts' };
  if (own.total) return { ...leaf, is: 'total' };
  // Years below 财政拨款, or what is below a fund that nobody knows.
  const isBelow = above !== undefined || over.some(({ isLikeFund }) => isLikeFund);
  if (own.isLikeFund || isBelow) return { ...leaf, is: 'like-fund' };
  return own.year ? { ...leaf, is: 'total' } : undefined;
}

/** Whether nothing stands between a column and the first fund but columns of amounts: what is called like money from somewhere elsewhere is something else. */
function standsAmong({ column }: Leaf, leaves: readonly Leaf[], first: Leaf | undefined): boolean {
  const to = first?.column ?? column;
  if (column > to) return true;
  const between = leaves.filter((one) => one.column > column && one.column < to);
  return between.length === to - column - 1;
}

/** The column in which rows say their fund in words; undefined where that header only stands above those of funds. */
function saidIn({ columns }: LedgerHeader, paths: ReadonlyMap<number, HeaderPath>): number | undefined {
  const at = columns.get('fund');
  return at === undefined || (paths.get(at)?.length ?? 0) > 1 ? undefined : at;
}

function areEnough(funds: readonly Leaf[], said: number | undefined): boolean {
  const [first, another] = funds;
  if (!first) return false;
  if (another) return said === undefined || new Set(funds.map(({ fund }) => fund)).size >= FEWEST_BESIDE_WORDS;
  // Of which it says itself that it is not all.
  return said === undefined && !first.path.some(({ text }) => text.startsWith('其中'));
}

interface SettledYears {
  readonly years: LedgerYears & { readonly texts: ReadonlyMap<number, string> };
  /** The column by which the year of a leaf was settled. */
  readonly groupOf: (leaf: Leaf) => number;
}

/** Settles the years of headers that stand above several columns, once each. */
function settled(leaves: readonly Leaf[], header: LedgerHeader, stated: number | undefined): SettledYears {
  const groups = new Map<number, AmountHeader>();
  const texts = new Map<number, string>();
  for (const { dated, path, words } of leaves) {
    const said = dated && words[path.indexOf(dated)]?.year;
    if (!dated || !said || groups.has(dated.column)) continue;
    groups.set(dated.column, { ...said, column: dated.column });
    texts.set(dated.column, dated.typed);
  }
  const undated = leaves.filter(({ dated }) => !dated);
  const [first] = undated;
  // 本年预算数 | 一般公共预算 | …: the amounts of all of them stand before those of each.
  const before = undated.some(({ is }) => is === 'total')
    ? undefined
    : lastOf([...groups.values()], ({ column, says }) => column < (first?.column ?? 0) && says !== 'before');
  if (first && !before) {
    const isSaid = [...groups.values()].find(({ says }) => says === 'now');
    const dated = [...groups.values()].filter(({ says }) => says === 'dated');
    // … or the year of all that is not last year's is said once.
    const only =
      isSaid ??
      (dated.length === 1 && [...groups.values()].some(({ says }) => says === 'before') ? dated[0] : undefined);
    const column = only?.column ?? first.column;
    if (!only) groups.set(column, { column, says: 'now', year: undefined, isNamed: false });
    return settledBy(column);
  }
  return settledBy(before?.column ?? 0);

  function settledBy(undatedBy: number): SettledYears {
    return {
      years: { ...yearsOf([...groups.values()], stated, header.title), texts },
      groupOf: ({ dated }) => dated?.column ?? undatedBy,
    };
  }
}

/** What is a part of one fund beside the whole of it is no amount of its own: 本级 and 上级 below 一般公共预算 beside its 小计. */
function withoutParts(amounts: readonly YearLeaf[]): readonly YearLeaf[] {
  return amounts.filter(
    (one) =>
      !amounts.some(
        (other) =>
          other !== one &&
          other.fund !== undefined &&
          other.fund === one.fund &&
          other.year === one.year &&
          other.own.total !== undefined &&
          one.own.total === undefined &&
          isSameHeader(parentOf(other), parentOf(one)),
      ),
  );
}

const parentOf = ({ path }: Leaf): HeaderEntry | undefined => path[path.length - 2];

/** The columns whose amounts count, and last year's that no header divides. */
function divided(
  leaves: readonly YearLeaf[],
  amounts: readonly YearLeaf[],
): { readonly columns: readonly YearLeaf[]; readonly undivided: YearLeaf | undefined } {
  // 财政拨款 beside what it consists of adds that up, as does 小计 below it; alone nobody knows which of it is meant.
  const clear = amounts.filter(({ is }) => is === 'fund' || is === 'like-fund');
  const columns = amounts.filter((leaf) => {
    if (clear.includes(leaf)) return true;
    const isUnclear = leaf.is === 'parts' || leaf.words.slice(0, -1).some((word) => word.isLikeFund ?? word.parts);
    return isUnclear && addends(leaf, clear, leaves).length === 0;
  });
  const undivided = columns.some(({ year }) => year === 'before')
    ? undefined
    : leaves.find(({ is, year }) => is === 'total' && year === 'before');
  return { columns, undivided };
}

/** What a column of totals adds up: what stands below the header that it stands below. */
function addends(leaf: YearLeaf, columns: readonly YearLeaf[], leaves: readonly YearLeaf[]): readonly number[] {
  const { year, own } = leaf;
  const ofYear = columns.filter((one) => one.year === year);
  const { parts } = own;
  if (parts) return ofYear.filter(({ fund }) => fund !== undefined && parts.includes(fund)).map(({ column }) => column);
  if (leaf.is !== 'total') return [];
  const above = leaf.path.slice(0, -1);
  const isBeside = ({ path }: Leaf): boolean => above.every((entry, at) => isSameHeader(entry, path[at]));
  const isSole = !leaves.some(
    (other) =>
      other !== leaf &&
      other.year === year &&
      other.is === 'total' &&
      isBeside(other) &&
      other.path.length === leaf.path.length,
  );
  if (own.total === 'some' && !isSole) return [];
  return ofYear.filter(isBeside).map(({ column }) => column);
}

/** Its own header, with what stands above it where it is headed like another column. */
function shown(leaf: Leaf, leaves: readonly Leaf[]): string {
  const typed = leaf.path[leaf.path.length - 1]?.typed ?? '';
  const isAlone = leaves.every((other) => other === leaf || other.path[other.path.length - 1]?.typed !== typed);
  return isAlone ? typed : leaf.path.map((entry) => entry.typed).join('');
}

/** Columns of one fund of one year that are headed alike. */
function twice(columns: readonly YearLeaf[]): readonly (readonly [number, number])[] {
  const found: (readonly [number, number])[] = [];
  const seen = new Map<string, number>();
  for (const { column, year, path } of columns) {
    const key = [year, ...path.map(({ text }) => text)].join('|');
    const first = seen.get(key);
    if (first === undefined) seen.set(key, column);
    else found.push([first, column]);
  }
  return found;
}

type Units = Pick<LedgerHeader, 'moneyUnits' | 'otherUnit'> & { readonly of: ReadonlyMap<number, MoneyUnit> };

/** The unit of each column that states one; one that they all state is that of the others too. */
function unitsOf(
  leaves: readonly YearLeaf[],
  { moneyUnits, otherUnit, columns }: LedgerHeader,
  below: GridRow | undefined,
): Units {
  const stated = leaves.flatMap(({ column, path }) => {
    const under = below?.cells.filter((cell) => cell.column === column).map(({ text }) => text) ?? [];
    const reading = lastOf(
      [...path.map(({ typed }) => typed), ...under].map((text) => readMoneyUnit(text)),
      (one) => one !== undefined,
    );
    return reading ? [{ column, row: path[path.length - 1]?.row ?? 0, reading }] : [];
  });
  const of = new Map(
    stated.flatMap(({ column, reading }) => (reading.supported ? [[column, reading.unit] as const] : [])),
  );
  const other = stated.find(({ reading }) => !reading.supported);
  const said = new Set(of.values());
  const [only] = said;
  // Unless the header of amounts that the ledger seemed to have is one of these.
  const isOwn = [...of.keys()].includes(columns.get('now') ?? -1);
  const general = isOwn && said.size > 1 ? undefined : moneyUnits.now;
  const unit = general ?? (said.size === 1 ? only : undefined);
  return {
    of,
    moneyUnits: { now: unit, before: moneyUnits.before ?? unit },
    otherUnit: other
      ? { row: other.row, column: other.column, unit: other.reading.unit }
      : of.size > 0
        ? undefined
        : otherUnit,
  };
}
