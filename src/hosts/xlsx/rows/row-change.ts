import { moveReferences } from '../../../engine/formula/move';
import type { MoveOptions } from '../../../engine/formula/move';
import { refersTo } from '../../../engine/formula/references';
import type { Area } from '../../../engine/snapshot/address';
import { rowsPutIn, rowsTakenOut } from '../../../engine/snapshot/row-moves';
import type { RowMoves } from '../../../engine/snapshot/row-moves';
import type { Edit } from '../../../engine/snapshot/patch';

export type RowsIn = Extract<Edit, { readonly do: 'insertRows' }>;
export type RowsOut = Extract<Edit, { readonly do: 'deleteRows' }>;

/** One new row: where it will stand, and the row whose looks it takes as that stands before. */
export interface NewRow {
  readonly row: number;
  readonly above: number;
  readonly like: number;
}

/** What happens to the rows of one sheet. */
export interface SheetRowChange {
  readonly moves: RowMoves;
  /** In the order in which they will stand. */
  readonly added: readonly NewRow[];
}

/** What happens to the rows of a workbook in one go: rows are put in, or taken out, on one or more sheets. */
export class RowChange {
  private constructor(private readonly bySheet: ReadonlyMap<string, SheetRowChange>) {}

  static in(edits: readonly RowsIn[]): RowChange {
    return new RowChange(
      new Map(
        [...groupedBySheet(edits)].map(([sheet, own]) => [sheet, { moves: rowsPutIn(own), added: newRows(own) }]),
      ),
    );
  }

  static out(edits: readonly RowsOut[]): RowChange {
    return new RowChange(
      new Map([...groupedBySheet(edits)].map(([sheet, own]) => [sheet, { moves: rowsTakenOut(own), added: [] }])),
    );
  }

  /** Of a sheet by its name in any case; undefined where its rows stay. */
  of(sheet: string): SheetRowChange | undefined {
    return this.bySheet.get(sheet.toUpperCase());
  }

  /** A formula that stands on a sheet, as it reads afterwards. */
  formula(text: string, own: string | undefined, options?: MoveOptions): string {
    return moveReferences(text, own, (sheet) => this.of(sheet)?.moves, options);
  }

  /** Whether a formula refers to a sheet whose rows move. */
  concerns(text: string, own: string | undefined): boolean {
    return refersTo(text, own, (sheet) => this.of(sheet) !== undefined);
  }
}

/** An area after the rows of its sheet have moved; undefined where nothing is left of it. */
export function movedArea(area: Area, moves: RowMoves): Area | undefined {
  const rows = moves.span(area.top, area.bottom);
  return rows && { ...area, top: rows.from, bottom: rows.to };
}

/** Where a row stands afterwards; of one that is taken out the first that follows it. */
export function firstRowFrom(row: number, moves: RowMoves): number {
  return moves.span(row, Number.MAX_SAFE_INTEGER)?.from ?? row;
}

/** The rows that insertions into one sheet make. */
export function newRows(edits: readonly RowsIn[]): readonly NewRow[] {
  return [...edits]
    .sort((a, b) => a.at - b.at)
    .flatMap(({ at, count, like }) => Array.from({ length: count }, () => ({ above: at, like })))
    .map((row, index) => ({ ...row, row: row.above + index }));
}

function groupedBySheet<E extends { readonly sheet: string }>(edits: readonly E[]): ReadonlyMap<string, readonly E[]> {
  const groups = new Map<string, E[]>();
  for (const edit of edits) {
    const key = edit.sheet.toUpperCase();
    const group = groups.get(key);
    if (group) group.push(edit);
    else groups.set(key, [edit]);
  }
  return groups;
}
