import type { MoneyUnit } from '../../engine/amount/reading';
import type { Quoted } from '../../engine/finding/facts';
import { amountText, isNegative, magnitudeText } from './amounts';
import { placesZhCN } from './places';

export const place = placesZhCN.place;
export const places = placesZhCN.places;

/** 174.15万元; the unit goes with the first amount of a sentence only. */
export function money(amount: string, unit: MoneyUnit): string {
  return `${amountText(amount)}${unit}`;
}

/** 多27.00 / 少0.90: the named cell against what it should be. */
export function moreOrLess(difference: string): string {
  return `${isNegative(difference) ? '少' : '多'}${magnitudeText(difference)}`;
}

/** 现为174.15万元 / 空着: what the named cell says. */
export function now(quoted: Quoted, unit: MoneyUnit): string {
  return quoted.amount === undefined ? '空着' : `现为${money(quoted.amount, unit)}`;
}

/** “甲”“乙”“丙”等5项: the first `most` names; all of them where they are no more. */
export function nameList(names: readonly string[], most = 3): string {
  const shown = names
    .slice(0, most)
    .map((name) => `“${name}”`)
    .join('');
  return names.length > most ? `${shown}等${names.length}项` : shown;
}
