import { runSteps, type Steps } from '../steps/steps';
import { setsOn, variablesIn, type Answers } from './answers';
import { Elimination, failsAsItStands } from './elimination';
import { matrixInSteps, type Matrix } from './matrix';
import { conflictsAmongOpen } from './open-rows';
import { OutOfWork, Search } from './search';
import type { Explanation, Group, Localisation, LocaliseOptions, System, Variable } from './system';
import { valueOf } from './values';

/** About half a second. */
const MAX_WORK = 2_000_000;
const MAX_ALTERNATIVES = 100;
const ROWS_A_STEP = 1000;

/**
 * Names the variables that are wrong where rows fail: all sets of least total weight which, changed, let every row hold, missing
 * values being free (error localisation after Fellegi and Holt 1976). Which group, which set and which value do not depend on
 * the order of rows and variables, as far as they are proved. Throws only for a system that is none (an index out of range, a weight not above 0).
 */
export function localise(system: System, options: LocaliseOptions = {}): Localisation {
  return runSteps(localiseInSteps(system, options));
}

/** The same in steps. */
export function* localiseInSteps(system: System, options: LocaliseOptions = {}): Steps<Localisation> {
  const found = yield* (yield* Localiser.of(system)).explain(options);
  return found.proved || options.guess === false ? found : yield* refined(system, found, options);
}

/** A system made ready once, of whose failing rows now these and now those are explained. */
export class Localiser {
  private readonly elimination: Elimination;
  private readonly search: Search;

  private constructor(
    private readonly matrix: Matrix,
    /** Rows of the matrix that fail as they stand, by the row of the system behind them. */
    private readonly failing: ReadonlyMap<number, readonly number[]>,
  ) {
    this.elimination = new Elimination(matrix);
    this.search = new Search(this.elimination, matrix);
    for (const rows of failing.values()) for (const row of rows) this.elimination.leaveOut(row);
  }

  static *of(system: System): Steps<Localiser> {
    const matrix = yield* matrixInSteps(system);
    yield;
    const failing = new Map<number, number[]>();
    for (let from = 0; from < matrix.count; from += ROWS_A_STEP) {
      if (from > 0) yield;
      findFailing(matrix, from, failing);
    }
    return new Localiser(matrix, failing);
  }

  /** The failing rows, or of these only the given ones of the system, all that hold being kept in mind. */
  *explain(options: LocaliseOptions = {}, among: Iterable<number> = this.failing.keys()): Steps<Localisation> {
    const { elimination, matrix } = this;
    const mark = elimination.mark();
    const before = elimination.work;
    const groups = yield* this.groupsAmong(
      [...among].flatMap((row) => this.failing.get(row) ?? []).sort((a, b) => a - b),
      { elimination, matrix, options },
    );
    elimination.undo(mark);
    return inOrder(groups, elimination.work - before);
  }

  private *groupsAmong(rows: readonly number[], context: Context): Steps<readonly Group[]> {
    const { elimination, matrix, search } = this;
    for (const row of rows) elimination.takeIn(row);
    for (const variable of matrix.missing) elimination.free(variable);
    // What holds may fail for lack of what is missing.
    const all = matrix.missing.length > 0 ? matrix.origin.keys() : rows;
    const failing = [...all].filter((row) => elimination.fails(row));
    search.settle();
    for (const conflict of conflictsAmongOpen(elimination, 0)) failing.push(elimination.add(conflict));
    search.settle();
    if (failing.length === 0) return [];
    yield;
    const hopeless = new Set(failing.filter((row) => search.isHopeless(row)));
    const groups = [...hopeless].map((row) => unexplained([row], true, matrix));
    const rest = failing.filter((row) => !hopeless.has(row));
    for (const { failing: part, answers, proved } of yield* explainAll(search, rest, context))
      groups.push(...(answers ? yield* groupsOf(answers, proved, part, context) : [unexplained(part, proved, matrix)]));
    return groups;
  }
}

function findFailing(matrix: Matrix, from: number, failing: Map<number, number[]>): void {
  const end = Math.min(matrix.count, from + ROWS_A_STEP);
  for (let index = from; index < end; index++) {
    if (matrix.isKnownToHold(index) || !failsAsItStands(matrix.row(index))) continue;
    const origin = matrix.origin[index] ?? -1;
    const known = failing.get(origin);
    if (known) known.push(index);
    else failing.set(origin, [index]);
  }
}

function inOrder(groups: readonly Group[], work: number): Localisation {
  return {
    groups: [...groups].sort((a, b) => (a.rows[0] ?? -1) - (b.rows[0] ?? -1)),
    proved: groups.every((group) => group.proved),
    work,
  };
}

/**
 * What was found without proof, each group searched again with all others changed as found and then fixed: lighter ways and the
 * other equally light ones come up. They are proved for that group alone, which is not said, since the whole may still be lighter.
 * One group after the other, so that the first alternatives of all go together.
 */
function* refined(system: System, found: Localisation, options: LocaliseOptions): Steps<Localisation> {
  const open = found.groups.filter(({ proved, alternatives }) => !proved && alternatives.length > 0);
  const settled = found.groups.filter((group) => !open.includes(group));
  const maxWork = (options.maxWork ?? MAX_WORK) / Math.max(1, open.length);
  let { work } = found;
  for (const [index, group] of open.entries()) {
    const variables = changed(system.variables, [...settled, ...open.slice(index + 1)]);
    const again =
      variables && (yield* (yield* Localiser.of({ rows: system.rows, variables })).explain({ ...options, maxWork }));
    work += again?.work ?? 0;
    const better = again?.groups.every(({ alternatives }) => alternatives.length > 0) ? again.groups : [group];
    settled.push(...better.map((part) => ({ ...part, proved: false })));
  }
  return inOrder(settled, work);
}

/** The variables with the first alternative of some groups written and fixed; undefined where a value is open. */
function changed(variables: readonly Variable[], groups: readonly Group[]): readonly Variable[] | undefined {
  const written = [...variables];
  for (const { variable, to } of groups.flatMap(({ alternatives }) => alternatives[0] ?? [])) {
    if (to.kind === 'open' || !to.exact) return undefined;
    written[variable] = { weight: variables[variable]?.weight ?? 1, value: to.value, fixed: true };
  }
  return written;
}

interface Explained {
  readonly failing: readonly number[];
  readonly answers: Answers | undefined;
  readonly proved: boolean;
}

/** All failing rows at once; where that fails, those that nothing connects apart, so that one hard or impossible place spoils no other. */
function* explainAll(search: Search, failing: readonly number[], context: Context): Steps<readonly Explained[]> {
  const { maxWork = MAX_WORK, guess = true } = context.options;
  search.begin(maxWork);
  const whole = yield* explain(search, failing, context);
  if (whole.answers && whole.proved) return [whole];
  const parts = yield* search.parts(failing);
  const explained = parts.length < 2 ? [whole] : [];
  if (parts.length > 1) {
    for (const part of parts) {
      search.begin(maxWork / parts.length);
      explained.push(yield* explain(search, part, context));
    }
  }
  if (!guess) return explained;
  const guesses: Explained[] = [];
  search.begin(MAX_WORK);
  for (const one of explained) {
    guesses.push(one.proved ? one : { ...one, answers: yield* guessed(search, one.failing) });
  }
  return guesses;
}

function* guessed(search: Search, failing: readonly number[]): Steps<Answers | undefined> {
  const found = yield* search.greedy(failing);
  return found && { kind: 'set', variables: found };
}

function* explain(
  search: Search,
  failing: readonly number[],
  { elimination, matrix, options }: Context,
): Steps<Explained> {
  const mark = elimination.mark();
  try {
    const most = (options.mostCells?.(failing.length) ?? Infinity) * matrix.greatestWeight;
    const outcome = yield* search.solve(failing, Math.min(matrix.totalWeight, most));
    return { failing, answers: outcome.cost === undefined ? undefined : outcome.answers, proved: true };
  } catch (error) {
    if (!(error instanceof OutOfWork)) throw error;
    elimination.undo(mark);
    search.forget();
    return { failing, answers: undefined, proved: false };
  }
}

interface Context {
  readonly elimination: Elimination;
  readonly matrix: Matrix;
  readonly options: LocaliseOptions;
}

/**
 * Answers by groups. Variables of any answer that share no row, not even over other such variables, are independent: exchanging
 * one group's changes for those of another answer leaves all rows holding, so each group's alternatives combine with all others'.
 */
function* groupsOf(
  answers: Answers,
  proved: boolean,
  failing: readonly number[],
  context: Context,
): Steps<readonly Group[]> {
  const { elimination, matrix, options } = context;
  const { maxAlternatives = MAX_ALTERNATIVES, maxWork = MAX_WORK } = options;
  const left = variablesIn(answers);
  const partsOf = partsByVariable(answers);
  const failingSet = new Set(failing);
  const groups: Group[] = [];
  const end = elimination.work + maxWork;
  for (const start of left) {
    const { variables, rows } = connected(start, left, elimination);
    const { sets, complete } = setsOn(partsOf(variables), variables, maxAlternatives);
    const alternatives: Explanation[] = [];
    for (const set of sets) {
      if (alternatives.length > 0 && elimination.work > end) break;
      const before = elimination.work;
      alternatives.push(explanation(set, context));
      // What is freed for a value is as much work as what is freed in the search.
      if (elimination.work - before > 1000) yield;
    }
    const [first = []] = sets;
    groups.push({
      rows: originsOf(
        [...rows].filter((row) => failingSet.has(row)),
        matrix,
      ),
      weight: first.reduce((sum, variable) => sum + (matrix.weights[variable] ?? 0), 0) / matrix.weightUnits,
      alternatives: alternatives.sort(byVariables),
      more: !complete || alternatives.length < sets.length,
      proved,
    });
    yield;
  }
  return groups;
}

/** Of parts that are answered independently, those that concern some variables: most groups are one of very many. */
function partsByVariable(answers: Answers): (variables: ReadonlySet<number>) => Answers {
  if (answers.kind !== 'and') return () => answers;
  const byVariable = new Map<number, Set<Answers>>();
  for (const part of answers.of) {
    for (const variable of variablesIn(part)) {
      const known = byVariable.get(variable);
      if (known) known.add(part);
      else byVariable.set(variable, new Set([part]));
    }
  }
  return (variables) => ({
    kind: 'and',
    of: [...new Set([...variables].flatMap((variable) => [...(byVariable.get(variable) ?? [])]))],
  });
}

/** The variables of `among` that hang together with one over rows, taken out of `among`, and these rows. */
function connected(
  start: number,
  among: Set<number>,
  elimination: Elimination,
): { readonly variables: ReadonlySet<number>; readonly rows: ReadonlySet<number> } {
  const variables = new Set([start]);
  const rows = new Set<number>();
  among.delete(start);
  for (const variable of variables) {
    for (const row of elimination.rowsOf(variable)) {
      if (rows.has(row) || elimination.isPivot(row)) continue;
      rows.add(row);
      for (const other of elimination.row(row).coefficients.variables) {
        if (elimination.isOpenVariable(other) || among.delete(other)) variables.add(other);
      }
    }
  }
  return { variables, rows };
}

function explanation(variables: readonly number[], { elimination, matrix }: Context): Explanation {
  const mark = elimination.mark();
  for (const variable of variables) elimination.free(variable);
  const changes = variables.map((variable) => ({ variable, to: valueOf(elimination, matrix, variable) }));
  elimination.undo(mark);
  return changes;
}

function unexplained(failing: readonly number[], proved: boolean, matrix: Matrix): Group {
  return { rows: originsOf(failing, matrix), weight: 0, alternatives: [], more: false, proved };
}

function originsOf(rows: readonly number[], { origin }: Matrix): readonly number[] {
  return [...new Set(rows.flatMap((row) => origin[row] ?? []))].sort((a, b) => a - b);
}

function byVariables(a: Explanation, b: Explanation): number {
  for (const [index, { variable }] of a.entries()) {
    const other = b[index]?.variable;
    if (other === undefined) return 1;
    if (variable !== other) return variable - other;
  }
  return a.length - b.length;
}
