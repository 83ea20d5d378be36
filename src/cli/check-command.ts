import { returnLetter } from '../commands/letter';
import { cliWords } from '../i18n/cli/catalogue';
import type { Language } from '../i18n/language';
import type { CheckCommand } from './arguments/check';
import { checkFile } from './check-file';
import type { Job, Tools } from './check-file';
import { nothingRecognised } from './file-result';
import type { FileResult } from './file-result';
import type { Io } from './io';
import { saveTo } from './save';
import { saveWorkbook } from './save-workbook';
import { countsOf, isUsable, overviewTable, progressLine, worstFirst } from './overview';
import { columnsOf, paintFor } from './paint';
import { unrecognisedLines, unusableLine } from './problem-text';
import { reportJson } from './report-json';
import { reportText } from './report-text';
import { reportWorkbook } from './report-workbook';

/** Checks many files at once; gives the results in the order of the files and tells of each as it is done. */
export type CheckMany = (
  files: readonly string[],
  job: Job,
  done: (result: FileResult) => void,
) => Promise<readonly FileResult[]>;

/** One file after the other, in this thread. */
export function inThisThread(io: Io, tools: Tools): CheckMany {
  return async (files, job, done) => {
    const results: FileResult[] = [];
    for (const file of files) {
      const result = await checkFile(file, job, io, tools);
      done(result);
      results.push(result);
    }
    return results;
  };
}

/** `budget check`: the exit status. */
export async function runCheck(
  command: CheckCommand,
  language: Language,
  io: Io,
  tools: Tools,
  checkMany: CheckMany,
): Promise<number> {
  const { inputs, output } = command;
  const words = cliWords(language);
  if (output !== undefined && !(await saveTo(output, inputs, language, io, undefined))) return 2;
  const job: Job = { edition: command.edition, linesIn: output === undefined ? undefined : language };
  const many = inputs.length > 1;
  let finished = 0;
  const results = await checkMany(inputs, job, (result) => {
    finished++;
    if (!many || !io.stderr.isTerminal || command.detail === 'quiet') return;
    io.stderr.write(`${progressLine(result, finished, inputs.length, language, paintFor(io.stderr, io.env))}\n`);
  });

  for (const result of results) {
    if (result.kind === 'unusable') io.stderr.write(unusableLine(result, language, io.env));
    else if (nothingRecognised(result)) io.stderr.write(unrecognisedLines(result, language));
  }
  io.stdout.write(outputOf(results, command, language, io));
  if (output !== undefined) {
    const written = reportWorkbook(results, tools.open, language);
    const copy = { goOn: undefined, output, inputs, overwrite: command.overwrite, written };
    if (!(await saveWorkbook(copy, language, io, tools))) return 2;
    const rows = results.reduce((sum, result) => sum + (isUsable(result) ? result.lines.length : 1), 0);
    if (command.detail !== 'quiet') io.stderr.write(`${words.reportWritten(output, rows)}\n`);
  }
  return exitStatus(results);
}

/** 2 where a file could not be used or nothing in it was recognised, else 1 where there is an error, else 0. */
export function exitStatus(results: readonly FileResult[]): number {
  if (!results.every(isUsable)) return 2;
  return results.some((result) => result.report.summary.error > 0) ? 1 : 0;
}

function outputOf(results: readonly FileResult[], command: CheckCommand, language: Language, io: Io): string {
  switch (command.format) {
    case 'json':
      return jsonText(results, language, io);
    case 'letter':
      return lettersText(results, command, language);
    case 'text':
      return textOf(results, command, language, io);
  }
}

/** A letter a workbook, the worst first; of several each under the name of its file. */
function lettersText(results: readonly FileResult[], { detail }: CheckCommand, language: Language): string {
  const usable = worstFirst(results.filter(isUsable));
  const shown = detail === 'quiet' ? usable.filter(({ report }) => report.summary.error > 0) : usable;
  return shown
    .map(({ file, report }) => `${results.length > 1 ? `== ${file} ==\n\n` : ''}${returnLetter(report, language)}`)
    .join('\n');
}

function jsonText(results: readonly FileResult[], language: Language, io: Io): string {
  return `${JSON.stringify(reportJson(results, language), null, io.stdout.isTerminal ? 2 : undefined)}\n`;
}

function textOf(results: readonly FileResult[], command: CheckCommand, language: Language, io: Io): string {
  const paint = paintFor(io.stdout, io.env);
  const usable = results.filter(isUsable);
  if (command.detail === 'quiet') {
    return usable
      .filter(({ report }) => report.summary.error > 0)
      .map(({ file, report }) => `${countsOf(report, language, paint)}  ${file}\n`)
      .join('');
  }
  const all = command.detail === 'all';
  const style = { language, columns: columnsOf(io.stdout), paint, all };
  const many = results.length > 1;
  const detailed = many && !all ? usable.filter(({ report }) => report.summary.error > 0) : usable;
  const texts = detailed.map((result) => reportText(result, style));
  return [...texts, ...(many ? [overviewTable(results, language, paint)] : [])].join('\n');
}
