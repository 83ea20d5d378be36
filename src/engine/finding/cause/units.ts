import { Decimal } from 'decimal.js';
import type { Figure } from '../../book/book';
import { isSomething } from '../../book/book';
import type { Evaluated } from '../../equation/evaluate';
import { figuresOf, type FailedEquation } from '../equation-findings';
import type { Steps } from '../../steps/steps';
import type { FindingFacts } from '../facts';
import { plainAmount, quoted } from '../quote';
import { breaksAny, isTelling, undone } from './deeds';
import type { Following } from './follow';
import { causeFor, gravestOf, type CauseGroup } from './group';
import { magnitudeFacts } from './magnitude';
import type { Repair } from './way';

const TEN_THOUSAND = '10000';
/** By which a table may be larger than it says; a column that has no money unit of its own was typed in 元. */
const FACTORS: Readonly<Record<Lines['kind'], readonly string[]>> = {
  table: [TEN_THOUSAND, '1000', '100'],
  column: [TEN_THOUSAND],
};
/** One amount that is off by a factor is a slip; a table or a column has more. */
const FEWEST_AMOUNTS = 2;
const BY_SEVERAL = 0.95;
const BY_ONE = 0.9;

/** Amounts that somebody types in one go: those of a table, or of one of its columns. */
interface Lines {
  readonly kind: 'table' | 'column';
  readonly key: string;
}

interface Supposed extends Lines {
  readonly factor: string;
  readonly isLarger: boolean;
}

/**
 * Tables and columns whose amounts were all typed in another money unit: with all of them 10,000 times smaller (or larger) the failed
 * equations they stand in come right, and none that holds fails. What they explain is taken out of `open`.
 */
export function* unitGroups(
  open: Set<FailedEquation>,
  evaluated: readonly Evaluated[],
  following: Following,
): Steps<readonly CauseGroup[]> {
  const supposed = yield* suppositionsOn(open, following);
  if (supposed.length === 0) return [];
  yield;
  const typed = typedIn(evaluated);
  const groups: CauseGroup[] = [];
  for (const one of supposed) {
    yield;
    const repairs = (typed.get(one.key) ?? []).map((figure) => ({ figure, value: unscaled(figure, one) }));
    const found = undone(repairs, open, following);
    if (found.settles.length === 0 || !isTelling(found)) continue;
    if (!isOfAll(repairs, found.settles, evaluated, following) || breaksAny(repairs, evaluated, following)) continue;
    groups.push(groupOf(one, repairs, found.settles));
    for (const member of found.settles) open.delete(member);
  }
  return groups;
}

const linesOf = (figure: Figure): readonly Lines[] => [
  { kind: 'table', key: figure.table },
  { kind: 'column', key: `${figure.table}|${figure.cell.sheet}|${figure.cell.column}` },
];

const isTyped = (figure: Figure): boolean => figure.formula === undefined && isSomething(figure);

const EQUATIONS_A_STEP = 100;

/** What single equations have to say: tables before columns, amounts that are too large first. */
function* suppositionsOn(open: Iterable<FailedEquation>, { answerOf }: Following): Steps<readonly Supposed[]> {
  const found = new Map<string, Supposed>();
  let looked = 0;
  for (const { equation, outcome } of open) {
    if (++looked % EQUATIONS_A_STEP === 0) yield;
    if (equation.op !== '=') continue;
    const sums = new Map<string, { readonly lines: Lines; sum: Decimal }>();
    for (const [figure, times] of answerOf(equation)) {
      if (!isTyped(figure)) continue;
      const amount = (figure.value ?? ZERO).times(times);
      for (const lines of linesOf(figure)) {
        const known = sums.get(lines.key);
        if (known) known.sum = known.sum.plus(amount);
        else sums.set(lines.key, { lines, sum: amount });
      }
    }
    for (const { lines, sum } of sums.values()) {
      for (const factor of FACTORS[lines.kind]) {
        const isLarger = sum.minus(sum.div(factor)).equals(outcome.difference);
        if (!isLarger && !sum.minus(sum.times(factor)).equals(outcome.difference)) continue;
        found.set(`${lines.key} ${factor} ${String(isLarger)}`, { ...lines, factor, isLarger });
      }
    }
  }
  const rank = ({ kind, isLarger }: Supposed): number => (kind === 'table' ? 0 : 2) + (isLarger ? 0 : 1);
  return [...found.values()].sort((a, b) => rank(a) - rank(b));
}

const ZERO = new Decimal(0);

/** By table and by column: the amounts that were typed and are not zero. */
function typedIn(evaluated: readonly Evaluated[]): ReadonlyMap<string, readonly Figure[]> {
  const figures = new Set(evaluated.flatMap(({ equation }) => [...equation.left, ...equation.right]));
  const found = new Map<string, Figure[]>();
  for (const figure of figures) {
    if (!isTyped(figure)) continue;
    for (const { key } of linesOf(figure)) {
      const known = found.get(key);
      if (known) known.push(figure);
      else found.set(key, [figure]);
    }
  }
  return found;
}

const unscaled = ({ value = ZERO }: Figure, { factor, isLarger }: Supposed): Decimal =>
  isLarger ? value.div(factor) : value.times(factor);

/**
 * Whether what is said of the amounts in the settled equations is said of the rest as well: sums among the amounts themselves that hold
 * carry it on. Different ones, since one amount is repeated in its totals, and at least half of them.
 */
function isOfAll(
  repairs: readonly Repair[],
  settled: readonly FailedEquation[],
  evaluated: readonly Evaluated[],
  { answerOf }: Following,
): boolean {
  const own = new Set(repairs.map(({ figure }) => figure));
  const reached = new Set(
    settled.flatMap(({ equation }) => [...answerOf(equation).keys()].filter((one) => own.has(one))),
  );
  const within = evaluated.flatMap(({ equation: { left, right }, outcome }) => {
    const amounts = outcome.kind === 'passed' ? [...left, ...right].filter(isSomething) : [];
    return amounts.length > 0 && amounts.every((figure) => own.has(figure)) ? [amounts] : [];
  });
  for (let before = -1; before < reached.size;) {
    before = reached.size;
    for (const amounts of within)
      if (amounts.some((figure) => reached.has(figure))) for (const figure of amounts) reached.add(figure);
  }
  const different = new Set([...reached].map(({ value = ZERO }) => value.abs().toFixed()));
  return different.size >= FEWEST_AMOUNTS && reached.size * 2 >= own.size;
}

function groupOf(supposed: Supposed, repairs: readonly Repair[], members: readonly FailedEquation[]): CauseGroup {
  const [first] = repairs;
  if (!first) throw new Error('a money unit without amounts');
  return supposed.kind === 'table'
    ? tableGroup(supposed, first.figure.table, members, repairs)
    : columnGroup(supposed, first, repairs, members);
}

function tableGroup(
  { factor, isLarger }: Supposed,
  table: string,
  members: readonly FailedEquation[],
  repairs: readonly Repair[],
): CauseGroup {
  const speaks = (member: FailedEquation): boolean => {
    const figures = figuresOf(member);
    return figures.some((one) => one.table === table) && figures.some((one) => one.table !== table);
  };
  const ordered = [...members.filter(speaks), ...members.filter((member) => !speaks(member))];
  const facts = magnitudeFacts(ordered, table, factor, isLarger);
  return {
    members: ordered,
    doubtful: repairs.map(({ figure }) => figure.cell),
    // Either all of its amounts are to be changed, or its money unit.
    cause: causeFor('table', ordered, facts, {
      severity: gravestOf(ordered),
      determined: false,
      confidence: BY_SEVERAL,
      alternatives: [],
    }),
  };
}

function columnGroup(
  { factor, isLarger }: Supposed,
  { figure, value }: Repair,
  repairs: readonly Repair[],
  members: readonly FailedEquation[],
): CauseGroup {
  const confidence = members.length > 1 ? BY_SEVERAL : BY_ONE;
  const writes = repairs.map((repair) => ({
    cell: repair.figure.cell,
    suggestion: plainAmount(repair.value, repair.figure.moneyUnit, repair.figure.decimals),
  }));
  const facts: FindingFacts = {
    code: 'unit-column',
    first: quoted(figure, figure.moneyUnit),
    expected: plainAmount(value, figure.moneyUnit, figure.decimals),
    factor,
    larger: isLarger,
    count: repairs.length,
    moneyUnit: figure.moneyUnit,
  };
  return {
    members,
    repaired: repairs,
    suspectOf: () => ({
      cell: figure.cell,
      suggestion: plainAmount(value, figure.moneyUnit, figure.decimals),
      cause: 'unit',
      confidence,
    }),
    cause: causeFor('table', members, facts, {
      severity: gravestOf(members),
      determined: true,
      confidence,
      alternatives: [writes],
    }),
  };
}
