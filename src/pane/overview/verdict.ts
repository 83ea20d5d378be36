import type { Severity } from '../../engine/finding/finding';
import type { CheckReport } from '../../engine/finding/report';
import type { PaneWords } from '../../i18n/pane/words';

/** How things stand, in one sentence and what goes with it. */
export interface Verdict {
  readonly sentence: string;
  readonly also: string | undefined;
  /** `agreed` only where everything was looked at. */
  readonly standing: Severity | 'explained' | 'agreed' | 'unchecked';
}

const ORDER: readonly Severity[] = ['error', 'warning', 'note'];

/** The verdict over a report. What was not checked is never read as passed. */
export function verdictOf(report: CheckReport, words: PaneWords): Verdict {
  const { summary, equations } = report;
  const also = (severities: readonly Severity[]): string | undefined => {
    const parts = severities
      .filter((severity) => summary[severity] > 0)
      .map((severity) => words.counted[severity](summary[severity]));
    if (report.explained > 0) parts.push(words.counted.explained(report.explained));
    return parts.length === 0 ? undefined : words.verdict.also(parts);
  };
  if (report.tables.length === 0)
    return { sentence: words.verdict.nothingRecognised(report.sheets.length), also: undefined, standing: 'unchecked' };
  for (const severity of ['error', 'warning'] as const) {
    if (summary[severity] === 0) continue;
    const sentence =
      severity === 'error' ? words.verdict.errors(summary.error) : words.verdict.warnings(summary.warning);
    return { sentence, also: also(ORDER.slice(ORDER.indexOf(severity) + 1)), standing: severity };
  }
  const unchecked = equations.notChecked;
  if (equations.passed === 0)
    return { sentence: words.verdict.nothingChecked, also: also(['note']), standing: 'unchecked' };
  if (unchecked > 0)
    return {
      sentence: words.verdict.passedUnchecked(equations.passed, unchecked),
      also: also(['note']),
      standing: 'unchecked',
    };
  if (report.explained > 0)
    return {
      sentence: words.verdict.explained(report.explained),
      also: summary.note > 0 ? words.verdict.also([words.counted.note(summary.note)]) : undefined,
      standing: 'explained',
    };
  return { sentence: words.verdict.allPassed(equations.passed), also: also(['note']), standing: 'agreed' };
}
