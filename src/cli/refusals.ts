import { a1OfArea, addressOf, quoteSheetName } from '../engine/snapshot/address';
import { sheetOf } from '../engine/snapshot/edits';
import type { Receipt, Refusal, RefusalCode } from '../engine/snapshot/patch';
import { cliWords } from '../i18n/cli/catalogue';
import type { Language } from '../i18n/language';
import type { Io } from './io';

/** Places that are named before the rest of those refused for one reason is counted. */
const MOST_PLACES = 3;

/** Says on stderr what was not written and why: a line a place, or one for all of a sheet where they are many. */
export function reportRefusals(receipt: Receipt, language: Language, io: Io): void {
  const words = cliWords(language);
  const groups = new Map<string, { readonly because: RefusalCode; readonly places: Set<string> }>();
  for (const refusal of receipt.refused) {
    const key = `${refusal.because} ${refusal.at?.sheet ?? sheetOf(refusal.edit)}`;
    const group = groups.get(key) ?? { because: refusal.because, places: new Set() };
    group.places.add(placeOf(refusal));
    groups.set(key, group);
  }
  for (const { because, places } of groups.values()) {
    const all = [...places];
    const said =
      all.length > MOST_PLACES ? [`${all.slice(0, MOST_PLACES).join(' ')}${words.andPlaces(all.length)}`] : all;
    for (const where of said) io.stderr.write(`${words.refused[because](where)}\n`);
  }
}

function placeOf({ edit, at }: Refusal): string {
  if (at) return addressOf(at);
  switch (edit.do) {
    case 'setValue':
    case 'setFormula':
      return addressOf(edit.at);
    case 'setFlags': {
      const areas = edit.flags.flatMap((flag) => flag.areas.map(a1OfArea));
      return areas.length === 1 ? `${quoteSheetName(edit.sheet)}!${areas.join('')}` : quoteSheetName(edit.sheet);
    }
    case 'putSheet':
    case 'drawSheet':
      return quoteSheetName(edit.sheet.name);
    default:
      return quoteSheetName(edit.sheet);
  }
}
