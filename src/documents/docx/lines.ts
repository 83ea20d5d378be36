import { remembered } from '../../engine/memo/remembered';
import { isWide } from '../text-width';

// Widths of Times New Roman, in parts of its size; other Latin characters are taken for half of it.
const NARROW: Readonly<Record<string, number>> = {
  '.': 0.25,
  ',': 0.25,
  ' ': 0.25,
  '-': 0.333,
  '(': 0.333,
  ')': 0.333,
  '%': 0.833,
  '=': 0.564,
};

/** How wide a character is in parts of its size. */
function widthOf(character: string): number {
  return isWide(character) ? 1 : (NARROW[character] ?? 0.5);
}

const NEVER_FIRST = '，。、；：？！）》”’】〉」』〕％,.;:!?)%';
const NEVER_LAST = '（《“‘【〈「『〔(';
/** What may hang over the end of a line. */
const HANGING = '，。、；：？！';

export interface Setting {
  /** Of a line, in points. */
  readonly width: number;
  readonly size: number;
  /** Less of the first line, in points. */
  readonly firstLine?: number;
  /** How much narrower each character is set, in points. */
  readonly tighter?: number;
}

/**
 * How many lines a text takes, as Word breaks Chinese: between any two characters, but not inside numbers and Latin words, not
 * before a closing mark and not after an opening one. A break in the text ends a line.
 */
export function linesOf(text: string, setting: Setting): number {
  return text.split('\n').reduce((sum, line) => sum + linesOfOne(line, setting), 0);
}

function linesOfOne(text: string, { width, size, firstLine = 0, tighter = 0 }: Setting): number {
  // Most cells hold a number or a short name.
  if (text.length * size <= width - firstLine) return 1;
  let lines = 1;
  let room = width - firstLine;
  for (const { characters, wide, mayHang, isSpace } of piecesOf(text)) {
    const own = wide * size - characters * tighter;
    const hangs = mayHang && own - size <= room + 0.01;
    if (own <= room + 0.01 || hangs) {
      room -= own;
      continue;
    }
    if (own > width) {
      // Longer than a line: broken wherever it must be.
      const over = own - Math.max(0, room);
      const more = Math.ceil(over / width);
      lines += more;
      room = more * width - over;
      continue;
    }
    if (isSpace) continue;
    lines += 1;
    room = width - own;
  }
  return lines;
}

interface Piece {
  readonly characters: number;
  /** In parts of the size of the text. */
  readonly wide: number;
  /** It ends with a mark that may hang over the end of a line. */
  readonly mayHang: boolean;
  readonly isSpace: boolean;
}

/** A table is tried in a dozen sizes, and the same names stand in many of its rows. */
const piecesOf = remembered((text): readonly Piece[] =>
  unbreakable(text).map((piece) => {
    const widths = [...piece].map(widthOf);
    return {
      characters: widths.length,
      wide: widths.reduce((sum, width) => sum + width, 0),
      mayHang: HANGING.includes(piece.at(-1) ?? ''),
      isSpace: piece.trim() === '',
    };
  }),
);

function unbreakable(text: string): readonly string[] {
  const pieces: string[] = [];
  let joins = false;
  for (const character of text) {
    const last = pieces.at(-1);
    const isWord = !isWide(character) && character !== ' ';
    const wasWord = last !== undefined && !isWide(last.at(-1) ?? '') && !last.endsWith(' ');
    if (last !== undefined && (joins || NEVER_FIRST.includes(character) || (isWord && wasWord)))
      pieces[pieces.length - 1] = last + character;
    else pieces.push(character);
    joins = NEVER_LAST.includes(character);
  }
  return pieces;
}
