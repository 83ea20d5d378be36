import { Decimal } from 'decimal.js';
import type { Area } from '../snapshot/address';
import { parseFormula, type Expression } from './parse';

/** Cells of one area, each counted so many times in a sum; the formula's own sheet where none is named. */
export interface LinearTerm {
  readonly sheet: string | undefined;
  readonly area: Area;
  readonly coefficient: Decimal;
}

const ONE = new Decimal(1);

/**
 * The cells a formula adds up, where that is all it does: sums, differences, brackets, multiples by a number. ROUND is looked through:
 * a change by whole units of the last digit passes it unchanged. Undefined for every other formula.
 */
export function linearTerms(formula: string): readonly LinearTerm[] | undefined {
  const parsed = parseFormula(formula);
  const terms: LinearTerm[] = [];
  return parsed.ok && collect(parsed.expression, ONE, terms) ? terms : undefined;
}

/** Adds the terms of an expression taken so many times; false where it is no sum of cells. */
function collect(of: Expression, times: Decimal, into: LinearTerm[]): boolean {
  switch (of.kind) {
    case 'number':
    case 'missing':
      return true;
    case 'cells':
      into.push({ sheet: of.sheet, area: of.area, coefficient: times });
      return true;
    case 'group':
      return collect(of.of, times, into);
    case 'unary':
      return collect(of.of, of.operator === '%' ? times.div(100) : of.operator === '-' ? times.negated() : times, into);
    case 'binary':
      return collectBinary(of, times, into);
    case 'call': {
      const [first, ...rest] = of.args;
      if (of.name === 'SUM') return of.args.every((argument) => collect(argument, times, into));
      return of.name === 'ROUND' && first !== undefined && rest.length === 1 && collect(first, times, into);
    }
    default:
      return false;
  }
}

function collectBinary(
  { operator, left, right }: Expression & { readonly kind: 'binary' },
  times: Decimal,
  into: LinearTerm[],
): boolean {
  switch (operator) {
    case '+':
      return collect(left, times, into) && collect(right, times, into);
    case '-':
      return collect(left, times, into) && collect(right, times.negated(), into);
    case '*': {
      const [number, other] = left.kind === 'number' ? [left, right] : [right, left];
      return number.kind === 'number' && collect(other, times.times(number.value), into);
    }
    case '/':
      return right.kind === 'number' && right.value !== 0 && collect(left, times.div(right.value), into);
    default:
      return false;
  }
}
