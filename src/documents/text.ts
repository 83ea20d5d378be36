import type { GridCell, TableGrid } from '../engine/layout/grid';
import { contentsOf } from './contents';
import { plainText, tableHeading, type Block, type Disclosure } from './disclosure';
import { halfWidths, padded } from './text-width';
import { isAmount } from './tables/widths';

const INDENT = '\u3000\u3000';

/** The words of a document besides its own: 目录. */
export interface DocumentWords {
  readonly contents: string;
}

/**
 * The disclosure as plain text: a paragraph a line, body text indented by two characters, columns of tables aligned for a font
 * in which Chinese characters are twice as wide as digits.
 */
export function writeText(disclosure: Disclosure, words: DocumentWords): string {
  const { title, parts } = disclosure;
  const contents = contentsOf(disclosure).map(({ level, spans }) => `${level === 1 ? '' : INDENT}${plainText(spans)}`);
  const lines = [
    ...title.map(plainText),
    '',
    words.contents,
    '',
    ...contents,
    ...parts.flatMap(({ heading, blocks }) => ['', '', plainText(heading), '', ...blocks.flatMap(blockLines)]),
  ];
  return `${lines.join('\n').replace(/\n{4,}/g, '\n\n\n')}\n`;
}

function blockLines(block: Block): readonly string[] {
  if (block.kind === 'table') return ['', ...tableLines(block.grid), ''];
  const text = plainText(block.spans);
  return block.level === 1 ? ['', text] : [block.level === 0 ? INDENT + text : text];
}

const GAP = '  ';

function tableLines(grid: TableGrid): readonly string[] {
  const widths = columnsOf(grid);
  const amounts = amountColumns(grid);
  const rows = grid.rows.map((row, index) => {
    const line = rowLine(row, widths, amounts, index < grid.headerRows);
    // The header is parted from what it heads by a line.
    return index === grid.headerRows - 1 ? [line, ruleOf(widths)] : [line];
  });
  return [
    tableHeading(grid),
    ...(grid.left === '' && grid.right === ''
      ? []
      : [[grid.left, grid.right].filter((text) => text !== '').join('\u3000\u3000')]),
    ...rows.flat(),
    ...grid.remarks,
  ];
}

const oneLine = (text: string): string => text.replace(/\n/g, '；');

function columnsOf({ rows }: TableGrid): readonly number[] {
  const widths: number[] = [];
  for (const row of rows) {
    for (const { column, columnSpan, text } of row) {
      for (let at = column; at < column + columnSpan; at += 1) widths[at] ??= 0;
      if (columnSpan === 1) widths[column] = Math.max(widths[column] ?? 0, halfWidths(oneLine(text)));
    }
  }
  for (const { column, columnSpan, text } of rows.flat()) {
    if (columnSpan === 1) continue;
    const last = column + columnSpan - 1;
    widths[last] = (widths[last] ?? 0) + Math.max(0, halfWidths(oneLine(text)) - spanOf(widths, column, columnSpan));
  }
  return widths;
}

const spanOf = (widths: readonly number[], column: number, columnSpan: number): number =>
  widths.slice(column, column + columnSpan).reduce((sum, width) => sum + width + GAP.length, -GAP.length);

/** Columns of amounts: their headers stand at the right too. */
function amountColumns({ rows }: TableGrid): ReadonlySet<number> {
  return new Set(
    rows.flat().flatMap(({ look, column, columnSpan }) => (columnSpan === 1 && isAmount(look) ? [column] : [])),
  );
}

/** What stands over several columns may be wider than they are: it runs on where nothing stands beside it. */
function rowLine(
  row: readonly GridCell[],
  widths: readonly number[],
  amounts: ReadonlySet<number>,
  isHeader: boolean,
): string {
  let line = '';
  for (const cell of row) {
    const start = widths.slice(0, cell.column).reduce((sum, width) => sum + width + GAP.length, 0);
    const width = spanOf(widths, cell.column, cell.columnSpan);
    const text = oneLine(cell.text);
    const isRight = cell.columnSpan === 1 && (isHeader ? amounts.has(cell.column) : isAmount(cell.look));
    const side = isRight ? 'left' : 'right';
    const before = Math.max(line === '' ? 0 : 1, start - halfWidths(line));
    if (text !== '') line += ' '.repeat(before) + padded(text, width, side).trimEnd();
  }
  return line;
}

const ruleOf = (widths: readonly number[]): string =>
  '-'.repeat(widths.reduce((sum, width) => sum + width + GAP.length, -GAP.length));
