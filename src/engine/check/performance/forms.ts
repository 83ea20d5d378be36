import type { Indicator, RecognisedForm } from '../../book/book';
import { normaliseText } from '../../text/normalise';

/** The lines of a form that belong to one of these kinds (时效指标). */
export function indicatorsOfKind(form: RecognisedForm, kinds: readonly string[]): readonly Indicator[] {
  return form.indicators.filter((indicator) => isOfKind(indicator.level2, kinds));
}

/** Whether the words of a second-level indicator name one of these kinds, with or without 指标 behind. */
export function isOfKind(level2: string, kinds: readonly string[]): boolean {
  return kinds.some((kind) => level2.includes(normaliseText(kind).replace(/指标$/, '')));
}

export const hasWords = ({ level3, value }: Indicator): boolean => level3 !== '' || value !== '';

/** Whether none of a form's indicators says anything yet. */
export const isOpenForm = ({ indicators }: RecognisedForm): boolean =>
  indicators.length > 0 && !indicators.some(hasWords);

const DATE = /(20\d\d)(?:年(?:\d{1,2}月(?:\d{1,2}日)?)?|[-./]\d{1,2}(?:[-./]\d{1,2})?)/g;

/** Dates and years in a text (in one spelling), as they stand. */
export function datesIn(text: string): readonly { readonly text: string; readonly year: number }[] {
  return [...text.matchAll(DATE)].map((match) => ({ text: match[0], year: parseInt(match[1] ?? '', 10) }));
}
