import type { Area } from '../snapshot/address';
import type { DrawnCell, DrawnRow, Look } from '../snapshot/drawn';
import { heightOfLines, linesIn } from '../snapshot/row-height';

/** A sheet while it is drawn: cells and merged areas, put down in any order; a later cell takes the place of an earlier one. */
export class Canvas {
  private readonly cells = new Map<number, Map<number, DrawnCell>>();
  private readonly merged: Area[] = [];

  put(row: number, cell: DrawnCell): void {
    const cells = this.cells.get(row) ?? new Map<number, DrawnCell>();
    this.cells.set(row, cells.set(cell.column, cell));
  }

  /** Empty cells that only have a look, so that a merged area is ruled all round. */
  fill({ top, left, bottom, right }: Area, look: Look): void {
    for (let row = top; row <= bottom; row++)
      for (let column = left; column <= right; column++) this.put(row, { column, look, value: null });
  }

  merge(area: Area): void {
    this.merged.push(area);
  }

  /** A cell that spans an area: its look all over, its words in the first. */
  span(area: Area, look: Look, value: DrawnCell['value']): void {
    this.fill(area, look);
    this.put(area.top, { column: area.left, look, value });
    if (area.top !== area.bottom || area.left !== area.right) this.merge(area);
  }

  get merges(): readonly Area[] {
    return this.merged;
  }

  /** The rows from the first to the last; where words take several lines the height is estimated, since not every program fits it. */
  rows(widths: readonly number[], heights: Readonly<Record<number, number>> = {}): readonly DrawnRow[] {
    const last = Math.max(-1, ...this.cells.keys(), ...this.merged.map(({ bottom }) => bottom));
    return Array.from({ length: last + 1 }, (_row, row): DrawnRow => {
      const cells = inOrder([...(this.cells.get(row)?.values() ?? [])]);
      const height = heights[row] ?? this.heightFor(row, cells, widths);
      return { cells, ...(height === undefined ? {} : { height }) };
    });
  }

  private heightFor(row: number, cells: readonly DrawnCell[], widths: readonly number[]): number | undefined {
    const lines = cells.map(({ column, value, look }) => {
      if (typeof value !== 'string' || !WRAPPED.has(look)) return 1;
      const area = this.merged.find(({ top, left }) => top === row && left === column);
      // What spans several rows has their height together.
      const rows = area ? area.bottom - area.top + 1 : 1;
      const spanned = widths.slice(column, (area?.right ?? column) + 1);
      const width = spanned.reduce((sum, one) => sum + one, 0);
      return Math.ceil(linesIn(value, width - 1) / rows);
    });
    const most = Math.max(1, ...lines);
    return most === 1 ? undefined : heightOfLines(most);
  }
}

/** Most rows are put down from left to right. */
function inOrder(cells: DrawnCell[]): readonly DrawnCell[] {
  const isInOrder = cells.every(({ column }, index) => index === 0 || (cells[index - 1] as DrawnCell).column < column);
  return isInOrder ? cells : cells.sort((a, b) => a.column - b.column);
}

const WRAPPED: ReadonlySet<Look> = new Set<Look>([
  'header',
  'name1',
  'name2',
  'name3',
  'nameCentred',
  'remark',
  'paragraph',
  'inputWrap',
  'madeWrap',
  'madeLink',
]);
