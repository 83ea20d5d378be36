import type { Book, RecognisedBlock, RecognisedTable, RowNode } from '../book/book';
import type { Catalogue } from '../classification/catalogue';
import type { CodeLevel } from '../classification/code-tree';
import type { Row } from '../edition/edition';
import { sheetNamed, type SheetSnapshot, type Snapshot, type Span } from '../snapshot/snapshot';
import { BlankRows } from './blank-rows';
import type { MissingRow } from './missing-row';
import type { LeftBecause } from './plan';
import { RowManner } from './row-manner';

type TreeRow = Extract<Row, { readonly tree: string }>;

/** The rows that a block of a book should print above others and does not. */
export type MissingAncestors = (table: RecognisedTable, block: RecognisedBlock) => readonly MissingRow[];

/**
 * The rows that blocks should print by their declaration above the rows that are there, and do not: of the levels of a tree, each before
 * its first child. In sheet order, what stands above the same row from the top level down.
 */
export function missingAncestors(book: Book, snapshot: Snapshot, catalogue: Catalogue): MissingAncestors {
  const year = book.year ?? book.edition.declared.year;
  const named = namesIn(book);
  const nameOf = (code: string): string | undefined => catalogue.nameOf(code, year) ?? named.get(code);
  return (table, block) => ancestorsIn(book, snapshot, table, block, nameOf);
}

/** How codes are called in the tables, for those that no catalogue has. */
function namesIn(book: Book): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const { blocks } of book.tables) {
    for (const { rows } of blocks) {
      for (const { code, nameCell, name } of rows.nodes) {
        if (code?.kind === 'code' && nameCell && name !== undefined && !names.has(code.code))
          names.set(code.code, name);
      }
    }
  }
  return names;
}

/** The code that a row of a block is taken to have, however it is written; undefined for a row without one. */
export function codesIn(block: RecognisedBlock): (node: RowNode) => string | undefined {
  const tree = treeOf(block);
  return (node) => (tree && node.role === 'tree' ? node.members[tree.tree] : undefined);
}

const treeOf = (block: RecognisedBlock): TreeRow | undefined =>
  block.declared.rows.find((row): row is TreeRow => 'tree' in row);

const DIGITS: Readonly<Record<CodeLevel, number>> = { 类: 3, 款: 5, 项: 7 };

function ancestorsIn(
  book: Book,
  snapshot: Snapshot,
  table: RecognisedTable,
  block: RecognisedBlock,
  nameOf: (code: string) => string | undefined,
): readonly MissingRow[] {
  const tree = treeOf(block);
  if (!tree || tree.list) return [];
  const lengths = tree.levels.map((level) => DIGITS[level]).sort((a, b) => a - b);
  const codeOf = codesIn(block);
  const printed = new Set(block.rows.nodes.flatMap((node) => codeOf(node) ?? []));
  const found: MissingRow[] = [];
  const manners = new Map<string, RowManner>();
  const blanks = new Map<string, BlankRows>();
  const levels = new Levels(block);
  let above: string | undefined;
  for (const node of block.rows.nodes) {
    const own = codeOf(node);
    if (own === undefined) continue;
    let free: readonly number[] | undefined;
    for (const length of lengths) {
      const code = own.slice(0, length);
      if (length >= own.length || printed.has(code)) continue;
      printed.add(code);
      const sheet = sheetNamed(snapshot, node.sheet);
      if (!sheet) continue;
      const manner = manners.get(node.sheet) ?? new RowManner(block, sheet);
      manners.set(node.sheet, manner);
      const alike = levels.nearest(node, code.length);
      const name = nameOf(code);
      if (!blanks.has(node.sheet)) blanks.set(node.sheet, new BlankRows(table, block, sheet));
      free ??= blanks.get(node.sheet)?.above(node) ?? [];
      const [blank, ...others] = free;
      free = others;
      const reason =
        blank === undefined
          ? hindrance(book, snapshot, table, block, node.sheet, node.row)
          : sheet.isProtected
            ? 'row-protected'
            : undefined;
      found.push({
        table,
        sheet: node.sheet,
        above: node.row,
        ...(blank === undefined ? {} : { blank }),
        like: alike[0]?.row ?? node.row,
        code,
        name: name ?? '',
        keys:
          reason ??
          (name === undefined ? 'row-unnamed' : (manner.keys(code, name, [...alike, node], above) ?? 'row-unclear')),
        keyColumn: node.keyCell?.column ?? 0,
      });
      above = code;
    }
    above = own;
  }
  return found;
}

/** The rows of a block by level. */
class Levels {
  private readonly rows = new Map<string, RowNode[]>();

  constructor(block: RecognisedBlock) {
    for (const node of block.rows.nodes) {
      if (node.role !== 'tree' || node.code?.kind !== 'code' || node.code.local !== undefined) continue;
      const key = `${node.sheet}\u0000${node.code.code.length}`;
      const list = this.rows.get(key);
      if (list) list.push(node);
      else this.rows.set(key, [node]);
    }
  }

  /** A few rows whose codes have that many digits, on the sheet of the given row and nearest to it. */
  nearest({ sheet, row }: RowNode, digits: number): readonly RowNode[] {
    const rows = this.rows.get(`${sheet}\u0000${digits}`) ?? [];
    let low = 0;
    let high = rows.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((rows[middle]?.row ?? 0) < row) low = middle + 1;
      else high = middle;
    }
    return rows
      .slice(Math.max(0, low - MOST_NEIGHBOURS), low + MOST_NEIGHBOURS)
      .sort((a, b) => Math.abs(a.row - row) - Math.abs(b.row - row));
  }
}

const MOST_NEIGHBOURS = 3;

/** Why no row can be put in above a row of a block; undefined where nothing stands in the way. */
export function hindrance(
  book: Book,
  snapshot: Snapshot,
  table: RecognisedTable,
  block: RecognisedBlock,
  sheetName: string,
  above: number,
): LeftBecause | undefined {
  const sheet = sheetNamed(snapshot, sheetName);
  if (!sheet) return 'row-unclear';
  if (sheet.isProtected) return 'row-protected';
  if (table.blocks.length > 1 || standsBeside(book, table, sheetName, above)) return 'row-beside';
  if (sheet.merges.some(({ top, bottom }) => top < above && above <= bottom)) return 'row-merged';
  return hidesRows(sheet, block) ? 'row-hidden' : undefined;
}

function standsBeside(book: Book, table: RecognisedTable, sheet: string, above: number): boolean {
  return [...book.tables, ...book.forms].some(
    ({ frame, declared }) =>
      declared !== table.declared && frame.sheet === sheet && frame.top < above && above <= frame.bottom,
  );
}

/** Blank rows that somebody hid do not matter; rows of the table do, for a filter hides them too. */
function hidesRows({ hiddenRows, name }: SheetSnapshot, block: RecognisedBlock): boolean {
  if (hiddenRows.length === 0) return false;
  const isIn =
    (row: number) =>
    (span: Span): boolean =>
      span.from <= row && row <= span.to;
  return block.rows.nodes.some((node) => node.sheet === name && hiddenRows.some(isIn(node.row)));
}
