import { Decimal } from 'decimal.js';
import type { Figure } from '../../src/engine/book/book';
import type { Equation } from '../../src/engine/equation/equation';
import { placeOf, type Place } from '../../tests/fixtures/edit';

/** How often a figure counts in each equation, by its index, on the left and (negative) on the right. */
type Counts = ReadonlyMap<number, number>;

/** Whether the amounts of two cells are in each other's places so that two others, exchanged, would settle all equations as well. */
export type HasRival = (first: Place, second: Place) => boolean;

/** `equations` are those of a workbook without errors; the answer is for figures that stand in them. */
export function rivalsIn(equations: readonly Equation[]): HasRival {
  const counts = new Map<Place, Map<number, number>>();
  const values = new Map<Place, Decimal>();
  const members = equations.map(({ left, right }, index) => {
    const add = (figure: Figure, count: number): Place => {
      const place = placeOf(figure.cell);
      const own = counts.get(place) ?? new Map<number, number>();
      counts.set(place, own.set(index, (own.get(index) ?? 0) + count));
      values.set(place, figure.value ?? new Decimal(0));
      return place;
    };
    return [...left.map((figure) => add(figure, 1)), ...right.map((figure) => add(figure, -1))];
  });
  const alike = new Map<string, Place[]>();
  for (const [place, own] of counts) {
    const known = alike.get(keyOf(own));
    if (known) known.push(place);
    else alike.set(keyOf(own), [place]);
  }
  return (first, second) => {
    const effect = minus(counts.get(first), counts.get(second));
    const [touched] = effect.keys();
    if (touched === undefined) return true;
    const now = (place: Place): Decimal =>
      values.get(place === first ? second : place === second ? first : place) ?? new Decimal(0);
    const change = now(second).minus(now(first));
    const settles = (from: Place, to: Place): boolean =>
      !(from === first && to === second) && now(to).minus(now(from)).equals(change);
    // An exchange with this effect has one of its two cells in every equation that is affected.
    return (members[touched] ?? []).some((place) => {
      const own = counts.get(place);
      const asFrom = alike.get(keyOf(minus(own, effect))) ?? [];
      const asTo = alike.get(keyOf(minus(own, negated(effect)))) ?? [];
      return asFrom.some((to) => settles(place, to)) || asTo.some((from) => settles(from, place));
    });
  };
}

const keyOf = (counts: Counts): string =>
  [...counts]
    .filter(([, count]) => count !== 0)
    .sort(([a], [b]) => a - b)
    .join(';');

function minus(some: Counts = new Map(), others: Counts = new Map()): Counts {
  const left = new Map(some);
  for (const [equation, count] of others) left.set(equation, (left.get(equation) ?? 0) - count);
  for (const [equation, count] of left) if (count === 0) left.delete(equation);
  return left;
}

const negated = (counts: Counts): Counts => new Map([...counts].map(([equation, count]) => [equation, -count]));
