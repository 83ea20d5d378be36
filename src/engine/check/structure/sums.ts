import { columnIndex, parseA1Area, type Area, type CellRef } from '../../snapshot/address';
import type { Snapshot } from '../../snapshot/snapshot';
import { cellsOf, isFormulaCell, userSheets } from '../look';

/** A range that a formula sums over. Excel leaves texts in it out. */
export interface SummedArea {
  readonly sheet: string;
  readonly area: Area;
}

const SUMMING = /\b(?:SUM|SUMIF|SUMIFS|SUBTOTAL|SUMPRODUCT|AVERAGE)\(/gi;
const RANGE =
  /(?:'((?:[^']|'')+)'!|([^\s'"(),:!+\-*/&=<>]+)!)?(\$?[A-Z]{1,3}\$?\d+:\$?[A-Z]{1,3}\$?\d+|\$?[A-Z]{1,3}\$?\d+|\$?[A-Z]{1,3}:\$?[A-Z]{1,3})/g;
const LAST_ROW = 1_048_575;

/** All ranges of the workbook that formulas sum over. */
export function summedAreas(snapshot: Snapshot): readonly SummedArea[] {
  return userSheets(snapshot).flatMap((sheet) =>
    cellsOf(sheet, isFormulaCell).flatMap(({ cell }) =>
      cell.formula === undefined ? [] : areasIn(cell.formula, sheet.name),
    ),
  );
}

function areasIn(formula: string, home: string): readonly SummedArea[] {
  return [...formula.matchAll(SUMMING)].flatMap((call) =>
    [...argumentsFrom(formula, call.index + call[0].length).matchAll(RANGE)].flatMap(
      ([, quotedSheet, bareSheet, range = '']): readonly SummedArea[] => {
        const sheet = quotedSheet?.replaceAll("''", "'") ?? bareSheet ?? home;
        const area = areaOf(range);
        return area ? [{ sheet, area }] : [];
      },
    ),
  );
}

/** What stands between the bracket that ends at `from` and the one that closes it. */
function argumentsFrom(formula: string, from: number): string {
  let depth = 1;
  for (let at = from; at < formula.length; at++) {
    if (formula[at] === '(') depth++;
    if (formula[at] === ')') depth--;
    if (depth === 0) return formula.slice(from, at);
  }
  return formula.slice(from);
}

function areaOf(range: string): Area | undefined {
  const [first = '', last = first] = range.replaceAll('$', '').split(':');
  if (/\d/.test(first)) return parseA1Area(`${first}:${last}`);
  return { top: 0, bottom: LAST_ROW, left: columnIndex(first), right: columnIndex(last) };
}

/** Whether a cell lies in one of the ranges. */
export function isSummed(cell: CellRef, areas: readonly SummedArea[]): boolean {
  return areas.some(
    ({ sheet, area }) =>
      sheet === cell.sheet &&
      cell.row >= area.top &&
      cell.row <= area.bottom &&
      cell.column >= area.left &&
      cell.column <= area.right,
  );
}
