import type { SentenceGroup } from '../sentences';

/** Findings in performance tables. */
export const performance = {} satisfies SentenceGroup;
