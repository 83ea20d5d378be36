import type { Book, Figure, RowNode } from '../../engine/book/book';
import type { Equation } from '../../engine/equation/equation';
import type { ResolvedEdition } from '../../engine/edition/resolve';
import { describeZhCN as words } from '../../i18n/describe/zh-CN';

/** Where a figure of the specimen book stands, in words. */
export interface Spot {
  readonly figure: Figure;
  readonly table: string;
  /** Tables are counted, so that two blocks of one table are told apart. */
  readonly block: string;
  /** 财政拨款支出; '' where the table has one block only. */
  readonly part: string;
  /** 类, 合计, 各项目 …; undefined in a form. */
  readonly row: string | undefined;
  readonly column: string;
  /** A row of a tree of codes. */
  readonly inTree: boolean;
  /** Row names and column names of its block, in order. */
  readonly rowsOfBlock: readonly string[];
  readonly columnsOfBlock: readonly string[];
}

export interface SpecimenMap {
  readonly edition: ResolvedEdition;
  readonly spots: readonly Spot[];
  /** The spot of a figure of this book; a stranger's figure is our mistake. */
  spotOf(figure: Figure): Spot;
}

/** Where every figure of a specimen book stands. */
export function mapOf(book: Book): SpecimenMap {
  const spots: Spot[] = [];
  for (const table of book.tables) {
    table.blocks.forEach((block, index) => {
      const rowsOfBlock = block.rows.nodes.map((row) => rowName(row, book.edition));
      const columnsOfBlock = block.columns.nodes.map((column) => column.header);
      block.figures.forEach((figures, row) => {
        figures.forEach((figure, column) => {
          spots.push({
            figure,
            table: table.declared.id,
            block: `${table.declared.id}/${index}`,
            part: table.blocks.length > 1 ? (block.declared.under?.[0] ?? '') : '',
            row: rowsOfBlock[row],
            column: columnsOfBlock[column] ?? '',
            inTree: block.rows.nodes[row]?.role === 'tree',
            rowsOfBlock,
            columnsOfBlock,
          });
        });
      });
    });
  }
  for (const form of book.forms) {
    const columnsOfBlock = form.amounts.map((amount) => amount.name);
    for (const amount of form.amounts) {
      const { id } = form.declared;
      spots.push({
        figure: amount.figure,
        table: id,
        block: id,
        part: '',
        row: undefined,
        column: amount.name,
        inTree: false,
        rowsOfBlock: [],
        columnsOfBlock,
      });
    }
  }
  const byFigure = new Map(spots.map((spot) => [spot.figure, spot]));
  return {
    edition: book.edition,
    spots,
    spotOf(figure) {
      const spot = byFigure.get(figure);
      if (!spot) throw new Error(`a figure that is not of the specimen book: ${figure.table} ${figure.scope.key}`);
      return spot;
    },
  };
}

/** A level of codes, a label; rows that stand for a name only the document knows are called by the dimension: 各项目. */
function rowName(row: RowNode, edition: ResolvedEdition): string {
  const open = Object.keys(row.members).find((dimension) => edition.dimensions.byId.get(dimension)?.kind === 'open');
  if (open === undefined) return row.name ?? '';
  return words.someOf(edition.dimensions.byId.get(open)?.label ?? open);
}

/** True where whole and parts, or both sides of the same scope, stand in one table. */
export function isWithinTable(equation: Equation, map: SpecimenMap): boolean {
  if (equation.because.kind === 'declared') return false;
  const tables = new Set([...equation.left, ...equation.right].map((figure) => map.spotOf(figure).table));
  return tables.size <= 1 && equation.missingRow === undefined;
}

export const unique = (texts: readonly string[]): readonly string[] => [...new Set(texts)];
