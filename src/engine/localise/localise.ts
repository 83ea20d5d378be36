import { setsOn, variablesIn, type Answers } from './answers';
import { Elimination } from './elimination';
import { matrixOf, type Matrix } from './matrix';
import { conflictsAmongOpen } from './open-rows';
import { OutOfWork, Search } from './search';
import type { Explanation, Group, Localisation, LocaliseOptions, System, Variable } from './system';
import { valueOf } from './values';

/** About half a second. */
const MAX_WORK = 2_000_000;
const MAX_ALTERNATIVES = 100;

/**
 * Names the variables that are wrong where rows fail: all sets of least total weight which, changed, let every row hold, missing
 * values being free (error localisation after Fellegi and Holt 1976). Which group, which set and which value do not depend on
 * the order of rows and variables, as far as they are proved. Throws only for a system that is none (an index out of range, a weight not above 0).
 */
export function localise(system: System, options: LocaliseOptions = {}): Localisation {
  const found = localiseOnce(system, options);
  return found.proved || options.guess === false ? found : refined(system, found, options);
}

function localiseOnce(system: System, options: LocaliseOptions): Localisation {
  const matrix = matrixOf(system);
  const elimination = new Elimination(matrix.rows, matrix.values.length, matrix.boundOf);
  for (const variable of matrix.missing) elimination.free(variable);
  const failing = matrix.rows.flatMap((_, index) => (elimination.fails(index) ? [index] : []));
  for (const conflict of conflictsAmongOpen(elimination, 0)) failing.push(elimination.add(conflict));
  if (failing.length === 0) return { groups: [], proved: true, work: elimination.work };

  const search = new Search(elimination, matrix.weights, matrix.fixed);
  const context = { elimination, matrix, maxAlternatives: options.maxAlternatives ?? MAX_ALTERNATIVES };
  const hopeless = failing.filter((row) => search.isHopeless(row));
  const rest = failing.filter((row) => !hopeless.includes(row));
  const groups = hopeless.map((row) => unexplained([row], true, matrix));
  for (const { failing: part, answers, proved } of explainAll(search, elimination, rest, { matrix, options })) {
    groups.push(...(answers ? groupsOf(answers, proved, part, context) : [unexplained(part, proved, matrix)]));
  }
  return inOrder(groups, elimination.work);
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
function refined(system: System, found: Localisation, options: LocaliseOptions): Localisation {
  const open = found.groups.filter(({ proved, alternatives }) => !proved && alternatives.length > 0);
  const settled = found.groups.filter((group) => !open.includes(group));
  const maxWork = (options.maxWork ?? MAX_WORK) / Math.max(1, open.length);
  let { work } = found;
  for (const [index, group] of open.entries()) {
    const variables = changed(system.variables, [...settled, ...open.slice(index + 1)]);
    const again = variables && localiseOnce({ rows: system.rows, variables }, { ...options, maxWork });
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
function explainAll(
  search: Search,
  elimination: Elimination,
  failing: readonly number[],
  { matrix, options }: { readonly matrix: Matrix; readonly options: LocaliseOptions },
): readonly Explained[] {
  const { maxWork = MAX_WORK, guess = true } = options;
  search.begin(maxWork);
  const whole = explain(search, elimination, failing, matrix);
  if (whole.answers && whole.proved) return [whole];
  const parts = search.parts(failing);
  const explained =
    parts.length < 2
      ? [whole]
      : parts.map((part) => {
          search.begin(maxWork / parts.length);
          return explain(search, elimination, part, matrix);
        });
  return explained.map((one) => (one.proved || !guess ? one : { ...one, answers: guessed(search, one.failing) }));
}

function guessed(search: Search, failing: readonly number[]): Answers | undefined {
  const found = search.greedy(failing);
  return found && { kind: 'set', variables: found };
}

function explain(
  search: Search,
  elimination: Elimination,
  failing: readonly number[],
  { weights, fixed }: Matrix,
): Explained {
  const all = weights.reduce((sum, weight, index) => (fixed[index] ? sum : sum + weight), 0);
  const mark = elimination.mark();
  try {
    const outcome = search.solve(failing, all);
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
  readonly maxAlternatives: number;
}

/**
 * Answers by groups. Variables of any answer that share no row, not even over other such variables, are independent: exchanging
 * one group's changes for those of another answer leaves all rows holding, so each group's alternatives combine with all others'.
 */
function groupsOf(answers: Answers, proved: boolean, failing: readonly number[], context: Context): Group[] {
  const { elimination, matrix, maxAlternatives } = context;
  const left = variablesIn(answers);
  const failingSet = new Set(failing);
  const groups: Group[] = [];
  for (const start of left) {
    const { variables, rows } = connected(start, left, elimination);
    const { sets, complete } = setsOn(answers, variables, maxAlternatives);
    const [first = []] = sets;
    groups.push({
      rows: originsOf(
        [...rows].filter((row) => failingSet.has(row)),
        matrix,
      ),
      weight: first.reduce((sum, variable) => sum + (matrix.weights[variable] ?? 0), 0) / matrix.weightUnits,
      alternatives: sets.map((set) => explanation(set, context)).sort(byVariables),
      more: !complete,
      proved,
    });
  }
  return groups;
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
      for (const other of elimination.row(row).coefficients.keys()) {
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
