import { Decimal } from 'decimal.js';
import { runSteps, type Steps } from '../steps/steps';
import { localiseInSteps } from './localise';
import { matrixOf } from './matrix';
import { toScaled } from '../amount/scaled';
import type { Row, System } from './system';
import { UnitSearch } from './unit-search';

/** Changes of last digits that settle rows; each is one figure written a unit or so higher or lower. */
export type Settling = readonly { readonly variable: number; readonly by: Decimal }[];

/** Rows that fail by rounding and are settled together. */
export interface Settled {
  /** Indexes of the rows, ascending. */
  readonly rows: readonly number[];
  /** All lightest ways; empty where no such changes settle these rows without breaking others. */
  readonly alternatives: readonly Settling[];
  /** True where more exist than are listed. */
  readonly more: boolean;
  /** False where the search ended at its bound: there may be lighter ways, or one where none is listed. */
  readonly proved: boolean;
}

export interface RoundingOptions {
  /** How many units a figure may move; 1 if absent. */
  readonly reach?: number;
  /** Steps of the search for the lightest changes of any size; as for `localise` if absent. */
  readonly maxWork?: number;
  /** Whether what is not proved to be lightest is given some repair all the same; true if absent. */
  readonly guess?: boolean;
  /** Moves tried where the lightest changes are not those of last digits, 500 coefficients looked at counting as one; 20,000 if absent. */
  readonly maxMoves?: number;
  /** Alternatives listed; 100 if absent. */
  readonly maxAlternatives?: number;
}

/**
 * Settles the rows that fail within their slack only: the least weight of figures to move by units of their last digit
 * (`units[variable]`) so that these rows hold exactly and all that hold now still do. Rows that fail beyond their slack, and
 * those of missing values, are left aside. Groups in the order of their first row; none where no row fails by rounding.
 */
export function settleRounding(
  system: System,
  units: readonly Decimal[],
  options: RoundingOptions = {},
): readonly Settled[] {
  return runSteps(settleRoundingInSteps(system, units, options));
}

/** The same in steps. */
export function* settleRoundingInSteps(
  system: System,
  units: readonly Decimal[],
  options: RoundingOptions = {},
): Steps<readonly Settled[]> {
  const { reach = 1, maxMoves = 20_000, maxAlternatives = 100, maxWork, guess = true } = options;
  const kept = system.rows.flatMap((row, index) => (isJudged(row, system) ? [index] : []));
  const exact: System = {
    variables: system.variables,
    rows: kept.flatMap((index) => withoutSlack(system.rows[index])),
  };
  const original = (rows: readonly number[]): readonly number[] => rows.flatMap((row) => kept[row] ?? []);
  yield;
  const { groups } = yield* localiseInSteps(exact, {
    maxAlternatives,
    guess,
    ...(maxWork === undefined ? {} : { maxWork }),
  });
  const settled = groups.map((group): Settled => {
    const fitting = group.alternatives.flatMap((changes) => {
      const settling = changes.flatMap(({ variable, to }) =>
        to.kind === 'value' && to.exact
          ? [{ variable, by: to.value.minus(system.variables[variable]?.value ?? 0) }]
          : [],
      );
      const fits = settling.every(({ variable, by }) => isWithin(by, units[variable], reach));
      return fits && settling.length === changes.length ? [settling] : [];
    });
    return { rows: original(group.rows), alternatives: fitting, more: group.more, proved: group.proved };
  });
  if (settled.every(({ alternatives }) => alternatives.length > 0)) return settled;

  // The lightest changes are larger than a last digit: the lightest of last digits may then be of other figures altogether.
  const matrix = matrixOf(exact);
  const steps = matrix.values.map((_, variable) =>
    units[variable] ? toScaledUnit(units[variable], matrix.places) : undefined,
  );
  yield;
  const search = new UnitSearch(matrix, steps, { reach, maxMoves, maxAlternatives });
  const { alternatives, more, proved } = yield* search.run();
  const rows = [...original(groups.flatMap((group) => group.rows))].sort((a, b) => a - b);
  const inUnits = alternatives.map((moves) =>
    moves.map(({ variable, steps: count }) => ({ variable, by: (units[variable] ?? new Decimal(0)).times(count) })),
  );
  return [{ rows, alternatives: inUnits, more, proved }];
}

/** True for a row of present figures that holds within its slack. */
function isJudged({ terms, op, constant, slack, holds }: Row, { variables }: System): boolean {
  if (holds) return terms.every(({ variable }) => variables[variable]?.value);
  let residual = new Decimal(0).minus(constant ?? 0);
  for (const { variable, coefficient } of terms) {
    const value = variables[variable]?.value;
    if (!value) return false;
    residual = residual.plus(value.times(coefficient.toString()));
  }
  const width = slack ?? 0;
  if (op === '=') return residual.abs().lte(width);
  return op === '>' ? residual.plus(width).gt(0) : residual.plus(width).gte(0);
}

function withoutSlack(row: Row | undefined): readonly Row[] {
  if (!row) return [];
  const { terms, op, constant, slack, holds } = row;
  const isExact = !slack || slack.isZero();
  return [{ terms, op, ...(constant ? { constant } : {}), ...(holds && isExact ? { holds } : {}) }];
}

function isWithin(by: Decimal, unit: Decimal | undefined, reach: number): boolean {
  return unit !== undefined && by.mod(unit).isZero() && by.abs().lte(unit.times(reach));
}

/** Undefined for a unit finer than all amounts: such a figure cannot be what rounding left. */
function toScaledUnit(unit: Decimal, places: number): bigint | undefined {
  return unit.decimalPlaces() <= places ? toScaled(unit, places) : undefined;
}
