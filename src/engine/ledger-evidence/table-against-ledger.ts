import type { Decimal } from 'decimal.js';
import type { Figure, RecognisedBlock, RecognisedTable, RowNode } from '../book/book';
import { axisKey } from '../book/axis';
import { plannedRows, type PlannedRow } from '../compile/rows';
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
    for (const { key, lackedRow } of rowsToPrint(table, block, ledger)) {
      if (lackedRow) lacked.push(lackedRow);
      else printed.add(key);
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
  const found: AgainstLedger[] = [];
  for (const [at, row] of rows.nodes.entries()) {
    const typed = figures[at] ?? [];
    if (!typed.some(isTyped)) continue;
    // Of two rows that mean the same each may be a part of what the ledger gives for both.
    if ((rows.at.get(axisKey(rows.dimensions, row.members))?.length ?? 0) > 1) continue;
    const isRowLeaf = (rows.children[at]?.length ?? 0) === 0;
    for (const [beside, figure] of typed.entries()) {
      const told = isTyped(figure) ? source.told(figure.scope.at) : undefined;
      if (told) found.push({ figure, told, isLeaf: isRowLeaf && (columns.children[beside]?.length ?? 0) === 0 });
    }
  }
  return found;
}

const isTyped = ({ value, formula }: Figure): boolean => value !== undefined && formula === undefined;

/** A row that compiling would print, and what it would be where it does not stand in the table. */
interface RowToPrint {
  readonly key: string;
  readonly lackedRow: LackedRow | undefined;
}

/** The deepest of the rows that compiling would print in a block, those that hold no money left out. */
function rowsToPrint(table: RecognisedTable, block: RecognisedBlock, ledger: StandingLedger): readonly RowToPrint[] {
  // What could not be read may be such a row.
  if (!block.declared.rows.some((row) => 'tree' in row) || block.strangeRows.length > 0) return [];
  const { rows, fixed } = block;
  const { source, nameOf } = ledger;
  return plannedRows(block.declared, fixed, source, nameOf).flatMap((row): readonly RowToPrint[] => {
    const { code, members } = row;
    if (code === undefined || code.length !== block.deepestCode) return [];
    const told = source.told(membersAt(fixed, members));
    if (!told || told.value.isZero()) return [];
    const key = Object.entries(members).flat().join('|');
    const isThere = rows.at.has(axisKey(rows.dimensions, membersAt(fixed, members)));
    return [{ key, lackedRow: isThere ? undefined : lackedRow(table, block, row, { key, code, told }, ledger) }];
  });
}

function lackedRow(
  table: RecognisedTable,
  block: RecognisedBlock,
  { detail, detailName, name, members }: PlannedRow,
  { key, code, told }: Pick<LackedRow, 'key' | 'code' | 'told'>,
  ledger: StandingLedger,
): LackedRow {
  const { source, projectColumn: column } = ledger;
  const amounts = block.declared.columns.flatMap(
    ({ scope = {} }) => source.told(membersAt(block.fixed, members, scope))?.value ?? [],
  );
  return {
    table,
    key,
    code,
    name: detailName ?? name,
    told,
    names: detail === undefined || column === undefined ? [] : told.cells.map((cell) => ({ ...cell, column })),
    amounts: amounts.filter((one) => !one.isZero()),
    renamed: detail === undefined ? [] : rowsLike(block, members, told, ledger),
  };
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
