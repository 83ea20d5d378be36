import type { Grid } from '../recognise/grid';
import { normaliseText } from '../text/normalise';

/** A year that a ledger's title names, and where. */
export interface TitleYear {
  readonly year: number;
  /** As it stands there. */
  readonly text: string;
  /** Undefined where it is the name of the sheet. */
  readonly cell: { readonly row: number; readonly column: number } | undefined;
}

/** 2026年部门预算台账; not a day (2026年3月) on which something was written. */
const TITLED = /(20\d\d)年(?!\d)度?[^年月日]*(?:预算|台账|明细|收支|支出)/;
/** Longer texts are remarks. */
const LONGEST = 40;
const ANY_YEAR = /20\d\d(?=年)/g;

/** The year in what stands above the headers, else in the name of the sheet; nothing where more than one is named. */
export function titleYear(grid: Grid, headerRow: number): TitleYear | undefined {
  for (const { row, cells } of grid.rows) {
    if (row >= headerRow) break;
    for (const { cell, column, text } of cells) {
      const year = typeof cell.value === 'string' ? yearOfTitle(text) : undefined;
      if (year !== undefined) return { year, text: String(cell.value).trim(), cell: { row, column } };
    }
  }
  const name = normaliseText(grid.sheet);
  const year = yearOfTitle(name) ?? yearAlone(name);
  return year === undefined ? undefined : { year, text: grid.sheet, cell: undefined };
}

/** A sheet that is called 2026 or 2026年度. */
function yearAlone(name: string): number | undefined {
  const [, year] = /^(20\d\d)年?度?$/.exec(name) ?? [];
  return year === undefined ? undefined : parseInt(year, 10);
}

function yearOfTitle(text: string): number | undefined {
  const year = text.length > LONGEST ? undefined : TITLED.exec(text)?.[1];
  if (year === undefined || new Set(text.match(ANY_YEAR)).size > 1) return undefined;
  return parseInt(year, 10);
}
