import type { GridCell, TableGrid } from '../../engine/layout/grid';
import type { Look } from '../../engine/snapshot/drawn';
import { halfWidths, isWide } from '../text-width';

/** Widths of columns in half-width characters: what they need at the least, and what they would like to have. */
export interface ColumnWidths {
  readonly least: readonly number[];
  readonly wanted: readonly number[];
}

const PADDING = 2;
/** What fits side by side between the margins of an upright page in the size of body text. */
const UPRIGHT = 84;

/**
 * How wide the columns of a table are to be. Amounts and codes are never broken; words are, down to eight characters; a header
 * is broken into at most six lines. A header over several columns takes what it needs from all of them.
 */
export function columnWidths(grid: Pick<TableGrid, 'rows' | 'headerRows'>): ColumnWidths {
  const count = Math.max(0, ...grid.rows.flat().map(({ column, columnSpan }) => column + columnSpan));
  const least = Array.from({ length: count }, () => 3);
  const wanted = [...least];
  grid.rows.forEach((row, index) => {
    for (const cell of row) {
      if (cell.columnSpan > 1 || cell.text === '') continue;
      const needs = needsOf(cell, index < grid.headerRows);
      least[cell.column] = Math.max(least[cell.column] ?? 0, needs.least);
      wanted[cell.column] = Math.max(wanted[cell.column] ?? 0, needs.wanted);
    }
  });
  grid.rows.forEach((row, index) => {
    for (const cell of row) {
      if (cell.columnSpan === 1 || cell.text === '') continue;
      const needs = needsOf(cell, index < grid.headerRows);
      widen(least, cell, needs.least);
      widen(wanted, cell, needs.wanted);
    }
  });
  const padded = (widths: readonly number[]): readonly number[] => widths.map((width) => width + PADDING);
  return { least: padded(least), wanted: padded(wanted.map((width, at) => Math.max(width, least[at] ?? 0))) };
}

/** Whether a table needs a page on its side. */
export function needsLandscape({ least }: ColumnWidths): boolean {
  return least.reduce((sum, width) => sum + width, 0) > UPRIGHT;
}

function needsOf({ text, look }: GridCell, isHeader: boolean): { readonly least: number; readonly wanted: number } {
  const width = Math.max(...text.split('\n').map(halfWidths));
  if (isHeader) {
    const wanted = width <= ONE_LINE ? width : even(width / 2);
    return { least: Math.min(width, Math.max(4, even(width / 6))), wanted };
  }
  if (isAmount(look) || look === 'code') return { least: width, wanted: width };
  const shortest = look === 'nameCentred' ? 8 : 16;
  return { least: Math.max(Math.min(width, shortest), longestWord(text)), wanted: Math.min(width, 48) };
}

/** A header of so many half widths is not broken where there is room. */
const ONE_LINE = 12;

const even = (width: number): number => Math.ceil(width / 2) * 2;

/** The longest stretch that is not broken: a number, a code, a Latin word. */
function longestWord(text: string): number {
  let longest = 0;
  let run = 0;
  for (const character of text) {
    run = isWide(character) || character === ' ' ? 0 : run + 1;
    longest = Math.max(longest, run);
  }
  return Math.min(longest, 24);
}

function widen(widths: number[], { column, columnSpan }: GridCell, needed: number): void {
  const spanned = widths.slice(column, column + columnSpan);
  const lacking = needed - spanned.reduce((sum, width) => sum + width + PADDING, -PADDING);
  if (lacking <= 0) return;
  const each = Math.ceil(lacking / columnSpan);
  for (let at = column; at < column + columnSpan; at += 1) widths[at] = (widths[at] ?? 0) + each;
}

/** Whether a cell of that look holds an amount, at the right of its column. */
export function isAmount(look: Look): boolean {
  return look === 'amount' || look === 'computed' || look === 'totalAmount';
}
