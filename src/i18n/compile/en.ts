import { count } from '../words/phrases-en';
import type { CompileWords } from './words';

const list = (items: readonly string[], most = 6): string =>
  items.length > most ? `${items.slice(0, most).join(', ')} and ${items.length - most} more` : items.join(', ');

export const compileEn: CompileWords = {
  fromLedger: ({ sheet, rows, amounts, inPart, leftOut, onlyBefore }) =>
    [
      `“${sheet}”: ${count(rows, 'row')}${amounts === rows ? '' : ` with ${count(amounts, 'amount')}`} compiled`,
      ...(inPart === 0 ? [] : [`${inPart} of them with an amount left out`]),
      ...(onlyBefore === 0
        ? []
        : [`${onlyBefore} of them with last year's amount alone, in none of this year's tables`]),
      ...(leftOut === 0 ? [] : [`${count(leftOut, 'row')} left out`]),
    ].join(', '),
  fromTables: (edition, tables) => `No ledger: compiled from ${count(tables, 'table')} of ${edition}`,
  notCompiled: {
    nothing:
      'No ledger and no budget table was found. A ledger has columns 功能科目, 经济科目, 资金来源, 本年; budget new makes an empty one.',
    empty: 'The ledger holds no amounts yet: there is nothing to compile.',
    unreadable: 'Not one row of the ledger could be compiled; no file was written.',
  },
  written: (file, tables, formulas) =>
    `Written to ${file}: ${count(tables, 'table')}${formulas === 0 ? '' : `, ${count(formulas, 'formula')}`}`,
  newForms: (projects) =>
    `${count(projects.length, 'new performance table')}, goals and indicators to be filled in: ${list(projects)}`,
  filledForms: (projects) =>
    `Goals and indicators were taken over from the performance tables there, please check: ${list(projects)}`,
  changedForms: (sheets) => `Amounts in performance tables were updated, their words kept: ${list(sheets)}`,
  renamedForms: 'Department and year of the performance tables follow the sheet 单位情况',
  goneForm: (sheet, project, alike) =>
    `“${project}” has no amounts in the ledger any more; its performance table (${sheet}) was left as it is` +
    (alike ? `. If it is “${alike.project}” now, change the name in ${sheet} and delete the new ${alike.sheet}` : ''),
  replaced: (n) =>
    `${count(n, 'amount')} in the tables differed from the ledger (which was changed, or they were) and were replaced:`,
  replacedOne: (place, before, now, isTyped) =>
    `${place}  held ${before}, ${now === undefined ? 'the ledger has nothing there' : `now ${now}`}${isTyped ? ' (typed in the place of a formula)' : ''}`,
  replacedGone: (place, before, project, renamed) =>
    `${place}  was ${before}, of “${project}”, which the ledger does not have${renamed === undefined ? '' : `; it looks renamed to “${renamed}”`}`,
  leftAnswers: (at, count, project, renamed) =>
    `${count} answers about “${project}” (${at}) are not used now and were kept; if it is called “${renamed.project}” now, write “${renamed.group}” into the first column of these rows and compile again`,
  overwritten: (n, sheet, from) =>
    `${count(n, 'figure')} in “${sheet}” with the source “${from}” differed from the ledger and follow it now. To keep your own, type it and give that row another source, then compile again:`,
  overwrittenOne: (before, now, from) =>
    now === undefined ? `held ${before}, ${from} has nothing` : `held ${before}, ${from} has ${now}`,
  untold: (n) => `${count(n, 'amount')} that the source does not tell, marked 待填:`,
  untoldTable: (table, columns) => `${table}: ${list(columns.map((column) => `“${column}”`))}`,
  conflicts: (n) =>
    `${count(n, 'total')} of the source differ from the sum of their parts and were taken as they stand; see the check below`,
  whereNames: (codes, cells, header) =>
    `${list(codes)}: no name is known. Type it into ${cells} (column “${header}”) and compile again.`,
  addNames: (codes, sheet, system) =>
    `${list(codes)}: no name is known. Add a column ${system === 'economic' ? '经济' : '功能'}科目名称 to “${sheet}”, type it into the row of the code and compile again.`,
  whereName: (code, cell) =>
    `${code}: no name is known. Type it into ${cell} of what was compiled: the text says it, and compiling again writes it into each table.`,
  whereNameBefore: (code, cell) =>
    `${code}, which only last year has: no name is known. Type it into ${cell} of what was compiled: the text says it.`,
  whereOpen: (sheets) => `. Answer in ${list(sheets)} before the text is written.`,
  noDepartment: 'The department is not known: give --department, or fill it in in the sheet 单位情况.',
  noYear: (year) => `The year is not known, ${year} was taken: give --year, or fill it in in the sheet 单位情况.`,
  newWritten: (file, department, year, edition) => `Written to ${file}: ${department}, ${year}, ${edition}`,
  nextSteps: (file) => [
    '1. Fill in the ledger (台账), a row an item; the sheets 单位情况 and 上年数 ask for facts and last year’s figures',
    `2. Make the tables: budget compile ${file} -o compiled.xlsx`,
    '3. Write the text: budget narrate compiled.xlsx -o disclosure.docx',
  ],
};
