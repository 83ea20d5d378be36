import { Decimal } from 'decimal.js';
import type { Figure } from '../../book/book';
import type { FailedEquation } from '../equation-findings';
import type { FindingFacts } from '../facts';
import { placeOf, plainAmount } from '../quote';
import { cellKey } from '../../snapshot/address';
import { causeFor, cellsOfFailedParts, gravestOf, type CauseGroup } from './group';

/**
 * Two comparisons between the same tables that are off by the same amount, one too much and one too little, while each table by
 * itself is in order at these cells: where it is not, its own sums tell which of them is wrong.
 */
export function misplacedGroups(open: Set<FailedEquation>): readonly CauseGroup[] {
  const groups: CauseGroup[] = [];
  const unsettled = cellsOfFailedParts(open);
  const same = [...open].filter(
    ({ equation, finding }) =>
      equation.because.kind === 'same' &&
      equation.left.length === 1 &&
      equation.right.length === 1 &&
      !finding.cells.some((cell) => unsettled.has(cellKey(cell))),
  );
  const alike = new Map<string, FailedEquation[]>();
  for (const member of same) {
    const known = alike.get(amountIn(member));
    if (known) known.push(member);
    else alike.set(amountIn(member), [member]);
  }
  for (const a of same) {
    const later = alike.get(amountIn(a)) ?? [];
    later.shift();
    if (!open.has(a)) continue;
    const b = later.find((other) => open.has(other) && isMisplaced(a, other));
    if (!b) continue;
    const group = misplacedGroup(a, b);
    if (!group) continue;
    groups.push(group);
    open.delete(a);
    open.delete(b);
  }
  return groups;
}

/** Between which tables, and by what. */
const amountIn = (member: FailedEquation): string => `${tablesOf(member)}|${member.outcome.difference.abs().toFixed()}`;

function isMisplaced(a: FailedEquation, b: FailedEquation): boolean {
  return (
    tablesOf(a) === tablesOf(b) &&
    a.outcome.difference.equals(b.outcome.difference.negated()) &&
    differingDimension(a, b) !== undefined &&
    heldIn(a) !== undefined &&
    heldIn(b) !== undefined &&
    heldIn(a)?.table !== heldIn(b)?.table
  );
}

/** Which two tables a comparison is between. */
export function tablesOf({ equation }: FailedEquation): string {
  return `${equation.left[0]?.table ?? ''}|${equation.right[0]?.table ?? ''}`;
}

/** The only dimension in which the scopes of two comparisons differ, both having a member there. */
function differingDimension(a: FailedEquation, b: FailedEquation): string | undefined {
  const first = a.equation.left[0]?.scope.at ?? {};
  const second = b.equation.left[0]?.scope.at ?? {};
  const all = [...new Set([...Object.keys(first), ...Object.keys(second)])];
  const differing = all.filter((dimension) => first[dimension] !== second[dimension]);
  const [only] = differing;
  return differing.length === 1 && only !== undefined && first[only] !== undefined && second[only] !== undefined
    ? only
    : undefined;
}

/** The side of a comparison that holds the whole difference, the other being zero or blank. */
function heldIn({ equation }: FailedEquation): Figure | undefined {
  const [left] = equation.left;
  const [right] = equation.right;
  if (right?.value?.isZero()) return left;
  return left?.value?.isZero() ? right : undefined;
}

function misplacedGroup(a: FailedEquation, b: FailedEquation): CauseGroup | undefined {
  const dimension = differingDimension(a, b);
  const here = heldIn(a);
  const there = heldIn(b);
  if (dimension === undefined || !here?.value || !there) return undefined;
  const emptyHere = [...a.equation.left, ...a.equation.right].find((figure) => figure !== here);
  const emptyThere = [...b.equation.left, ...b.equation.right].find((figure) => figure !== there);
  const unit = here.moneyUnit;
  const amount = plainAmount(here.value, unit, here.decimals);
  const facts: FindingFacts = {
    code: 'source-misplaced',
    amount,
    first: placeOf(here),
    firstMember: here.scope.at[dimension] ?? '',
    second: placeOf(there),
    secondMember: there.scope.at[dimension] ?? '',
    moneyUnit: unit,
  };
  const move = (from: Figure, to: Figure | undefined) => [
    { cell: from.cell, suggestion: '0' },
    ...(to
      ? [{ cell: to.cell, suggestion: plainAmount(here.value ?? new Decimal(0), to.moneyUnit, to.decimals) }]
      : []),
  ];
  return {
    members: [a, b],
    doubtful: [...a.finding.cells, ...b.finding.cells],
    cause: causeFor('pair', [a, b], facts, {
      severity: gravestOf([a, b]),
      determined: false,
      confidence: 0.5,
      alternatives: [move(here, emptyThere), move(there, emptyHere)],
    }),
  };
}
