import { amountText, magnitudeText } from '../../words/amounts';
import { money, moreOrLess, now, place, places } from '../../words/phrases-zh-CN';
import type { SentenceGroup } from '../sentences';

/** Findings within a table and between tables. */
export const tables = {
  'parts-differ': ({ whole, parts, count, difference, moneyUnit }) =>
    whole.amount === undefined
      ? `${place(whole)}空着，下级${count}项之和为${money(parts, moneyUnit)}。`
      : `${place(whole)}${now(whole, moneyUnit)}，下级${count}项之和为${amountText(parts)}，${moreOrLess(difference)}。`,
  'same-differ': ({ first, second, difference, moneyUnit }) => {
    const [here = '', there = ''] = places([first, second]);
    const holds = (amount: string | undefined): string => (amount === undefined ? '空着' : amountText(amount));
    return `同一数字两处不同：${here}${holds(first.amount)}，${there}${holds(second.amount)}，相差${magnitudeText(difference)}${moneyUnit}。`;
  },
} satisfies SentenceGroup;
