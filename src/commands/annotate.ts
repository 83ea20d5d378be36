import type { CheckReport } from '../engine/finding/report';
import type { CellRef } from '../engine/snapshot/address';
import type { Edit, Patch } from '../engine/snapshot/patch';
import type { Snapshot } from '../engine/snapshot/snapshot';
import { annotateWords } from '../i18n/catalogue';
import type { Language } from '../i18n/language';
import { findingLines, findingsSheet } from './findings-sheet';
import { markEdits, marksOf } from './flags';
import { freeName } from './free-name';
import { findingsSheetsIn, remarksIn } from './remarks';

/**
 * Everything that marks a checked workbook: flags and notes on the cells, a √ on the given figures, and the sheet of findings. What an
 * earlier run left is replaced; what people wrote into 处理情况 is carried over. A sheet of their own that bears the name is left alone.
 */
export function annotationPatch(
  snapshot: Snapshot,
  report: CheckReport,
  language: Language,
  ticked: readonly CellRef[] = [],
): Patch {
  const old = findingsSheetsIn(snapshot);
  const name = freeName(snapshot, annotateWords(language).sheetName);
  const lines = findingLines(report, snapshot, language);
  const sheet = findingsSheet(lines, name, old.flatMap(remarksIn), language);
  const outdated = old.filter((it) => it.name !== name);
  return {
    for: snapshot.stamp,
    command: 'annotate',
    edits: [
      ...markEdits(snapshot, marksOf(report, language), ticked),
      ...outdated.map((it): Edit => ({ do: 'removeSheet', sheet: it.name })),
      { do: 'putSheet', sheet },
    ],
  };
}
