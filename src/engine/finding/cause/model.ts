import { Decimal } from 'decimal.js';
import { commonPlaces } from '../../amount/interval';
import type { Figure } from '../../book/book';
import type { Equation } from '../../equation/equation';
import type { Evaluated } from '../../equation/evaluate';
import type { Row, System, Variable } from '../../localise/system';
import { weightOf, type CellFacts, type Evidence } from '../../localise/weights';
import type { FailedEquation } from '../equation-findings';

const ZERO = new Decimal(0);

/** Failed equations, and all that hold, as the system that the localiser works on. */
export interface Model {
  readonly system: System;
  readonly figures: readonly Figure[];
  /** The failed equation of each row, undefined for the rows of equations that hold. */
  readonly failedAt: readonly (FailedEquation | undefined)[];
}

/** The equations as rows of one ±1 matrix; of those that failed only the given ones take part. */
export function modelOf(failed: readonly FailedEquation[], evaluated: readonly Evaluated[]): Model {
  const given = new Map(failed.map((member) => [member.equation, member]));
  const indexes = new Map<Figure, number>();
  const figures: Figure[] = [];
  const indexOf = (figure: Figure): number => {
    const known = indexes.get(figure);
    if (known !== undefined) return known;
    indexes.set(figure, figures.length);
    figures.push(figure);
    return figures.length - 1;
  };
  const rows: Row[] = [];
  const failedAt: (FailedEquation | undefined)[] = [];
  for (const { equation, outcome } of evaluated) {
    if (outcome.kind === 'notChecked') continue;
    const member = given.get(equation);
    if (outcome.kind === 'failed' && outcome.rank !== 'rounding' && !member) continue;
    const terms = [
      ...equation.left.map((figure) => ({ variable: indexOf(figure), coefficient: 1 })),
      ...equation.right.map((figure) => ({ variable: indexOf(figure), coefficient: -1 })),
    ];
    // What holds within rounding only goes on holding within the same distance.
    const slack = member ? undefined : residualOf(equation).abs();
    rows.push({ terms, op: equation.op, ...(slack && !slack.isZero() && equation.op === '=' ? { slack } : {}) });
    failedAt.push(member);
  }
  const variables = figures.map((figure): Variable => ({
    value: figure.value ?? ZERO,
    weight: weightOf({ formula: figure.formula !== undefined }),
  }));
  return { system: { variables, rows }, figures, failedAt };
}

function residualOf({ left, right }: Equation): Decimal {
  const sum = (figures: readonly Figure[]): Decimal =>
    figures.reduce((total, figure) => total.plus(figure.value ?? ZERO), ZERO);
  return sum(left).minus(sum(right));
}

/** One cell to be written, with the value that the equations give for it. */
export interface Repair {
  readonly figure: Figure;
  /** In 万元. */
  readonly value: Decimal;
  readonly evidence: Evidence;
}

/** All figures of a failed equation. */
export const figuresOf = ({ equation }: FailedEquation): readonly Figure[] => [...equation.left, ...equation.right];

/** What the localiser's evidence needs to know of a figure. */
export function factsOf(figure: Figure | undefined): CellFacts {
  if (!figure) return { value: null, decimals: 0 };
  const { reading } = figure;
  return {
    value: reading.kind === 'blank' ? null : (figure.value ?? null),
    decimals: commonPlaces(figure.decimals, figure.moneyUnit),
  };
}
