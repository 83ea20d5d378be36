import { NOTHING_STATED, type StatedAmounts } from '../amount/stated';
import { cellKey } from '../snapshot/address';
import type { Book, Figure } from '../book/book';
import { misfitsIn } from '../book/placement';
import type { Evaluated } from '../equation/evaluate';
import { runSteps, type Steps, type Tell } from '../steps/steps';
import { NO_LEDGER, type LedgerEvidence } from '../ledger-evidence/evidence';
import { basisGroups, mayBeOneCell } from './cause/basis';
import { FEWEST_FOLDED, withBlanksFolded } from './cause/blank-groups';
import { blankGroups, contestedBlanks } from './cause/blanks';
import { ledgerGroups } from './cause/by-ledger';
import { lackedRowGroups } from './cause/lacked-rows';
import { cellGroups, type Explained } from './cause/cells';
import { followingIn, type Following } from './cause/follow';
import { singleCause, type CauseGroup } from './cause/group';
import { oncePerCell } from './cause/once-per-cell';
import { onlyForLackOfRow } from './cause/lacking/only-for-lack';
import { lackingGroups } from './cause/lacking/groups';
import { magnitudeGroups } from './cause/magnitude';
import { misplacedGroups } from './cause/misplaced';
import { roundingGroups } from './cause/roundings';
import { rowGroups } from './cause/rows';
import { isHeldAgainstBlanks, unfilledTables } from './cause/unfilled';
import { unitGroups } from './cause/units';
import type { FailedEquation } from './equation-findings';
import type { Cause, Finding, Suspect } from './finding';

/** Findings with the cause each belongs to, and the causes, in the order of the findings. */
export interface Grouped {
  readonly findings: readonly Finding[];
  readonly causes: readonly Cause[];
  /** Steps of work done to find the cells, to be compared with `mostWorkOn`. */
  readonly work: number;
}

/** What is said beside the tables: in the text, and in a ledger. */
export interface Beside {
  readonly stated: StatedAmounts;
  readonly ledger: LedgerEvidence;
}

const NOTHING_BESIDE: Beside = { stated: NOTHING_STATED, ledger: NO_LEDGER };

/**
 * Groups failed equations by what lies behind them:
 * 1. a table, or a column, in another money unit than it says; two rows in each other's places;
 * 2. a table whose totals were left blank;
 * 3. figures that differ from the ledger in the workbook and, set to what it gives, let equations hold; rows that it has and a table
 *    lacks, and rows that other tables have and one lacks;
 * 4. one amount under one member here and under another there, or two tables, each in order by itself, that differ by the same
 *    amount all along, if no single cell can be behind it;
 * 5. the fewest cells, or the fewest mistakes, which, undone, let all the others hold (but for amounts that only what is blank in a
 *    table without its sums, or a row that is not there, speaks against);
 * 6. two such tables if no cell was found;
 * 7. single totals that were left blank, and blanks for which equations give different amounts;
 * 8. sums that are off by rounding and hang together.
 * What is left stands for itself. `evaluated` is everything, since the equations that hold speak for their cells; `beside` is what the text
 * and a ledger say beside the tables.
 */
export function groupByCause(
  failed: readonly FailedEquation[],
  evaluated: readonly Evaluated[],
  book: Book,
  beside: Beside = NOTHING_BESIDE,
): Grouped {
  return runSteps(groupByCauseInSteps(failed, evaluated, book, beside));
}

/** The same in steps; `tell` is told what is known before the cells are looked for, the rest being pending one by one. */
export function* groupByCauseInSteps(
  given: readonly FailedEquation[],
  evaluated: readonly Evaluated[],
  book: Book,
  { stated, ledger }: Beside = NOTHING_BESIDE,
  tell?: Tell<Grouped>,
): Steps<Grouped> {
  const following = followingIn(book);
  const evidence = { misfits: new Set(misfitsIn(book).map(({ figure }) => figure)), stated, ledger };
  const open = new Set(given.filter(({ outcome }) => outcome.rank !== 'rounding'));
  yield;
  const whole: CauseGroup[] = [...(yield* unitGroups(open, evaluated, following))];
  yield;
  whole.push(...magnitudeGroups(open));
  yield;
  whole.push(...(yield* rowGroups(open, evaluated, following)));
  yield;
  whole.push(...blankGroups(open, evaluated, FEWEST_FOLDED));
  yield;
  const byLedger = yield* ledgerGroups(open, evaluated, following, evidence);
  whole.push(...byLedger, ...lackedRowGroups(open, ledger));
  yield;
  const lacking = yield* lackingGroups(open, evaluated, book, following);
  whole.push(...lacking.groups);
  const failed = given.map((member) => lacking.shifted.get(member) ?? member);
  yield;
  whole.push(...misplacedGroups(open));
  yield;
  whole.push(...basisGroups(open, book, (members) => mayBeOneCell(members, open, following)));
  yield;
  tell?.(() => groupedSoFar(failed, whole));
  const cells = yield* cellGroups(withoutFiguresOf(open, whole), evaluated, following, {
    ...evidence,
    without: lacking.without,
  });
  yield;
  const unfilled = unfilledTables(evaluated);
  // What the ledger gives as well is not taken away from where it stands: it is another place that lacks it.
  const isConfirmed = ({ repaired = [] }: CauseGroup): boolean => repaired.some(({ figure }) => ledger.agrees(figure));
  const isForLackOfRow = onlyForLackOfRow(book, following, lacking.told);
  const found = cells.groups.filter(
    (group) => !isHeldAgainstBlanks(group, unfilled) && !isConfirmed(group) && !isForLackOfRow(group),
  );
  const settling = withWhatTheySettle([...whole, ...oncePerCell(found)], open, following);
  const named = withBlanksFolded(settling, evaluated);
  yield;
  const left = (groups: readonly CauseGroup[]): readonly FailedEquation[] => {
    const explained = new Set(groups.flatMap(({ members }) => members));
    return failed.filter((member) => !explained.has(member));
  };
  const unnamed = new Set(left(named).filter((member) => open.has(member)));
  const bases = basisGroups(unnamed, book);
  yield;
  const blanks = blankGroups(unnamed, evaluated, 1);
  yield;
  const rest = left([...named, ...bases, ...blanks]);
  const contested = contestedBlanks(
    rest.filter((member) => !isWithinRounding(member)),
    evaluated,
  );
  yield;
  const roundings = yield* roundingGroups(rest.filter(isWithinRounding), evaluated, following);
  return grouped(failed, [...named, ...bases, ...blanks, ...contested, ...roundings], cells);
}

/** Failed equations of which only these groups are known to lie behind any: the others are pending one by one. */
export const groupedSoFar = (failed: readonly FailedEquation[], known: readonly CauseGroup[] = []): Grouped =>
  grouped(failed, known, { pending: failed });

/** Each failed equation under its cause; those of no group by themselves, some of them `open` for good, or `pending`. */
function grouped(
  failed: readonly FailedEquation[],
  groups: readonly CauseGroup[],
  {
    open = [],
    pending = [],
    work = 0,
  }: Partial<Pick<Explained, 'open' | 'work'>> & { readonly pending?: readonly FailedEquation[] },
): Grouped {
  const unsearched = new Set(open);
  const searched = new Set(pending);
  const causeOf = new Map<string, Cause>();
  const suspects = new Map<string, Suspect>();
  for (const { members, cause, suspectOf } of groups) {
    for (const member of members) {
      causeOf.set(member.finding.id, cause);
      if (suspectOf) suspects.set(member.finding.id, suspectOf(member));
    }
  }
  const findings = failed.map((member): Finding => {
    const { finding } = member;
    const suspect = suspects.get(finding.id);
    const cause = causeOf.get(finding.id) ?? {
      ...singleCause(finding),
      ...(unsearched.has(member) ? { unsearched: true } : {}),
      ...(searched.has(member) ? { pending: true } : {}),
    };
    causeOf.set(finding.id, cause);
    return { ...finding, cause: cause.id, ...(suspect ? { suspect } : {}) };
  });
  return { findings, causes: [...new Set(findings.flatMap((finding) => causeOf.get(finding.id) ?? []))], work };
}

const isWithinRounding = ({ outcome: { rank } }: FailedEquation): boolean => rank === 'rounding' || rank === 'doubtful';

/** What fails because of a determined cell, although it could not be counted as evidence, is a symptom of it all the same. */
function withWhatTheySettle(
  groups: readonly CauseGroup[],
  open: ReadonlySet<FailedEquation>,
  following: Following,
): readonly CauseGroup[] {
  const taken = new Set(groups.flatMap(({ members }) => members));
  const rest = new Map<Figure, FailedEquation[]>();
  const places = new Map([...open].map((member, place) => [member, place]));
  for (const member of open) {
    if (taken.has(member)) continue;
    for (const figure of following.answerOf(member.equation).keys()) {
      const known = rest.get(figure);
      if (known) known.push(member);
      else rest.set(figure, [member]);
    }
  }
  return groups.map((group) => {
    const { repaired } = group;
    if (!repaired || !(group.cause.determined || group.cause.facts.code === 'cell-determined')) return group;
    const touched = new Set(repaired.flatMap(({ figure }) => rest.get(figure) ?? []));
    const settled = [...touched]
      .filter((member) => !taken.has(member) && settles(member, repaired, following))
      .sort((a, b) => (places.get(a) ?? 0) - (places.get(b) ?? 0));
    for (const member of settled) taken.add(member);
    if (settled.length === 0) return group;
    const findings = [...group.cause.findings, ...settled.map(({ finding }) => finding.id)];
    return { ...group, members: [...group.members, ...settled], cause: { ...group.cause, findings } };
  });
}

function settles(
  { equation, outcome }: FailedEquation,
  repaired: NonNullable<CauseGroup['repaired']>,
  { answerOf }: Following,
): boolean {
  const answer = answerOf(equation);
  const touched = repaired.filter(({ figure }) => answer.has(figure));
  if (touched.length === 0) return false;
  const residual = touched.reduce(
    (sum, { figure, value }) => sum.plus(value.minus(figure.value ?? 0).times(answer.get(figure) ?? 0)),
    outcome.difference,
  );
  return equation.op === '=' ? residual.isZero() : !residual.isNegative();
}

/** What fails because of a table that stands on another basis says nothing about single cells. */
function withoutFiguresOf(open: ReadonlySet<FailedEquation>, groups: readonly CauseGroup[]): readonly FailedEquation[] {
  const doubtful = new Set(groups.flatMap(({ doubtful: cells = [] }) => cells.map(cellKey)));
  return [...open].filter(({ finding }) => !finding.cells.some((cell) => doubtful.has(cellKey(cell))));
}
