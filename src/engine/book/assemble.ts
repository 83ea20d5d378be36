import { Decimal } from 'decimal.js';
import { amountIn, convertMoney } from '../amount/money-unit';
import type { MoneyUnit, Reading } from '../amount/reading';
import type { CodeLevel } from '../classification/code-tree';
import type { ResolvedDimensions } from '../edition/dimensions';
import type { Block, Column, Row, Table } from '../edition/edition';
import { scopeAt, type Members } from '../scope/scope';
import type { Cell } from '../snapshot/snapshot';
import type { Steps } from '../steps/steps';
import { runSteps } from '../steps/steps';
import { buildAxis } from './axis';
import { readingOf } from './reading-of';
import type { ColumnNode, Figure, RecognisedBlock, RowNode, StrangeRow } from './book';

/** The rows and columns that were found for a block, and where its cells are. */
export interface BlockParts {
  readonly table: Table;
  readonly block: Block;
  readonly rows: readonly RowNode[];
  readonly columns: readonly ColumnNode[];
  readonly moneyUnit: MoneyUnit;
  readonly dimensions: ResolvedDimensions;
  readonly strangeRows: readonly StrangeRow[];
  readonly missingColumns: readonly Column[];
  /** Columns in the sheet of each declared key; none where the block stands in no sheet. */
  readonly keyColumns?: readonly (readonly number[])[];
  /** The cells of a row, by column. */
  cellAt(row: RowNode): (column: number) => Cell | undefined;
}

/** Puts a block together: the trees of its rows and columns, and a figure where they cross. */
export function assembleBlock(parts: BlockParts): RecognisedBlock {
  return runSteps(assembleInSteps(parts));
}

const ROWS_A_STEP = 400;

/** The same in steps of some hundred rows. */
export function* assembleInSteps(parts: BlockParts): Steps<RecognisedBlock> {
  const { table, block, dimensions, moneyUnit } = parts;
  const fixed: Members = { ...table.scope, ...block.scope };
  const rowDimensions = rowDimensionsOf(block);
  const columnDimensions = unique(block.columns.flatMap((column) => Object.keys(column.scope ?? {})));
  const based = (members: Members, along: readonly string[]): Members =>
    Object.fromEntries(along.flatMap((dimension) => pairOf(dimension, members[dimension] ?? fixed[dimension])));
  const rows = buildAxis(
    parts.rows.map((node) => ({ ...node, members: based(node.members, rowDimensions) })),
    rowDimensions,
    dimensions,
    fixed,
  );
  const columns = buildAxis(
    parts.columns.map((node) => ({ ...node, members: based(node.members, columnDimensions) })),
    columnDimensions,
    dimensions,
    fixed,
  );
  yield;
  const figuresOf = (row: RowNode): readonly Figure[] => {
    const cellAt = parts.cellAt(row);
    return columns.nodes.map((column): Figure => {
      const cell = cellAt(column.column);
      const reading = readingOf(cell);
      return {
        scope: scopeAt(fixed, row.members, column.members),
        table: table.id,
        cell: { sheet: row.sheet, row: row.row, column: column.column },
        reading,
        formula: cell?.formula,
        value: valueOf(reading, moneyUnit),
        moneyUnit,
        decimals: column.decimals,
        rowName: row.name,
        rowWritten: row.detailCell && row.detailName,
        columnName: column.header,
      };
    });
  };
  const figures: (readonly Figure[])[] = [];
  for (const row of rows.nodes) {
    figures.push(figuresOf(row));
    if (figures.length % ROWS_A_STEP === 0) yield;
  }
  return {
    declared: block,
    table: table.id,
    fixed,
    rows,
    columns,
    missingColumns: parts.missingColumns.map((column) => ({
      header: column.header,
      scope: column.scope ?? {},
      optional: column.optional === true,
    })),
    missingTotal: block.rows.some((row) => 'total' in row) && !rows.nodes.some((node) => node.role === 'total'),
    figures,
    strangeRows: parts.strangeRows,
    keyColumns: parts.keyColumns ?? block.keys.map(() => []),
    deepestCode: deepestCodeOf(block),
  };
}

/** The value of a reading in 万元: zero for a blank, undefined for what cannot be read. */
export function valueOf(reading: Reading, unit: MoneyUnit): Decimal | undefined {
  if (reading.kind === 'blank') return ZERO;
  if (reading.kind === 'unreadable') return undefined;
  return convertMoney(amountIn(reading, unit), unit, '万元');
}

const ZERO = new Decimal(0);

const pairOf = (key: string, value: string | undefined): readonly (readonly [string, string])[] =>
  value === undefined ? [] : [[key, value]];

const unique = (items: readonly string[]): readonly string[] => [...new Set(items)];

/** Along which dimensions the rows of a block differ, coarse to fine. */
function rowDimensionsOf(block: Block): readonly string[] {
  return unique(
    block.rows.flatMap((row) => {
      if ('tree' in row) return row.detail === undefined ? [row.tree] : [row.tree, row.detail];
      return 'scope' in row ? Object.keys(row.scope) : [];
    }),
  );
}

const CODE_LENGTH: Readonly<Record<CodeLevel, number>> = { 类: 3, 款: 5, 项: 7 };

function deepestCodeOf(block: Block): number | undefined {
  const tree = block.rows.find((row): row is Extract<Row, { tree: string }> => 'tree' in row);
  return tree && Math.max(...tree.levels.map((level) => CODE_LENGTH[level]));
}
