import type { Block, Table } from '../edition/edition';
import { membersAt, type Member, type Members } from '../scope/scope';
import type { Source } from '../source/source';
import { headerOf, type Header, type PlacedBlock } from '../layout/header';
import { plannedRows, type PlannedRow } from './rows';

/** A row of a block and where it stands in its sheet, counted from 0. */
export interface PlacedRow extends PlannedRow {
  readonly row: number;
}

export interface PlacedRows {
  readonly at: PlacedBlock;
  readonly fixed: Members;
  readonly rows: readonly PlacedRow[];
}

/** A table with all that it prints and where: caption, title and department above the header, the body below it. */
export interface PlacedTable {
  readonly declared: Table;
  readonly header: Header;
  readonly blocks: readonly PlacedRows[];
  /** First row of the header, first row of the body and the row below it. */
  readonly headerRow: number;
  readonly top: number;
  readonly end: number;
}

/** Caption, title, department and money unit stand above the header. */
export const CAPTION_ROW = 0;
export const TITLE_ROW = 1;
export const FRAME_ROW = 2;
const HEADER_ROW = 3;

/**
 * Says where the rows of a table stand. Blocks side by side begin in the same row and end with their totals in the same one; where a
 * table of codes has none, `spare` blank rows stand in their place.
 */
export function placeTable(
  declared: Table,
  source: Source,
  nameOf: (code: Member) => string,
  spare: number,
): PlacedTable {
  const header = headerOf(declared.blocks);
  const top = HEADER_ROW + header.rows;
  const planned = header.blocks.map((at) => {
    const fixed = membersAt(declared.scope, at.block.scope ?? {});
    return { at, fixed, rows: plannedRows(at.block, fixed, source, nameOf) };
  });
  const heights = planned.map(({ at, rows }) => rows.length + (isEmptyTree(at.block, rows) ? spare : 0));
  const end = top + Math.max(...heights);
  return {
    declared,
    header,
    headerRow: HEADER_ROW,
    top,
    end,
    blocks: planned.map(({ at, fixed, rows }) => ({ at, fixed, rows: placed(rows, top, end) })),
  };
}

const isEmptyTree = (block: Block, rows: readonly PlannedRow[]): boolean =>
  block.rows.some((row) => 'tree' in row) && !rows.some(({ role }) => role === 'tree');

/** From the top down; totals that close a block stand in the last row of the table. */
function placed(rows: readonly PlannedRow[], top: number, end: number): readonly PlacedRow[] {
  let closing = rows.length;
  while (closing > 0 && rows[closing - 1]?.role === 'total') closing -= 1;
  return rows.map((row, index) => ({ ...row, row: index < closing ? top + index : end - (rows.length - index) }));
}
