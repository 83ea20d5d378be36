import { DIGITS, LETTERS } from '../text/letters';

/** A cell of a workbook: the sheet's name as it stands, row and column counted from 0. */
export interface CellRef {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
}

/** A rectangle of cells inside one sheet, both corners included, counted from 0. */
export interface Area {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** Column letters of a column counted from 0: 0 → A, 25 → Z, 26 → AA. */
export function columnLetters(column: number): string {
  let letters = '';
  for (let n = column + 1; n > 0; n = Math.floor((n - 1) / 26)) {
    letters = String.fromCharCode(65 + ((n - 1) % 26)) + letters;
  }
  return letters;
}

/** Column counted from 0 of its letters: A → 0, AA → 26. Anything but letters A–Z is our own mistake and throws. */
export function columnIndex(letters: string): number {
  let index = 0;
  for (const letter of letters) {
    const digit = letter.charCodeAt(0) - 64;
    if (digit < 1 || digit > 26) throw new Error(`not column letters: ${letters}`);
    index = index * 26 + digit;
  }
  return index - 1;
}

/** `A1` of a cell, without its sheet. */
export function a1(cell: { readonly row: number; readonly column: number }): string {
  return columnLetters(cell.column) + String(cell.row + 1);
}

/** `A1:B2` of an area, `A1` where it is a single cell. */
export function a1OfArea(area: Area): string {
  const from = a1({ row: area.top, column: area.left });
  const to = a1({ row: area.bottom, column: area.right });
  return from === to ? from : `${from}:${to}`;
}

const A1_CELL = /^\$?([A-Z]{1,3})\$?([1-9][0-9]{0,6})$/;

/** Reads `A1` or `$A$1`; undefined for anything else. */
export function parseA1(text: string): { readonly row: number; readonly column: number } | undefined {
  const match = A1_CELL.exec(text);
  if (!match) return undefined;
  const [, letters = '', digits = ''] = match;
  return { row: parseInt(digits, 10) - 1, column: columnIndex(letters) };
}

/** Reads `A1` or `A1:B2`; undefined for anything else. */
export function parseA1Area(text: string): Area | undefined {
  const [first = '', second] = text.split(':');
  const from = parseA1(first);
  const to = second === undefined ? from : parseA1(second);
  if (!from || !to) return undefined;
  return {
    top: Math.min(from.row, to.row),
    left: Math.min(from.column, to.column),
    bottom: Math.max(from.row, to.row),
    right: Math.max(from.column, to.column),
  };
}

// Excel leaves a sheet name bare only if it is made of letters, digits, underscores and dots,
// does not begin with a digit, and cannot be mistaken for a cell address.
const BARE_SHEET_NAME = new RegExp(`^[${LETTERS}_][${LETTERS}${DIGITS}_.]*$`, 'u');
const LOOKS_LIKE_ADDRESS = /^([A-Za-z]{1,3}[0-9]+|[Rr][0-9]*[Cc][0-9]*)$/;

/** A sheet's name as Excel writes it before the `!`: quoted where Excel quotes it, inner quotes doubled. */
export function quoteSheetName(name: string): string {
  const bare = BARE_SHEET_NAME.test(name) && !LOOKS_LIKE_ADDRESS.test(name);
  return bare ? name : `'${name.replaceAll("'", "''")}'`;
}

/** `表三!E9`, the way links, sheets and the terminal show a cell. */
export function addressOf(cell: CellRef): string {
  return `${quoteSheetName(cell.sheet)}!${a1(cell)}`;
}

/** A key under which two references to the same cell are equal. */
export function cellKey(cell: CellRef): string {
  return `${cell.sheet}\u0000${cell.row}\u0000${cell.column}`;
}
