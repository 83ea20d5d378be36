import type { Decimal } from 'decimal.js';
import type { MoneyUnit } from '../amount/reading';
import type { Figure } from '../book/book';
import { equationId, type Equation } from '../equation/equation';
import type { Evaluated, Outcome } from '../equation/evaluate';
import { once } from '../memo/once';
import { runSteps, type Steps } from '../steps/steps';
import type { FindingFacts } from './facts';
import type { Finding, Severity } from './finding';
import { findingId } from './id';
import { placeOf, plainAmount, quoted } from './quote';

/** A failed equation and the finding that says so. */
export interface FailedEquation {
  readonly equation: Equation;
  readonly outcome: Extract<Outcome, { kind: 'failed' }>;
  readonly finding: Finding;
}

/** All figures of a failed equation. */
export const figuresOf = ({ equation }: FailedEquation): readonly Figure[] => [...equation.left, ...equation.right];

/** The whole of a sum that is blank although its parts hold something. */
export function blankWhole({ equation, outcome }: FailedEquation): Figure | undefined {
  const [whole] = equation.left;
  const isOmitted = equation.because.kind === 'parts' && whole?.reading.kind === 'blank' && outcome.rank !== 'rounding';
  return isOmitted ? whole : undefined;
}

/** One finding for each failed equation, in the order of the equations. */
export const equationFindings = (evaluated: readonly Evaluated[]): readonly FailedEquation[] =>
  runSteps(equationFindingsInSteps(evaluated));

const FINDINGS_A_STEP = 150;

/** The same in steps. */
export function* equationFindingsInSteps(evaluated: readonly Evaluated[]): Steps<readonly FailedEquation[]> {
  const times = new Map<string, number>();
  const failed: FailedEquation[] = [];
  for (const { equation, outcome } of evaluated) {
    if (outcome.kind !== 'failed') continue;
    const about = equationId(equation);
    const seen = (times.get(about) ?? 0) + 1;
    times.set(about, seen);
    const id = findingId(equation.rule, about, ...(seen === 1 ? [] : [String(seen)]));
    failed.push({ equation, outcome, finding: findingOf(id, equation, outcome, evaluated) });
    if (failed.length % FINDINGS_A_STEP === 0) yield;
  }
  return failed;
}

/** Figures of which another table has the same amount, as equations that hold say: looked up when first somebody asks. */
const agreeingIn = once((evaluated: readonly Evaluated[]): ReadonlyMap<Figure, Figure> => {
  const found = new Map<Figure, Figure>();
  for (const { equation, outcome } of evaluated) {
    const [left, ...otherLeft] = equation.left;
    const [right, ...otherRight] = equation.right;
    if (outcome.kind !== 'passed' || equation.op !== '=' || !left || !right) continue;
    if (otherLeft.length + otherRight.length > 0 || left.table === right.table) continue;
    if (!found.has(left)) found.set(left, right);
    if (!found.has(right)) found.set(right, left);
  }
  return found;
});

function findingOf(
  id: string,
  equation: Equation,
  outcome: FailedEquation['outcome'],
  evaluated: readonly Evaluated[],
): Finding {
  const first = equation.left[0] ?? equation.right[0];
  if (!first) throw new Error(`a failed equation without figures: ${equationId(equation)}`);
  const unit = first.moneyUnit;
  const decimals = first.decimals;
  const blankPart = columnsAllBlank(equation);
  const rule = blankPart
    ? 'b-column-missing-part'
    : equation.because.kind === 'parts' && isRounding(outcome)
      ? 'b-rounding'
      : equation.rule;
  return {
    id,
    rule,
    severity: severityOf(equation, outcome),
    facts: factsOf(equation, outcome, unit, evaluated),
    cells: [...equation.left, ...equation.right].map((figure) => figure.cell),
    sheet: first.cell.sheet,
    table: equation.table,
    expected: plainAmount(outcome.right, unit, decimals),
    actual: plainAmount(outcome.left, unit, decimals),
    difference: plainAmount(outcome.difference, unit, decimals),
  };
}

function severityOf(equation: Equation, outcome: FailedEquation['outcome']): Severity {
  switch (outcome.rank) {
    case 'error':
      return equation.severity;
    case 'doubtful':
    case 'one-unit':
      return equation.severity === 'error' ? 'warning' : equation.severity;
    case 'rounding':
      return 'note';
  }
}

const isRounding = (outcome: FailedEquation['outcome']): boolean =>
  outcome.rank === 'rounding' || outcome.rank === 'doubtful';

/** A row's total has an amount and none of its columns does: nobody has divided it. */
function columnsAllBlank(equation: Equation): boolean {
  const [whole] = equation.left;
  if (equation.because.kind !== 'parts' || !whole) return false;
  const sameRow = equation.right.every((part) => part.cell.row === whole.cell.row);
  return sameRow && whole.reading.kind === 'amount' && equation.right.every((part) => part.reading.kind === 'blank');
}

function factsOf(
  equation: Equation,
  outcome: FailedEquation['outcome'],
  unit: MoneyUnit,
  evaluated: readonly Evaluated[],
): FindingFacts {
  const { left, right, because } = equation;
  const first = left[0];
  const second = right[0];
  const amount = (value: Decimal): string => plainAmount(value, unit, first?.decimals ?? second?.decimals ?? 2);
  const difference = amount(outcome.difference);
  if (equation.missingRow) {
    const figure = [...left, ...right].find((candidate) => candidate.value?.isZero() === false) ?? first ?? second;
    if (figure) {
      return {
        code: 'row-missing',
        figure: quoted(figure, figure.moneyUnit),
        number: Object.values(equation.missingRow.scope.at).find((member) => /^\d{3,7}$/.test(member)),
        table: equation.missingRow.table,
        moneyUnit: figure.moneyUnit,
      };
    }
  }
  if (!first || !second) throw new Error(`an equation with an empty side and no missing row: ${equationId(equation)}`);
  if (because.kind === 'parts') return partsFacts(first, right, outcome, unit, evaluated);
  if (because.kind === 'declared') {
    const sides = {
      leftSum: amount(outcome.left),
      rightSum: amount(outcome.right),
      difference,
      because: because.declared.because,
      moneyUnit: unit,
    };
    return equation.op === '>='
      ? {
          code: 'below-floor',
          left: quoted(first, unit),
          leftCount: left.length,
          right: right.length === 1 ? quoted(second, unit) : undefined,
          ...sides,
        }
      : {
          code: 'sides-differ',
          left: quoted(first, unit),
          leftCount: left.length,
          right: quoted(second, unit),
          rightCount: right.length,
          ...sides,
        };
  }
  if (left.length === 1 && right.length === 1) {
    return {
      code: 'same-differ',
      first: quoted(first, unit),
      second: quoted(second, unit),
      difference,
      moneyUnit: unit,
    };
  }
  const [single, many] = left.length === 1 ? [first, right] : [second, left];
  return {
    code: 'same-sum-differ',
    first: quoted(single, unit),
    table: many[0]?.table ?? '',
    sum: amount(many === right ? outcome.right : outcome.left),
    count: many.length,
    difference: many === right ? difference : amount(outcome.difference.negated()),
    moneyUnit: unit,
  };
}

/** Divided into columns of the same row, or into fields of the same form: what tells the parts apart is the column's name. */
function isBeside(part: Figure, whole: Figure): boolean {
  if (part.cell.sheet !== whole.cell.sheet) return false;
  return part.cell.row === whole.cell.row || (part.rowName === whole.rowName && part.columnName !== whole.columnName);
}

function partsFacts(
  whole: Figure,
  parts: readonly Figure[],
  outcome: FailedEquation['outcome'],
  unit: MoneyUnit,
  evaluated: readonly Evaluated[],
): FindingFacts {
  const amount = (value: Decimal): string => plainAmount(value, unit, whole.decimals);
  const difference = amount(outcome.difference);
  const besides = parts.every((part) => isBeside(part, whole));
  const names = parts.flatMap((part) => (besides ? placeOf(part).column : placeOf(part).row) ?? []);
  if (isRounding(outcome)) {
    return {
      code: 'rounding',
      whole: quoted(whole, unit),
      count: parts.length,
      difference,
      doubtful: outcome.rank === 'doubtful',
      moneyUnit: unit,
    };
  }
  if (besides && whole.reading.kind === 'amount' && parts.every((part) => part.reading.kind === 'blank')) {
    return { code: 'parts-blank', whole: quoted(whole, unit), names, moneyUnit: unit };
  }
  const common = { whole: quoted(whole, unit), parts: amount(outcome.right), names, difference, moneyUnit: unit };
  if (besides) return { code: 'columns-differ', ...common };
  const same = agreeingIn(evaluated).get(whole);
  return {
    code: 'parts-differ',
    ...common,
    count: parts.length,
    ...(same ? { agreeing: quoted(same, unit) } : {}),
  };
}
