import { columnIndex } from '../snapshot/address';
import type { RowMoves } from '../snapshot/row-moves';
import { tokenize } from './tokens';
import type { FormulaToken } from './tokens';

const LAST_ROW = 1_048_575;
const LAST_COLUMN = 16_383;

/** Of a sheet, by its name as it stands, the moves of its rows; undefined for a sheet whose rows stay. Names are compared without regard to case. */
export type MovesOf = (sheet: string) => RowMoves | undefined;

export interface MoveOptions {
  /** Only references with a fixed row (`$A$1`): in a defined name the others are meant from wherever it is used. */
  readonly fixedOnly?: true;
}

/**
 * A formula as it reads when rows have moved, the way Excel rewrites it: references go with their cells, ranges grow by rows that
 * come in between and shrink by those taken out, and what is gone becomes `#REF!`. Whole columns, other workbooks, texts and
 * references through several sheets stay. `own` is the sheet it stands on; undefined where a reference without a sheet means none.
 */
export function moveReferences(
  formula: string,
  own: string | undefined,
  movesOf: MovesOf,
  options: MoveOptions = {},
): string {
  const tokens = tokenize(formula);
  const out: string[] = [];
  let isChanged = false;
  for (let at = 0; at < tokens.length;) {
    const reference = referenceAt(tokens, at);
    if (!reference) {
      out.push(tokens[at]?.text ?? '');
      at++;
      continue;
    }
    const written = tokens
      .slice(at, reference.end)
      .map(({ text }) => text)
      .join('');
    const sheet = reference.sheet === undefined ? own : sheetOf(reference.sheet);
    const moves = sheet === undefined ? undefined : movesOf(sheet);
    const moved = moves ? movedReference(reference, moves, options) : written;
    isChanged ||= moved !== written;
    out.push(moved);
    at = reference.end;
  }
  return isChanged ? out.join('') : formula;
}

/** The sheets between whose first and last a formula has references through all of them (`一月:三月!B5`). */
export function spannedSheets(formula: string): readonly (readonly [first: string, last: string])[] {
  return tokenize(formula).flatMap(({ kind, text }) => {
    const name = kind === 'sheet' ? unquoted(text) : '';
    const colon = name.indexOf(':');
    if (colon < 0 || /[[\\/]/.test(name)) return [];
    return [[name.slice(0, colon), name.slice(colon + 1)] as const];
  });
}

/** Whether a formula has a reference to a cell or a row of one of these sheets. */
export function refersTo(formula: string, own: string | undefined, isOne: (sheet: string) => boolean): boolean {
  const tokens = tokenize(formula);
  for (let at = 0; at < tokens.length;) {
    const reference = referenceAt(tokens, at);
    const sheet = reference?.sheet === undefined ? own : sheetOf(reference.sheet);
    if (reference && sheet !== undefined && isOne(sheet)) return true;
    at = reference ? reference.end : at + 1;
  }
  return false;
}

/** A reference in a formula: its sheet as written, its first cell or rows, and where it is a range what follows. */
interface Reference {
  readonly sheet: string | undefined;
  readonly first: FormulaToken;
  /** What stands between the two ends, the colon and perhaps the sheet once more, and the second end. */
  readonly between: string;
  readonly second: FormulaToken | undefined;
  readonly end: number;
}

function referenceAt(tokens: readonly FormulaToken[], from: number): Reference | undefined {
  let at = from;
  const sheet = tokens[at]?.kind === 'sheet' ? tokens[at++]?.text : undefined;
  const first = tokens[at];
  if (first?.kind === 'rows') return { sheet, first, between: '', second: undefined, end: at + 1 };
  if (first?.kind !== 'cell' || !isOnSheet(first.text)) return undefined;
  const single = { sheet, first, between: '', second: undefined, end: at + 1 };
  let between = '';
  let next = at + 1;
  const take = (): void => {
    between += tokens[next++]?.text ?? '';
  };
  while (tokens[next]?.kind === 'space') take();
  if (tokens[next]?.text !== ':') return single;
  take();
  while (tokens[next]?.kind === 'space') take();
  if (tokens[next]?.kind === 'sheet') {
    if (tokens[next]?.text !== sheet) return single;
    take();
  }
  const second = tokens[next];
  if (second?.kind !== 'cell' || !isOnSheet(second.text)) return single;
  return { sheet, first, between, second, end: next + 1 };
}

const CELL = /^(\$?)([A-Za-z]+)(\$?)([0-9]+)$/;

/** `XYZ1` is a name, not a cell: Excel has no such column. */
function isOnSheet(text: string): boolean {
  const [, , letters = '', , digits = ''] = CELL.exec(text) ?? [];
  return columnIndex(letters.toUpperCase()) <= LAST_COLUMN && parseInt(digits, 10) - 1 <= LAST_ROW;
}

function movedReference(reference: Reference, moves: RowMoves, { fixedOnly }: MoveOptions): string {
  const { sheet = '', first, between, second } = reference;
  if (first.kind === 'rows') {
    const [from = '', to = ''] = first.text.split(':');
    if (fixedOnly && !(from.startsWith('$') && to.startsWith('$'))) return sheet + first.text;
    const rows = movedRows(rowIn(from), rowIn(to), moves);
    return sheet + (rows ? `${withRow(from, rows[0])}:${withRow(to, rows[1])}` : '#REF!');
  }
  if (fixedOnly && !(isFixed(first.text) && (!second || isFixed(second.text))))
    return sheet + first.text + between + (second?.text ?? '');
  if (!second) {
    const row = moves.row(rowIn(first.text));
    return sheet + (row === undefined || row > LAST_ROW ? '#REF!' : withRow(first.text, row));
  }
  const rows = movedRows(rowIn(first.text), rowIn(second.text), moves);
  return sheet + (rows ? withRow(first.text, rows[0]) + between + withRow(second.text, rows[1]) : '#REF!');
}

/** Both ends of a range, in the order in which they were written. */
function movedRows(first: number, second: number, moves: RowMoves): readonly [number, number] | undefined {
  const span = moves.span(Math.min(first, second), Math.max(first, second));
  if (!span || span.from > LAST_ROW) return undefined;
  const to = Math.min(span.to, LAST_ROW);
  return first <= second ? [span.from, to] : [to, span.from];
}

const isFixed = (cell: string): boolean => CELL.exec(cell)?.[3] === '$';
const rowIn = (text: string): number => parseInt(/[0-9]+$/.exec(text)?.[0] ?? '', 10) - 1;
const withRow = (text: string, row: number): string => text.replace(/[0-9]+$/, String(row + 1));

/** The name of a sheet of this workbook; undefined for other workbooks and for references through several sheets. */
function sheetOf(written: string): string | undefined {
  const name = unquoted(written).replace(/^\[0\]/, '');
  return /[[\]\\/:]/.test(name) ? undefined : name;
}

function unquoted(written: string): string {
  const name = written.slice(0, -1);
  return name.startsWith("'") ? name.slice(1, -1).replaceAll("''", "'") : name;
}
