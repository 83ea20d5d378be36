import type { Decimal } from 'decimal.js';
import { runSteps, type Steps } from '../steps/steps';
import { matrixOf, type Matrix } from './matrix';
import { toScaled } from '../amount/scaled';
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
  /** Actions tried, as counted for `maxTries`. */
  readonly tries: number;
}

export interface ActionOptions {
  /** How many actions together at most; 3 if absent. */
  readonly maxActions?: number;
  /** Actions tried, fifty that were only looked at counting as one; 50,000 if absent. */
  readonly maxTries?: number;
}

/**
 * Finds which of the mistakes that the caller thinks possible explain all failing rows, the fewest together: all of them hold
 * afterwards, within their slack, and none that holds now fails. Two actions on one variable exclude each other. A mistake that
 * touches two cells, which `localise` counts as two, is found here as the one that it is. Rows of missing values are left aside:
 * nothing could be measured by them. `proved` with no alternative: none.
 */
export function settleByActions(system: System, actions: readonly Action[], options: ActionOptions = {}): ActionAnswer {
  return runSteps(settleByActionsInSteps(system, actions, options));
}

/** The same in steps. */
export function* settleByActionsInSteps(
  system: System,
  actions: readonly Action[],
  { maxActions = 3, maxTries = 50_000 }: ActionOptions = {},
): Steps<ActionAnswer> {
  const { variables, rows } = system;
  const known = rows.filter(({ terms }) => terms.every(({ variable }) => variables[variable]?.value));
  const search = new ActionSearch(matrixOf({ variables, rows: known }), actions, maxTries);
  yield* search.prepare();
  const answer = (proved: boolean): ActionAnswer => ({
    alternatives: proved ? [...search.found].sort(byIndexes) : [],
    proved,
    tries: search.tries,
  });
  for (let size = 1; size <= maxActions; size++) {
    if (!(yield* search.run(size))) return answer(false);
    if (search.found.length > 0) break;
  }
  return answer(true);
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

const ACTIONS_A_STEP = 1000;
const TRIES_A_STEP = 400;
const LOOKS_A_TRY = 50;

class ActionSearch {
  readonly found: (readonly number[])[] = [];
  private readonly residuals: bigint[];
  private readonly failing = new Set<number>();
  /** By row: the actions that change its sum; and by action: the rows it changes. */
  private readonly onRow = new Map<number, Effect[]>();
  private readonly ofAction: (readonly { readonly row: number; readonly by: bigint }[])[] = [];
  private readonly changed = new Set<number>();
  private readonly barred = new Set<number>();
  private readonly chosen: number[] = [];
  private tried = 0;
  private pauseAt = TRIES_A_STEP;

  constructor(
    private readonly matrix: Matrix,
    private readonly actions: readonly Action[],
    private readonly maxTries: number,
  ) {
    this.residuals = matrix.rows.map(({ residual }) => residual);
    for (const row of this.residuals.keys()) this.note(row);
  }

  get tries(): number {
    return Math.ceil(this.tried);
  }

  /** Works out what each action does. */
  *prepare(): Steps<void> {
    for (const [action, { changes }] of this.actions.entries()) {
      if (action % ACTIONS_A_STEP === ACTIONS_A_STEP - 1) yield;
      const effects = changes.every((change) => this.isWhole(change)) ? this.effectsOf(changes) : [];
      this.ofAction.push(effects);
      for (const { row, by } of effects) {
        const known = this.onRow.get(row);
        if (known) known.push({ action, by });
        else this.onRow.set(row, [{ action, by }]);
      }
    }
  }

  private effectsOf(changes: Action['changes']): readonly { readonly row: number; readonly by: bigint }[] {
    const sums = new Map<number, bigint>();
    for (const { variable, to } of changes) {
      const step = toScaled(to, this.matrix.places) - this.matrix.valueAt(variable);
      for (const row of this.matrix.columns[variable] ?? []) {
        const coefficient = this.matrix.row(row).coefficients.get(variable);
        sums.set(row, (sums.get(row) ?? 0n) + coefficient * step);
      }
    }
    return [...sums].flatMap(([row, by]) => (by === 0n ? [] : [{ row, by }]));
  }

  /** Each failing row needs an action that changes its sum: each in turn is tried and then barred, so that each set comes up once. False where the tries ran out. */
  *run(size: number): Steps<boolean> {
    const row = this.rowOfFewest();
    if (row === undefined) {
      if (this.chosen.length > 0) this.found.push([...this.chosen].sort((a, b) => a - b));
      return true;
    }
    if (size === 0) return true;
    const barred: number[] = [];
    let complete = true;
    for (const { action } of this.effectsOn(row, size)) {
      if (this.tried++ >= this.maxTries) {
        complete = false;
        break;
      }
      if (this.tried > this.pauseAt) {
        this.pauseAt = this.tried + TRIES_A_STEP;
        yield;
      }
      this.apply(action, 1n);
      this.chosen.push(action);
      complete = (yield* this.run(size - 1)) && complete;
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
    const effects = this.onRow.get(row) ?? [];
    this.tried += effects.length / LOOKS_A_TRY;
    return effects.filter(
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
