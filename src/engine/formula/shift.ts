import { columnIndex, columnLetters } from '../snapshot/address';
import { tokenize } from './tokens';

const LAST_ROW = 1_048_575;
const LAST_COLUMN = 16_383;

/** Writes a formula as it reads that many rows and columns further on; relative references move, `$` ones stay. */
export type Shift = (rows: number, columns: number) => string;

/** Prepares a formula for being written at other cells, as a shared formula is. A reference moved off the sheet becomes `#REF!`. */
export function prepareShift(formula: string): Shift {
  const pieces = tokenize(formula).map(({ kind, text }) => {
    if (kind === 'cell') return cellPiece(text);
    if (kind === 'columns' || kind === 'rows') {
      const [from = '', to = ''] = text.split(':');
      const piece = kind === 'columns' ? columnPiece : rowPiece;
      return pair(piece(from), piece(to));
    }
    return text;
  });
  return (rows, columns) =>
    pieces.map((piece) => (typeof piece === 'string' ? piece : (piece(rows, columns) ?? '#REF!'))).join('');
}

type Piece = (rows: number, columns: number) => string | undefined;

function cellPiece(text: string): Piece {
  const [, columnPart = '', rowPart = ''] = /^(\$?[A-Za-z]+)(\$?[0-9]+)$/.exec(text) ?? [];
  const column = columnPiece(columnPart);
  const row = rowPiece(rowPart);
  return (rows, columns) => {
    const [c, r] = [column(rows, columns), row(rows, columns)];
    return c === undefined || r === undefined ? undefined : c + r;
  };
}

function pair(first: Piece, second: Piece): Piece {
  return (rows, columns) => {
    const [a, b] = [first(rows, columns), second(rows, columns)];
    return a === undefined || b === undefined ? undefined : `${a}:${b}`;
  };
}

function columnPiece(text: string): Piece {
  if (text.startsWith('$')) return () => text;
  const index = columnIndex(text.toUpperCase());
  return (_, columns) => {
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
