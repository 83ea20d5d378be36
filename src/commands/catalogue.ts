import { classification } from '../editions/shared/classification/classification';
import { withAddedCodes } from '../engine/classification/added';
import { createCatalogue, type Catalogue } from '../engine/classification/catalogue';
import type { Snapshot } from '../engine/snapshot/snapshot';
import { addedCodes } from './sheets/added-codes';

let built: Catalogue | undefined;

/** The catalogue of classification codes, built once. */
export function catalogue(): Catalogue {
  built ??= createCatalogue(classification);
  return built;
}

/** By the codes added: results are kept by their catalogue. */
const extended = new Map<string, Catalogue>();

/** The catalogue with the codes that somebody wrote into a workbook's sheet of codes; the same one for the same codes. */
export function catalogueOf(snapshot: Snapshot): Catalogue {
  const added = addedCodes(snapshot, catalogue());
  if (added.size === 0) return catalogue();
  const key = JSON.stringify([...added]);
  const known = extended.get(key) ?? withAddedCodes(catalogue(), added);
  extended.set(key, known);
  return known;
}
