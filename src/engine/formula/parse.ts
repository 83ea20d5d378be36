import { columnIndex, parseA1 } from '../snapshot/address';
import type { Area } from '../snapshot/address';
import { tokenize } from './tokens';
import type { FormulaToken } from './tokens';

export type BinaryOperator = '+' | '-' | '*' | '/' | '^' | '&' | '=' | '<>' | '<' | '>' | '<=' | '>=';

/** What a formula says. A missing argument (`IF(A1,,2)`) is a `missing`. */
export type Expression =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'text'; readonly value: string }
  | { readonly kind: 'boolean'; readonly value: boolean }
  | { readonly kind: 'error'; readonly value: string }
  /** Cells of a sheet; that of the formula itself where none is named. Whole columns and rows reach to the sheet's end. */
  | {
      readonly kind: 'cells';
      readonly sheet: string | undefined;
      readonly area: Area;
      /** What becomes of the area's rows when the formula is copied down: all move, all stay (`$`), or one end moves. */
      readonly rows: 'move' | 'stay' | 'torn';
    }
  | { readonly kind: 'missing' }
  | { readonly kind: 'group'; readonly of: Expression }
  | { readonly kind: 'unary'; readonly operator: '+' | '-' | '%'; readonly of: Expression }
  | {
      readonly kind: 'binary';
      readonly operator: BinaryOperator;
      readonly left: Expression;
      readonly right: Expression;
    }
  | { readonly kind: 'call'; readonly name: string; readonly args: readonly Expression[] };

/**
 * Why a formula was not recalculated: a code, for some with a detail behind a colon
 * (`unknown-function:SUMIF`, `defined-name:税率`, `external-workbook`).
 */
export type NotRecalculatedReason = string;

/** A parsed formula, or why it is beyond us. */
export type Parsed =
  | { readonly ok: true; readonly expression: Expression }
  | { readonly ok: false; readonly because: NotRecalculatedReason };

const LAST_ROW = 1_048_575;
const LAST_COLUMN = 16_383;
// Excel's own limits; beyond them a formula comes from no spreadsheet and would only endanger the stack.
const LONGEST_FORMULA = 8192;
const DEEPEST_NESTING = 100;
const LONGEST_CHAIN = 1000;

const PRECEDENCE: Readonly<Record<BinaryOperator, number>> = {
  '=': 1,
  '<>': 1,
  '<': 1,
  '>': 1,
  '<=': 1,
  '>=': 1,
  '&': 2,
  '+': 3,
  '-': 3,
  '*': 4,
  '/': 4,
  '^': 5,
};
const isBinary = (text: string): text is BinaryOperator => Object.hasOwn(PRECEDENCE, text);

// A workbook is read again after it was written, and after every change made beside an open pane: its formulas are mostly the same.
const remembered = new Map<string, Parsed>();
const MOST_REMEMBERED = 20_000;

/** Parses a formula in English with commas, without its leading `=`. */
export function parseFormula(formula: string): Parsed {
  if (formula.length > LONGEST_FORMULA) return { ok: false, because: 'too-long' };
  const known = remembered.get(formula);
  if (known) return known;
  const parsed = parse(formula);
  if (remembered.size >= MOST_REMEMBERED) remembered.clear();
  remembered.set(formula, parsed);
  return parsed;
}

function parse(formula: string): Parsed {
  const parser = new Parser(tokenize(formula).filter(({ kind }) => kind !== 'space'));
  const expression = parser.whole();
  return expression ? { ok: true, expression } : { ok: false, because: parser.because };
}

/** Recursive descent; undefined means that `because` says why. */
class Parser {
  because: NotRecalculatedReason = 'unsupported-syntax';
  private at = 0;
  private depth = 0;

  constructor(private readonly tokens: readonly FormulaToken[]) {}

  whole(): Expression | undefined {
    const expression = this.binary(0);
    return expression && this.at === this.tokens.length ? expression : undefined;
  }

  private peek(): FormulaToken | undefined {
    return this.tokens[this.at];
  }

  private accept(text: string): boolean {
    const token = this.peek();
    if (token?.kind !== 'symbol' || token.text !== text) return false;
    this.at++;
    return true;
  }

  private fail(because: NotRecalculatedReason): undefined {
    this.because = because;
    return undefined;
  }

  // All of Excel's operators associate to the left, `^` too.
  private binary(lowest: number): Expression | undefined {
    if (++this.depth > DEEPEST_NESTING) return this.fail('too-deep');
    let left = this.prefixed();
    for (let links = 0; left; links++) {
      if (links > LONGEST_CHAIN) return this.fail('too-long');
      const token = this.peek();
      if (token?.kind !== 'symbol' || !isBinary(token.text)) break;
      const precedence = PRECEDENCE[token.text];
      if (precedence <= lowest) break;
      this.at++;
      const right = this.binary(precedence);
      left = right && { kind: 'binary', operator: token.text, left, right };
    }
    this.depth--;
    return left;
  }

  // A sign binds tighter than `^`: in Excel -2^2 is 4.
  private prefixed(): Expression | undefined {
    const signs: ('+' | '-')[] = [];
    for (;;) {
      if (this.accept('-')) signs.push('-');
      else if (this.accept('+')) signs.push('+');
      else break;
    }
    if (signs.length > DEEPEST_NESTING) return this.fail('too-deep');
    let expression = this.primary();
    while (expression && this.accept('%')) expression = { kind: 'unary', operator: '%', of: expression };
    for (const operator of signs.reverse()) expression = expression && { kind: 'unary', operator, of: expression };
    return expression;
  }

  private primary(): Expression | undefined {
    const token = this.tokens[this.at++];
    switch (token?.kind) {
      case 'number':
        return { kind: 'number', value: Number(token.text) };
      case 'string':
        return { kind: 'text', value: token.text.slice(1, -1).replaceAll('""', '"') };
      case 'error':
        return { kind: 'error', value: token.text.toUpperCase() };
      case 'cell':
      case 'columns':
      case 'rows':
        this.at--;
        return this.cells(undefined);
      case 'sheet':
        return this.onSheet(token.text.slice(0, -1));
      case 'function':
        return this.call(token.text.slice(0, -1).toUpperCase());
      case 'name': {
        const upper = token.text.toUpperCase();
        if (upper === 'TRUE' || upper === 'FALSE') return { kind: 'boolean', value: upper === 'TRUE' };
        return this.fail(this.peek()?.kind === 'structured' ? 'table-reference' : `defined-name:${token.text}`);
      }
      case 'symbol':
        if (token.text === '(') {
          const of = this.binary(0);
          return of && this.accept(')') ? { kind: 'group', of } : undefined;
        }
        return token.text === '{' ? this.fail('array-constant') : undefined;
      default:
        return undefined;
    }
  }

  private onSheet(written: string): Expression | undefined {
    const name = written.startsWith("'") ? written.slice(1, -1).replaceAll("''", "'") : written;
    if (name.includes('[')) return this.fail('external-workbook');
    // A sheet's name cannot hold a colon, so this is a reference through several sheets.
    if (name.includes(':')) return this.fail('several-sheets');
    const next = this.peek();
    if (next?.kind === 'name') return this.fail(`defined-name:${next.text}`);
    if (next?.kind === 'error') {
      this.at++;
      return { kind: 'error', value: next.text.toUpperCase() };
    }
    return this.cells(name);
  }

  private cells(sheet: string | undefined): Expression | undefined {
    const token = this.tokens[this.at++];
    if (token?.kind === 'columns' || token?.kind === 'rows') {
      const [from = '', to = ''] = token.text.toUpperCase().split(':');
      const [first, last] = [from.replace('$', ''), to.replace('$', '')];
      const [a, b] =
        token.kind === 'columns'
          ? [columnIndex(first), columnIndex(last)]
          : [parseInt(first, 10) - 1, parseInt(last, 10) - 1];
      const [low, high] = [Math.min(a, b), Math.max(a, b)];
      const area =
        token.kind === 'columns'
          ? { top: 0, bottom: LAST_ROW, left: low, right: high }
          : { top: low, bottom: high, left: 0, right: LAST_COLUMN };
      const rows = token.kind === 'columns' ? 'stay' : rowsOf(from, to);
      return this.onGrid({ kind: 'cells', sheet, area, rows });
    }
    const from = token?.kind === 'cell' ? parseA1(token.text.toUpperCase()) : undefined;
    if (!from) return undefined;
    let to: { readonly row: number; readonly column: number } | undefined = from;
    let rows = rowsOf(token?.text ?? '', token?.text ?? '');
    if (this.accept(':')) {
      const second = this.tokens[this.at++];
      rows = rowsOf(token?.text ?? '', second?.text ?? '');
      to = second?.kind === 'cell' ? parseA1(second.text.toUpperCase()) : undefined;
      if (!to) return undefined;
    }
    return this.onGrid({
      kind: 'cells',
      sheet,
      area: {
        top: Math.min(from.row, to.row),
        bottom: Math.max(from.row, to.row),
        left: Math.min(from.column, to.column),
        right: Math.max(from.column, to.column),
      },
      rows,
    });
  }

  private onGrid(cells: Expression & { readonly kind: 'cells' }): Expression | undefined {
    return cells.area.bottom <= LAST_ROW && cells.area.right <= LAST_COLUMN ? cells : undefined;
  }

  private call(name: string): Expression | undefined {
    const args: Expression[] = [];
    if (this.accept(')')) return { kind: 'call', name, args };
    for (;;) {
      const token = this.peek();
      const missing = token?.kind === 'symbol' && (token.text === ',' || token.text === ')');
      const argument: Expression | undefined = missing ? { kind: 'missing' } : this.binary(0);
      if (!argument) return undefined;
      args.push(argument);
      if (this.accept(')')) return { kind: 'call', name, args };
      if (!this.accept(',')) return undefined;
    }
  }
}

/** Whether the row of a reference stays where it is (`A$1`, `$1`). */
const stays = (reference: string): boolean => /\$[0-9]/.test(reference);

function rowsOf(from: string, to: string): 'move' | 'stay' | 'torn' {
  if (stays(from) !== stays(to)) return 'torn';
  return stays(from) ? 'stay' : 'move';
}
