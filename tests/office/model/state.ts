import type { Area } from '../../../src/engine/snapshot/address';
import { a1, a1OfArea } from '../../../src/engine/snapshot/address';
import { DEFAULT_LOOK, holdsSomething, isFormatted } from './cell';
import type { ModelSheet } from './sheet';
import type { ModelWorkbook } from './workbook';

/** A value that compares: what is stored, in plain data. */
export type Plain = string | number | boolean | null | readonly Plain[] | { readonly [key: string]: Plain };

/**
 * All that a workbook holds, in a form in which two equal workbooks are equal: no ids, areas in one canonical cut, no entries for
 * what is as Excel makes it. What tests compare before and after.
 */
export function stateOf(workbook: ModelWorkbook): Plain {
  return {
    sheets: workbook.sheets.map(sheetState),
    names: namesState(workbook.names),
    settings: Object.fromEntries([...workbook.settings].map(([key, value]) => [key, plain(value)])),
  };
}

function sheetState(sheet: ModelSheet): Plain {
  return {
    name: sheet.name,
    visibility: sheet.visibility,
    tabColor: sheet.tabColor,
    protection: sheet.isProtected ? plain(sheet.protectionOptions) : null,
    cells: cellsState(sheet),
    merges: sheet.merges.map(a1OfArea).sort(),
    hiddenRows: [...sheet.hiddenRows].sort(byNumber),
    hiddenColumns: [...sheet.hiddenColumns].sort(byNumber),
    rowHeights: Object.fromEntries(sheet.rowHeights),
    columnWidths: Object.fromEntries(sheet.columnWidths),
    groups: sheet.groups.map(({ from, to }) => `${from}-${to}`).sort(),
    conditionalFormats: sheet.conditionalFormats.map(({ type, formula, areas, look }) => ({
      type,
      formula,
      areas: canonical(areas),
      look: plain(Object.fromEntries(look)),
    })),
    validations: sheet.validations
      .map(({ areas, ...rule }) => ({ areas: canonical(areas), ...(plain({ ...rule }) as object) }))
      .sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1)),
    names: namesState(sheet.names),
    charts: sheet.charts.map(({ name, type, source, place, series, look }) => ({
      name,
      type,
      source,
      place: plain(place),
      series: series.map((one) => plain(Object.fromEntries(one))),
      look: plain(Object.fromEntries(look)),
    })),
    filter: plain(sheet.filter ?? null),
    frozen: plain(sheet.frozen ?? null),
    printTitles: plain(sheet.printTitles ?? null),
    settings: plain(Object.fromEntries([...sheet.settings].sort(([a], [b]) => (a < b ? -1 : 1)))),
  };
}

function cellsState(sheet: ModelSheet): Plain {
  const cells: [string, Plain][] = [];
  for (const [row, columns] of [...sheet.rows].sort(([a], [b]) => a - b)) {
    for (const [column, cell] of [...columns].sort(([a], [b]) => a - b)) {
      if (!holdsSomething(cell) && !isFormatted(cell)) continue;
      const look = [...cell.look].filter(([key, value]) => value !== DEFAULT_LOOK[key] && value !== undefined);
      cells.push([
        a1({ row, column }),
        plain({
          value: cell.value,
          ...(cell.formula === undefined ? {} : { formula: cell.formula }),
          ...(cell.isText ? { isText: true } : {}),
          ...(cell.format === 'General' ? {} : { format: cell.format }),
          ...(cell.locked ? {} : { locked: false }),
          ...(look.length === 0 ? {} : { look: Object.fromEntries(look.sort(([a], [b]) => (a < b ? -1 : 1))) }),
        }),
      ]);
    }
  }
  return Object.fromEntries(cells);
}

function namesState(names: ModelWorkbook['names']): Plain {
  return plain(
    [...names.values()]
      .map(({ name, formula, visible }) => ({ name, formula, visible }))
      .sort((a, b) => (a.name < b.name ? -1 : 1)),
  );
}

const byNumber = (a: number, b: number): number => a - b;
const plain = (value: unknown): Plain => JSON.parse(JSON.stringify(value ?? null)) as Plain;

/** The same cells always give the same addresses: bands of rows, each cut into runs, equal bands joined. */
export function canonical(areas: readonly Area[]): string[] {
  const edges = [...new Set(areas.flatMap(({ top, bottom }) => [top, bottom + 1]))].sort(byNumber);
  const bands: { top: number; bottom: number; runs: { left: number; right: number }[] }[] = [];
  edges.slice(0, -1).forEach((top, index) => {
    const bottom = edges[index + 1]! - 1;
    const runs: { left: number; right: number }[] = [];
    const here = areas.filter((area) => area.top <= top && area.bottom >= bottom).sort((a, b) => a.left - b.left);
    for (const { left, right } of here) {
      const last = runs.at(-1);
      if (last && left <= last.right + 1) last.right = Math.max(last.right, right);
      else runs.push({ left, right });
    }
    const above = bands.at(-1);
    if (above && above.bottom === top - 1 && JSON.stringify(above.runs) === JSON.stringify(runs)) above.bottom = bottom;
    else if (runs.length > 0) bands.push({ top, bottom, runs });
  });
  return bands.flatMap(({ top, bottom, runs }) => runs.map((run) => a1OfArea({ top, bottom, ...run })));
}
