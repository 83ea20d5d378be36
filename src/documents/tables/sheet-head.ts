import type { Figure, RecognisedTable, TablePlace } from '../../engine/book/book';
import type { TableGrid } from '../../engine/layout/grid';
import type { Area, CellRef } from '../../engine/snapshot/address';
import { cellAt, type SheetSnapshot } from '../../engine/snapshot/snapshot';
import { displayed } from './displayed';
import { printedText, range } from './region';

/** Caption, title and the line above the header, as they stand over the table. */
export function headOf(
  { declared, frame }: RecognisedTable,
  sheet: SheetSnapshot,
  headerTop: number,
): Pick<TableGrid, 'caption' | 'title' | 'left' | 'right'> {
  const titleRow = frame.title?.cell.row ?? headerTop;
  const lines = sheet.rows.filter(({ row }) => row >= frame.top && row < headerTop);
  const isAt = (cell: CellRef | undefined, row: number, column: number): boolean =>
    cell !== undefined && cell.row === row && cell.column === column;
  const caption: string[] = [];
  const left: string[] = [];
  for (const { row, cells } of lines) {
    for (const cell of cells) {
      const text = printedText(displayed(cell)).trim();
      if (text === '' || isAt(frame.title?.cell, row, cell.column) || isAt(frame.unitCell, row, cell.column)) continue;
      if (row <= titleRow) caption.push(text.replace(/[:：]$/, ''));
      else left.push(text);
    }
  }
  const unit = frame.unitCell && cellAt(sheet, frame.unitCell.row, frame.unitCell.column);
  const right =
    unit && frame.unitCell.row < headerTop ? printedText(displayed(unit)).trim() : `单位：${frame.moneyUnit}`;
  const title = frame.title && cellAt(sheet, frame.title.cell.row, frame.title.cell.column);
  return {
    caption: caption.join('\u3000'),
    title: title ? titleText(displayed(title)) : declared.title,
    left: left.join('\u3000'),
    right,
  };
}

/** A title without the spaces that spread it over the sheet. */
export function titleText(raw: string): string {
  return raw.replace(/[\s\u3000]+/gu, '');
}

/** The columns under the header and those beside them that have words over them; blank and hidden ones left out. */
export function columnsOf(
  table: RecognisedTable,
  place: TablePlace,
  sheet: SheetSnapshot,
  figures: readonly Figure[],
): readonly number[] {
  const known = table.blocks.flatMap(({ columns, keyColumns }) => [
    ...columns.nodes.map(({ column }) => column),
    ...keyColumns.flat(),
  ]);
  const headed = new Set<number>(known);
  for (const { row, cells } of sheet.rows) {
    if (row < place.header.top || row > place.header.bottom) continue;
    for (const cell of cells) {
      if (displayed(cell).trim() === '') continue;
      const merge = sheet.merges.find((area) => area.top === row && area.left === cell.column);
      for (const column of range(cell.column, merge?.right ?? cell.column)) headed.add(column);
    }
  }
  let [left, right] = [Math.min(...known), Math.max(...known)];
  while (headed.has(left - 1)) left -= 1;
  while (headed.has(right + 1)) right += 1;
  const filled = new Set<number>();
  for (const { row, cells } of sheet.rows) {
    if (row <= place.header.bottom || row > place.bottom) continue;
    for (const cell of cells) if (displayed(cell).trim() !== '') filled.add(cell.column);
  }
  const withAmounts = new Set(figures.filter(holdsAmount).map(({ cell }) => cell.column));
  return range(left, right).filter((column) => {
    const isHidden = sheet.hiddenColumns.some(({ from, to }) => column >= from && column <= to);
    return isHidden ? withAmounts.has(column) : headed.has(column) || filled.has(column);
  });
}

/** Whether a figure is something that a total counts. */
export const holdsAmount = ({ reading }: Figure): boolean => reading.kind === 'amount' && !reading.value.isZero();

/**
 * The merged cells of a header. Where a header was not merged it spreads over the blanks to its right that have words of their
 * own below, and down over the blanks below it, which is how a person reads it.
 */
export function headerMerges(
  sheet: SheetSnapshot,
  rows: readonly number[],
  columns: readonly number[],
): readonly Area[] {
  const [top = 0] = rows;
  const bottom = rows[rows.length - 1] ?? top;
  const own = sheet.merges.filter((area) => area.top >= top && area.bottom <= bottom);
  const isCovered = (row: number, column: number): boolean =>
    own.some((area) => row >= area.top && row <= area.bottom && column >= area.left && column <= area.right);
  const says = (row: number, column: number): boolean => {
    const cell = cellAt(sheet, row, column);
    return cell !== undefined && displayed(cell).trim() !== '';
  };
  const below = (row: number, column: number): boolean => range(row + 1, bottom).some((under) => says(under, column));
  const isFree = (row: number, column: number): boolean => !says(row, column) && !isCovered(row, column);
  const right = columns[columns.length - 1] ?? -1;
  const spread: Area[] = [];
  for (const row of rows) {
    for (const column of columns) {
      if (!says(row, column) || isCovered(row, column)) continue;
      let last = column;
      while (last < right && isFree(row, last + 1) && below(row, last + 1) && below(row, column)) last += 1;
      let under = row;
      while (under < bottom && range(column, last).every((at) => isFree(under + 1, at))) under += 1;
      if (last > column || under > row) spread.push({ top: row, left: column, bottom: under, right: last });
    }
  }
  return [...own, ...spread];
}
