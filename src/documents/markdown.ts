import type { GridCell, TableGrid } from '../engine/layout/grid';
import { contentsOf } from './contents';
import { plainText, tableHeading, type Block, type Disclosure } from './disclosure';
import { isAmount } from './tables/widths';
import type { DocumentWords } from './text';

/**
 * The disclosure as Markdown: headings with their levels, tables as pipe tables. A pipe table has one line of headers and no
 * merged cells: headers over several columns are said in each of them, and what is merged stands in its first cell.
 */
export function writeMarkdown(disclosure: Disclosure, words: DocumentWords): string {
  const { title, parts } = disclosure;
  const contents = contentsOf(disclosure).map(
    ({ level, spans }) => `${level === 1 ? '' : '  '}- ${escaped(plainText(spans))}`,
  );
  const blocks = [
    `# ${escaped(title.map(plainText).join(''))}`,
    `**${words.contents.replace(/\s/gu, '')}**`,
    contents.join('\n'),
    ...parts.flatMap(({ heading, blocks: own }) => [`## ${escaped(plainText(heading))}`, ...own.map(blockText)]),
  ];
  return `${blocks.join('\n\n')}\n`;
}

const HEADINGS = ['', '###', '####', '#####'];

function blockText(block: Block): string {
  if (block.kind === 'table') return tableText(block.grid);
  const hashes = HEADINGS[block.level] ?? '';
  if (hashes !== '') return `${hashes} ${escaped(plainText(block.spans))}`;
  return block.spans
    .map(({ kind, text }) => (kind === 'words' ? lineStart(escaped(text)) : `**${escaped(text)}**`))
    .join('');
}

// What would begin a list or a heading is text here: 1.项目名称 is none, but `1. ` and `#` would be.
const lineStart = (text: string): string => text.replace(/^(\d+)\.(?=\s)/, '$1\\.').replace(/^([#>+-])/, '\\$1');

const escaped = (text: string): string => text.replace(/[\\`*_|<[\]]/g, '\\$&');

function tableText(grid: TableGrid): string {
  const count = Math.max(1, ...grid.rows.flat().map(({ column, columnSpan }) => column + columnSpan));
  const body = grid.rows.slice(grid.headerRows);
  const [first, ...others] = body;
  // A form has no headers: its first line takes their place.
  const isForm = grid.headerRows === 0;
  const headers = isForm ? cellsOf(first ?? [], count) : headersOf(grid, count);
  const rows = isForm ? others : body;
  const aligned = Array.from({ length: count }, (_none, column) =>
    body.some((row) => row.some((cell) => cell.column === column && cell.columnSpan === 1 && isAmount(cell.look))),
  );
  const line = [grid.left, grid.right].filter((text) => text !== '').join('\u3000\u3000');
  return [
    `### ${escaped(tableHeading(grid))}`,
    ...(line === '' ? [] : [escaped(line)]),
    [
      pipes(headers),
      pipes(aligned.map((isRight) => (isRight ? '--:' : '---'))),
      ...rows.map((row) => pipes(cellsOf(row, count))),
    ].join('\n'),
    ...grid.remarks.map(escaped),
  ].join('\n\n');
}

const pipes = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

function cellsOf(row: readonly GridCell[], count: number): readonly string[] {
  const cells = Array.from({ length: count }, () => '');
  for (const { column, text } of row) cells[column] = escaped(text).replace(/\n/g, '<br>');
  return cells;
}

/** The words over each column from top to bottom: 支出预算·基本支出. */
function headersOf({ rows, headerRows }: TableGrid, count: number): readonly string[] {
  const paths = Array.from({ length: count }, (): string[] => []);
  for (const row of rows.slice(0, headerRows)) {
    for (const { column, columnSpan, text } of row) {
      if (text === '') continue;
      for (let at = column; at < column + columnSpan; at += 1) paths[at]?.push(text.replace(/[\s\u3000]+/gu, ''));
    }
  }
  return paths.map((path) => escaped(path.join('·')));
}
