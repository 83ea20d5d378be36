import { Decimal } from 'decimal.js';
import type { Figure } from '../../book/book';
import type { Evaluated } from '../../equation/evaluate';
import { complete } from '../../localise/complete';
import type { Row, System } from '../../localise/system';
import type { FailedEquation } from '../equation-findings';
import type { FindingFacts } from '../facts';
import { plainAmount, quoted } from '../quote';
import { causeFor, gravest, type CauseGroup } from './group';
import { figuresOf } from './model';

/** From so many blanks of one table on they are one cause: somebody has not added up. */
const FEWEST_FOLDED = 4;
/** A cell that two equations or more give the same value for; and one that only one of them gives. */
const BY_SEVERAL = 0.98;
const BY_ONE = 0.9;

const ZERO = new Decimal(0);

/**
 * Totals that were left blank over parts that were not: what the equations give for them is proposed, each with those that it
 * settles (deductive completion). What it explains is taken out of `open`; a value that stands on a figure which is doubtful itself
 * is left to others.
 */
export function blankGroups(open: Set<FailedEquation>, evaluated: readonly Evaluated[]): readonly CauseGroup[] {
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
  const groups = derivedGroups(settled, values);
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

/** The whole of a sum that is blank although its parts hold something. */
function blankWhole({ equation, outcome }: FailedEquation): Figure | undefined {
  const [whole] = equation.left;
  const isOmitted = equation.because.kind === 'parts' && whole?.reading.kind === 'blank' && outcome.rank !== 'rounding';
  return isOmitted ? whole : undefined;
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
    if (omitted.every(({ members }) => members.length === 0)) return [];
    const standAlone = omitted.length < FEWEST_FOLDED && omitted.every(({ members }) => members.length > 0);
    return standAlone ? omitted.map(oneGroup) : [foldedGroup(omitted)];
  });
}

interface Omitted {
  readonly figure: Figure;
  readonly value: Decimal;
  readonly members: readonly FailedEquation[];
}

const written = ({ figure, value }: Omitted): string => plainAmount(value, figure.moneyUnit, figure.decimals);

function oneGroup(omitted: Omitted): CauseGroup {
  const { figure, value, members } = omitted;
  const suggestion = written(omitted);
  const confidence = members.length > 1 ? BY_SEVERAL : BY_ONE;
  const facts: FindingFacts = {
    code: 'cell-determined',
    cell: quoted(figure, figure.moneyUnit),
    expected: suggestion,
    difference: plainAmount(value.negated(), figure.moneyUnit, figure.decimals),
    slip: 'blank',
    settles: members.length,
    moneyUnit: figure.moneyUnit,
  };
  return {
    members,
    repaired: { figure, value },
    suspect: { cell: figure.cell, suggestion, cause: 'omission', confidence },
    cause: causeFor('cell', members, facts, {
      severity: gravest(members),
      determined: true,
      confidence,
      alternatives: [[{ cell: figure.cell, suggestion }]],
    }),
  };
}

function foldedGroup(omitted: readonly Omitted[]): CauseGroup {
  const [first] = omitted;
  if (!first) throw new Error('no blanks to fold');
  const members = omitted.flatMap((one) => one.members);
  const unit = first.figure.moneyUnit;
  const facts: FindingFacts = {
    code: 'blanks-determined',
    table: first.figure.table,
    count: omitted.length,
    first: quoted(first.figure, unit),
    expected: written(first),
    moneyUnit: unit,
  };
  return {
    members,
    cause: causeFor('table', members, facts, {
      severity: gravest(members),
      determined: true,
      confidence: omitted.every((one) => one.members.length > 1) ? BY_SEVERAL : BY_ONE,
      alternatives: [omitted.map((one) => ({ cell: one.figure.cell, suggestion: written(one) }))],
    }),
  };
}

function contestedGroup(
  figure: Figure,
  readings: readonly { readonly value: Decimal }[],
  members: readonly FailedEquation[],
): CauseGroup {
  const unit = figure.moneyUnit;
  const values = readings.map(({ value }) => plainAmount(value, unit, figure.decimals));
  const facts: FindingFacts = {
    code: 'blank-contested',
    cell: quoted(figure, unit),
    values,
    moneyUnit: unit,
  };
  return {
    members,
    cause: causeFor('cell', members, facts, {
      severity: gravest(members),
      determined: false,
      confidence: 1 / values.length,
      alternatives: values.map((suggestion) => [{ cell: figure.cell, suggestion }]),
    }),
  };
}
