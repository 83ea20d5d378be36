import { DIGITS, LETTERS } from '../text/letters';

/** A piece of a formula. `text` is as written; tokens of a formula, joined, give it back. */
export interface FormulaToken {
  readonly kind: TokenKind;
  readonly text: string;
}

export type TokenKind =
  | 'space'
  | 'string'
  /** `Sheet!`, `'a b'!`, `[1]Sheet!`: what stands before a reference of another sheet. */
  | 'sheet'
  | 'cell'
  | 'columns'
  | 'rows'
  /** A function's name with its opening bracket. */
  | 'function'
  | 'error'
  | 'number'
  | 'name'
  /** What stands behind a table's name, its brackets included: `[[#All],[A1]]`. Words in it look like cells and are none. */
  | 'structured'
  | 'symbol'
  /** A character that no formula holds. */
  | 'unknown';

// Written in capitals by every program, and understood in any case where somebody typed one.
const ERRORS = 'NULL!|DIV/0!|VALUE!|REF!|NAME\\?|NUM!|N/A|GETTING_DATA|SPILL!|CALC!|FIELD!|BLOCKED!|CONNECT!|UNKNOWN!';

const WORD = `${LETTERS}${DIGITS}_.`;
/** No name goes on behind a reference. */
const ENDS = String.raw`(?![${WORD}($])`;

// In the order in which they are tried: `LOG10(` is a function before it is a cell, `A:B` columns before it is a name.
const PATTERNS: readonly (readonly [TokenKind, string])[] = [
  ['space', String.raw`\s+`],
  ['string', String.raw`"(?:[^"]|"")*"`],
  // `E7:表三!E9` is the rest of a range, not a pair of sheets: one that is called like a cell is quoted.
  [
    'sheet',
    String.raw`'(?:[^']|'')+'!|(?![A-Za-z]{1,3}[0-9]+:)(?:\[[^\]]*\])?[${LETTERS}${DIGITS}_][${WORD}]*(?::[${WORD}]+)?!|\[[^\]]*\]!`,
  ],
  ['columns', String.raw`\$?[A-Za-z]{1,3}:\$?[A-Za-z]{1,3}${ENDS}`],
  ['rows', String.raw`\$?[1-9][0-9]{0,6}:\$?[1-9][0-9]{0,6}${ENDS}`],
  ['function', String.raw`[${LETTERS}_][${WORD}]*\(`],
  ['cell', String.raw`\$?[A-Za-z]{1,3}\$?[1-9][0-9]{0,6}(?![${WORD}(\\])`],
  ['error', `#(?:${ERRORS.replace(/[A-Z]/g, (letter) => `[${letter}${letter.toLowerCase()}]`)})`],
  ['number', String.raw`(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][+\-]?[0-9]+)?`],
  ['name', String.raw`[${LETTERS}_\\][${WORD}\\?]*`],
  ['structured', String.raw`\[(?:[^\[\]']|'[\s\S]|\[(?:[^\[\]']|'[\s\S])*\])*\]`],
  ['symbol', String.raw`<=|>=|<>|[\-+*\/^&=<>%,;:(){}@#\[\]!]`],
  ['unknown', String.raw`[\s\S]`],
];

// One expression of all patterns: trying them one after the other at every token is what a workbook of many formulas waits for.
const ANY = new RegExp(PATTERNS.map(([, source]) => `(${source})`).join('|'), 'uy');

/** Cuts a formula (English, without its leading `=`) into tokens. */
export function tokenize(formula: string): FormulaToken[] {
  const tokens: FormulaToken[] = [];
  ANY.lastIndex = 0;
  for (let found = ANY.exec(formula); found; found = ANY.exec(formula)) {
    const [text] = found;
    const at = found.indexOf(text, 1) - 1;
    tokens.push({ kind: (PATTERNS[at] as (typeof PATTERNS)[number])[0], text });
  }
  return tokens;
}
