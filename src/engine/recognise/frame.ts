import { readMoneyUnit } from '../amount/money-unit';
import type { MoneyUnit } from '../amount/reading';
import type { TableFrame } from '../book/book';
import { departmentAt } from './department';
import { refOf, type Grid, type GridCell, type GridRow } from './grid';

/** Not a day (2026年3月1日) on which something was written. */
const YEAR = /(20\d\d)年(?!\d{1,2}月)/;

/** Reads the lines around a table: department, year, money unit. What stands nearest above the header wins, then what stands below. */
export function frameOf(
  grid: Grid,
  where: { readonly top: number; readonly header: number; readonly bottom: number },
  title: GridCell | undefined,
  declaredUnit: MoneyUnit,
): TableFrame {
  const above = grid.rows.filter((row) => row.row >= where.top && row.row < where.header).reverse();
  const below = grid.rows.filter((row) => row.row > where.header && row.row <= where.bottom).slice(-3);
  const lines = [...above, ...below];
  const unit = firstOf(lines, (cell, row) => unitAt(cell, row)) ?? headerUnit(grid, where.header);
  return {
    sheet: grid.sheet,
    top: where.top,
    bottom: where.bottom,
    title: title && { text: title.text, cell: refOf(grid, title) },
    moneyUnit: unit && !('foreign' in unit.found) ? unit.found.unit : declaredUnit,
    unitCell: unit && refOf(grid, unit.cell),
    foreignUnit: unit && 'foreign' in unit.found ? unit.found.foreign : undefined,
    department: found(grid, firstOf(lines, departmentAt), (name) => ({ name })),
    year: found(grid, firstOf([...(title ? [{ row: title.row, cells: [title] }] : []), ...above], yearAt), (year) => ({
      year,
    })),
  };
}

type UnitFound = { readonly unit: MoneyUnit } | { readonly foreign: string };

function unitAt(cell: GridCell, row: GridRow): UnitFound | undefined {
  const value = cell.cell.value;
  if (typeof value !== 'string') return undefined;
  const next = row.cells.find((later) => later.column > cell.column && later.text !== '');
  const alone = /单位:?$/.test(cell.text) && next ? `单位:${next.text}` : undefined;
  const reading = readMoneyUnit(value) ?? (alone === undefined ? undefined : readMoneyUnit(alone));
  if (!reading) return undefined;
  return reading.supported ? { unit: reading.unit } : { foreign: reading.unit };
}

/** `预算数（万元）`: the unit may stand in a header. */
function headerUnit(grid: Grid, header: number): Found<UnitFound> | undefined {
  const rows = grid.rows.filter((row) => row.row >= header && row.row <= header + 3);
  return firstOf(rows, (cell) => {
    if (typeof cell.cell.value !== 'string' || !cell.text.includes('元)')) return undefined;
    const reading = readMoneyUnit(cell.cell.value);
    return reading?.supported ? { unit: reading.unit } : undefined;
  });
}

function yearAt(cell: GridCell): number | undefined {
  const match = YEAR.exec(cell.text);
  return match ? parseInt(match[1] ?? '', 10) : undefined;
}

interface Found<T> {
  readonly cell: GridCell;
  readonly found: T;
}

function firstOf<T>(
  rows: readonly GridRow[],
  look: (cell: GridCell, row: GridRow) => T | undefined,
): Found<T> | undefined {
  for (const row of rows) {
    for (const cell of row.cells) {
      const seen = look(cell, row);
      if (seen !== undefined) return { cell, found: seen };
    }
  }
  return undefined;
}

function found<T, R extends object>(
  grid: Grid,
  seen: Found<T> | undefined,
  wrap: (value: T) => R,
): (R & { readonly cell: ReturnType<typeof refOf> }) | undefined {
  return seen && { ...wrap(seen.found), cell: refOf(grid, seen.cell) };
}
