import { cellsShown } from '../findings/cells-shown';
import { count } from '../words/phrases-en';
import type { FixWords, Remains } from './words';

/** Where what remains is found. */
function remaining(remains: Remains, what: string, findings: string): string {
  if (remains === 'nothing') return '';
  return remains === 'notes'
    ? `; notes are listed in the sheet “${findings}”`
    : `; ${what} is marked and listed in the sheet “${findings}”`;
}

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
  leftOpen: (n, cells) => {
    const { shown, all } = cellsShown(cells);
    const list = shown.length > 0 ? `: ${shown.join(', ')}${all === undefined ? '' : ' …'}` : '';
    return `${count(n, 'more place')} left, where there is no single way to mend it; still marked${list}`;
  },
  nothing: 'There is nothing that could be mended for certain.',
  nothingWrong: 'There is no figure to mend.',
  written: (file, cells, record, remains, findings) =>
    `Wrote ${file}: ${count(cells, 'cell')} changed, listed in the sheet “${record}”${remaining(remains, 'what remains', findings)}.`,
  writtenUnchanged: (file, remains, findings) =>
    `Wrote ${file}: no figure changed${remaining(remains, 'what was found', findings)}.`,
  dryRun: (cells) => `Dry run: ${count(cells, 'cell')} could be changed, no file was written.`,
  remaining: (counts) => `Afterwards: ${counts}`,
  remainingNone: 'Afterwards: no errors',
};
