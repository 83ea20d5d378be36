import type { Area } from '../../../engine/snapshot/address';
import { a1OfArea } from '../../../engine/snapshot/address';
import { areasOf, loadPlaces, rangeOf } from '../api/areas';
import type { Held } from '../api/contents';
import { heldOf, NOTHING_HELD } from '../api/contents';
import { isTooBig } from '../problem';

/** Cells of one sheet as they stand: contents, number formats, locks, merged areas. */
export interface Grid {
  /** Whether it was asked for. */
  covers(row: number, column: number): boolean;
  /** Blank outside of what was asked for. */
  held(row: number, column: number): Held;
  format(row: number, column: number): string;
  /** Undefined where it was not asked for each cell and they differ. */
  locked(row: number, column: number): boolean | undefined;
  readonly merges: readonly Area[];
}

interface Block {
  readonly area: Area;
  readonly values: readonly (readonly unknown[])[];
  readonly formulas: readonly (readonly unknown[])[];
  readonly types: readonly (readonly unknown[])[];
  readonly formats: readonly (readonly unknown[])[];
  readonly locks: readonly (readonly (boolean | undefined)[])[] | boolean | undefined;
}

export interface GridRequest {
  readonly read: () => Grid;
}

/** Asks for the cells of some areas of a sheet, which may be a null object. */
export function requestGrid(sheet: Excel.Worksheet, areas: readonly Area[], lockOfEach: boolean): GridRequest {
  const asked = areas.map((area) => {
    const range = rangeOf(sheet, area);
    range.load('values,formulas,valueTypes,numberFormat');
    range.format.protection.load('locked');
    const locks = lockOfEach ? range.getCellProperties({ format: { protection: true } }) : undefined;
    return { area, range, locks, merges: loadPlaces(range.getMergedAreasOrNullObject()) };
  });
  return {
    read: () => {
      const blocks = asked.map(({ area, range, locks }): Block => {
        const all: unknown = range.format.protection.locked;
        return {
          area,
          values: range.values,
          formulas: range.formulas,
          types: range.valueTypes,
          formats: range.numberFormat,
          locks: locks
            ? locks.value.map((row) => row.map((cell) => cell.format?.protection?.locked))
            : typeof all === 'boolean'
              ? all
              : undefined,
        };
      });
      return gridOf(
        blocks,
        asked.flatMap(({ merges }) => areasOf(merges)),
      );
    },
  };
}

/** Reads the cells of some areas of a sheet block by block; a block too big for an answer in halves. */
export async function readGrid(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
  areas: readonly Area[],
  lockOfEach: boolean,
): Promise<GridRequest> {
  const grids: GridRequest[] = [];
  for (const area of areas) grids.push(...(await gridsOf(context, sheet, area, lockOfEach)));
  return { read: () => joinGrids(grids.map((grid) => grid.read())) };
}

async function gridsOf(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
  area: Area,
  lockOfEach: boolean,
): Promise<readonly GridRequest[]> {
  try {
    const grid = requestGrid(sheet, [area], lockOfEach);
    await context.sync();
    return [grid];
  } catch (error) {
    if (!isTooBig(error) || area.top === area.bottom) throw error;
    const middle = (area.top + area.bottom) >> 1;
    const upper = await gridsOf(context, sheet, { ...area, bottom: middle }, lockOfEach);
    return [...upper, ...(await gridsOf(context, sheet, { ...area, top: middle + 1 }, lockOfEach))];
  }
}

/** A grid of a sheet of which no cell was asked for. */
export const EMPTY_GRID: Grid = gridOf([], []);

/** Grids of blocks that do not overlap, as one. */
function joinGrids(grids: readonly Grid[]): Grid {
  const at = (row: number, column: number): Grid => grids.find((grid) => grid.covers(row, column)) ?? EMPTY_GRID;
  const merges = new Map(grids.flatMap((grid) => grid.merges.map((merge) => [a1OfArea(merge), merge] as const)));
  return {
    merges: [...merges.values()],
    covers: (row, column) => grids.some((grid) => grid.covers(row, column)),
    held: (row, column) => at(row, column).held(row, column),
    format: (row, column) => at(row, column).format(row, column),
    locked: (row, column) => at(row, column).locked(row, column),
  };
}

function gridOf(blocks: readonly Block[], merges: readonly Area[]): Grid {
  const find = (row: number, column: number): Block | undefined =>
    blocks.find(({ area }) => row >= area.top && row <= area.bottom && column >= area.left && column <= area.right);
  const at = (block: Block, grid: readonly (readonly unknown[])[], row: number, column: number): unknown =>
    grid[row - block.area.top]?.[column - block.area.left];
  return {
    merges,
    covers: (row, column) => find(row, column) !== undefined,
    held: (row, column) => {
      const block = find(row, column);
      if (!block) return NOTHING_HELD;
      const [raw, written, type] = [block.values, block.formulas, block.types].map((grid) =>
        at(block, grid, row, column),
      );
      return heldOf(raw, written, type);
    },
    format: (row, column) => {
      const block = find(row, column);
      const format = block && at(block, block.formats, row, column);
      return typeof format === 'string' ? format : 'General';
    },
    locked: (row, column) => {
      const block = find(row, column);
      if (!block) return undefined;
      if (typeof block.locks === 'boolean' || block.locks === undefined) return block.locks;
      return block.locks[row - block.area.top]?.[column - block.area.left];
    },
  };
}
