import { editionById, editionIds } from './check';

/** Ids of the editions whose tables can be made from a ledger. */
export async function compilingEditionIds(): Promise<readonly string[]> {
  const all = await Promise.all(editionIds.map(async (id) => ({ id, edition: await editionById(id) })));
  return all.filter(({ edition }) => edition.declared.ledger !== undefined).map(({ id }) => id);
}
