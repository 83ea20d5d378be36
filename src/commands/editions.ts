import type { Snapshot } from '../engine/snapshot/snapshot';
import { editionById, editionIds, isNothing, recogniseBest } from './check';

/** An edition as people choose it. */
export interface NamedEdition {
  readonly id: string;
  readonly name: string;
}

/** Every edition there is, in the order of the list of editions. */
export async function namedEditions(): Promise<readonly NamedEdition[]> {
  const all = await Promise.all(editionIds.map(editionById));
  return all.map(({ declared: { id, name } }) => ({ id, name }));
}

/** The edition that fits a workbook best; undefined where nothing was recognised. */
export async function bestEdition(snapshot: Snapshot): Promise<NamedEdition | undefined> {
  const best = await recogniseBest(snapshot);
  if (!best || isNothing(best)) return undefined;
  const { id, name } = best.book.edition.declared;
  return { id, name };
}

/** Ids of the editions whose tables can be made from a ledger. */
export async function compilingEditionIds(): Promise<readonly string[]> {
  const all = await Promise.all(editionIds.map(async (id) => ({ id, edition: await editionById(id) })));
  return all.filter(({ edition }) => edition.declared.ledger !== undefined).map(({ id }) => id);
}
