import { readAmount } from '../engine/amount/read-amount';
import { readExplanations } from '../engine/asked/read-explanations';
import type { ExplanationRow } from '../engine/asked/read-explanations';
import type { Cause, Explanation, Finding, Severity } from '../engine/finding/finding';
import { digestOf } from '../engine/finding/id';
import type { CheckReport } from '../engine/finding/report';
import type { CellRef } from '../engine/snapshot/address';
import { cellAt, sheetNamed } from '../engine/snapshot/snapshot';
import type { CellValue, Snapshot } from '../engine/snapshot/snapshot';
import { normaliseText } from '../engine/text/normalise';
import type { Entry } from './entries';
import { entriesOf } from './entries';

/**
 * A report in which what people have explained does not count, as long as the figures are those for which they did: the workbook's own
 * sheet of explanations says so.
 */
export function withExplanations(report: CheckReport, snapshot: Snapshot): CheckReport {
  const byId = explanationsById(readExplanations(snapshot).rows);
  if (byId.size === 0) return report;
  const told = new Map<Cause, Explanation>();
  for (const entry of entriesOf(report)) {
    const rows = byId.get(entry.id);
    if (!entry.cause || !rows) continue;
    const code = figuresCode(entry, snapshot);
    const current = rows.find((row) => row.code === code);
    const row = current ?? rows[rows.length - 1];
    if (!row) continue;
    const { reason, name, date } = row;
    told.set(entry.cause, { reason, name, date, holds: current !== undefined });
  }
  if (told.size === 0) return report;
  const causes = report.causes.map((cause): Cause => {
    const explanation = told.get(cause);
    return explanation ? { ...cause, explanation } : cause;
  });
  const explained = causes.filter(({ explanation }) => explanation?.holds === true);
  const silent = new Set(explained.flatMap(({ findings }) => findings));
  const left = (severity: Severity): number =>
    report.summary[severity] - explained.filter((cause) => cause.severity === severity).length;
  return {
    ...report,
    findings: report.findings.map((finding): Finding =>
      silent.has(finding.id) ? { ...finding, explained: true } : finding,
    ),
    causes,
    summary: { error: left('error'), warning: left('warning'), note: left('note') },
    explained: explained.length,
  };
}

/** The rows that say something, by what they explain; the last of several is the newest. */
function explanationsById(rows: readonly ExplanationRow[]): ReadonlyMap<string, readonly ExplanationRow[]> {
  const byId = new Map<string, ExplanationRow[]>();
  for (const row of rows) {
    if (row.id === '' || row.reason === '') continue;
    byId.set(row.id, [...(byId.get(row.id) ?? []), row]);
  }
  return byId;
}

/**
 * A digest of all figures that an entry stands on: another one as soon as any of them is another, whatever its cell looks like and
 * wherever it has moved to.
 */
export function figuresCode({ speaker, symptoms }: Entry, snapshot: Snapshot): string {
  const findings = [...new Map([speaker, ...symptoms].map((finding) => [finding.id, finding])).values()];
  const parts = findings
    .map((finding) => [finding.id, ...finding.cells.map((cell) => figureAt(snapshot, cell))].join('\u0001'))
    .sort();
  return digestOf(parts).slice(0, CODE_LENGTH);
}

/** 32 bits: short enough to stand in a cell, and of four thousand million changes one goes unnoticed. */
const CODE_LENGTH = 7;

function figureAt(snapshot: Snapshot, { sheet, row, column }: CellRef): string {
  const there = sheetNamed(snapshot, sheet);
  const value: CellValue = (there && cellAt(there, row, column)?.value) ?? null;
  const reading = readAmount(value);
  return reading.kind === 'amount'
    ? reading.value.toFixed() + (reading.suffix ?? '')
    : normaliseText(String(value ?? ''));
}
