import { Decimal } from 'decimal.js';
import { ECONOMIC, FUNCTIONAL, FUND, KIND, PROJECT } from '../edition/print';
import type { ResolvedEdition } from '../edition/resolve';
import type { Members } from '../scope/scope';
import { Pairs } from './pairs';
import { spread, WHOLE, type Part } from './spread';

/** What is rounded: an amount in 万元, and where it belongs. */
interface Item {
  readonly at: Members;
  readonly value: Decimal;
}

/** One step of dividing a rounded total: what it is divided by, and whose totals over all of them should come near. */
interface Level {
  readonly part: (at: Members) => string;
  readonly column: (at: Members) => string;
}

const of = (at: Members, dimension: string): string => at[dimension] ?? '';

/**
 * From what readers look at first to single items: each level keeps the rounded totals of those before it. 人员, 公用 and economic codes are
 * printed of one fund alone, the others of all funds together as well.
 */
function levelsOf({ dimensions }: ResolvedEdition): readonly Level[] {
  const whole = (at: Members): string => dimensions.parentOf(KIND, of(at, KIND)) ?? of(at, KIND);
  const ofAllFunds = (part: Level['part']): Level => ({ part, column: part });
  const ofEachFund = (part: Level['part']): Level => ({
    part,
    column: (at) => `${of(at, FUND)} ${of(at, KIND)} ${part(at)}`,
  });
  return [
    ofAllFunds(whole),
    ...[3, 5, Infinity].map((digits) => ofAllFunds((at) => of(at, FUNCTIONAL).slice(0, digits))),
    ofEachFund((at) => of(at, KIND)),
    ofAllFunds((at) => of(at, PROJECT)),
    ...[3, Infinity].map((digits) => ofEachFund((at) => of(at, ECONOMIC).slice(0, digits))),
  ];
}

interface Rounding {
  readonly item: Item;
  readonly floor: Decimal;
  /** What it is above that, in parts of the last digit. */
  readonly rest: number;
}

/**
 * Line items with as many digits as the tables print. The exact total of each fund is rounded; its basic and project expenditure, 类, 款,
 * 项, kinds and projects are rounded so that they add up to that, and those of all funds together come as near to their exact
 * totals as that leaves room for. It is the same whatever the order of the items.
 */
export function roundedItems<Of extends Item>(
  items: readonly Of[],
  decimals: number,
  edition: ResolvedEdition,
): readonly Of[] {
  const unit = new Decimal(10).pow(-decimals);
  const inParts = WHOLE * 10 ** decimals;
  const roundings = items
    .map((item) => ({ item, key: keyOf(item.at) }))
    .sort((one, other) => (one.key < other.key ? -1 : 1))
    .map(({ item }): Rounding => {
      const floor = item.value.toDecimalPlaces(decimals, Decimal.ROUND_FLOOR);
      const above = item.value.equals(floor) ? 0 : item.value.minus(floor).toNumber() * inParts;
      return { item, floor, rest: above === 0 ? 0 : Math.min(Math.max(Math.round(above), 1), WHOLE - 1) };
    });
  const { row, targets } = byFund(roundings, decimals);
  let rows = row;
  let wanted = targets;
  for (const level of levelsOf(edition)) ({ row: rows, targets: wanted } = divided(roundings, rows, wanted, level));
  const values = new Map<Item, Decimal>();
  roundings.forEach(({ item, floor }, index) => {
    const isUp = (wanted[rows[index] as number] ?? 0) > 0;
    values.set(item, isUp ? floor.plus(unit) : floor);
  });
  return items.map((item) => ({ ...item, value: values.get(item) ?? item.value }));
}

/** Which row each item is in, and by how many last digits each row is above the floors of its items. */
interface Rows {
  readonly row: readonly number[];
  readonly targets: readonly number[];
}

function byFund(roundings: readonly Rounding[], decimals: number): Rows {
  const numberOf = numbering();
  const row = roundings.map(({ item }) => numberOf(of(item.at, FUND)));
  const exact: Decimal[] = [];
  const floors: Decimal[] = [];
  roundings.forEach(({ item, floor }, index) => {
    const at = row[index] as number;
    exact[at] = (exact[at] ?? new Decimal(0)).plus(item.value);
    floors[at] = (floors[at] ?? new Decimal(0)).plus(floor);
  });
  const targets = exact.map((total, at) =>
    total
      .toDecimalPlaces(decimals, Decimal.ROUND_HALF_UP)
      .minus(floors[at] ?? 0)
      .times(new Decimal(10).pow(decimals))
      .toNumber(),
  );
  return { row, targets };
}

function divided(
  roundings: readonly Rounding[],
  row: readonly number[],
  targets: readonly number[],
  level: Level,
): Rows {
  const [partNumber, columnNumber, pairs] = [numbering(), numbering(), new Pairs()];
  const parts: { amount: number; readonly column: number }[] = [];
  const inRow: number[][] = targets.map(() => []);
  const divided = roundings.map(({ item: { at }, rest }, index) => {
    const own = row[index] as number;
    const number = pairs.of(own, partNumber(level.part(at)));
    const known = parts[number];
    if (known) known.amount += rest;
    else {
      parts[number] = { amount: rest, column: columnNumber(level.column(at)) };
      inRow[own]?.push(number);
    }
    return number;
  });
  const found: number[] = [];
  const spreadOut = spread(
    inRow.map((numbers, index) => ({
      target: targets[index] ?? 0,
      parts: numbers.map((number): Part => parts[number] as Part),
    })),
  );
  inRow.forEach((numbers, index) => {
    numbers.forEach((number, at) => (found[number] = spreadOut[index]?.[at] ?? 0));
  });
  return { row: divided, targets: found };
}

/** Numbers texts 0, 1, 2 … in the order of first mention. */
function numbering(): (text: string) => number {
  const numbers = new Map<string, number>();
  return (text) => {
    const known = numbers.get(text);
    if (known !== undefined) return known;
    numbers.set(text, numbers.size);
    return numbers.size - 1;
  };
}

const keyOf = (at: Members): string =>
  [FUND, FUNCTIONAL, KIND, ECONOMIC, PROJECT].map((dimension) => of(at, dimension)).join('\u0000');
