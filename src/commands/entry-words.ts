import { Decimal } from 'decimal.js';
import { readAmount } from '../engine/amount/read-amount';
import { addressOf, cellKey } from '../engine/snapshot/address';
import type { CellRef } from '../engine/snapshot/address';
import { cellAt, sheetNamed } from '../engine/snapshot/snapshot';
import type { Snapshot } from '../engine/snapshot/snapshot';
import { adviceSentence } from '../i18n/advice';
import { annotateWords, findingSentence } from '../i18n/catalogue';
import type { Language } from '../i18n/language';
import { amountText } from '../i18n/words/amounts';
import type { Entry } from './entries';
import { placesIn } from './entries';
import { factsAt } from './facts-at';

/**
 * What an entry says, in full: its sentence, what to do where that goes beyond it, and what somebody has written about it. The same on
 * every surface.
 * A cause with facts of its own has said what to do in its sentence.
 */
export function entrySentence(entry: Entry, language: Language): string {
  const { cause, facts, speaker } = entry;
  const sentence = findingSentence(facts, language);
  const ownFacts = cause && entry.id !== speaker.id;
  const advice = cause && !ownFacts && !saidAlready(entry) ? adviceSentence(cause, language) : undefined;
  const words = annotateWords(language);
  const explanation = cause?.explanation && words.explanation(cause.explanation);
  return [sentence, advice, explanation].filter((said) => said !== undefined).join(words.join);
}

/** What an entry says at one of its cells: what that cell holds and should hold, whichever cell speaks for the whole. */
export function sentenceAt(entry: Entry, cell: CellRef, language: Language): string {
  const { cause, facts, speaker } = entry;
  const own = factsAt(facts, cell);
  const sentence = entrySentence({ ...entry, facts: own }, language);
  const [named] = placesIn(own);
  if (!cause?.determined || entry.id === speaker.id || (named && cellKey(named.cell) === cellKey(cell)))
    return sentence;
  const [way = [], ...others] = cause.alternatives;
  const amount = way.find((change) => cellKey(change.cell) === cellKey(cell))?.suggestion;
  if (amount === undefined || others.length > 0) return sentence;
  const words = annotateWords(language);
  return [words.cellShould(amountText(amount)), sentence].join(words.join);
}

/** The one value to write stands in the sentence as what the named cell should be: nothing to add. */
function saidAlready({ cause, speaker }: Entry): boolean {
  const [way] = cause?.alternatives ?? [];
  const [change] = way ?? [];
  const [named] = placesIn(speaker.facts);
  return (
    cause?.alternatives.length === 1 &&
    way?.length === 1 &&
    change !== undefined &&
    named !== undefined &&
    cellKey(change.cell) === cellKey(named.cell) &&
    sameAmount(change.suggestion, speaker.expected)
  );
}

/** The address of an entry: one or two cells, else the first and how many there are. Empty where there is no cell. */
export function entryAddress(entry: Entry, language: Language): string {
  const { cells } = entry;
  const [first] = cells;
  if (!first) return entry.speaker.sheet ?? '';
  return cells.length <= 2
    ? cells.map(addressOf).join(' ')
    : annotateWords(language).andPlaces(addressOf(first), cells.length);
}

/** What the first cell of an entry holds and should hold, as plain decimals; undefined where that is not determined. */
export interface EntryAmounts {
  readonly actual?: string;
  readonly expected?: string;
  readonly difference?: string;
}

/**
 * The three amounts of an entry. They speak of the cell the entry points at: those of its finding where that cell is the one
 * the finding names, else what is to be written there against what stands there now.
 */
export function entryAmounts(entry: Entry, snapshot: Snapshot): EntryAmounts {
  const { cause, speaker, cells } = entry;
  // A cause that the figures cannot place has no value to write; those of its findings stand below it.
  if (cause && !cause.determined && entry.id !== speaker.id) return {};
  const [at] = cells;
  const [named] = placesIn(speaker.facts);
  const atNamed = !at || !named || cellKey(named.cell) === cellKey(at);
  // A sum that does not agree says what differs; what should stand there only two equations can say.
  const expected = cause?.determined ? cause.alternatives[0]?.[0]?.suggestion : undefined;
  if (atNamed && expected === undefined) return given({ actual: speaker.actual, difference: speaker.difference });
  const actual = at && amountAt(snapshot, at);
  if (expected === undefined) return given({ actual });
  return given({ actual, expected, difference: new Decimal(actual ?? 0).minus(expected).toFixed() });
}

function amountAt(snapshot: Snapshot, at: CellRef): string | undefined {
  const sheet = sheetNamed(snapshot, at.sheet);
  const cell = sheet && cellAt(sheet, at.row, at.column);
  const reading = readAmount(cell?.value ?? null);
  return reading.kind === 'amount' ? reading.value.toFixed() : undefined;
}

function given(amounts: { readonly [Key in keyof EntryAmounts]?: string | undefined }): EntryAmounts {
  return Object.fromEntries(Object.entries(amounts).filter(([, amount]) => amount !== undefined));
}

function sameAmount(a: string | undefined, b: string | undefined): boolean {
  return a !== undefined && b !== undefined && new Decimal(a).equals(b);
}
