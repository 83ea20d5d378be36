import type { CheckReport } from '../engine/finding/report';
import { cliWords } from '../i18n/cli/catalogue';
import type { Language } from '../i18n/language';
import { SIGNS, severityWord } from '../i18n/severity';
import type { Standing } from '../i18n/severity';
import { nothingRecognised, uncheckedCount } from './file-result';
import type { CheckedFile, FileResult } from './file-result';
import type { Paint } from './paint';
import { padTo, widthOf } from './wrap';

/** Worst first: most errors, then most to check, then most unchecked; equal ones in the order in which they were named. */
export function worstFirst<Result extends FileResult>(results: readonly Result[]): readonly Result[] {
  const rank = (result: FileResult): readonly number[] =>
    isUsable(result)
      ? [
          1,
          result.report.summary.error,
          result.report.summary.warning,
          uncheckedCount(result.report),
          result.report.summary.note,
        ]
      : [0];
  return [...results]
    .map((result) => ({ result, rank: rank(result) }))
    .sort((a, b) => {
      const differing = a.rank.findIndex((value, index) => value !== (b.rank[index] ?? 0));
      const left = a.rank[differing] ?? 0;
      const right = b.rank[differing] ?? 0;
      // Those that could not be checked are said on stderr already and come last.
      return right - left;
    })
    .map(({ result }) => result);
}

/** A file that was read, and in which something was recognised. */
export function isUsable(result: FileResult): result is CheckedFile {
  return result.kind === 'checked' && !nothingRecognised(result);
}

/** `错误2 需核实3 未检查3`: what counts in a report; empty where nothing does. */
export function countsOf(report: CheckReport, language: Language, paint: Paint): string {
  const counts: readonly (readonly [Standing, number])[] = [
    ['error', report.summary.error],
    ['warning', report.summary.warning],
    ['unchecked', uncheckedCount(report)],
    ['explained', report.explained],
  ];
  return counts
    .filter(([, count]) => count > 0)
    .map(([standing, count]) => paint(standing, cliWords(language).counted(severityWord(standing, language), count)))
    .join(' ');
}

/** One line of a file as it is finished: `3/12  × 错误2 需核实3  文件`. */
export function progressLine(result: FileResult, done: number, of: number, language: Language, paint: Paint): string {
  const words = cliWords(language).overview;
  const counter = padTo(words.progress(done, of), widthOf(words.progress(of, of)), 'left');
  const state = isUsable(result) ? stateOf(result.report, language, paint) : `${SIGNS.unchecked} ${words.unusable}`;
  return `${counter}  ${state}  ${result.file}`;
}

function stateOf(report: CheckReport, language: Language, paint: Paint): string {
  const counts = countsOf(report, language, paint);
  const compared = report.equations.passed > 0;
  const standing: Standing =
    report.summary.error > 0
      ? 'error'
      : report.summary.warning > 0
        ? 'warning'
        : counts === '' && compared
          ? 'agreed'
          : 'unchecked';
  const said = counts === '' ? paint(standing, severityWord(standing, language)) : counts;
  return `${paint(standing, SIGNS[standing])} ${said}`;
}

/** The table after many files: a row each, worst first, then how many there are and how many have errors. */
export function overviewTable(results: readonly FileResult[], language: Language, paint: Paint): string {
  const words = cliWords(language).overview;
  const columns: readonly (readonly [Standing, (report: CheckReport) => number])[] = [
    ['error', (report) => report.summary.error],
    ['warning', (report) => report.summary.warning],
    ['unchecked', uncheckedCount],
    ['note', (report) => report.summary.note],
  ];
  const headers = columns.map(([standing]) => severityWord(standing, language));
  const widths = headers.map((header) => Math.max(widthOf(header), 6));
  const row = (cells: readonly string[], file: string): string =>
    `${cells.map((cell, index) => padTo(cell, widths[index] ?? 0, 'left')).join('  ')}  ${file}`;
  const rows = worstFirst(results).map((result) => {
    if (!isUsable(result))
      return row(
        columns.map(() => SIGNS.unchecked),
        `${result.file}  ${words.unusable}`,
      );
    const cells = columns.map(([standing, count], index) => {
      const number = count(result.report);
      const padded = padTo(String(number), widths[index] ?? 0, 'left');
      return number > 0 ? paint(standing, padded) : padded;
    });
    return row(cells, result.file);
  });
  const usable = results.filter(isUsable);
  const total = words.total({
    files: results.length,
    withErrors: usable.filter(({ report }) => report.summary.error > 0).length,
    unusable: results.length - usable.length,
    // Nothing found is no agreement where nothing could be compared, as in a blank form.
    blank: usable.filter(({ report }) => report.summary.error === 0 && report.equations.passed === 0).length,
  });
  return `${[row(headers, words.file), ...rows, total].join('\n')}\n`;
}
