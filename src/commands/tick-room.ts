import type { CellRef } from '../engine/snapshot/address';
import type { SheetSnapshot } from '../engine/snapshot/snapshot';

/** What an icon and the margins of a cell take, in characters: 16 pixels and a gap, and 5 pixels, where a digit takes 7. */
const ICON_AND_MARGINS = 3.3;

/**
 * Whether a number and an icon fit beside each other into its cell, where Excel would show `####` otherwise. True where nobody has said
 * how wide columns are, and for hidden ones. Fonts are not known: those of the cells are taken to be as wide as that of the workbook.
 */
export function hasRoom(sheet: SheetSnapshot, { row, column }: CellRef, value: number, format?: string): boolean {
  const { widths, hiddenColumns, merges } = sheet;
  if (!widths || hiddenColumns.some(({ from, to }) => column >= from && column <= to)) return true;
  const merge = merges.find(({ top, left }) => top === row && left === column);
  let width = 0;
  for (let at = column; at <= (merge?.right ?? column); at++)
    width += widths.columns.find(({ from, to }) => at >= from && at <= to)?.width ?? widths.usual;
  return shownLength(value, format) + ICON_AND_MARGINS <= width;
}

/** About how many characters a number takes as its format shows it. */
export function shownLength(value: number, format?: string): number {
  const sign = value < 0 ? 1 : 0;
  const sections = (format ?? '').split(';');
  const section = (value < 0 ? sections[1] : undefined) ?? sections[0] ?? '';
  const bare = section.replace(/\[[^\]]*\]/g, '');
  const digits = /[#0?][#0?,]*(?:\.([#0?]*))?/.exec(bare);
  if (!digits) return String(value).length;
  const [placeholder, decimals] = digits;
  const whole = String(Math.trunc(Math.abs(value))).length;
  const separators = placeholder.includes(',') ? Math.floor((whole - 1) / 3) : 0;
  const around = bare.replace(placeholder, '').replace(/\*./g, '').replace(/_./g, ' ').replace(/["\\]/g, '').length;
  const point = decimals === undefined ? 0 : decimals.length + 1;
  return whole + separators + point + around + (value < 0 && sections[1] !== undefined ? 0 : sign);
}
