import type { SentenceGroup } from '../sentences';

/** Findings about classification codes and their names. */
export const codes = {} satisfies SentenceGroup;
