import type { Steps } from '../steps/steps';
import { NOTHING, type Answers } from './answers';
import type { Elimination, ReducedRow } from './elimination';
import type { Matrix } from './matrix';
import { conflictsAmongOpen } from './open-rows';
import { Packer, type Packing } from './packing';

/** What came of a search: the least cost and all sets of that cost, or a cost below which there is nothing. */
export type Outcome =
  { readonly cost: number; readonly answers: Answers } | { readonly cost: undefined; readonly atLeast: number };

/** The work allowed is done. Thrown by a search and caught where it was begun. */
export class OutOfWork extends Error {}

/** Work between two pauses: a few milliseconds. */
const WORK_A_STEP = 15_000;
/** Rows that are made only when they are looked at take longer than their work says. */
const ROWS_A_STEP = 500;

/**
 * Finds the least-weight sets of variables whose freedom lets all rows hold.
 *
 * A row that fails although freed variables are eliminated from it shows that one of its variables is wrong: the search frees
 * each in turn, the fewest first, and excludes it from the later ones, so that each set comes up once. Three facts keep it small:
 * - failing rows without a common variable each cost a variable, and what is changed in an equation that holds costs another (a
 *   packing, with fractions of weights); a set that holds v costs at least that bound plus what the bound leaves of v's weight, so
 *   all v beyond the cost looked for are out;
 * - what is left falls apart into parts that share no row and no variable: each is solved alone, and their answers multiply;
 * - the cost looked for starts at the bound and rises only to the next one possible.
 */
export class Search {
  private readonly blocked: Int32Array;
  /** Variables kept out for the time being: `forget` lets them in again. */
  private readonly excluded: number[] = [];
  private allowed: ReadonlySet<number> | undefined;
  private readonly weights: readonly number[];
  private readonly cheapest: number;
  private readonly packer: Packer;
  private workEnd = 0;
  private pauseAt = 0;
  /** Inequalities touched before the search: their conflicts are among the failing rows that it is given. */
  private settled = 0;

  constructor(
    private readonly elimination: Elimination,
    { weights, fixed, leastWeight }: Pick<Matrix, 'weights' | 'fixed' | 'leastWeight'>,
  ) {
    this.weights = weights;
    this.blocked = new Int32Array(weights.length);
    for (const [index, is] of fixed.entries()) if (is) this.blocked[index] = 1;
    this.cheapest = leastWeight;
    this.packer = new Packer(elimination, {
      weights,
      cheapest: leastWeight,
      isLive: (variable) => this.isLive(variable),
    });
  }

  /** All sets of least cost after which none of `failing` fails and no other row does, if that cost is at most `budget`. */
  *solve(failing: readonly number[], budget: number): Steps<Outcome> {
    const { work } = this.elimination;
    if (work > this.workEnd) throw new OutOfWork();
    if (work > this.pauseAt) yield this.pause();
    if (failing.length === 0) {
      const [conflict] = conflictsAmongOpen(this.elimination, this.settled);
      if (!conflict) return { cost: 0, answers: NOTHING };
      return yield* this.solve([this.elimination.add(conflict)], budget);
    }
    const packing = yield* this.packer.pack(failing, budget);
    if (packing.total > budget) return { cost: undefined, atLeast: packing.total };
    if (this.elimination.work > this.pauseAt) yield this.pause();
    return yield* this.deepen(failing, packing, budget);
  }

  /** Keeps a variable out of all sets, until `release`. */
  private exclude(variable: number): void {
    this.blocked[variable] = (this.blocked[variable] ?? 0) + 1;
    this.excluded.push(variable);
  }

  /** Lets the last variables in again that were kept out, down to so many. */
  private release(count: number): void {
    while (this.excluded.length > count) {
      const variable = this.excluded.pop() ?? -1;
      this.blocked[variable] = (this.blocked[variable] ?? 0) - 1;
    }
  }

  /** A set after which nothing fails, light but not proved to be the lightest; undefined where there is none to be found, or not in the work given. */
  *greedy(failing: readonly number[]): Steps<readonly number[] | undefined> {
    const { elimination } = this;
    const mark = elimination.mark();
    const chosen: number[] = [];
    let open = failing;
    for (;;) {
      if (open.length === 0) {
        const [conflict] = conflictsAmongOpen(elimination, this.settled);
        if (!conflict) break;
        open = [elimination.add(conflict)];
      }
      let best: { variable: number; cost: number } | undefined;
      for (const variable of this.fewestCandidates(open)) {
        if (elimination.work > this.pauseAt) yield this.pause();
        const before = elimination.mark();
        const packing = yield* this.packer.pack(this.failingAfter(open, elimination.free(variable)), Infinity);
        const cost = this.weight(variable) + packing.total;
        elimination.undo(before);
        if (!best || cost < best.cost) best = { variable, cost };
      }
      if (!best || best.cost === Infinity || elimination.work > this.workEnd) {
        elimination.undo(mark);
        return undefined;
      }
      chosen.push(best.variable);
      open = this.failingAfter(open, elimination.free(best.variable));
    }
    elimination.undo(mark);
    return chosen;
  }

  /** Gives so much work to what is solved next, of rows as they stand now. */
  begin(maxWork: number): void {
    this.workEnd = this.elimination.work + maxWork;
  }

  /** Takes the conflicts of inequalities touched up to now for known. */
  settle(): void {
    this.settled = this.elimination.touched.length;
  }

  /** Forgets where it stood when it ran out of work. */
  forget(): void {
    this.release(0);
    this.allowed = undefined;
  }

  private pause(): undefined {
    this.pauseAt = this.elimination.work + WORK_A_STEP;
    return undefined;
  }

  /** True where nothing that may be changed is left in a row. */
  isHopeless(row: number): boolean {
    return this.candidates(this.elimination.row(row)).length === 0;
  }

  private *deepen(failing: readonly number[], packing: Packing, budget: number): Steps<Outcome> {
    let cost = packing.total;
    for (;;) {
      const outcome = yield* this.within(failing, packing, cost);
      if (outcome.cost !== undefined || outcome.atLeast > budget) return outcome;
      cost = outcome.atLeast;
    }
  }

  /** Solves for a cost that the bound does not forbid; what the bound excludes at that cost is left out. */
  private *within(failing: readonly number[], packing: Packing, budget: number): Steps<Outcome> {
    const gap = budget - packing.total;
    if (gap >= this.cheapest) return yield* this.branch(failing, packing, budget);
    const outer = this.allowed;
    const inner = new Set<number>();
    let next = packing.total + this.cheapest;
    for (const [variable, left] of packing.left) {
      if (left <= gap) inner.add(variable);
      else next = Math.min(next, packing.total + left);
    }
    this.allowed = inner;
    try {
      const apart = yield* this.apart(failing, inner, budget);
      const outcome = apart ?? (yield* this.branch(failing, packing, budget));
      return outcome.cost === undefined ? { cost: undefined, atLeast: Math.min(outcome.atLeast, next) } : outcome;
    } finally {
      this.allowed = outer;
    }
  }

  /**
   * Solves the parts into which failing rows fall when only `allowed` may be changed; undefined where they are one. What the open
   * variables cannot do as they stand fails too and goes with its part: no other part could answer for it.
   */
  private *apart(failing: readonly number[], allowed: ReadonlySet<number>, budget: number): Steps<Outcome | undefined> {
    const { elimination, settled } = this;
    const several = (yield* this.parts(failing, allowed)).length > 1;
    if (elimination.work > this.pauseAt) yield this.pause();
    if (!several) return undefined;
    const mark = elimination.mark();
    const conflicts = conflictsAmongOpen(elimination, settled).map((conflict) => elimination.add(conflict));
    this.settled = elimination.touched.length;
    try {
      const parts = yield* this.parts([...failing, ...conflicts], allowed);
      return parts.length > 1 ? yield* this.each(parts, budget) : undefined;
    } finally {
      this.settled = settled;
      elimination.undo(mark);
    }
  }

  private *branch(failing: readonly number[], packing: Packing, budget: number): Steps<Outcome> {
    const { elimination } = this;
    const candidates = this.fewestCandidates(failing);
    const before = this.excluded.length;
    const answers: Answers[] = [];
    let best: number | undefined;
    let atLeast = Infinity;
    for (const variable of candidates) {
      const weight = this.weight(variable);
      const limit = best ?? budget;
      const bound = Math.max(
        packing.total + packing.beyond(variable, weight),
        this.leastWith(variable, failing, limit),
      );
      if (bound > limit) {
        atLeast = Math.min(atLeast, bound);
        this.exclude(variable);
        continue;
      }
      const mark = elimination.mark();
      const still = this.failingAfter(failing, elimination.free(variable));
      const rest = yield* this.solve(still, limit - weight);
      elimination.undo(mark);
      this.exclude(variable);
      if (rest.cost === undefined) {
        atLeast = Math.min(atLeast, rest.atLeast + weight);
        continue;
      }
      const cost = rest.cost + weight;
      if (best === undefined || cost < best) answers.length = 0;
      best = cost;
      answers.push(
        rest.answers.kind === 'set'
          ? { kind: 'set', variables: [variable, ...rest.answers.variables] }
          : { kind: 'and', of: [{ kind: 'set', variables: [variable] }, rest.answers] },
      );
    }
    this.release(before);
    const [only] = answers;
    if (best === undefined || !only) return { cost: undefined, atLeast };
    return { cost: best, answers: answers.length === 1 ? only : { kind: 'or', of: answers } };
  }

  /** Solves parts that have nothing in common; what one costs beyond its bound the others cannot spend. */
  private *each(parts: readonly (readonly number[])[], budget: number): Steps<Outcome> {
    const bounds: number[] = [];
    for (const part of parts) bounds.push((yield* this.packer.pack(part, budget)).total);
    const answers: Answers[] = [];
    let total = bounds.reduce((sum, bound) => sum + bound, 0);
    if (total > budget) return { cost: undefined, atLeast: total };
    for (const [index, part] of parts.entries()) {
      const bound = bounds[index] ?? 0;
      const outcome = yield* this.solve(part, budget - total + bound);
      total += (outcome.cost ?? outcome.atLeast) - bound;
      if (outcome.cost === undefined) return { cost: undefined, atLeast: total };
      answers.push(outcome.answers);
    }
    return { cost: total, answers: { kind: 'and', of: answers } };
  }

  /** A set with this variable alone must hold it in every failing row, or cost another variable. */
  private leastWith(variable: number, failing: readonly number[], limit: number): number {
    const weight = this.weight(variable);
    if (weight + this.cheapest <= limit) return weight;
    return failing.every((row) => this.elimination.row(row).coefficients.has(variable))
      ? weight
      : weight + this.cheapest;
  }

  private failingAfter(failing: readonly number[], changed: readonly number[]): readonly number[] {
    const touched = new Set(changed);
    return [...failing.filter((row) => !touched.has(row)), ...changed.filter((row) => this.elimination.fails(row))];
  }

  private fewestCandidates(failing: readonly number[]): readonly number[] {
    let best: number[] | undefined;
    for (const row of failing) {
      const live = this.candidates(this.elimination.row(row));
      if (!best || live.length < best.length) best = live;
    }
    return best ?? [];
  }

  private candidates({ coefficients }: ReducedRow): number[] {
    this.elimination.work += coefficients.size;
    const live: number[] = [];
    for (const variable of coefficients.variables) if (this.isLive(variable)) live.push(variable);
    return live;
  }

  private isLive(variable: number): boolean {
    return (
      this.blocked[variable] === 0 &&
      (!this.allowed || this.allowed.has(variable)) &&
      !this.elimination.isOpenVariable(variable)
    );
  }

  private weight(variable: number): number {
    return this.weights[variable] ?? 0;
  }

  /** Failing rows by what connects them: rows through open variables and those that may be changed, among `allowed` where given. */
  *parts(failing: readonly number[], allowed?: ReadonlySet<number>): Steps<readonly (readonly number[])[]> {
    if (failing.length < 2) return [failing];
    const { elimination } = this;
    const isFailing = new Set(failing);
    const seen = new Set<number>();
    const seenVariables = new Set<number>();
    const parts: number[][] = [];
    let looked = 0;
    for (const start of failing) {
      if (seen.has(start)) continue;
      const part: number[] = [];
      const queue = [start];
      seen.add(start);
      for (let row = queue.pop(); row !== undefined; row = queue.pop()) {
        if (++looked % ROWS_A_STEP === 0) yield;
        if (isFailing.has(row)) part.push(row);
        const { size, variables } = elimination.row(row).coefficients;
        elimination.work += size;
        for (const variable of variables) {
          if (seenVariables.has(variable) || !this.connects(variable, allowed)) continue;
          seenVariables.add(variable);
          elimination.work += 2;
          for (const next of elimination.rowsOf(variable)) {
            if (seen.has(next) || elimination.isPivot(next)) continue;
            seen.add(next);
            queue.push(next);
          }
        }
      }
      parts.push(part);
    }
    return parts;
  }

  private connects(variable: number, allowed: ReadonlySet<number> | undefined): boolean {
    return ((!allowed || allowed.has(variable)) && this.isLive(variable)) || this.elimination.isOpenVariable(variable);
  }
}
