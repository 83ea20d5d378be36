import { Decimal } from 'decimal.js';
import { FUND } from '../edition/print';
import type { Member } from '../scope/scope';
import type { Area } from '../snapshot/address';
import type { Steps } from '../steps/steps';
import type { LedgerHeader } from './columns';
import type { TotalledRow } from './control-totals';
import { FundCells, isSome, type SeenColumns } from './fund-cells';
import type { FundColumn, FundColumns, FundTotal, YearColumn } from './fund-layout';
import { FundRemarks } from './fund-remarks';
import type { LedgerRow } from './ledger';
import type { LedgerCells } from './ledger-cells';
import type { Meanings } from './meanings';
import { RowReader } from './read-row';
import { RowsInCommon } from './rows-in-common';
import type { RowsRead, RowsToRead } from './rows-to-read';
import { noteUnits } from './units';
import { ledgerWords, type LedgerWords } from './words';

const ROWS_A_STEP = 100;

/** Whether last year's undivided amount is of the one fund of its row, or cannot be divided. */
type Undivided = 'own' | 'said' | undefined;

/**
 * Reads the rows of a ledger in which each fund has a column: a row is read once for each fund of which it has an amount, as if nothing but
 * that amount stood in it. Columns of totals are no amounts; where they are not what the funds of their row come to, that is told.
 */
export function* readFundRows(asked: RowsToRead, funds: FundColumns, meanings: Meanings): Steps<RowsRead> {
  const reader = new FundRowReader(asked, funds, meanings);
  let looked = 0;
  for (const { row } of asked.sheet.rows) {
    if (row < asked.header.itemsFrom) continue;
    if (++looked % ROWS_A_STEP === 0) yield;
    reader.take(row);
  }
  yield;
  return reader.finish();
}

/** A row as it is seen through some of the columns of amounts. */
interface View {
  readonly cells: LedgerCells;
  readonly reader: RowReader;
}

/** … through those of one fund. */
interface FundView extends View {
  readonly fund: Member;
  readonly now: YearColumn | undefined;
  /** … and through the column of last year's amounts that no header divides, where the fund has none of its own. */
  readonly withUndivided: View | undefined;
}

class FundRowReader {
  private readonly remarks: FundRemarks;
  private readonly common = new RowsInCommon();
  private readonly cells: FundCells;
  private readonly words: LedgerWords;
  /** In the order of the edition's funds: that of the columns does not matter. */
  private readonly views: readonly FundView[];
  /** How a row is read that says its fund in words and has nothing in the columns of funds. */
  private readonly inWords: View | undefined;
  /** Through the columns that add up all funds: rows of totals are held against all items by them. */
  private readonly whole: View | undefined;
  private readonly unknown: readonly FundColumn[];
  private readonly rows: LedgerRow[] = [];

  constructor(
    private readonly asked: RowsToRead,
    private readonly funds: FundColumns,
    private readonly meanings: Meanings,
  ) {
    const { sheet, header, edition } = asked;
    const { amounts, totals, before, rowByRow, said } = funds;
    this.words = ledgerWords(edition);
    this.cells = new FundCells(sheet, header, funds);
    this.remarks = new FundRemarks(sheet.name, this.cells.named);
    this.unknown = amounts.filter(({ fund }) => fund === undefined);
    this.views = pairs(amounts, membersOf(asked)).map(({ fund, ...columns }) => ({
      ...this.view(this.cells.through(columns, fund)),
      fund,
      now: columns.now,
      withUndivided:
        before && columns.now && !columns.before
          ? this.view(this.cells.through({ now: columns.now, before }, fund))
          : undefined,
    }));
    this.inWords = rowByRow && this.view(this.cells.inWords(rowByRow));
    const ofAll = (year: FundTotal['year']): FundTotal | undefined =>
      totals.find((total) => total.isOfAll && total.year === year);
    const sums = { now: ofAll('now'), before: before ?? ofAll('before') };
    this.whole = sums.now || sums.before ? this.view(this.cells.through(sums)) : undefined;
    if (said !== undefined) {
      const headed = amounts.map(({ column }) => this.cells.headerOf(column)).join('|');
      this.remarks.say('funds-said', { row: header.row, column: said }, headed);
    }
  }

  take(row: number): void {
    const [first] = this.views;
    if (!first) return;
    if (first.reader.isTotal(row)) this.takeTotals(row, first);
    else {
      const isUnknown = this.sayUnknown(row);
      const filled = this.views.filter(({ cells }) => SEEN.some((column) => isSome(cells.amount(row, column))));
      if (filled.length > 0 || isUnknown) this.compareTotals(row);
      if (filled.length > 0) this.compareWords(row, filled);
      const undivided = this.undivided(row, filled);
      // What is missing here may well be in the totals below.
      if (isUnknown || undivided === 'said') this.whole?.reader.add({ is: 'left-out' });
      if (filled.length === 0 && !isUnknown) this.takeUnfilled(row, first, undivided);
      for (const view of filled) this.takeOf(row, view, undivided);
    }
  }

  finish(): RowsRead {
    const { remarks, rows, views, inWords, whole, asked, common, meanings } = this;
    const all = [...views.flatMap((view) => [view, view.withUndivided]), inWords, whole];
    for (const view of all) view?.reader.finish();
    remarks.settle(rows);
    if (!asked.isBefore) this.noteNoneThisYear();
    for (const { units, of } of this.byUnit()) noteUnits(of, { ...asked.header, moneyUnits: units }, remarks);
    return {
      rows,
      projectSpellings: common.projects.spellings,
      findings: remarks.findings,
      filledDown: [...new Set<Area>(all.flatMap((view) => view?.cells.filledDown ?? []))],
      meanings,
    };
  }

  /** A row of totals is held against the items of each fund, and those of all. */
  private takeTotals(row: number, first: View): void {
    const filled = this.views.filter(({ cells }) => isFilled(cells, row));
    const all = [...filled, ...(this.whole ? [this.whole] : filled.length === 0 ? [first] : [])];
    for (const { reader } of all) reader.take(row);
  }

  /** Of one fund, with last year's undivided amount where that is its own. */
  private takeOf(row: number, view: FundView, undivided: Undivided): void {
    // A row that says no more than a code is perhaps the sum of others.
    const isWith = undivided === 'own' && view.cells.text(row, 'economic') !== '';
    const read = this.takeFrom(row, (isWith && view.withUndivided) || view);
    // The totals of the fund are of these too.
    if (isWith && view.withUndivided && read) view.reader.add(read);
  }

  private takeFrom(row: number, { reader }: View): TotalledRow | undefined {
    const read = reader.take(row);
    if (read?.is === 'item') this.rows.push(read.item);
    if (read) this.whole?.reader.add(read);
    return read;
  }

  /** A row that has nothing in the columns of funds. */
  private takeUnfilled(row: number, first: FundView, undivided: Undivided): void {
    const { inWords, views, cells, funds, remarks, whole } = this;
    const alone = funds.totals.find((total) => isSome(cells.reading(row, total)));
    if (inWords && isSome(inWords.cells.amount(row, 'now'))) this.takeFrom(row, inWords);
    else if (alone) {
      remarks.say('fund-none', { row, column: alone.column }, '', 'total');
      whole?.reader.add({ is: 'left-out' });
    } else if (undivided !== 'said') {
      // A zero is an amount too.
      const zero = views.find((view) => isFilled(view.cells, row)) ?? first;
      this.takeOf(row, zero, undivided);
    }
  }

  /** Whether there are amounts below a header that is called like a fund and is none that is known: they are told. */
  private sayUnknown(row: number): boolean {
    const { fundNames, nearestFund } = this.words;
    const columns = this.unknown.filter((column) => isSome(this.cells.reading(row, column)));
    for (const { column } of columns) {
      const header = this.cells.headerOf(column);
      const proposed = `${fundNames.join('、')}|${nearestFund(header) ?? ''}|one`;
      this.remarks.say('fund-unknown', { row, column }, header, proposed);
    }
    return columns.length > 0;
  }

  /** Last year's amount that no header divides is of the one fund that its row has; where there are several or none, that is told. */
  private undivided(row: number, filled: readonly FundView[]): Undivided {
    const { cells, views, inWords, funds, remarks } = this;
    const { before } = funds;
    if (!before || !isSome(cells.reading(row, before))) return undefined;
    if (filled.length === 0 && inWords && isSome(inWords.cells.amount(row, 'now'))) return undefined;
    // A zero for one fund alone says which one it is.
    const owners = filled.length > 0 ? filled : views.filter((view) => isFilled(view.cells, row));
    if (owners.length === 1) return 'own';
    remarks.say('before-undivided', { row, column: before.column }, '');
    return 'said';
  }

  /** Columns of totals that are not what the columns of their row come to. */
  private compareTotals(row: number): void {
    const { cells, funds, remarks } = this;
    for (const total of funds.totals) {
      const unit = cells.unitOf(total);
      const typed = cells.amount(row, total, unit);
      const parts = funds.amounts.filter(({ column }) => total.of.includes(column));
      if (!typed || parts.some((part) => cells.reading(row, part).kind === 'unreadable')) continue;
      const sum = parts.reduce((known, part) => known.plus(cells.amount(row, part, unit) ?? ZERO), ZERO);
      remarks.compare({ row, column: total.column }, typed, sum, unit);
    }
  }

  /** A row that says its fund in words, and has amounts of another. */
  private compareWords(row: number, filled: readonly FundView[]): void {
    const { said } = this.funds;
    if (said === undefined) return;
    const text = this.cells.fundSaid(row);
    const fund = text === '' ? undefined : this.words.fundOf(text);
    const others = filled.flatMap((view) => (view.now && view.fund !== fund ? [view.now.column] : []));
    if (fund === undefined || others.length === 0) return;
    const headed = others.map((column) => this.cells.headerOf(column)).join('|');
    this.remarks.say('fund-other', { row, column: said }, text, headed);
  }

  private view(cells: LedgerCells): View {
    const { edition, catalogue, year } = this.asked;
    const { remarks, meanings, common } = this;
    return { cells, reader: new RowReader(cells, edition, catalogue, year, remarks, meanings, common) };
  }

  /** Items by the units of their columns. */
  private byUnit(): readonly { readonly units: LedgerHeader['moneyUnits']; readonly of: readonly LedgerRow[] }[] {
    const { amounts } = this.funds;
    const { moneyUnits } = this.asked.header;
    const isOther = amounts.some((column) => this.cells.unitOf(column) !== (moneyUnits[column.year] ?? '万元'));
    if (!isOther) return [{ units: moneyUnits, of: this.rows }];
    return (['元', '万元'] as const).map((unit) => {
      const own = amounts.filter((column) => this.cells.unitOf(column) === unit).map(({ column }) => column);
      return {
        units: { now: unit, before: unit },
        of: this.rows.filter(({ nowCell }) => own.includes(nowCell.column)),
      };
    });
  }

  private noteNoneThisYear(): void {
    const { rows, remarks } = this;
    const withNow = new Set(rows.flatMap(({ now, nowCell }) => (now ? [nowCell.row] : [])));
    const columns = new Set(this.views.flatMap(({ now }) => (now ? [now.column] : [])));
    for (const { now, nowCell } of rows) {
      if (now !== undefined || !columns.has(nowCell.column)) continue;
      const isOfFund = withNow.has(nowCell.row);
      remarks.say('now-none', nowCell, '', isOfFund ? 'fund' : undefined, withNow.size === 0 ? 'warning' : undefined);
    }
  }
}

const SEEN = ['now', 'before'] as const;
const ZERO = new Decimal(0);

const isFilled = (cells: LedgerCells, row: number): boolean =>
  cells.amount(row, 'now').kind !== 'blank' || cells.amount(row, 'before').kind !== 'blank';

type Pair = SeenColumns & { readonly fund: Member };

/** The columns of each fund, this year's with last year's. */
function pairs(amounts: readonly FundColumn[], order: readonly Member[]): readonly Pair[] {
  return order.flatMap((fund) => {
    const [now, before] = (['now', 'before'] as const).map((year) =>
      amounts.filter((one) => one.fund === fund && one.year === year),
    );
    const count = Math.max(now?.length ?? 0, before?.length ?? 0);
    return Array.from({ length: count }, (_, at) => ({ fund, now: now?.[at], before: before?.[at] }));
  });
}

function membersOf({ edition }: RowsToRead): readonly Member[] {
  const funds = edition.dimensions.byId.get(FUND);
  return funds?.kind === 'members' ? funds.members.map(({ is }) => is) : [];
}
