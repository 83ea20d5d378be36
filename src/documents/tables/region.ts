import type { GridCell } from '../../engine/layout/grid';
import type { Area } from '../../engine/snapshot/address';

/** Rows and columns of a sheet, in order, that are printed as the cells of a table; what lies between may be left out. */
export interface Region {
  readonly rows: readonly number[];
  readonly columns: readonly number[];
  readonly merges: readonly Area[];
  /** What is printed of a cell; asked once for each cell, of a merged area for its first one. */
  cell(row: number, column: number): Printed;
}

export type Printed = Pick<GridCell, 'text' | 'value' | 'look'>;

/** The cells of a region row by row; merged areas as one cell, as large as what is left of them. */
export function regionCells({ rows, columns, merges, cell }: Region): readonly (readonly GridCell[])[] {
  const rowAt = new Map(rows.map((row, index) => [row, index]));
  const columnAt = new Map(columns.map((column, index) => [column, index]));
  const covered = new Set<string>();
  const spans = new Map<string, { readonly area: Area; readonly columnSpan: number; readonly rowSpan: number }>();
  const first = rows[0] ?? 0;
  const last = rows[rows.length - 1] ?? -1;
  for (const area of merges) {
    if (area.bottom < first || area.top > last) continue;
    const own = within(rowAt, Math.max(area.top, first), Math.min(area.bottom, last));
    const across = within(columnAt, area.left, Math.min(area.right, columns[columns.length - 1] ?? -1));
    const [row] = own;
    const [column] = across;
    // Two merged areas never overlap in a sound file; in another the first one counts.
    const keys = own.flatMap((r) => across.map((c) => `${r},${c}`));
    if (row === undefined || column === undefined || keys.some((key) => covered.has(key))) continue;
    for (const key of keys) covered.add(key);
    spans.set(`${row},${column}`, { area, columnSpan: across.length, rowSpan: own.length });
  }
  return rows.map((row, r) =>
    columns.flatMap((column, c): readonly GridCell[] => {
      const key = `${r},${c}`;
      const span = spans.get(key);
      if (span) {
        const { area, columnSpan, rowSpan } = span;
        return [{ column: c, columnSpan, rowSpan, ...cell(area.top, area.left) }];
      }
      return covered.has(key) ? [] : [{ column: c, columnSpan: 1, rowSpan: 1, ...cell(row, column) }];
    }),
  );
}

function within(indexes: ReadonlyMap<number, number>, from: number, to: number): readonly number[] {
  const found: number[] = [];
  for (let at = from; at <= to; at += 1) {
    const index = indexes.get(at);
    if (index !== undefined) found.push(index);
  }
  return found;
}

/** Numbers from one to the other, both included. */
export function range(from: number, to: number): readonly number[] {
  return Array.from({ length: Math.max(0, to - from + 1) }, (_none, index) => from + index);
}

/**
 * A text as it is printed: spaces before it are an indent, in full-width spaces; spaces and breaks inside it part two
 * characters by one full-width space, or nothing. `lines` keeps the breaks of a text of several paragraphs.
 */
export function printedText(raw: string, keep?: 'lines'): string {
  const [indent = ''] = /^[\s\u3000]*/u.exec(raw.replace(/^[\r\n]+/, '')) ?? [];
  const width = [...indent].reduce((sum, space) => sum + (space === '\u3000' ? 2 : 1), 0);
  const words = raw
    .trim()
    .split(/\s*[\r\n]+\s*/u)
    .map((line) => line.replace(/[\t \u3000\u00a0]{2,}|\u3000/gu, '\u3000').replace(/\u00a0/g, ' '))
    .join(keep === 'lines' ? '\n' : '');
  return '\u3000'.repeat(Math.min(6, Math.round(width / 2))) + words;
}
