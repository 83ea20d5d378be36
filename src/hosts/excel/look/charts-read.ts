import type { Area } from '../../../engine/snapshot/address';
import { parseA1Area } from '../../../engine/snapshot/address';
import { CHART_CELLS, chartIndex } from '../api/own-marker';
import type { SheetName } from '../api/own-marker';
import type { ChartPlan } from '../sheets/sheet-plan';

/** Asks for the charts of a sheet; after the sync: all of them, in the order in which they were drawn, where they lie by now. */
export function requestCharts(sheet: Excel.Worksheet): (names: readonly SheetName[]) => readonly ChartPlan[] {
  const { charts } = sheet;
  charts.load('items/name,items/left,items/top,items/width,items/height');
  return (names) => {
    const cells = cellsIn(names);
    return charts.items.map(({ name, left, top, width, height }): ChartPlan => {
      const index = chartIndex(name);
      return { name, from: index === undefined ? undefined : cells[index], at: { left, top, width, height } };
    });
  };
}

/** The cells that the charts stand on, from the name that tells them: `=图表!$A$4:$C$8,图表!$A$18:$C$24`. */
function cellsIn(names: readonly SheetName[]): readonly (Area | undefined)[] {
  const formula = names.find(({ name }) => name === CHART_CELLS)?.formula ?? '';
  // A sheet's name may hold a comma.
  return [...formula.matchAll(/!(#REF!|\$[A-Z]+\$[0-9]+:\$[A-Z]+\$[0-9]+)/g)].map(([, area = '']) =>
    parseA1Area(area.replaceAll('$', '')),
  );
}
