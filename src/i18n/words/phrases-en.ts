import type { MoneyUnit } from '../../engine/amount/reading';
import type { Quoted } from '../../engine/finding/facts';
import { amountText, isNegative, magnitudeText } from './amounts';
import { placesEn } from './places';

export const place = placesEn.place;
export const places = placesEn.places;

/** 174.15 万元: units stay as they stand in the tables, and go with the first amount of a sentence only. */
export function money(amount: string, unit: MoneyUnit): string {
  return `${amountText(amount)} ${unit}`;
}

/** 27.00 too much / 0.90 too little: the named cell against what it should be. */
export function moreOrLess(difference: string): string {
  return `${magnitudeText(difference)} too ${isNegative(difference) ? 'little' : 'much'}`;
}

/** holds 174.15 万元 / is blank: what the named cell says. */
export function now(quoted: Quoted, unit: MoneyUnit): string {
  return quoted.amount === undefined ? 'is blank' : `holds ${money(quoted.amount, unit)}`;
}

/** 1 row / 7 rows. */
export function count(n: number, singular: string, plural = `${singular}s`): string {
  return `${n} ${n === 1 ? singular : plural}`;
}

/** “甲”, “乙”, “丙” and 2 more: the first `most` names. */
export function nameList(names: readonly string[], most = 3): string {
  const shown = names
    .slice(0, most)
    .map((name) => `“${name}”`)
    .join(', ');
  return names.length > most ? `${shown} and ${names.length - most} more` : shown;
}
