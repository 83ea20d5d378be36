import type { SentenceGroup } from '../sentences';

/** Why a check could not be run, and why a sheet was not recognised. */
export const unchecked = {} satisfies SentenceGroup;
