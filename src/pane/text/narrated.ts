import { narrateWorkbook, type NarrateResult } from '../../commands/narrate';
import { standingText, type StandingText } from '../../commands/standing-text';
import { readFacts } from '../../engine/asked/read-facts';
import { readPriorRows } from '../../engine/asked/read-prior';
import { isStale, readReasons, reasonRow } from '../../engine/asked/read-reasons';
import { reasonWords } from '../../engine/asked/reason-words';
import { figuresOf, type Figure } from '../../engine/book/book';
import type {
  AskedReason,
  MissingPiece,
  NarratedSection,
  Narration,
  Paragraph,
  Span,
} from '../../engine/narrate/narration';
import { cellKey, type CellRef } from '../../engine/snapshot/address';
import type { Snapshot } from '../../engine/snapshot/snapshot';
import type { Seen } from '../session/state';

/** A workbook with its text. */
export interface Narrated extends Seen {
  readonly result: NarrateResult;
  readonly parts: readonly TextPart[];
  /** The figures of the tables by their cells. */
  readonly figures: ReadonlyMap<string, Figure>;
  /** In how many places of the text a cell is spoken of, by its key. */
  readonly mentions: ReadonlyMap<string, number>;
  readonly reasons: readonly ReasonItem[];
  /** The text that was put into a sheet, held against these figures; undefined where there is none. */
  readonly standing: StandingText | undefined;
}

/** A part of the text: what the department is, the explanations, the glossary. */
export interface TextPart {
  /** As printed: 第三部分 …. */
  readonly name: string;
  readonly sections: readonly TextSection[];
}

export interface TextSection {
  readonly key: string;
  /** The short name. */
  readonly name: string;
  readonly section: NarratedSection;
  /** Marks in it, those that stand in several places counted in each. */
  readonly open: number;
}

/** A reason that is asked for, and what was typed so far. */
export interface ReasonItem {
  readonly asked: AskedReason;
  readonly typed: string;
  readonly isOpen: boolean;
  /** It was given for other figures. */
  readonly isStale: boolean;
}

/** Writes the text of a workbook and gathers what the pane shows beside it. */
export async function narrated(seen: Seen): Promise<Narrated> {
  const { snapshot, edition } = seen;
  const result = await narrateWorkbook(snapshot, { edition });
  const { narration, book } = result;
  return {
    ...seen,
    result,
    parts: narration ? partsOf(result, narration) : [],
    figures: new Map(book ? [...figuresOf(book)].map((figure) => [cellKey(figure.cell), figure]) : []),
    mentions: narration ? mentionsIn(narration) : new Map<string, number>(),
    reasons: narration ? reasonsOf(snapshot, narration) : [],
    standing: standingText(snapshot, result),
  };
}

function partsOf({ edition, about }: NarrateResult, narration: Narration): readonly TextPart[] {
  const text = edition?.declared.text;
  if (!text) return [];
  const filled = (name: string): string =>
    name
      .replace(/\{year\}(年度?)?/, (_, year: string | undefined) => (about.year ? `${about.year}${year ?? ''}` : ''))
      .replace('{department}', about.department ?? '');
  const names = new Map([...text.facts, ...text.sections].map(({ id, name }) => [id, name]));
  const part = (name: string, sections: readonly NarratedSection[]): readonly TextPart[] =>
    sections.length === 0
      ? []
      : [
          {
            name: filled(name),
            sections: sections.map((section) => ({
              key: section.id,
              name: names.get(section.id) ?? filled(name),
              section,
              open: section.paragraphs.reduce((sum, paragraph) => sum + openIn(paragraph), 0),
            })),
          },
        ];
  return [
    ...part(text.parts.facts, narration.facts),
    ...part(text.parts.sections, narration.sections),
    ...part(text.parts.glossary, narration.glossary),
  ];
}

const openIn = ({ spans }: Paragraph): number => spans.filter(({ kind }) => kind === 'missing').length;

function mentionsIn({ facts, sections, glossary }: Narration): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  for (const { paragraphs } of [...facts, ...sections, ...glossary]) {
    for (const { spans } of paragraphs) {
      for (const span of spans) {
        const [first] = span.kind === 'figure' ? span.cells : [];
        if (first) found.set(cellKey(first), (found.get(cellKey(first)) ?? 0) + 1);
      }
    }
  }
  return found;
}

function reasonsOf(snapshot: Snapshot, { reasons }: Narration): readonly ReasonItem[] {
  const rows = readReasons(snapshot);
  return reasons.map((asked) => {
    const row = reasonRow(rows, asked.sectionName, asked.about);
    const stale = row?.reason !== undefined && isStale(row, asked);
    return { asked, typed: row?.typed ?? '', isOpen: row?.reason === undefined || stale, isStale: stale };
  });
}

/** Open questions of one kind. */
export function missingOf({ result }: Narrated, ...kinds: readonly MissingPiece['what'][]): readonly MissingPiece[] {
  return result.narration?.missing.filter(({ what }) => kinds.includes(what)) ?? [];
}

/** Where last year's figures are typed; undefined where there is no such sheet. */
export function priorCell({ snapshot }: Narrated): CellRef | undefined {
  return readPriorRows(snapshot)[0]?.cell;
}

/** Where an open question is answered: in its cell, or that of the row which asks for it by the same name. */
export function cellOf(
  { snapshot }: Narrated,
  piece: Pick<MissingPiece, 'what' | 'about' | 'fill'>,
): CellRef | undefined {
  if (piece.fill || piece.what !== 'fact') return piece.fill;
  return readFacts(snapshot).rows.find(({ label }) => label === piece.about)?.cell;
}

/** The same of a mark in the text. */
export function cellOfMark(text: Narrated, mark: Extract<Span, { readonly kind: 'missing' }>): CellRef | undefined {
  if (mark.fill) return mark.fill;
  const piece = missingOf(text, mark.what).find((one) => one.text === mark.text);
  return piece && cellOf(text, piece);
}

/** 万元 of a figure of the tables, and where the text speaks of an amount of money; undefined for a count of people or cars. */
export function unitOf({ result, figures }: Narrated, { key, now, cells }: AskedReason): '万元' | undefined {
  if (cells.some((cell) => figures.has(cellKey(cell)))) return '万元';
  const { facts = [], sections = [] } = result.narration ?? {};
  const isMoney = [...facts, ...sections].some(({ paragraphs }) =>
    paragraphs.some(
      ({ spans }) =>
        spans.some((span) => 'reason' in span && span.reason === key) &&
        spans.some((span) => span.kind === 'figure' && span.as === 'amount' && span.value.equals(now)),
    ),
  );
  return isMoney ? '万元' : undefined;
}

/** Whether everything that is asked has a cell in which it can be answered. */
export function asksEverything(text: Narrated): boolean {
  const { snapshot, reasons } = text;
  if (readFacts(snapshot).sheet === undefined || priorCell(text) === undefined) return false;
  return missingOf(text, 'fact').every((piece) => cellOf(text, piece) !== undefined) && reasons.every(hasCell);
}

const hasCell = ({ asked }: ReasonItem): boolean => asked.answerCell !== undefined;

/** Whether the workbook has any of the sheets in which people answer. */
export function hasAskedSheets(text: Narrated): boolean {
  return readFacts(text.snapshot).sheet !== undefined || priorCell(text) !== undefined;
}

/** The sentence that a reason stands in, as it reads with these words; the mark stays where they are none. */
export function sentenceWith(narration: Narration, key: string, typed: string): string | undefined {
  const words = reasonWords(typed);
  for (const { paragraphs } of [...narration.facts, ...narration.sections]) {
    for (const { spans } of paragraphs) {
      const at = spans.findIndex((span) => 'reason' in span && span.reason === key);
      const span = spans[at];
      if (!span) continue;
      const before = spans
        .slice(0, at)
        .map(({ text }) => text)
        .join('');
      const after = spans
        .slice(at + 1)
        .map(({ text }) => text)
        .join('');
      const mark = span.kind === 'missing' ? span.text : '';
      return `${before.slice(before.lastIndexOf('。') + 1)}${words ?? mark}${after.slice(0, after.indexOf('。') + 1 || after.length)}`;
    }
  }
  return undefined;
}
