import { Decimal } from 'decimal.js';
import type { Figure } from '../../book/book';
import type { Evaluated } from '../../equation/evaluate';
import { complete } from '../../localise/complete';
import type { Row, System } from '../../localise/system';
import { blankWhole, figuresOf, type FailedEquation } from '../equation-findings';
import { confidenceOfBlanks, contestedGroup, FEWEST_FOLDED, foldedGroup, oneGroup, type Omitted } from './blank-groups';
import type { CauseGroup } from './group';

const ZERO = new Decimal(0);

/**
 * Totals that were left blank over parts that were not, in tables with at least so many of them: what the equations give for them
 * is proposed, each with those that it settles (deductive completion). What it explains is taken out of `open`; a value that stands
 * on a figure which is doubtful itself is left to others.
 */
export function blankGroups(
  open: Set<FailedEquation>,
  evaluated: readonly Evaluated[],
  atLeast: number,
): readonly CauseGroup[] {
  const blanks = omittedWholes(open, evaluated);
  if (blanks.size === 0) return [];
  const { system, figures } = systemWith(blanks, open, evaluated);
  const completion = complete(system);
  const values = new Map<Figure, Decimal>();
  for (const { variable, value, exact, doubtful } of completion.derived) {
    const figure = figures[variable];
    if (figure && exact && !doubtful && !value.isZero()) values.set(figure, value);
  }
  const settled = [...open].filter((member) => touches(member, values) && isSettled(member, values));
  const groups = derivedGroups(settled, values, atLeast);
  for (const { members } of groups) for (const member of members) open.delete(member);
  return groups;
}

/** A blank total that equations give different amounts for, where nothing else explains why they differ. */
export function contestedBlanks(
  unexplained: readonly FailedEquation[],
  evaluated: readonly Evaluated[],
): readonly CauseGroup[] {
  const open = new Set(unexplained);
  const blanks = omittedWholes(open, evaluated);
  if (blanks.size === 0) return [];
  const { system, figures, failedAt } = systemWith(blanks, open, evaluated);
  return complete(system).conflicts.flatMap(({ differing, rows }) => {
    const figure = differing && figures[differing.variable];
    const members = rows.flatMap((row) => failedAt[row] ?? []).filter((member) => open.delete(member));
    return figure && members.length > 0 ? [contestedGroup(figure, differing.readings, members)] : [];
  });
}

/** Those, and the blank wholes above them, whose sums hold for the present because nothing stands on either side. */
function omittedWholes(open: ReadonlySet<FailedEquation>, evaluated: readonly Evaluated[]): ReadonlySet<Figure> {
  const omitted = new Set([...open].flatMap((member) => blankWhole(member) ?? []));
  if (omitted.size === 0) return omitted;
  const wholesOf = new Map<Figure, Figure[]>();
  for (const { equation } of evaluated) {
    const [whole] = equation.left;
    if (equation.because.kind !== 'parts' || whole?.reading.kind !== 'blank') continue;
    for (const part of equation.right) {
      if (part.reading.kind !== 'blank') continue;
      const wholes = wholesOf.get(part);
      if (wholes) wholes.push(whole);
      else wholesOf.set(part, [whole]);
    }
  }
  // A set that grows while it is walked is walked to its end.
  for (const figure of omitted) for (const whole of wholesOf.get(figure) ?? []) omitted.add(whole);
  return omitted;
}

interface Known {
  readonly system: System;
  readonly figures: readonly Figure[];
  readonly failedAt: readonly (FailedEquation | undefined)[];
}

/** The equations that hold one of the blanks, and those that fail without: they tell which present figures are doubtful. */
function systemWith(
  blanks: ReadonlySet<Figure>,
  open: ReadonlySet<FailedEquation>,
  evaluated: readonly Evaluated[],
): Known {
  const failed = new Map([...open].map((member) => [member.equation, member]));
  const indexes = new Map<Figure, number>();
  const indexOf = (figure: Figure): number => {
    const known = indexes.get(figure) ?? indexes.size;
    indexes.set(figure, known);
    return known;
  };
  const rows: Row[] = [];
  const failedAt: (FailedEquation | undefined)[] = [];
  for (const { equation, outcome } of evaluated) {
    const figures = [...equation.left, ...equation.right];
    if (equation.op !== '=' || outcome.kind === 'notChecked') continue;
    if (!figures.some((figure) => blanks.has(figure)) && !failed.has(equation)) continue;
    rows.push({
      op: '=',
      terms: [
        ...equation.left.map((figure) => ({ variable: indexOf(figure), coefficient: 1 })),
        ...equation.right.map((figure) => ({ variable: indexOf(figure), coefficient: -1 })),
      ],
    });
    failedAt.push(failed.get(equation));
  }
  const figures = [...indexes.keys()];
  const variables = figures.map((figure) => ({
    value: blanks.has(figure) ? null : (figure.value ?? ZERO),
    weight: 1,
  }));
  return { system: { variables, rows }, figures, failedAt };
}

const touches = (member: FailedEquation, values: ReadonlyMap<Figure, Decimal>): boolean =>
  figuresOf(member).some((figure) => values.has(figure));

function isSettled({ equation }: FailedEquation, values: ReadonlyMap<Figure, Decimal>): boolean {
  const sum = (figures: readonly Figure[]): Decimal =>
    figures.reduce((total, figure) => total.plus(values.get(figure) ?? figure.value ?? ZERO), ZERO);
  const difference = sum(equation.left).minus(sum(equation.right));
  return equation.op === '=' ? difference.isZero() : !difference.isNegative();
}

/**
 * Every settled equation goes to the blank whose sum it is, else to the first blank in it; blanks of a table are folded into one,
 * those included that no equation misses yet, since it is made of blanks alone.
 */
function derivedGroups(
  settled: readonly FailedEquation[],
  values: ReadonlyMap<Figure, Decimal>,
  atLeast: number,
): readonly CauseGroup[] {
  const owned = new Map<Figure, FailedEquation[]>([...values.keys()].map((figure) => [figure, []]));
  for (const member of settled) {
    const own = blankWhole(member);
    const owner = own && values.has(own) ? own : figuresOf(member).find((figure) => values.has(figure));
    if (owner) owned.get(owner)?.push(member);
  }
  const byTable = new Map<string, Omitted[]>();
  for (const [figure, members] of owned) {
    const key = `${figure.table}|${figure.cell.sheet}`;
    const omitted = { figure, value: values.get(figure) ?? ZERO, members };
    const known = byTable.get(key);
    if (known) known.push(omitted);
    else byTable.set(key, [omitted]);
  }
  return [...byTable.values()].flatMap((omitted) => {
    if (omitted.length < atLeast || omitted.every(({ members }) => members.length === 0)) return [];
    const standAlone = omitted.length < FEWEST_FOLDED && omitted.every(({ members }) => members.length > 0);
    return standAlone
      ? omitted.map(oneGroup)
      : [
          foldedGroup(
            omitted,
            omitted.flatMap((one) => one.members),
            confidenceOfBlanks(omitted),
          ),
        ];
  });
}
