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
  /** The rows of each constant, once one was looked up. */
  constants: Map<CellValue, number[]> | undefined;
}

/** A sheet turned for looking up: by column, since most ranges are columns and most rows are short. */
export class Grid {
  private readonly columns = new Map<number, GridColumn>();
  private lastColumn = -1;

  constructor(readonly snapshot: SheetSnapshot) {}

  add(row: number, cell: Cell, formula: FormulaNode | undefined): void {
    let column = this.columns.get(cell.column);
    if (!column) {
      column = { rows: [], values: [], formulas: [], formulaAt: [], constants: undefined };
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

  /** The first row of an area whose cell in its first column holds a value; of texts capitals and small letters are alike. */
  rowOf(value: string | number | boolean, { top, bottom, left }: Area): number | undefined {
    const column = this.columns.get(left);
    if (!column) return undefined;
    const wanted = alike(value);
    column.constants ??= constantsOf(column);
    const rows = column.constants.get(wanted) ?? [];
    let first = rows[firstFrom(rows, top)];
    if (first !== undefined && first > bottom) first = undefined;
    for (let i = firstFrom(column.formulaAt, firstFrom(column.rows, top)); i < column.formulaAt.length; i++) {
      const at = column.formulaAt[i] as number;
      const row = column.rows[at] as number;
      if (row > bottom || (first !== undefined && row > first)) break;
      const held = column.formulas[at]?.value ?? null;
      if (held !== null && alike(held) === wanted) return row;
    }
    return first;
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

const alike = (value: CellValue): CellValue => (typeof value === 'string' ? value.toUpperCase() : value);

function constantsOf({ rows, values, formulas }: GridColumn): Map<CellValue, number[]> {
  const found = new Map<CellValue, number[]>();
  values.forEach((value, at) => {
    if (value === null || formulas[at]) return;
    const key = alike(value);
    const known = found.get(key);
    if (known) known.push(rows[at] as number);
    else found.set(key, [rows[at] as number]);
  });
  return found;
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
