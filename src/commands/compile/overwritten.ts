import { wordsOf } from '../../engine/asked/own-columns';
import { compileWords } from '../../i18n/compile/catalogue';
import type { Language } from '../../i18n/language';
import { amountText } from '../../i18n/words/amounts';
import type { OverwrittenPrior } from '../sheets/prior-rows';

/** What a figure of last year was and what the ledger says, without its place. */
export function overwrittenSentence({ row, now }: OverwrittenPrior, language: Language): string {
  const amount = now?.toDecimalPlaces(6).toFixed();
  return compileWords(language).overwrittenOne(
    amountText(wordsOf(row.value)),
    amount === undefined ? undefined : amountText(amount),
    row.from,
  );
}

/** What heads the list of them; undefined where there are none. */
export function overwrittenHeading(overwritten: readonly OverwrittenPrior[], language: Language): string | undefined {
  const [first] = overwritten;
  return first && compileWords(language).overwritten(overwritten.length, first.row.cell.sheet, first.row.from);
}
