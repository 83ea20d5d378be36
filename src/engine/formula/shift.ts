import { columnIndex, columnLetters } from '../snapshot/address';
import { tokenize } from './tokens';

const LAST_ROW = 1_048_575;
const LAST_COLUMN = 16_383;

/** Writes a formula as it reads that many rows and columns further on; relative references move, `$` ones stay. */
export type Shift = (rows: number, columns: number) => string;

/** Prepares a formula for being written at other cells, as a shared formula is. A reference moved off the sheet becomes `#REF!`. */
export function prepareShift(formula: string): Shift {
  // What stays, mostly several tokens long, and what moves.
  const pieces: (string | Piece)[] = [];
  for (const { kind, text } of tokenize(formula)) {
    const piece = kind === 'cell' ? cellPiece(text) : kind === 'columns' || kind === 'rows' ? lines(kind, text) : text;
    const last = pieces.at(-1);
    if (typeof piece === 'string' && typeof last === 'string') pieces[pieces.length - 1] = last + piece;
    else pieces.push(piece);
  }
  return (rows, columns) => {
    let shifted = '';
    for (const piece of pieces) shifted += typeof piece === 'string' ? piece : (piece(rows, columns) ?? '#REF!');
    return shifted;
  };
}

type Piece = (rows: number, columns: number) => string | undefined;

function cellPiece(text: string): string | Piece {
  const [, columnPart = '', rowPart = ''] = /^(\$?[A-Za-z]+)(\$?[0-9]+)$/.exec(text) ?? [];
  if (columnPart.startsWith('$') && rowPart.startsWith('$')) return text;
  const column = columnPiece(columnPart);
  const row = rowPiece(rowPart);
  return (rows, columns) => {
    const c = column(rows, columns);
    const r = row(rows, columns);
    return c === undefined || r === undefined ? undefined : c + r;
  };
}

function lines(kind: 'columns' | 'rows', text: string): Piece {
  const [from = '', to = ''] = text.split(':');
  const piece = kind === 'columns' ? columnPiece : rowPiece;
  return pair(piece(from), piece(to));
}

function pair(first: Piece, second: Piece): Piece {
  return (rows, columns) => {
    const a = first(rows, columns);
    const b = second(rows, columns);
    return a === undefined || b === undefined ? undefined : `${a}:${b}`;
  };
}

function columnPiece(text: string): Piece {
  if (text.startsWith('$')) return () => text;
  const upper = text.toUpperCase();
  const index = columnIndex(upper);
  return (_, columns) => {
    if (columns === 0) return upper;
    const moved = index + columns;
    return moved < 0 || moved > LAST_COLUMN ? undefined : columnLetters(moved);
  };
}

function rowPiece(text: string): Piece {
  if (text.startsWith('$')) return () => text;
  const index = parseInt(text, 10) - 1;
  return (rows) => {
    const moved = index + rows;
    return moved < 0 || moved > LAST_ROW ? undefined : String(moved + 1);
  };
}
