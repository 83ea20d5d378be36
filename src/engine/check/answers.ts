import { answersApart } from './answers/answers-apart';
import { reasonAgainst } from './answers/reason-against';
import type { Check } from './check';

/** What people answered in the sheet of facts, held against itself, and the reasons that they gave against their changes. */
export const answerChecks: readonly Check[] = [answersApart, reasonAgainst];
