import { amountText } from '../words/amounts';
import { explainEn, wroteEn } from './screens-en';
import type { ChangedCell, PaneWords, UndoableCommand } from './words';

const COMMANDS = {
  mark: 'mark cells',
  'remove-marks': 'clear marks',
  unfinished: 'the step before',
  fill: 'fill',
  compile: 'tables from the ledger',
  new: 'new standard tables',
  ask: 'sheets to fill in',
  withdraw: 'withdrawing an explanation',
  equations: 'list of equations',
  charts: 'charts',
  tick: 'tick figures',
  'remove-ticks': 'clear ticks',
  'text-sheet': 'text in a sheet',
  rewrite: 'rewrite sentences',
  prior: 'last year’s figures',
  'reasons-from': 'reasons from a change on',
} as const;
const changed = ([first = '', ...others]: readonly string[]): string =>
  others.length > 0 ? `change ${first} and ${others.length} more` : `change ${first}`;
const named = (command: UndoableCommand): string => {
  if (typeof command === 'string') return COMMANDS[command];
  if ('explained' in command) return `explanation of ${command.explained}`;
  return 'reason' in command ? `reason ${command.reason}` : changed(command.changed);
};
/** By the ids of patches. One of a later version has no name here. */
const PATCHES: ReadonlyMap<string, string> = new Map([
  ['annotate', COMMANDS.mark],
  ['remove-annotations', COMMANDS['remove-marks']],
  ['explain', 'explaining'],
  ['equations', COMMANDS.equations],
  ['charts', COMMANDS.charts],
  ['tick', COMMANDS.tick],
  ['remove-ticks', COMMANDS['remove-ticks']],
  ['apply-suggestion', 'changing figures'],
  ['fill', COMMANDS.fill],
  ['new', COMMANDS.new],
  ['compile', COMMANDS.compile],
  ['narrate', 'writing the text'],
  ['undo', 'undo'],
  ['redo', 'redo'],
]);
const ofCommand = (id: string): string => {
  const name = PATCHES.get(id);
  return name === undefined ? 'Writing' : `“${name}”`;
};
const plural = (count: number, one: string, many = `${one}s`): string => `${count} ${count === 1 ? one : many}`;
const quoted = (names: readonly string[]): string => names.map((name) => `“${name}”`).join(', ');

/** More places than these are only counted. */
const MOST_NAMED = 3;
const some = (places: readonly string[]): string =>
  places.length > MOST_NAMED
    ? `${places.slice(0, MOST_NAMED).join(', ')} and ${places.length - MOST_NAMED} more`
    : places.join(', ');
const held = (cell: ChangedCell | undefined): string => (cell?.holds ? cell.holds : 'blank');
const changedTo = (cell: ChangedCell): string => `${cell.address} was changed to ${held(cell)}`;

export const paneEn: PaneWords = {
  title: 'Budget reconciliation',
  tabs: {
    overview: 'Overview',
    findings: 'Findings',
    fill: 'Fill',
    text: 'Text',
    settings: 'Settings',
    label: 'Pages',
    errorCount: (count) => plural(count, 'error'),
    openCount: (count) => `${count} open`,
  },
  verdict: {
    errors: (count) => `${plural(count, 'error')} to mend`,
    warnings: (count) => `No errors, ${count} to check`,
    allPassed: (passed) => `All ${passed} reconciliations agree`,
    passedUnchecked: (passed, unchecked) => `No errors found; ${passed} agree, ${unchecked} not checked`,
    explained: (count) => `Nothing else: ${count} explained`,
    nothingChecked: 'There are no figures to check',
    nothingRecognised: (sheets) => `Looked at ${plural(sheets, 'sheet')}, found no budget table`,
    also: (parts) => `Also ${parts.join(', ')}`,
  },
  counted: {
    error: (count) => plural(count, 'error'),
    warning: (count) => `${count} to check`,
    note: (count) => plural(count, 'note'),
    explained: (count) => `${count} explained`,
  },
  about: { year: (year) => `${year}`, noDepartment: 'department not recognised', noYear: 'year not recognised' },
  edition: {
    chosen: (name) => `${name} (your choice)`,
    change: 'Change',
    choose: 'Choose the edition',
    nothing: (name) =>
      `Taken for “${name}”, as you chose, it shows no budget table. You can go back to recognising it.`,
    automatic: 'Recognise it',
  },
  equations: {
    total: 'Reconciliations',
    passed: 'agree',
    failed: 'differ',
    notApplicable: 'not applicable',
    notChecked: 'not checked',
  },
  tables: {
    heading: 'Tables',
    declaredEmpty: 'empty, and says so',
    blank: 'no figures',
    noEquations: 'no equations',
    see: ([first = '', ...others]) => `see ${first}${others.length > 0 ? '…' : ''}`,
    strip: (passed, failed, notChecked) => `${passed} agree, ${failed} differ, ${notChecked} not checked`,
    go: (table) => `Go to sheet: ${table}`,
  },
  sheets: { heading: 'Sheets not recognised', none: 'The workbook has no sheet to look at' },
  unchecked: {
    heading: (count) => `${count} not checked`,
    line: (count, sentence) => `${count}: ${sentence}`,
    more: (count) => `${count} more`,
    fewer: 'Show fewer',
  },
  marksLeft: (count) => `${plural(count, 'mark')} still in the tables: clear them before publishing.`,
  writing: 'Writing',
  open: {
    line: (count) => `${count} open in the text`,
    reasons: (count) => `${plural(count, 'reason')} open`,
    go: 'Fill in',
  },
  findings: {
    list: 'Findings',
    filters: 'Show by severity',
    toggle: (word, count) => `${word}: ${count}`,
    search: 'Find a row, code or cell',
    groupBy: 'Arrange',
    byCause: 'By cause',
    byTable: 'By table',
    noTable: 'Other',
    hidden: (count) => `${count} more hidden by the filter`,
    showAll: 'Show all',
    none: 'Nothing to deal with',
    menu: {
      open: 'More',
      copy: 'Copy this one',
      copied: 'Copied',
      blocked: 'It cannot be copied from here. The text is selected: press Ctrl+C.',
      acceptAlike: (count) => `Accept all alike (${plural(count, 'cell')})`,
      onlyTable: (table) => `Only ${table}`,
      allTables: 'All tables',
    },
    symptoms: (count) => `causes ${plural(count, 'difference')}`,
    others: (count) => `with ${plural(count, 'other difference')}`,
    searching: 'Finding out which cell is wrong.',
    evidence: 'Evidence',
    link: (address) => `Select ${address}`,
    places: (count) => `of ${count} places`,
    card: (severity, sentence, position, count) => `${severity}: ${sentence} ${position} of ${count}`,
    more: (count) => `Show ${count} more`,
  },
  fixes: {
    accept: (amount) => `Change to ${amountText(amount)}`,
    clear: 'Make it blank',
    attempt: (amount) => `Try ${amountText(amount)}`,
    acceptAll: 'Accept what is certain',
    heading: (cells) => `${plural(cells, 'cell')} to change, nothing else`,
    change: (before, after, stood) =>
      `${stood ?? (before === undefined ? 'blank' : amountText(before))} → ${after === undefined ? 'blank' : amountText(after)}`,
    write: (cells) => `Write ${plural(cells, 'cell')}`,
    dontWrite: 'Do not write',
  },
  explain: explainEn,
  commands: {
    next: 'Go through them',
    listEquations: 'List all equations',
    drawCharts: 'Draw charts',
    mark: 'Mark cells',
    removeMarks: 'Clear marks',
    tick: 'Tick √',
    removeTicks: 'Clear √',
    undo: (command) => `Undo: ${named(command)}`,
    check: 'Check again',
    cancel: 'Cancel',
    retry: 'Try again',
    close: 'Close',
  },
  done: {
    marked: (cells, sheet) => `Marked ${plural(cells, 'cell')}; the list is in sheet “${sheet}”.`,
    removed: 'Marks cleared.',
    kept: (sheets) => `${quoted(sheets)} holds what you wrote and was kept.`,
    undone: (command) => `Undone: ${named(command)}.`,
    redone: (command) => `Redone: ${named(command)}.`,
    redoOutdated: (command) =>
      `The workbook has changed since “${named(command)}” was undone, so it was not redone. Please do it again with the present tables.`,
    changed: (addresses) => `Done: ${changed(addresses)}; checked again.`,
    outdated: 'The tables have changed: this suggestion no longer holds and was not written.',
    previewOutdated:
      'The workbook has changed since the preview, nothing was written. Here is a new preview, please look again.',
    wrote: wroteEn,
    updated: (parts) => (parts.length === 0 ? 'Updated: no findings' : `Updated: ${parts.join(', ')}`),
    cleaned: 'Cleaned up; what the sheets hold was not touched.',
  },
  left: {
    half: (command) => `${ofCommand(command)} stopped half way the last time. What was written can be undone, or kept.`,
    written: (command) =>
      `${ofCommand(command)} stopped half way the last time; what was written is in the workbook. Cleaning up takes away traces that nobody sees, and changes nothing else.`,
    traces: 'Writing left traces that nobody sees the last time; no figure is touched by them, nor by cleaning up.',
    undo: 'Undo what was written',
    keep: 'Keep it',
    clean: 'Clean up',
    later: 'Not now',
  },
  refused: {
    protected: (sheets) =>
      `${quoted(sheets)} is protected: no marks written. Unprotect it under Review and mark again.`,
    protectedCells: (sheets) =>
      `${quoted(sheets)} is protected and was not changed. Unprotect it under Review and try again.`,
    notOurs: (sheets) => `${quoted(sheets)} is your own sheet and was not changed.`,
    missing: (sheets) => `${quoted(sheets)} is no longer in the workbook and was skipped.`,
    renamed: (sheets) => `${quoted(sheets)} has been renamed, nothing was written there. Please check again.`,
    workbookProtected: (sheets) =>
      `The structure of the workbook is protected: ${quoted(sheets)} was not added or removed. Unprotect it under Review and try again.`,
    filtered: (sheets) =>
      `${quoted(sheets)} is filtered, so no rows can be put in and nothing was written. Clear the filter and try again.`,
    merged: (addresses) => `${some(addresses)}: inside a merged cell, nothing was written there.`,
    changed: (cells) =>
      `${some(cells.map(changedTo))} since the preview, nothing was written there. Please look at a new preview.`,
    changedSince: (cells) =>
      `${some(cells.map(({ address }) => address))}: changed since, ${cells.length === 1 ? held(cells[0]) : 'your changes'} kept.`,
    sheetChanged: (sheets) => `${quoted(sheets)} holds what you wrote later and was kept.`,
    other: (count) => `${plural(count, 'change')} not written.`,
  },
  problem: {
    'cell-edit': 'Please press Enter to finish editing the cell; this continues by itself.',
    protected: 'A sheet or the workbook is protected, nothing was written. Unprotect it under Review and try again.',
    gone: 'The sheet is no longer in the workbook. Please check again.',
    'client-too-old': 'Excel 2021 or newer is needed. The command line can check this file too.',
    hidden: 'That sheet is hidden, so no cell of it can be selected. Please unhide it first.',
    filtered: 'A filter is in the way of new rows, nothing was changed. Clear it and try again.',
    merged: 'Merged cells are in the way, nothing was changed. Unmerge them and try again.',
    structure:
      'An Excel table or an array formula is in the way, nothing was written. Convert it to an ordinary range and try again.',
    'too-big':
      'The workbook is too big to be read; the results are the earlier ones. Remove surplus formats and blank rows and try again.',
    'other-workbook': 'Another workbook is in front. Please go back to the first one and try again.',
    unfinished:
      'The step before stopped half way, so nothing was written now. Please undo that step first, then try again.',
    'own-mistake':
      'This step was not completed, the tables were not changed. Please try again; if it happens again, copy the diagnostics.',
  },
  partlyWritten: (progress) =>
    progress
      ? `Stopped: ${plural(progress.written, 'cell')} written, the other ${progress.left} untouched. What was written can be undone. `
      : 'Writing stopped half way; what was written can be undone. ',
  stoppedBecause: {
    'cell-edit': 'Please press Enter to finish editing the cell.',
    protected: 'A sheet is protected; unprotect it under Review.',
    gone: 'A sheet is no longer in the workbook.',
    hidden: 'A sheet is hidden; please unhide it.',
    'client-too-old': 'Excel 2021 or newer is needed.',
    filtered: 'A filter is in the way; please clear it.',
    merged: 'Merged cells are in the way; please unmerge them.',
    structure: 'An Excel table or an array formula is in the way; convert it to an ordinary range.',
    'too-big': 'It is too much to be written at once.',
    'other-workbook': 'Another workbook is in front. Please go back to the first one.',
    unfinished: 'It was the step before: please undo it first.',
    'own-mistake': 'If it happens again, copy the diagnostics.',
  },
  diagnostics: 'Diagnostics',
  freshness: {
    fresh: 'Checked with the present data',
    updated: 'Updated',
    changed: 'Data changed, checking',
    checking: 'Checking',
    waiting: 'Waiting for the cell to be finished',
    stopped: 'Stopped: results may be out of date',
  },
  comma: ', ',
  colon: ': ',
};
