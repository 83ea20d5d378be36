import type { Area } from '../snapshot/address';
import type { Cell, CellValue, SheetSnapshot } from '../snapshot/snapshot';
import type { Expression, NotRecalculatedReason } from './parse';

/** A formula while a workbook is being recalculated. */
export interface FormulaNode {
  readonly sheet: Grid;
  readonly row: number;
  readonly cell: Cell;
  readonly expression: Expression | undefined;
  /** How many rows above the cell the expression was written (`CopiedDown`). */
  readonly down: number;
  /** The present value; until the formula is done the cached one. */
  value: CellValue;
  /** Why `value` is not known to be right. */
  because: NotRecalculatedReason | undefined;
  state: 'new' | 'open' | 'done';
}

/** One column of a sheet, cells that hold something only, by rising row. */
interface GridColumn {
  readonly rows: number[];
  readonly values: CellValue[];
  readonly formulas: (FormulaNode | undefined)[];
  /** Positions of the formulas among the cells, so that a range's formulas are found without walking over its constants. */
  readonly formulaAt: number[];
}

/** A sheet turned for looking up: by column, since most ranges are columns and most rows are short. */
export class Grid {
  private readonly columns = new Map<number, GridColumn>();
  private lastColumn = -1;

  constructor(readonly snapshot: SheetSnapshot) {}

  add(row: number, cell: Cell, formula: FormulaNode | undefined): void {
    let column = this.columns.get(cell.column);
    if (!column) {
      column = { rows: [], values: [], formulas: [], formulaAt: [] };
      this.columns.set(cell.column, column);
      this.lastColumn = Math.max(this.lastColumn, cell.column);
    }
    if (formula) column.formulaAt.push(column.rows.length);
    column.rows.push(row);
    column.values.push(cell.value);
    column.formulas.push(formula);
  }

  /** What a cell holds; a formula is given as such. */
  at(row: number, column: number): CellValue | FormulaNode {
    const cells = this.columns.get(column);
    if (!cells) return null;
    const at = firstFrom(cells.rows, row);
    return cells.rows[at] === row ? (cells.formulas[at] ?? cells.values[at] ?? null) : null;
  }

  /** Each cell of an area that holds something; the end of the used part bounds whole columns and rows. */
  each(area: Area, visit: (value: CellValue | FormulaNode) => void): void {
    for (let c = area.left; c <= Math.min(area.right, this.lastColumn); c++) {
      const column = this.columns.get(c);
      if (!column) continue;
      for (
        let i = firstFrom(column.rows, area.top);
        i < column.rows.length && (column.rows[i] as number) <= area.bottom;
        i++
      ) {
        visit(column.formulas[i] ?? column.values[i] ?? null);
      }
    }
  }

  /** Adds the formulas of an area to a list. */
  formulasOf(area: Area, to: FormulaNode[]): void {
    for (let c = area.left; c <= Math.min(area.right, this.lastColumn); c++) {
      const column = this.columns.get(c);
      if (!column || column.formulaAt.length === 0) continue;
      const first = firstFrom(column.rows, area.top);
      for (let i = firstFrom(column.formulaAt, first); i < column.formulaAt.length; i++) {
        const at = column.formulaAt[i] as number;
        if ((column.rows[at] as number) > area.bottom) break;
        to.push(column.formulas[at] as FormulaNode);
      }
    }
  }
}

// Position of the first number that is not below the wanted one, in a rising list.
function firstFrom(rising: readonly number[], wanted: number): number {
  let low = 0;
  let high = rising.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((rising[middle] as number) < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}
