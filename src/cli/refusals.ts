import { a1OfArea, addressOf, quoteSheetName } from '../engine/snapshot/address';
import type { Receipt, Refusal } from '../engine/snapshot/patch';
import { cliWords } from '../i18n/catalogue';
import type { Language } from '../i18n/language';
import type { Io } from './io';

/** Says on stderr what was not written and why, a line a place. */
export function reportRefusals(receipt: Receipt, language: Language, io: Io): void {
  const words = cliWords(language).refused;
  const lines = new Set(receipt.refused.map((refusal) => words[refusal.because](placeOf(refusal))));
  for (const line of lines) io.stderr.write(`${line}\n`);
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
