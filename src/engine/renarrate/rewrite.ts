import type { Correction } from './corrections';
import { isInBrackets, type PairedStatement } from './pair-statements';
import { isMark, type Range, type ReadSentence, type Statement } from './sentence';
import type { Vocabulary } from './vocabulary';
import type { WrittenSentence } from './written';

/** A sentence that follows from the figures again. */
export interface Rewriting {
  /**
   * `in-place`: the person's sentence with other numbers and words of direction. `choice`: the figures ask for another sentence; it is
   * the newly written one with the person's reasons, to be put beside theirs.
   */
  readonly how: 'in-place' | 'choice';
  readonly text: string;
  /** The person's words that do not stand in it; none where it is in place. */
  readonly lost: readonly string[];
}

/** The rewriting of a sentence. */
export function rewritten(
  stands: ReadSentence,
  written: WrittenSentence,
  pairs: readonly PairedStatement[],
  corrections: readonly Correction[],
  isOther: boolean,
  vocabulary: Vocabulary,
): Rewriting {
  if (!isOther) return { how: 'in-place', text: replaced(stands.text, corrections), lost: [] };
  const lost = ownWords(stands, written, pairs, vocabulary);
  const text = withReasons(stands, written, pairs);
  return { how: onlyFills(stands, pairs) && lost.length === 0 ? 'in-place' : 'choice', text, lost };
}

interface Replacement extends Range {
  readonly becomes: string;
}

/** A text with pieces of it replaced. */
function replaced(text: string, replacements: readonly Replacement[]): string {
  return [...replacements]
    .sort((one, other) => other.from - one.from || other.to - one.to)
    .reduce((sentence, { from, to, becomes }) => sentence.slice(0, from) + becomes + sentence.slice(to), text);
}

/** Whether nothing but marks of ours is replaced: then no word of the person's is touched. */
function onlyFills(stands: ReadSentence, pairs: readonly PairedStatement[]): boolean {
  const others = pairs.filter((pair) => pair.stands.kind !== pair.written.kind);
  return (
    others.length > 0 &&
    others.every((pair) => pair.stands.kind === 'open') &&
    stands.statements.every((one) => pairs.some((pair) => pair.stands === one))
  );
}

/** The written sentence with the reasons that the person gave, each where the change stands that it was given for. */
function withReasons(stands: ReadSentence, written: WrittenSentence, pairs: readonly PairedStatement[]): string {
  const replacements: Replacement[] = [];
  for (const reason of stands.reasons) {
    const text = stands.text.slice(reason.from, reason.to);
    if (isMark(text)) continue;
    const { end, slot } = slotFor(written, pairs, reason);
    if (slot) replacements.push({ ...slot, becomes: text });
    else {
      const marker = stands.text.slice(0, reason.from).match(/[^，；。]*$/)?.[0] ?? '';
      replacements.push({ from: end, to: end, becomes: `，${marker}${text}` });
    }
  }
  return replaced(written.text, replacements);
}

/** Where the written sentence gives the reason that answers to one of the person's, if it gives one; `end`: what it is given for ends there. */
export function slotFor(
  written: WrittenSentence,
  pairs: readonly PairedStatement[],
  reason: Range,
): { readonly end: number; readonly slot: Range | undefined } {
  const end = endOfSaid(written, pairs, reason);
  const slot = written.reasons.find(
    ({ from }) => from >= end && !written.statements.some(({ lead, value }) => lead.from >= end && value.from < from),
  );
  return { end, slot };
}

/** Where in the written sentence that is said which a reason of the person's was given for. */
function endOfSaid(written: WrittenSentence, pairs: readonly PairedStatement[], reason: Range): number {
  const pair = pairs.filter((one) => one.stands.end <= reason.from).at(-1);
  if (!pair) {
    const last = written.statements.at(-1);
    return last?.end ?? written.text.replace(/[。；]$/, '').length;
  }
  // The changes that follow it in the same clause are said of it too.
  const rest = written.statements.slice(written.statements.indexOf(pair.written));
  let { end } = pair.written;
  for (const next of rest) {
    const between = written.text.slice(end, next.value.from);
    if (next !== pair.written && (/[；。、]/.test(between) || next.kind === 'amount' || next.kind === 'count')) break;
    end = Math.max(end, next.end);
  }
  return end;
}

/** The words of a sentence that neither the written one has, nor any sentence of the text, nor a reason. */
function ownWords(
  stands: ReadSentence,
  written: ReadSentence,
  pairs: readonly PairedStatement[],
  vocabulary: Vocabulary,
): readonly string[] {
  // An amount that nothing answers to is the person's own, like the words around it.
  const isOwn = (one: Statement): boolean =>
    one.kind === 'amount' &&
    !pairs.some((pair) => pair.stands === one) &&
    (pairs.length > 0 || isInBrackets(stands.text, one.value.from));
  const ranges = (statements: readonly Statement[]): readonly Range[] =>
    statements.flatMap(({ value, end, way }) => [{ from: value.from, to: end }, ...(way ? [way] : [])]);
  const theirs = ranges(stands.statements.filter(isOwn));
  const said = [
    ...stands.reasons,
    ...vocabulary.wordsIn(stands.text),
    ...ranges(stands.statements.filter((one) => !isOwn(one))),
  ];
  const isWithin = (among: readonly Range[], at: number): boolean =>
    among.some(({ from, to }) => at >= from && at < to);
  const isEnd = (at: number): boolean => isWithin(said, at) || isWithin(theirs, at);
  const own: string[] = [];
  let run = '';
  const close = (): void => {
    if (/[\p{L}\p{N}]/u.test(run) && !vocabulary.has(run)) own.push(run.trim());
    run = '';
  };
  for (let at = 0; at < stands.text.length;) {
    const isTheirs = isWithin(theirs, at);
    const length = isTheirs ? 0 : isWithin(said, at) ? 1 : commonFrom(stands.text, at, written.text, isEnd);
    if (length > 0) close();
    else run += stands.text.charAt(at);
    at += Math.max(length, 1);
  }
  close();
  return own;
}

/** How many characters from a place on stand somewhere in another text too; 0 for one alone. */
function commonFrom(text: string, at: number, other: string, isEnd: (at: number) => boolean): number {
  let length = 0;
  while (at + length < text.length && !isEnd(at + length) && other.includes(text.slice(at, at + length + 1)))
    length += 1;
  return length > 1 || /[，。；、：（）“”\d\s]/.test(text.charAt(at)) ? length : 0;
}
