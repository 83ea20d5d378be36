import { Decimal } from 'decimal.js';
import { commonPlaces } from '../../amount/interval';
import type { Figure } from '../../book/book';
import type { Evaluated } from '../../equation/evaluate';
import { settleRoundingInSteps } from '../../localise/rounding';
import type { System } from '../../localise/system';
import type { Steps } from '../../steps/steps';
import { figuresOf, type FailedEquation } from '../equation-findings';
import type { FindingFacts } from '../facts';
import { plainAmount, quoted } from '../quote';
import { MOST_ROUNDED_SUMS, MOST_ROUNDING_MOVES, MOST_ROUNDING_WORK } from './bounds';
import type { Following } from './follow';
import { causeFor, gravestOf, type CauseGroup } from './group';
import { modelOf } from './model';

/** A single sum that is off by rounding says it by itself. */
const FEWEST_SUMS = 2;

/**
 * Sums that are off by no more than rounding and hang together by what they add up: the fewest figures to write a unit higher or
 * lower in their last digit for all of them to hold at once, none that holds now failing, or that no such changes exist (each
 * may be rounding by itself while together they cannot be). What is not proved is not said.
 */
export function* roundingGroups(
  failed: readonly FailedEquation[],
  evaluated: readonly Evaluated[],
  following: Following,
): Steps<readonly CauseGroup[]> {
  if (failed.length < FEWEST_SUMS || failed.length > MOST_ROUNDED_SUMS) return [];
  const model = yield* modelOf(failed, evaluated, following);
  const system: System = {
    variables: model.system.variables,
    rows: model.system.rows.map((row, index) => {
      const member = model.failedAt[index];
      return member ? { ...row, slack: member.outcome.difference.abs() } : row;
    }),
  };
  const lastDigits = new Map<number, Decimal>();
  const lastDigitOf = (decimals: number): Decimal => {
    const digit = lastDigits.get(decimals) ?? new Decimal(`1e-${decimals}`);
    lastDigits.set(decimals, digit);
    return digit;
  };
  const units = model.figures.map((figure) => lastDigitOf(commonPlaces(figure.decimals, figure.moneyUnit)));
  yield;
  const settled = yield* settleRoundingInSteps(system, units, {
    maxWork: MOST_ROUNDING_WORK,
    maxMoves: MOST_ROUNDING_MOVES,
    guess: false,
  });
  return settled.flatMap(({ rows, alternatives, more, proved }) => {
    const members = rows.flatMap((row) => model.failedAt[row] ?? []);
    if (!proved || members.length < FEWEST_SUMS) return [];
    const ways = alternatives.map((way) =>
      way.flatMap(({ variable, by }) => {
        const figure = model.figures[variable];
        return figure ? [{ figure, value: (figure.value ?? new Decimal(0)).plus(by) }] : [];
      }),
    );
    return [roundingGroup(members, ways, more)];
  });
}

interface Changed {
  readonly figure: Figure;
  /** In 万元. */
  readonly value: Decimal;
}

const to = ({ figure, value }: Changed): string => plainAmount(value, figure.moneyUnit, figure.decimals);

function roundingGroup(
  members: readonly FailedEquation[],
  ways: readonly (readonly Changed[])[],
  more: boolean,
): CauseGroup {
  const [first = []] = ways;
  const figure = first[0]?.figure ?? members.flatMap(figuresOf)[0];
  if (!figure) throw new Error('sums without figures');
  const unit = figure.moneyUnit;
  const facts: FindingFacts =
    ways.length > 0
      ? {
          code: 'rounding-settled',
          count: members.length,
          changes: first.map((change) => ({ cell: quoted(change.figure, change.figure.moneyUnit), to: to(change) })),
          otherWays: ways.length > 1 || more,
          moneyUnit: unit,
        }
      : { code: 'rounding-unsettled', count: members.length, first: quoted(figure, unit), moneyUnit: unit };
  return {
    members,
    cause: causeFor('equation', members, facts, {
      severity: gravestOf(members),
      // Each of these figures may have been rounded right: which of them were not, no table tells.
      determined: false,
      confidence: ways.length === 0 ? 0 : 1 / ways.length,
      alternatives: ways.map((way) => way.map((change) => ({ cell: change.figure.cell, suggestion: to(change) }))),
    }),
  };
}
