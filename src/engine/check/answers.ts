import { answersApart } from './answers/answers-apart';
import type { Check } from './check';

/** What people answered in the sheet of facts, held against itself. */
export const answerChecks: readonly Check[] = [answersApart];
