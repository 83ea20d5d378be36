import type { RowMoves } from '../snapshot/row-moves';
import { CELL, LAST_ROW, referenceAt, rowIn, sheetOf, type Reference } from './references';
import { tokenize } from './tokens';

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
const withRow = (text: string, row: number): string => text.replace(/[0-9]+$/, String(row + 1));
