import { Decimal } from 'decimal.js';
import type { Book } from '../../../book/book';
import type { Equation } from '../../../equation/equation';
import type { Evaluated } from '../../../equation/evaluate';
import { groupBy } from '../../../lists/group-by';
import type { CellRef } from '../../../snapshot/address';
import type { Steps } from '../../../steps/steps';
import type { FailedEquation } from '../../equation-findings';
import type { FindingFacts } from '../../facts';
import { plainAmount } from '../../quote';
import { readable } from '../../../text/normalise';
import type { Following } from '../follow';
import type { EquationSum } from '../knowledge';
import { causeFor, gravestOf, type CauseGroup } from '../group';
import { lackingIn, type Lacking } from './candidates';
import { effectsOf, sumOf, type Effect } from './effect';
import { rowsOfHolders } from './holders';
import type { Amounts } from './solve';
import { isJust, isOfRow, Trial, type Outcome } from './trial';

/** The tables come out with the row, in every equation that it has a part in. */
const BY_EQUATIONS = 0.95;

const ZERO = new Decimal(0);
const ONE = new Decimal(1);

/** After a paste of thousands of amounts single rows are not looked for; nor are more than so many pairs of a row and a failed equation. */
const MOST_OPEN = 400;
const MOST_PAIRS = 200_000;

/** What rows that are lacking explain. */
export interface LackingRows {
  readonly groups: readonly CauseGroup[];
  /** The rows of which that is said. */
  readonly told: ReadonlySet<Lacking>;
  /** The equations that they have a part in, those that they explain included, as sums of equations in which they have none. */
  readonly without: ReadonlyMap<Equation, EquationSum>;
  /** Those that fail with the rows as well, as they would then fail, by what they were. */
  readonly shifted: ReadonlyMap<FailedEquation, FailedEquation>;
}

const NO_ROWS: LackingRows = { groups: [], told: new Set(), without: new Map(), shifted: new Map() };

/**
 * Failed equations that hold once a row which other tables have stands in a table that lacks it, while none that holds breaks: the row
 * is missing there, and what the others have of it is right. Nothing can be written for it: a row is to be put in. What is explained is
 * taken out of `open`; what goes on failing by something else stands there as it would then fail.
 */
export function* lackingGroups(
  open: Set<FailedEquation>,
  evaluated: readonly Evaluated[],
  book: Book,
  following: Following,
): Steps<LackingRows> {
  if (open.size === 0 || open.size > MOST_OPEN) return NO_ROWS;
  const rows = lackingIn(book);
  if (rows.length === 0 || rows.length * open.size > MOST_PAIRS) return NO_ROWS;
  yield;
  const failed = [...open];
  const trial = new Trial(evaluated, open, following);
  const found: Outcome[] = [];
  for (const [index, row] of rows.entries()) {
    const ways = effectsOf(row, following, String(index));
    const outcomes = ways.flatMap((effect) => trial.of([{ row, effect }], failed) ?? []);
    const [best] = outcomes.sort((a, b) => b.members.length - a.members.length);
    const isClear = best && (best.against.length === 0 || isJust(best));
    const one = isClear
      ? best
      : (ways.map((effect) => trial.besideACell({ row, effect }, failed)).find(isThere) ?? best);
    if (one) found.push(one);
    if (index % ROWS_A_STEP === ROWS_A_STEP - 1) yield;
  }
  const settled = new Settled(open);
  for (const outcome of bestOf(found)) settled.take(outcome);
  yield;
  // Several rows of one table that no equation tells apart but those between tables, row by row.
  for (const several of groupBy(rows, ({ table: { declared } }) => declared.id)) {
    const named = [...several.entries()].flatMap(([index, row]) => {
      const [effect] = effectsOf(row, following, String(index));
      return effect && [...open].some((member) => isOfRow(member, row)) ? [{ row, effect }] : [];
    });
    if (named.length < 2 || named.length > MOST_TOGETHER) continue;
    const outcome = trial.of(named, [...open]);
    if (outcome) settled.take(outcome);
    yield;
  }
  return settled;
}

const isThere = <T>(one: T | undefined): one is T => one !== undefined;

const ROWS_A_STEP = 20;
/** More rows than these that one table lacks are a table of another state. */
const MOST_TOGETHER = 12;

/** Those that explain most; of two that explain the same differently only one of which tables have just the amount. */
function bestOf(found: readonly Outcome[]): readonly Outcome[] {
  const left = [...found].sort(
    (a, b) => b.members.length - a.members.length || (isJust(b) ? 1 : 0) - (isJust(a) ? 1 : 0),
  );
  const best: Outcome[] = [];
  while (left.length > 0) {
    const [first, ...others] = left as [Outcome, ...Outcome[]];
    const rivals = others.filter(({ members }) => members.some((member) => first.members.includes(member)));
    const equal = rivals.filter((one) => one.members.length === first.members.length && isJust(one) === isJust(first));
    if (equal.length === 0) best.push(first);
    left.splice(0, left.length, ...others.filter((one) => !rivals.includes(one)));
  }
  return best;
}

/** Takes rows out of what is open, one outcome after the other. */
class Settled implements LackingRows {
  readonly groups: CauseGroup[] = [];
  readonly told = new Set<Lacking>();
  readonly without = new Map<Equation, EquationSum>();
  readonly shifted = new Map<FailedEquation, FailedEquation>();
  /** What each that was shifted was at first. */
  private readonly firsts = new Map<FailedEquation, FailedEquation>();

  constructor(private readonly open: Set<FailedEquation>) {}

  take(outcome: Outcome): void {
    const { rows, amounts } = outcome;
    const members = new Set(outcome.members.filter((member) => this.open.has(member)));
    const doubtful: CellRef[] = [];
    const sums = new Map<Equation, EquationSum>();
    for (const member of [...this.open]) {
      const form = sumOf(rows.map(({ effect }) => [effect.on(member.equation), 1] as const));
      if (form.size === 0) continue;
      const amount = amounts.of(form);
      const sources = amounts.sourcesOf(form);
      if (!amount || !sources) {
        if (!members.has(member)) doubtful.push(...member.finding.cells);
        continue;
      }
      sums.set(member.equation, this.sumWithout(member.equation, sources));
      if (members.has(member)) continue;
      const after = withMore(member, amount);
      if (isSatisfied(after)) members.add(member);
      else this.replace(member, after);
    }
    for (const [equation, sum] of sums) this.without.set(equation, sum);
    this.tell(outcome, members, doubtful);
  }

  /** An equation less what its sources say of the rows: with those that gave the amounts nothing is left of the rows. */
  private sumWithout(equation: Equation, sources: ReadonlyMap<Equation, Decimal>): EquationSum {
    const sum = new Map<Equation, Decimal>();
    const add = (other: Equation, count: Decimal): void => {
      for (const [part, times] of this.without.get(other) ?? [[other, ONE] as const])
        sum.set(part, times.times(count).plus(sum.get(part) ?? 0));
    };
    add(equation, ONE);
    for (const [source, times] of sources) add(source, times.negated());
    return new Map([...sum].filter(([, times]) => !times.isZero()));
  }

  private replace(member: FailedEquation, after: FailedEquation): void {
    const first = this.firsts.get(member) ?? member;
    this.shifted.set(first, after);
    this.firsts.set(after, first);
    this.open.delete(member);
    this.open.add(after);
  }

  private tell({ rows, amounts }: Outcome, members: ReadonlySet<FailedEquation>, doubtful: readonly CellRef[]): void {
    const left = new Set(members);
    for (const member of members) this.open.delete(member);
    for (const { row, effect, total } of rows) {
      const own = [...left].filter((member) => isOfRow(member, row) || effect.on(member.equation).size > 0);
      for (const member of own) left.delete(member);
      if (own.length === 0) continue;
      this.told.add(row);
      const facts = factsOf(row, effect, total, amounts);
      const rest = { severity: gravestOf(own), determined: false, confidence: BY_EQUATIONS, alternatives: [] };
      this.groups.push({ members: own, doubtful, cause: causeFor('equation', own, facts, rest) });
    }
  }
}

/** A failed equation with more on its left. */
function withMore(member: FailedEquation, amount: Decimal): FailedEquation {
  const { outcome } = member;
  const left = outcome.left.plus(amount);
  return { ...member, outcome: { ...outcome, left, difference: left.minus(outcome.right) } };
}

const isSatisfied = ({ equation: { op }, outcome: { difference } }: FailedEquation): boolean =>
  op === '=' ? difference.isZero() : !difference.isNegative();

function factsOf(row: Lacking, effect: Effect, total: Decimal, amounts: Amounts): FindingFacts {
  const { table, block, code, name } = row;
  const { moneyUnit } = table.frame;
  const { decimals } = table.declared;
  const { columns } = block;
  const divided = [...columns.nodes.entries()].flatMap(([column, { header }]) => {
    const value = amounts.of(effect.inColumn(column));
    const isLeaf = (columns.children[column]?.length ?? 0) === 0 && columns.parents[column] !== -1;
    return isLeaf && value && !value.isZero() ? [{ name: readable(header), value }] : [];
  });
  // How a part of it is divided would read as if that were all.
  const isWhole = divided.reduce((sum, { value }) => sum.plus(value), ZERO).equals(total);
  return {
    code: 'row-lacked',
    table: table.declared.id,
    number: code,
    name,
    amount: plainAmount(total, moneyUnit, decimals),
    columns: isWhole
      ? divided.map((one) => ({ name: one.name, amount: plainAmount(one.value, moneyUnit, decimals) }))
      : [],
    has: rowsOfHolders(row),
    moneyUnit,
  };
}
