import { zipSync } from 'fflate';
import { findingColumns, lineCells } from '../commands/findings-sheet';
import type { OwnCell, OwnRow, OwnSheet } from '../engine/snapshot/patch';
import { OWN_MARKER } from '../hosts/xlsx/own-marker';
import { annotateWords, cliWords } from '../i18n/catalogue';
import type { Language } from '../i18n/language';
import { worstFirst } from './overview';
import { nothingRecognised } from './file-result';
import type { FileResult } from './file-result';
import type { FindingLine } from '../commands/findings-sheet';
import { problemText } from './problem-text';
import type { Tools } from './check-file';

/**
 * A new workbook of one sheet: what was found in all files, worst file first, with a column that names the file.
 * Files that could not be checked come last, each with a line that says why.
 */
export function reportWorkbook(results: readonly FileResult[], open: Tools['open'], language: Language): Uint8Array {
  const opened = open(emptyPackage(annotateWords(language).sheetName));
  if (!opened.ok) throw new Error(`the template of the report is no workbook: ${opened.because}`);
  const { workbook } = opened;
  const { bytes, receipt } = workbook.apply({
    for: workbook.snapshot.stamp,
    command: 'annotate',
    edits: [{ do: 'putSheet', sheet: reportSheet(results, language) }],
  });
  const [refusal] = receipt.refused;
  if (refusal) throw new Error(`the sheet of the report was refused: ${refusal.because}`);
  return bytes;
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

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONSHIPS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const CONTENT = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** The smallest workbook: one blank sheet, marked as the tool's own, so that a sheet of that name takes its place. */
function emptyPackage(sheetName: string): Uint8Array {
  const parts: Readonly<Record<string, string>> = {
    '[Content_Types].xml': `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${CONTENT}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${CONTENT}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${CONTENT}.styles+xml"/></Types>`,
    '_rels/.rels': `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${RELATIONSHIPS}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${RELATIONSHIPS}"><sheets><sheet name="${sheetName}" sheetId="1" r:id="rId1"/></sheets><definedNames><definedName name="${OWN_MARKER}" localSheetId="0" hidden="1">"made"</definedName></definedNames></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${RELATIONSHIPS}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${RELATIONSHIPS}/styles" Target="styles.xml"/></Relationships>`,
    'xl/styles.xml': `<styleSheet xmlns="${MAIN}"><fonts count="1"><font><sz val="11"/><name val="宋体"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/></cellXfs></styleSheet>`,
    'xl/worksheets/sheet1.xml': `<worksheet xmlns="${MAIN}"><sheetData/></worksheet>`,
  };
  const encoder = new TextEncoder();
  // A fixed date: the same findings give the same file.
  const files = Object.entries(parts).map(([name, xml]) => [name, encoder.encode(XML + xml)] as const);
  return zipSync(Object.fromEntries(files), { mtime: new Date(1980, 0, 1) });
}
