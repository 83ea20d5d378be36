import type { AskedReason, MissingPiece, NarratedSection, Paragraph, Remark, Span } from './narration';

/**
 * A span while it is written, with what it makes known besides its words: the reason that it asks for, what it lacks, a list that
 * does not add up. The lists of the narration are collected from the finished text, so they are in its order.
 */
export type Said = Span & { readonly notes?: Notes };

export interface Notes {
  readonly asks?: AskedReason;
  /** `key` tells what is one and the same gap, wherever it is marked. */
  readonly lacks?: readonly { readonly key: string; readonly piece: MissingPiece }[];
  readonly remarks?: readonly Remark[];
}

export interface SaidParagraph extends Paragraph {
  readonly spans: readonly Said[];
}

/** Words as a span. */
export const words = (text: string): Said => ({ kind: 'words', text });

/** A section without the notes of its writing. */
export function plainSection(id: string, paragraphs: readonly SaidParagraph[]): NarratedSection {
  return { id, paragraphs: paragraphs.map(({ level, spans }) => ({ level, spans: spans.map(plainSpan) })) };
}

function plainSpan(said: Said): Span {
  if (!said.notes) return said;
  const { notes: _notes, ...span } = said;
  return span;
}

/** What the paragraphs ask for, what they lack, what they remark: each once, in the order of the text. */
export function notesOf(paragraphs: readonly SaidParagraph[]): {
  readonly reasons: readonly AskedReason[];
  readonly missing: readonly MissingPiece[];
  readonly remarks: readonly Remark[];
} {
  const reasons = new Map<string, AskedReason>();
  const missing = new Map<string, MissingPiece>();
  const remarks = new Map<string, Remark>();
  for (const { spans } of paragraphs) {
    for (const { notes } of spans) {
      if (notes?.asks && !reasons.has(notes.asks.key)) reasons.set(notes.asks.key, notes.asks);
      for (const { key, piece } of notes?.lacks ?? []) if (!missing.has(key)) missing.set(key, piece);
      for (const remark of notes?.remarks ?? []) remarks.set(JSON.stringify(remark), remark);
    }
  }
  return { reasons: [...reasons.values()], missing: [...missing.values()], remarks: [...remarks.values()] };
}
