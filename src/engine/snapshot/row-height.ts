/** How wide a text is in narrow characters: Chinese ones and full-width signs take two. */
function widthInCharacters(text: string): number {
  let width = 0;
  for (const character of text) width += (character.codePointAt(0) ?? 0) >= 0x2018 ? 2 : 1;
  return width;
}

/** How many lines a text takes in a cell so many narrow characters wide. */
export function linesIn(text: string, width: number): number {
  const most = Math.max(1, width);
  return text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(widthInCharacters(line) / most)), 0);
}

const LINE = 15.4;
const HIGHEST = 409;

/** Height in points of a row whose longest cell takes so many lines of 11-point type. */
export function heightOfLines(lines: number): number {
  return Math.min(HIGHEST, Math.round(lines * LINE + 3));
}
