import type { RowMoves } from '../snapshot/row-moves';
import type { MissingRow } from './missing-row';
import type { InsertedRow } from './plan';
import { movesBySheet } from './widen';

/** The missing rows that can be put in, and where everything stands once they are. */
export class Insertions {
  /** In the order of the tables; rows above the same one from the top level down. */
  readonly rows: readonly InsertedRow[];
  private readonly placeOf = new Map<MissingRow, number>();
  private readonly moves: ReadonlyMap<string, RowMoves>;

  constructor(missing: readonly MissingRow[]) {
    const possible = missing.filter((row) => typeof row.keys !== 'string');
    const putIn = possible.filter(({ blank }) => blank === undefined);
    this.moves = movesBySheet(putIn.map(({ sheet, above }) => ({ sheet, above, count: 1 })));
    const bySheet = new Map<string, MissingRow[]>();
    for (const row of putIn) {
      const list = bySheet.get(row.sheet);
      if (list) list.push(row);
      else bySheet.set(row.sheet, [row]);
    }
    for (const list of bySheet.values()) {
      // Each row that was put in higher up moves it down by one; sorting keeps the order of those above the same row.
      [...list].sort((a, b) => a.above - b.above).forEach((row, index) => this.placeOf.set(row, row.above + index));
    }
    for (const row of possible) {
      if (row.blank !== undefined) this.placeOf.set(row, this.moved(row.sheet, row.blank));
    }
    this.rows = possible.flatMap((row): readonly InsertedRow[] => {
      const at = this.placeOf.get(row);
      if (at === undefined || typeof row.keys === 'string') return [];
      const { table, sheet, above, blank, like, code, name, keys } = row;
      const was = blank === undefined ? {} : { wasBlank: true as const };
      return [{ table: table.declared.id, sheet, above: blank ?? above, row: at, ...was, like, code, name, keys }];
    });
  }

  /** The row, counted from 0, in which a missing row stands afterwards; undefined for one that was not put in. */
  rowOf(missing: MissingRow): number | undefined {
    return this.placeOf.get(missing);
  }

  /** Where a row of a sheet stands afterwards. */
  moved(sheet: string, row: number): number {
    return this.moves.get(sheet.toUpperCase())?.row(row) ?? row;
  }
}
