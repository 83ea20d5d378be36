import { cellKey } from '../snapshot/address';
import { Decimal } from 'decimal.js';
import type { Book, Figure } from '../book/book';
import type { Evaluated } from '../equation/evaluate';
import { basisGroups } from './cause/basis';
import { blankGroups, contestedBlanks } from './cause/blanks';
import { cellGroups } from './cause/cells';
import { singleCause, type CauseGroup } from './cause/group';
import { magnitudeGroups } from './cause/magnitude';
import { misplacedGroups } from './cause/misplaced';
import { roundingGroups } from './cause/roundings';
import type { FailedEquation } from './equation-findings';
import type { Cause, Finding } from './finding';

/** Findings with the cause each belongs to, and the causes, in the order of the findings. */
export interface Grouped {
  readonly findings: readonly Finding[];
  readonly causes: readonly Cause[];
}

/**
 * Groups failed equations by what lies behind them:
 * 1. a table in another money unit than it says;
 * 2. totals that were left blank;
 * 3. one amount under one member here and under another there;
 * 4. two tables, each in order, that differ by the same amount all along;
 * 5. the fewest cells which, changed, let all the others hold;
 * 6. sums that are off by rounding and hang together.
 * What is left stands for itself. `evaluated` is everything, since the equations that hold speak for their cells.
 */
export function groupByCause(failed: readonly FailedEquation[], evaluated: readonly Evaluated[], book: Book): Grouped {
  const open = new Set(failed.filter(({ outcome }) => outcome.rank !== 'rounding'));
  const whole = [
    ...magnitudeGroups(open),
    ...blankGroups(open, evaluated),
    ...misplacedGroups(open),
    ...basisGroups(open, book),
  ];
  const cells = withWhatTheySettle([...whole, ...cellGroups(withoutFiguresOf(open, whole), evaluated)], open);
  const explained = new Set(cells.flatMap(({ members }) => members));
  const left = failed.filter((member) => !explained.has(member));
  const groups = [
    ...cells,
    ...contestedBlanks(
      left.filter((member) => !isWithinRounding(member)),
      evaluated,
    ),
    ...roundingGroups(left.filter(isWithinRounding), evaluated),
  ];
  const causeOf = new Map<string, Cause>();
  const suspects = new Map<string, Finding['suspect']>();
  for (const group of groups) {
    for (const member of group.members) {
      causeOf.set(member.finding.id, group.cause);
      if (group.suspect) suspects.set(member.finding.id, group.suspect);
    }
  }
  const findings = failed.map(({ finding }): Finding => {
    const suspect = suspects.get(finding.id);
    const cause = causeOf.get(finding.id) ?? singleCause(finding);
    causeOf.set(finding.id, cause);
    return { ...finding, cause: cause.id, ...(suspect ? { suspect } : {}) };
  });
  return { findings, causes: [...new Set(findings.flatMap((finding) => causeOf.get(finding.id) ?? []))] };
}

const isWithinRounding = ({ outcome: { rank } }: FailedEquation): boolean => rank === 'rounding' || rank === 'doubtful';

/** What fails because of a determined cell, although it could not be counted as evidence, is a symptom of it all the same. */
function withWhatTheySettle(groups: readonly CauseGroup[], open: ReadonlySet<FailedEquation>): readonly CauseGroup[] {
  const grouped = new Set(groups.flatMap(({ members }) => members));
  const rest = [...open].filter((member) => !grouped.has(member));
  return groups.map((group) => {
    const repaired = group.repaired;
    if (!repaired || !group.cause.determined) return group;
    const settled = rest.filter((member) => !grouped.has(member) && settles(member, repaired));
    for (const member of settled) grouped.add(member);
    if (settled.length === 0) return group;
    const findings = [...group.cause.findings, ...settled.map(({ finding }) => finding.id)];
    return { ...group, members: [...group.members, ...settled], cause: { ...group.cause, findings } };
  });
}

function settles({ equation }: FailedEquation, { figure, value }: NonNullable<CauseGroup['repaired']>): boolean {
  if (![...equation.left, ...equation.right].includes(figure)) return false;
  const sum = (figures: readonly Figure[]): Decimal =>
    figures.reduce((total, one) => total.plus(one === figure ? value : (one.value ?? 0)), new Decimal(0));
  const residual = sum(equation.left).minus(sum(equation.right));
  return equation.op === '=' ? residual.isZero() : !residual.isNegative();
}

/** What fails because of a table that stands on another basis says nothing about single cells. */
function withoutFiguresOf(open: ReadonlySet<FailedEquation>, groups: readonly CauseGroup[]): readonly FailedEquation[] {
  const doubtful = new Set(groups.flatMap(({ doubtful: cells = [] }) => cells.map(cellKey)));
  return [...open].filter(({ finding }) => !finding.cells.some((cell) => doubtful.has(cellKey(cell))));
}
