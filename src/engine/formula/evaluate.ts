import { FUNCTIONS, finite } from './functions';
import type { Calls } from './functions';
import type { FormulaNode, Grid } from './grid';
import type { BinaryOperator, Expression } from './parse';
import { Beyond, compare, errorValue, fromCell, isError, toNumber, toText } from './value';
import type { Value } from './value';
import type { Area } from '../snapshot/address';
import type { CellValue } from '../snapshot/snapshot';

/** Finds a sheet by its name, as Excel does without regard to case; undefined where there is none. */
export type SheetLookup = (name: string) => Grid | undefined;

/** The formulas that a formula refers to, both branches of an IF included. */
export function precedents(node: FormulaNode, sheetNamed: SheetLookup): FormulaNode[] {
  const found: FormulaNode[] = [];
  const pending: Expression[] = node.expression ? [node.expression] : [];
  for (let next = pending.pop(); next; next = pending.pop()) {
    switch (next.kind) {
      case 'cells':
        (next.sheet === undefined ? node.sheet : sheetNamed(next.sheet))?.formulasOf(areaOf(next, node.down), found);
        break;
      case 'binary':
        pending.push(next.left, next.right);
        break;
      case 'call':
        pending.push(...next.args);
        break;
      case 'group':
      case 'unary':
        pending.push(next.of);
        break;
      default:
    }
  }
  return found;
}

type Cells = Expression & { readonly kind: 'cells' };

/** The area that a reference means so many rows below the formula it was read in. */
function areaOf({ area, rows }: Cells, down: number): Area {
  return down === 0 || rows === 'stay' ? area : { ...area, top: area.top + down, bottom: area.bottom + down };
}

/**
 * What an expression comes to in a formula's cell, with the values its precedents have now. Throws `Beyond` where it would have to
 * guess.
 */
export function evaluate(
  expression: Expression,
  { sheet: on, down }: Pick<FormulaNode, 'sheet' | 'down'>,
  sheetNamed: SheetLookup,
): Value {
  const gridOf = (cells: Cells): Grid | undefined => (cells.sheet === undefined ? on : sheetNamed(cells.sheet));

  const calls: Calls = {
    scalar,
    eachCell(argument, visit) {
      const cells = argument.kind === 'group' ? argument.of : argument;
      if (cells.kind !== 'cells') return false;
      const grid = gridOf(cells);
      if (grid) grid.each(areaOf(cells, down), (held) => visit(valueOf(held)));
      else visit(errorValue('#REF!'));
      return true;
    },
    lookUp(range, value, column) {
      const cells = range.kind === 'group' ? range.of : range;
      if (cells.kind !== 'cells') throw new Beyond('arguments');
      const grid = gridOf(cells);
      const area = areaOf(cells, down);
      if (!grid || column > area.right - area.left + 1) return errorValue('#REF!');
      const row = grid.rowOf(value, area);
      return row === undefined ? undefined : valueOf(grid.at(row, area.left + column - 1));
    },
  };

  function scalar(of: Expression): Value {
    switch (of.kind) {
      case 'number':
      case 'text':
      case 'boolean':
        return of.value;
      case 'error':
        return errorValue(of.value);
      case 'missing':
        return null;
      case 'group':
        return scalar(of.of);
      case 'cells': {
        const area = areaOf(of, down);
        if (area.top !== area.bottom || area.left !== area.right) throw new Beyond('range-as-value');
        const grid = gridOf(of);
        return grid ? valueOf(grid.at(area.top, area.left)) : errorValue('#REF!');
      }
      case 'unary': {
        const value = scalar(of.of);
        if (of.operator === '+') return value;
        const number = toNumber(value);
        if (typeof number !== 'number') return number;
        return of.operator === '-' ? 0 - number : number / 100;
      }
      case 'binary':
        return binary(of.operator, scalar(of.left), scalar(of.right));
      case 'call': {
        const run = FUNCTIONS.get(of.name);
        if (!run) throw new Beyond(`unknown-function:${of.name}`);
        return run(of.args, calls);
      }
    }
  }

  const value = scalar(expression);
  return expression.kind === 'binary' ? withoutResidue(expression.operator, value, expression, scalar) : value;
}

// Excel turns the result of a last + or − into 0 where only the noise of the subtraction is left
// (=1-0.9-0.1 shows 0), but not inside brackets or before a further operation.
function withoutResidue(
  operator: BinaryOperator,
  value: Value,
  of: Expression & { readonly kind: 'binary' },
  scalar: (of: Expression) => Value,
): Value {
  if ((operator !== '+' && operator !== '-') || typeof value !== 'number' || value === 0 || Math.abs(value) > 1e-3)
    return value;
  const left = toNumber(scalar(of.left));
  return typeof left === 'number' && Math.abs(value) < Math.abs(left) * 2 ** -48 ? 0 : value;
}

function valueOf(held: CellValue | FormulaNode): Value {
  return fromCell(typeof held === 'object' && held !== null ? held.value : held);
}

function binary(operator: BinaryOperator, left: Value, right: Value): Value {
  if (isError(left)) return left;
  if (isError(right)) return right;
  if (operator === '&') {
    const [a, b] = [toText(left), toText(right)];
    return typeof a === 'string' && typeof b === 'string' ? a + b : errorValue('#VALUE!');
  }
  const comparison = COMPARISONS[operator];
  if (comparison) {
    const order = compare(left, right);
    // Different texts are certainly different; which comes first is a question of locale.
    if (Number.isNaN(order) && operator !== '=' && operator !== '<>') throw new Beyond('text-order');
    return comparison(order);
  }
  const [a, b] = [toNumber(left), toNumber(right)];
  if (typeof a !== 'number') return a;
  if (typeof b !== 'number') return b;
  switch (operator) {
    case '+':
      return finite(a + b);
    case '-':
      return finite(a - b);
    case '*':
      return finite(a * b);
    case '/':
      return b === 0 ? errorValue('#DIV/0!') : finite(a / b);
    default: {
      if (a === 0 && b === 0) return errorValue('#NUM!');
      if (a === 0 && b < 0) return errorValue('#DIV/0!');
      return Number.isNaN(a ** b) ? errorValue('#NUM!') : finite(a ** b);
    }
  }
}

const COMPARISONS: Readonly<Partial<Record<BinaryOperator, (order: number) => boolean>>> = {
  '=': (order) => order === 0,
  '<>': (order) => order !== 0,
  '<': (order) => order < 0,
  '>': (order) => order > 0,
  '<=': (order) => order <= 0,
  '>=': (order) => order >= 0,
};
