import type { SentenceGroup } from '../sentences';

/** Findings about what a workbook should hold: tables, titles, units, notes, cells that are no amount. */
export const structure = {} satisfies SentenceGroup;
