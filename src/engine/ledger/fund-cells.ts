import { amountIn, convertMoney } from '../amount/money-unit';
import type { MoneyUnit, Reading } from '../amount/reading';
import type { Decimal } from 'decimal.js';
import type { Member } from '../scope/scope';
import type { SheetSnapshot } from '../snapshot/snapshot';
import type { LedgerHeader } from './columns';
import { withOthers, type FundColumns, type YearColumn } from './fund-layout';
import type { LedgerColumn } from './ledger';
import { LedgerCells } from './ledger-cells';

/** The columns of amounts through which a row is looked at. */
export interface SeenColumns {
  readonly now?: YearColumn | undefined;
  readonly before?: YearColumn | undefined;
}

/** A ledger in which each fund has a column, seen through some of its columns as if it had no others. */
export class FundCells {
  private readonly headers: ReadonlyMap<number, string>;
  private words: LedgerCells | undefined;
  /** By column. */
  private readonly alone = new Map<number, LedgerCells>();

  constructor(
    private readonly sheet: SheetSnapshot,
    private readonly header: LedgerHeader,
    funds: FundColumns,
  ) {
    this.headers = new Map([...header.headers, ...funds.headers]);
  }

  /** The header as what is said of its columns names them. */
  get named(): LedgerHeader {
    return { ...this.header, headers: this.headers };
  }

  headerOf(column: number): string {
    return this.headers.get(column) ?? '';
  }

  unitOf({ unit, year }: YearColumn): MoneyUnit {
    return unit ?? this.header.moneyUnits[year] ?? '万元';
  }

  /** Seen through these columns of amounts, which are of one fund or of all. */
  through({ now, before }: SeenColumns, fund?: Member): LedgerCells {
    const columns = withOthers(this.header.columns, [
      ['now', now?.column],
      ['before', before?.column],
    ]);
    return new LedgerCells(this.sheet, {
      ...this.named,
      columns,
      moneyUnits: { now: now && this.unitOf(now), before: before && this.unitOf(before) },
      ...(fund === undefined ? {} : { fund }),
    });
  }

  /** Seen with the columns of a ledger whose rows say their fund in words. */
  inWords(columns: ReadonlyMap<LedgerColumn, number>): LedgerCells {
    return new LedgerCells(this.sheet, { ...this.named, columns });
  }

  /** The fund that a row says in words; '' where it does not. */
  fundSaid(row: number): string {
    this.words ??= new LedgerCells(this.sheet, this.header);
    return this.words.text(row, 'fund');
  }

  /** What a cell of a column of amounts says. */
  reading(row: number, column: YearColumn): Reading {
    let cells = this.alone.get(column.column);
    if (!cells) this.alone.set(column.column, (cells = this.through({ now: column })));
    return cells.amount(row, 'now');
  }

  /** The amount of a cell in a unit; undefined of a blank and of what cannot be read. */
  amount(row: number, column: YearColumn, unit: MoneyUnit): Decimal | undefined {
    const reading = this.reading(row, column);
    const own = this.unitOf(column);
    return reading.kind === 'amount' ? convertMoney(amountIn(reading, own), own, unit) : undefined;
  }
}

/** Whether something other than nothing or zero stands in a cell; what cannot be read may be an amount. */
export const isSome = (reading: Reading): boolean =>
  reading.kind === 'unreadable' || (reading.kind === 'amount' && !reading.value.isZero());
