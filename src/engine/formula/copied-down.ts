import { parseFormula, type Expression, type Parsed } from './parse';
import { prepareShift, type Shift } from './shift';

/** A formula as it is to be understood in its cell. */
export interface ReadFormula {
  readonly parsed: Parsed;
  /** How many rows above its cell the expression was written: areas whose rows move are to be taken so many rows further down. */
  readonly down: number;
}

interface Model {
  readonly row: number;
  readonly formula: string;
  readonly parsed: Parsed;
  /** Undefined until a formula is met that may be a copy; null where an area would be torn. */
  shift: Shift | null | undefined;
}

/**
 * Reads the formulas of a sheet, each column from top to bottom. Most are the formula above them, copied down: of a ledger that looks up
 * a name in each of its rows only the first is taken apart, and all share one expression.
 */
export class CopiedDown {
  private readonly above = new Map<number, Model>();

  read(formula: string, row: number, column: number): ReadFormula {
    const model = this.above.get(column);
    if (model && isCopy(formula, row, model)) return { parsed: model.parsed, down: row - model.row };
    const parsed = parseFormula(formula);
    this.above.set(column, { row, formula, parsed, shift: undefined });
    return { parsed, down: 0 };
  }
}

/** Whether a formula is what Excel would write, had the model been copied to this row of its column. */
function isCopy(formula: string, row: number, model: Model): boolean {
  if (model.shift === undefined) {
    // A question that is answered before one of them is taken apart.
    if (withoutNumbers(formula) !== withoutNumbers(model.formula)) return false;
    const { parsed } = model;
    model.shift = parsed.ok && isTorn(parsed.expression) ? null : prepareShift(model.formula);
  }
  return model.shift?.(row - model.row, 0) === formula;
}

const withoutNumbers = (formula: string): string => formula.replace(/\d+/g, '0');

/** Whether an area has one end that moves and one that stays (`A$1:A9`): such a formula has a meaning of its own in each row. */
function isTorn(expression: Expression): boolean {
  switch (expression.kind) {
    case 'cells':
      return expression.rows === 'torn';
    case 'group':
    case 'unary':
      return isTorn(expression.of);
    case 'binary':
      return isTorn(expression.left) || isTorn(expression.right);
    case 'call':
      return expression.args.some(isTorn);
    default:
      return false;
  }
}
