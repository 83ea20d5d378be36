import type { RecognisedBlock, RecognisedTable, RowNode } from '../book/book';
import type { Cell, SheetSnapshot } from '../snapshot/snapshot';
import { normaliseText } from '../text/normalise';

/** The rows of a table on one sheet that hold nothing in the columns of a block: somebody has cleared them. */
export class BlankRows {
  private readonly used: ReadonlySet<number>;
  private readonly isMerged: (row: number) => boolean;
  /** Above the first row stand the headers. */
  private readonly top: number;

  constructor(table: RecognisedTable, block: RecognisedBlock, sheet: SheetSnapshot) {
    const columns = [...block.keyColumns.flat(), ...block.columns.nodes.map(({ headerCell }) => headerCell.column)];
    const [left, right] = [Math.min(...columns), Math.max(...columns)];
    const isWithin = ({ column }: Cell): boolean => left <= column && column <= right;
    this.used = new Set(
      sheet.rows.flatMap(({ row, cells }) => (cells.some((cell) => isWithin(cell) && !isBlank(cell)) ? [row] : [])),
    );
    this.isMerged = (row) =>
      sheet.merges.some((area) => area.top <= row && row <= area.bottom && area.left <= right && left <= area.right);
    const place = table.places.find((one) => one.sheet === sheet.name);
    this.top = place ? place.header.bottom + 1 : Infinity;
  }

  /** Those right above a row of the block, from the top down. Rows into which a merged cell reaches are left alone. */
  above(node: RowNode): readonly number[] {
    const found: number[] = [];
    for (let row = node.row - 1; row >= this.top && !this.used.has(row) && !this.isMerged(row); row--)
      found.unshift(row);
    return found;
  }
}

const isBlank = ({ value, formula }: Cell): boolean =>
  formula === undefined && (value === null || normaliseText(String(value)) === '');
