import type { Decimal } from 'decimal.js';
import { convertMoney, readMoneyUnit } from '../amount/money-unit';
import type { MoneyUnit } from '../amount/reading';
import type { CellRef } from '../snapshot/address';
import type { SnapshotRow } from '../snapshot/snapshot';
import type { LedgerHeader } from './columns';
import type { LedgerRow } from './ledger';
import type { LedgerRemarks } from './problems';

/** 万元. What a department spends grows by half or by double, not by a factor near this one. */
const TEN_THOUSAND = 10_000;
const NEAR = 2;
/** Fewer items do not show a habit. */
const FEWEST_ROWS = 5;
/** So many, and more than half of those with both years: it is the column that is in another unit. */
const FEWEST_OF_COLUMN = 3;
const POWER_OF_TEN_THOUSAND = 4;
/** 十亿元: no ledger has items of that size throughout, whatever their digits. */
const POWER_OF_HUGE = 5;

/** 千万元: every ledger of several items has some that are smaller. */
const POWER_OF_THOUSAND = 3;
/** One in so many at least. */
const FEWEST_SMALL = 20;

/** So many rows with something in them are looked at below the items for a note on the unit. */
const LAST_ROWS = 6;

/** The unit that a note below the items states (金额单位为元); undefined where none does. */
function unitBelow(rows: readonly SnapshotRow[]): MoneyUnit | undefined {
  for (const { cells } of rows.slice(-LAST_ROWS)) {
    if (cells.some(({ value }) => typeof value === 'number')) continue;
    for (const { value } of cells) {
      const reading = typeof value === 'string' ? readMoneyUnit(value) : undefined;
      if (reading?.supported) return reading.unit;
    }
  }
  return undefined;
}

type Header = Pick<LedgerHeader, 'moneyUnits' | 'otherUnit' | 'unitColumn' | 'row' | 'columns'>;

/** Where nothing above the items states their unit, a note below them may, or the name of the sheet: 2026（元）. */
export function withUnitElsewhere<Its extends Header>(header: Its, sheet: string, below: readonly SnapshotRow[]): Its {
  const { now, before } = header.moneyUnits;
  if (now !== undefined || header.otherUnit) return header;
  const named = readMoneyUnit(sheet);
  const unit = unitBelow(below) ?? (named?.supported ? named.unit : undefined);
  if (unit !== undefined) return { ...header, moneyUnits: { now: unit, before: before ?? unit } };
  if (!named) return header;
  const column = header.columns.get('now') ?? 0;
  return { ...header, otherUnit: { row: header.row, column, unit: named.unit } };
}

type Year = 'now' | 'before';

interface Suspect {
  readonly year: Year;
  readonly cell: CellRef;
  readonly amount: Decimal;
  readonly isTooLarge: boolean;
}

/**
 * Remarks amounts that look as if they had been filled in in 元 where the ledger is in 万元, or the other way round: one year ten
 * thousand times the other, or all of them too large for a department. They are taken as they stand.
 */
export function noteUnits(rows: readonly LedgerRow[], header: LedgerHeader, remarks: LedgerRemarks): void {
  const units = { now: header.moneyUnits.now ?? '万元', before: header.moneyUnits.before ?? '万元' };
  const suspects = rows.flatMap((row) => suspectOf(row, units) ?? []);
  const compared = rows.filter(({ now, before }) => now && before && !now.isZero() && !before.isZero()).length;
  for (const year of ['now', 'before'] as const) {
    const own = suspects.filter((suspect) => suspect.year === year);
    const isColumn = own.length >= FEWEST_OF_COLUMN && own.length * 2 > compared;
    for (const { cell, amount, isTooLarge } of own) {
      const unit = units[year];
      const say = (value: string, proposed: string): void =>
        remarks.say(isColumn ? 'unit-of-column' : 'unit-of-row', cell, value, `${proposed}|${unit}|${year}`);
      if (isColumn) say('', isTooLarge ? 'large' : 'small');
      else {
        const typed = convertMoney(amount, '万元', unit);
        say(typed.toFixed(), (isTooLarge ? typed.div(TEN_THOUSAND) : typed.times(TEN_THOUSAND)).toFixed());
      }
    }
    if (isColumn) return;
  }
  const isDoubted = new Set(suspects.map(({ cell }) => cell));
  const others = isDoubted.size === 0 ? rows : rows.filter(({ nowCell }) => !isDoubted.has(nowCell));
  if (units.now === '万元')
    noteAll(others, remarks, header.moneyUnits.now !== undefined || header.unitColumn !== undefined);
}

/**
 * Whole numbers most of which are above a hundred million yuan, or others most of which are above a thousand million; where nobody states
 * a unit, whatever else no department has in 万元.
 */
function noteAll(rows: readonly LedgerRow[], remarks: LedgerRemarks, isStated: boolean): void {
  const [first] = rows;
  const filled = rows.filter(({ now }) => now && !now.isZero());
  if (!first || filled.length === 0) return;
  const powers = filled.map(({ now }) => now?.e ?? 0);
  const areMost = (power: number): boolean => countOf(powers, power) * 2 > powers.length;
  const areMany = filled.length >= FEWEST_ROWS;
  const whole = isWhole(filled.flatMap(({ now }) => now ?? []));
  if (areMany && areMost(POWER_OF_HUGE)) remarks.say('unit-of-all', first.nowCell, whole ? 'whole' : 'huge');
  else if (areMany && whole && areMost(POWER_OF_TEN_THOUSAND)) remarks.say('unit-of-all', first.nowCell, 'whole');
  else if (!isStated) noteUnstated(filled, powers, remarks);
}

/** What looks like 元 where nobody states a unit: too much of it is large, too little small, or one amount is what nobody pays at once. */
function noteUnstated(rows: readonly LedgerRow[], powers: readonly number[], remarks: LedgerRemarks): void {
  const large = countOf(powers, POWER_OF_TEN_THOUSAND);
  const isLarge = large * 2 > powers.length && (powers.length > 1 || countOf(powers, POWER_OF_HUGE) > 0);
  const small = powers.length - countOf(powers, POWER_OF_THOUSAND);
  const isNoneSmall = powers.length >= FEWEST_ROWS && small * FEWEST_SMALL < powers.length;
  const huge = rows.find(({ now, project }) => project === undefined && (now?.e ?? 0) >= POWER_OF_HUGE);
  const at = (huge ?? rows[0])?.nowCell;
  if (at === undefined) return;
  if (huge && !isLarge) remarks.say('unit-assumed', at, 'huge');
  else if (isLarge || isNoneSmall) remarks.say('unit-assumed', rows[0]?.nowCell ?? at, isLarge ? 'large' : 'least');
}

const countOf = (powers: readonly number[], least: number): number => powers.filter((power) => power >= least).length;

const isWhole = (amounts: readonly Decimal[]): boolean => amounts.every((amount) => amount.isInteger());

/** The amount of a row that is in another unit than its column says: the larger one of 万元, else the smaller one of 元. */
function suspectOf(
  { now, before, nowCell, beforeCell }: LedgerRow,
  units: Readonly<Record<Year, MoneyUnit>>,
): Suspect | undefined {
  if (!now || !before || !beforeCell) return undefined;
  const isLargerNow = isTenThousandTimes(now, before);
  if (!isLargerNow && !isTenThousandTimes(before, now)) return undefined;
  const [larger, smaller]: readonly [Year, Year] = isLargerNow ? ['now', 'before'] : ['before', 'now'];
  const isTooLarge = units[larger] === '万元' || units[smaller] === '万元';
  const year = isTooLarge ? larger : smaller;
  return year === 'now'
    ? { year, cell: nowCell, amount: now, isTooLarge }
    : { year, cell: beforeCell, amount: before, isTooLarge };
}

function isTenThousandTimes(one: Decimal, other: Decimal): boolean {
  if (other.isZero() || one.isZero()) return false;
  // Powers of ten first: a division for each of fifty thousand rows takes its time.
  if (Math.abs(one.e - other.e - 4) > 1) return false;
  const ratio = one.div(other);
  return ratio.greaterThan(TEN_THOUSAND / NEAR) && ratio.lessThan(TEN_THOUSAND * NEAR);
}
