import type { CellValue } from '../snapshot/snapshot';
import { normaliseText } from '../text/normalise';
import type { CodeSystem } from './code-tree';

/** What the code cells of a row say. */
export type CodeReading =
  | {
      readonly kind: 'code';
      /** 3, 5 or 7 digits. */
      readonly code: string;
      /** Written behind the code in the same cell, normalised. */
      readonly name?: string;
      /** A place's own seven-digit economic item, as printed; `code` is its 款. */
      readonly local?: string;
    }
  | { readonly kind: 'none' }
  /** Digits that make no code; `raw` as it stands, cells parted by spaces. */
  | { readonly kind: 'malformed'; readonly raw: string };

const NONE: CodeReading = { kind: 'none' };

const DIGITS = /^[0-9]+$/;
const DOTTED = /^([0-9]{3})[-./]([0-9]{1,2})(?:[-./]([0-9]{1,2}))?$/;
const WITH_NAME = /^([0-9]{3}|[0-9]{5}|[0-9]{7})[-.、:·]?(\P{ASCII}.*)$/u;
const NOT_A_CODE = /^[0-9]{4}年|^[0-9]{1,2}[.、)]/;

/**
 * Reads the code of a row out of its code cells, in every form that occurs: three columns 201|03|01 (numbers or texts),
 * cumulative columns 201|20103|2010301, one column, `201 一般公共服务支出`, economic 301|03 and 301|103.
 *
 * `none` for blank cells, dashes and words (合计); `malformed` for digits that make no code of the system.
 * Where the first columns are left blank because the row above shows them, give that row's code as `above`.
 */
export function readCode(cells: readonly CellValue[], system: CodeSystem, above?: string): CodeReading {
  const pieces = cells.map(pieceOf);
  const first = pieces.findIndex((piece) => piece !== '');
  const head = pieces[first];
  if (head === undefined) return NONE;
  if (!/^[0-9]/.test(head) || NOT_A_CODE.test(head)) return NONE;

  const malformed: CodeReading = {
    kind: 'malformed',
    raw: cells
      .map((cell) => String(cell ?? '').trim())
      .filter((text) => text !== '')
      .join(' '),
  };
  let code = first === 0 || head.length >= 3 ? '' : blankPrefix(above, first);
  let name: string | undefined;
  let ended = false;
  for (const piece of pieces.slice(first)) {
    if (piece === '') {
      ended = true;
      continue;
    }
    if (ended || name !== undefined) return malformed;
    const named = code === '' ? WITH_NAME.exec(piece) : null;
    const dotted = code === '' ? DOTTED.exec(piece) : null;
    if (named) {
      code = named[1] ?? '';
      name = named[2];
    } else if (dotted) {
      code = [
        dotted[1],
        ...dotted
          .slice(2)
          .filter(Boolean)
          .map((part) => part.padStart(2, '0')),
      ].join('');
    } else if (code !== '' && !/\p{ASCII}/u.test(piece)) {
      name = piece;
    } else {
      const next = DIGITS.test(piece) ? extended(code, piece) : undefined;
      if (next === undefined) return malformed;
      code = next;
    }
  }
  return settled(code, name, system) ?? malformed;
}

function pieceOf(cell: CellValue): string {
  if (cell === null || typeof cell === 'boolean') return '';
  const text = typeof cell === 'number' ? String(cell) : normaliseText(cell);
  return /^[-/]+$/.test(text) ? '' : text;
}

// Columns that continue the row above are blank: 类 and perhaps 款 stand there once for all their rows.
function blankPrefix(above: string | undefined, columns: number): string {
  const length = 1 + 2 * columns;
  return above !== undefined && above.length >= length ? above.slice(0, length) : '';
}

/** The code so far with the next column: its own two digits (3 → 03), the whole code again, or 301|103, which repeats the last digit of the 类. */
function extended(code: string, piece: string): string | undefined {
  if (code === '') return piece.length >= 3 ? piece : undefined;
  if (piece.length <= 2) return code + piece.padStart(2, '0');
  if (piece.length > code.length && piece.startsWith(code)) return piece;
  if (piece.length === 3 && code.length === 3 && piece[0] === code[2]) return code + piece.slice(1);
  return undefined;
}

function settled(code: string, name: string | undefined, system: CodeSystem): CodeReading | undefined {
  const named = name === undefined ? {} : { name };
  if (code.length === 3 || code.length === 5) return { kind: 'code', code, ...named };
  if (code.length !== 7) return undefined;
  if (code.startsWith('3')) return { kind: 'code', code: code.slice(0, 5), local: code, ...named };
  // A functional 项 in an economic column is a code all the same: the wrong column is another finding.
  return system === 'functional' || code.startsWith('2') ? { kind: 'code', code, ...named } : undefined;
}
