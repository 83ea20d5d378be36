import type { Decimal } from 'decimal.js';
import type { Figure } from '../../book/book';
import { settleByActionsInSteps, type Action } from '../../localise/actions';
import type { Explanation, Row, System, Variable } from '../../localise/system';
import type { Steps } from '../../steps/steps';
import type { FailedEquation } from '../equation-findings';
import { MOST_ACTS, MOST_FIGURES, MOST_POSSIBLE_ACTS, MOST_TRIES, type Purse } from './bounds';
import type { Model } from './model';

/**
 * What the search for the fewest cells cannot see: an amount that stands one column or row beside its place, two that stand in
 * each other's, a sign turned, each a single mistake although it may touch two cells. Nothing in them is free to take any value, so
 * that as few as two failed equations single them out. All ways of the fewest acts; none where they are not known to be all.
 */
export function* explanationsByActs(
  members: readonly FailedEquation[],
  model: Model,
  tries: Purse,
): Steps<readonly Explanation[]> {
  const failing = members.flatMap((member) => model.rowsOf.get(member) ?? []);
  const touched = new Set(
    failing.flatMap((row) => model.system.rows[row]?.terms.map(({ variable }) => variable) ?? []),
  );
  if (touched.size > MOST_FIGURES) return [];
  const acts = yield* possibleActs(touched, model);
  if (acts.length === 0) return [];
  yield;
  const { system, own } = systemOf(failing, touched, model);
  const answer = yield* settleByActionsInSteps(system, actsOn(own, acts), {
    maxActions: MOST_ACTS,
    maxTries: tries.open(MOST_TRIES),
  });
  tries.pay(answer.tries);
  return answer.alternatives.map((chosen) =>
    chosen.flatMap((index) => changesOf(acts[index])).sort((a, b) => a.variable - b.variable),
  );
}

interface Neighbourhood {
  readonly system: System;
  /** The variables of the model by their places in this system. */
  readonly own: ReadonlyMap<number, number>;
}

/** The given failed rows, and those that hold as far as an act could break them, with what stands in them and nothing else. */
function systemOf(
  failing: readonly number[],
  touched: ReadonlySet<number>,
  { system, failedAt, columns }: Model,
): Neighbourhood {
  const holding = new Set<number>();
  for (const variable of touched)
    for (const row of columns()[variable] ?? []) if (failedAt[row] === undefined) holding.add(row);
  const inOrder = (rows: Iterable<number>): readonly number[] => [...rows].sort((a, b) => a - b);
  const own = new Map<number, number>();
  const variables: Variable[] = [];
  const placeOf = (variable: number): number => {
    const known = own.get(variable) ?? own.size;
    const entry = system.variables[variable];
    if (known === own.size && entry) variables.push(entry);
    own.set(variable, known);
    return known;
  };
  const rows = [...inOrder(failing), ...inOrder(holding)].flatMap((index): readonly Row[] => {
    const row = system.rows[index];
    if (!row) return [];
    const terms = row.terms.map(({ variable, coefficient }) => ({ variable: placeOf(variable), coefficient }));
    return [{ ...row, terms }];
  });
  return { system: { variables, rows }, own };
}

const actsOn = (own: ReadonlyMap<number, number>, acts: readonly Action[]): readonly Action[] =>
  acts.map(({ changes }) => ({
    changes: changes.map(({ variable, to }) => ({ variable: own.get(variable) ?? -1, to })),
  }));

/** None where they would be too many. */
function* possibleActs(touched: ReadonlySet<number>, model: Model): Steps<readonly Action[]> {
  const amounts = [...touched].flatMap((variable) => {
    const figure = model.figures[variable];
    const value = model.system.variables[variable]?.value;
    // What is computed does not get into another cell by hand.
    return figure && value && figure.formula === undefined ? [{ figure, variable, value }] : [];
  });
  const lines = [...linesOf(amounts, rowOf), ...linesOf(amounts, columnOf)];
  const pairs = lines.reduce((sum, { length }) => sum + (length * (length - 1)) / 2, 0);
  if (pairs > MOST_POSSIBLE_ACTS) return [];
  const acts: Action[] = [];
  for (const { variable, value } of amounts)
    if (value.isNegative() && !value.isZero()) acts.push({ changes: [{ variable, to: value.negated() }] });
  let since = 0;
  for (const line of lines) {
    since += line.length ** 2;
    if (since > PAIRS_A_STEP) {
      since = 0;
      yield;
    }
    tradesIn(line, acts);
  }
  return acts;
}

const PAIRS_A_STEP = 5000;

/** Two amounts of a line in each other's places; one and the blank beside it. */
function tradesIn(line: readonly Amount[], acts: Action[]): void {
  for (const [index, one] of line.entries()) {
    for (let next = index + 1; next < line.length; next++) {
      const other = line[next];
      if (!other || one.value.equals(other.value)) continue;
      const isGap = one.value.isZero() || other.value.isZero();
      if (isGap && next > index + 1) break;
      acts.push({
        changes: [
          { variable: one.variable, to: other.value },
          { variable: other.variable, to: one.value },
        ],
      });
    }
  }
}

interface Amount {
  readonly figure: Figure;
  readonly variable: number;
  readonly value: Decimal;
}

const rowOf = ({ figure: { table, cell } }: Amount): string => `${table}|${cell.sheet}|row ${cell.row}`;
const columnOf = ({ figure: { table, cell } }: Amount): string => `${table}|${cell.sheet}|column ${cell.column}`;

/** Figures of a table that stand in one line, in the order in which they stand. */
function linesOf(amounts: readonly Amount[], lineOf: (amount: Amount) => string): readonly (readonly Amount[])[] {
  const lines = new Map<string, Amount[]>();
  for (const amount of amounts) {
    const line = lines.get(lineOf(amount));
    if (line) line.push(amount);
    else lines.set(lineOf(amount), [amount]);
  }
  return [...lines.values()].map((line) =>
    line.sort((a, b) => a.figure.cell.row - b.figure.cell.row || a.figure.cell.column - b.figure.cell.column),
  );
}

const changesOf = (act: Action | undefined): Explanation =>
  (act?.changes ?? []).map(({ variable, to }) => ({ variable, to: { kind: 'value', value: to, exact: true } }));
