import { isInRange } from '../classification/code-tree';
import type { Catalogue } from '../classification/catalogue';
import type { Cell, CellValue, SheetSnapshot } from '../snapshot/snapshot';
import { normaliseText } from '../text/normalise';
import { textOf } from './grid';

/** The sheet of codes; it is called the same in every language, since the ledger's formulas name it. Excel numbers a copy: `科目表 (2)`. */
const NAME = /^科目表(?:\(\d+\))?$/;
const CODE = /^[23]\d{2}(?:\d{2}){0,2}$/;
const NAME_HEADER = /^[^0-9]{0,10}名称$/;
const HEADER_ROWS = 10;

/** Whether a sheet is named as the sheet of codes is. */
export const isCodesSheet = ({ name }: Pick<SheetSnapshot, 'name'>): boolean => NAME.test(normaliseText(name));

/** What a sheet of codes holds: its codes with their names, and what it lacks where it has none. */
export interface CodesRead {
  readonly named: ReadonlyMap<string, string>;
  readonly lacks: readonly ('编码' | '名称')[];
}

/**
 * Reads a sheet of codes, ours or somebody's, whatever else stands in it: each code with the name in the column that is headed so, the one
 * right beside where none is.
 */
export function readCodes(sheet: Pick<SheetSnapshot, 'rows'>): CodesRead {
  const named = new Map<string, string>();
  const nameColumns = nameColumnsIn(sheet);
  const found: { readonly cells: readonly Cell[]; readonly column: number; readonly code: string }[] = [];
  let first = Infinity;
  for (const { cells } of sheet.rows) {
    for (const { column, value } of cells) {
      const code = codeIn(value);
      if (code === undefined) continue;
      found.push({ cells, column, code });
      first = Math.min(first, column);
    }
  }
  const isBefore = nameColumns.some((column) => column < first);
  for (const { cells, column, code } of found) {
    const at = nameColumnOf(column, nameColumns, isBefore);
    const name = String(cells.find((cell) => cell.column === at)?.value ?? '').trim();
    if (name !== '' && !/^\d+$/.test(name)) named.set(code, name);
  }
  const hasNames = named.size > 0 || nameColumns.length > 0;
  return {
    named,
    lacks: [...(found.length > 0 ? [] : (['编码'] as const)), ...(hasNames ? [] : (['名称'] as const))],
  };
}

/** A list has thousands of names, which begin as no code does: they are not looked at more closely. */
function codeIn(value: CellValue): string | undefined {
  if (value === null || (typeof value === 'string' && value.charCodeAt(0) >= FIRST_IDEOGRAPH && value < FULL_WIDTH))
    return undefined;
  const text = textOf(value);
  return CODE.test(text) ? text : undefined;
}

const FIRST_IDEOGRAPH = 0x4e00;
/** Digits may be written in full width. */
const FULL_WIDTH = '\uff00';

/** Codes that no list has and somebody wrote into a sheet of codes, with the names beside them. None of a 类 that cannot exist. */
export function addedCodes(sheet: SheetSnapshot, catalogue: Catalogue): ReadonlyMap<string, string> {
  return new Map(
    [...readCodes(sheet).named].filter(([code]) => isInRange(code) && catalogue.nameOf(code) === undefined),
  );
}

function nameColumnsIn({ rows }: Pick<SheetSnapshot, 'rows'>): readonly number[] {
  const columns = rows
    .slice(0, HEADER_ROWS)
    .flatMap(({ cells }) =>
      cells.flatMap(({ column, value }) => (NAME_HEADER.test(normaliseText(textOf(value))) ? [column] : [])),
    );
  return [...new Set(columns)].sort((a, b) => a - b);
}

/** The nearest column of names on the side on which they stand. */
function nameColumnOf(column: number, names: readonly number[], isBefore: boolean): number {
  const before = names.filter((one) => one < column).pop();
  const behind = names.find((one) => one > column);
  return (isBefore ? (before ?? behind) : (behind ?? before)) ?? column + 1;
}
