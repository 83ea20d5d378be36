import { columnLetters, parseA1, quoteSheetName } from '../../../src/engine/snapshot/address';
import type { FormulaToken } from '../../../src/engine/formula/tokens';
import { tokenize } from '../../../src/engine/formula/tokens';

/** Where rows go: a row's new number, or undefined where it is gone; for the ends of a range the nearest that is left. */
export interface RowMap {
  row(row: number): number | undefined;
  span(from: number, to: number): { readonly from: number; readonly to: number } | undefined;
}

export function rowsInserted(at: number, count: number): RowMap {
  const row = (given: number): number => (given >= at ? given + count : given);
  return { row, span: (from, to) => ({ from: row(from), to: row(to) }) };
}

export function rowsDeleted(at: number, count: number): RowMap {
  const end = at + count;
  const row = (given: number): number | undefined => (given < at ? given : given < end ? undefined : given - count);
  return {
    row,
    span: (from, to) => {
      const first = from < at ? from : from < end ? at : from - count;
      const last = to < at ? to : to < end ? at - 1 : to - count;
      return first <= last ? { from: first, to: last } : undefined;
    },
  };
}

const GONE = '#REF!';

/** A formula as it reads after rows of `changed` have moved; `own` is the sheet in which the formula stands. */
export function withMovedRows(formula: string, own: string, changed: string, map: RowMap): string {
  return rewrite(formula, own, (sheet, from, to, ofRows) => {
    if (!same(sheet, changed)) return undefined;
    if (ofRows) return moveRows(from, to ?? from, map);
    return to === undefined ? moveCell(from, map) : moveRange(from, to, map);
  });
}

/** A formula as it reads after a sheet was renamed. */
export function withRenamedSheet(formula: string, before: string, after: string): string {
  return tokenize(formula)
    .map((token) => (token.kind === 'sheet' && same(sheetOf(token), before) ? `${quoteSheetName(after)}!` : token.text))
    .join('');
}

/** A formula as it reads after a sheet was deleted. */
export function withoutSheet(formula: string, gone: string): string {
  return rewrite(formula, '', (sheet) => (same(sheet, gone) ? GONE : undefined));
}

/** The sheets that a formula names. */
export function sheetsNamed(formula: string): readonly string[] {
  return tokenize(formula)
    .filter(({ kind }) => kind === 'sheet')
    .map(sheetOf);
}

const same = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

function sheetOf(token: FormulaToken): string {
  const name = token.text.slice(0, -1);
  return name.startsWith("'") ? name.slice(1, -1).replaceAll("''", "'") : name;
}

type Rewrite = (sheet: string, from: string, to: string | undefined, ofRows: boolean) => string | undefined;

/** Puts every reference (with its sheet, as a range where it is one) through a function; undefined keeps it. */
function rewrite(formula: string, own: string, change: Rewrite): string {
  const tokens = tokenize(formula);
  let out = '';
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at]!;
    const prefix = token.kind === 'sheet' ? token : undefined;
    const reference = prefix ? tokens[at + 1] : token;
    if (reference?.kind !== 'cell' && reference?.kind !== 'rows') {
      out += token.text;
      continue;
    }
    if (prefix) at++;
    const sheet = prefix ? sheetOf(prefix) : own;
    let written = reference.text;
    const [from = '', ofRows] = reference.kind === 'rows' ? reference.text.split(':') : [reference.text];
    let to = ofRows;
    const colon = tokens[at + 1];
    const end = tokens[at + 2];
    if (reference.kind === 'cell' && colon?.text === ':' && end?.kind === 'cell') {
      to = end.text;
      written += `:${end.text}`;
      at += 2;
    }
    const changed = change(sheet, from, to, reference.kind === 'rows');
    out +=
      changed === undefined
        ? `${prefix?.text ?? ''}${written}`
        : changed === GONE
          ? GONE
          : `${prefix?.text ?? ''}${changed}`;
  }
  return out;
}

function moveCell(text: string, map: RowMap): string {
  const cell = parseA1(text.toUpperCase());
  const row = cell && map.row(cell.row);
  return cell && row !== undefined ? withRow(text, row) : GONE;
}

function moveRange(from: string, to: string, map: RowMap): string {
  const [a, b] = [parseA1(from.toUpperCase()), parseA1(to.toUpperCase())];
  const span = a && b && map.span(Math.min(a.row, b.row), Math.max(a.row, b.row));
  if (!a || !b || !span) return GONE;
  const [first, last] = a.row <= b.row ? [span.from, span.to] : [span.to, span.from];
  return `${withRow(from, first)}:${withRow(to, last)}`;
}

function moveRows(from: string, to: string, map: RowMap): string {
  const number = (text: string): number => Number(text.replace('$', '')) - 1;
  const span = map.span(number(from), number(to));
  const mark = (text: string): string => (text.startsWith('$') ? '$' : '');
  return span ? `${mark(from)}${span.from + 1}:${mark(to)}${span.to + 1}` : GONE;
}

function withRow(text: string, row: number): string {
  const match = /^(\$?)([A-Za-z]{1,3})(\$?)[0-9]+$/.exec(text);
  if (!match) throw new Error(`not a cell: ${text}`);
  const [, columnMark = '', letters = '', rowMark = ''] = match;
  return `${columnMark}${columnLetters(columnOf(letters))}${rowMark}${row + 1}`;
}

const columnOf = (letters: string): number => parseA1(`${letters.toUpperCase()}1`)!.column;
