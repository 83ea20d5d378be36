import { formatAmount, groupThousands } from '../../engine/amount/format';
import { amountIn } from '../../engine/amount/money-unit';
import { readAmount } from '../../engine/amount/read-amount';
import type { MoneyUnit } from '../../engine/amount/reading';
import type { Figure, RecognisedTable, RowNode, TablePlace } from '../../engine/book/book';
import type { Key } from '../../engine/edition/edition';
import type { TableGrid } from '../../engine/layout/grid';
import { cellKey, type CellRef } from '../../engine/snapshot/address';
import { cellAt, sheetNamed, type SheetSnapshot, type Snapshot } from '../../engine/snapshot/snapshot';
import type { Member } from '../../engine/scope/scope';
import { nameCells } from '../../engine/source/code-names';
import { displayed } from './displayed';
import { columnsOf, headerMerges, headOf, holdsAmount } from './sheet-head';
import { printedText, range, regionCells, type Printed } from './region';
import { columnWidths, needsLandscape } from './widths';

/** What is printed in the place of an amount that nobody can know: 【待填：金额】. */
export type AmountMark = string;

/** What is printed in the place of the name of a code that nobody knows; undefined for any other. */
export type NameMark = (code: Member) => string | undefined;

/**
 * A recognised table as it is printed, out of the sheet it stands on: the header with its merged cells, all rows and columns that
 * hold something, amounts with the decimals of their column. What the sheet hides is left out, as it is when the sheet is
 * printed, unless it holds an amount: without it the totals would not add up. Lines of nothing but blanks are left out too.
 */
export function sheetTable(
  table: RecognisedTable,
  snapshot: Snapshot,
  mark: AmountMark,
  markOfName: NameMark = () => undefined,
): TableGrid {
  const parts = table.places.flatMap((place) => {
    const sheet = sheetNamed(snapshot, place.sheet);
    return sheet ? [{ place, sheet }] : [];
  });
  const [first] = parts;
  if (!first) throw new Error(`table ${table.declared.id} stands in no sheet`);
  const figures = figuresByCell(table);
  const columns = columnsOf(table, first.place, first.sheet, figures.all);
  const header = range(first.place.header.top, first.place.header.bottom);
  const names = new Map(
    nameCells(table).flatMap(({ row, cell }) => {
      const said = row.code?.kind === 'code' ? markOfName(row.code.code) : undefined;
      return said === undefined ? [] : [[cellKey(cell), said] as const];
    }),
  );
  const printing = { columns, figures, keys: keysByColumn(table), mark, names, moneyUnit: table.frame.moneyUnit };
  const headerCells = regionCells({
    rows: header,
    columns,
    merges: headerMerges(first.sheet, header, columns),
    cell: (row, column) => ({ ...wordsAt(first.sheet, row, column, true), look: 'header' }),
  });
  const bodies = parts.map(({ place, sheet }) => bodyOf(table, place, sheet, printing));
  const rows = [...headerCells, ...bodies.flatMap((body) => body.cells)];
  const widths = columnWidths({ rows, headerRows: headerCells.length });
  return {
    table: table.declared.id,
    ...headOf(table, first.sheet, first.place.header.top),
    columns: widths.wanted.map((width) => ({ width })),
    headerRows: headerCells.length,
    rows,
    remarks: bodies.flatMap((body) => body.remarks),
    landscape: needsLandscape(widths),
  };
}

/** The amounts of a table that have more digits than their column is printed with. */
export function roundedAmounts(table: RecognisedTable): readonly CellRef[] {
  return figuresByCell(table).all.flatMap(({ reading, moneyUnit, decimals, cell }) =>
    reading.kind === 'amount' && amountIn(reading, moneyUnit).decimalPlaces() > decimals ? [cell] : [],
  );
}

interface FiguresByCell {
  readonly all: readonly Figure[];
  readonly at: ReadonlyMap<string, Figure>;
  /** Roles of the rows, by `sheet|row`. */
  readonly roles: ReadonlyMap<string, RowNode['role']>;
  /** Digits after the point of the columns of amounts. */
  readonly decimals: ReadonlyMap<number, number>;
}

function figuresByCell({ blocks }: RecognisedTable): FiguresByCell {
  const all = blocks.flatMap((block) => block.figures.flat());
  const rows = blocks.flatMap((block) => block.rows.nodes);
  return {
    all,
    at: new Map(all.map((figure) => [cellKey(figure.cell), figure])),
    roles: new Map(rows.map((node) => [rowKey(node.sheet, node.row), node.role])),
    decimals: new Map(blocks.flatMap(({ columns }) => columns.nodes.map(({ column, decimals }) => [column, decimals]))),
  };
}

const rowKey = (sheet: string, row: number): string => `${sheet}|${row}`;

function keysByColumn({ blocks }: RecognisedTable): ReadonlyMap<number, Key['key']> {
  return new Map(
    blocks.flatMap(({ declared, keyColumns }) =>
      keyColumns.flatMap((columns, index) =>
        columns.map((column) => [column, declared.keys[index]?.key ?? 'label'] as const),
      ),
    ),
  );
}

interface Printing {
  readonly columns: readonly number[];
  readonly figures: FiguresByCell;
  readonly keys: ReadonlyMap<number, Key['key']>;
  readonly mark: AmountMark;
  /** What stands for names that nobody knows, by `cellKey`. */
  readonly names: ReadonlyMap<string, string>;
  readonly moneyUnit: MoneyUnit;
}

/** A table keeps a few lines even where all of them are blank: it is to be seen that it is one. */
const FEWEST_ROWS = 3;

function bodyOf(
  table: RecognisedTable,
  place: TablePlace,
  sheet: SheetSnapshot,
  printing: Printing,
): { readonly cells: TableGrid['rows']; readonly remarks: readonly string[] } {
  const { columns, figures } = printing;
  const isHidden = (row: number): boolean => sheet.hiddenRows.some(({ from, to }) => row >= from && row <= to);
  const hasAmount = new Set(
    figures.all.filter((figure) => figure.cell.sheet === sheet.name && holdsAmount(figure)).map(({ cell }) => cell.row),
  );
  const lines = sheet.rows.filter(
    ({ row }) => row > place.header.bottom && row <= place.bottom && (!isHidden(row) || hasAmount.has(row)),
  );
  const lastKnown = Math.max(
    place.header.bottom,
    ...lines.flatMap(({ row }) => (figures.roles.has(rowKey(sheet.name, row)) ? [row] : [])),
  );
  const remarks: string[] = [];
  const filled = new Set<number>();
  const blank: number[] = [];
  for (const { row, cells } of lines) {
    const said = cells.filter((cell) => displayed(cell).trim() !== '');
    const isNote =
      (table.emptyNote?.cell.sheet === sheet.name && table.emptyNote.cell.row === row) ||
      (row > lastKnown &&
        said.length > 0 &&
        said.every((cell) => isWords(cell.value)) &&
        isRemark(said.length, said[0]?.value));
    if (isNote) remarks.push(said.map((cell) => printedText(displayed(cell)).trim()).join('\u3000'));
    else if (said.some((cell) => columns.includes(cell.column))) filled.add(row);
    else blank.push(row);
  }
  const spare = blank.filter((row) => row < lastKnown || filled.size === 0);
  const rows = [...filled, ...spare.slice(0, Math.max(0, FEWEST_ROWS - filled.size))].sort((a, b) => a - b);
  const cells = regionCells({
    rows,
    columns,
    merges: sheet.merges.filter((area) => area.top > place.header.bottom && area.bottom <= place.bottom),
    cell: (row, column) => bodyCell(sheet, row, column, printing),
  });
  return { cells, remarks };
}

const isWords = (value: unknown): boolean => typeof value === 'string' && readAmount(value).kind === 'unreadable';

/** A line of signatures (单位负责人：… 填表人：…), or one cell of words: a note, unless it is a mere label. */
function isRemark(cells: number, first: unknown): boolean {
  if (typeof first !== 'string') return false;
  if (cells > 1) return /[:：]/.test(first);
  return first.trim().length > 8 || /^[\s\u3000]*(?:备?注|说明)/u.test(first);
}

/** Why nobody can say the amount of a cell: what stands in it are no words of somebody's. */
const UNKNOWN: ReadonlySet<string> = new Set(['not-calculated', 'formula-error', 'open']);

function bodyCell(sheet: SheetSnapshot, row: number, column: number, printing: Printing): Printed {
  const { figures, keys, mark } = printing;
  const isTotal = figures.roles.get(rowKey(sheet.name, row)) === 'total';
  const figure = figures.at.get(cellKey({ sheet: sheet.name, row, column }));
  const value = cellAt(sheet, row, column)?.value ?? null;
  const decimals = figure?.decimals ?? figures.decimals.get(column);
  // A line that means nothing declared (其中：…) has its amounts printed like those around it.
  const reading = figure?.reading ?? (decimals === undefined ? undefined : readAmount(value));
  if (reading && decimals !== undefined && (figure || reading.kind === 'amount')) {
    const look = isTotal ? 'totalAmount' : 'amount';
    switch (reading.kind) {
      case 'blank':
        return { text: '', value, look };
      case 'amount': {
        if (reading.dash) return { text: reading.raw.trim(), value, look };
        const amount = amountIn(reading, figure?.moneyUnit ?? printing.moneyUnit);
        return { text: groupThousands(formatAmount(amount, decimals)), value, look };
      }
      case 'unreadable': {
        const isUnknown = UNKNOWN.has(reading.because);
        return { text: isUnknown ? mark : printedText(reading.raw), value, look: 'error' };
      }
    }
  }
  const key = keys.get(column);
  const words = wordsAt(sheet, row, column, false);
  const nameless = words.text === '' ? printing.names.get(cellKey({ sheet: sheet.name, row, column })) : undefined;
  if (nameless !== undefined) return { text: nameless, value: null, look: 'error' };
  // A code and its name may stand in one cell; spaces before them are an indent then.
  if (key === 'code' && !/[^0-9\s\u3000]/u.test(words.text)) return { ...words, text: words.text.trim(), look: 'code' };
  if (isTotal) return { ...words, text: words.text.trim(), look: 'totalName' };
  if (key !== undefined) return { ...words, look: 'name1' };
  return { ...words, look: readAmount(value).kind === 'amount' ? 'amount' : 'name1' };
}

function wordsAt(
  sheet: SheetSnapshot,
  row: number,
  column: number,
  isHeader: boolean,
): { readonly text: string; readonly value: Printed['value'] } {
  const cell = cellAt(sheet, row, column);
  if (!cell) return { text: '', value: null };
  const text = printedText(displayed(cell), isHeader ? undefined : 'lines');
  return { text: isHeader ? text.trim() : text.trim() === '' ? '' : text, value: cell.value };
}
