import type { GridCell } from '../../engine/layout/grid';
import { isAmount } from '../tables/widths';
import { CELL_MARGIN, RULE, type FittedTable } from './fit';
import { twips } from './page';
import { runsXml } from './runs';
import { cellStyle, type ParagraphStyle } from './styles';

/** The styles that the cells of a table are in. */
export function stylesOfCells({ size, line }: FittedTable): readonly [header: ParagraphStyle, text: ParagraphStyle] {
  return [cellStyle(size, line, 'header'), cellStyle(size, line, 'text')];
}

/** A table: merged cells, header rows that are repeated on each of its pages, rows that are never broken. */
export function tableXml(table: FittedTable): string {
  const { grid, widths, padding } = table;
  const columns = edges(widths);
  const widthOf = (column: number, span: number): number => (columns[column + span] ?? 0) - (columns[column] ?? 0);
  const margin = (side: string, points: number): string => `<w:${side} w:w="${twips(points)}" w:type="dxa"/>`;
  const border = (side: string): string => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>`;
  const properties =
    `<w:tblPr><w:tblW w:w="${columns.at(-1) ?? 0}" w:type="dxa"/><w:jc w:val="center"/>` +
    `<w:tblBorders>${['top', 'left', 'bottom', 'right', 'insideH', 'insideV'].map(border).join('')}</w:tblBorders>` +
    `<w:tblLayout w:type="fixed"/><w:tblCellMar>${margin('top', padding)}${margin('left', CELL_MARGIN)}${margin('bottom', padding)}${margin('right', CELL_MARGIN)}</w:tblCellMar></w:tblPr>`;
  const columnsXml = widths.map((_width, at) => `<w:gridCol w:w="${widthOf(at, 1)}"/>`).join('');
  const [header, text] = stylesOfCells(table);
  const open = new Map<number, { readonly cell: GridCell; rows: number }>();
  const rows = grid.rows.map((row, index) => {
    const isHeader = index < grid.headerRows;
    const starting = new Map(row.map((cell) => [cell.column, cell]));
    const cells: string[] = [];
    for (let column = 0; column < widths.length;) {
      const above = open.get(column);
      const cell = above?.cell ?? starting.get(column);
      const span = cell?.columnSpan ?? 1;
      const width = `<w:tcW w:w="${widthOf(column, span)}" w:type="dxa"/>`;
      const across = span > 1 ? `<w:gridSpan w:val="${span}"/>` : '';
      const style = isHeader ? header : text;
      if (above || !cell) {
        const down = above ? '<w:vMerge/>' : '';
        cells.push(
          `<w:tc><w:tcPr>${width}${across}${down}</w:tcPr><w:p><w:pPr><w:pStyle w:val="${style.id}"/></w:pPr></w:p></w:tc>`,
        );
        if (above && --above.rows === 0) open.delete(column);
      } else {
        const down = cell.rowSpan > 1 ? '<w:vMerge w:val="restart"/>' : '';
        cells.push(
          `<w:tc><w:tcPr>${width}${across}${down}<w:vAlign w:val="center"/></w:tcPr>${cellText(cell, style, isHeader)}</w:tc>`,
        );
        if (cell.rowSpan > 1) open.set(column, { cell, rows: cell.rowSpan - 1 });
      }
      column += span;
    }
    const repeated = isHeader ? '<w:tblHeader/>' : '';
    // A header that is repeated is as high there as its rows say: some programs do not look at the words of merged cells again.
    const least = isHeader ? Math.max(table.least, (table.heights[index] ?? 0) - RULE) : table.least;
    return `<w:tr><w:trPr><w:cantSplit/><w:trHeight w:val="${twips(least)}" w:hRule="atLeast"/>${repeated}</w:trPr>${cells.join('')}</w:tr>`;
  });
  return `<w:tbl>${properties}<w:tblGrid>${columnsXml}</w:tblGrid>${rows.join('')}</w:tbl>`;
}

/** The edges of the columns in twips: rounded where they stand, so that no rounding adds up. */
function edges(widths: readonly number[]): readonly number[] {
  const found = [0];
  let at = 0;
  for (const width of widths) {
    at += width;
    found.push(twips(at));
  }
  return found;
}

function cellText({ text, look }: GridCell, style: ParagraphStyle, isHeader: boolean): string {
  const align = isHeader ? 'center' : isAmount(look) ? 'right' : CENTRED.has(look) ? 'center' : 'left';
  const run = runsXml([{ kind: look === 'error' ? 'missing' : 'words', text }]);
  return `<w:p><w:pPr><w:pStyle w:val="${style.id}"/><w:jc w:val="${align}"/></w:pPr>${run}</w:p>`;
}

const CENTRED: ReadonlySet<string> = new Set(['code', 'nameCentred', 'totalName']);
