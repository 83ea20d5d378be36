import type { FigureCell } from '../narrate/narration';
import { correctionsOf, type Correction } from './corrections';
import { isInBrackets, pairStatements, type PairedStatement } from './pair-statements';
import { rewritten, slotFor, type Rewriting } from './rewrite';
import { isMark, readSentence, type ReadSentence, type Statement, type StatementKind } from './sentence';
import type { Vocabulary } from './vocabulary';
import type { WrittenSentence } from './written';

/** A sentence that somebody may have worded differently, held against the one that follows from the figures. */
export type Verdict =
  /** Nothing that it states of the figures is wrong. */
  | { readonly kind: 'current' }
  | {
      readonly kind: 'stale';
      /** In the order of the sentence. */
      readonly corrections: readonly Correction[];
      readonly rewriting: Rewriting;
      /** It goes the other way by now, and the reason that is given for it was given for the old way. */
      readonly isReasonDoubtful: boolean;
    };

const CURRENT: Verdict = { kind: 'current' };

/** Compares a sentence as it stands with the one that is written now. */
export function compareSentence(text: string, written: WrittenSentence, vocabulary: Vocabulary): Verdict {
  if (text.trim() === written.text.trim()) return CURRENT;
  const { measures, literals } = vocabulary;
  const stands = readSentence(text, {
    measures,
    literals: [...literals, ...written.literals],
    endsReason: written.endsReason,
  });
  const pairs = pairStatements(stands, written, vocabulary);
  const structure = structureOf(stands, written, pairs);
  // Where another sentence has to be written, that says it all.
  const idle = structure.length > 0 ? [] : idleMarks(stands, written, pairs);
  const asked = stands.reasons.filter(({ to }) => !idle.some((mark) => mark.to === to));
  const given = givenReasons({ text, reasons: asked }, written);
  const corrections = pairs
    .filter((pair) => pair.stands.kind === pair.written.kind)
    .flatMap((pair) => correctionsOf(stands, written, pair, vocabulary))
    .concat(given, idle);
  if (corrections.length === 0 && structure.length === 0) return CURRENT;
  const all = [...corrections, ...structure].sort((one, other) => one.from - other.from);
  const flips = all.some(({ what }) => what === 'direction');
  return {
    kind: 'stale',
    corrections: all,
    rewriting: rewritten(stands, written, pairs, corrections, structure.length > 0, vocabulary),
    isReasonDoubtful: flips && stands.reasons.some(({ from, to }) => !isMark(text.slice(from, to))),
  };
}

/** Reasons that are marked as missing in the sentence and were given in the sheet of reasons since. */
function givenReasons(stands: Pick<ReadSentence, 'text' | 'reasons'>, written: WrittenSentence): readonly Correction[] {
  if (stands.reasons.length !== written.reasons.length) return [];
  return stands.reasons.flatMap((reason, index): readonly Correction[] => {
    const own = written.reasons[index];
    const was = stands.text.slice(reason.from, reason.to);
    const becomes = own ? written.text.slice(own.from, own.to) : '';
    if (!isMark(was) || becomes === '' || isMark(becomes)) return [];
    return [{ ...reason, was, becomes, what: 'number', cells: [] }];
  });
}

/** ，主要原因是【待填：…】 of a change that is too small for a reason by now: the mark goes, with the words that lead to it. */
function idleMarks(
  { text, reasons }: ReadSentence,
  written: WrittenSentence,
  pairs: readonly PairedStatement[],
): readonly Correction[] {
  return reasons.flatMap((reason): readonly Correction[] => {
    const isTold = pairs.some(({ stands }) => stands.end <= reason.from);
    if (!isTold || !isMark(text.slice(reason.from, reason.to)) || slotFor(written, pairs, reason).slot) return [];
    const lead = LEAD.exec(text.slice(0, reason.from));
    const from = lead?.index ?? reason.from;
    return [{ from, to: reason.to, was: text.slice(from, reason.to), becomes: '', what: 'number', cells: [] }];
  });
}

const LEAD = /[，,、；;]?\s*(?:其|而)?(?:(?:主要)?原因(?:主要)?[是为：:]|主要(?:是由于|是因为|是因|系))$/;

/**
 * Where a sentence does not say another number, but another thing than it has to: 持平 where there is an increase, 未安排 where there is
 * money, a list that lacks one or has one too many.
 */
function structureOf(
  stands: ReadSentence,
  written: ReadSentence,
  pairs: readonly PairedStatement[],
): readonly Correction[] {
  const change = (one: Statement | undefined, other: Statement | undefined): Correction => {
    const at = one
      ? { from: (one.way ?? one.value).from, to: one.end }
      : { from: stands.text.length, to: stands.text.length };
    return {
      ...at,
      was: one ? stands.text.slice(at.from, at.to) : '',
      becomes: other ? written.text.slice((other.way ?? other.value).from, other.end) : '',
      what: one && other && isChange(one) && isChange(other) ? 'direction' : 'number',
      cells: cellsOf(other),
    };
  };
  const otherKinds = pairs
    .filter(({ stands: one, written: other }) => one.kind !== other.kind)
    .map(({ stands: one, written: other }) => change(one, other));
  const lonely = stands.statements.filter((one) => !pairs.some((pair) => pair.stands === one));
  const unsaid = written.statements.filter((one) => !pairs.some((pair) => pair.written === one));
  const denied = lonely.filter((one) => isClaim(one, stands, written, pairs)).map((one) => change(one, undefined));
  const isClosed = /等[^，。；]{0,6}[。；，]?$/.test(stands.text);
  const lacking = isClosed ? [] : unsaid.filter((one) => isListed(one, written)).map((one) => change(undefined, one));
  return pairs.length === 0 ? whollyOther(lonely, unsaid, change) : [...otherKinds, ...denied, ...lacking];
}

/** Two sentences that have nothing in common but their place: an amount where there is none, or none where there is one. */
function whollyOther(
  lonely: readonly Statement[],
  unsaid: readonly Statement[],
  change: (one: Statement | undefined, other: Statement | undefined) => Correction,
): readonly Correction[] {
  const [one] = lonely;
  const [other] = unsaid;
  const kinds: readonly StatementKind[] = ['amount', 'none', 'difference', 'flat', 'never', 'none-before', 'open'];
  if (!one || !other || one.kind === other.kind || !kinds.includes(one.kind) || !kinds.includes(other.kind)) return [];
  return [change(one, other)];
}

const CHANGES: readonly StatementKind[] = ['difference', 'flat', 'never', 'none-before', 'percent', 'share'];
const isChange = ({ kind }: Statement): boolean => CHANGES.includes(kind) && kind !== 'share';

/** Whether a statement that nothing written answers to is one about the figures, and not the person's own. */
function isClaim(
  one: Statement,
  stands: ReadSentence,
  written: ReadSentence,
  pairs: readonly PairedStatement[],
): boolean {
  if (one.kind === 'amount')
    return isListed(one, stands) && written.statements.some((other) => isListed(other, written));
  if (!CHANGES.includes(one.kind)) return false;
  const isPaired = (statement: Statement): boolean => pairs.some((pair) => pair.stands === statement);
  const owner = ownerIn(stands, one);
  if (!owner || !isPaired(owner)) return false;
  // Where the change itself is told already, a second one is told of something else.
  const isTold = (other: Statement): boolean =>
    other.kind === one.kind && isPaired(other) && ownerIn(stands, other) === owner;
  return !stands.statements.some(isTold);
}

/** The amount that a change is told of: the last one before it that does not stand in brackets. */
function ownerIn({ text, statements }: ReadSentence, one: Statement): Statement | undefined {
  const amounts = statements.filter(
    ({ kind, end, value }) =>
      end <= one.value.from &&
      (kind === 'amount' || kind === 'none' || kind === 'count') &&
      !isInBrackets(text, value.from),
  );
  return amounts.at(-1);
}

/** Whether a statement is an item of a list: a 、 before it or behind. */
function isListed(one: Statement, { text, statements }: ReadSentence): boolean {
  const next = statements[statements.indexOf(one) + 1];
  const isSeparated = (statement: Statement | undefined): boolean =>
    statement !== undefined && /^\s*、/.test(text.slice(statement.lead.from, statement.lead.to));
  return one.kind === 'amount' && (isSeparated(one) || isSeparated(next));
}

const cellsOf = (statement: Statement | undefined): readonly FigureCell[] => statement?.figure?.cells ?? [];
