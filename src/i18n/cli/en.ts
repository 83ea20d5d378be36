import { count } from '../words/phrases-en';
import { tickedEn } from '../words/ticks';
import type { CliWords } from './words';
import { tablesEn } from '../words/tables-found';

export const cliEn: CliWords = {
  help: {
    general: `Usage: budget COMMAND FILE… [options]

Commands
  new       make an empty standard workbook: tables, ledger and sheets to fill in
  compile   make the tables and performance tables from a ledger
  fill      write totals, class rows and figures between tables as formulas
  check     check that the budget tables reconcile and list what does not
  annotate  mark the findings in the cells, or take the marks out again
  fix       write the amounts that can be told for certain, mark the rest
  narrate   write the whole disclosure: cover, contents, tables, explanatory text, glossary

Options
  --lang zh|en   language of messages, zh unless said
  --help         show help; budget check --help for one command
  --version      show the version

Exit status: 0 no error, 1 errors found, 2 a file could not be used or held no budget table`,
    check: `Usage: budget check FILE.xlsx… [options]
Checks one or several workbooks and changes none of them.

  --format FORMAT      text (unless said), json, or letter: a review ready to be sent back
  --edition ID         edition, such as xinjiang-2021; recognised by itself unless said
  --all                list notes one by one, too
  --quiet              only a line for each file that has errors
  -o REPORT.xlsx       also write all findings into one sheet
  --overwrite          write over an earlier file even where people typed into it what the new one does not hold
  --lang zh|en         language of messages, zh unless said

Exit status: 0 no error, 1 errors found, 2 a file could not be used or held no budget table`,
    annotate: `Usage: budget annotate FILE.xlsx -o OUT.xlsx [options]
Marks the findings in the cells, with notes and a sheet of findings. The input, and the formats and notes in it, are left alone.

  -o OUT.xlsx          where to write; never the input itself
  --ticks              also put √ beside figures that agree (icons; numbers and formats stay)
  --equations          also add a sheet of all equations, both sides as formulas
  --remove             take all marks out again
  --edition ID         edition; recognised by itself unless said
  --overwrite          write over an earlier file even where people typed into it what the new one does not hold
  --lang zh|en         language of messages, zh unless said

Exit status: 0 no error, 1 errors found, 2 the file could not be used or held no budget table`,
    fix: `Usage: budget fix FILE.xlsx -o OUT.xlsx [options]
Writes the amounts that can be told for certain, lists each of them in a sheet, and marks the rest. Formulas and the input are left alone.

  -o OUT.xlsx          where to write; never the input itself
  --only CAUSE,…       only these causes, such as typing,omission
  --min-confidence P   at least so sure (0 to 1), 0.9 unless said
  --dry-run            only list what would be changed; writes nothing and needs no -o
  --edition ID         edition; recognised by itself unless said
  --overwrite          write over an earlier file even where people typed into it what the new one does not hold
  --lang zh|en         language of messages, zh unless said

Causes: typing, sign, rounding, omission, misplaced, swapped, unit, basis, arithmetic

Exit status: 0 no error remains, 1 errors remain, 2 the file could not be used or held no budget table`,
    new: `Usage: budget new --department NAME --year YEAR -o OUT.xlsx [options]
Makes an empty standard workbook: the ledger, the sheets that ask for facts, last year's figures and reasons, and the tables of the edition as they are printed.

  --department NAME    full name of the department
  --year YEAR          budget year, such as 2021
  -o OUT.xlsx          where to write
  --edition ID         only xinjiang-2021 can be made; it is taken unless said
  --overwrite          write over an earlier file even where people typed into it what the new one does not hold
  --lang zh|en         language of messages, zh unless said

Exit status: 0 written, 2 not written`,
    compile: `Usage: budget compile LEDGER.xlsx -o OUT.xlsx [options]
Makes the budget tables and a performance table for each project from a ledger, totals and cross-table figures as formulas. The input is left alone.
Columns may stand in any order and under many names, amounts may be in 万元 or 元. Without a ledger the tables of the file are taken, of another edition or with the lowest rows alone.
Rows that cannot be read are listed, the rest is compiled.

  -o OUT.xlsx          where to write; never the input itself
  --values             amounts instead of formulas
  --department NAME    full name of the department; else as in the sheet 单位情况 or the ledger
  --year YEAR          budget year; else as in the sheet 单位情况 or the ledger
  --edition ID         only xinjiang-2021 can be compiled; it is taken unless said
  --overwrite          write over an earlier file even where people typed into it what the new one does not hold
  --lang zh|en         language of messages, zh unless said

Exit status: 0 no error, 1 rows were left out or the tables hold errors, 2 the file could not be used or held nothing to compile`,
    narrate: `Usage: budget narrate FILE.xlsx -o OUT.docx [options]
Writes the whole disclosure of a workbook: cover, contents, the department, all tables, the explanatory text, the glossary. A reason, a
figure of last year or a fact that is missing is marked 【待填：…】 and listed, never invented. The input is left alone.

  -o OUT.docx          a Word document; a name in .txt or .md gives plain text or Markdown
  --prior LAST.xlsx    last year's workbook, of any known edition; without it the sheet 上年数 is read
  --ask ANSWERS.xlsx   also a copy of the workbook with the sheets 单位情况, 增减原因 and 上年数 to answer in; what was answered stays
  --edition ID         edition; recognised by itself unless said
  --overwrite          write over an earlier file even where people typed into it what the new one does not hold
  --lang zh|en         language of messages, zh unless said

At least one of -o and --ask is needed.
Exit status: 0 no error in the tables (there may be open items), 1 errors in the tables, 2 a file could not be used, held no budget table, or could not be written`,
    fill: `Usage: budget fill FILE.xlsx -o OUT.xlsx [options]
Writes totals, class rows (类, 款) and figures between tables as formulas; class rows and rows of totals that are missing are put in where they belong.
What you typed stays: amounts that differ from what they come to are listed for you to decide. Formats and the input are left alone.

  -o OUT.xlsx          where to write; never the input itself
  --values             write amounts instead of formulas
  --formulas           make typed amounts formulas, too, where they agree
  --dry-run            only list what would be filled; writes nothing and needs no -o
  --edition ID         edition; recognised by itself unless said
  --overwrite          write over an earlier file even where people typed into it what the new one does not hold
  --lang zh|en         language of messages, zh unless said

Exit status: 0 no error remains, 1 errors remain or typed amounts differ, 2 the file could not be used or held no budget table`,
  },
  usage: {
    unknownCommand: (command) => `There is no command “${command}”.`,
    unknownOption: (option, meant) =>
      `There is no option ${option}${meant === undefined ? '' : `; perhaps ${meant} was meant`}.`,
    needsValue: (option) => `${option} needs a value.`,
    takesNoValue: (option) => `${option} takes no value.`,
    badValue: (option, value, allowed) => `${option} cannot be “${value}”, only ${allowed}.`,
    twice: (option) => `${option} is given twice.`,
    together: (first, second) => `${first} and ${second} cannot be used together.`,
    editionNotMade: (edition, known) =>
      `“${edition}” can be checked and filled, but no workbook of it can be made; that can be done for ${known.join(', ')}.`,
    unknownEdition: (edition, known) => `There is no edition “${edition}”; there are: ${known.join(', ')}.`,
    noInput: 'No file is named.',
    emptyName: 'A file name is empty.',
    oneInput: 'One file at a time, please.',
    noFiles: (given) => `This command reads no file; “${given}” is one too many.`,
    needsOption: (option) => `Please give ${option}.`,
    noOutput: 'No output is named; add -o OUT.xlsx.',
    noDocument: 'No output is named; add -o OUT.docx or --ask ANSWERS.xlsx.',
    seeHelp: 'See budget --help.',
  },
  unusable: {
    empty: () => 'cannot be opened: it is empty',
    'not-a-zip': () => 'cannot be opened: not an .xlsx workbook (save an .xls as .xlsx first)',
    'not-a-workbook': () => 'cannot be opened: not a workbook (a Word file, perhaps)',
    truncated: () => 'cannot be opened: the end of the file is missing; copy or download it again',
    encrypted: () => 'cannot be opened: it has a password; remove it first',
    'old-xls': () => 'cannot be opened: it is an old .xls; save it as .xlsx first',
    'binary-workbook': () => 'cannot be opened: it is an .xlsb; save it as .xlsx first',
    'strict-namespace': () => 'cannot be opened: it is Strict Open XML; save it as an ordinary .xlsx first',
    'too-large': () => 'cannot be opened: it unpacks to more than any budget workbook holds',
    dtd: () => 'cannot be opened: it declares a document type of its own; save it again with Excel first',
    'no-sheets': () => 'cannot be opened: it has no worksheet',
    'corrupt-part': (detail) =>
      `cannot be opened: it is damaged${detail === undefined ? '' : ` (${detail})`}; open and repair it with Excel, then save it`,
    'not-found': () => 'there is no such file',
    'is-folder': () => 'is a folder; name the .xlsx files in it',
    'no-permission': () => 'may not be read',
    unreadable: () => 'cannot be read',
    'own-mistake': () => 'was not checked to the end; that is a mistake of this tool, and the file was not changed',
  },
  unwritable: {
    'is-input': 'is the input itself; nothing was written, choose another name',
    'no-folder': 'nothing was written: there is no such folder',
    'is-folder': 'nothing was written: it is a folder',
    'no-permission': 'nothing was written: no permission, or the file is in use',
    'no-space': 'nothing was written: the disk is full',
    unwritable: 'nothing was written: it cannot be written to',
    'not-xlsx': 'nothing was written: the name must end in .xlsx',
    'not-xlsm': 'nothing was written: the input holds macros, so the name must end in .xlsm',
    'not-document': 'nothing was written: the name must end in .docx, .txt or .md',
  },
  earlier: {
    lost: (what, goOn) =>
      `not written. The file that is there holds ${what.join(', ')} that the new one does not: they would be lost. ${
        goOn === undefined
          ? 'To keep them, give another name'
          : `To go on from them, begin with that file: ${goOn} another.xlsx. To keep both, give another name`
      }; if they are not needed, add --overwrite.`,
    unseen: (because) =>
      `not written. The file that is there ${because}: what was typed into it cannot be seen. Give another name; if it is not needed, add --overwrite.`,
    at: (cells, more) => ` (${cells.join(' ')}${more ? ' …' : ''})`,
    kinds: {
      reasons: (n) => count(n, 'reason'),
      facts: (n) => count(n, 'fact'),
      prior: (n) => count(n, 'figure of last year', 'figures of last year'),
      explanations: (n) => count(n, 'explanation'),
      remarks: (n) => count(n, 'remark on findings', 'remarks on findings'),
      text: (n) => count(n, 'sentence'),
      forms: (n) => count(n, 'filled-in performance table'),
      ledger: (n) => count(n, 'row of the ledger', 'rows of the ledger'),
      figures: (n) => count(n, 'figure typed into the tables', 'figures typed into the tables'),
      sheets: (n) => count(n, 'sheet of your own', 'sheets of your own'),
      notes: (n) => count(n, 'note of yours', 'notes of yours'),
      beside: (n) => count(n, 'cell written beside the tables', 'cells written beside the tables'),
    },
  },
  ofFile: (file, text) => `${file}: ${text}`,
  nothingRecognised: (sheets) => `looked at ${count(sheets, 'sheet')} and recognised no budget table.`,
  sheetLine: (sheet, reason) => `“${sheet}”: ${reason}`,
  year: (year) => String(year),
  tablesFound: (tables, forms) => `${tablesEn(tables, forms)} recognised`,
  symptoms: (n, places) =>
    `${n === 1 ? '1 disagreement comes' : `${n} disagreements come`} from this${n === places ? '' : `, in ${count(places, 'place')}`}: `,
  andPlaces: (n) => `and more, ${n} in all`,
  notesHidden: (n) => `${count(n, 'note')}, listed with --all`,
  explainedHidden: (n) => `${n} explained, not counted, listed with --all`,
  unchecked: (n, reason) => `Not checked (${n}): ${reason}`,
  moreUnchecked: (n) => `${n} more not checked, listed with --all`,
  notRecognised: 'Not recognised',
  equations: ({ total, passed, failed, notApplicable, notChecked }) =>
    `${count(total, 'equation')}: ${[
      `${passed} agree`,
      ...(failed > 0 ? [`${failed} do not`] : []),
      ...(notApplicable > 0 ? [`${notApplicable} not applicable`] : []),
      notChecked > 0 ? `${notChecked} not checked` : passed + failed > 0 ? 'all checked' : 'no amounts to check',
    ].join(', ')}`,
  took: (seconds) => `${seconds} s`,
  counted: (word, n) => `${word} ${n}`,
  overview: {
    file: 'File',
    total: ({ files, withErrors, unusable, blank }) => {
      const said = [
        ...(withErrors > 0 ? [`${withErrors} with errors`] : []),
        ...(unusable > 0 ? [`${unusable} not usable`] : []),
        ...(blank > 0 ? [`${blank} with nothing to compare`] : []),
      ];
      if (said.length === 0) return `${count(files, 'file')}, none with errors`;
      const others = withErrors === 0 && files > unusable + blank ? ['the others without errors'] : [];
      return [count(files, 'file'), ...said, ...others].join(', ');
    },
    unusable: 'not usable',
    progress: (done, of) => `${done}/${of}`,
  },
  annotated: (file, cells, notes, sheet) =>
    `Wrote ${file}: ${count(cells, 'cell')} marked, ${count(notes, 'note')}; all findings are in the sheet “${sheet}”.`,
  ticked: tickedEn,
  removed: (file, { cells, ticks, notes, sheets }) =>
    `Wrote ${file}: marks taken out of ${count(cells, 'cell')}, ${ticks > 0 ? `${count(ticks, 'tick')}, ` : ''}${count(notes, 'note')} and ${count(sheets, 'sheet')} removed.`,
  nothingToRemove: (file) => `Wrote ${file}: there were no marks in it.`,
  equationsListed: (sheet, equations) => `Sheet “${sheet}” lists ${equations} equations.`,
  keptSheet: (sheet) =>
    `The sheet “${sheet}” is kept, because somebody wrote into it; delete it yourself once it is not needed.`,
  reportWritten: (file, findings) => `Wrote ${file}: ${count(findings, 'row')}.`,
  refused: {
    'sheet-missing': (where) => `${where}: the sheet is gone; nothing was written there.`,
    'sheet-renamed': (where) => `${where}: the sheet bears another name by now; nothing was written there.`,
    protected: (where) => `${where}: the sheet is protected; nothing was written there.`,
    'workbook-protected': (where) =>
      `${where}: the structure of the workbook is protected; no sheet was added or removed. Unprotect it under Review and try again.`,
    'user-note': (where) => `${where}: has a note already, which was kept; ours was left out.`,
    'not-ours': (where) => `${where}: is a sheet of your own and was left alone.`,
    merged: (where) => `${where}: is inside a merged cell; nothing was written there.`,
    filtered: (where) =>
      `${where}: is filtered, so no rows can be put in and nothing was written. Clear the filter and try again.`,
    'changed-meanwhile': (where) => `${where}: has changed; nothing was written there.`,
    unsupported: (where) => `${where}: cannot be written.`,
    'list-object': (where) =>
      `${where}: holds an Excel table (list), in which no rows can be put; nothing was written. Convert it to a range first.`,
    'pivot-table': (where) => `${where}: has a pivot table below; no rows were put in, and nothing was written.`,
    'array-formula': (where) =>
      `${where}: an array formula reaches over the place; no rows were put in, and nothing was written.`,
    'several-sheets': (where) =>
      `${where}: formulas look through this and other sheets at once; no rows were put in, and nothing was written.`,
    'sheet-full': (where) => `${where}: the sheet has no room for more rows; nothing was written.`,
    'rows-refused': (where) => `${where}: depends on rows that could not be put in; nothing was written there.`,
  },
  outputFailed: (because) =>
    because === 'no-space'
      ? 'Not all results were written: the disk is full.'
      : 'Not all results were written: the output cannot be written to.',
  ownMistake:
    'This step was not completed; no input was changed. Please try again; if it happens again, run it once more with BUDGET_DEBUG=1 and pass on what it shows.',
  ownMistakeDetails: 'Details:',
};
