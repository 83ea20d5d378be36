import type { Decimal } from 'decimal.js';
import type { Figure } from '../../book/book';
import type { Evaluated } from '../../equation/evaluate';
import { figuresOf, type FailedEquation } from '../equation-findings';
import type { FindingFacts } from '../facts';
import type { Suspect } from '../finding';
import { plainAmount, quoted } from '../quote';
import { causeFor, gravestOf, type CauseGroup } from './group';

/** From so many blanks of one table on they are one cause: somebody has not added up. */
export const FEWEST_FOLDED = 4;
/** A cell that two equations or more give the same value for; and one that only one of them gives. */
const BY_SEVERAL = 0.98;
const BY_ONE = 0.9;

/** A blank, what belongs there (in 万元), and what fails for it. */
export interface Omitted {
  readonly figure: Figure;
  readonly value: Decimal;
  readonly members: readonly FailedEquation[];
}

const written = ({ figure, value }: Pick<Omitted, 'figure' | 'value'>): string =>
  plainAmount(value, figure.moneyUnit, figure.decimals);

const suspected = (omitted: Pick<Omitted, 'figure' | 'value'>, confidence: number): Suspect => ({
  cell: omitted.figure.cell,
  suggestion: written(omitted),
  cause: 'omission',
  confidence,
});

/** A blank by itself. */
export function oneGroup(omitted: Omitted): CauseGroup {
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
    repaired: [{ figure, value }],
    suspectOf: () => suspected(omitted, confidence),
    cause: causeFor('cell', members, facts, {
      severity: gravestOf(members),
      determined: true,
      confidence,
      alternatives: [[{ cell: figure.cell, suggestion }]],
    }),
  };
}

/** The blanks of a table as one; the first of them speaks for it. */
export function foldedGroup(
  blanks: readonly Pick<Omitted, 'figure' | 'value'>[],
  members: readonly FailedEquation[],
  confidence: number,
): CauseGroup {
  const [first] = blanks;
  if (!first) throw new Error('no blanks to fold');
  const unit = first.figure.moneyUnit;
  const facts: FindingFacts = {
    code: 'blanks-determined',
    table: first.figure.table,
    count: blanks.length,
    first: quoted(first.figure, unit),
    expected: written(first),
    moneyUnit: unit,
  };
  const blankIn = (member: FailedEquation) => {
    const figures = figuresOf(member);
    return blanks.find(({ figure }) => figures.includes(figure)) ?? first;
  };
  return {
    members,
    repaired: blanks,
    suspectOf: (member) => suspected(blankIn(member), confidence),
    cause: causeFor('table', members, facts, {
      severity: gravestOf(members),
      determined: true,
      confidence,
      alternatives: [blanks.map((one) => ({ cell: one.figure.cell, suggestion: written(one) }))],
    }),
  };
}

export const confidenceOfBlanks = (omitted: readonly Omitted[]): number =>
  omitted.every((one) => one.members.length > 1) ? BY_SEVERAL : BY_ONE;

/** Several causes that are nothing but blank sums of one table are one. */
export function withBlanksFolded(
  groups: readonly CauseGroup[],
  evaluated: readonly Evaluated[],
): readonly CauseGroup[] {
  const byTable = new Map<string, CauseGroup[]>();
  for (const group of groups) {
    const [first] = group.repaired ?? [];
    if (
      !first ||
      !group.cause.determined ||
      group.repaired?.every(({ figure }) => figure.reading.kind === 'blank') !== true
    )
      continue;
    const key = `${first.figure.table}|${first.figure.cell.sheet}`;
    const known = byTable.get(key);
    if (known) known.push(group);
    else byTable.set(key, [group]);
  }
  const folded = new Map<CauseGroup, CauseGroup | undefined>();
  for (const own of byTable.values()) {
    const blanks = own.flatMap(({ repaired = [] }) => repaired);
    if (own.length < 2 || blanks.length < FEWEST_FOLDED || !areSums(blanks, evaluated)) continue;
    const members = own.flatMap((group) => group.members);
    const confidence = Math.min(...own.map(({ cause }) => cause.confidence));
    for (const group of own) folded.set(group, undefined);
    const [first] = own;
    if (first) folded.set(first, foldedGroup(blanks, members, confidence));
  }
  return groups.flatMap((group) => (folded.has(group) ? (folded.get(group) ?? []) : [group]));
}

function areSums(blanks: readonly { readonly figure: Figure }[], evaluated: readonly Evaluated[]): boolean {
  const sums = new Set(
    evaluated.flatMap(({ equation: { because, left } }) => (because.kind === 'parts' ? left.slice(0, 1) : [])),
  );
  return blanks.every(({ figure }) => sums.has(figure));
}

/** A blank for which different equations give different amounts. */
export function contestedGroup(
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
      severity: gravestOf(members),
      determined: false,
      confidence: 1 / values.length,
      alternatives: values.map((suggestion) => [{ cell: figure.cell, suggestion }]),
    }),
  };
}
