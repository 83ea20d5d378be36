import { placesEn } from '../words/places';
import type { AnnotateWords } from './words';

export const annotateEn: AnnotateWords = {
  sheetName: 'Findings',
  guide: 'Click a place to jump to its cell; “Handling” is yours to fill in and is kept when the sheet is made again.',
  reportGuide: 'What was found in each file, those with most errors first; “Handling” is yours to fill in.',
  headers: {
    file: 'File',
    number: 'No.',
    severity: 'Severity',
    place: 'Place',
    subject: 'Subject',
    problem: 'Problem',
    now: 'Holds',
    should: 'Should be',
    difference: 'Difference',
    basis: 'Basis',
    handling: 'Handling',
    id: 'Id',
  },
  noteLine: (sign, word, sentence) => `${sign} ${word}: ${sentence}`,
  cellShould: (amount) => `This cell should be ${amount}.`,
  symptomLine: (sign, cause, sentence) => `${sign} Comes from ${cause}: ${sentence}`,
  relatedLine: (sign, place, sentence) => `${sign} Same cause, see ${place}: ${sentence}`,
  andPlaces: (address, count) => `${address} and more, ${count} in all`,
  basis: (rule, cells) => (cells === '' ? rule : `${rule}: ${cells}`),
  uncheckedProblem: (count, sentence) => `${count} not checked: ${sentence}`,
  gone: 'No longer found',
  explanation: ({ reason, name, date, holds }) => {
    const by = [name, date].filter((one) => one !== '').join(', ');
    const said = reason.replace(/[.。]+$/u, '');
    return holds
      ? `Explained: ${said}${by === '' ? '' : ` (${by})`}.`
      : `Explained before: “${said}”; the figures have changed since, please look again.`;
  },
  join: ' ',
  equations: {
    sheetName: 'Equations',
    guide: 'Both sides are formulas and follow the tables. Make it anew after rows were added or taken away.',
    headers: {
      number: 'No.',
      kind: 'Kind',
      relation: 'Relation',
      left: 'Left',
      right: 'Right',
      difference: 'Difference',
      result: 'Result',
      leftPlace: 'Left at',
      rightPlace: 'Right at',
      basis: 'Basis',
    },
    within: 'within',
    between: 'between',
    agrees: '√ agrees',
    rounding: '○ rounding',
    differs: '× differs',
    blank: '－ blank',
    notChecked: '－ not checked',
    tally: { agrees: 'agree ', differs: 'differ ' },
    sum: (names, of) => (of > names.length ? `${names.join(' + ')} … (${of} in all)` : names.join(' + ')),
    place: placesEn.place,
    noRow: (table) => `0 (no such row in ${table})`,
    fixed: (count) => `${count} of the figures stand within words and do not follow`,
    join: '; ',
  },
  charts: {
    sheetName: 'Charts',
    guide:
      'The figures are formulas: they and the charts follow the tables. Make it anew once there are new codes or sources.',
    name: 'Name',
    thisYear: (year) => (year === undefined ? 'This year' : `Year ${year}`),
    yearBefore: (year) => (year === undefined ? 'Last year' : `Year ${year - 1}`),
    total: 'Total',
    title: (title) => `${title}, 万元`,
  },
  text: {
    sheetName: 'Text',
    guide: 'Written from the figures; what is yellow has something open. Put it in again once the tables have changed.',
    headers: { number: 'No.', text: 'Explanation', cells: 'Figures from' },
  },
};
