import { Decimal } from 'decimal.js';
import type { Expression } from './parse';
import { Beyond, errorValue, isError, toBoolean, toNumber } from './value';
import type { ErrorValue, Value } from './value';

/** What a function may ask of the evaluator. */
export interface Calls {
  /** A single value; a range of several cells is beyond us. */
  scalar(expression: Expression): Value;
  /** Each cell of a range that holds something, in column order; false where the expression is no range. */
  eachCell(expression: Expression, visit: (value: Value) => void): boolean;
  /**
   * What stands in a column of a range (1 is its first), in the first row whose first cell holds the value; undefined where none does.
   * Throws `Beyond` where the expression is no range.
   */
  lookUp(range: Expression, value: string | number | boolean, column: number): Value | undefined;
}

type Function = (args: readonly Expression[], calls: Calls) => Value;

// Half a unit of the fifteenth digit is lost before rounding, as in Excel: ROUND(2.675,2) is 2.68 though the double lies below.
function round(mode: Decimal.Rounding): Function {
  return (args, calls) => {
    if (args.length !== 2) throw new Beyond('arguments');
    const [number, digits] = args.map((argument) => toNumber(calls.scalar(argument))) as [
      number | ErrorValue,
      number | ErrorValue,
    ];
    if (typeof number !== 'number') return number;
    if (typeof digits !== 'number') return digits;
    const places = Math.trunc(digits);
    if (Math.abs(places) > 300) throw new Beyond('arguments');
    const exact = new Decimal(number.toPrecision(15));
    if (places >= 0) return exact.toDecimalPlaces(places, mode).toNumber();
    const unit = new Decimal(10).pow(-places);
    return exact.div(unit).toDecimalPlaces(0, mode).times(unit).toNumber();
  };
}

/** Folds numbers: of ranges the numbers only, of single arguments what reads as a number. An error among them is the result. */
function fold(start: () => { add(number: number): void; result(): Value }): Function {
  return (args, calls) => {
    const folding = start();
    let error: ErrorValue | undefined;
    for (const argument of args) {
      const isRange = calls.eachCell(argument, (value) => {
        if (typeof value === 'number') folding.add(value);
        else if (isError(value)) error ??= value;
      });
      if (isRange) {
        if (error) return error;
        continue;
      }
      const number = argument.kind === 'missing' ? 0 : toNumber(calls.scalar(argument));
      if (typeof number !== 'number') return number;
      folding.add(number);
    }
    return finite(folding.result());
  };
}

/** A number too large for a double is an error in Excel. */
export function finite(value: Value): Value {
  return typeof value === 'number' && !Number.isFinite(value) ? errorValue('#NUM!') : value;
}

function extreme(better: (a: number, b: number) => number): Function {
  return fold(() => {
    let best: number | undefined;
    return { add: (n) => (best = best === undefined ? n : better(best, n)), result: () => best ?? 0 };
  });
}

// LibreOffice writes the constant TRUE as a call.
function constant(value: boolean): Function {
  return (args) => {
    if (args.length > 0) throw new Beyond('arguments');
    return value;
  };
}

const condition: Function = (args, calls) => {
  const [test, then, otherwise] = args;
  if (!test || args.length > 3) throw new Beyond('arguments');
  const met = toBoolean(calls.scalar(test));
  if (typeof met !== 'boolean') return met;
  const branch = met ? then : otherwise;
  return branch ? calls.scalar(branch) : met;
};

const ifError: Function = (args, calls) => {
  const [value, otherwise] = args;
  if (!value || !otherwise || args.length !== 2) throw new Beyond('arguments');
  const result = calls.scalar(value);
  return isError(result) ? calls.scalar(otherwise) : result;
};

/** AND and OR: of ranges logical values and numbers count, texts do not. */
function every(wanted: boolean): Function {
  return (args, calls) => {
    let seen = 0;
    let result: boolean = wanted;
    let error: ErrorValue | undefined;
    const take = (value: boolean): void => {
      seen++;
      if (value !== wanted) result = !wanted;
    };
    for (const argument of args) {
      const isRange = calls.eachCell(argument, (value) => {
        if (typeof value === 'number' || typeof value === 'boolean') take(Boolean(value));
        else if (isError(value)) error ??= value;
      });
      if (!isRange) {
        const value = toBoolean(calls.scalar(argument));
        if (typeof value === 'boolean') take(value);
        else error ??= value;
      }
      if (error) return error;
    }
    return seen > 0 ? result : errorValue('#VALUE!');
  };
}

/** How many cells of ranges hold numbers; what is given otherwise than as a range is beyond us. */
function countNumbers(args: readonly Expression[], calls: Calls): Value {
  let count = 0;
  for (const argument of args) {
    const isRange = calls.eachCell(argument, (value) => {
      if (typeof value === 'number') count++;
    });
    if (!isRange) throw new Beyond('arguments');
  }
  return count;
}

/** Every occurrence of a text in another, without the fourth argument, which asks for one of them. */
function substitute(args: readonly Expression[], calls: Calls): Value {
  if (args.length !== 3) throw new Beyond('arguments');
  const [text, old, by] = args.map((argument) => calls.scalar(argument));
  for (const value of [text, old, by]) if (value !== undefined && isError(value)) return value;
  // How a number or TRUE reads as a text is a matter of the locale.
  if (typeof old !== 'string' || typeof by !== 'string') throw new Beyond('arguments');
  if (text === null || text === undefined) return '';
  if (typeof text === 'number' && Number.isSafeInteger(text)) return String(text).replaceAll(old, by);
  if (typeof text !== 'string') throw new Beyond('arguments');
  return old === '' ? text : text.replaceAll(old, by);
}

/** VLOOKUP for the very value; the other one, which takes the next smaller of a sorted list, trusts what nobody checks. */
function verticalLookup(args: readonly Expression[], calls: Calls): Value {
  const [wanted, range, index, nearest] = args;
  if (!wanted || !range || !index || !nearest || args.length !== 4) throw new Beyond('arguments');
  const values = [wanted, index, nearest].map((argument) => calls.scalar(argument)) as [Value, Value, Value];
  for (const value of values) if (isError(value)) return value;
  const [value, place, isNearest] = [values[0], toNumber(values[1]), toBoolean(values[2])];
  // What a blank is looked up as, and texts with * ? ~, which stand for others, are not guessed.
  if (isNearest !== false || value === null || isError(value) || (typeof value === 'string' && /[*?~]/.test(value)))
    throw new Beyond('arguments');
  if (typeof place !== 'number') return place;
  const column = Math.trunc(place);
  if (column < 1) return errorValue('#VALUE!');
  const found = calls.lookUp(range, value, column);
  return found === undefined ? errorValue('#N/A') : found;
}

/** The functions that budget tables use; what is not here is reported by name, never guessed. */
export const FUNCTIONS: ReadonlyMap<string, Function> = new Map<string, Function>([
  [
    'SUM',
    fold(() => {
      let sum = 0;
      return { add: (n) => (sum += n), result: () => sum };
    }),
  ],
  ['MAX', extreme(Math.max)],
  ['MIN', extreme(Math.min)],
  [
    'AVERAGE',
    fold(() => {
      let sum = 0;
      let n = 0;
      return {
        add: (x) => {
          sum += x;
          n++;
        },
        result: () => (n > 0 ? sum / n : errorValue('#DIV/0!')),
      };
    }),
  ],
  [
    'ABS',
    (args, calls) => {
      const [only] = args;
      if (!only || args.length !== 1) throw new Beyond('arguments');
      const number = toNumber(calls.scalar(only));
      return typeof number === 'number' ? Math.abs(number) : number;
    },
  ],
  ['ROUND', round(Decimal.ROUND_HALF_UP)],
  ['ROUNDUP', round(Decimal.ROUND_UP)],
  ['ROUNDDOWN', round(Decimal.ROUND_DOWN)],
  ['COUNT', countNumbers],
  ['SUBSTITUTE', substitute],
  ['VLOOKUP', verticalLookup],
  ['TRUE', constant(true)],
  ['FALSE', constant(false)],
  ['IF', condition],
  ['IFERROR', ifError],
  ['AND', every(true)],
  ['OR', every(false)],
  [
    'NOT',
    (args, calls) => {
      const [only] = args;
      if (!only || args.length !== 1) throw new Beyond('arguments');
      const value = toBoolean(calls.scalar(only));
      return typeof value === 'boolean' ? !value : value;
    },
  ],
]);
