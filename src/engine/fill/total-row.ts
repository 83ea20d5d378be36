import type { Book, RecognisedBlock, RecognisedTable, RowNode } from '../book/book';
import { cellAt, sheetNamed, type Snapshot } from '../snapshot/snapshot';
import { stripLeadingEnumeration } from '../text/normalise';
import type { MissingRow } from './missing-row';
import type { LeftBecause } from './plan';

/** How the tables of a workbook print their rows of totals: before or after the others, and in which words. */
export class TotalHabit {
  /** Above the rows it is the total of, as some regions print it. */
  readonly isFirst: boolean;
  private readonly texts: readonly string[];

  constructor(book: Book, snapshot: Snapshot) {
    let first = 0;
    let last = 0;
    const texts: string[] = [];
    for (const block of book.tables.flatMap((table) => table.blocks)) {
      const total = block.rows.nodes.find((node) => node.role === 'total');
      const other = block.rows.nodes.find((node) => node.role === 'tree' && node.sheet === total?.sheet);
      if (!total || !other) continue;
      if (total.row < other.row) first++;
      else last++;
      const { keyCell } = total;
      const sheet = keyCell ? sheetNamed(snapshot, keyCell.sheet) : undefined;
      const value = sheet && keyCell ? cellAt(sheet, keyCell.row, keyCell.column)?.value : undefined;
      if (typeof value === 'string') texts.push(value.trim());
    }
    this.isFirst = first > last;
    this.texts = texts;
  }

  /** One of these words as the other tables spell it (`合  计`). */
  spelled(words: readonly string[]): string {
    return this.texts.find((text) => words.includes(stripLeadingEnumeration(text))) ?? words[0] ?? '';
  }
}

/** The row of totals that a block should have and has not: above its first row or below its last one, as the other tables have it. */
export function missingTotal(
  table: RecognisedTable,
  block: RecognisedBlock,
  habit: TotalHabit,
  hindrance: (sheet: string, above: number) => LeftBecause | undefined,
): readonly MissingRow[] {
  const { nodes } = block.rows;
  const [first] = nodes;
  const last = nodes[nodes.length - 1];
  const words = block.declared.rows.flatMap((row) => ('total' in row ? row.total : []));
  if (!block.missingTotal || words.length === 0 || !first || !last) return [];
  const beside = habit.isFirst ? first : last;
  const above = habit.isFirst ? first.row : last.row + 1;
  const name = habit.spelled(words);
  const column = wordColumn(block);
  const reason =
    hindrance(beside.sheet, above) ??
    // A row that nobody could read may be the one of totals.
    (block.strangeRows.length > 0 || column === undefined ? 'row-unclear' : undefined);
  return [
    {
      table,
      sheet: beside.sheet,
      above,
      like: likeTotal(nodes, beside).row,
      code: '',
      name: name.replace(/\s/gu, ''),
      keys: reason ?? [{ column: column ?? 0, text: name, value: name }],
      keyColumn: beside.keyCell?.column ?? 0,
    },
  ];
}

/** Totals look like the topmost rows of their table. */
function likeTotal(nodes: readonly RowNode[], beside: RowNode): RowNode {
  const length = (node: RowNode): number => (node.code?.kind === 'code' ? node.code.code.length : Infinity);
  return nodes.reduce(
    (best, node) => (node.sheet === beside.sheet && length(node) < length(best) ? node : best),
    beside,
  );
}

/** The column of words: names before labels before whatever says what a row is. */
function wordColumn(block: RecognisedBlock): number | undefined {
  const columnOf = (kind: string): number | undefined =>
    block.keyColumns[block.declared.keys.findIndex((key) => key.key === kind)]?.[0];
  return columnOf('name') ?? columnOf('label') ?? block.keyColumns.flat()[0];
}
