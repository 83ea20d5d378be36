import type { RecognisedForm } from '../../engine/book/book';
import type { TableGrid } from '../../engine/layout/grid';
import type { Area } from '../../engine/snapshot/address';
import { cellAt, sheetNamed, type SheetSnapshot, type Snapshot } from '../../engine/snapshot/snapshot';
import { normaliseText, readable } from '../../engine/text/normalise';
import { displayed } from './displayed';
import { printedText, range, regionCells, type Printed } from './region';
import { titleText } from './sheet-head';
import { columnWidths, needsLandscape } from './widths';

/**
 * A form (the performance table of a project) as it is printed, its whole layout: every line of it that holds something, merged
 * as in the sheet. Where nothing in the sheet is merged, a cell that is not there belongs to the one before it or above it, while
 * one that holds a space is a blank: so forms come out of Word and of programs. Where no unit is named, `department` is.
 */
export function sheetForm(form: RecognisedForm, snapshot: Snapshot, department = ''): TableGrid {
  const sheet = sheetNamed(snapshot, form.frame.sheet);
  if (!sheet) throw new Error(`form ${form.declared.id} stands in no sheet`);
  const titleCell = form.frame.title?.cell;
  const isHidden = (row: number): boolean => sheet.hiddenRows.some(({ from, to }) => row >= from && row <= to);
  const lines = sheet.rows.filter(
    ({ row, cells }) =>
      row >= form.frame.top &&
      row <= form.frame.bottom &&
      !isHidden(row) &&
      cells.some((cell) => displayed(cell).trim() !== '') &&
      !(titleCell?.row === row && cells.every((cell) => isBlank(cell.value) || cell.column === titleCell.column)),
  );
  // A line of one cell above the table, such as the year in brackets, is no row of it.
  const above: string[] = [];
  const rows: number[] = [];
  for (const { row, cells } of lines) {
    const said = cells.filter((cell) => !isBlank(cell.value));
    const [only] = said;
    if (
      rows.length === 0 &&
      said.length === 1 &&
      only &&
      only.column === firstColumn(sheet, form) &&
      row < labelRow(form)
    )
      above.push(printedText(displayed(only)).trim());
    else rows.push(row);
  }
  const columns = columnsOf(sheet, rows);
  const merges = mergesOf(sheet, rows, columns);
  const labels = labelColumns(sheet, rows, columns, merges);
  const unit = form.budgetUnit;
  const cells = regionCells({
    rows,
    columns,
    merges,
    cell: (row, column) => {
      const printed = formCell(sheet, row, column, labels.has(column));
      const isUnit = unit?.text === '' && unit.cell.row === row && unit.cell.column === column;
      return isUnit && printed.text === '' ? { ...printed, text: department } : printed;
    },
  });
  const widths = columnWidths({ rows: cells, headerRows: 0 });
  const title = titleCell ? titleText(displayed(cellAt(sheet, titleCell.row, titleCell.column) ?? { value: '' })) : '';
  const subject = form.subject ? projectName(sheet, form.subject) : '';
  return {
    table: form.declared.id,
    caption: '',
    title: `${title === '' ? form.declared.title : title}${subject === '' ? '' : `（${subject}）`}`,
    left: above.join('\u3000'),
    right: '',
    columns: widths.wanted.map((width) => ({ width })),
    headerRows: 0,
    rows: cells,
    remarks: [],
    landscape: needsLandscape(widths),
  };
}

/** As it stands in its cell; where it stands behind its label, as it is read. */
function projectName(sheet: SheetSnapshot, { text, cell }: NonNullable<RecognisedForm['subject']>): string {
  const written = printedText(displayed(cellAt(sheet, cell.row, cell.column) ?? { value: '' })).trim();
  return normaliseText(written) === text ? written : readable(text);
}

const isBlank = (value: unknown): boolean => value === null || (typeof value === 'string' && value.trim() === '');

const labelRow = ({ subjectLabel, frame }: RecognisedForm): number => subjectLabel?.row ?? frame.bottom;

function firstColumn(sheet: SheetSnapshot, { frame }: RecognisedForm): number {
  const columns = sheet.rows
    .filter(({ row }) => row >= frame.top && row <= frame.bottom)
    .flatMap(({ cells }) => cells.filter(({ value }) => !isBlank(value)).map(({ column }) => column));
  return Math.min(...columns);
}

function columnsOf(sheet: SheetSnapshot, rows: readonly number[]): readonly number[] {
  const own = new Set(rows);
  const held = sheet.rows.filter(({ row }) => own.has(row)).flatMap(({ cells }) => cells.map(({ column }) => column));
  if (held.length === 0) return [];
  return range(Math.min(...held), Math.max(...held)).filter(
    (column) => !sheet.hiddenColumns.some(({ from, to }) => column >= from && column <= to),
  );
}

function mergesOf(sheet: SheetSnapshot, rows: readonly number[], columns: readonly number[]): readonly Area[] {
  const [top = 0] = rows;
  const bottom = rows[rows.length - 1] ?? top;
  const own = sheet.merges.filter((area) => area.bottom >= top && area.top <= bottom);
  return own.length > 0 ? own : impliedMerges(sheet, rows, columns);
}

/** Cells that are missing at the end of a line belong to the last one in it; those missing at its beginning to the one above. */
function impliedMerges(sheet: SheetSnapshot, rows: readonly number[], columns: readonly number[]): readonly Area[] {
  const last = columns[columns.length - 1] ?? 0;
  const areas: { top: number; left: number; bottom: number; right: number }[] = [];
  const above = new Map<number, (typeof areas)[number]>();
  for (const row of rows) {
    const there = columns.filter((column) => cellAt(sheet, row, column) !== undefined);
    const [first = last, final = first] = [there[0], there[there.length - 1]];
    for (const column of columns) {
      const open = above.get(column);
      if (column < first && open?.left === column && open.right === column) open.bottom = row;
      else if (column >= first && column <= final) {
        const area = { top: row, left: column, bottom: row, right: column === final ? last : column };
        areas.push(area);
        for (const under of range(area.left, area.right)) above.set(under, area);
      }
    }
  }
  return areas.filter(({ top, left, bottom, right }) => bottom > top || right > left);
}

function formCell(sheet: SheetSnapshot, row: number, column: number, isLabel: boolean): Printed {
  const cell = cellAt(sheet, row, column);
  if (!cell) return { text: '', value: null, look: isLabel ? 'nameCentred' : 'name1' };
  const text = printedText(displayed(cell), 'lines').trim();
  return { text, value: cell.value, look: isLabel && isShort(text) ? 'nameCentred' : 'name1' };
}

/** Labels are short words; what was written about a project is not, and says figures. */
const isShort = (text: string): boolean => text.length <= 10 && !/[0-9=≥≤：:]/.test(text);

/** The columns that hold nothing but labels; what spans several columns does not count. */
function labelColumns(
  sheet: SheetSnapshot,
  rows: readonly number[],
  columns: readonly number[],
  merges: readonly Area[],
): ReadonlySet<number> {
  const isWide = (row: number, column: number): boolean =>
    merges.some(({ top, left, right }) => top === row && left === column && right > left);
  return new Set(
    columns.filter((column) =>
      rows.every((row) => {
        const cell = cellAt(sheet, row, column);
        return !cell || isWide(row, column) || isShort(displayed(cell).trim());
      }),
    ),
  );
}
