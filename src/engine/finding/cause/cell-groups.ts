import { Decimal } from 'decimal.js';
import type { FailedEquation } from '../equation-findings';
import type { FindingFacts } from '../facts';
import type { Suspect } from '../finding';
import { plainAmount, quoted } from '../quote';
import { causeOf, wordFor } from './evidence';
import { causeFor, gravestOf, type CauseGroup } from './group';
import type { Mistaken, Repair, Way } from './way';

const ZERO = new Decimal(0);

/** A mistake and the failed equations that go with it. */
export interface Symptoms {
  /** Its own: no other cause counts them. */
  readonly members: readonly FailedEquation[];
  /** All that fail because of it, those that another cause counts included. */
  readonly settles: number;
  /** The cells of the mistake that a failed equation answers to. */
  readonly reachedBy: (member: FailedEquation) => readonly Repair[];
}

/** A mistake that the equations single out: one cell, or several that were made wrong together. */
export function mistakeGroup(
  { kind, repairs, unknowns }: Mistaken,
  { members, settles, reachedBy }: Symptoms,
  { determined, confidence }: { readonly determined: boolean; readonly confidence: number },
  unlikely: readonly Way[],
): CauseGroup {
  const [first] = repairs;
  if (!first) throw new Error('a mistake without cells');
  const cause = causeOf(kind);
  const suspectAt = ({ figure, value }: Repair): Suspect => ({
    cell: figure.cell,
    suggestion: plainAmount(value, figure.moneyUnit, figure.decimals),
    cause,
    confidence,
  });
  // What else explains one cell's equations is listed after it; what goes with other mistakes is no way to mend this one by itself.
  const others = unlikely.flatMap(({ mistakes: [only, ...more] }) => (only && more.length === 0 ? [only.repairs] : []));
  return {
    members,
    repaired: repairs,
    suspectOf: (member) => suspectAt(reachedBy(member)[0] ?? first),
    cause: causeFor(
      'cell',
      members,
      repairs.length === 1 ? factsOfCell(first, kind, settles) : factsOfCells(repairs, kind, unknowns, settles),
      {
        severity: gravestOf(members),
        determined,
        confidence,
        alternatives: [repairs, ...others].map(asAlternative),
      },
    ),
  };
}

function factsOfCell({ figure, value }: Repair, kind: Mistaken['kind'], settles: number): FindingFacts {
  const unit = figure.moneyUnit;
  return {
    code: 'cell-determined',
    cell: quoted(figure, unit),
    expected: plainAmount(value, unit, figure.decimals),
    difference: plainAmount((figure.value ?? ZERO).minus(value), unit, figure.decimals),
    slip: wordFor(kind, figure, value),
    settles,
    moneyUnit: unit,
  };
}

function factsOfCells(
  repairs: readonly Repair[],
  kind: Mistaken['kind'],
  unknowns: number,
  settles: number,
): FindingFacts {
  const [first] = repairs;
  if (!first) throw new Error('a mistake without cells');
  const unit = first.figure.moneyUnit;
  return {
    code: 'cells-determined',
    cells: repairs.map(({ figure }) => quoted(figure, unit)),
    expected: repairs.map(({ figure, value }) => plainAmount(value, unit, figure.decimals)),
    how: unknowns > 0 ? 'carried' : kind === 'misplaced' ? 'misplaced' : 'exchanged',
    slip: unknowns > 0 ? wordFor(kind, first.figure, first.value) : undefined,
    difference: plainAmount((first.figure.value ?? ZERO).minus(first.value), unit, first.figure.decimals),
    settles,
    moneyUnit: unit,
  };
}

/** Ways between which the figures do not decide. */
export function tieGroup(ways: readonly Way[], members: readonly FailedEquation[]): CauseGroup {
  const [speaker] = members;
  if (!speaker) throw new Error('a cause without failed equations');
  const repairs = ways.map((way) => way.mistakes.flatMap((mistake) => mistake.repairs));
  const single = repairs.flatMap((cellsOfWay) => (cellsOfWay.length === 1 ? cellsOfWay : []));
  const cells = single.map(({ figure }) => figure);
  const [first] = cells;
  const isOfCells = first !== undefined && cells.length === repairs.length;
  const facts: FindingFacts = isOfCells
    ? {
        code: 'cell-tie',
        cells: cells.map((figure) => quoted(figure, figure.moneyUnit)),
        expected: single.map(({ figure, value }) => plainAmount(value, figure.moneyUnit, figure.decimals)),
        difference: plainAmount(speaker.outcome.difference.abs(), first.moneyUnit, first.decimals),
        settles: members.length,
        moneyUnit: first.moneyUnit,
      }
    : speaker.finding.facts;
  return {
    members,
    cause: causeFor(isOfCells ? 'cell' : 'pair', members, facts, {
      severity: gravestOf(members),
      determined: false,
      confidence: ways[0]?.share ?? 0,
      alternatives: repairs.map(asAlternative),
    }),
  };
}

export const asAlternative = (repairs: readonly Repair[]) =>
  repairs.map(({ figure, value }) => ({
    cell: figure.cell,
    suggestion: plainAmount(value, figure.moneyUnit, figure.decimals),
  }));
