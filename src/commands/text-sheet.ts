import type { NarratedSection, Narration, Paragraph, Span } from '../engine/narrate/narration';
import { cellKey } from '../engine/snapshot/address';
import type { CellRef } from '../engine/snapshot/address';
import type { OwnCell, OwnRow, OwnSheet, Patch } from '../engine/snapshot/patch';
import type { Snapshot } from '../engine/snapshot/snapshot';
import { annotateWords } from '../i18n/catalogue';
import type { Language } from '../i18n/language';
import { cellList } from './areas';
import { isTextSheet } from './read-text-sheet';

/** What a paragraph says, its figures and marks included. */
export function paragraphText({ spans }: Pick<Paragraph, 'spans'>): string {
  return spans.map(({ text }) => text).join('');
}

/** The cells of this workbook that a paragraph stands on, each once, in the order in which it speaks of them. */
export function cellsOfParagraph({ spans }: Pick<Paragraph, 'spans'>): readonly CellRef[] {
  const cells = spans.flatMap(cellsOfSpan);
  return [...new Map(cells.map((cell) => [cellKey(cell), cell])).values()];
}

function cellsOfSpan(span: Span): readonly CellRef[] {
  if (span.kind === 'figure') return span.cells.filter(({ prior }) => prior !== true);
  return span.kind === 'words-of-person' ? [span.from] : [];
}

/**
 * Puts a text into a sheet of the tool's own, a paragraph a row, with the cells it stands on beside it. The one of an earlier run is
 * replaced; a sheet of the user's that bears the name is left alone.
 */
export function textSheetPatch(
  snapshot: Snapshot,
  narration: Narration,
  language: Language,
): { readonly patch: Patch; readonly sheet: string } {
  const sheet = textSheet(narration, freeName(snapshot, annotateWords(language).text.sheetName), language);
  return { sheet: sheet.name, patch: { for: snapshot.stamp, command: 'narrate', edits: [{ do: 'putSheet', sheet }] } };
}

function textSheet({ facts, sections, glossary }: Narration, name: string, language: Language): OwnSheet {
  const { guide, headers } = annotateWords(language).text;
  return {
    name,
    kind: 'made',
    guide,
    columns: [
      { header: headers.number, width: 6 },
      { header: headers.text, width: 90, wrap: true },
      { header: headers.cells, width: 30, wrap: true },
    ],
    frozenColumns: 1,
    landscape: true,
    rows: [...facts, ...sections, ...glossary].flatMap(rowsOf).map((row, index) => ({
      ...row,
      cells: [{ kind: 'amount', amount: String(index + 1), decimals: 0 }, ...row.cells],
    })),
  };

  function rowsOf({ paragraphs }: NarratedSection): readonly OwnRow[] {
    return paragraphs.map((paragraph): OwnRow => {
      const isOpen = paragraph.spans.some(({ kind }) => kind === 'missing');
      const text: OwnCell = {
        kind: 'text',
        text: paragraphText(paragraph),
        ...(isOpen ? { severity: 'warning' } : {}),
      };
      const cells = cellList(cellsOfParagraph(paragraph), language === 'en' ? ', ' : '，');
      return { level: 0, cells: [text, cells === '' ? { kind: 'blank' } : { kind: 'text', text: cells }] };
    });
  }
}

function freeName(snapshot: Snapshot, wanted: string): string {
  // Excel takes two names that differ only in case for one.
  const taken = new Set(
    snapshot.sheets.filter((sheet) => !isTextSheet(sheet)).map((sheet) => sheet.name.toLowerCase()),
  );
  for (let n = 1; ; n++) {
    const name = n === 1 ? wanted : `${wanted}${n}`;
    if (!taken.has(name.toLowerCase())) return name;
  }
}
