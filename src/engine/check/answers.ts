import { answersApart } from './answers/answers-apart';
import { reasonAgainst } from './answers/reason-against';
import { priorDiffers } from './answers/prior-differs';
import type { Check } from './check';

/** What people answered in the sheet of facts, held against itself, the reasons that they gave against their changes, last year's figures against the ledger. */
export const answerChecks: readonly Check[] = [answersApart, reasonAgainst, priorDiffers];
