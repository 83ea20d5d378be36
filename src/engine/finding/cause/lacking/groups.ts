import { Decimal } from 'decimal.js';
import type { Book } from '../../../book/book';
import type { Evaluated } from '../../../equation/evaluate';
import { groupBy } from '../../../lists/group-by';
import type { Steps } from '../../../steps/steps';
import type { FailedEquation } from '../../equation-findings';
import type { FindingFacts } from '../../facts';
import { plainAmount, shortName } from '../../quote';
import { readable } from '../../../text/normalise';
import type { Following } from '../follow';
import { causeFor, gravestOf, type CauseGroup } from '../group';
import { lackingIn, type Lacking } from './candidates';
import { effectsOf, sumOf, type Effect } from './effect';
import { rowsOfHolders } from './holders';
import { Amounts, type Form } from './solve';

/** The tables come out with the row, in every equation that it has a part in. */
const BY_EQUATIONS = 0.95;

/** After a paste of thousands of amounts single rows are not looked for; nor are more than so many pairs of a row and a failed equation. */
const MOST_OPEN = 400;
const MOST_PAIRS = 200_000;

/**
 * Failed equations that hold once a row which other tables have stands in a table that lacks it, while none that holds breaks: the row
 * is missing there, and what the others have of it is right. Nothing can be written for it: a row is to be put in. What is explained is
 * taken out of `open`.
 */
export function* lackingGroups(
  open: Set<FailedEquation>,
  evaluated: readonly Evaluated[],
  book: Book,
  following: Following,
): Steps<readonly CauseGroup[]> {
  if (open.size === 0 || open.size > MOST_OPEN) return [];
  const rows = lackingIn(book);
  if (rows.length * open.size > MOST_PAIRS) return [];
  yield;
  const failed = [...open];
  const trial = new Trial(evaluated, open);
  const found: Outcome[] = [];
  for (const [index, row] of rows.entries()) {
    const ways = effectsOf(row, following, String(index));
    const outcomes = ways.flatMap((effect) => trial.of([{ row, effect }], failed) ?? []);
    const [best] = outcomes.sort((a, b) => b.members.length - a.members.length);
    if (best) found.push(best);
    if (index % ROWS_A_STEP === ROWS_A_STEP - 1) yield;
  }
  const groups = bestOf(found).flatMap((outcome) => groupsOf(outcome, open));
  yield;
  // Several rows of one table that no equation tells apart but those between tables, row by row.
  for (const several of groupBy(rows, ({ table: { declared } }) => declared.id)) {
    const named = [...several.entries()].flatMap(([index, row]) => {
      const [effect] = effectsOf(row, following, String(index));
      return effect && [...open].some((member) => isOfRow(member, row)) ? [{ row, effect }] : [];
    });
    if (named.length < 2 || named.length > MOST_TOGETHER) continue;
    const outcome = trial.of(named, [...open]);
    if (outcome) groups.push(...groupsOf(outcome, open));
    yield;
  }
  return groups;
}

const ROWS_A_STEP = 20;
/** So many equations must come out for each that does not. */
const FOR_ONE_AGAINST = 3;
/** More rows than these that one table lacks are a table of another state. */
const MOST_TOGETHER = 12;

const isOfRow = ({ equation: { missingRow } }: FailedEquation, { table, members }: Lacking): boolean =>
  missingRow?.table === table.declared.id &&
  Object.entries(members).every(([dimension, member]) => missingRow.scope.at[dimension] === member);

interface Inserted {
  readonly row: Lacking;
  readonly effect: Effect;
}

/** Rows that, put in, let equations hold, with what they would hold. */
interface Outcome {
  readonly rows: readonly (Inserted & { readonly total: Decimal; readonly isHeld: boolean })[];
  readonly members: readonly FailedEquation[];
  /** Those that fail with the rows as well, by something else: their differences say nothing before the rows are there. */
  readonly against: readonly FailedEquation[];
  readonly amounts: Amounts;
}

/** Tries what becomes of the equations when rows are put in. */
class Trial {
  private readonly others: readonly Evaluated[];

  constructor(evaluated: readonly Evaluated[], open: ReadonlySet<FailedEquation>) {
    const given = new Set([...open].map(({ equation }) => equation));
    this.others = evaluated.filter(
      ({ equation, outcome }) =>
        !given.has(equation) && (outcome.kind === 'passed' || outcome.kind === 'notApplicable'),
    );
  }

  of(inserted: readonly Inserted[], failed: readonly FailedEquation[]): Outcome | undefined {
    const on = (equation: Evaluated['equation']): Form =>
      sumOf(inserted.map(({ effect }) => [effect.on(equation), 1] as const));
    const amounts = new Amounts();
    const members: FailedEquation[] = [];
    const floors: { readonly form: Form; readonly difference: Decimal; readonly member?: FailedEquation }[] = [];
    const against: FailedEquation[] = [];
    for (const member of this.inOrder(failed, inserted)) {
      const form = on(member.equation);
      if (form.size === 0) continue;
      const { difference } = member.outcome;
      if (member.equation.op === '>=') floors.push({ form, difference, member });
      else if (amounts.add(form, difference.negated())) members.push(member);
      else against.push(member);
    }
    if (members.length === 0 || members.length < against.length * FOR_ONE_AGAINST) return undefined;
    for (const { equation, outcome } of this.others) {
      const form = on(equation);
      if (form.size === 0) continue;
      if (equation.op === '=') {
        if (!amounts.add(form, ZERO)) return undefined;
      } else if (outcome.kind === 'passed') floors.push({ form, difference: apart(equation) });
    }
    const rows = inserted.flatMap((one) => {
      const total = totalOf(one, amounts);
      return total ? [{ ...one, total, isHeld: holdsJust(one.row, total) }] : [];
    });
    if (rows.length < inserted.length) return undefined;
    const all = rows.reduce((sum, { total }) => sum.plus(total), ZERO);
    for (const { form, difference, member } of floors) {
      // How the row is divided may be open: then it reaches a floor that is not further away than what it holds in all.
      const isReached = !(amounts.of(form) ?? all).plus(difference).lessThan(0);
      if (!isReached && !member) return undefined;
      if (member) (isReached ? members : against).push(member);
    }
    return members.length < against.length * FOR_ONE_AGAINST ? undefined : { rows, members, against, amounts };
  }

  /**
   * What is said of the row itself first, then what its table says by itself, then the rest, those first that are off by what most are
   * off by: another mistake is least likely to be among the first.
   */
  private inOrder(failed: readonly FailedEquation[], inserted: readonly Inserted[]): readonly FailedEquation[] {
    const times = new Map<string, number>();
    const amountOf = ({ outcome: { difference } }: FailedEquation): string => difference.abs().toFixed();
    for (const member of failed) times.set(amountOf(member), (times.get(amountOf(member)) ?? 0) + 1);
    const rankOf = (member: FailedEquation): number => {
      if (inserted.some(({ row }) => isOfRow(member, row))) return 0;
      return member.equation.because.kind === 'parts' ? 1 : 2;
    };
    const timesOf = (member: FailedEquation): number => times.get(amountOf(member)) ?? 0;
    return [...failed].sort((a, b) => rankOf(a) - rankOf(b) || timesOf(b) - timesOf(a));
  }
}

const ZERO = new Decimal(0);

const apart = ({ left, right }: Evaluated['equation']): Decimal =>
  left
    .reduce((sum, { value }) => sum.plus(value ?? 0), ZERO)
    .minus(right.reduce((sum, { value }) => sum.plus(value ?? 0), ZERO));

/** What the row would hold in all; undefined where that cannot be, or more than any table has of it. */
function totalOf({ row, effect }: Inserted, amounts: Amounts): Decimal | undefined {
  const { columns } = row.block;
  const roots = [...columns.nodes.keys()].filter((column) => columns.parents[column] === -1);
  const [root, another] = roots;
  if (root === undefined || another !== undefined) return undefined;
  const total = amounts.of(effect.inColumn(root));
  if (!total?.greaterThan(0)) return undefined;
  for (const column of columns.nodes.keys()) if (amounts.of(effect.inColumn(column))?.lessThan(0)) return undefined;
  const isEnough = heldBy(row).some((held) => held.greaterThanOrEqualTo(total));
  return isEnough ? total : undefined;
}

const holdsJust = (row: Lacking, total: Decimal): boolean => heldBy(row).some((held) => held.equals(total));

/** The amounts that tables have of the row: what stands in its rows, and what these come to where a table divides it. */
function heldBy({ holders }: Lacking): readonly Decimal[] {
  const single = holders.flatMap((figures) => figures.flatMap(({ value }) => value ?? []));
  const sums = groupBy(holders, ([first]) => first?.table ?? '').map((rows) =>
    rows.reduce((sum, [first]) => sum.plus(first?.value ?? 0), ZERO),
  );
  return [...single, ...sums];
}

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

const isJust = ({ rows }: Outcome): boolean => rows.every(({ isHeld }) => isHeld);

function groupsOf({ rows, members, against, amounts }: Outcome, open: Set<FailedEquation>): readonly CauseGroup[] {
  const left = new Set(members);
  for (const member of members) open.delete(member);
  return rows.flatMap(({ row, effect, total }): readonly CauseGroup[] => {
    const own = [...left].filter((member) => isOfRow(member, row) || effect.on(member.equation).size > 0);
    for (const member of own) left.delete(member);
    if (own.length === 0) return [];
    const facts = factsOf(row, effect, total, amounts);
    const rest = { severity: gravestOf(own), determined: false, confidence: BY_EQUATIONS, alternatives: [] };
    const doubtful = against.flatMap(({ finding }) => finding.cells);
    return [{ members: own, doubtful, cause: causeFor('equation', own, facts, rest) }];
  });
}

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
    name: shortName(name),
    amount: plainAmount(total, moneyUnit, decimals),
    columns: isWhole
      ? divided.map((one) => ({ name: one.name, amount: plainAmount(one.value, moneyUnit, decimals) }))
      : [],
    has: rowsOfHolders(row),
    moneyUnit,
  };
}
