import type { Place } from '../../engine/finding/facts';
import { columnLetters } from '../../engine/snapshot/address';

/** How places are put into words; one set a language. */
export interface PlaceWords {
  /** 表三“行政运行”合计; 表三第9行“合计”列 where the row has no name. */
  place(place: Place): string;
  /** Several places of one sentence: those that would read alike are told apart by their row number. */
  places(places: readonly Place[]): readonly string[];
}

interface Pattern {
  readonly named: (table: string, row: string, column: string) => string;
  readonly rowOnly: (table: string, row: string) => string;
  readonly numbered: (table: string, row: number, column: string) => string;
  readonly lettered: (table: string, row: number, letters: string) => string;
}

function placeWords(pattern: Pattern): PlaceWords {
  const numbered = ({ cell, table, column }: Place): string =>
    column
      ? pattern.numbered(table, cell.row + 1, column)
      : pattern.lettered(table, cell.row + 1, columnLetters(cell.column));
  const place = (it: Place): string => {
    if (!it.row) return numbered(it);
    return it.column ? pattern.named(it.table, it.row, it.column) : pattern.rowOnly(it.table, it.row);
  };
  return {
    place,
    places(all) {
      const words = all.map(place);
      return all.map((it, index) => {
        const word = words[index] ?? '';
        return words.filter((other) => other === word).length > 1 ? numbered(it) : word;
      });
    },
  };
}

export const placesZhCN: PlaceWords = placeWords({
  named: (table, row, column) => `${table}“${row}”${column}`,
  rowOnly: (table, row) => `${table}“${row}”`,
  numbered: (table, row, column) => `${table}第${row}行“${column}”列`,
  lettered: (table, row, letters) => `${table}第${row}行${letters}列`,
});

export const placesEn: PlaceWords = placeWords({
  named: (table, row, column) => `${table} “${row}” ${column}`,
  rowOnly: (table, row) => `${table} “${row}”`,
  numbered: (table, row, column) => `${table} row ${row}, column “${column}”`,
  lettered: (table, row, letters) => `${table} row ${row}, column ${letters}`,
});
