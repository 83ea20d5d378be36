import type { Decimal } from 'decimal.js';
import type { Figure, RecognisedBlock, RecognisedTable, RowNode } from '../book/book';
import { axisKey } from '../book/axis';
import { plannedRows } from '../compile/rows';
import { onceOfTwo } from '../memo/once';
import { membersAt, type Member, type Members } from '../scope/scope';
import type { CellRef } from '../snapshot/address';
import type { Told } from '../source/source';
import { differs, type AgainstLedger } from './against-ledger';
import type { StandingLedger } from './standing-ledger';

/** A row that compiling would print and that the table has not. */
export interface LackedRow {
  readonly table: RecognisedTable;
  /** The same for the same row of other tables. */
  readonly key: string;
  readonly code: Member;
  /** Of the project, where the table lists such; else of the code. */
  readonly name: string;
  readonly told: Told;
  /** Where the ledger names the project; none where its rows name the code alone. */
  readonly names: readonly CellRef[];
  /** What would stand in it, column by column, nothing left out. */
  readonly amounts: readonly Decimal[];
  /** Rows of the table that hold the same under a name which the ledger does not know: one of them is the row, renamed on one side. */
  readonly renamed: readonly RowNode[];
}

/** A table held against the ledger. */
export interface TableAgainstLedger {
  readonly table: RecognisedTable;
  /** Typed figures that say another amount. */
  readonly differing: readonly AgainstLedger[];
  /** Typed figures that say the same amount. */
  readonly agreeing: ReadonlySet<Figure>;
  readonly lacked: readonly LackedRow[];
  /** Rows that compiling would print and that the table has, by their keys. */
  readonly printed: ReadonlySet<string>;
  /** Places at which either says something, and those of them that differ: figures that nothing divides, and rows. */
  readonly compared: number;
  readonly apart: number;
}

/** Holds a table against the ledger: once, as long as both are the same. */
export const tableAgainstLedger = onceOfTwo(compare);

function compare(table: RecognisedTable, ledger: StandingLedger): TableAgainstLedger {
  const differing: AgainstLedger[] = [];
  const agreeing = new Set<Figure>();
  let compared = 0;
  for (const block of table.blocks) {
    for (const one of toldIn(block, ledger)) {
      const { figure, told, isLeaf } = one;
      const isApart = differs(one, ledger);
      if (isApart) differing.push(one);
      else agreeing.add(figure);
      if (isLeaf && !(figure.value?.isZero() !== false && told.value.isZero())) compared++;
    }
  }
  const lacked: LackedRow[] = [];
  const printed = new Set<string>();
  for (const block of table.blocks) {
    for (const { isThere, ...row } of rowsToPrint(table, block, ledger)) {
      if (isThere) printed.add(row.key);
      else lacked.push(row);
    }
  }
  // A row that holds the same under another name is of the same state.
  const isRenamed = ({ cell }: Figure): boolean =>
    lacked.some(({ renamed }) => renamed.some((row) => row.sheet === cell.sheet && row.row === cell.row));
  return {
    table,
    differing,
    agreeing,
    lacked,
    printed,
    compared: compared + lacked.length,
    apart:
      differing.filter(({ isLeaf, figure }) => isLeaf && !isRenamed(figure)).length +
      lacked.filter(({ renamed }) => renamed.length === 0).length,
  };
}

/** The typed figures of a block that can be read, in rows of which the meaning is theirs alone. */
function toldIn({ rows, columns, figures }: RecognisedBlock, { source }: StandingLedger): readonly AgainstLedger[] {
  return rows.nodes.flatMap((row, at) => {
    // Of two rows that mean the same each may be a part of what the ledger gives for both.
    if ((rows.at.get(axisKey(rows.dimensions, row.members))?.length ?? 0) > 1) return [];
    const isRowLeaf = (rows.children[at]?.length ?? 0) === 0;
    return columns.nodes.flatMap((_column, beside): readonly AgainstLedger[] => {
      const figure = figures[at]?.[beside];
      if (figure?.value === undefined || figure.formula !== undefined) return [];
      const told = source.told(figure.scope.at);
      return told ? [{ figure, told, isLeaf: isRowLeaf && (columns.children[beside]?.length ?? 0) === 0 }] : [];
    });
  });
}

/** The deepest of the rows that compiling would print in a block, those that hold no money left out, and whether they stand there. */
function rowsToPrint(
  table: RecognisedTable,
  block: RecognisedBlock,
  ledger: StandingLedger,
): readonly (LackedRow & { readonly isThere: boolean })[] {
  // What could not be read may be such a row.
  if (!block.declared.rows.some((row) => 'tree' in row) || block.strangeRows.length > 0) return [];
  const { rows, fixed } = block;
  const { source, nameOf, projectColumn: column } = ledger;
  return plannedRows(block.declared, fixed, source, nameOf).flatMap(({ code, detail, detailName, name, members }) => {
    if (code === undefined || code.length !== block.deepestCode) return [];
    const told = source.told(membersAt(fixed, members));
    if (!told || told.value.isZero()) return [];
    const isThere = rows.at.has(axisKey(rows.dimensions, { ...fixed, ...members }));
    const amounts = block.declared.columns.flatMap(
      ({ scope = {} }) => source.told(membersAt(fixed, members, scope))?.value ?? [],
    );
    const key = Object.entries(members).flat().join('|');
    const renamed = isThere || detail === undefined ? [] : rowsLike(block, members, told, ledger);
    const names = detail === undefined || column === undefined ? [] : told.cells.map((cell) => ({ ...cell, column }));
    const row = { table, key, code, name: detailName ?? name, told, names, renamed, isThere };
    return [{ ...row, amounts: amounts.filter((one) => !one.isZero()) }];
  });
}

/** Rows of a block under the same code that hold the same in all, of which the ledger does not know the finest member: a project's name. */
function rowsLike(
  { rows, columns, figures }: RecognisedBlock,
  members: Members,
  told: Told,
  ledger: StandingLedger,
): readonly RowNode[] {
  const finest = rows.dimensions[rows.dimensions.length - 1] ?? '';
  const { [finest]: lacked, ...coarser } = members;
  if (lacked === undefined) return [];
  const whole = columns.nodes.findIndex((column) => Object.keys(column.members).length === 0);
  return rows.nodes.filter((row, index) => {
    const { [finest]: detail } = row.members;
    const isOfCode = Object.entries(coarser).every(([dimension, member]) => row.members[dimension] === member);
    if (detail === undefined || !isOfCode || isKnown(ledger, finest, detail)) return false;
    const figure = figures[index]?.[whole];
    return figure?.value !== undefined && !differs({ figure, told }, ledger);
  });
}

/** Whether the ledger has anything under a member. */
const isKnown = ({ source }: StandingLedger, dimension: string, member: Member): boolean =>
  source.points({ [dimension]: member }, [dimension]).length > 0;
