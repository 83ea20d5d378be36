import type { Cell, SheetSnapshot } from '../../../engine/snapshot/snapshot';
import { rowAt } from '../../../engine/snapshot/snapshot';
import type { Held } from '../api/contents';
import { NOTHING_HELD, sameContent } from '../api/contents';
import type { Grid } from '../look/grid';

/**
 * By which a cell is known to be the one that a patch was made for, although somebody may have put in rows or columns meanwhile:
 * the words of its row stand where they stood, and of the words of its column at least one does. A blank cell alone says nothing.
 */
export class RowWords {
  private readonly rows = new Map<number, boolean>();
  private readonly columns = new Map<number, boolean>();
  private readonly targets: ReadonlySet<string>;

  constructor(
    private readonly made: SheetSnapshot,
    private readonly grid: Grid,
    targets: readonly { readonly row: number; readonly column: number }[],
  ) {
    // What the patch itself is to change need not stand there as it did.
    this.targets = new Set(targets.map(({ row, column }) => `${row},${column}`));
  }

  /** What the cell held when the patch was made. */
  before(row: number, column: number): Held {
    const cell = rowAt(this.made, row)?.cells.find((one) => one.column === column);
    if (!cell) return NOTHING_HELD;
    return cell.formula === undefined ? { value: cell.value } : { formula: cell.formula };
  }

  isSamePlace(row: number, column: number): boolean {
    return this.isSameRow(row) && this.isSameColumn(column);
  }

  private isSameRow(row: number): boolean {
    const known = this.rows.get(row);
    if (known !== undefined) return known;
    const words = (rowAt(this.made, row)?.cells ?? []).filter((cell) => this.isWord(row, cell));
    const same = words.every(({ column, value }) => sameContent(this.grid.held(row, column), { value }));
    this.rows.set(row, same);
    return same;
  }

  private isSameColumn(column: number): boolean {
    const known = this.columns.get(column);
    if (known !== undefined) return known;
    let words = 0;
    let found = 0;
    for (const { row, cells } of this.made.rows) {
      const cell = cells.find((one) => one.column === column);
      if (!cell || !this.isWord(row, cell)) continue;
      words++;
      if (sameContent(this.grid.held(row, column), { value: cell.value })) found++;
    }
    const same = words === 0 || found > 0;
    this.columns.set(column, same);
    return same;
  }

  /** A text that stood there, that the patch leaves alone, and that was looked at again. */
  private isWord(row: number, { column, value, formula }: Cell): boolean {
    return (
      formula === undefined &&
      typeof value === 'string' &&
      !this.targets.has(`${row},${column}`) &&
      this.grid.covers(row, column)
    );
  }
}
