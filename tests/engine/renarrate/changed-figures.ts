import { Decimal } from 'decimal.js';
import fc from 'fast-check';
import { catalogue } from '../../../src/commands/catalogue';
import { NO_ANSWERS, type Answers } from '../../../src/engine/asked/answers';
import { NO_REASONS } from '../../../src/engine/asked/read-reasons';
import type { ResolvedEdition } from '../../../src/engine/edition/resolve';
import { narrate } from '../../../src/engine/narrate/narrate';
import type { Narration } from '../../../src/engine/narrate/narration';
import { renarrate, type Renarration } from '../../../src/engine/renarrate/renarrate';
import { department, type Payment } from '../../generate/department';
import { lineSource } from '../../narrative/line-source';

export const DEPARTMENT = '云州市统计局';

/** The text of a department, of what it spends and spent. */
export function textOf(
  edition: ResolvedEdition,
  now: readonly Payment[],
  before: readonly Payment[],
  facts: Answers = NO_ANSWERS,
): Narration {
  const lines = [...now.map((one) => lineOf(one, true)), ...before.map((one) => lineOf(one, false))];
  const narration = narrate(
    edition,
    lineSource(lines, 'now', edition),
    lineSource(lines, 'before', edition),
    { facts, reasons: NO_REASONS },
    { department: DEPARTMENT, year: 2021, nameOf: (code) => catalogue().nameOf(code, 2021) },
  );
  if (!narration) throw new Error('no text');
  return narration;
}

function lineOf({ functional, kind, economic, project, fund, cents }: Payment, isNow: boolean): string {
  const amount = new Decimal(cents).div(100).toFixed(2);
  return [functional, kind, economic, project ?? '', fund, isNow ? amount : '', isNow ? '' : amount].join(' | ');
}

/** The paragraphs of a text as they are printed. */
export const paragraphsOf = ({ facts, sections, glossary }: Narration): readonly string[] =>
  [...facts, ...sections, ...glossary].flatMap(({ paragraphs }) =>
    paragraphs.map(({ spans }) => spans.map(({ text }) => text).join('')),
  );

/** Holds paragraphs against a narration. */
export function held(edition: ResolvedEdition, paragraphs: readonly string[], narration: Narration): Renarration {
  if (!edition.text) throw new Error('no text');
  const numbered = paragraphs.map((text, index) => ({ text, number: index + 1 }));
  return renarrate(numbered, narration, edition.text, DEPARTMENT);
}

/** Two texts of one department: between them one payment, of this year or of last year, became another. */
export interface ChangedText {
  readonly before: Narration;
  readonly after: Narration;
}

/** Departments one of whose payments changes, to nothing and from nothing too. */
export const changes: fc.Arbitrary<(edition: ResolvedEdition) => ChangedText> = fc
  .tuple(
    department,
    department,
    fc.nat(20),
    fc.oneof(fc.nat(100_000), fc.constantFrom(0, 1, 100)),
    fc.boolean(),
    fc.boolean(),
  )
  .map(([{ payments: now }, { payments: last }, at, cents, isNow, isBack]) => (edition) => {
    const list = isNow ? now : last;
    const other = list.map((payment, index) => (index === at % list.length ? { ...payment, cents } : payment));
    const one = textOf(edition, now, last);
    const two = isNow ? textOf(edition, other, last) : textOf(edition, now, other);
    return isBack ? { before: two, after: one } : { before: one, after: two };
  });
