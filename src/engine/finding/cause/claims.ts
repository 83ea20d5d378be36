import type { FailedEquation } from '../equation-findings';
import type { Following } from './follow';
import type { Choice } from './independent';
import { choicesIn } from './independent';
import { repairsOf, unknownsIn, type Mistaken, type Way } from './way';

/** Among several ways: the share of all likelihood from which one of them is taken for the right one, and from which the others are not worth a word. */
export const CLEAR_SHARE = 0.9;
const CERTAIN_SHARE = 0.99;
/** More ways than these do not show where to look. */
const MOST_WAYS = 20;
const MOST_CELLS = 4;

/** What is said of failed equations: a mistake and how to undo it, or ways between which the figures do not decide. */
export type Claim =
  | {
      readonly kind: 'mistake';
      readonly mistake: Mistaken;
      /** The digits had to decide between several ways: none, clearly, or beyond doubt. */
      readonly byDigits: 'none' | 'clear' | 'certain';
      /** Other ways to settle just what it settles, where they are worth a word. */
      readonly unlikely: readonly Way[];
    }
  | { readonly kind: 'tie'; readonly ways: readonly Way[] };

/** What the ways to mend a group come to: one of them, or, choice by choice, what the figures decide and what they leave open. */
export function claimsOf(
  ways: readonly Way[],
  members: readonly FailedEquation[],
  following: Following,
): readonly Claim[] {
  const [first] = ways;
  if (!first || !isEvident(first, members, following)) return [];
  if (first.share >= CLEAR_SHARE) return mistakes(first, ways.slice(1));
  return choicesIn(likeliest(ways, CERTAIN_SHARE)).flatMap((choice) => claimsOfChoice(choice, members, following));
}

function claimsOfChoice(choice: Choice, members: readonly FailedEquation[], following: Following): readonly Claim[] {
  const [first] = choice;
  if (!first || !isEvident(first, members, following)) return [];
  if (choice.length === 1 || first.share >= CLEAR_SHARE) return mistakes(first, choice.slice(1));
  const ways = choice.length <= MOST_WAYS && choice.every(isReadable) ? choice : likeliest(choice, CLEAR_SHARE);
  return ways.length > MOST_WAYS || !ways.every(isReadable) ? [] : [{ kind: 'tie', ways }];
}

/**
 * More equations fail than there are amounts that only they could give, since so many free values can always be made to fit; and
 * a mistake that was carried along is not said of more cells than the equations that fail by it.
 */
function isEvident(way: Way, members: readonly FailedEquation[], following: Following): boolean {
  const failingBy = (made: readonly Mistaken[]): number =>
    members.filter((member) => touches(member, { mistakes: made }, following)).length;
  return (
    failingBy(way.mistakes) > Math.max(1, unknownsIn(way.mistakes)) &&
    way.mistakes.every(
      (mistake) =>
        mistake.repairs.length <= 2 || mistake.unknowns === 0 || mistake.repairs.length <= failingBy([mistake]),
    )
  );
}

const mistakes = (way: Way, others: readonly Way[]): readonly Claim[] =>
  way.mistakes.map((mistake) => ({
    kind: 'mistake',
    mistake,
    byDigits: others.length === 0 ? 'none' : way.share < CERTAIN_SHARE ? 'clear' : 'certain',
    unlikely: way.mistakes.length === 1 && way.share < CERTAIN_SHARE ? others : [],
  }));

/** The fewest ways that have together at least so much of all likelihood. */
function likeliest(choice: Choice, atLeast: number): readonly Way[] {
  let share = 0;
  return choice.filter((way) => {
    if (share >= atLeast) return false;
    share += way.share;
    return true;
  });
}

/** One mistake in one or two cells, or figures in each other's places: what can be read as one of several ways. */
function isReadable({ mistakes: made }: Way): boolean {
  const cells = made.reduce((count, { repairs }) => count + repairs.length, 0);
  return cells <= (unknownsIn(made) === 0 ? MOST_CELLS : made.length === 1 ? 2 : 1);
}

/** Whether a failed equation answers to one of a way's cells. */
export function touches(
  { equation }: FailedEquation,
  way: { readonly mistakes: readonly Mistaken[] },
  { answerOf }: Following,
): boolean {
  const answer = answerOf(equation);
  return repairsOf(way).some(({ figure }) => answer.has(figure));
}
