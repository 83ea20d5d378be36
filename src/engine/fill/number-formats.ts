import type { Book, Figure } from '../book/book';
import { cellAt, sheetNamed, type Snapshot } from '../snapshot/snapshot';

/** Whether a format shows a number as an amount, with at least so many decimals: no date, no percentage, no fraction. */
function showsAmounts(format: string, decimals: number): boolean {
  const plain = format.replace(/\[[^\]]*\]|"[^"]*"|\\./g, '');
  const shown = /\.([0#?]+)/.exec(plain)?.[1] ?? '';
  return /[0#]/.test(plain) && !/[a-z%/]/i.test(plain) && shown.length >= decimals;
}

/**
 * The number format in which the amounts of each column of a table are shown, for cells that have none: the one seen most in the
 * column, else in the table, else the plain one with the column's decimals.
 */
export class NumberFormats {
  private readonly byColumn = new Map<string, string>();
  private readonly byTable = new Map<string, string>();

  constructor(book: Book, snapshot: Snapshot) {
    for (const { blocks, declared } of book.tables) {
      const inTable = new Map<string, number>();
      const inColumns = new Map<string, Map<string, number>>();
      for (const figure of blocks.flatMap((block) => block.figures.flat())) {
        const sheet = sheetNamed(snapshot, figure.cell.sheet);
        const format = sheet && cellAt(sheet, figure.cell.row, figure.cell.column)?.format;
        if (format === undefined || !showsAmounts(format, figure.decimals)) continue;
        count(inTable, format);
        const key = columnKey(figure);
        const column = inColumns.get(key) ?? new Map<string, number>();
        count(column, format);
        inColumns.set(key, column);
      }
      for (const [key, formats] of inColumns) this.byColumn.set(key, mostSeen(formats));
      if (inTable.size > 0) this.byTable.set(declared.id, mostSeen(inTable));
    }
  }

  of(figure: Figure): string {
    const plain = figure.decimals === 0 ? '0' : `0.${'0'.repeat(figure.decimals)}`;
    return this.byColumn.get(columnKey(figure)) ?? this.byTable.get(figure.table) ?? plain;
  }
}

const columnKey = ({ table, cell }: Figure): string => `${table}\u0000${cell.sheet}\u0000${cell.column}`;

function count(formats: Map<string, number>, format: string): void {
  formats.set(format, (formats.get(format) ?? 0) + 1);
}

function mostSeen(formats: ReadonlyMap<string, number>): string {
  let best = '';
  for (const [format, times] of formats) if (best === '' || times > (formats.get(best) ?? 0)) best = format;
  return best;
}
