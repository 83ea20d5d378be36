import { renarrate, type StandingSentence } from '../engine/renarrate/renarrate';
import type { WrittenSentence } from '../engine/renarrate/written';
import { cellKey, type CellRef } from '../engine/snapshot/address';
import type { Edit, Patch } from '../engine/snapshot/patch';
import type { Snapshot } from '../engine/snapshot/snapshot';
import { narrateWorkbook, type NarrateResult } from './narrate';
import { readTextSheet } from './read-text-sheet';

/** A sentence of the text sheet, and its cell. */
export interface SheetSentence extends StandingSentence {
  readonly cell: CellRef;
}

/** A sentence that states what is not so any more. */
export type StaleSentence = SheetSentence & {
  readonly verdict: Extract<StandingSentence['verdict'], { readonly kind: 'stale' }>;
};

/** The text as it stands in its sheet, held against the figures of its workbook. */
export interface StandingText {
  readonly sheet: string;
  /** In the order of the sheet. */
  readonly sentences: readonly SheetSentence[];
  readonly stale: readonly StaleSentence[];
  /** Those that speak of money, and that nothing written could be compared with. */
  readonly unmatched: readonly SheetSentence[];
  /** Sentences that the figures ask for and the sheet does not have. */
  readonly added: readonly WrittenSentence[];
}

/** Undefined where no text stands in the workbook, or none is written of it. */
export function standingText(
  snapshot: Snapshot,
  { edition, narration, about }: Pick<NarrateResult, 'edition' | 'narration' | 'about'>,
): StandingText | undefined {
  const standing = edition?.text && narration && readTextSheet(snapshot);
  if (!standing) return undefined;
  const { sheet, paragraphs } = standing;
  const { sentences, added } = renarrate(paragraphs, narration, edition.text, about.department);
  const placed = sentences.flatMap((sentence): readonly SheetSentence[] => {
    const cell = paragraphs[sentence.paragraph]?.cell;
    return cell ? [{ ...sentence, cell }] : [];
  });
  return {
    sheet,
    sentences: placed,
    stale: placed.filter(isStale),
    unmatched: placed.filter(({ verdict }) => verdict.kind === 'unmatched'),
    added,
  };
}

const isStale = (sentence: SheetSentence): sentence is StaleSentence => sentence.verdict.kind === 'stale';

/** Whether a sentence can be put right without a choice: nothing but its numbers and words of direction is touched. */
export const isSafe = ({ verdict }: StaleSentence): boolean => verdict.rewriting.how === 'in-place';

/** The sentences of the sheet that would be lost, or read otherwise, if the text were put there anew. */
export const otherwiseSaid = ({ sentences }: StandingText): readonly SheetSentence[] =>
  sentences.filter(({ text, written }) => written?.text.trim() !== text.trim());

/** Which sentences are to be rewritten: by their cells and what they say. */
export type RewriteWish = readonly Pick<SheetSentence, 'cell' | 'text'>[] | 'safe';

/** What a rewriting comes to. */
export interface Rewritten {
  readonly patch: Patch;
  readonly sheet: string;
  readonly sentences: number;
}

/**
 * Rewrites sentences of the text sheet after the figures of the workbook as it stands: `safe` all those that need no choice. Each cell is
 * left alone where it holds something else by then. Undefined where none of them is stale any more.
 */
export async function rewriteSentences(
  snapshot: Snapshot,
  wish: RewriteWish,
  edition?: string,
): Promise<Rewritten | undefined> {
  const standing = standingText(snapshot, await narrateWorkbook(snapshot, { edition }));
  return standing && rewritePatch(snapshot, standing, wish);
}

/** The same of a text that was held against the figures already. */
export function rewritePatch(snapshot: Snapshot, standing: StandingText, wish: RewriteWish): Rewritten | undefined {
  const chosen = wish === 'safe' ? undefined : new Set(wish.map(keyOf));
  const sentences = standing.stale.filter((one) => (chosen ? chosen.has(keyOf(one)) : isSafe(one)));
  if (sentences.length === 0) return undefined;
  const texts = new Map(readTextSheet(snapshot)?.paragraphs.map(({ cell, text }) => [cellKey(cell), text]));
  const cells = new Map(sentences.map(({ cell }) => [cellKey(cell), cell]));
  const edits = [...cells].map(([key, at]): Edit => {
    const value = texts.get(key) ?? '';
    // From behind, so that places further on in the cell stay what they are.
    const to = sentences
      .filter(({ cell }) => cellKey(cell) === key)
      .reduceRight(
        (text, { from, to: end, verdict }) => text.slice(0, from) + verdict.rewriting.text + text.slice(end),
        value,
      );
    return { do: 'setValue', at, to, expects: { value } };
  });
  return {
    patch: { for: snapshot.stamp, command: 'narrate', edits },
    sheet: standing.sheet,
    sentences: sentences.length,
  };
}

const keyOf = ({ cell, text }: Pick<SheetSentence, 'cell' | 'text'>): string => `${cellKey(cell)} ${text}`;
