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

// In the order in which they are tried: `LOG10(` is a function before it is a cell, `A:B` columns before it is a name.
const PATTERNS: readonly (readonly [TokenKind, RegExp])[] = [
  ['space', /\s+/y],
  ['string', /"(?:[^"]|"")*"/y],
  // `E7:表三!E9` is the rest of a range, not a pair of sheets: one that is called like a cell is quoted.
  [
    'sheet',
    /'(?:[^']|'')+'!|(?![A-Za-z]{1,3}[0-9]+:)(?:\[[^\]]*\])?[\p{L}\p{N}_][\p{L}\p{N}_.]*(?::[\p{L}\p{N}_.]+)?!|\[[^\]]*\]!/uy,
  ],
  ['columns', /\$?[A-Za-z]{1,3}:\$?[A-Za-z]{1,3}(?![\p{L}\p{N}_.($])/uy],
  ['rows', /\$?[1-9][0-9]{0,6}:\$?[1-9][0-9]{0,6}(?![\p{L}\p{N}_.($])/uy],
  ['function', /[\p{L}_][\p{L}\p{N}_.]*\(/uy],
  ['cell', /\$?[A-Za-z]{1,3}\$?[1-9][0-9]{0,6}(?![\p{L}\p{N}_.(\\])/uy],
  [
    'error',
    /#(?:NULL!|DIV\/0!|VALUE!|REF!|NAME\?|NUM!|N\/A|GETTING_DATA|SPILL!|CALC!|FIELD!|BLOCKED!|CONNECT!|UNKNOWN!)/iy,
  ],
  ['number', /(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][+-]?[0-9]+)?/y],
  ['name', /[\p{L}_\\][\p{L}\p{N}_.\\?]*/uy],
  ['structured', /\[(?:[^[\]']|'[\s\S]|\[(?:[^[\]']|'[\s\S])*\])*\]/y],
  ['symbol', /<=|>=|<>|[-+*/^&=<>%,;:(){}@#[\]!]/y],
  ['unknown', /[\s\S]/y],
];

/** Cuts a formula (English, without its leading `=`) into tokens. */
export function tokenize(formula: string): FormulaToken[] {
  const tokens: FormulaToken[] = [];
  let at = 0;
  while (at < formula.length) {
    for (const [kind, pattern] of PATTERNS) {
      pattern.lastIndex = at;
      const text = pattern.exec(formula)?.[0];
      if (text === undefined) continue;
      tokens.push({ kind, text });
      at += text.length;
      break;
    }
  }
  return tokens;
}
