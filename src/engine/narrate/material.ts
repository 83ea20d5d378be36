import type { Answers } from '../asked/answers';
import { answerTo } from '../asked/answers';
import type { PriorCell } from '../asked/read-prior';
import type { Reasons } from '../asked/read-reasons';
import type { ResolvedEdition } from '../edition/resolve';
import type { ResolvedText } from '../edition/resolve-text';
import type { PhraseWords } from '../edition/text';
import type { Member, Members } from '../scope/scope';
import type { CellRef } from '../snapshot/address';
import type { Source } from '../source/source';
import type { Remark } from './narration';
import { reasonsFromAnswers, type ReasonsFrom } from './reasons-from';

/** What people answered in the sheets of facts and of reasons. */
export interface NarrateAnswers {
  readonly facts: Answers;
  readonly reasons: Reasons;
}

/** Whom the text is about, and what codes are called. */
export interface NarrateAbout {
  readonly department: string | undefined;
  readonly year: number | undefined;
  /** The name of a code as it is written in the text; undefined where nobody knows one. */
  nameOf(code: Member): string | undefined;
  /** Where the name of a code that nobody names is to be written. */
  nameCellOf?(code: Member): CellRef | undefined;
  /** Where a figure of last year is to be written that is not told. */
  priorCellOf?(scope: Members): PriorCell | undefined;
  /** How this year's codes met last year's. */
  readonly remarks?: readonly Remark[];
}

/** Everything that a text is written from. */
export interface Material {
  readonly edition: ResolvedEdition;
  readonly text: ResolvedText;
  readonly phrases: PhraseWords;
  readonly now: Source;
  /** Undefined where nobody knows last year's figures, and for a department that had no last year. */
  readonly before: Source | undefined;
  /** There was no such department last year: nothing is compared, no reason is asked for. */
  readonly isNew: boolean;
  /** Smaller changes go without a reason. */
  readonly reasonsFrom: ReasonsFrom;
  readonly answers: NarrateAnswers;
  readonly about: NarrateAbout;
}

/** Puts together what a text is written from. */
export function materialOf(
  edition: ResolvedEdition,
  text: ResolvedText,
  now: Source,
  before: Source | undefined,
  answers: NarrateAnswers,
  about: NarrateAbout,
): Material {
  const asked = text.asks.get(text.declared.newDepartment);
  const answer = asked && answerTo(answers.facts, asked);
  const isNew = answer?.kind === 'yes-no' && answer.yes;
  const { phrases } = text.declared;
  const reasonsFrom = reasonsFromAnswers(text.declared, answers.facts);
  return { edition, text, phrases, now, before: isNew ? undefined : before, isNew, reasonsFrom, answers, about };
}
