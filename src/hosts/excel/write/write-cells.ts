import type { Area } from '../../../engine/snapshot/address';
import { areasOf } from '../../../engine/snapshot/areas';
import { rangeOf } from '../api/areas';
import { bytesOf } from '../api/bytes';
import { cellCount } from '../api/sheet-cells';
import type { Held } from '../api/contents';
import { heldOf, sameContent } from '../api/contents';
import type { Step } from '../api/step';
import { BYTES_A_CALL } from '../api/step';

/** What a cell is to hold. */
export interface CellWrite {
  readonly row: number;
  readonly column: number;
  readonly held: Held;
  /** What it holds, as far as that matters. */
  readonly now?: Held;
  /** The number format it has. */
  readonly present: string;
  /** The number format it is to have. */
  readonly format: string;
  /** A formula, too, stays without a number format: Excel gives it that of a cell it refers to. */
  readonly isFirm?: true;
}

/** In which nothing is parsed, and nothing computed. */
export const TEXT_FORMAT = '@';

/** Rows written by one step, so that no request grows without bound. */
const ROWS_A_STEP = 1000;

/** The library writes more cells than these in so many pieces, with four calls each. */
const CELLS_A_PIECE = 1500;
const CALLS_A_PIECE = 5;

/**
 * Writes contents into cells of a sheet, a block at a time; no cell between them is touched. Formats go first, since what is put
 * into a cell of text format becomes text, even a number and a formula. `overrun` is told of each cell that held something else by
 * then than it was seen to hold: Excel cannot write on a condition, but it can be asked in the same breath.
 */
export function cellSteps(
  sheet: string,
  writes: readonly CellWrite[],
  overrun?: (write: CellWrite, found: Held) => void,
): readonly Step[] {
  return blocksOf(writes).map(({ area, cells }): Step => {
    const during = cells.map((row) => row.map(formatWhileWriting));
    const formulas = cells.map((row) => row.map((cell) => typed(cell.held, formatWhileWriting(cell))));
    const first = changes(cells, during, (cell) => cell.present);
    const after = changes(
      cells,
      cells.map((row) => row.map(({ format }) => format)),
      (cell) => (cell.isFirm && 'formula' in cell.held ? undefined : formatWhileWriting(cell)),
    );
    const pieces = Math.ceil(cellCount(area) / CELLS_A_PIECE);
    const calls = 1 + CALLS_A_PIECE * pieces;
    let before: Excel.Range | undefined;
    return {
      bytes: [formulas, first, after].reduce((sum, grid) => sum + (grid ? bytesOf(grid) + calls * BYTES_A_CALL : 0), 0),
      isAtomic: !first && !after && pieces === 1,
      write: (context) => {
        const there = context.workbook.worksheets.getItem(sheet);
        if (overrun) before = rangeOf(there, area).load('values,formulas,valueTypes');
        const range = rangeOf(there, area);
        if (first) range.numberFormat = first;
        range.formulas = formulas;
        if (after) range.numberFormat = after;
      },
      afterwards: () => {
        if (!overrun || !before) return;
        const { values, formulas: written, valueTypes } = before;
        for (const [row, line] of cells.entries()) {
          for (const [column, cell] of line.entries()) {
            const found = heldOf(values[row]?.[column], written[row]?.[column], valueTypes[row]?.[column]);
            if (cell.now && !sameContent(found, cell.now) && !sameContent(found, cell.held)) overrun(cell, found);
          }
        }
      },
    };
  });
}

/** A text format keeps texts as they are; everything else is written into a cell that has none for the moment. */
function formatWhileWriting({ held, format }: CellWrite): string {
  return format === TEXT_FORMAT && !isText(held) ? 'General' : format;
}

function isText(held: Held): boolean {
  return 'value' in held && typeof held.value === 'string' && held.isError !== true;
}

/** As somebody would type it. A text is parsed unless the cell is of text format or it begins with an apostrophe, which Excel takes off. */
function typed(held: Held, format: string): string | number | boolean {
  if ('formula' in held) return `=${held.formula}`;
  if (held.value === null) return '';
  if (typeof held.value !== 'string' || held.isError === true) return held.value;
  return format === TEXT_FORMAT && !held.value.startsWith("'") ? held.value : `'${held.value}`;
}

/** The formats to be written; undefined where all cells have theirs already. */
function changes(
  cells: readonly (readonly CellWrite[])[],
  wanted: string[][],
  has: (cell: CellWrite) => string | undefined,
): string[][] | undefined {
  const differs = cells.some((row, top) => row.some((cell, left) => wanted[top]?.[left] !== has(cell)));
  return differs ? wanted : undefined;
}

interface Block {
  readonly area: Area;
  readonly cells: readonly (readonly CellWrite[])[];
}

/** The cells in rectangles without gaps; of two writes to a cell the last counts. */
function blocksOf(writes: readonly CellWrite[]): readonly Block[] {
  const byPlace = new Map(writes.map((write) => [`${write.row},${write.column}`, write]));
  return areasOf([...byPlace.values()]).flatMap((area) => cutInSteps(area).map((piece) => blockOf(piece, byPlace)));
}

function cutInSteps(area: Area): readonly Area[] {
  const count = Math.ceil((area.bottom - area.top + 1) / ROWS_A_STEP);
  return Array.from({ length: count }, (_, index) => {
    const top = area.top + index * ROWS_A_STEP;
    return { ...area, top, bottom: Math.min(area.bottom, top + ROWS_A_STEP - 1) };
  });
}

function blockOf(area: Area, byPlace: ReadonlyMap<string, CellWrite>): Block {
  const cells: CellWrite[][] = [];
  for (let row = area.top; row <= area.bottom; row++) {
    const line: CellWrite[] = [];
    for (let column = area.left; column <= area.right; column++) {
      const write = byPlace.get(`${row},${column}`);
      if (!write) throw new Error(`a block with a gap at ${row},${column}`);
      line.push(write);
    }
    cells.push(line);
  }
  return { area, cells };
}
