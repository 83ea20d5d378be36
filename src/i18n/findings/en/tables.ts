import { amountText, magnitudeText } from '../../words/amounts';
import { count as counted, money, moreOrLess, now, place, places } from '../../words/phrases-en';
import type { SentenceGroup } from '../sentences';

/** Findings within a table and between tables. */
export const tables = {
  'parts-differ': ({ whole, parts, count, difference, moneyUnit }) =>
    whole.amount === undefined
      ? `${place(whole)} is blank; the ${counted(count, 'part')} below it ${count === 1 ? 'is' : 'sum to'} ${money(parts, moneyUnit)}.`
      : `${place(whole)} ${now(whole, moneyUnit)}; the ${counted(count, 'part')} below it ${count === 1 ? 'is' : 'sum to'} ${amountText(parts)} (${moreOrLess(difference)}).`,
  'same-differ': ({ first, second, difference, moneyUnit }) => {
    const [here = '', there = ''] = places([first, second]);
    const holds = (amount: string | undefined): string => (amount === undefined ? 'is blank' : amountText(amount));
    return `One figure in two places: ${here} ${holds(first.amount)}, ${there} ${holds(second.amount)}, ${magnitudeText(difference)} ${moneyUnit} apart.`;
  },
} satisfies SentenceGroup;
