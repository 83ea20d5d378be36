import { groupBy } from '../../lists/group-by';
import { Decimal } from 'decimal.js';
import type { Figure, RecognisedBlock, RecognisedTable, RowNode } from '../../book/book';
import { isBlank } from '../../book/book';
import { parentOf } from '../../classification/code-tree';
import { missingAncestors } from '../../fill/missing-ancestors';
import type { MissingRow } from '../../fill/missing-row';
import type { CellRef } from '../../snapshot/address';
import type { CheckContext } from '../check';
import { codedRows } from '../coded-rows';
import { nameVerdict } from '../codes/name-verdict';
import { parentCheck } from '../codes/k-parent';
import { figuresOfRow } from '../look';
import { once } from '../../memo/once';

/** Rows above their children that a table lacks although its edition prints them: one below the other, all above the same row. */
export interface MissingCodes {
  readonly table: RecognisedTable;
  readonly block: RecognisedBlock;
  /** From the top level down; a name is '' where nobody knows it. */
  readonly rows: readonly { readonly code: string; readonly name: string }[];
  /** The rows that go into the topmost of them, as far as they are there. */
  readonly children: readonly RowNode[];
  /** Whether filling would put the rows in. */
  readonly fillable: boolean;
}

/** A code whose own row is not there, with the rows right below it. */
interface Orphans {
  readonly parent: string;
  readonly rows: readonly RowNode[];
}

/** What a block says of codes that have no row of their own. */
export interface Lacking {
  readonly missing: readonly MissingCodes[];
  /** Levels that the edition does not ask for, although the other rows of the table have theirs. */
  readonly orphans: readonly Orphans[];
}

/** What the blocks of all tables lack, in table order. */
export const lackingIn = once((context: CheckContext): ReadonlyMap<RecognisedBlock, Lacking> => {
  const ancestorsOf = missingAncestors(context.book, context.snapshot, context.catalogue);
  return new Map(
    context.book.tables.flatMap((table) =>
      table.blocks.map((block) => {
        const absent = (): readonly MissingRow[] => (table.blocks.length === 1 ? ancestorsOf(table, block) : []);
        return [block, lackingOf(table, block, absent, context)] as const;
      }),
    ),
  );
});

/** The code cells that are told with a missing row: the row above is missing, not the code wrong. */
export const toldAsMissing = once(
  (context: CheckContext): ReadonlySet<RowNode> =>
    new Set([...lackingIn(context).values()].flatMap(({ missing }) => missing.flatMap(({ children }) => children))),
);

function lackingOf(
  table: RecognisedTable,
  block: RecognisedBlock,
  absentRows: () => readonly MissingRow[],
  context: CheckContext,
): Lacking {
  const groups = orphansIn(block);
  if (groups.length === 0) return { missing: [], orphans: [] };
  const absent = absentRows();
  const rows = codedRows(block, context.snapshot);
  const doubted = new Map(
    parentCheck(rows, context).flatMap(({ facts, severity }) =>
      facts.code === 'code-parent' ? [[keyOf(facts.place.cell), severity] as const] : [],
    ),
  );
  const coded = new Map(rows.map((row) => [keyOf(row.cell), row]));
  const isDoubted = ({ keyCell }: RowNode): boolean => keyCell !== undefined && doubted.has(keyOf(keyCell));
  // A single code elsewhere than where it belongs may be mistyped, unless its name says it is not.
  const isSure = (node: RowNode, siblings: number): boolean => {
    if (!node.keyCell || !isDoubted(node)) return true;
    if (doubted.get(keyOf(node.keyCell)) === 'error') return false;
    const row = coded.get(keyOf(node.keyCell));
    return (
      siblings > 1 || hasChildren(block, node) || (row !== undefined && nameVerdict(row, context).kind === 'right')
    );
  };
  const levels = new Set(codesIn(block).map(({ code }) => code.length));
  const missing: MissingCodes[] = [];
  const orphans: Orphans[] = [];
  for (const { parent, rows: below } of groups) {
    const sure = below.filter((node) => isSure(node, below.length));
    const chain = absent.filter(({ code }) => parent.startsWith(code) && levels.has(code.length));
    if (sure.length > 0 && chain.some(({ code }) => code === parent)) {
      const fillable = chain.every(({ keys }) => typeof keys !== 'string');
      missing.push({ table, block, rows: chain.map(({ code, name }) => ({ code, name })), children: sure, fillable });
    } else {
      const told = below.filter((node) => !isDoubted(node));
      if (told.length > 0) orphans.push({ parent, rows: told });
    }
  }
  return { missing: joined(missing), orphans };
}

/** Sections of one class that is missing as well: the class is told once. */
function joined(missing: readonly MissingCodes[]): readonly MissingCodes[] {
  return groupBy(missing, ({ rows }) => rows[0]?.code ?? '').map(([first, ...more]) => {
    const all = [first, ...more];
    const codes = new Map(all.flatMap(({ rows }) => rows.map((row) => [row.code, row] as const)));
    return {
      ...first,
      rows: [...codes.values()],
      children: all.flatMap(({ children }) => children),
      fillable: all.every(({ fillable }) => fillable),
    };
  });
}

const keyOf = ({ sheet, row }: CellRef): string => `${sheet}!${row}`;

const codesIn = (block: RecognisedBlock): readonly { readonly code: string; readonly node: RowNode }[] =>
  block.rows.nodes.flatMap((node) => (node.code?.kind === 'code' ? [{ code: node.code.code, node }] : []));

const hasChildren = (block: RecognisedBlock, node: RowNode): boolean =>
  (block.rows.children[block.rows.nodes.indexOf(node)] ?? []).length > 0;

/** Rows whose parent has no row, in a block where other rows of their level have theirs. */
function orphansIn(block: RecognisedBlock): readonly Orphans[] {
  const coded = codesIn(block);
  const printed = new Set(coded.map(({ code }) => code));
  const parented = coded.filter(({ code }) => printed.has(parentOf(code) ?? ''));
  const lacking = coded.flatMap(({ code, node }) => {
    const parent = parentOf(code);
    if (parent === undefined || printed.has(parent)) return [];
    return parented.some((other) => other.code.length === code.length) ? [{ parent, node }] : [];
  });
  return groupBy(lacking, ({ parent }) => parent).map((group) => ({
    parent: group[0].parent,
    rows: group.map(({ node }) => node),
  }));
}

/** What a missing row would hold in a column; undefined where its children say nothing there. */
export function amountIn({ block, children }: MissingCodes, column: number): Decimal | undefined {
  const figures = children.flatMap((child): readonly Figure[] => {
    const figure = figuresOfRow(block, child).find(({ cell }) => cell.column === column);
    return figure && !isBlank(figure) ? [figure] : [];
  });
  if (figures.length === 0 || figures.some(({ value }) => value === undefined)) return undefined;
  return figures.reduce((sum, { value }) => sum.plus(value ?? 0), new Decimal(0));
}
