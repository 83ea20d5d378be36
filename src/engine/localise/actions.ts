import { Decimal } from 'decimal.js';
import type { Row, System } from './system';

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
 * touches two cells, which `localise` counts as two, is found here as the one that it is. `proved` with no alternative: none.
 */
export function settleByActions(system: System, actions: readonly Action[], options: ActionOptions = {}): ActionAnswer {
  const search = new ActionSearch(system, actions, options.maxTries ?? 50_000);
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

class ActionSearch {
  readonly found: (readonly number[])[] = [];
  private readonly residuals: Decimal[];
  private readonly rowsOf = new Map<number, { readonly row: number; readonly coefficient: string }[]>();
  private readonly actionsOf = new Map<number, number[]>();
  private readonly failing = new Set<number>();
  private readonly changed = new Set<number>();
  private readonly barred = new Set<number>();
  private readonly chosen: number[] = [];

  constructor(
    private readonly system: System,
    private readonly actions: readonly Action[],
    private tries: number,
  ) {
    this.residuals = system.rows.map((row, index) => this.readRow(row, index));
    for (const [index, { changes }] of actions.entries()) {
      for (const { variable } of changes)
        this.actionsOf.set(variable, [...(this.actionsOf.get(variable) ?? []), index]);
    }
  }

  /** False where the tries ran out. */
  run(size: number): boolean {
    const failing = this.rowWithFewestActions();
    if (!failing) {
      if (this.chosen.length > 0) this.found.push([...this.chosen].sort((a, b) => a - b));
      return true;
    }
    if (size === 0) return true;
    const barred: number[] = [];
    let complete = true;
    for (const index of failing) {
      const action = this.actions[index];
      if (!action) continue;
      if (this.tries-- <= 0) {
        complete = false;
        break;
      }
      this.apply(action, 1);
      this.chosen.push(index);
      complete = this.run(size - 1) && complete;
      this.chosen.pop();
      this.apply(action, -1);
      this.barred.add(index);
      barred.push(index);
    }
    for (const index of barred) this.barred.delete(index);
    return complete;
  }

  private readRow({ terms, constant }: Row, row: number): Decimal {
    let residual = new Decimal(0).minus(constant ?? 0);
    for (const { variable, coefficient } of terms) {
      const value = this.system.variables[variable]?.value;
      // A row of missing values is nothing that an action could be measured by.
      if (!value) return new Decimal(NaN);
      residual = residual.plus(value.times(coefficient.toString()));
    }
    for (const { variable, coefficient } of terms)
      this.rowsOf.set(variable, [...(this.rowsOf.get(variable) ?? []), { row, coefficient: coefficient.toString() }]);
    this.note(row, residual);
    return residual;
  }

  private note(row: number, residual: Decimal): void {
    const { op = '=', slack = 0 } = this.system.rows[row] ?? {};
    const fails =
      op === '=' ? residual.abs().gt(slack) : op === '>' ? residual.plus(slack).lte(0) : residual.plus(slack).lt(0);
    if (fails) this.failing.add(row);
    else this.failing.delete(row);
  }

  private rowWithFewestActions(): readonly number[] | undefined {
    let best: readonly number[] | undefined;
    for (const row of this.failing) {
      const touching = new Set(
        (this.system.rows[row]?.terms ?? []).flatMap(({ variable }) => this.actionsOf.get(variable) ?? []),
      );
      const possible = [...touching].filter((index) => !this.barred.has(index) && this.isPossible(this.actions[index]));
      if (!best || possible.length < best.length) best = possible;
    }
    return best;
  }

  private isPossible(action: Action | undefined): boolean {
    return (
      action !== undefined &&
      action.changes.every(
        ({ variable }) => !this.changed.has(variable) && this.system.variables[variable]?.fixed !== true,
      )
    );
  }

  private apply({ changes }: Action, direction: 1 | -1): void {
    for (const { variable, to } of changes) {
      const by = to.minus(this.system.variables[variable]?.value ?? 0).times(direction);
      for (const { row, coefficient } of this.rowsOf.get(variable) ?? []) {
        const residual = (this.residuals[row] ?? new Decimal(0)).plus(by.times(coefficient));
        this.residuals[row] = residual;
        this.note(row, residual);
      }
      if (direction === 1) this.changed.add(variable);
      else this.changed.delete(variable);
    }
  }
}
