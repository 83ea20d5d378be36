import type { Decimal } from 'decimal.js';
import { matrixOf, type Matrix } from './matrix';
import { toScaled } from './rational';
import type { System } from './system';

/** One mistake as a whole, with all that undoing it changes: two figures exchanged, a sign lost, an amount one column beside. */
export interface Action {
  readonly changes: readonly { readonly variable: number; readonly to: Decimal }[];
}

export interface ActionAnswer {
  /** Sets of actions, by their indexes, of the smallest size at which some set lets all rows hold. Ascending. */
  readonly alternatives: readonly (readonly number[])[];
  /** False where the search ended at its bound. */
  readonly proved: boolean;
}

export interface ActionOptions {
  /** How many actions together at most; 3 if absent. */
  readonly maxActions?: number;
  /** Actions tried; 50,000 if absent. */
  readonly maxTries?: number;
}

/**
 * Finds which of the mistakes that the caller thinks possible explain all failing rows, the fewest together: all of them hold
 * afterwards, within their slack, and none that holds now fails. Two actions on one variable exclude each other. A mistake that
 * touches two cells, which `localise` counts as two, is found here as the one that it is. Rows of missing values are left aside:
 * nothing could be measured by them. `proved` with no alternative: none.
 */
export function settleByActions(system: System, actions: readonly Action[], options: ActionOptions = {}): ActionAnswer {
  const { variables, rows } = system;
  const known = rows.filter(({ terms }) => terms.every(({ variable }) => variables[variable]?.value));
  const search = new ActionSearch(matrixOf({ variables, rows: known }), actions, options.maxTries ?? 50_000);
  for (let size = 1; size <= (options.maxActions ?? 3); size++) {
    if (!search.run(size)) return { alternatives: [], proved: false };
    if (search.found.length > 0) break;
  }
  return { alternatives: [...search.found].sort(byIndexes), proved: true };
}

function byIndexes(a: readonly number[], b: readonly number[]): number {
  const place = a.findIndex((index, at) => index !== b[at]);
  return place < 0 ? 0 : (a[place] ?? 0) - (b[place] ?? 0);
}

/** What an action does to the sum of a row. */
interface Effect {
  readonly action: number;
  readonly by: bigint;
}

class ActionSearch {
  readonly found: (readonly number[])[] = [];
  private readonly residuals: bigint[];
  private readonly failing = new Set<number>();
  /** By row: the actions that change its sum; and by action: the rows it changes. */
  private readonly onRow = new Map<number, Effect[]>();
  private readonly ofAction: { readonly row: number; readonly by: bigint }[][];
  private readonly possible: boolean[];
  private readonly changed = new Set<number>();
  private readonly barred = new Set<number>();
  private readonly chosen: number[] = [];

  constructor(
    private readonly matrix: Matrix,
    private readonly actions: readonly Action[],
    private tries: number,
  ) {
    this.residuals = matrix.rows.map(({ residual }) => residual);
    for (const row of this.residuals.keys()) this.note(row);
    const rowsOf = new Map<number, { row: number; coefficient: bigint }[]>();
    for (const [row, { coefficients }] of matrix.rows.entries()) {
      for (const [variable, coefficient] of coefficients) {
        const known = rowsOf.get(variable);
        if (known) known.push({ row, coefficient });
        else rowsOf.set(variable, [{ row, coefficient }]);
      }
    }
    this.possible = actions.map(({ changes }) => changes.every((change) => this.isWhole(change)));
    this.ofAction = actions.map(({ changes }, action) => {
      const sums = new Map<number, bigint>();
      for (const change of this.possible[action] === true ? changes : []) {
        const { variable } = change;
        const step = toScaled(change.to, matrix.places) - (matrix.values[variable] ?? 0n);
        for (const { row, coefficient } of rowsOf.get(variable) ?? [])
          sums.set(row, (sums.get(row) ?? 0n) + coefficient * step);
      }
      return [...sums].flatMap(([row, by]) => (by === 0n ? [] : [{ row, by }]));
    });
    for (const [action, effects] of this.ofAction.entries()) {
      for (const { row, by } of effects) {
        const known = this.onRow.get(row);
        if (known) known.push({ action, by });
        else this.onRow.set(row, [{ action, by }]);
      }
    }
  }

  /** Each failing row needs an action that changes its sum: each in turn is tried and then barred, so that each set comes up once. False where the tries ran out. */
  run(size: number): boolean {
    const row = this.rowOfFewest();
    if (row === undefined) {
      if (this.chosen.length > 0) this.found.push([...this.chosen].sort((a, b) => a - b));
      return true;
    }
    if (size === 0) return true;
    const barred: number[] = [];
    let complete = true;
    for (const { action } of this.effectsOn(row, size)) {
      if (this.tries-- <= 0) {
        complete = false;
        break;
      }
      this.apply(action, 1n);
      this.chosen.push(action);
      complete = this.run(size - 1) && complete;
      this.chosen.pop();
      this.apply(action, -1n);
      this.barred.add(action);
      barred.push(action);
    }
    for (const action of barred) this.barred.delete(action);
    return complete;
  }

  /** A variable's new value has to be told in the digits of the system. */
  private isWhole({ variable, to }: Action['changes'][number]): boolean {
    return this.matrix.fixed[variable] === false && to.decimalPlaces() <= this.matrix.places;
  }

  private rowOfFewest(): number | undefined {
    let best: number | undefined;
    let fewest = Infinity;
    for (const row of this.failing) {
      const count = this.onRow.get(row)?.length ?? 0;
      if (count < fewest) [best, fewest] = [row, count];
    }
    return best;
  }

  /** The actions worth trying on a failing row; the last one of a set has to settle it by itself. */
  private effectsOn(row: number, size: number): readonly Effect[] {
    const left = this.residuals[row] ?? 0n;
    return (this.onRow.get(row) ?? []).filter(
      ({ action, by }) =>
        (size > 1 || !this.failsAt(row, left + by)) && !this.barred.has(action) && this.isFree(this.actions[action]),
    );
  }

  private isFree(action: Action | undefined): boolean {
    return action !== undefined && action.changes.every(({ variable }) => !this.changed.has(variable));
  }

  private failsAt(row: number, residual: bigint): boolean {
    const op = this.matrix.rows[row]?.op;
    return op === '=' ? residual !== 0n : op === '>' ? residual <= 0n : residual < 0n;
  }

  private note(row: number): void {
    if (this.failsAt(row, this.residuals[row] ?? 0n)) this.failing.add(row);
    else this.failing.delete(row);
  }

  private apply(action: number, direction: 1n | -1n): void {
    for (const { row, by } of this.ofAction[action] ?? []) {
      this.residuals[row] = (this.residuals[row] ?? 0n) + by * direction;
      this.note(row);
    }
    for (const { variable } of this.actions[action]?.changes ?? []) {
      if (direction === 1n) this.changed.add(variable);
      else this.changed.delete(variable);
    }
  }
}
