import stringWidth from 'string-width';
import { DIGITS, LETTERS } from '../engine/text/letters';

/** Columns that a text takes on a terminal; Chinese characters take two. */
export function widthOf(text: string): number {
  return stringWidth(text);
}

/** A text padded to so many columns; one that is wider comes back as it is. */
export function padTo(text: string, columns: number, side: 'left' | 'right' = 'right'): string {
  const padding = ' '.repeat(Math.max(0, columns - widthOf(text)));
  return side === 'right' ? text + padding : padding + text;
}

// Addresses (quoted sheet names included), then amounts with their sign and percent, then words; anything else stands alone.
const SHEET = String.raw`(?:'(?:[^']|'')+'|[${LETTERS}${DIGITS}_.]+)`;
const CELL = String.raw`\$?[A-Z]{1,3}\$?[0-9]+`;
const PIECE = new RegExp(
  String.raw`${SHEET}!${CELL}(?::${CELL})?|[+\-]?[0-9][0-9.,]*[0-9]%?|[+\-]?[0-9]%?|#?[A-Za-z\u00c0-\u024f0-9_./=+-]+[!?]?|\s+|.`,
  'gsu',
);
const NEVER_FIRST = /^[，。、；：！？）》”’％%,.;:)]/u;
const NEVER_LAST = /[（《“‘(]$/u;

/**
 * Breaks a text into lines of at most `columns`, the first one beginning after `taken` columns. Never breaks inside a number, an
 * address or a Latin word, never before a closing mark nor after an opening one. What is longer than a line stands alone and overhangs.
 */
export function wrap(text: string, columns: number, taken = 0): readonly string[] {
  const lines: string[] = [];
  let line = '';
  let room = columns - taken;
  for (const piece of unbreakable(text)) {
    const width = widthOf(piece.trimEnd());
    if (line !== '' && widthOf(line) + width > room) {
      lines.push(line.trimEnd());
      line = '';
      room = columns;
    }
    line += line === '' && lines.length > 0 ? piece.trimStart() : piece;
  }
  return [...lines, line.trimEnd()];
}

function unbreakable(text: string): readonly string[] {
  const pieces: string[] = [];
  for (const [piece] of text.matchAll(PIECE)) {
    const last = pieces.at(-1);
    if (last !== undefined && (NEVER_FIRST.test(piece) || NEVER_LAST.test(last)))
      pieces[pieces.length - 1] = last + piece;
    else pieces.push(piece);
  }
  return pieces;
}
