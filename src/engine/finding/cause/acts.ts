import type { Decimal } from 'decimal.js';
import type { Figure } from '../../book/book';
import { settleByActionsInSteps, type Action } from '../../localise/actions';
import type { Explanation, System } from '../../localise/system';
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
  const acts = possibleActs(touched, model);
  if (acts.length === 0 || acts.length > MOST_POSSIBLE_ACTS) return [];
  const answer = yield* settleByActionsInSteps(systemOf(failing, touched, model), acts, {
    maxActions: MOST_ACTS,
    maxTries: tries.open(MOST_TRIES),
  });
  tries.pay(answer.tries);
  return answer.alternatives.map((chosen) =>
    chosen.flatMap((index) => changesOf(acts[index])).sort((a, b) => a.variable - b.variable),
  );
}

/** The given failed rows, and those that hold as far as an act could break them. */
function systemOf(
  failing: readonly number[],
  touched: ReadonlySet<number>,
  { system, failedAt, columns }: Model,
): System {
  const holding = new Set<number>();
  for (const variable of touched)
    for (const row of columns()[variable] ?? []) if (failedAt[row] === undefined) holding.add(row);
  const rows = [...failing].sort((a, b) => a - b).concat([...holding].sort((a, b) => a - b));
  return { variables: system.variables, rows: rows.flatMap((row) => system.rows[row] ?? []) };
}

function possibleActs(touched: ReadonlySet<number>, model: Model): readonly Action[] {
  const acts: Action[] = [];
  const amounts = [...touched].flatMap((variable) => {
    const figure = model.figures[variable];
    const value = model.system.variables[variable]?.value;
    // What is computed does not get into another cell by hand.
    return figure && value && figure.formula === undefined ? [{ figure, variable, value }] : [];
  });
  for (const { variable, value } of amounts)
    if (value.isNegative() && !value.isZero()) acts.push({ changes: [{ variable, to: value.negated() }] });
  const lines = [...linesOf(amounts, rowOf), ...linesOf(amounts, columnOf)];
  for (const line of lines) {
    for (const [index, one] of line.entries()) {
      for (const [further, other] of line.slice(index + 1).entries()) {
        if (one.value.equals(other.value)) continue;
        const isGap = one.value.isZero() || other.value.isZero();
        if (isGap && further > 0) break;
        acts.push({
          changes: [
            { variable: one.variable, to: other.value },
            { variable: other.variable, to: one.value },
          ],
        });
      }
    }
  }
  return acts;
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
