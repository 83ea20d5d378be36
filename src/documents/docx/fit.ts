import type { GridCell, TableGrid } from '../../engine/layout/grid';
import { columnWidths } from '../tables/widths';
import { linesOf } from './lines';
import { LANDSCAPE, textHeight, textWidth, UPRIGHT, type Page } from './page';

/** A table as it is set on its pages: lengths in points. */
export interface FittedTable {
  readonly grid: TableGrid;
  readonly page: Page;
  /** Of its text. */
  readonly size: number;
  readonly line: number;
  /** Above and below the text of a cell. */
  readonly padding: number;
  readonly widths: readonly number[];
  /** What each row is high at the least, and about how high it comes out. */
  readonly least: number;
  readonly heights: readonly number[];
}

/** The line below each row. */
export const RULE = 0.5;
/** Left free below a table that is to stand on one page: programs differ by a little in what a row is high. */
const SPARE = 8;

/** At the left and the right of a cell's text. */
export const CELL_MARGIN = 2;

const SIZES = [10.5, 10, 9.5, 9, 8.5, 8, 7.5, 7, 6.5, 6, 5.5, 5];
/** An upright page is kept as long as the text can be read with ease. */
const SMALLEST_UPRIGHT = 9;

/** How loosely rows are set: roomy where the page is not filled, tight where a page would otherwise end with a row or two. */
const DENSITIES = [
  { line: 1.35, padding: 5 },
  { line: 1.35, padding: 3 },
  { line: 1.3, padding: 1.5 },
  { line: 1.2, padding: 0.5 },
] as const;

/**
 * Fits a table to its page: upright where its columns can be read there, else on its side; in the largest text in which no amount
 * is broken and the table stands on one page, rows as roomy as that page allows. A longer table is set in the largest text that its
 * columns allow. `taken` of the first page's height is used by what stands above the table.
 */
export function fitTable(grid: TableGrid, taken: number): FittedTable {
  const needs = columnWidths(grid);
  const least = needs.least.reduce((sum, width) => sum + width, 0);
  const fitting = (page: Page): readonly number[] => SIZES.filter((size) => least * (size / 2) <= textWidth(page));
  const upright = grid.landscape ? [] : fitting(UPRIGHT).filter((size) => size >= SMALLEST_UPRIGHT);
  const page = upright.length > 0 ? UPRIGHT : LANDSCAPE;
  const sizes = upright.length > 0 ? upright : fitting(LANDSCAPE);
  const largest = sizes[0] ?? SMALLEST;
  const room = textHeight(page) - taken - SPARE;
  const setting = (size: number, { line, padding }: (typeof DENSITIES)[number]): FittedTable => {
    const widths = distributed(needs.least, needs.wanted, size / 2, textWidth(page));
    return { grid, page, ...settingOf(grid, { size, widths, line: round(size * line), padding }) };
  };
  // Smaller text is worth it only where it brings the table onto one page.
  const smallest = largest - MOST_SMALLER;
  const mayFit = grid.rows.length * smallest * DENSITIES[3].line <= room;
  for (const size of mayFit ? sizes.filter((candidate) => candidate >= smallest) : []) {
    if (sum(setting(size, DENSITIES[3]).heights) > room) continue;
    for (const density of DENSITIES) {
      const fitted = setting(size, density);
      if (sum(fitted.heights) <= room) return fitted;
    }
  }
  return setting(largest, DENSITIES[2]);
}

const SMALLEST = 5;
const MOST_SMALLER = 1.5;

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
const round = (points: number): number => Math.round(points * 10) / 10;

/**
 * Widths in points that fill the page: what columns want where there is room for it; else what they need, and as much more for each
 * as the room allows, so that those get what they want first that want little more.
 */
function distributed(
  least: readonly number[],
  wanted: readonly number[],
  half: number,
  room: number,
): readonly number[] {
  const needed = sum(least) * half;
  const wish = sum(wanted) * half;
  if (wish <= room) return wanted.map((width) => (width * half * room) / Math.max(1, wish));
  if (needed >= room) return least.map((width) => (width * half * room) / needed);
  const lacking = least.map((width, at) => Math.max(0, (wanted[at] ?? width) - width) * half);
  const more = levelOf(lacking, room - needed);
  return least.map((width, at) => width * half + Math.min(more, lacking[at] ?? 0));
}

/** The level up to which each of the amounts can be met so that together they come to the given sum. */
function levelOf(amounts: readonly number[], together: number): number {
  let left = together;
  const rising = [...amounts].sort((a, b) => a - b);
  for (const [index, amount] of rising.entries()) {
    const others = rising.length - index;
    if (amount * others > left) return left / others;
    left -= amount;
  }
  return rising[rising.length - 1] ?? 0;
}

type Setting = Pick<FittedTable, 'size' | 'widths' | 'line' | 'padding'>;

function settingOf(grid: TableGrid, setting: Setting): Setting & Pick<FittedTable, 'least' | 'heights'> {
  const { line, padding } = setting;
  const least = line + 2 * padding;
  const heights = grid.rows.map(
    (row) => RULE + Math.max(least, ...row.flatMap((cell) => (cell.rowSpan > 1 ? [] : [heightOf(cell, setting)]))),
  );
  // What a merged cell needs beyond its rows, Word gives to the last of them.
  grid.rows.forEach((row, index) => {
    for (const cell of row) {
      if (cell.rowSpan === 1) continue;
      const last = index + cell.rowSpan - 1;
      const lacking = heightOf(cell, setting) - sum(heights.slice(index, last + 1));
      if (lacking > 0) heights[last] = (heights[last] ?? least) + lacking;
    }
  });
  return { ...setting, least, heights };
}

function heightOf({ text, column, columnSpan }: GridCell, { size, widths, line, padding }: Setting): number {
  const width = sum(widths.slice(column, column + columnSpan)) - 2 * CELL_MARGIN;
  return linesOf(text, { width: Math.max(size, width), size }) * line + 2 * padding;
}
