import { addressOf, type CellRef } from '../../engine/snapshot/address';

/** More cells than these are not listed one by one in a sentence: the list of findings names them all. */
const MOST_CELLS = 5;

/** The addresses of cells that a sentence names beside its own, and how many there are where these are not all of them. */
export function cellsShown(cells: readonly CellRef[]): { readonly shown: readonly string[]; readonly all?: number } {
  const shown = cells.slice(0, MOST_CELLS).map(addressOf);
  return cells.length > shown.length ? { shown, all: cells.length } : { shown };
}
