import { classification } from '../editions/shared/classification/classification';
import { withAddedCodes } from '../engine/classification/added';
import { createCatalogue, type Catalogue } from '../engine/classification/catalogue';
import { once } from '../engine/memo/once';
import { addedCodes, isCodesSheet } from '../engine/recognise/codes-sheet';
import type { SheetSnapshot, Snapshot } from '../engine/snapshot/snapshot';

let built: Catalogue | undefined;

/** The catalogue of classification codes, built once. */
export function catalogue(): Catalogue {
  built ??= createCatalogue(classification);
  return built;
}

/** Once for each sheet: while somebody works in a workbook its sheet of codes mostly stays as it is. */
const addedIn = once((sheet: SheetSnapshot) => addedCodes(sheet, catalogue()));

const NONE: ReadonlyMap<string, string> = new Map();

/** The codes that somebody wrote into a workbook's sheet of codes (or a copy of it), with their names. */
export function codesAddedIn(snapshot: Snapshot): ReadonlyMap<string, string> {
  const [first = NONE, ...others] = snapshot.sheets.filter(isCodesSheet).map(addedIn);
  return others.length === 0 ? first : new Map([...others.reverse(), first].flatMap((codes) => [...codes]));
}

/** By the codes added: results are kept by their catalogue. */
const extended = new Map<string, Catalogue>();

/** The catalogue with the codes that somebody wrote into a workbook's sheet of codes; the same one for the same codes. */
export function catalogueOf(snapshot: Snapshot): Catalogue {
  const added = codesAddedIn(snapshot);
  if (added.size === 0) return catalogue();
  const key = JSON.stringify([...added]);
  const known = extended.get(key) ?? withAddedCodes(catalogue(), added);
  extended.set(key, known);
  return known;
}
