const LINE = 15.4;
/** Higher rows do not exist. */
const HIGHEST = 409;

/** How many lines a wrapped text takes in a column so many narrow characters wide; Chinese ones and full-width signs take two. */
export function linesIn(text: string, width: number): number {
  const most = Math.max(1, width);
  return text.split('\n').reduce((sum, line) => {
    const characters = [...line].reduce((all, one) => all + ((one.codePointAt(0) ?? 0) >= 0x2018 ? 2 : 1), 0);
    return sum + Math.max(1, Math.ceil(characters / most));
  }, 0);
}

/** Height in points of a row whose longest cell takes so many lines of 11-point type. */
export const heightOfLines = (lines: number): number => Math.min(HIGHEST, Math.round(lines * LINE + 3));
