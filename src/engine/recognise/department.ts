import { readMoneyUnit } from '../amount/money-unit';
import { labelledDepartment } from '../text/department-label';
import type { GridCell, GridRow } from './grid';

/** The department that a cell names: behind a label in it, or in the next cell where only the label stands there. */
export function departmentAt({ cell, column }: GridCell, row: GridRow): string | undefined {
  const name = typeof cell.value === 'string' ? labelledDepartment(cell.value) : undefined;
  if (name === undefined || name !== '') return name;
  const next = row.cells.find((later) => later.column > column && later.text !== '');
  return next && typeof next.cell.value === 'string' && isName(next.cell.value, next.text) ? next.text : undefined;
}

/** Not another label (`填报日期：`), a money unit or a date. */
const isName = (value: string, text: string): boolean => !/:|^20\d\d/.test(text) && !readMoneyUnit(value);
