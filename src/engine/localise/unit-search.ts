import type { Steps } from '../steps/steps';
import type { Matrix } from './matrix';

/** A figure moved by so many units. */
export interface Move {
  readonly variable: number;
  readonly steps: number;
}

export interface UnitAnswer {
  readonly alternatives: readonly (readonly Move[])[];
  readonly more: boolean;
  readonly proved: boolean;
}

interface Limits {
  readonly reach: number;
  readonly maxMoves: number;
  readonly maxAlternatives: number;
}

const MOVES_A_STEP = 40;
/** Coefficients that are looked at in the time of a move. */
const LOOKS_A_MOVE = 500;

/**
 * The lightest moves by whole units after which all rows hold. A row that fails needs a move that brings it nearer: each in
 * turn is tried and then barred, so that each set comes up once; the cost looked for rises from a lower bound.
 */
export class UnitSearch {
  private readonly residuals: bigint[];
  private readonly columns: { row: number; coefficient: bigint }[][];
  private readonly moved = new Map<number, number>();
  /** How often a variable is barred from moving up or down. */
  private readonly barred = new Map<number, number>();
  private readonly found: Move[][] = [];
  private readonly failingRows = new Set<number>();
  private moves = 0;
  private pauseAt = MOVES_A_STEP;
  private more = false;

  constructor(
    private readonly matrix: Matrix,
    private readonly units: readonly (bigint | undefined)[],
    private readonly limits: Limits,
  ) {
    this.residuals = matrix.rows.map(({ residual }) => residual);
    this.columns = matrix.values.map(() => []);
    for (const [row, { coefficients }] of matrix.rows.entries()) {
      for (const [variable, coefficient] of coefficients) this.columns[variable]?.push({ row, coefficient });
      this.note(row);
    }
  }

  *run(): Steps<UnitAnswer> {
    for (let cost = this.bound(); cost < Infinity;) {
      const next = yield* this.within(cost);
      if (this.found.length > 0) return { alternatives: this.found, more: this.more, proved: true };
      if (this.moves > this.limits.maxMoves) return { alternatives: [], more: false, proved: false };
      cost = next;
    }
    return { alternatives: [], more: false, proved: true };
  }

  /** Finds all moves of at most this cost in all; gives the next cost worth a try. */
  private *within(budget: number): Steps<number> {
    const failing = this.failing();
    if (failing.length === 0) {
      if (this.found.length >= this.limits.maxAlternatives) this.more = true;
      else
        this.found.push(
          [...this.moved].map(([variable, steps]) => ({ variable, steps })).sort((a, b) => a.variable - b.variable),
        );
      return Infinity;
    }
    const bound = this.boundOf(failing);
    if (bound > budget) return bound;
    const tried: number[] = [];
    let next = Infinity;
    for (const move of this.fewestMoves(failing)) {
      if (this.moves++ > this.limits.maxMoves || this.more) break;
      if (this.moves > this.pauseAt) {
        this.pauseAt = this.moves + MOVES_A_STEP;
        yield;
      }
      const weight = this.matrix.weights[move.variable] ?? 0;
      this.apply(move, 1);
      this.moved.set(move.variable, move.steps);
      next = Math.min(next, weight + (yield* this.within(budget - weight)));
      this.moved.delete(move.variable);
      this.apply(move, -1);
      if (Math.abs(move.steps) < this.limits.reach) continue;
      const bar = barOf(move.variable, move.steps);
      tried.push(bar);
      this.bar(bar, 1);
    }
    for (const bar of tried) this.bar(bar, -1);
    return next;
  }

  /** Ascending, so that what is found does not depend on the way there. */
  private failing(): number[] {
    return [...this.failingRows].sort((a, b) => a - b);
  }

  private note(row: number): void {
    const residual = this.residuals[row] ?? 0n;
    const op = this.matrix.row(row).op;
    const fails = op === '=' ? residual !== 0n : op === '>' ? residual <= 0n : residual < 0n;
    if (fails) this.failingRows.add(row);
    else this.failingRows.delete(row);
  }

  /** Moves that bring a row nearer, all steps of a variable together. */
  private movesOf(row: number): readonly Move[] {
    const up = (this.residuals[row] ?? 0n) > 0n ? -1n : 1n;
    const moves: Move[] = [];
    this.moves += (this.matrix.rows[row]?.coefficients.size ?? 0) / LOOKS_A_MOVE;
    for (const [variable, coefficient] of this.matrix.rows[row]?.coefficients ?? []) {
      if (this.matrix.fixed[variable] || this.units[variable] === undefined || this.moved.has(variable)) continue;
      const sign = coefficient * up > 0n ? 1 : -1;
      if ((this.barred.get(barOf(variable, sign)) ?? 0) > 0) continue;
      for (let steps = 1; steps <= this.limits.reach; steps++) {
        const move = { variable, steps: sign * steps };
        if (this.isAllowed(move)) moves.push(move);
      }
    }
    return moves;
  }

  /** Nothing is moved below zero that may not be. */
  private isAllowed({ variable, steps }: Move): boolean {
    const bound = this.matrix.boundOf(variable);
    return !bound || bound.residual + (this.units[variable] ?? 0n) * BigInt(steps) >= 0n;
  }

  private fewestMoves(failing: readonly number[]): readonly Move[] {
    let best: readonly Move[] | undefined;
    for (const row of failing) {
      const moves = this.movesOf(row);
      if (!best || moves.length < best.length) best = moves;
    }
    return best ?? [];
  }

  private bound(): number {
    return this.boundOf(this.failing());
  }

  /** Rows without a common variable each need their own moves, as many as bring them all the way. */
  private boundOf(failing: readonly number[]): number {
    const used = new Set<number>();
    let total = 0;
    for (const row of failing) {
      const moves = this.movesOf(row);
      if (moves.length === 0) return Infinity;
      const farthest = new Map<number, bigint>();
      for (const { variable, steps } of moves) {
        const reach =
          (this.matrix.rows[row]?.coefficients.get(variable) ?? 0n) * BigInt(steps) * (this.units[variable] ?? 0n);
        farthest.set(variable, reach < 0n ? -reach : reach);
      }
      const residual = this.residuals[row] ?? 0n;
      let left = residual < 0n ? -residual : residual;
      let needed = 0;
      for (const reach of [...farthest.values()].sort((a, b) => (a < b ? 1 : a > b ? -1 : 0))) {
        if (left <= 0n && needed > 0) break;
        left -= reach;
        needed += 1;
      }
      if (left > 0n) return Infinity;
      if ([...farthest.keys()].some((variable) => used.has(variable))) continue;
      const weights = [...farthest.keys()].map((variable) => this.matrix.weights[variable] ?? 0).sort((a, b) => a - b);
      total += weights.slice(0, needed).reduce((sum, weight) => sum + weight, 0);
      for (const variable of farthest.keys()) used.add(variable);
    }
    return total;
  }

  private apply({ variable, steps }: Move, direction: 1 | -1): void {
    const amount = (this.units[variable] ?? 0n) * BigInt(steps * direction);
    for (const { row, coefficient } of this.columns[variable] ?? []) {
      this.residuals[row] = (this.residuals[row] ?? 0n) + coefficient * amount;
      this.note(row);
    }
  }

  private bar(key: number, by: 1 | -1): void {
    this.barred.set(key, (this.barred.get(key) ?? 0) + by);
  }
}

const barOf = (variable: number, steps: number): number => (steps > 0 ? 2 * variable : 2 * variable + 1);
