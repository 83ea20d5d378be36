import type { Steps } from '../steps/steps';
import type { Elimination } from './elimination';

/** Variables looked at between two pauses: a small part of what a search does in a step. */
const LOOKED_AT_A_STEP = 8_000;

const HOLDING_LOOKED_UP = 100;

/** A lower bound: amounts put on what must be changed such that no variable bears more than its weight. */
export class Packing {
  private byVariable: ReadonlyMap<number, number> | undefined;

  constructor(
    readonly total: number,
    /** What is left of the weight of each variable that bears something; of all others everything is. */
    readonly left: readonly (readonly [variable: number, left: number])[],
  ) {}

  /** What a set that holds a variable costs at least beyond the bound. */
  beyond(variable: number, weight: number): number {
    this.byVariable ??= new Map(this.left);
    return this.byVariable.get(variable) ?? weight;
  }
}

/** What may be changed, as a search sees it now. */
interface Outlook {
  readonly weights: readonly number[];
  readonly cheapest: number;
  readonly isLive: (variable: number) => boolean;
}

interface Looked {
  readonly packing: number;
  readonly found: readonly number[];
}

/** How far it is followed that a change asks for another. */
const LONGEST_CHAIN = 3;
/** On that, in one packing: of thousands of failing rows the bound without it has to do. */
const MOST_WORK = 5_000;

/**
 * Packs what must be changed. Of a failing row one variable must be: an amount that is put on the row is borne by all of them. And
 * whoever changes a variable in an equation that holds must change another one in it too: what the first has no weight left for,
 * all the others in that equation bear together, or, where one of them has none left either, those of another equation that it is
 * in (the dual of the linear program in which a variable of an equation that holds is at most the sum of the others).
 */
export class Packer {
  private readonly left: Float64Array;
  /** The run in which something was put on a variable last. */
  private readonly borneIn: Int32Array;
  private touched: number[] = [];
  private run = 0;
  /** By row, by variable: what was looked up in a packing, of which the number is kept beside it. */
  private readonly liveIn: Looked[] = [];
  private readonly holdingOf: Looked[] = [];
  private packings = 0;
  /** What was put on variables since a row was begun: each with what it had left before. */
  private readonly done: number[] = [];
  /** Whether what was put on the row had any weight to go to: where it had none, nothing of the row may be changed. */
  private isBorne = false;
  /** Variables looked at since the last pause. */
  private lookedAt = 0;

  constructor(
    private readonly elimination: Elimination,
    private readonly outlook: Outlook,
  ) {
    this.left = new Float64Array(outlook.weights.length);
    this.borneIn = new Int32Array(outlook.weights.length);
  }

  /** A packing on failing rows; where it is beyond the budget it is of no interest by how much, nor what is left of the weights. */
  *pack(failing: readonly number[], budget: number): Steps<Packing> {
    this.packings++;
    const rows: (readonly number[])[] = [];
    for (const row of failing) {
      rows.push(this.liveVariables(row));
      if (this.isPauseDue()) yield;
    }
    rows.sort((a, b) => a.length - b.length);
    let total = yield* this.fill(rows);
    if (total > budget) return new Packing(total, []);
    const crowded = rows.length < 3 ? rows : byCrowd(rows);
    if (crowded !== rows) {
      const other = yield* this.fill(crowded);
      if (other > budget) return new Packing(other, []);
      if (other <= total) yield* this.fill(rows);
      total = Math.max(total, other);
    }
    const end = this.elimination.work + MOST_WORK;
    for (let before = -1; before < total && total <= budget;) {
      before = total;
      for (const row of rows) {
        if (total > budget || this.elimination.work > end) break;
        if (this.isPauseDue()) yield;
        if (this.putOn(row)) total += this.isBorne ? this.outlook.cheapest : Infinity;
      }
    }
    return new Packing(total, total > budget ? [] : this.touched.map((variable) => [variable, this.leftOf(variable)]));
  }

  /** The variables of a row that may be changed, ascending. */
  liveVariables(row: number): readonly number[] {
    const known = this.liveIn[row];
    if (known?.packing === this.packings) return known.found;
    const { coefficients } = this.elimination.row(row);
    this.elimination.work += coefficients.size;
    this.lookedAt += coefficients.size;
    const live: number[] = [];
    for (const variable of coefficients.variables) if (this.outlook.isLive(variable)) live.push(variable);
    this.liveIn[row] = { packing: this.packings, found: live };
    return live;
  }

  /** Row after row as much as its variables bear by themselves. */
  private *fill(rows: readonly (readonly number[])[]): Steps<number> {
    this.run++;
    this.touched = [];
    let total = 0;
    for (const row of rows) {
      this.lookedAt += row.length;
      if (this.isPauseDue()) yield;
      let amount = Infinity;
      for (const variable of row) amount = Math.min(amount, this.leftOf(variable));
      total += amount;
      for (const variable of row) this.leave(variable, this.leftOf(variable) - amount);
    }
    return total;
  }

  /** Puts the weight of the cheapest variable on a row, if its variables bear that, alone or with others. */
  private putOn(row: readonly number[]): boolean {
    this.done.length = 0;
    this.isBorne = false;
    for (const variable of row) {
      if (this.bear(variable, this.outlook.cheapest, LONGEST_CHAIN, undefined)) continue;
      this.undo(0);
      return false;
    }
    return true;
  }

  /** Puts an amount on a variable that has come up in an equation, with the help of others where it has not so much left. */
  private bear(variable: number, amount: number, chain: number, through: number | undefined): boolean {
    this.elimination.work++;
    this.lookedAt++;
    const own = this.leftOf(variable);
    if (own < amount && chain === 0) return false;
    this.done.push(variable, own);
    if (own > 0) this.isBorne = true;
    this.leave(variable, Math.max(0, own - amount));
    if (own >= amount) return true;
    for (const equation of this.equationsHolding(variable)) {
      if (equation === through) continue;
      const mark = this.done.length;
      if (this.othersBear(equation, variable, amount - own, chain - 1)) return true;
      this.undo(mark);
    }
    return false;
  }

  private othersBear(equation: number, variable: number, amount: number, chain: number): boolean {
    for (const other of this.liveVariables(equation))
      if (other !== variable && !this.bear(other, amount, chain, equation)) return false;
    return true;
  }

  private undo(mark: number): void {
    const { done } = this;
    while (done.length > mark) {
      const before = done.pop() ?? 0;
      this.leave(done.pop() ?? -1, before);
    }
  }

  private equationsHolding(variable: number): readonly number[] {
    const known = this.holdingOf[variable];
    if (known?.packing === this.packings) return known.found;
    const found = this.elimination.equationsHolding(variable);
    // Finding them is as much as looking at the variables of some rows.
    this.lookedAt += HOLDING_LOOKED_UP;
    this.holdingOf[variable] = { packing: this.packings, found };
    return found;
  }

  private isPauseDue(): boolean {
    if (this.lookedAt < LOOKED_AT_A_STEP) return false;
    this.lookedAt = 0;
    return true;
  }

  private leftOf(variable: number): number {
    return (this.borneIn[variable] === this.run ? this.left[variable] : this.outlook.weights[variable]) ?? 0;
  }

  private leave(variable: number, amount: number): void {
    if (this.borneIn[variable] !== this.run) {
      this.borneIn[variable] = this.run;
      this.touched.push(variable);
    }
    this.left[variable] = amount;
  }
}

/** Rows of few other rows first. */
function byCrowd(rows: readonly (readonly number[])[]): readonly (readonly number[])[] {
  const rowsOf = new Map<number, number>();
  for (const row of rows) for (const variable of row) rowsOf.set(variable, (rowsOf.get(variable) ?? 0) + 1);
  const crowd = (row: readonly number[]): number =>
    row.reduce((sum, variable) => sum + (rowsOf.get(variable) ?? 0) - 1, 0);
  return rows
    .map((row) => ({ row, crowd: crowd(row) }))
    .sort((a, b) => a.crowd - b.crowd)
    .map(({ row }) => row);
}
