import type { Cause, Finding, Unchecked } from '../engine/finding/finding';
import type { SheetSummary } from '../engine/finding/report';
import { a1 } from '../engine/snapshot/address';
import type { CellRef } from '../engine/snapshot/address';
import { findingSentence } from '../i18n/catalogue';
import { cliWords } from '../i18n/cli/catalogue';
import type { Language } from '../i18n/language';
import { nothingRecognised } from './file-result';
import type { FileResult } from './file-result';
import { problemText } from './problem-text';
import { VERSION } from '../commands/version';

/** Plain JSON: what `--format json` prints. Its shape is docs/check-report.schema.json. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** The one object printed for all files of a command, in the order in which they were named. */
export function reportJson(results: readonly FileResult[], language: Language): Json {
  return { version: VERSION, files: results.map((result) => fileJson(result, language)) };
}

function fileJson(result: FileResult, language: Language): Json {
  if (result.kind === 'unusable') return { ...NOTHING, file: result.file, error: problemText(result, language) };
  const { file, report } = result;
  const { edition, department, year, tables, sheets, equations, unchecked, findings, causes, summary } = report;
  return {
    file,
    ...(nothingRecognised(result) ? { error: cliWords(language).nothingRecognised(sheets.length) } : {}),
    edition: edition?.id ?? null,
    department: department ?? null,
    year: year ?? null,
    tables: tables.map(({ id, sheet, title, figures }) => ({ id, sheet, title, figures })),
    sheets: sheets.map((sheet) => sheetJson(sheet, language)),
    equations: { ...equations },
    unchecked: unchecked.map((it) => uncheckedJson(it, language)),
    findings: findings.map((finding) => findingJson(finding, language)),
    causes: causes.map((cause) => causeJson(cause, language)),
    summary: { ...summary, explained: report.explained },
  };
}

/** A file that could not be read has the same fields as any other, all of them empty. */
const NOTHING = {
  edition: null,
  department: null,
  year: null,
  tables: [],
  sheets: [],
  equations: { total: 0, passed: 0, failed: 0, notApplicable: 0, notChecked: 0 },
  unchecked: [],
  findings: [],
  causes: [],
  summary: { error: 0, warning: 0, note: 0, explained: 0 },
} satisfies Json;

function sheetJson({ sheet, tables, reason }: SheetSummary, language: Language): Json {
  return {
    sheet,
    recognised: tables[0] ?? null,
    ...(tables.length > 1 ? { tables: [...tables] } : {}),
    ...(reason ? { reason: findingSentence(reason, language) } : {}),
  };
}

function uncheckedJson({ rule, facts, cells, count }: Unchecked, language: Language): Json {
  return { rule, reason: findingSentence(facts, language), cells: cells.map(cellJson), count };
}

function findingJson(finding: Finding, language: Language): Json {
  const { id, rule, severity, facts, cells, sheet, table, expected, actual, difference, suspect, cause } = finding;
  return {
    id,
    rule,
    severity,
    message: findingSentence(facts, language),
    cells: cells.map(cellJson),
    ...given({ sheet, table, expected, actual, difference, cause }),
    ...(finding.explained ? { explained: true } : {}),
    ...(suspect
      ? {
          suspect: {
            ...cellJson(suspect.cell),
            suggestion: suspect.suggestion,
            cause: suspect.cause,
            confidence: suspect.confidence,
          },
        }
      : {}),
  };
}

function causeJson(
  { id, kind, severity, facts, determined, unsearched, confidence, alternatives, findings, explanation }: Cause,
  language: Language,
): Json {
  return {
    id,
    kind,
    severity,
    message: findingSentence(facts, language),
    determined,
    ...(unsearched ? { unsearched } : {}),
    confidence,
    alternatives: alternatives.map((way) =>
      way.map(({ cell, suggestion }) => ({ ...cellJson(cell), ...given({ suggestion }) })),
    ),
    findings: [...findings],
    ...(explanation?.holds ? { explained: true } : {}),
    ...(explanation ? { explanation: { ...explanation } } : {}),
  };
}

function cellJson(cell: CellRef): { readonly sheet: string; readonly address: string } {
  return { sheet: cell.sheet, address: a1(cell) };
}

function given(fields: Readonly<Record<string, string | undefined>>): Readonly<Record<string, string>> {
  const kept: Record<string, string> = {};
  for (const [key, value] of Object.entries(fields)) if (value !== undefined) kept[key] = value;
  return kept;
}
