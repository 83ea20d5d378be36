import type { Figure } from '../engine/book/book';
import type { NarratedSection, Narration, Span } from '../engine/narrate/narration';
import { scopeOf, type Scope } from '../engine/scope/scope';
import { cellKey, type CellRef } from '../engine/snapshot/address';
import type { Snapshot } from '../engine/snapshot/snapshot';
import { narrateWorkbook } from './narrate';
import { standingText, type StandingText } from './standing-text';

/** A sentence of the explanatory text that speaks of a figure. */
export interface Mention {
  /** The heading of its section. */
  readonly section: string;
  /** The sentence in pieces; `isFigure` marks what rests on the cell that was asked for. */
  readonly pieces: readonly { readonly text: string; readonly isFigure: boolean }[];
  /** Where it stands in the written text. */
  readonly place: TextPlace;
  /** Where it stands in the workbook, put otherwise or not; undefined where nobody has put it there. */
  readonly cell: CellRef | undefined;
}

/** A paragraph of the written text: the id of its section, and its index there. */
export interface TextPlace {
  readonly section: string;
  readonly paragraph: number;
}

/** Where the text speaks of a figure: of its cell, or of the same scope in another table. */
export type MentionsOf = (figure: Pick<Figure, 'cell' | 'scope'>) => readonly Mention[];

/** Where the text that follows from a workbook speaks of its figures; nowhere where its edition has no text. `edition` is a wish. */
export async function mentionsIn(snapshot: Snapshot, edition?: string): Promise<MentionsOf> {
  const result = await narrateWorkbook(snapshot, { edition });
  const { narration } = result;
  const cells = cellsOf(standingText(snapshot, result));
  const sentences = narration ? sentencesByKey(narration) : new Map<string, readonly Sentence[]>();
  return ({ cell, scope }) => {
    const keys = [cellKey(cell), scopeKey(scope)];
    const found = new Set(keys.flatMap((key) => sentences.get(key) ?? []));
    return [...found]
      .sort((one, other) => one.number - other.number)
      .map(({ section, spans, place, paragraph }) => ({
        section,
        place,
        cell: cells.get(sentenceKey(paragraph, spans.map(({ text }) => text).join(''))),
        pieces: spans.map((span) => ({
          text: span.text,
          isFigure: keysOf(span).some((key) => keys.includes(key)),
        })),
      }));
  };
}

interface Sentence {
  /** In the order of the text. */
  readonly number: number;
  readonly section: string;
  readonly place: TextPlace;
  /** Index of its paragraph in the whole text. */
  readonly paragraph: number;
  readonly spans: readonly Span[];
}

const sentenceKey = (paragraph: number, text: string): string => `${paragraph} ${text}`;

function cellsOf(standing: StandingText | undefined): ReadonlyMap<string, CellRef> {
  return new Map(
    standing?.sentences.flatMap(({ written, cell }) =>
      written ? [[sentenceKey(written.paragraph, written.text), cell] as const] : [],
    ),
  );
}

function sentencesByKey({ facts, sections, glossary }: Narration): ReadonlyMap<string, readonly Sentence[]> {
  const found = new Map<string, Sentence[]>();
  let before = 0;
  const all = [...facts, ...sections, ...glossary].flatMap((one) => {
    const sentences = sentencesOf(one, before);
    before += one.paragraphs.length;
    return sentences;
  });
  for (const [number, one] of all.entries()) {
    const sentence = { ...one, number };
    for (const key of new Set(one.spans.flatMap(keysOf))) {
      const known = found.get(key);
      if (known) known.push(sentence);
      else found.set(key, [sentence]);
    }
  }
  return found;
}

/** What a piece of the text speaks of: cells of this workbook, and of an amount its scope. */
function keysOf(span: Span): readonly string[] {
  if (span.kind !== 'figure') return [];
  const cells = span.cells.filter(({ prior }) => prior !== true).map(cellKey);
  return span.as === 'amount' && cells.length > 0 ? [...cells, scopeKey(scopeOf(span.scope))] : cells;
}

const scopeKey = ({ key }: Scope): string => `scope ${key}`;

/** A paragraph is cut behind each full stop; the stop stays with what it ends. `before`: how many paragraphs the text has before these. */
function sentencesOf({ id, paragraphs }: NarratedSection, before: number): readonly Omit<Sentence, 'number'>[] {
  const heading = paragraphs.find(({ level }) => level > 0);
  const section = heading ? heading.spans.map(({ text }) => text).join('') : '';
  return paragraphs.flatMap(({ spans }, index) => {
    const sentences: Span[][] = [[]];
    for (const span of spans) {
      const pieces = span.kind === 'words' ? span.text.split(/(?<=。)/) : [span.text];
      for (const text of pieces) {
        sentences[sentences.length - 1]?.push({ ...span, text });
        if (text.endsWith('。')) sentences.push([]);
      }
    }
    return sentences
      .filter((own) => own.length > 0)
      .map((own) => ({
        section,
        place: { section: id, paragraph: index },
        paragraph: before + index,
        spans: own,
      }));
  });
}
