import type { Area } from '../../../engine/snapshot/address';
import { rangeOf } from '../api/areas';
import { BATCH_BYTES } from '../api/bytes';
import { heldOf } from '../api/contents';
import { cellCount } from '../api/sheet-cells';
import { isTooBig } from '../problem';
import type { CellStyle, PlanCell, SheetPlan, Size } from '../sheets/sheet-plan';
import { StyleList } from '../sheets/sheet-plan';
import { cellStyleOf } from './style-of';

/** Properties of each cell that a style is made of. */
const LINE = { color: true, style: true, weight: true };
const LOOKS = {
  format: {
    fill: { color: true, pattern: true },
    font: { name: true, size: true, color: true, bold: true, italic: true, strikethrough: true, underline: true },
    borders: LINE,
    horizontalAlignment: true,
    verticalAlignment: true,
    wrapText: true,
    indentLevel: true,
    protection: true,
  },
} as const;

/** The cells of a sheet with their looks, and the sizes of its rows and columns. */
export type Looks = Pick<SheetPlan, 'cells' | 'styles' | 'rows' | 'columns'>;

export const NO_LOOKS: Looks = { cells: [], styles: [], rows: [], columns: [] };

/** About what a cell with all its looks takes in an answer. */
const BYTES_A_LOOK = 550;

/** About what the looks of an area take in an answer. */
export function bytesOfLooks(area: Area | undefined): number {
  return area ? cellCount(area) * BYTES_A_LOOK : 0;
}

/** Asks for the looks of an area; after the sync. */
export function requestLooks(sheet: Excel.Worksheet, area: Area): () => Looks {
  const { top, left } = area;
  const range = rangeOf(sheet, area);
  range.load('values,formulas,valueTypes,numberFormat');
  const looks = range.getCellProperties(LOOKS);
  const rows = range.getRowProperties({ rowHidden: true, format: { rowHeight: true, useStandardHeight: true } });
  const columns = range.getColumnProperties({
    columnHidden: true,
    format: { columnWidth: true, useStandardWidth: true },
  });
  return () => {
    const styles = new StyleList();
    const cells = range.values.flatMap((values: readonly unknown[], row: number) =>
      values.flatMap((value, column): readonly PlanCell[] => {
        const held = heldOf(value, range.formulas[row]?.[column], range.valueTypes[row]?.[column]);
        const format: unknown = range.numberFormat[row]?.[column];
        const style: CellStyle = cellStyleOf(looks.value[row]?.[column]?.format);
        const isPlain =
          'value' in held && held.value === null && format === 'General' && Object.keys(style).length === 0;
        if (isPlain) return [];
        return [
          {
            row: top + row,
            column: left + column,
            held,
            ...(typeof format === 'string' && format !== 'General' ? { format } : {}),
            style: styles.of(style),
          },
        ];
      }),
    );
    return {
      cells,
      styles: styles.styles,
      rows: rows.value.flatMap((row, index) =>
        sizeOf(top + index, row.rowHidden, row.format?.useStandardHeight, row.format?.rowHeight),
      ),
      columns: columns.value.flatMap((column, index) =>
        sizeOf(left + index, column.columnHidden, column.format?.useStandardWidth, column.format?.columnWidth),
      ),
    };
  };
}

function sizeOf(
  index: number,
  hidden: boolean | undefined,
  standard: boolean | undefined,
  points: number | undefined,
): readonly Size[] {
  const isHidden = hidden === true;
  // A hidden row is nothing high, which is not what it is when it is shown again.
  const isSized = !isHidden && standard !== true && points !== undefined;
  if (!isHidden && !isSized) return [];
  return [{ index, ...(isSized ? { points } : {}), ...(isHidden ? { hidden: true } : {}) }];
}

/** Reads the looks of an area in blocks of rows, a batch each; a block too big for an answer all the same in halves. */
export async function readLooks(context: Excel.RequestContext, sheet: Excel.Worksheet, area: Area): Promise<Looks> {
  const height = area.bottom - area.top + 1;
  const rows = Math.max(1, Math.floor((height * BATCH_BYTES) / Math.max(1, bytesOfLooks(area))));
  const looks: Looks[] = [];
  for (let top = area.top; top <= area.bottom; top += rows)
    looks.push(await readBlock(context, sheet, { ...area, top, bottom: Math.min(area.bottom, top + rows - 1) }));
  return joined(looks);
}

async function readBlock(context: Excel.RequestContext, sheet: Excel.Worksheet, area: Area): Promise<Looks> {
  try {
    const looks = requestLooks(sheet, area);
    await context.sync();
    return looks();
  } catch (error) {
    if (!isTooBig(error) || area.top === area.bottom) throw error;
    const middle = (area.top + area.bottom) >> 1;
    const upper = await readBlock(context, sheet, { ...area, bottom: middle });
    return joined([upper, await readBlock(context, sheet, { ...area, top: middle + 1 })]);
  }
}

/** Looks of blocks below each other, in one list of styles. */
function joined(blocks: readonly Looks[]): Looks {
  const styles = new StyleList();
  return {
    cells: blocks.flatMap((block) => {
      const places = block.styles.map((style) => styles.of(style));
      return block.cells.map((cell) => ({ ...cell, style: places[cell.style] ?? styles.of({}) }));
    }),
    rows: blocks.flatMap(({ rows }) => rows),
    columns: blocks[0]?.columns ?? [],
    styles: styles.styles,
  };
}
