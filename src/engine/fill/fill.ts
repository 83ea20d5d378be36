import type { Book, Figure, RecognisedTable } from '../book/book';
import type { Catalogue } from '../classification/catalogue';
import { recognise } from '../recognise/recognise';
import { cellKey } from '../snapshot/address';
import type { Snapshot } from '../snapshot/snapshot';
import { applied } from './applied';
import { rowEdits } from './edits';
import { Insertions } from './insertions';
import type { MissingRow } from './missing-row';
import { codesIn } from './missing-ancestors';
import { missingRows } from './missing-rows';
import { NumberFormats } from './number-formats';
import type { FillOptions, FillPlan, LeftOpen } from './plan';
import { settleWithFormulas, type Settled } from './with-formulas';

/**
 * What filling would do to a recognised workbook: rows that its tables should print and did not have, and for every sum, class
 * row and cross-table figure the formula it follows from. What the user typed stays, unless asked otherwise.
 */
export function planFill(book: Book, snapshot: Snapshot, catalogue: Catalogue, options: FillOptions = {}): FillPlan {
  const missing = missingRows(book, snapshot, catalogue).map((row) =>
    options.keepRows?.has(row.sheet) && row.blank === undefined && typeof row.keys !== 'string'
      ? { ...row, keys: 'row-refused' as const }
      : row,
  );
  let attempt = attemptWith(missing, book, snapshot, catalogue, options);
  // A row that would hold nothing is not put in; one that is not read as what it was meant for is not either.
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const { rows, holding, understood } = attempt;
    const wanted = rows
      .filter((row) => holding(row))
      .map((row) =>
        typeof row.keys === 'string' || understood.has(row) ? row : { ...row, keys: 'row-unclear' as const },
      );
    if (wanted.length === rows.length && wanted.every((row, index) => row === rows[index])) break;
    attempt = attemptWith(wanted, book, snapshot, catalogue, options);
  }
  const { fills, conflicts, numbers, follows, left } = attempt.settled;
  return {
    inserts: attempt.insertions.rows,
    fills,
    conflicts,
    numbers,
    follows,
    left: [...leftRows(attempt), ...left],
  };
}

/** Dropping a row that holds nothing changes no other; two rounds are enough, and a third shows it. */
const MOST_ROUNDS = 3;

/** A fill with certain rows put in. */
interface Attempt {
  readonly rows: readonly MissingRow[];
  readonly insertions: Insertions;
  readonly settled: Settled;
  /** Whether any of the rows below a missing one holds an amount, or will. */
  readonly holding: (row: MissingRow) => boolean;
  /** The rows that were put in and read back as what they were meant for. */
  readonly understood: ReadonlySet<MissingRow>;
}

function attemptWith(
  rows: readonly MissingRow[],
  book: Book,
  snapshot: Snapshot,
  catalogue: Catalogue,
  options: FillOptions,
): Attempt {
  const insertions = new Insertions(rows);
  const widened = insertions.rows.length === 0 ? snapshot : applied(snapshot, rowEdits(insertions.rows));
  const read = (of: Snapshot): Book => recognise(of, book.edition, catalogue).book;
  const first = widened === snapshot ? book : read(widened);
  const settled = settleWithFormulas(first, widened, read, {
    ...options,
    covered: coveredCells(widened),
    formats: new NumberFormats(first, widened),
  });
  return {
    rows,
    insertions,
    settled,
    holding: holdingIn(first, settled),
    understood: understoodIn(first, rows, insertions),
  };
}

function holdingIn(book: Book, { fills }: Settled): Attempt['holding'] {
  const filled = new Set(fills.map(({ cell }) => cellKey(cell)));
  const holds = ({ reading, cell }: Figure): boolean => reading.kind !== 'blank' || filled.has(cellKey(cell));
  const above = new Set<string>();
  for (const table of book.tables) {
    for (const block of table.blocks) {
      const codeOf = codesIn(block);
      for (const [index, node] of block.rows.nodes.entries()) {
        if (!block.figures[index]?.some(holds)) continue;
        const code = codeOf(node) ?? '';
        for (let length = 0; length <= code.length; length++) above.add(`${tableKey(table)} ${code.slice(0, length)}`);
      }
    }
  }
  return ({ table, code }) => above.has(`${tableKey(table)} ${code}`);
}

/** Tells two copies of a table apart: by the sheet on which it begins, whose name rows that are put in do not change. */
const tableKey = ({ declared, frame }: RecognisedTable): string => `${declared.id} ${frame.sheet}`;

function understoodIn(book: Book, rows: readonly MissingRow[], insertions: Insertions): ReadonlySet<MissingRow> {
  const read = new Set<string>();
  const keyOf = (table: RecognisedTable, code: string, sheet: string, row: number): string =>
    `${tableKey(table)} ${code} ${cellKey({ sheet, row, column: 0 })}`;
  for (const table of book.tables) {
    for (const block of table.blocks) {
      const codeOf = codesIn(block);
      for (const node of block.rows.nodes) {
        const said = node.role === 'total' ? '' : codeOf(node);
        if (said !== undefined) read.add(keyOf(table, said, node.sheet, node.row));
      }
    }
  }
  return new Set(
    rows.filter((missing) => {
      const row = insertions.rowOf(missing);
      return row !== undefined && read.has(keyOf(missing.table, missing.code, missing.sheet, row));
    }),
  );
}

/** The rows that should be there and are not put in. */
function leftRows({ rows, insertions }: Attempt): readonly LeftOpen[] {
  return rows.flatMap(({ table, sheet, above, code, name, keys, keyColumn }): readonly LeftOpen[] => {
    if (typeof keys !== 'string') return [];
    return [
      {
        table: table.declared.id,
        because: keys,
        cell: { sheet, row: insertions.moved(sheet, above), column: keyColumn },
        rowName: [code, name].filter((word) => word !== '').join(' '),
        columnName: undefined,
        cells: [],
      },
    ];
  });
}

/** The cells that lie under a merged one, as far as the sheet is used: nothing written there is seen. */
function coveredCells(snapshot: Snapshot): ReadonlySet<string> {
  const covered = new Set<string>();
  for (const { name, rows, merges } of snapshot.sheets) {
    const lastRow = rows[rows.length - 1]?.row ?? 0;
    for (const { top, left, bottom, right } of merges) {
      for (let row = top; row <= Math.min(bottom, lastRow); row++) {
        for (let column = left; column <= right; column++) {
          if (row !== top || column !== left) covered.add(cellKey({ sheet: name, row, column }));
        }
      }
    }
  }
  return covered;
}
