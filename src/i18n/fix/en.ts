import { SLIPS } from '../findings/en/tables';
import { count, place } from '../words/phrases-en';
import type { FixWords } from './words';

export const fixEn: FixWords = {
  causes: {
    typing: 'slip in typing',
    sign: 'sign',
    rounding: 'rounding',
    omission: 'left out',
    misplaced: 'misplaced',
    swapped: 'swapped',
    unit: 'unit',
    basis: 'basis',
    arithmetic: 'arithmetic',
  },
  sheetName: 'Changes',
  guide: 'Click a place to jump to its cell; only these cells were changed, all other figures are as they were.',
  headers: {
    number: 'No.',
    place: 'Place',
    subject: 'Subject',
    before: 'Was',
    after: 'Is now',
    difference: 'Difference',
    basis: 'Basis',
    confidence: 'Confidence',
  },
  why: (at, slip) => `${place(at)}. ${slip === undefined ? 'It follows from the equations.' : SLIPS[slip]}`,
  andBlank: (why) => `${why} It should be blank, as the column is where there is nothing.`,
  withConfidence: (why, percent) => `${why} (confidence ${percent})`,
  blank: 'blank',
  cells: (count) => `${count} blank cells`,
  changed: 'Changed',
  left: 'Left',
  reasons: {
    formula: 'the cell holds a formula and was left; please look at the formula',
    open: 'the figures alone cannot tell',
    unsure: 'not sure enough, left',
    'not-asked': 'not among the causes of --only, left',
    'not-rewritable': 'the text of the cell does not tell which number to change, left',
    explained: 'explained, left as it is',
    'same-cell':
      'this cell was changed already and now comes out differently again; not changed once more, please look at the source documents',
  },
  leftOpen: (n) => `${count(n, 'more place')} left, where there is no single way to mend it; still marked`,
  nothing: 'There is nothing that could be mended for certain.',
  written: (file, cells, record, findings) =>
    `Wrote ${file}: ${count(cells, 'cell')} changed, listed in the sheet “${record}”; what remains is marked and listed in “${findings}”.`,
  writtenUnchanged: (file, findings) =>
    `Wrote ${file}: no figure changed; what was found is marked and listed in the sheet “${findings}”.`,
  dryRun: (cells) => `Dry run: ${count(cells, 'cell')} could be changed, no file was written.`,
  remaining: (counts) => `Afterwards: ${counts}`,
  remainingNone: 'Afterwards: no errors',
};
