/**
 * How far causes are searched for: the only place with such numbers. All of them count work, none of them time, so that a workbook
 * gives the same report on every machine. What is left when a bound is reached keeps its findings, and is said not to have been searched.
 */

/** Steps of the search for the fewest cells, each about the change of one coefficient, with all failed equations together: a tenth of a second. */
export const MOST_WORK = 400_000;
/**
 * And for those of which that did not come to an end, each set that shares figures by itself: so much for all sets, and so much
 * more for every equation. What one set leaves of its share the next ones have.
 */
export const MOST_WORK_APART = 300_000;
export const WORK_AN_EQUATION = 100;
/** Once more for explanations of more cells, as mistakes that touch two cells each need; and for what tables say within themselves. */
export const MOST_WORK_ON_PAIRS = 100_000;
export const MOST_WORK_WITHIN_TABLES = 100_000;

/** More cells than equations fail can always be made to fit. */
export const cellsForEquations = (failed: number): number => failed;
/** Fewer mistakes than equations that fail by them, each in two cells. */
export const cellsForMistakes = (failed: number): number => 2 * (failed - 1);
/** More than either is no explanation; of a single equation, a part and its sum may still be shown. */
export const mostCellsFor = (failed: number): number =>
  Math.max(2, cellsForEquations(failed), cellsForMistakes(failed));

/**
 * All work that is done for so many failed equations, at most: each search goes over them together, apart, and for the values of what it
 * found. What has begun when a bound is reached is ended: one look at the whole workbook, of so many coefficients, a go.
 */
export const mostWorkOn = (failed: number, coefficients: number): number =>
  3 * (MOST_WORK + MOST_WORK_APART + failed * WORK_AN_EQUATION + MOST_WORK_ON_PAIRS + MOST_WORK_WITHIN_TABLES) +
  12 * coefficients;

/** Alternatives of one set of failed equations. Every row of a table may hold two exchanged figures of two columns; only digits tell which. */
export const MOST_ALTERNATIVES = 100;

/** Tries of the search for the fewest mistakes in one set of equations: some milliseconds; and in all together. */
export const MOST_TRIES = 20_000;
export const MOST_TRIES_IN_ALL = 100_000;
/** Two slips in one sum, each of them in two cells, are what people still make; three are a table of another year. */
export const MOST_ACTS = 3;
/** More figures than these are no place any more, but a whole table; and more acts in them than these. */
export const MOST_FIGURES = 400;
export const MOST_POSSIBLE_ACTS = 20_000;

/** Sums off by rounding: more than these are a workbook that was rounded figure by figure, and nobody would change so many last digits. */
export const MOST_ROUNDED_SUMS = 40;
export const MOST_ROUNDING_WORK = 400_000;
export const MOST_ROUNDING_MOVES = 5_000;

/** Work that several searches share, one after the other. */
export interface Purse {
  /** What the next one may spend at most; 0 where nothing is left. */
  readonly open: (atMost: number) => number;
  /** What the next one may spend of so many that are still to come. */
  readonly share: (among: number) => number;
  readonly pay: (spent: number) => void;
}

export function purseOf(all: number): Purse {
  let left = all;
  return {
    open: (atMost) => Math.max(0, Math.min(left, atMost)),
    share: (among) => Math.max(0, left / among),
    pay: (spent) => {
      left -= spent;
    },
  };
}
