/** `#1F1F1F` and the like: dark where its luminance (WCAG) is under a half; undefined for anything that is no such colour. */
export function isDark(colour: string): boolean | undefined {
  const match = /^#?([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(colour.trim());
  if (!match) return undefined;
  const [red = 0, green = 0, blue = 0] = match.slice(1).map((hex) => channel(parseInt(hex, 16) / 255));
  // The middle between black and white as the eye sees it.
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue < 0.18;
}

function channel(value: number): number {
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
}
