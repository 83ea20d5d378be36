import { summed } from '../pane/screens-en';
import type {
  AskWords,
  FillScreenWords,
  MakeWords,
  ScreenWords,
  StandingWords,
  TextScreenWords,
} from '../pane/screens';
import { amountText, isNegative, magnitudeText, percentText } from '../words/amounts';
import { count as counted, money, moreOrLess } from '../words/phrases-en';

const MOST_NAMED = 6;
const list = (names: readonly string[]): string =>
  names.length > MOST_NAMED
    ? `${names.slice(0, MOST_NAMED).join(', ')} and ${names.length - MOST_NAMED} more`
    : names.join(', ');
const quoted = (names: readonly string[]): string => names.map((name) => `“${name}”`).join(', ');

const fill: FillScreenWords = {
  heading: (numbers) => `To write: ${summed(numbers)}`,
  conflicts: (count) =>
    `What you typed stays. ${counted(count, 'cell differs', 'cells differ')} from what is computed; please choose:`,
  compared: ({ typed, computed, difference, unit }) =>
    `You typed ${money(typed, unit)}, computed ${amountText(computed)}: ${moreOrLess(difference)}`,
  unit: (unit) => `in ${unit}`,
  rounding: 'rounding',
  roundings: (count) => `${counted(count, 'more')} with differences that rounding explains`,
  keep: 'Keep mine',
  useFormula: 'Use the formula',
  choice: (place) => `Which amount for ${place}`,
  follows: (count) => `${counted(count, 'formula')} of yours ${count === 1 ? 'comes' : 'come'} to something else`,
  left: (count) => `${counted(count, 'place')} not filled`,
  write: (cells) => `Write ${counted(cells, 'cell')}`,
  undoable: 'Can be undone as a whole',
  preparing: 'Making the preview',
};

const make: MakeWords = {
  ledger: (sheet, rows) => `“${sheet}” holds ${counted(rows, 'line')}; the tables can be made from it.`,
  emptyLedger: (sheet) => `“${sheet}” holds nothing yet. Fill it in, a line an item; the tables can be made from it.`,
  preview: 'Make the tables from the ledger',
  heading: (tables) => `${counted(tables, 'table')} from the ledger`,
  drawn: (names) => `Made anew: ${list(names)}`,
  added: (names) => `Added: ${list(names)}`,
  findings: (count) => `${counted(count, 'thing')} to look at in the ledger`,
  stale: (count) => `${counted(count, 'reason was', 'reasons were')} written for other figures: please review`,
  replaced: (count) =>
    `${counted(count, 'amount')} in the tables that the ledger does not give will be those of the ledger`,
  gone: 'none',
  noDepartment: 'No department is named: please fill it in in the sheet of facts.',
  noYear: (year) => `No budget year is given, ${year} is taken; please fill it in in the sheet of facts.`,
  write: (sheets) => `Write ${counted(sheets, 'sheet')}`,
  nothing: 'No budget table was recognised, and no ledger.',
  newTables: 'New standard tables',
  newWhat:
    'Adds a ledger, sheets for facts, last year’s figures and reasons, and all the blank tables to this workbook. Your sheets stay as they are.',
  department: 'Department',
  year: 'Budget year',
  yearHint: 'Four digits, such as 2026',
  make: 'Add them',
};

const text: TextScreenWords = {
  sections: (count) => counted(count, 'section'),
  done: (count) => `${count} written`,
  open: (count) => `${count} open`,
  errors: (count) => `${counted(count, 'error')} in the tables not mended: the text repeats the figures as they stand.`,
  copyAll: 'Copy all',
  copySection: 'Copy this section',
  toSheet: 'Put into a sheet',
  copied: 'Copied: it can be pasted into Word.',
  copyBlocked: 'Copying is not possible here. The text is selected: please press Ctrl+C.',
  figure: (text, address) => `${text}, select ${address}`,
  personal: (text, address) => `${text}, which you wrote in ${address}`,
  from: (text, places) => `${text} from ${places.join(', ')}`,
  seenIn: (count) => `, in ${counted(count, 'place')}`,
  notRecognised: 'No budget table was recognised: no text can be written.',
  ask: 'Fill in',
  complete: 'Nothing is open',
};

const change = (was: string, becomes: string): string =>
  was === '' ? `add ${becomes}` : becomes === '' ? `take out ${was}` : `${was} becomes ${becomes}`;

const standing: StandingWords = {
  stale: (count, sheet) => `${counted(count, 'sentence differs', 'sentences differ')} from the tables in “${sheet}”`,
  current: (sheet) => `The figures in “${sheet}” agree with the tables`,
  rewrite: 'Put this right',
  rewriteAll: 'Put all right',
  choices: (count) => `${counted(count, 'sentence is', 'sentences are')} to be replaced; please look at each`,
  fresh: 'Other numbers are not enough here. As it is written now:',
  lost: (words) => `Your words ${quoted(words)} are not in the new sentence.`,
  choose: 'Take the new one',
  reasonDoubtful: 'It goes the other way now: please see whether the reason still holds.',
  changeFrom: (was, becomes, address) => `${change(was, becomes)}, select ${address}`,
  unmatched: (count) =>
    `${counted(count, 'sentence speaks', 'sentences speak')} of money and could not be compared with anything written now`,
  added: (count, sheet) => `${counted(count, 'sentence is', 'sentences are')} to be said now and not in “${sheet}”`,
  all: (count) => `List all ${count}`,
  overwrite: (count, sheet) =>
    `${counted(count, 'sentence', 'sentences')} of “${sheet}” read otherwise than what is written now, your own words among them. Writing the whole sheet anew takes those away.`,
  overwriteAll: 'Write all anew',
  keep: 'Leave it',
};

const ask: AskWords = {
  back: 'Text',
  progress: (open, done) => `${counted(open, 'reason')} open, ${done} given`,
  all: 'Whole list',
  now: 'This year',
  before: 'Last year',
  change: (difference, percent) => {
    const by = `${isNegative(difference) ? 'less' : 'more'} by ${magnitudeText(difference)}`;
    return percent === undefined ? by : `${by}, ${percentText(percent.replace(/^-/, ''))}`;
  },
  box: 'The main reason is',
  hint: 'Only the reason, in Chinese: figures and full stop come by themselves',
  keeps: '. A pause writes it into the sheet',
  taken: (holds) =>
    `In the sheet this cell ${holds === '' ? 'was emptied' : `was changed to “${holds}”`} and was left alone. The box holds what you typed; only saving writes it.`,
  useSheet: 'Use the sheet’s',
  reads: 'It will read:',
  save: 'Save, next',
  saveLast: 'Save',
  skip: 'Skip for now',
  complete: 'All reasons given',
  readText: 'Read the text',
  stale: 'This reason was given for other figures; they have changed, please look again',
  spared: 'So small a change needs no reason: emptied and saved, it is not listed any more',
  position: (position, count) => `${position} of ${count}`,
  facts: (count) => `${counted(count, 'fact')} of the department open`,
  prior: (count) => `${counted(count, 'place')} without last year’s figure`,
  others: (count) => `${counted(count, 'place')} missing in the tables`,
  noPrior: 'Without last year’s figures no change is seen and no reason asked for. Please fill those in first.',
  fromFile: 'Fill in from last year’s workbook …',
  ofFile: (file, because) => `${file}: ${because}.`,
  makeSheets: 'Add the sheets to fill in',
  updateSheets: 'Bring those sheets up to date',
  makeSheetsWhy: (sheets) => `Reasons, last year’s figures and facts are filled in in ${quoted(sheets)}.`,
  noneAsked: 'No reason is asked for',
};

export const screensEn: ScreenWords = { fill, make, text, standing, ask };
