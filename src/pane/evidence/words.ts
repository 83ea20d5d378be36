import type { Figure } from '../../engine/book/book';
import type { Outcome } from '../../engine/equation/evaluate';
import type { Equation } from '../../engine/equation/equation';
import { placeOf, plainAmount } from '../../engine/finding/quote';
import type { EvidenceWords } from '../../i18n/evidence/words';
import { amountText, magnitudeText } from '../../i18n/words/amounts';
import type { PlaceWords } from '../../i18n/words/places';

/** What a cell holds, as people read it: in the unit of its table, with the decimals that it prints. */
export function amountOf(figure: Figure, words: EvidenceWords): string {
  if (figure.value === undefined) return words.unreadable;
  if (figure.reading.kind === 'blank') return words.blank;
  return amountText(plainAmount(figure.value, figure.moneyUnit, figure.decimals), figure.decimals);
}

/** Its unit, where it holds an amount: a blank has none. */
export const unitShown = ({ reading, moneyUnit }: Pick<Figure, 'reading' | 'moneyUnit'>): string =>
  reading.kind === 'amount' ? moneyUnit : '';

/** What an equation says, and how it comes out: two short sentences. */
export function equationSaid(
  { because, left, right, op }: Equation,
  outcome: Outcome,
  words: EvidenceWords,
  { place }: PlaceWords,
): { readonly says: string; readonly result: string } {
  const named = (figures: readonly Figure[]): string => figures.map((figure) => place(placeOf(figure))).join(' + ');
  const [whole] = left;
  const says =
    because.kind === 'parts' && whole
      ? words.isSumOf(place(placeOf(whole)), right.length)
      : op === '>='
        ? words.atLeast(named(left), named(right))
        : because.kind === 'same' && left.length === 1 && right.length === 1
          ? words.areSame(named(left), named(right))
          : words.equals(named(left), right.length === 0 ? '0' : named(right));
  const tables = new Set(right.map(({ table }) => table));
  const [table] = tables;
  const isElsewhere = tables.size === 1 && table !== undefined && table !== whole?.table;
  const side = because.kind === 'parts' ? words.parts : isElsewhere ? table : words.latter;
  return { says, result: resultSaid(outcome, whole ?? right[0], side, words) };
}

function resultSaid(outcome: Outcome, first: Figure | undefined, side: string, words: EvidenceWords): string {
  if (outcome.kind === 'passed') return words.agrees;
  if (outcome.kind !== 'failed' || !first) return words.notChecked;
  const amount = magnitudeText(plainAmount(outcome.difference, first.moneyUnit, first.decimals));
  if (outcome.rank === 'rounding') return words.rounding(amount);
  return outcome.difference.isNegative() ? words.more(side, amount) : words.less(side, amount);
}
