import type { Area } from '../../../src/engine/snapshot/address';
import { columnIndex } from '../../../src/engine/snapshot/address';
import { HostError } from '../server/host-error';

export const LAST_ROW = 1_048_575;
export const LAST_COLUMN = 16_383;

const CELL = /^\$?([A-Za-z]{1,3})\$?([1-9][0-9]*)$/;
const COLUMN = /^\$?([A-Za-z]{1,3})$/;
const ROW = /^\$?([1-9][0-9]*)$/;
const SHEET_PREFIX = /^(?:'((?:[^']|'')+)'|([^'!]+))!(.*)$/;

/** Splits `'a sheet'!A1` into the sheet's name and the rest. */
export function splitSheet(address: string): { readonly sheet?: string; readonly rest: string } {
  const match = SHEET_PREFIX.exec(address);
  if (!match) return { rest: address };
  const [, quoted, bare, rest = ''] = match;
  return { sheet: quoted === undefined ? (bare ?? '') : quoted.replaceAll("''", "'"), rest };
}

/** Reads `A1`, `A1:B2`, `A:C` or `1:3` as Excel does; anything else is refused the way Excel refuses it. */
export function areaOfAddress(address: string): Area {
  const parts = splitSheet(address.trim()).rest.split(':');
  if (parts.length > 2) throw badAddress(address);
  const first = corner(parts[0] ?? '', 'first') ?? undefined;
  const last = corner(parts[1] ?? parts[0] ?? '', 'last') ?? undefined;
  if (!first || !last) throw badAddress(address);
  if (parts.length === 1 && !CELL.test(parts[0] ?? '')) throw badAddress(address);
  const area = {
    top: Math.min(first.row, last.row),
    left: Math.min(first.column, last.column),
    bottom: Math.max(first.row, last.row),
    right: Math.max(first.column, last.column),
  };
  if (area.bottom > LAST_ROW || area.right > LAST_COLUMN) throw badAddress(address);
  return area;
}

function corner(text: string, end: 'first' | 'last'): { readonly row: number; readonly column: number } | undefined {
  const cell = CELL.exec(text);
  if (cell) return { row: Number(cell[2]) - 1, column: columnIndex((cell[1] ?? '').toUpperCase()) };
  const column = COLUMN.exec(text);
  if (column) return { row: end === 'first' ? 0 : LAST_ROW, column: columnIndex((column[1] ?? '').toUpperCase()) };
  const row = ROW.exec(text);
  if (row) return { row: Number(row[1]) - 1, column: end === 'first' ? 0 : LAST_COLUMN };
  return undefined;
}

function badAddress(address: string): HostError {
  return new HostError(
    'InvalidArgument',
    `The argument is invalid or missing or has an incorrect format: ${address.slice(0, 80)}`,
  );
}

export function intersection(a: Area, b: Area): Area | undefined {
  const area = {
    top: Math.max(a.top, b.top),
    left: Math.max(a.left, b.left),
    bottom: Math.min(a.bottom, b.bottom),
    right: Math.min(a.right, b.right),
  };
  return area.top <= area.bottom && area.left <= area.right ? area : undefined;
}

export function contains(outer: Area, inner: Area): boolean {
  return (
    outer.top <= inner.top && outer.left <= inner.left && outer.bottom >= inner.bottom && outer.right >= inner.right
  );
}

export function cellCount(area: Area): number {
  return (area.bottom - area.top + 1) * (area.right - area.left + 1);
}
