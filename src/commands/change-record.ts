import type { CheckReport } from '../engine/finding/report';
import { addressOf } from '../engine/snapshot/address';
import type { OwnCell, OwnSheet, Patch } from '../engine/snapshot/patch';
import type { Snapshot } from '../engine/snapshot/snapshot';
import { fixWords } from '../i18n/fix/catalogue';
import type { Language } from '../i18n/language';
import { annotationPatch } from './annotate';
import type { Change } from './fix';

/**
 * What is written once changes have been made: the sheet that lists them, and the marks of what remains. `snapshot` and `report`
 * are those of the changed workbook. The record of an earlier run stays as it is; without changes there is none.
 */
export function fixedPatch(
  snapshot: Snapshot,
  report: CheckReport,
  changes: readonly Change[],
  language: Language,
): Patch {
  const marks = annotationPatch(snapshot, report, language);
  if (changes.length === 0) return marks;
  const record = changeRecord(changes, freeName(snapshot, fixWords(language).sheetName), language);
  return { ...marks, command: 'apply-suggestion', edits: [...marks.edits, { do: 'putSheet', sheet: record }] };
}

/** The sheet that lists changes, one a row. */
export function changeRecord(changes: readonly Change[], name: string, language: Language): OwnSheet {
  const { guide, headers } = fixWords(language);
  return {
    name,
    kind: 'made',
    guide,
    columns: [
      { header: headers.number, width: 6 },
      { header: headers.place, width: 14, wrap: true },
      { header: headers.subject, width: 24, wrap: true },
      { header: headers.before, width: 14 },
      { header: headers.after, width: 14 },
      { header: headers.difference, width: 12 },
      { header: headers.basis, width: 46, wrap: true },
      { header: headers.confidence, width: 8 },
    ],
    frozenColumns: 2,
    landscape: true,
    rows: changes.map((change, index) => ({
      level: 0,
      cells: [
        { kind: 'amount', amount: String(index + 1), decimals: 0 },
        { kind: 'link', text: addressOf(change.cell), to: change.cell },
        text(change.subject),
        change.stood === undefined ? amount(change.old) : text(change.stood),
        change.to === null ? text(fixWords(language).blank) : amount(change.new),
        amount(change.difference),
        text(change.sentence),
        text(percentOf(change.confidence)),
      ],
    })),
  };
}

/** `98%`: a confidence as people read it, never rounded up to certainty. */
export function percentOf(confidence: number): string {
  return `${Math.floor(confidence * 100 + 1e-9)}%`;
}

function freeName(snapshot: Snapshot, wanted: string): string {
  // Excel takes two names that differ only in case for one.
  const taken = new Set(snapshot.sheets.map((sheet) => sheet.name.toLowerCase()));
  for (let n = 1; ; n++) {
    const name = n === 1 ? wanted : `${wanted}${n}`;
    if (!taken.has(name.toLowerCase())) return name;
  }
}

function text(value: string): OwnCell {
  return value === '' ? { kind: 'blank' } : { kind: 'text', text: value };
}

function amount(value: string | undefined): OwnCell {
  if (value === undefined) return { kind: 'blank' };
  return { kind: 'amount', amount: value, decimals: Math.max(2, value.split('.')[1]?.length ?? 0) };
}
