import type { Equation } from '../../engine/equation/equation';
import { describeZhCN as words } from '../../i18n/describe/zh-CN';
import { unique, type SpecimenMap, type Spot } from './specimen-map';
import { groupBy } from '../../engine/lists/group-by';

/** Blocks of text that say which amounts the equations do not hold, or hold weakly. */
export function looseLines(equations: readonly Equation[], map: SpecimenMap): readonly string[] {
  const inAny = new Set<Spot>();
  const inEquality = new Set<Spot>();
  const acrossTables = new Set<Spot>();
  for (const equation of equations) {
    const spots = [...equation.left, ...equation.right].map(map.spotOf);
    const tables = new Set(spots.map((spot) => spot.table));
    for (const spot of spots) {
      inAny.add(spot);
      if (equation.op !== '=') continue;
      inEquality.add(spot);
      if (tables.size > 1) acrossTables.add(spot);
    }
  }
  const section = (spots: readonly Spot[]): string => (spots.length === 0 ? words.none : linesOf(spots).join('\n'));
  return [
    words.untouched,
    section(map.spots.filter((spot) => !inAny.has(spot))),
    words.onlyFloor,
    section(map.spots.filter((spot) => inAny.has(spot) && !inEquality.has(spot))),
    words.onlyWithin,
    words.onlyWithinIntro,
    section(map.spots.filter((spot) => inEquality.has(spot) && !acrossTables.has(spot))),
  ];
}

/** Rows that leave the same columns loose are one line. */
function linesOf(spots: readonly Spot[]): readonly string[] {
  return groupBy(spots, (spot) => spot.block).flatMap((block) => {
    const rows = groupBy(block, (spot) => spot.row ?? '').map((row) => ({
      row: row[0].row,
      columns: row.map((spot) => spot.column),
    }));
    return groupBy(rows, ({ columns }) => columns.join()).map((group) => {
      const [{ columns }] = group;
      const [{ table, part, columnsOfBlock }] = block;
      const all = columns.length === columnsOfBlock.length && columns.length > 1;
      return words.loose(
        table,
        part,
        unique(group.flatMap(({ row }) => row ?? [])),
        all ? [words.allColumns] : columns,
      );
    });
  });
}
