import type { Catalogue } from './catalogue';
import { sameName } from './names';

/** A catalogue that knows some more codes, under the names that somebody gave them. */
export function withAddedCodes(catalogue: Catalogue, added: ReadonlyMap<string, string>): Catalogue {
  if (added.size === 0) return catalogue;
  return {
    ...catalogue,
    isKnown: (code) => added.has(code) || catalogue.isKnown(code),
    nameOf: (code, year) => added.get(code) ?? catalogue.nameOf(code, year),
    accepts(code, name, year) {
      const given = added.get(code);
      return given === undefined ? catalogue.accepts(code, name, year) : sameName(name, given);
    },
  };
}
