import type { LetterPart, LetterWords } from './words';

const ORDINALS = ['I', 'II'];
const PARTS: Readonly<Record<LetterPart, string>> = { error: 'To be corrected', warning: 'To be checked' };
const counted = (count: number, one: string): string => `${count} ${count === 1 ? one : `${one}s`}`;
const said = (counts: readonly (string | undefined)[]): string =>
  counts.filter((count) => count !== undefined).join(' and ');

export const letterEn: LetterWords = {
  title: (department, year) =>
    ['Review of the budget', department, year].filter((part) => part !== undefined).join(' '),
  opening: (errors, warnings) => {
    const counts = said([
      errors > 0 ? counted(errors, 'error') : undefined,
      warnings > 0 ? `${counted(warnings, 'point')} to check` : undefined,
    ]);
    return errors > 0
      ? `The tables were checked: there are ${counts}. Please correct them one by one and submit again; where something is to stay as it is, please say why in writing.`
      : `The tables were checked: there are no errors, but ${counts}. Please look at them one by one; where something is to stay as it is, please say why in writing.`;
  },
  agrees: 'The tables were checked: nothing was found that has to be corrected or looked at again.',
  heading: (nth, part, count) => `${ORDINALS[nth] ?? ''}. ${PARTS[part]} (${count})`,
  item: (nth, place, sentence) => `${nth}. ${place === '' ? '' : `[${place}] `}${sentence}`,
  follows: (places, of) =>
    `Once it is corrected, ${of === 1 ? 'this agrees' : `these ${of} agree`} as well: ${places.join(', ')}${of > places.length ? ' and others' : ''}.`,
  unchecked: (count, reasons) => `${counted(count, 'check')} could not be made: ${reasons.join('; ')}.`,
  leftOut: (notes, explained) =>
    `Not listed: ${said([notes > 0 ? counted(notes, 'note') : undefined, explained > 0 ? `${counted(explained, 'point')} that ${explained === 1 ? 'has' : 'have'} been explained` : undefined])}.`,
  copy: {
    button: 'Copy the review',
    copied: 'The review is copied: it can be pasted into a mail.',
    blocked: 'Copying is not possible here. The text is selected: please press Ctrl+C.',
    label: 'Review to be sent back',
  },
};
