import type { Book, Figure, RecognisedBlock, RecognisedForm, RecognisedTable, RowNode, TableFrame } from '../book/book';
import type { Place } from '../finding/facts';
import { placeOf } from '../finding/quote';
import { cellKey, type CellRef } from '../snapshot/address';
import { cellAt, sheetNamed, type Cell, type SheetSnapshot, type Snapshot } from '../snapshot/snapshot';
import { once } from '../memo/once';

/** The figures of a table, block by block, row by row. */
export const figuresIn = once((table: RecognisedTable): readonly Figure[] =>
  table.blocks.flatMap((block) => block.figures.flat()),
);

/** The figures of a row of a block. */
export function figuresOfRow(block: RecognisedBlock, row: RowNode): readonly Figure[] {
  return block.figures[rowIndexes(block).get(row) ?? -1] ?? [];
}

const rowIndexes = once(
  (block: RecognisedBlock): ReadonlyMap<RowNode, number> => new Map(block.rows.nodes.map((row, index) => [row, index])),
);

/** True for a figure that says an amount other than zero. */
export function isNonZero(figure: Figure): boolean {
  return figure.reading.kind === 'amount' && !figure.reading.value.isZero();
}

/** A cell of the workbook; undefined where it holds nothing. */
export function cellOf(snapshot: Snapshot, ref: CellRef): Cell | undefined {
  const sheet = sheetNamed(snapshot, ref.sheet);
  return sheet && cellAt(sheet, ref.row, ref.column);
}

/** The text of a cell as a reader sees it, white space taken together; '' for a blank. */
export function textAt(snapshot: Snapshot, ref: CellRef): string {
  const value = cellOf(snapshot, ref)?.value ?? null;
  return value === null
    ? ''
    : String(value)
        .replace(/[\s\u3000]+/g, ' ')
        .trim();
}

/** A cell that holds something, with where it stands. */
export interface PlacedCell {
  readonly ref: CellRef;
  readonly cell: Cell;
}

const ANY = (): boolean => true;

/** The cells within a table or form that hold something and are wanted. */
export function cellsWithin(
  snapshot: Snapshot,
  frame: TableFrame,
  wanted: (cell: Cell) => boolean = ANY,
): readonly PlacedCell[] {
  const sheet = sheetNamed(snapshot, frame.sheet);
  return sheet === undefined ? [] : placed(sheet, frame.top, frame.bottom, wanted);
}

/** The cells of a sheet that hold something and are wanted. */
export function cellsOf(sheet: SheetSnapshot, wanted: (cell: Cell) => boolean): readonly PlacedCell[] {
  return placed(sheet, 0, Infinity, wanted);
}

export const isTextCell = ({ value }: Cell): boolean => typeof value === 'string';
export const isFormulaCell = ({ formula }: Cell): boolean => formula !== undefined;

// Places are made for the wanted cells only and not kept: a large workbook has a million cells.
function placed(
  sheet: SheetSnapshot,
  top: number,
  bottom: number,
  wanted: (cell: Cell) => boolean,
): readonly PlacedCell[] {
  const found: PlacedCell[] = [];
  for (const { row, cells } of sheet.rows) {
    if (row < top || row > bottom) continue;
    for (const cell of cells) {
      if (wanted(cell)) found.push({ ref: { sheet: sheet.name, row, column: cell.column }, cell });
    }
  }
  return found;
}

/** The sheets of the workbook that are not the tool's own. */
export function userSheets(snapshot: Snapshot): readonly SheetSnapshot[] {
  return snapshot.sheets.filter((sheet) => !sheet.ours);
}

const figuresByCell = once(
  (table: RecognisedTable): ReadonlyMap<string, Figure> =>
    new Map(figuresIn(table).map((figure) => [cellKey(figure.cell), figure])),
);

/** The place of a cell of a table: in words where it is a figure, else by row and column. */
export function placeIn(table: RecognisedTable | undefined, name: string, ref: CellRef): Place {
  const figure = table && figuresByCell(table).get(cellKey(ref));
  return figure ? { ...placeOf(figure), table: name } : { cell: ref, table: name };
}

/** What a form is called: its subject, or its sheet where that is blank. */
export function formName(form: RecognisedForm): string {
  return form.subject !== undefined && form.subject.text !== '' ? form.subject.written : form.frame.sheet;
}

/** A form, or a field of it, as a place in words. */
export function placeInForm(form: RecognisedForm, cell: CellRef, field?: string): Place {
  return { cell, table: form.declared.id, row: formName(form), ...(field === undefined ? {} : { column: field }) };
}

/** Where a form begins: its subject, its title, or its first cell. */
export function formCell(form: RecognisedForm): CellRef {
  return (
    form.subject?.cell ??
    form.subjectLabel ??
    form.frame.title?.cell ?? { sheet: form.frame.sheet, row: form.frame.top, column: 0 }
  );
}

/** Where a table begins: its title, or its first header. */
export function tableCell(table: RecognisedTable): CellRef {
  const header = table.blocks.flatMap((block) => block.columns.nodes.map((column) => column.headerCell))[0];
  return table.frame.title?.cell ?? header ?? { sheet: table.frame.sheet, row: table.frame.top, column: 0 };
}

/** Frames of all tables and forms, with the declared id of each. */
export function framesOf(
  book: Book,
): readonly { readonly id: string; readonly frame: TableFrame; readonly table?: RecognisedTable }[] {
  return [
    ...book.tables.map((table) => ({ id: table.declared.id, frame: table.frame, table })),
    ...book.forms.map((form) => ({ id: form.declared.id, frame: form.frame })),
  ];
}
