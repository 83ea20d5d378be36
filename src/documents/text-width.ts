/**
 * How wide a text is in half-width characters: Chinese characters and full-width signs take two. Quotation marks, dashes and
 * ellipses count as full-width ones: in Chinese fonts they are.
 */
export function halfWidths(text: string): number {
  let width = 0;
  for (const character of text) width += isWide(character) ? 2 : 1;
  return width;
}

/** True of a character that is as wide as a Chinese one. */
export function isWide(character: string): boolean {
  const code = character.codePointAt(0) ?? 0;
  return code >= 0x1100 && (code < 0x2000 || code > 0x200f);
}

/** A text padded with spaces to so many half widths; a wider one comes back as it is. */
export function padded(text: string, width: number, side: 'left' | 'right' | 'both'): string {
  const room = Math.max(0, width - halfWidths(text));
  const before = side === 'left' ? room : side === 'both' ? Math.floor(room / 2) : 0;
  return ' '.repeat(before) + text + ' '.repeat(room - before);
}
