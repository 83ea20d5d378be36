import { reasonAgainst } from '../findings/en/answers';
import { narrateZhCN } from './zh-CN';
import type { NarrateWords } from './words';

const things = (count: number, one: string): string => `${count} ${one}${count === 1 ? '' : 's'}`;

const WANTED = {
  'yes-no': 'is neither 是 nor 否',
  whole: 'is no whole number; 无 says that there is none',
  something: 'is no answer here: there always is something to say',
} as const;

const MOST_ROWS = 6;

const quoted = (rows: readonly string[]): string =>
  rows
    .slice(0, MOST_ROWS)
    .map((row) => `“${row}”`)
    .join(', ') + (rows.length > MOST_ROWS ? ` and ${rows.length - MOST_ROWS} more` : '');

export const narrateEn: NarrateWords = {
  // The document is the department's, in Chinese.
  document: narrateZhCN.document,
  errors: (count) =>
    `${things(count, 'error')} in the tables not mended; the text repeats the figures as they stand. Check them with budget check, mend them, then write it again.`,
  written: (file, tables, forms, sections) =>
    `Written to ${file}: ${things(tables, 'table')}${forms > 0 ? `, ${things(forms, 'performance table')}` : ''}, ${things(sections, 'section')} of text.`,
  askWritten: (file, sheets) =>
    `Written to ${file}: answer in ${sheets.map((sheet) => `“${sheet}”`).join(', ')}, then write it again.`,
  noText: (edition) => `${edition} has tables only and no text yet: nothing can be written.`,
  priorUnknown: 'no budget table recognised, cannot serve as last year’s workbook',
  priorLedger:
    'no budget table recognised, cannot serve as last year’s workbook: this is a ledger, please make last year’s tables from it with budget compile first',
  priorYear: (file, year, needed) =>
    `${file} (--prior) is of ${year}, needed is that of ${needed}: it was not used this time, last year’s figures are those of the sheet 上年数. Give the workbook of ${needed} and write again; where its tables state the wrong year, mend that first.`,
  wrongYear: (year, needed) =>
    `it is of ${year}, needed is that of ${needed}: nothing was filled in. Choose the workbook of ${needed}; where its tables state the wrong year, mend that first.`,
  priorDepartment: (theirs, own) =>
    `Last year’s workbook is of “${theirs}”, this one of “${own}”; its figures were used all the same. Take another file unless the department was renamed.`,
  tableMissing: (title) => `“${title}” not found, marked in the text as open.`,
  rounded: (place, count) =>
    count === 1
      ? `${place} has more decimals than the table prints, printed rounded.`
      : `${place} and ${things(count - 1, 'more cell')} have more decimals than the table prints, printed rounded.`,
  renumbered: (name, before, now) => `“${name}” had code ${before} last year and has ${now} now; compared as the same.`,
  renamed: (code, before, now) =>
    `Code ${code} was called “${before}” last year and is “${now}” now; compared as the same.`,
  against: reasonAgainst,
  apart: ({ year, section, about, whole, parts }) =>
    `${section}: “${about}”${year === 'before' ? ' of last year' : ''} is ${whole}, its parts add up to ${parts}; written as they stand, please check.`,
  stale: (count, sheet) =>
    `${things(count, 'reason')} in ${sheet} were written for other figures; please review. Once mended, or found to hold, set the status to “Answered”:`,
  staleOne: (section, about) => `${section} “${about}”`,
  differing: (typed, told) =>
    `holds ${typed}, last year’s workbook says ${told}; the workbook was used this time, what was typed is untouched.`,
  priorLacks: (sheet, rows) =>
    `“${sheet}” has no row ${quoted(rows)}: compiling again, or --ask answers.xlsx, adds ${rows.length === 1 ? 'it' : 'them'}; or type ${rows.length === 1 ? 'it' : 'them'} in as the rows beside are written.`,
  complete: 'Nothing is open.',
  open: (count, kinds) => `${things(count, 'open item')}: ${kinds.join(', ')}`,
  kinds: {
    fact: (count) => things(count, 'fact'),
    reason: (count) => things(count, 'reason'),
    prior: (count) => things(count, 'prior-year figure'),
    amount: (count) => things(count, 'amount'),
    name: (count) => things(count, 'name'),
  },
  openForms: (count) => things(count, 'performance table'),
  openForm: ({ project, sheet }, lacksGoal) =>
    `${lacksGoal ? 'Goal and indicators' : 'Indicators'} of ${project === '' ? `${sheet}, which names no project` : `“${project}”`}`,
  reason: ({ unread, section, about, now, before, difference, percent }) =>
    `${section} ${about}  this year ${now}, last year ${before}, change ${difference}${percent === undefined ? '' : `, ${percent}`}${unread === undefined ? '' : `; “${unread}” is no reason`}`,
  prior: (section, about, unread) =>
    about === ''
      ? `last year’s figures of ${section}`
      : `${section}: last year’s figure of ${about} (0 where there was none)${unread === undefined ? '' : `; “${unread}” is no amount`}`,
  amount: (section, about) => `${section}: the tables do not tell “${about}”`,
  name: (section, about) => `${section}: the tables do not name “${about}”`,
  fact: (about, unread, wanted) =>
    unread === undefined ? about : `${about}: “${unread}” ${wanted ? WANTED[wanted] : 'cannot be read'}`,
  whereIn: (file) => `Answer in ${file}, then write the text from it.`,
  whereNone: 'Add --ask answers.xlsx for a workbook to answer in.',
  whereNotYet: 'Reasons without a cell have no row in 增减原因 yet: --ask FILE, or compiling again, adds it.',
  whereNames: (codes) =>
    `Names of ${codes.join(', ')}: type code and name into the sheet 科目表 (add it if there is none); the text takes them from there.`,
  perhapsNew: (cell, label) =>
    `No figure of last year is known. If the department is new this year, answer ${cell === undefined ? `“${label}” in 单位情况` : `${cell} “${label}”`} with 是: nothing is compared then, and none is needed.`,
  wherePrior: 'Last year’s workbook, if there is one, is read with --prior last.xlsx.',
};
