import { Decimal } from 'decimal.js';
import type { Figure } from '../../engine/book/book';
import type { Outcome } from '../../engine/equation/evaluate';
import type { Equation } from '../../engine/equation/equation';
import { cellKey } from '../../engine/snapshot/address';

/** One stretch of a bar; lengths are shares of the longer side, 0 … 1. */
export interface Segment {
  readonly from: number;
  readonly to: number;
  /** Undefined of the rest, which stands for several small ones. */
  readonly figure: Figure | undefined;
  readonly count: number;
  readonly isNegative: boolean;
  readonly isSuspect: boolean;
  /** Neither an amount nor zero is there. */
  readonly holds: 'amount' | 'blank' | 'text';
}

export interface Side {
  readonly segments: readonly Segment[];
  /** Where it ends: its sum. */
  readonly end: number;
}

/** Both sides of an equation to one scale. */
export interface EquationBar {
  readonly left: Side;
  readonly right: Side;
  /** What the shorter side lacks; undefined where both are as long. */
  readonly gap: { readonly side: 'left' | 'right'; readonly from: number; readonly to: number } | undefined;
  /** A minus among the amounts: each stretch begins where the last one ended, and stands in a row of its own. */
  readonly inSteps: boolean;
}

/** More than these in one bar cannot be told apart. */
const MOST_SEGMENTS = 8;

const ZERO = new Decimal(0);
const valueOf = ({ value }: Figure): Decimal => value ?? ZERO;

/** An equation as two bars: the whole above, its parts below, in the order in which they stand in the tables. */
export function equationBar(
  { left, right }: Equation,
  outcome: Outcome,
  suspects: ReadonlySet<string> = new Set(),
): EquationBar {
  const inSteps = [...left, ...right].some((figure) => valueOf(figure).isNegative() && !valueOf(figure).isZero());
  const sides = [left, right].map((figures) => stretches(figures, suspects));
  const ends = sides.flatMap((side) => side.flatMap(({ from, to }) => [from, to]));
  const low = Decimal.min(0, ...ends);
  const high = Decimal.max(0, ...ends);
  const span = high.minus(low);
  const at = (value: Decimal): number => (span.isZero() ? 0 : value.minus(low).div(span).toNumber());
  const [drawnLeft, drawnRight] = sides.map((side): Side => ({
    segments: side.map(({ from, to, ...segment }) => ({ ...segment, from: at(from), to: at(to) })),
    end: at(side[side.length - 1]?.to ?? ZERO),
  })) as [Side, Side];
  const isShort = outcome.kind === 'failed' && drawnLeft.end !== drawnRight.end;
  const side = drawnLeft.end < drawnRight.end ? 'left' : 'right';
  const [from, to] = [Math.min(drawnLeft.end, drawnRight.end), Math.max(drawnLeft.end, drawnRight.end)];
  return { left: drawnLeft, right: drawnRight, gap: isShort ? { side, from, to } : undefined, inSteps };
}

type Stretch = Omit<Segment, 'from' | 'to'> & { readonly from: Decimal; readonly to: Decimal };

function stretches(figures: readonly Figure[], suspects: ReadonlySet<string>): readonly Stretch[] {
  const isSuspect = (figure: Figure): boolean => suspects.has(cellKey(figure.cell));
  const kept = shown(figures, isSuspect);
  const out: Stretch[] = [];
  let from = ZERO;
  const add = (value: Decimal, segment: Omit<Stretch, 'from' | 'to' | 'isNegative'>): void => {
    const to = from.plus(value);
    out.push({ ...segment, from, to, isNegative: value.isNegative() && !value.isZero() });
    from = to;
  };
  for (const figure of figures) {
    if (!kept.has(figure)) continue;
    const holds = figure.value === undefined ? 'text' : figure.reading.kind === 'blank' ? 'blank' : 'amount';
    add(valueOf(figure), { figure, count: 1, isSuspect: isSuspect(figure), holds });
  }
  const rest = figures.filter((figure) => !kept.has(figure));
  if (rest.length > 0) {
    const sum = rest.reduce((total, figure) => total.plus(valueOf(figure)), ZERO);
    add(sum, { figure: undefined, count: rest.length, isSuspect: false, holds: 'amount' });
  }
  return out;
}

/** All of them where there are few; else the largest, and those that are suspected. */
function shown(figures: readonly Figure[], isSuspect: (figure: Figure) => boolean): ReadonlySet<Figure> {
  if (figures.length <= MOST_SEGMENTS) return new Set(figures);
  const bySize = [...figures].sort((a, b) => valueOf(b).abs().comparedTo(valueOf(a).abs()));
  return new Set([...bySize.slice(0, MOST_SEGMENTS - 1), ...figures.filter(isSuspect)]);
}
