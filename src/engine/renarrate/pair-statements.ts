import { normaliseText } from '../text/normalise';
import { align } from './align';
import { commonLength } from './likeness';
import type { ReadSentence, Statement, StatementKind } from './sentence';
import type { Vocabulary } from './vocabulary';

/** A statement of a person's sentence and the one of the written sentence that speaks of the same. */
export interface PairedStatement {
  readonly stands: Statement;
  readonly written: Statement;
}

const AMOUNTS: readonly StatementKind[] = ['amount', 'none', 'count'];
const CHANGES: readonly StatementKind[] = ['difference', 'flat', 'never', 'none-before'];

/** The statements of two sentences that speak of the same figure. What cannot be told for certain is not paired. */
export function pairStatements(
  stands: ReadSentence,
  written: ReadSentence,
  vocabulary: Vocabulary,
): readonly PairedStatement[] {
  const named = written.statements.map((statement) => ({
    statement,
    lead: normaliseText(leadOf(written, statement)),
    names: vocabulary.namesIn(leadOf(written, statement)),
  }));
  const found = stands.statements.map((statement) => ({
    statement,
    lead: normaliseText(leadOf(stands, statement)),
  }));
  const pairs = align(found, named, (one, other) => {
    if (!isComparable(one.statement, other.statement)) return 0;
    if (isAmount(one.statement) && isIn(stands, one.statement) !== isIn(written, other.statement)) return 0;
    if (!other.names.every((name) => one.lead.includes(name))) return 0;
    const like = other.lead === '' ? 1 : commonLength(one.lead, other.lead) / other.lead.length;
    // Nothing but words that the person put otherwise: then it is another sentence.
    if (isAmount(other.statement) && other.names.length === 0 && other.lead.length > 3 && like < 0.5) return 0;
    return 1 + like + (one.statement.kind === other.statement.kind ? 0.5 : 0);
  });
  const kept: PairedStatement[] = [];
  let owner: Statement | undefined;
  for (const [at, to] of pairs) {
    const [one, other] = [found[at]?.statement, named[to]];
    if (!one || !other) continue;
    const leads = isAmount(other.statement) || (other.names.length > 0 && CHANGES.includes(other.statement.kind));
    if (!leads) {
      if (ownerOf(named, to) !== owner || hasOwnAmount(stands, kept, one)) continue;
    } else owner = other.statement;
    kept.push({ stands: one, written: other.statement });
  }
  return kept;
}

/** The words that lead to a statement, up to its 增加 or 减少; a reason before it was given for another one. */
function leadOf({ text, reasons }: ReadSentence, { lead, way }: Statement): string {
  const from = Math.max(lead.from, ...reasons.filter(({ to }) => to <= lead.to).map(({ to }) => to));
  return text.slice(from, way?.from ?? lead.to);
}

const isIn = ({ text }: ReadSentence, { value }: Statement): boolean => isInBrackets(text, value.from);
const isAmount = ({ kind }: Statement): boolean => AMOUNTS.includes(kind);

function isComparable(one: Statement, other: Statement): boolean {
  if (one.kind === 'open' || other.kind === 'open') return one.kind !== 'share' && other.kind !== 'share';
  if (one.kind === other.kind) return isMoney(one) === isMoney(other);
  const among = (kinds: readonly StatementKind[]): boolean => kinds.includes(one.kind) && kinds.includes(other.kind);
  return among(['amount', 'none']) || among(['count', 'none']) || among(CHANGES);
}

const isMoney = ({ unit }: Statement): boolean => unit.endsWith('元');

interface Named {
  readonly statement: Statement;
  readonly names: readonly string[];
}

/** What the statement at an index is said of: the amount before it, or the change that names something itself. */
function ownerOf(statements: readonly Named[], at: number): Statement | undefined {
  const owners = statements
    .slice(0, at)
    .filter(({ statement, names }) => isAmount(statement) || (names.length > 0 && CHANGES.includes(statement.kind)));
  return owners.at(-1)?.statement;
}

/** Whether the person speaks of an amount of their own in between, not in brackets: what follows may be said of that. */
function hasOwnAmount(stands: ReadSentence, kept: readonly PairedStatement[], before: Statement): boolean {
  const last = kept.at(-1)?.stands;
  const between = stands.statements.filter(
    (one) => one.lead.from >= (last?.end ?? 0) && one.end <= before.lead.from && isAmount(one),
  );
  return between.some((one) => !isInBrackets(stands.text, one.value.from));
}

/** Whether two sentences state an amount of the same thing, by its name. */
export function nameTheSame(stands: ReadSentence, written: ReadSentence, vocabulary: Vocabulary): boolean {
  return pairStatements(stands, written, vocabulary).some(
    (pair) => isAmount(pair.written) && vocabulary.namesIn(leadOf(written, pair.written)).length > 0,
  );
}

/** Whether a bracket is open at a place. */
export const isInBrackets = (text: string, at: number): boolean => /[（(][^）)]*$/.test(text.slice(0, at));
