import { findingColumns, lineCells } from '../commands/findings-sheet';
import type { OwnCell, OwnRow, OwnSheet } from '../engine/snapshot/patch';
import { blankWorkbook } from '../hosts/xlsx/blank-workbook';
import { annotateWords } from '../i18n/catalogue';
import type { WrittenWorkbook } from '../hosts/xlsx/workbook';
import { cliWords } from '../i18n/cli/catalogue';
import type { Language } from '../i18n/language';
import { worstFirst } from './overview';
import { nothingRecognised } from './file-result';
import type { FileResult } from './file-result';
import type { FindingLine } from '../commands/findings-sheet';
import { problemText } from './problem-text';
import { openedOwn } from './opened-own';
import type { Tools } from './check-file';

/**
 * A new workbook of one sheet: what was found in all files, worst file first, with a column that names the file.
 * Files that could not be checked come last, each with a line that says why.
 */
export function reportWorkbook(
  results: readonly FileResult[],
  open: Tools['open'],
  language: Language,
): WrittenWorkbook {
  const workbook = openedOwn(blankWorkbook(), { open });
  const written = workbook.apply({
    for: workbook.snapshot.stamp,
    command: 'annotate',
    edits: [{ do: 'putSheet', sheet: reportSheet(results, language) }],
  });
  const [refusal] = written.receipt.refused;
  if (refusal) throw new Error(`the sheet of the report was refused: ${refusal.because}`);
  return written;
}

/** The sheet of the report, as data. */
export function reportSheet(results: readonly FileResult[], language: Language): OwnSheet {
  const words = annotateWords(language);
  const rows = worstFirst(results).flatMap((result) => rowsOf(result, language));
  let number = 0;
  return {
    name: words.sheetName,
    kind: 'made',
    guide: words.reportGuide,
    columns: [{ header: words.headers.file, width: 28, wrap: true }, ...findingColumns(language)],
    frozenColumns: 4,
    landscape: true,
    rows: rows.map(({ file, line }): OwnRow => {
      const label = line.level === 0 ? String(++number) : '';
      // A place in another workbook cannot be jumped to.
      const place = line.address === '' ? BLANK : text(line.address);
      return { level: line.level, cells: [text(file), ...lineCells(line, label, place, undefined, language)] };
    }),
  };
}

const BLANK: OwnCell = { kind: 'blank' };

function text(value: string): OwnCell {
  return { kind: 'text', text: value };
}

function rowsOf(
  result: FileResult,
  language: Language,
): readonly { readonly file: string; readonly line: FindingLine }[] {
  const { file } = result;
  if (result.kind === 'unusable') return [{ file, line: problemLine(problemText(result, language)) }];
  if (nothingRecognised(result)) {
    return [{ file, line: problemLine(cliWords(language).nothingRecognised(result.report.sheets.length)) }];
  }
  return result.lines.map((line) => ({ file, line }));
}

function problemLine(problem: string): FindingLine {
  return { level: 0, severity: 'unchecked', address: '', subject: '', problem, amounts: {}, basis: '', id: '' };
}
