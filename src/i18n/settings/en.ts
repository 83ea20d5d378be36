import type { SettingsWords } from './words';
import { tablesEn } from '../words/tables-found';

const counted = (count: number, one: string): string => `${count} ${count === 1 ? one : `${one}s`}`;
const listed = (rules: readonly (readonly [string, number])[]): string =>
  rules.length === 0 ? 'none' : rules.map(([rule, count]) => `${rule} ${count}`).join(', ');

const openReasons = (open: number): string => (open === 0 ? 'none is open' : `${counted(open, 'reason')} open`);

export const settingsEn: SettingsWords = {
  edition: {
    heading: 'Edition',
    recognised: (name, tables, forms) => `This workbook was recognised as ${name}, with ${tablesEn(tables, forms)}.`,
    chosen: (name, tables, forms) => `Checked as ${name}, as you chose, with ${tablesEn(tables, forms)}.`,
    none: 'No budget table was recognised. You can choose an edition and look again.',
    label: 'Check as',
    automatic: (name) => (name === undefined ? 'Recognise it' : `Recognise it (${name})`),
    hint: 'A choice checks again at once; filling, text and evidence follow it. It ends with this pane and is not written into the workbook.',
  },
  reasonsFrom: {
    heading: 'Where reasons begin',
    all: (open) => `Every change asks for a reason now; ${openReasons(open)}.`,
    from: (percent, amount, open) => {
      const said = [percent, amount].filter((one) => one !== undefined).join(' and below ');
      return `Changes below ${said} go without a reason now; ${openReasons(open)}.`;
    },
    unread: (address, holds) => `${address} holds “${holds}”, which is no number: it is left out of account.`,
    none: (edition) => `${edition} has no text that gives reasons: there is nothing to set.`,
    percent: 'Percentage below (%)',
    amount: 'Amount below (万元)',
    unit: '万元',
    notANumber: 'That is no number. Type digits alone, such as 5',
    becomes: (before, after) =>
      before === after
        ? `That leaves ${counted(after, 'reason')} open, as now.`
        : `That makes it ${counted(after, 'open reason')} instead of ${before}.`,
    write: 'Write',
    where: (sheet, hasSheet) =>
      hasSheet
        ? `It is written into sheet “${sheet}”; the command line goes by it too.`
        : `Sheet “${sheet}” is added at the end for it; the command line goes by it too.`,
    hint: 'Smaller changes go without a reason; with both filled in, those that are below both. Blank: every change has one. What is new, or gone, always has one, and reasons that you gave are written.',
  },
  language: {
    heading: 'Language 语言',
    label: 'Language of the pane',
    chinese: '中文',
    english: 'English',
    hint: 'Names of tables and rows stay, and so does what was written into sheets.',
  },
  marks: {
    heading: 'Marks',
    some: (cells) =>
      `${counted(cells, 'cell')} ${cells === 1 ? 'is' : 'are'} marked. The notes and lists of the tool go with the marks; your figures and words stay.`,
    lists: 'No cell is marked, but lists or notes of the tool are there. Your figures and words stay.',
    none: 'There are no marks in this workbook.',
    remove: 'Clear all marks',
  },
  keys: { heading: 'Keyboard', open: 'Keys', hint: 'Ctrl+/ shows them anywhere in the pane.' },
  about: {
    heading: 'Version',
    version: (version) => `Budget reconciliation ${version}`,
    diagnostics: 'Diagnostics',
    hint: 'Just these words: no amounts, no names of departments, people or sheets, nothing that cells hold.',
    copy: 'Copy the diagnostics',
    copied: 'Copied.',
  },
  line: {
    version: (version) => `Budget reconciliation: ${version}`,
    client: (program = 'not said', sets) => `Program: ${[program, ...sets].join(', ')}`,
    language: (language) => `Language: ${language}`,
    edition: (id = 'none recognised', chosen) =>
      `Edition: ${id} (${chosen === undefined ? 'recognised' : `chosen: ${chosen}`})`,
    sheets: (all, ours) => `Sheets: ${all}, ${ours} of them ours`,
    tables: (count) => `Tables: ${count}`,
    equations: ({ total, passed, failed, notApplicable, notChecked }) =>
      `Reconciliations: ${total}, agree ${passed}, fail ${failed}, not applicable ${notApplicable}, not checked ${notChecked}`,
    causes: ({ error, warning, note, explained }) =>
      `Findings: errors ${error}, to check ${warning}, notes ${note}, explained ${explained}`,
    findings: (rules) => `By rule: ${listed(rules)}`,
    unchecked: (rules) => `Not checked: ${listed(rules)}`,
    took: (read, check) => `Time: reading ${read} ms, checking ${check} ms`,
    notChecked: 'Not checked yet',
    problem: (code) => `The last step that was not completed: ${code}`,
  },
};
