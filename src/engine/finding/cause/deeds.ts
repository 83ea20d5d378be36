import type { Decimal } from 'decimal.js';
import type { Figure } from '../../book/book';
import type { Evaluated } from '../../equation/evaluate';
import type { FailedEquation } from '../equation-findings';
import type { Following, Sum } from './follow';
import type { Repair } from './way';

/** What comes of undoing one act that left many cells wrong at once: the cells it touches and what each should hold. */
export interface Undone {
  readonly settles: readonly FailedEquation[];
  /** Failed equations that it moves and does not settle. */
  readonly leaves: readonly FailedEquation[];
}

/** Undoing says something where nearly all that it moves comes right. */
const MOST_LEFT = 1 / 3;

/** How failed equations come out if these cells held what they should. */
export function undone(repairs: readonly Repair[], open: Iterable<FailedEquation>, { answerOf }: Following): Undone {
  const changes = changesOf(repairs);
  const settles: FailedEquation[] = [];
  const leaves: FailedEquation[] = [];
  for (const member of open) {
    const moved = movedBy(changes, answerOf(member.equation));
    if (!moved) continue;
    const residual = member.outcome.difference.plus(moved);
    const holds = member.equation.op === '=' ? residual.isZero() : !residual.isNegative();
    (holds ? settles : leaves).push(member);
  }
  return { settles, leaves };
}

export const isTelling = ({ settles, leaves }: Undone): boolean => leaves.length <= settles.length * MOST_LEFT;

/** Whether an equation that holds would fail if these cells held what they should. */
export function breaksAny(repairs: readonly Repair[], evaluated: readonly Evaluated[], following: Following): boolean {
  const changes = changesOf(repairs);
  return evaluated.some(({ equation, outcome }) => {
    if (outcome.kind !== 'passed') return false;
    const { left, right, op } = equation;
    const isTouched =
      following.hasFormulas ||
      left.some((figure) => changes.has(figure)) ||
      right.some((figure) => changes.has(figure));
    const moved = isTouched && movedBy(changes, following.answerOf(equation));
    if (!moved) return false;
    return op === '=' ? !moved.isZero() : differenceOf(left, right, moved).isNegative();
  });
}

const changesOf = (repairs: readonly Repair[]): ReadonlyMap<Figure, Decimal> =>
  new Map(repairs.map(({ figure, value }) => [figure, value.minus(figure.value ?? 0)]));

/** By how much an equation moves; undefined where it does not answer to any of the cells. */
function movedBy(changes: ReadonlyMap<Figure, Decimal>, answer: Sum): Decimal | undefined {
  let moved: Decimal | undefined;
  for (const [figure, times] of answer) {
    const change = changes.get(figure)?.times(times);
    if (change) moved = moved?.plus(change) ?? change;
  }
  return moved;
}

function differenceOf(left: readonly Figure[], right: readonly Figure[], moved: Decimal): Decimal {
  const add = (sum: Decimal, figure: Figure): Decimal => sum.plus(figure.value ?? 0);
  return left.reduce(add, moved).minus(right.reduce(add, moved.times(0)));
}
